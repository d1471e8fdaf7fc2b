"""`location`: where an organisation is: "Lumeo, basée à Brebières", "Lumeo, à Douai", "Lumeo (Nord)", "le siège de
Lumeo à Lille", "l'usine Lumeo de Douai", "son usine de Douai"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, Literal

from spacy.tokens import Span, Token

from factuel.facts.actors import (
    actor,
    apposed,
    generic_organisation,
    main_organisation,
    near_organisation,
    opens_with,
    possessor,
    reference,
    subject_names,
)
from factuel.facts.context import FactContext
from factuel.facts.nearby import (
    acts_on,
    completes_other,
    coordinated,
    follows_person,
    name_after,
    name_before,
    next_name,
)
from factuel.facts.participants import participant
from factuel.facts.syntax import ancestors, governing_verb, objects, preposition, subjects
from factuel.models import read_lexicon, read_words, verb_forms
from factuel.records import EntityRef, Location

Relation = Literal["headquarters", "site", "founded"]
_OWNERS: Final = frozenset({"organisation"})
_AT: Final = frozenset({"à", "au", "aux", "en", "dans", "près", "sur"})
_OF: Final = frozenset({"de", "d'", "d’", "du"})
_NOMINAL: Final = frozenset({"NOUN", "PROPN", "PRON", "X"})
_POSSESSIVES: Final = frozenset({"son", "sa", "ses", "leur", "leurs"})


def extract(context: FactContext) -> Iterator[Location]:
    """Yield each (organisation, place) of the article once, as the first wording says it."""
    seen: set[tuple[str, str]] = set()
    relations = {row["form"]: row["relation"] for row in read_lexicon("location_words")}
    found: list[Location | None] = []
    for token in context.doc:
        relation = relations.get(token.lower_)
        found += [_from_word(context, token, relation)] if relation else _from_site(context, token)
        found.append(_from_founding(context, token))
    found += [_beside(context, span) for span in context.doc.ents if span.label_ == "ORG"]
    for location in sorted((f for f in found if f is not None), key=lambda fact: fact.evidence.start):
        key = (location.entity.name, location.location.name)
        if key not in seen:
            seen.add(key)
            yield location


def _from_word(context: FactContext, token: Token, relation: str) -> Location | None:
    seat = token.lower_ == "siège"
    if (seat and token.pos_ == "VERB") or acts_on(token) or (token.lower_ == "née" and follows_person(token)):
        return None
    place = name_after(token, "LOC", _AT | _OF if seat else _AT, reach=8)
    if place is None:
        return None
    return _record(context, token, place, _owner_of_seat(context, token) if seat else _owner(context, token), relation)


def _owner(context: FactContext, participle: Token) -> EntityRef | None:
    """Return the organisation that the participle modifies, or is the predicate of, or whose sentence it opens."""
    words = subjects(participle)
    if not words and participle.dep_ in {"acl", "amod", "appos", "conj", "ROOT", "advcl", "parataxis"}:
        words = [participle.head] if participle.head != participle and participle.head.pos_ in _NOMINAL else []
    for word in words:
        if word.lower_ == "siège":
            return _owner_of_seat(context, word)
        found = actor(context, [word]) or _named_site(context, word) or _apposition_of(context, word, participle)
        if found is not None:
            return found
    coordinated = participle.i > participle.sent.start and participle.nbor(-1).lower_ in {"et", "ou", "puis"}
    beside = None if coordinated else reference(context, name_before(participle, "ORG", reach=1))
    return (
        beside or apposed(context, participle) or opens_with(context, participle) or _noun_beside(context, participle)
    )


def _apposition_of(context: FactContext, word: Token, participle: Token) -> EntityRef | None:
    for above in ancestors(word):
        if above.i < participle.i and above != word and above.dep_ in {"appos", "nmod"}:
            found = participant(context, above.head, _OWNERS)
            if found is not None:
                return found
    return None


def _noun_beside(context: FactContext, participle: Token) -> EntityRef | None:
    """Return what "l'entreprise familiale, basée" stands for where the parse ties the participle elsewhere."""
    for word in reversed(participle.doc[max(participle.sent.start, participle.i - 5) : participle.i]):
        if word.pos_ in {"VERB", "AUX"} or word.ent_type_:
            return None
        if (called := _called(context, context.text[word.idx : participle.idx])) is not None:
            return called
        if generic_organisation(word):
            return actor(context, [word])
    return None


def _called(context: FactContext, words: str) -> EntityRef | None:
    """Return the organisation or place that the article also writes as these words with capitals."""
    said = words.strip(" ,").casefold()
    for entity in context.index.entities if " " in said else ():
        if entity.type in {"organisation", "place"} and said in {n.casefold() for n in (entity.name, *entity.aliases)}:
            return context.index.ref(entity)
    return None


def _named_site(context: FactContext, word: Token) -> EntityRef | None:
    """Return a named site ("le Campus Numéria, basé à Lens") whose type is place."""
    entity = context.index.entity_at(word.idx, word.idx + len(word))
    if entity is None or entity.type != "place":
        return None
    return context.index.ref(entity) if entity.name.split(" ")[0].casefold() in read_words("site_nouns") else None


def _owner_of_seat(context: FactContext, seat: Token) -> EntityRef | None:
    """Return the organisation of "le siège de Lumeo", "son siège", "Lumeo a son siège", "Lumeo, dont le siège"."""
    for child in seat.children:
        if child.dep_ == "nmod" and (found := participant(context, child, _OWNERS)):
            return found
    before = [word.lower_ for word in seat.doc[max(seat.sent.start, seat.i - 2) : seat.i]]
    if "dont" in before:
        at = seat.doc[seat.i - 1 - before[::-1].index("dont")]
        return reference(context, name_before(at, "ORG", reach=2)) or apposed(context, at) or _antecedent(context, at)
    if _POSSESSIVES & set(before):
        return possessor(context, seat)
    found = subject_names(context, seat)
    return found or (main_organisation(context, seat.idx) if _AT & {preposition(c) for c in seat.children} else None)


def _antecedent(context: FactContext, dont: Token) -> EntityRef | None:
    """Return what the noun phrase before "dont" stands for: "L'entreprise familiale, dont"."""
    for word in reversed(dont.doc[max(dont.sent.start, dont.i - 6) : dont.i]):
        if word.pos_ in {"VERB", "AUX"}:
            return None
        if word.pos_ in {"NOUN", "PROPN"} and (found := actor(context, [word])):
            return found
    return None


def _from_site(context: FactContext, token: Token) -> list[Location]:
    """ "l'usine Lumeo de Douai", "l'usine de Lumeo à Douai", "son usine de Douai", "les agences de Lens et Douai"."""
    if token.lower_ not in read_words("site_nouns") or token.pos_ not in {"NOUN", "PROPN"} or token.ent_type_:
        return []
    if (first := next_name(token, reach=7)) is None:
        return []
    if first.label_ == "ORG":
        place = name_after(first[-1], "LOC", _AT | _OF, reach=2)
        found = _record(context, token, place, reference(context, first), "site") if place is not None else None
        return [found] if found is not None else []
    if first.label_ != "LOC" or not _introduced(first, _AT | _OF) or _is_left(token):
        return []
    places = coordinated(first, "LOC")
    beside = name_after(places[-1][-1], "ORG", _OF, reach=4)
    if beside is not None and "et" in [word.lower_ for word in token.doc[places[-1].end : beside.start]]:
        beside = None
    owner = reference(context, beside) or _site_owner(context, token)
    return [fact for place in places if (fact := _record(context, token, place, owner, "site"))]


def _is_left(site: Token) -> bool:
    """Return whether the site closes or moves, so that nothing is there any more ("fermera ses agences de Lens")."""
    row = verb_forms("site_change_words").get(governing_verb(site).lower_)
    return row is not None and row["change"] in {"closure", "relocation"}


def _site_owner(context: FactContext, site: Token) -> EntityRef | None:
    """Return whose the site is: by its possessive, "dont", its verb of having, or the article's topic."""
    owned = possessor(context, site)
    before = [word.lower_ for word in site.doc[max(site.sent.start, site.i - 3) : site.i]]
    if owned is not None or site.lower_ not in read_words("site_nouns", owned="1"):
        return owned
    if "dont" in before:
        at = next(word for word in site.doc[max(site.sent.start, site.i - 3) : site.i] if word.lower_ == "dont")
        return reference(context, name_before(at, "ORG", reach=2)) or _antecedent(context, at)
    if {"un", "une", "des"} & set(before):
        has = any(word.lower_ in verb_forms("site_having_verbs") for word in list(site.ancestors)[:2])
        return subject_names(context, site) if has else None
    if site.sent.start_char < context.text.find("\n\n"):
        return None
    if not {"le", "la", "l'", "l’", "les"} & set(before[-2:]):
        return None
    return near_organisation(context, site)


