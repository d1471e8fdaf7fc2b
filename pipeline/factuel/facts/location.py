"""`location`: where an organisation is: "Lumeo, basée à Brebières", "le siège de Lumeo à Lille", "l'usine Lumeo de
Douai"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, Literal

from spacy.tokens import Span, Token

from factuel.facts.context import FactContext
from factuel.facts.participants import participant
from factuel.facts.syntax import ancestors, copulas, subjects
from factuel.models import read_lexicon, read_words
from factuel.records import EntityRef, Location

Relation = Literal["headquarters", "site", "founded"]
_OWNERS: Final = frozenset({"organisation"})
_AT: Final = frozenset({"à", "au", "aux", "en", "dans", "près", "sur", "de", "d'", "d’", "du"})


def extract(context: FactContext) -> Iterator[Location]:
    """Yield each (organisation, place, relation) of the article once."""
    seen: set[tuple[str, str, str]] = set()
    relations = {row["form"]: row["relation"] for row in read_lexicon("location_words")}
    for token in context.doc:
        relation = relations.get(token.lower_)
        found = _from_word(context, token, relation) if relation else _from_site(context, token)
        if found is None:
            continue
        key = (found.entity.name, found.location.name, found.relation)
        if key not in seen:
            seen.add(key)
            yield found


def _from_word(context: FactContext, token: Token, relation: str) -> Location | None:
    place = _place_after(token, _AT if token.lower_ == "siège" else _AT - {"de", "d'", "d’", "du"})
    if place is None:
        return None
    owner = _owner_of_seat(context, token) if token.lower_ == "siège" else _owner(context, token)
    return _record(context, token, place, owner, relation)


def _owner(context: FactContext, participle: Token) -> EntityRef | None:
    """Return the organisation that the participle modifies or is the predicate of, which stands just before it."""
    words = subjects(participle)
    if not words and participle.dep_ in {"acl", "amod", "appos", "conj", "ROOT", "advcl", "parataxis"}:
        words = [participle.head] if participle.head is not participle else []
    for word in words:
        found = participant(context, word, _OWNERS)
        if found is not None:
            return found
        for above in ancestors(word):
            if above.i < participle.i and above is not word and above.dep_ in {"appos", "nmod"}:
                reference = participant(context, above.head, _OWNERS)
                if reference is not None:
                    return reference
    return _name_before(context, participle)


def _name_before(context: FactContext, token: Token) -> EntityRef | None:
    """Return the organisation whose name ends within three tokens before, with no verb between."""
    for span in reversed([name for name in token.sent.ents if name.end <= token.i]):
        if token.i - span.end > 3 or any(word.pos_ in {"VERB", "AUX"} for word in token.doc[span.end : token.i]):
            return None
        entity = context.index.entity_at(span.start_char, span.end_char)
        return context.index.ref(entity) if entity is not None and entity.type == "organisation" else None
    return None


def _owner_of_seat(context: FactContext, seat: Token) -> EntityRef | None:
    for child in seat.children:
        if child.dep_ == "nmod" and (found := participant(context, child, _OWNERS)):
            return found
    verb = next((word for word in ancestors(seat) if word.pos_ == "VERB" or copulas(word)), None)
    words = [word for word in subjects(verb) if word is not seat] if verb is not None else []
    return next((found for word in words if (found := participant(context, word, _OWNERS))), None)


def _from_site(context: FactContext, token: Token) -> Location | None:
    """ "l'usine Lumeo de Douai", "l'usine de Lumeo à Douai": a site noun, an organisation, a preposition, a place."""
    if token.lower_ not in read_words("site_nouns") or token.pos_ not in {"NOUN", "PROPN"}:
        return None
    names = [span for span in token.sent.ents if token.i < span.start <= token.i + 9]
    if len(names) < 2 or names[0].label_ != "ORG" or names[1].label_ != "LOC":
        return None
    between = [word.lower_ for word in token.doc[names[0].end : names[1].start]]
    if not between or between[0] not in _AT or len(between) > 2:
        return None
    if any(word.pos_ in {"VERB", "AUX", "PUNCT"} for word in token.doc[token.i + 1 : names[0].start]):
        return None
    entity = context.index.entity_at(names[0].start_char, names[0].end_char)
    return _record(context, token, names[1], context.index.ref(entity) if entity else None, "site")


def _place_after(token: Token, prepositions: frozenset[str]) -> Span | None:
    for span in token.sent.ents:
        if span.label_ != "LOC" or not token.i < span.start <= token.i + 8:
            continue
        between = token.doc[token.i + 1 : span.start]
        if any(word.pos_ in {"VERB", "AUX"} or word.text in {".", ";", ":"} for word in between):
            return None
        return span if any(word.lower_ in prepositions for word in between) else None
    return None


def _record(context: FactContext, token: Token, place: Span, owner: EntityRef | None, relation: str) -> Location | None:
    entity = context.index.entity_at(place.start_char, place.end_char)
    if owner is None or entity is None or entity.id == owner.entity_id:
        return None
    where = context.index.ref(entity)
    common = context.common(
        "location", token.idx, place.end_char, token, owner.name, where.name, relation, confidence=0.85,
        factuality="asserted" if token.dep_ in {"acl", "amod"} else None,
    )  # fmt: skip
    common["place"] = where
    return Location(**common, entity=owner, location=where, relation=relation)  # type: ignore[arg-type]
