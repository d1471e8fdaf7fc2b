"""What an article says of where it is set: the departments, regions and countries that its sure places, its address and
its newspaper speak for."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Final
from urllib.parse import urlsplit

from factuel.annotation.notation.folding import fold
from factuel.facts.gazetteer import (
    COUNTRY,
    REGION,
    Area,
    area_codes,
    areas_named,
    communes_named,
    is_country,
    is_french,
    is_overseas,
    region_of,
    towns_named,
)
from factuel.facts.name_keys import name_key
from factuel.facts.place_mentions import Use
from factuel.models import read_lexicon, read_words
from factuel.records import Article

_AREA: Final = 2.0
"""What a department or region named, or in brackets, weighs; a town that only one commune can be weighs half of it."""
_TOWN: Final = 1.0
_CITY: Final = 0.5
_CITIES: Final = 200_000
"""Inhabitants from which a town is spoken of everywhere, and says less of where an article is set."""
_SITE: Final = 2.0
_DOMAIN: Final = 4.0
_LETTERS: Final = re.compile(r"[^a-z0-9]+")
_NUMBER: Final = re.compile(r"[-_]\d+$")


@dataclass
class Surroundings:
    """Weights by code of department, region and country (not France), each by the key of the place that gave it, so
    that no place speaks for itself."""

    departments: dict[str, dict[str, float]] = field(default_factory=lambda: defaultdict(dict))
    regions: dict[str, dict[str, float]] = field(default_factory=lambda: defaultdict(dict))
    countries: dict[str, dict[str, float]] = field(default_factory=lambda: defaultdict(dict))

    def department(self, code: str, key: str) -> float:
        """Return how much the article's other places than `key` speak for a department."""
        return _sum(self.departments.get(code), key)

    def region(self, code: str, key: str) -> float:
        """Return how much they speak for a region, its departments included."""
        inside = sum(_sum(by, key) for department, by in self.departments.items() if region_of(department) == code)
        return _sum(self.regions.get(code), key) + inside

    def country(self, code: str, key: str) -> float:
        """Return how much they speak for a country other than France."""
        return _sum(self.countries.get(code), key)

    def abroad(self) -> bool:
        """Return whether the article is set outside France, or comes from there, rather than in it."""
        home, away = _total((*self.departments.values(), *self.regions.values())), _total(self.countries.values())
        return away > 2 * home + 1

    def overseas(self) -> bool:
        """Return whether a place of the article is overseas."""
        return any(map(is_overseas, self.departments))

    def add_area(self, area: Area, key: str, weight: float = _AREA) -> None:
        """Let an area named speak for itself."""
        if not is_french(area):
            self.countries[area.code][key] = weight / 2
        elif area.authority == REGION:
            self.regions[area.code][key] = weight / 2
        elif area.authority != COUNTRY:
            self.departments[area.code][key] = weight


def _sum(by: Mapping[str, float] | None, key: str) -> float:
    return sum(weight for other, weight in by.items() if other != key) if by else 0.0


def _total(many: Iterable[Mapping[str, float]]) -> float:
    return sum(sum(by.values()) for by in many)


def surroundings_of(article: Article, places: Mapping[str, tuple[Use, ...]]) -> Surroundings:
    """Return what the places of an article, by key with their uses, its address and its site say of where it is set."""
    found = Surroundings()
    for key, uses in places.items():
        areas = areas_named(key)
        if areas and (key not in doubles() or any(use.area or use.within or use.cued for use in uses)):
            for area in areas:
                found.add_area(area, key)
        elif key in _foreign():
            found.countries[_foreign()[key]][key] = _AREA
        elif not areas:
            _add_town(found, key)
        for area in (area for use in uses for area in use.inside):
            found.add_area(area, f"({key})")
    _add_address(found, article)
    return found


def _add_town(found: Surroundings, key: str) -> None:
    """Let a name that only one commune, or only towns of one country have, speak for where it is."""
    communes, towns = communes_named(key), towns_named(key)
    if len(communes) == 1 and not towns and communes[0].population and key not in regional():
        weight = _CITY if communes[0].population >= _CITIES else _TOWN
        found.departments[communes[0].department][key] = weight
    elif not communes and len(towns) == 1:
        found.countries[towns[0][0]][key] = _TOWN


def _add_address(found: Surroundings, article: Article) -> None:
    """Let the address's domain and folders, the site's name and what its title is known for speak."""
    address = urlsplit(article.url or "")
    labels = (address.hostname or "").removeprefix("www.").split(".")
    country = labels[-1].upper()
    if len(labels) > 1 and is_country(country) and country not in {"FR", *_everywhere()}:
        found.add_area(Area(COUNTRY, country, "", ""), "address", 2 * _DOMAIN)
    words = name_key(article.site or "").split()
    folders = [name_key(_NUMBER.sub("", folder)) for folder in address.path.split("/")[1:-1]]
    known = _LETTERS.sub("", fold(article.site or "")), *(_LETTERS.sub("", label) for label in labels[:-1])
    names = [*(name_key(area) for site in known for area in _sites().get(site, ())), *folders, *words]
    for area in (area for name in names for area in areas_named(name) if is_french(area)):
        found.add_area(area, f"address {area.code}", _SITE)
    for folder in folders:
        _add_town(found, folder)


@cache
def doubles() -> Mapping[str, tuple[str, str]]:
    """Return (what else it is, country where) for the key of each area that is also something else."""
    return {name_key(row["form"]): (row["kind"], row["abroad"]) for row in read_lexicon("area_doubles")}


@cache
def regional() -> frozenset[str]:
    """Return the keys of historic regions, rivers, mountains, continents and venues, which are rarely the commune."""
    kinds = ("region", "nature", "continent", "venue")
    return frozenset(name_key(form) for kind in kinds for form in read_words("places", kind=kind))


@cache
def _foreign() -> Mapping[str, str]:
    """Return the code of the country of each region abroad, by the key of its name."""
    rows = read_lexicon("foreign_regions")
    return {name_key(row["form"]): code for row in rows for code in area_codes(row["country"])}


@cache
def _everywhere() -> frozenset[str]:
    return frozenset(word.upper() for word in read_words("open_domains"))


@cache
def _sites() -> Mapping[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for row in read_lexicon("press_sites"):
        found[row["site"]].append(row["area"])
    return found
