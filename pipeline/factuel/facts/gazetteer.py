"""The authority files that places are linked to: countries, regions, departments and communes by their name's key."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final

from factuel.facts.name_keys import name_key
from factuel.models import find_rows, read_lexicon

COUNTRY: Final = "ISO 3166-1"
REGION: Final = "INSEE région"
COMMUNE: Final = "INSEE commune"
_ARTICLED: Final = re.compile(r"(?:(?:Le|La|Les|Aux?) |L['’])", re.IGNORECASE)


@dataclass(frozen=True)
class Area:
    """A country, region, department or overseas collectivity; `region` is the code of the region it is in or is."""

    authority: str
    code: str
    name: str
    region: str


@dataclass(frozen=True)
class Commune:
    """A commune; `population` is 0 for delegated and associated ones."""

    code: str
    name: str
    department: str
    population: int

    @property
    def articled(self) -> bool:
        """Whether the name begins with an article, as "Le Havre"."""
        return has_article(self.name)


def has_article(name: str) -> bool:
    """Return whether a name begins with an article."""
    return _ARTICLED.match(name) is not None


def areas_named(key: str) -> tuple[Area, ...]:
    """Return the areas of this name: "la Réunion" is a region, a department and a code of ISO 3166-1."""
    other = _aliases().get(key)
    return (*_areas().get(key, ()), *(_areas()[other] if other else ()))


def department_numbered(code: str) -> tuple[Area, ...]:
    """Return the department of this number, if there is one."""
    return tuple(area for areas in _areas().values() for area in areas if area.code == code and _is_department(area))


def _is_department(area: Area) -> bool:
    return area.authority not in {COUNTRY, REGION}


@lru_cache(maxsize=8192)
def communes_named(key: str) -> tuple[Commune, ...]:
    """Return the communes of this name, by code."""
    rows = find_rows("insee_communes", key)
    found = (Commune(code, name, department, int(people or 0)) for _, code, name, department, people in rows)
    return tuple(sorted(found, key=lambda one: one.code))


@lru_cache(maxsize=8192)
def longer_named(key: str) -> frozenset[str]:
    """Return the departments of the communes whose name has more words after this one: Mauléon-Licharre."""
    return frozenset(row[3] for row in find_rows("insee_communes", key, longer=True))


@lru_cache(maxsize=8192)
def towns_named(key: str) -> tuple[tuple[str, int], ...]:
    """Return (ISO country code, population) of each town outside France of this name."""
    return tuple((country, int(people)) for _, country, people in find_rows("towns_abroad", key))


def region_of(department: str) -> str:
    """Return the code of the region that a department is in, "" overseas where there is none."""
    return _regions().get(department, "")


def is_french(area: Area) -> bool:
    """Return whether an area is France or a part of it."""
    return area.authority != COUNTRY or area.code == "FR" or area.code in _overseas()


def is_overseas(department: str) -> bool:
    """Return whether a department's number is one of those overseas."""
    return department.startswith(("97", "98"))


def area_codes(name: str) -> frozenset[str]:
    """Return the codes of the countries of a name as lexicons write it."""
    return frozenset(area.code for area in areas_named(name_key(name)) if area.authority == COUNTRY)


def is_country(code: str) -> bool:
    """Return whether ISO 3166-1 has this alpha-2 code."""
    return code in _countries()


@cache
def _areas() -> Mapping[str, tuple[Area, ...]]:
    found: dict[str, list[Area]] = defaultdict(list)
    for row in read_lexicon("areas"):
        found[row["key"]].append(Area(row["authority"], row["code"], row["name"], row["region"]))
    return {key: tuple(sorted(areas, key=lambda one: one.authority)) for key, areas in found.items()}


@cache
def _aliases() -> Mapping[str, str]:
    return {name_key(row["form"]): name_key(row["name"]) for row in read_lexicon("area_aliases")}


@cache
def _regions() -> Mapping[str, str]:
    rows = read_lexicon("areas")
    return {row["code"]: row["region"] for row in rows if row["authority"] not in {COUNTRY, REGION}}


@cache
def _countries() -> frozenset[str]:
    return frozenset(row["code"] for row in read_lexicon("areas") if row["authority"] == COUNTRY)


@cache
def _overseas() -> frozenset[str]:
    """Countries of ISO 3166-1 that are French departments or collectivities of the same name."""
    french = {row["key"] for row in read_lexicon("areas") if row["authority"] != COUNTRY}
    french |= {name for form, name in _aliases().items() if form in french}
    return frozenset(
        row["code"] for row in read_lexicon("areas") if row["authority"] == COUNTRY and row["key"] in french
    )
