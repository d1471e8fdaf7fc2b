"""`location`: where an organisation is: "Lumeo, basée à Brebières", "Lumeo, à Douai", "Lumeo (Nord)", "le siège de
Lumeo à Lille", "l'usine Lumeo de Douai", "son usine de Douai"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, Literal

from spacy.tokens import Span, Token

from factuel.facts.context import FactContext
from factuel.facts.nearby import name_after, name_before, next_name
from factuel.facts.participants import participant
from factuel.facts.syntax import ancestors, copulas, governing_verb, subjects
from factuel.models import read_lexicon, read_words
from factuel.records import EntityRef, Location

Relation = Literal["headquarters", "site", "founded"]
_OWNERS: Final = frozenset({"organisation"})
_AT: Final = frozenset({"à", "au", "aux", "en", "dans", "près", "sur"})
_OF: Final = frozenset({"de", "d'", "d’", "du"})
_POSSESSIVES: Final = frozenset({"son", "sa", "ses", "leur", "leurs"})


def extract(context: FactContext) -> Iterator[Location]:
    """Yield each (organisation, place) of the article once, as the first wording says it."""
    seen: set[tuple[str, str]] = set()
    relations = {row["form"]: row["relation"] for row in read_lexicon("location_words")}
    found: list[Location | None] = []
    for token in context.doc:
        relation = relations.get(token.lower_)
        found.append(_from_word(context, token, relation) if relation else _from_site(context, token))
    found += [_beside(context, span) for span in context.doc.ents if span.label_ == "ORG"]
    for location in sorted((f for f in found if f is not None), key=lambda fact: fact.evidence.start):
        key = (location.entity.name, location.location.name)
        if key not in seen:
            seen.add(key)
            yield location


def _from_word(context: FactContext, token: Token, relation: str) -> Location | None:
    seat = token.lower_ == "siège"
    place = name_after(token, "LOC", _AT | _OF if seat else _AT, reach=8)
    if place is None:
        return None
    return _record(context, token, place, _owner_of_seat(context, token) if seat else _owner(context, token), relation)


def _owner(context: FactContext, participle: Token) -> EntityRef | None:
    """Return the organisation that the participle modifies, or is the predicate of, or whose sentence it opens."""
    words = subjects(participle)
    if not words and participle.dep_ in {"acl", "amod", "appos", "conj", "ROOT", "advcl", "parataxis"}:
        words = [participle.head] if participle.head != participle else []
    if participle.i == participle.sent.start or participle.nbor(-1).is_space:
        words += subjects(governing_verb(participle.head))
    for word in words:
        found = participant(context, word, _OWNERS) or _named_site(context, word)
        if found is not None:
            return found
        for above in ancestors(word):
            if above.i < participle.i and above != word and above.dep_ in {"appos", "nmod"}:
                reference = participant(context, above.head, _OWNERS)
                if reference is not None:
                    return reference
    return _reference(context, name_before(participle, "ORG", reach=1))


def _named_site(context: FactContext, word: Token) -> EntityRef | None:
    """Return a named site ("le Campus Numéria, basé à Lens") whose type is place."""
    entity = context.index.entity_at(word.idx, word.idx + len(word))
    if entity is None or entity.type != "place":
        return None
    return context.index.ref(entity) if entity.name.split(" ")[0].casefold() in read_words("site_nouns") else None


def _owner_of_seat(context: FactContext, seat: Token) -> EntityRef | None:
    """Return the organisation of "le siège de Lumeo", "Lumeo a son siège", "Lumeo, dont le siège"."""
    for child in seat.children:
        if child.dep_ == "nmod" and (found := participant(context, child, _OWNERS)):
            return found
    before = [word.lower_ for word in seat.doc[max(seat.sent.start, seat.i - 2) : seat.i]]
    if "dont" in before:
        at = seat.doc[seat.i - 1 - before[::-1].index("dont")]
        return _reference(context, name_before(at, "ORG", reach=2)) or _antecedent(context, at)
    verb = next((word for word in ancestors(seat) if word.pos_ == "VERB" or copulas(word)), None)
    words = [word for word in subjects(verb) if word is not seat] if verb is not None else []
    return next((found for word in words if (found := participant(context, word, _OWNERS))), None)


def _antecedent(context: FactContext, dont: Token) -> EntityRef | None:
    """Return what the noun phrase before "dont" stands for: "L'entreprise familiale, dont"."""
    for word in reversed(dont.doc[max(dont.sent.start, dont.i - 4) : dont.i]):
        if word.pos_ in {"NOUN", "PROPN"}:
            return participant(context, word, _OWNERS)
    return None


def _from_site(context: FactContext, token: Token) -> Location | None:
    """ "l'usine Lumeo de Douai", "l'usine de Lumeo à Douai", "son usine de Douai", "le site de Douai de Lumeo"."""
    if token.lower_ not in read_words("site_nouns") or token.pos_ not in {"NOUN", "PROPN"}:
        return None
    first = next_name(token, reach=5)
    if first is None:
        return None
    if first.label_ == "ORG":
        place = name_after(first[-1], "LOC", _AT | _OF, reach=2)
        return _record(context, token, place, _reference(context, first), "site") if place is not None else None
    if first.label_ != "LOC" or not _introduced(first, _AT | _OF):
        return None
    owner = name_after(first[-1], "ORG", _OF, reach=3)
    if owner is not None:
        return _record(context, token, first, _reference(context, owner), "site")
    if not any(child.lower_ in _POSSESSIVES for child in token.children):
        return None
    verb = governing_verb(token)
    words = [word for word in subjects(verb) if word != token]
    reference = next((found for word in words if (found := participant(context, word, _OWNERS))), None)
    return _record(context, token, first, reference, "site")


def _beside(context: FactContext, name: Span) -> Location | None:
    """ "Lumeo, à Douai, ..." and "Lumeo (Nord)"."""
    doc, at = context.doc, name.end
    if at + 1 >= len(doc) or doc[at].text not in {",", "("}:
        return None
    preposed = doc[at].text == "," and doc[at + 1].lower_ in {"à", "en"}
    place = next((span for span in name.sent.ents if span.start == at + 1 + preposed), None)
    if place is None or place.label_ != "LOC" or place.end >= len(doc):
        return None
    closed = doc[place.end].text == ")" if doc[at].text == "(" else doc[place.end].text in {",", ".", "("}
    if not closed or (doc[at].text == "," and not preposed):
        return None
    return _record(context, name[-1], place, _reference(context, name), "headquarters")


def _introduced(place: Span, prepositions: frozenset[str]) -> bool:
    doc = place.doc
    return any(doc[at].lower_ in prepositions for at in range(max(0, place.start - 2), place.start))


def _reference(context: FactContext, span: Span | None) -> EntityRef | None:
    entity = context.index.entity_at(span.start_char, span.end_char) if span is not None else None
    return context.index.ref(entity) if entity is not None and entity.type == "organisation" else None


def _record(context: FactContext, token: Token, place: Span, owner: EntityRef | None, relation: str) -> Location | None:
    entity = context.index.entity_at(place.start_char, place.end_char)
    if owner is None or entity is None or entity.id == owner.entity_id:
        return None
    where = context.index.ref(entity)
    bare = token.dep_ in {"acl", "amod"} or token.ent_type_ == "ORG"
    common = context.common(
        "location",
        token.idx,
        place.end_char,
        token,
        owner.name,
        where.name,
        relation,
        confidence=0.85,
        factuality="asserted" if bare else None,
    )
    common["place"] = where
    return Location(**common, entity=owner, location=where, relation=relation)
