"""`location`: where an organisation is: "Lumeo, basée à Brebières", "Lumeo, à Douai", "Lumeo (Nord)", "le siège de
Lumeo à Lille", "l'usine Lumeo de Douai", "son usine de Douai"."""

from __future__ import annotations

from collections.abc import Iterator

from factuel.facts.context import FactContext
from factuel.facts.place_frames import place_frames
from factuel.facts.seats import Placed, seats
from factuel.facts.site_places import site_places
from factuel.facts.whereabouts import whereabouts
from factuel.models import read_words
from factuel.records import EntityRef, Location


def extract(context: FactContext) -> Iterator[Location]:
    """Yield each (organisation, place) of the article once, as the first wording says it."""
    seen: set[tuple[str, str]] = set()
    said = (*seats(context), *site_places(context), *whereabouts(context), *place_frames(context))
    found = [_record(context, placed) for placed in said]
    for location in sorted((f for f in found if f is not None), key=lambda fact: fact.evidence.start):
        key = (location.entity.name, location.location.name)
        if key not in seen:
            seen.add(key)
            yield location


def _may_be_placed(context: FactContext, owner: EntityRef) -> bool:
    """Return whether what is placed is no town: a place only where its name begins with a noun of sites ("gare de")."""
    entity = context.index.by_id.get(owner.entity_id or "")
    if entity is None or entity.type != "place":
        return entity is not None
    return entity.name.split(" ")[0].casefold() in read_words("site_nouns")


def _record(context: FactContext, placed: Placed) -> Location | None:
    owner, word, place = placed.owner, placed.word, placed.place
    entity = context.index.entity_at(place.start_char, place.end_char)
    if owner is None or entity is None or entity.id == owner.entity_id or not _may_be_placed(context, owner):
        return None
    where = context.index.ref(entity)
    common = context.common(
        "location",
        min(word.idx, place.start_char),
        max(word.idx + len(word), place.end_char),
        word,
        owner.name,
        where.name,
        placed.relation,
        confidence=0.85,
        factuality="asserted" if placed.bare else None,
    )
    common["place"] = where
    if placed.bare and common["attribution"] == owner:
        common["attribution"] = None
    return Location(**common, entity=owner, location=where, relation=placed.relation)
