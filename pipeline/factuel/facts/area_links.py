"""Whether a place is the country, region or department of its name, or the river, the mountains or the town."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from factuel.facts.gazetteer import COUNTRY, REGION, Area, area_codes, areas_named
from factuel.facts.place_mentions import Use
from factuel.facts.place_surroundings import Surroundings, doubles

_SURE: Final = 0.97
_SAID: Final = 0.95
_LIKELY: Final = 0.85
_WEAK: Final = 0.75
_NEAR: Final = 1.0
"""What the article's other places must speak for a department whose name is also a river's."""
_MUCH: Final = 2.0


def area_meant(key: str, uses: Sequence[Use], around: Surroundings) -> tuple[tuple[Area, ...], float] | None:
    """Return the areas of a name that a place means (one of each authority), with a score; None when it means none."""
    areas = areas_named(key)
    if not areas or all(use.part for use in uses):
        return None
    kind, abroad = doubles().get(key, ("", ""))
    if not kind:
        return areas, _SURE
    if any(use.bracketed or use.inside for use in uses):
        return None
    away = max((around.country(code, key) for code in area_codes(abroad)), default=0.0)
    score = _SCORERS[kind](uses, _support(areas, key, around), away)
    return (areas, score) if score else None


def is_said(uses: Sequence[Use]) -> bool:
    """Return whether a mention can only be an area: after "en", in brackets, or after a word that departments have."""
    return any(use.area or use.within or use.cued for use in uses)


def _support(areas: Sequence[Area], key: str, around: Surroundings) -> float:
    """Return what the article's other places speak for a department, those elsewhere in its region for a half."""
    own = [one for one in areas if one.authority not in {COUNTRY, REGION}]
    return max((max(around.department(one.code, key), around.region(one.region, key) / 2) for one in own), default=0.0)


def _river(uses: Sequence[Use], support: float, away: float) -> float:
    """A river gives its name to the department: words of water near it, or nothing of the department, leave it open."""
    if is_said(uses) and support >= away:
        return _SAID
    if any(use.water for use in uses) or not all(use.definite for use in uses) or away > support:
        return 0.0
    if support >= _NEAR:
        return _LIKELY
    return _WEAK if any(use.dans for use in uses) else 0.0


def _relief(uses: Sequence[Use], support: float, away: float) -> float:
    """Mountains reach over their department, and abroad."""
    if away > support:
        return 0.0
    if is_said(uses):
        return _SAID
    return _LIKELY if support >= _NEAR else _WEAK * any(use.dans for use in uses)


def _sea(uses: Sequence[Use], support: float, away: float) -> float:
    """The sea and the north are meant unless the department is said, or the article is full of it."""
    if is_said(uses):
        return _SAID
    inside = any(use.dans and not (use.compass or use.water) for use in uses)
    return _WEAK if inside and support >= _MUCH else 0.0


def _direction(uses: Sequence[Use], support: float, away: float) -> float:
    return 0.0 if any(use.compass for use in uses) else _sea(uses, support, away)


def _town(uses: Sequence[Use], support: float, away: float) -> float:
    """A country with the name of a town has an article: "au Luxembourg", and "à Luxembourg" is the town."""
    return _SAID if any(use.definite or use.area or use.within for use in uses) else 0.0


def _state(uses: Sequence[Use], support: float, away: float) -> float:
    """Georgia is a country unless the article speaks of the United States."""
    return 0.0 if away else _LIKELY


_SCORERS: Final[Mapping[str, Callable[[Sequence[Use], float, float], float]]] = {
    "river": _river,
    "relief": _relief,
    "sea": _sea,
    "direction": _direction,
    "town": _town,
    "state": _state,
}
