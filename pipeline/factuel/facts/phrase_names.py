"""Names inside a noun phrase and what they make of it: whom a person acts for, whose people a plural noun counts."""

from __future__ import annotations

from functools import cache
from typing import Final

from spacy.tokens import Span, Token

from factuel.annotation.notation.folding import fold
from factuel.facts.clauses import Phrase
from factuel.facts.context import FactContext
from factuel.facts.doc_tables import names_in, text_sentence
from factuel.facts.function_words import function_kinds
from factuel.facts.profiles import functions
from factuel.facts.protagonist import protagonist
from factuel.models import read_words
from factuel.records import Entity, EntityRef

INSIDE: Final = frozenset({"de", "d'", "d’", "du", "des"})
BODIES: Final = frozenset({"organisation", "place", "misc"})


def is_people_of(head: Token, names: list[Span]) -> bool:
    """Return whether a plural noun counts people of an organisation: "les écologistes de Nouvelle Terre"."""
    if not names or names[0].label_ != "ORG" or head.doc[names[0].start - 1].lower_ not in INSIDE:
        return False
    return head.pos_ == "NOUN" and "Plur" in head.morph.get("Number", []) and head.lower_ in read_words("group_people")


def acted_for(context: FactContext, phrase: Phrase, entity: Entity | None) -> EntityRef | None:
    """Return the organisation for which a person signs: "Zoé Marquis, présidente de la société Lumeo"; a name that a
    noun of organisations announces is one whatever its type says ("le groupe Lumeo")."""
    name = phrase.name
    if entity is None or name is None:
        return None
    announced = [word for word in name.doc[phrase.start : name.start] if word.text not in {"Le", "La", "L'", "L’"}]
    kinds = read_words("organisation_nouns", kind="body") | read_words("demonyms") | read_words("type_nouns")
    if any(word.lower_ in kinds and word.text.islower() for word in announced) and not _is_person_name(entity):
        return context.index.ref(entity)
    if phrase.start < name.start and name.doc[name.start - 1].lower_ == "famille":
        return context.index.ref(entity)
    after = name.doc[name.end : min(name.end + 4, len(name.doc))]
    if len(after) > 1 and after[0].text == "," and any(fold(word.text) in functions() for word in after[1:3]):
        later = [span for span in names_in(text_sentence(name.root)) if name.end < span.start <= name.end + 7]
        named = body_of(context, later, name.doc[name.end : name.end + 8])
        own = after[1].lower_ in {"son", "sa", "leur"}
        return named or (protagonist(context, name.start_char) if own and not later else None)
    return context.index.ref(entity) if is_governing(context, entity) else None


def is_governing(context: FactContext, entity: Entity) -> bool:
    """Return whether the article gives a person a function of government: "le ministre de l'Écologie, Zoé Marquis"."""
    forms = {fold(form) for form in read_words("governing_functions")}
    return bool(forms & context.resolver.profile_of(entity).functions)


def _is_person_name(entity: Entity) -> bool:
    """Return whether a name begins with a given name, so that "l'américain Paul Arnaud" is a person after all."""
    return fold(entity.name.split(" ")[0]) in _given_names()


@cache
def _given_names() -> frozenset[str]:
    return frozenset(fold(form) for form in read_words("given_names"))


def body_of(context: FactContext, names: list[Span], words: Span) -> EntityRef | None:
    """Return the first body of the names, where "de" ties it to the words before: "directrice de Lumeo"."""
    if not any(word.lower_ in INSIDE for word in words):
        return None
    return body_ref(context, names[0]) if names else None


def body_ref(context: FactContext, span: Span) -> EntityRef | None:
    """Return the reference of a name that is no person."""
    entity = context.index.entity_at(span.start_char, span.end_char)
    return context.index.ref(entity) if entity is not None and entity.type in BODIES else None


def is_body(head: Token) -> bool:
    """Return whether a noun stands before the name of an organisation or a venue."""
    kinds = ("organisation_nouns", "type_nouns", "venue_nouns")
    return any(head.lower_ in read_words(lexicon) for lexicon in kinds)


def stands_beside(head: Token, name: Span, end: int) -> bool:
    """Return whether the name of a body ends the phrase of a noun without a preposition: "le parfumeur grassois
    Lumeo"."""
    if name.end != end or head.doc[name.start - 1].lower_ in INSIDE:
        return False
    tied = not any(word.lower_ in INSIDE for word in head.doc[head.i + 1 : name.start])
    return is_body(head) or (name.label_ == "ORG" and tied)


def apposed_minister(context: FactContext, phrase: Phrase, end: int) -> EntityRef | None:
    """Return the person who governs, in apposition to the function: "Le ministre de l'Écologie, Zoé Marquis, a"."""
    doc = phrase.head.doc
    if phrase.head.lower_ not in read_words("governing_functions") or end >= len(doc) or doc[end].text != ",":
        return None
    name = next((span for span in names_in(text_sentence(phrase.head)) if span.start == end + 1), None)
    entity = context.index.entity_at(name.start_char, name.end_char) if name is not None else None
    return context.index.ref(entity) if entity is not None and entity.type == "person" else None


def led_body(context: FactContext, head: Token, inside: list[Span]) -> EntityRef | None:
    """Return the body that "sa présidente" or "la directrice générale" signs for, when the phrase names none."""
    if head.lower_ in read_words("acting_nouns"):
        return None
    led = function_kinds().get(fold(head.text)) == "corporate" and not inside
    own = head.i > 0 and head.nbor(-1).lower_ in {"son", "sa", "leur", "le", "la", "l'", "l’"}
    return protagonist(context, head.idx) if led and own else None


def power_ref(phrase: Phrase, end: int) -> EntityRef | None:
    """Return a power by its common noun, for states are seldom named otherwise: "gouvernement yéménite", "rebelles"."""
    if phrase.head.lower_ not in read_words("power_nouns"):
        return None
    words = phrase.head.doc[phrase.head.i : max(end, phrase.head.i + 1)]
    return EntityRef(entity_id=None, name=words.text.strip())


def is_nobody(head: Token) -> bool:
    """Return whether a head means no body of the article: several by one pronoun ("ils"), a parent that nobody names
    ("la maison mère")."""
    after = head.nbor().lower_ if head.i + 1 < len(head.doc) else ""
    return head.lower_ in {"ils", "elles", "-ils", "-elles"} or (head.lower_ == "maison" and after in {"mère", "-"})


def is_noun_after_all(word: Token) -> bool:
    """Return whether what the tagger takes for an adjective is a noun of bodies: "par l'industriel"."""
    after = word.nbor().pos_ if word.i + 1 < len(word.doc) else "PUNCT"
    return word.pos_ == "ADJ" and word.lower_ in read_words("type_nouns") and after not in {"NOUN", "PROPN", "ADJ"}