def _from_founding(context: FactContext, token: Token) -> Location | None:
    """ "il avait créé son entreprise en 1958 à Lens": the founder's company, which the article is about."""
    if token.lower_ not in verb_forms("founding_verbs") or token.pos_ != "VERB":
        return None
    thing = next((word for word in objects(token) if word.lower_ in read_words("organisation_nouns")), None)
    place = name_after(token, "LOC", _AT, reach=12)
    if thing is None or place is None or not {"son", "sa", "leur"} & {child.lower_ for child in thing.children}:
        return None
    return _record(context, token, place, main_organisation(context, token.idx), "founded")


def _beside(context: FactContext, name: Span) -> Location | None:
    """ "Lumeo, à Douai, ..." and "Lumeo (Nord)"."""
    doc, at = context.doc, name.end
    if at + 1 >= len(doc) or doc[at].text not in {",", "("}:
        return None
    preposed = doc[at].text == "," and doc[at + 1].lower_ == "à"
    if preposed and completes_other(name):
        return None
    place = next((span for span in name.sent.ents if span.start == at + 1 + preposed), None)
    if place is None or place.label_ != "LOC" or place.end >= len(doc):
        return None
    closed = doc[place.end].text == ")" if doc[at].text == "(" else doc[place.end].text in {",", ".", "("}
    if not closed or (doc[at].text == "," and not preposed):
        return None
    return _record(context, name[-1], place, reference(context, name), "headquarters")


def _introduced(place: Span, prepositions: frozenset[str]) -> bool:
    doc = place.doc
    return any(doc[at].lower_ in prepositions for at in range(max(0, place.start - 2), place.start))


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
