"""Which commune of a name an article means: the candidates, towns abroad and "somewhere else" compete by population and
by what the article's other places speak for."""

from __future__ import annotations

from collections.abc import Sequence
from math import log10
from typing import Final

from factuel.facts.gazetteer import (
    REGION,
    Commune,
    communes_named,
    has_article,
    is_french,
    is_overseas,
    longer_named,
    region_of,
    towns_named,
)
from factuel.facts.place_mentions import Use
from factuel.facts.place_surroundings import Surroundings, regional

_ELSEWHERE: Final = 3.6
"""What a commune must exceed, as the logarithm of inhabitants: a hamlet, a quarter or a village abroad of that name."""
_ABROAD: Final = 1.2
_OTHER_REGION: Final = 1.5
_BARE_ARTICLE: Final = 1.0
_MANY: Final = 4
_ONE_OF_MANY: Final = 0.6
"""Added to the floor for a name that so many communes have, as the saints': quarters have it too."""
_FORMER: Final = 1.5
_FOREIGN: Final = 0.5
"""Share of a country's worth that its towns get: a country is named more lightly than a department."""
_UNNAMED: Final = 0.7
"""Taken from a town abroad when the article, not from abroad itself, names nothing else of its country."""
_ONLY_ONE: Final = 0.7
_SEVERAL_WORDS: Final = 0.5
_KNOWN: Final = 20_000
"""Inhabitants from which a name in short for a longer one would be misread."""
_FAR: Final = 1.2
"""Taken from a commune across the sea from the article: overseas, or in France for an article from there."""
_SAME_REGION: Final = 0.7
_NEARBY: Final = ((4.0, 3.0), (2.0, 2.4), (1.0, 1.6), (0.5, 0.9))
"""(what the article speaks for a department, what that is worth)."""
_SCORES: Final = ((2.0, 0.95), (1.2, 0.9), (0.6, 0.8), (0.3, 0.65))
"""(by how much the best exceeds the others, score); less is no link."""
_SAID: Final = 0.98


def commune_meant(key: str, name: str, uses: Sequence[Use], around: Surroundings) -> tuple[Commune, float] | None:
    """Return the commune that a place's name means in an article, with a score in 0..1; None when that is open."""
    candidates = [one for one in communes_named(key) if _fits(one, uses)]
    if not candidates or all(use.part for use in uses):
        return None
    said = [one for one in candidates if _is_inside(one, uses)]
    if len(said) == 1:
        return said[0], _SAID
    if any(use.bracketed for use in uses) and not said:
        return None
    return _best(said or candidates, key, _floor(key, name, candidates, around), around)


def _fits(commune: Commune, uses: Sequence[Use]) -> bool:
    """Return whether the articles before a name fit a commune: "la Vienne" is none, "au Havre" is Le Havre."""
    return any(use.definite == commune.articled and not use.area for use in uses)


def _is_inside(commune: Commune, uses: Sequence[Use]) -> bool:
    """Return whether the words after a mention say that it is in the commune's department or region."""
    areas = [area for use in uses for area in use.inside if is_french(area)]
    region = region_of(commune.department)
    return any(area.code == (region if area.authority == REGION else commune.department) for area in areas)


def _best(candidates: Sequence[Commune], key: str, floor: float, around: Surroundings) -> tuple[Commune, float] | None:
    """Return the candidate that exceeds all others and the floor by enough."""
    only = len(candidates) == 1 and not towns_named(key)
    values = sorted(((_value(one, key, around), one.code, one) for one in candidates), reverse=True)
    best = values[0][0] + (_ONLY_ONE + (_SEVERAL_WORDS if " " in key else 0.0) if only else 0.0)
    others = [value for value, _, _ in values[1:]]
    abroad = [_size(people) + _worth_abroad(country, key, around) for country, people in towns_named(key)]
    margin = best - max([floor, *others, *abroad])
    score = next((score for least, score in _SCORES if margin >= least), None)
    return (values[0][2], score) if score and not _is_short_form(values[0][2], key, around) else None


def _worth_abroad(country: str, key: str, around: Surroundings) -> float:
    """Return what a town gets for the article's speaking of its country, or loses for its silence about it."""
    support = around.country(country, key)
    return _FOREIGN * _worth(support) if support or around.abroad() else -_UNNAMED


def _is_short_form(commune: Commune, key: str, around: Surroundings) -> bool:
    """Return whether the article is set where a longer name begins so, and not where the commune is, a small one."""
    return (
        commune.population < _KNOWN
        and not around.department(commune.department, key)
        and any(around.department(department, key) for department in longer_named(key))
    )


def _value(commune: Commune, key: str, around: Surroundings) -> float:
    near = _worth(around.department(commune.department, key))
    region = region_of(commune.department)
    same_region = _SAME_REGION if not near and region and around.region(region, key) else 0.0
    far = _FAR if not near and (is_overseas(commune.department) or around.overseas()) else 0.0
    return (_size(commune.population) if commune.population else _FORMER) + near + same_region - far


def _floor(key: str, name: str, candidates: Sequence[Commune], around: Surroundings) -> float:
    """Return what the best must exceed: more abroad, for the name of a region, for a name without its article."""
    bare = any(one.articled for one in candidates) and not has_article(name) and " " not in key
    return (
        _ELSEWHERE
        + _ABROAD * around.abroad()
        + _OTHER_REGION * (key in regional() and not any(one.population >= _KNOWN for one in candidates))
        + _BARE_ARTICLE * bare
        + _ONE_OF_MANY * (len(candidates) >= _MANY)
    )


def _size(population: int) -> float:
    return log10(population + 10)


def _worth(support: float) -> float:
    return next((worth for least, worth in _NEARBY if support >= least), 0.0)
