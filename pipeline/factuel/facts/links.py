"""Links: the codes of the countries, regions, departments and communes that an article's places are.

INSEE codes of communes, departments and regions and ISO 3166-1 alpha-2 codes, all from the files of `models/lexicons`.
A name that several could be gets the one that the article's other places speak for, else a lower score, else no link.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from factuel.facts.area_links import area_meant, is_said
from factuel.facts.communes import commune_meant
from factuel.facts.gazetteer import COMMUNE, Area, areas_named, communes_named
from factuel.facts.name_keys import name_key
from factuel.facts.place_mentions import Use, uses_of
from factuel.facts.place_surroundings import Surroundings, doubles, surroundings_of
from factuel.records import Article, Entity, Link

_MAX_NAME: Final = 80


def with_links(entities: Sequence[Entity], article: Article) -> tuple[Entity, ...]:
    """Return the entities, places with their links; other types have none, for no authority file of theirs ships."""
    places = [one for one in entities if one.type == "place" and len(one.name) < _MAX_NAME and not _is_two(one)]
    uses = {one.id: uses_of(one, article.text) for one in places}
    keys = {one.id: name_key(one.name) for one in places}
    around = surroundings_of(article, {keys[one]: uses[one] for one in uses})
    links = {one.id: links_of(keys[one.id], one.name, uses[one.id], around) for one in places}
    return tuple(one.model_copy(update={"links": links[one.id]}) if links.get(one.id) else one for one in entities)


def _is_two(entity: Entity) -> bool:
    """Return whether a place goes by the names of two areas, as "la Corse" and "la Corse-du-Sud" taken for one."""
    areas = areas_named(name_key(entity.name))
    others = [areas_named(name_key(alias)) for alias in entity.aliases]
    return any(other and areas and other != areas for other in others)


def links_of(key: str, name: str, uses: Sequence[Use], around: Surroundings) -> tuple[Link, ...]:
    """Return the links of a place: the areas of its name, else the commune; none when both may be meant."""
    if not _is_town(key, uses):
        areas = area_meant(key, uses, around)
        if areas or key in doubles():
            return _links(*areas) if areas else ()
    meant = commune_meant(key, name, uses, around)
    return (Link(authority=COMMUNE, id=meant[0].code, name=meant[0].name, score=meant[1]),) if meant else ()


def _links(areas: Sequence[Area], score: float) -> tuple[Link, ...]:
    return tuple(Link(authority=one.authority, id=one.code, name=one.name, score=score) for one in areas)


def _is_town(key: str, uses: Sequence[Use]) -> bool:
    """Return whether a name of an area and of a town stands as the town: "à Mayenne"; "lait de Mayenne" is open."""
    kind, _ = doubles().get(key, ("", ""))
    if not kind or not communes_named(key) or is_said(uses) or any(use.definite for use in uses):
        return False
    return kind == "town" or any(use.at for use in uses)
