"""The sides of a clause, read from its words in order: who is coordinated before a verb ("A et B ont signé") and after
a preposition ("entre le groupe A et B", "avec A, B et C"). Each side is a name, what a common noun stands for, or the
organisation that a person acts for ("le président de A").
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from spacy.tokens import Span, Token

from factuel.annotation.notation.folding import fold
from factuel.facts.clauses import Phrase, name_beside, phrase_ending_at
from factuel.facts.context import FactContext
from factuel.facts.doc_tables import names_in, text_sentence
from factuel.facts.meant_bodies import may_be_called, town_meant
from factuel.facts.owners import is_verb, organisation_of
from factuel.facts.participants import distinct
from factuel.facts.phrase_names import (
    BODIES,
    INSIDE,
    acted_for,
    apposed_minister,
    body_of,
    body_ref,
    is_body,
    is_nobody,
    is_noun_after_all,
    is_people_of,
    led_body,
    power_ref,
    stands_beside,
)
from factuel.facts.profiles import functions
from factuel.facts.protagonist import acting_body, maker_meant, section_heading, subject_phrase
from factuel.models import read_words
from factuel.records import EntityRef

_OPENERS: Final = frozenset({"DET", "ADJ", "NUM"})
_LONGEST: Final = 12
"""Tokens of one side: "le président de la chambre de commerce et d'industrie des Vosges"."""
_MOST: Final = 6
_AGAIN: Final = frozenset({"de", "d'", "d’", "du", "des", "avec", "par"})
"""Prepositions said again before the second phrase: "de Lumeo et d'Ardelis"."""
_AND: Final = frozenset({"et", "que", "ou"})
_TOWNS: Final = frozenset(
    {"ville", "commune", "région", "département", "canton", "pays", "état", "etat", "province", "mairie"}
)


def sides_before(context: FactContext, verb: Token) -> list[EntityRef]:
    """Return the coordinated subjects that stand before a verb, in order."""
    phrase = subject_phrase(verb)
    found: list[EntityRef] = []
    links = _AND
    for _ in range(_MOST):
        if phrase is None:
            break
        said = side(context, phrase, _last(phrase, verb.i))
        found = [said, *found] if said is not None else found
        phrase, links = _phrase_before(phrase, links), _AND | {","}
    return distinct(found)


def sides_after(context: FactContext, preposition: Token) -> list[EntityRef]:
    """Return the coordinated phrases that follow a preposition, in order, those that mean nobody known left out."""
    found = [side(context, phrase, end) for phrase, end in phrases_after(preposition)]
    return distinct(who for who in found if who is not None)


def phrases_after(preposition: Token) -> Iterator[tuple[Phrase, int]]:
    """Yield the noun phrases that follow a word and those coordinated with them, each with its end, exclusive."""
    at, end = preposition.i + 1, text_sentence(preposition).end
    for _ in range(_MOST):
        read = _phrase_from(preposition.doc, at, end)
        if read is None:
            return
        yield read
        at = _after_link(preposition, read[1], end)
        if at < 0:
            return


def side(context: FactContext, phrase: Phrase, end: int) -> EntityRef | None:
    """Return whom a phrase that ends at token `end`, exclusive, means: a body, never a person alone."""
    if phrase.name is not None:
        entity = context.index.entity_at(phrase.name.start_char, phrase.name.end_char)
        if entity is None or entity.type == "person":
            return acted_for(context, phrase, entity)
        return context.index.ref(entity) if entity.type in BODIES else None
    return None if is_nobody(phrase.head) else _noun_side(context, phrase, end)


def _noun_side(context: FactContext, phrase: Phrase, end: int) -> EntityRef | None:
    """Return whom the phrase of a common noun or a pronoun means."""
    doc = context.doc
    inside = [span for span in names_in(text_sentence(phrase.head)) if phrase.head.i < span.start and span.end <= end]
    if inside and stands_beside(phrase.head, inside[-1], end):
        return body_ref(context, inside[-1])
    mayor = phrase.head.lower_ == "maire" and not inside
    if (not mayor and fold(phrase.head.text) in functions()) or phrase.head.lower_ in read_words("representing_nouns"):
        acts = not inside and phrase.head.lower_ in read_words("acting_nouns")
        named = acting_body(context, phrase) if acts else body_of(context, inside, doc[phrase.head.i : end])
        return named or apposed_minister(context, phrase, end) or led_body(context, phrase.head, inside)
    if inside and (named := _named_inside(context, phrase.head, inside)) is not None:
        return named
    if (
        phrase.head.lower_ in _TOWNS | {"maire"}
        and not inside
        and (town := town_meant(context, phrase.head)) is not None
    ):
        return context.index.ref(town)
    if phrase.head.lower_ not in _TOWNS and (named := _apposed(context, phrase, end)) is not None:
        return named
    complemented = phrase.head.i + 1 < end and doc[phrase.head.i + 1].lower_ in INSIDE
    if complemented and not inside and (maker := maker_meant(context, phrase.head, end)) is not None:
        return context.index.ref(maker)
    if complemented or phrase.head.lower_ in read_words("relative_bodies"):
        return power_ref(phrase, end)
    return acting_body(context, phrase) or _near(context, phrase.head) or power_ref(phrase, end)


def _named_inside(context: FactContext, head: Token, inside: list[Span]) -> EntityRef | None:
    """Return whom a noun means by the names in its phrase: the town it governs, the body that it is of."""
    if head.lower_ in _TOWNS:
        return body_ref(context, inside[0])
    if is_people_of(head, inside):
        return body_ref(context, inside[0])
    if head.doc[inside[0].start - 1].lower_ in INSIDE and is_body(head):
        return EntityRef(entity_id=None, name=context.text[head.idx : inside[0].end_char])
    return None


def _apposed(context: FactContext, phrase: Phrase, end: int) -> EntityRef | None:
    """Return the name in apposition to a common noun: "un fonds lituanien, Baltic Shield, apporte"."""
    doc = phrase.head.doc
    if end + 1 >= len(doc) or doc[end].text != ",":
        return None
    read = _phrase_from(doc, end + 1, text_sentence(phrase.head).end)
    if read is None or read[0].name is None or read[0].name.label_ not in {"ORG", "MISC"}:
        return None
    closed = read[1] < len(doc) and doc[read[1]].text in {",", ")"}
    return body_ref(context, read[0].name) if closed else None


def _near(context: FactContext, head: Token) -> EntityRef | None:
    """Return what a common noun stands for when it is named again, or in this sentence or the one before."""
    headed, heading = section_heading(context, head.idx)
    if headed:
        return context.index.ref(heading) if heading is not None else None
    found = organisation_of(context, head)
    entity = context.index.by_id.get(found.entity_id or "") if found is not None else None
    if entity is not None and not may_be_called(context, entity, head):
        return None
    if entity is None or len(entity.mentions) > 1:
        return found
    sentence = text_sentence(head)
    before = text_sentence(head.doc[max(0, sentence.start - 1)])
    return found if before.start_char <= entity.mentions[0].start < sentence.end_char else None


def _phrase_from(doc: object, at: int, limit: int) -> tuple[Phrase, int] | None:
    """Return the noun phrase that begins at token `at` and its end; null when a verb or another word stands there."""
    tokens: Span = doc[at : min(at + _LONGEST, limit)]  # type: ignore[index]
    names = {span.start: span for span in names_in(text_sentence(tokens[0]))} if len(tokens) else {}
    for word in tokens:
        if word.i in names:
            return Phrase(word, names[word.i], at), names[word.i].end
        pronoun = word.pos_ == "PRON" and word.lower_ in read_words("reference_pronouns")
        if word.pos_ in {"NOUN", "PROPN"} or pronoun or is_noun_after_all(word):
            name = name_beside(word)
            end = name.end if name is not None else _extent(word, names, limit)
            return Phrase(word, name, at), end
        if word.pos_ not in _OPENERS:
            return None
    return None


def _extent(head: Token, names: dict[int, Span], limit: int) -> int:
    """Return where the phrase of a common noun ends: after its adjectives and its complements in "de"."""
    at = head.i + 1
    while at < min(head.i + _LONGEST, limit):
        word = head.doc[at]
        if at in names:
            at = names[at].end
        elif word.pos_ == "DET" and word.lower_ not in INSIDE and head.doc[at - 1].lower_ not in INSIDE:
            break
        elif word.lower_ in INSIDE or word.pos_ in {"ADJ", "DET", "NOUN", "PROPN"}:
            at += 1
        else:
            break
    return at


def _after_link(token: Token, at: int, limit: int) -> int:
    """Return where the phrase coordinated with the one that ends at `at` begins, -1 when there is none."""
    doc = token.doc
    if at + 1 >= limit:
        return -1
    if doc[at].text == "(":
        closing = next((word.i for word in doc[at : min(at + 6, limit)] if word.text == ")"), at)
        at = closing + 1
    if at + 1 >= limit:
        return -1
    if doc[at].lower_ in {"et", "ou"}:
        again = doc[at + 1].lower_ in _AGAIN and at + 2 < limit
        return at + 2 if again else at + 1
    if doc[at].lower_ == "ainsi" and doc[at + 1].lower_ in {"que", "qu'"}:
        return at + 2
    later = doc[at + 1 : min(at + 12, limit)]
    if doc[at].text == "," and doc[at + 1].lower_ == "d'" and doc[min(at + 2, limit - 1)].lower_ == "autre":
        return -1
    listed = any(word.lower_ == "et" for word in later) and not any(is_verb(word) for word in later[:6])
    return at + 1 if doc[at].text == "," and listed else -1


def _phrase_before(phrase: Phrase, links: frozenset[str]) -> Phrase | None:
    """Return the phrase that one of the links coordinates before one: "A" of "A et B", then what a comma adds."""
    doc, first = phrase.head.doc, text_sentence(phrase.head).start
    start = phrase.start
    if fold(phrase.head.text) in functions() and start > first + 1 and doc[start - 1].text == ",":
        person = phrase_ending_at(doc[start - 2])
        start = person.start if person is not None and person.name is not None else start
    while start > max(first, phrase.start - _LONGEST) and _extends(doc[start - 1]):
        start -= 1
    relative = doc[start - 1].lower_ == "que" and (start < 2 or doc[start - 2].lower_ != "ainsi")
    if start <= first or relative or doc[start - 1].lower_ not in links:
        return None
    at = start - 1
    while at > first and doc[at].text in {"et", ",", "ainsi", "que", "ou"}:
        at -= 1
    word = doc[at]
    if word.text == ")":
        opening = next((w.i for w in reversed(doc[max(first, at - 6) : at]) if w.text == "("), at)
        word = doc[max(first, opening - 1)]
    return phrase_ending_at(word)


def _extends(word: Token) -> bool:
    """Return whether a word before a name still belongs to its phrase: "la principale autorité de l'industrie RAI"."""
    inner = word.pos_ in {"NOUN", "ADJ", "DET"} or word.lower_ in INSIDE
    people = word.lower_ in read_words("demonyms")
    return people or (inner and not word.ent_type_ and not is_verb(word))


def _last(phrase: Phrase, limit: int) -> int:
    """Return where a phrase before a verb ends, for the names inside it."""
    names = {span.start: span for span in names_in(text_sentence(phrase.head))}
    return phrase.name.end if phrase.name is not None else _extent(phrase.head, names, limit)
