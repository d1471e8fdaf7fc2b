"""Who holds a function: the person in front of it, after it, or whom a verb of being or appointing gives it to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

from spacy.tokens import Span, Token

from factuel.facts.context import FactContext
from factuel.facts.function_words import fold
from factuel.facts.participants import named
from factuel.facts.syntax import ancestors, copulas, has_feature, objects, subjects
from factuel.facts.titles import Title
from factuel.models import read_words, unaccented, verb_forms
from factuel.records import EntityRef

Status = Literal["current", "former", "appointed", "leaving"]
_OPENERS: Final = frozenset({",", "(", "–", "-", "—", ":"})
_MAX_REACH: Final = 14
"""Tokens between a verb of appointing and the function: a clause of press prose."""


@dataclass(frozen=True)
class Holder:
    """A person found for a title, at characters `start` to `end`; `employer` is who appoints, when the verb says it."""

    start: int
    end: int
    title: Title
    status: Status
    confidence: float
    employer: EntityRef | None = None


def find_holder(title: Title, context: FactContext, previous: Holder | None) -> Holder | None:
    """Return who holds the title, or None; `previous` is the holder of the title before ("... et présidente")."""
    return (
        _after(title, context)
        or _apposed(title, context, previous)
        or _at_post(title, context)
        or _predicate(title, context)
        or _fronted(title, context)
    )


def _status(title: Title) -> Status:
    if title.former:
        return "former"
    return "leaving" if title.leaving else "current"


def _holder(
    who: Span | Token, title: Title, status: Status, confidence: float, employer: EntityRef | None = None
) -> Holder:
    start = who.start_char if isinstance(who, Span) else who.idx
    return Holder(start, start + len(who.text), title, status, confidence, employer)


def _after(title: Title, context: FactContext) -> Holder | None:
    """The name follows: "le maire de Douai, Zoé Marquis", "le PDG Zoé Marquis"."""
    doc, at = context.doc, title.stop
    comma = at < len(doc) and doc[at].text in {",", ":"}
    at += comma
    courtesy = read_words("courtesy_titles")
    while at < len(doc) and doc[at].lower_ in courtesy:
        at += 1
    person = _person_starting(context, at)
    if person is None:
        return None
    fronted = title.first == doc[title.head].sent.start or doc[title.first - 1].is_space
    opened = title.first > 0 and doc[title.first - 1].text in {",", "("} and _person_ending(context, title.first - 1)
    if comma and (opened or not (title.first < title.start or fronted)):
        return None
    return _holder(person, title, _status(title), 0.8 if comma else 0.9)


def _apposed(title: Title, context: FactContext, previous: Holder | None) -> Holder | None:
    """The name stands before: "Zoé Marquis, directrice de Lumeo et présidente du club", "Zoé Marquis (PDG)"."""
    doc, at = context.doc, _skip_adverbs(context, title.first) - 1
    if at < 1:
        return None
    status = _status(title)
    if previous is not None and doc[at].lower_ in {"et", ","} and _continues(context, previous.title.stop, at):
        return Holder(previous.start, previous.end, title, status, previous.confidence - 0.05, previous.employer)
    if doc[at].text not in _OPENERS:
        return None
    person = _person_ending(context, at) or _person_ending(context, _skip_aside(context, at))
    return _holder(person, title, status, 0.92) if person is not None else None


def _continues(context: FactContext, stop: int, at: int) -> bool:
    """Return whether only a place or a date stands between the end of one title and the "et" before the next."""
    between = context.doc[stop:at] if 0 <= at - stop <= 4 else None
    return between is not None and all(word.ent_type_ == "LOC" or word.pos_ in {"ADP", "NUM"} for word in between)


def _skip_adverbs(context: FactContext, at: int) -> int:
    """Step left over "aujourd'hui", "jusqu'ici", "par ailleurs", "l'un des deux" in front of a title."""
    adverbs = read_words("title_words", role="adverb")
    while at > 1 and unaccented(context.doc[at - 1].text) in {unaccented(word) for word in adverbs}:
        at -= 1
    return at


def _at_post(title: Title, context: FactContext) -> Holder | None:
    """ "Zoé Marquis au poste de directrice", "comme directrice", "en tant que directrice"."""
    at = title.first
    bridges = {unaccented(word) for word in read_words("title_words", role="bridge")}
    while at > 0 and unaccented(context.doc[at - 1].text) in bridges:
        at -= 1
    if at == title.first:
        return None
    person = _person_ending(context, at)
    if person is None:
        return None
    verb = next((word for word in ancestors(person.root) if word.pos_ in {"VERB", "AUX"}), None)
    return _holder(person, title, "appointed", 0.8, _employer(context, verb, person) if verb is not None else None)


def _predicate(title: Title, context: FactContext) -> Holder | None:
    """ "Zoé Marquis est directrice", "a été nommée directrice", "le groupe a nommé Zoé Marquis directrice"."""
    token = context.doc[title.head]
    if copulas(token):
        copula = copulas(token)[0]
        past = has_feature(copula, "Tense", "Imp") or has_feature(copula, "Tense", "Past")
        status = "former" if past and has_feature(copula, "VerbForm", "Fin") else _status(title)
        return _first_person(subjects(token), title, status, context)
    for verb in _appointing(token):
        row = verb_forms("appointment_verbs")[verb.lower_]
        named_objects = [span for word in objects(verb) for span in _names_over(word)]
        if not named_objects:
            beside = next(
                (
                    s
                    for s in token.sent.ents
                    if s.label_ == "PER" and verb.i < s.start and s.end <= title.first and title.first - s.end <= 1
                ),
                None,
            )
            named_objects = [beside] if beside is not None else []
        status = row["status"]  # type: ignore[assignment]
        if named_objects:
            person = named_objects[0]
            return _holder(person, title, status, 0.85, _employer(context, verb, person))
        return _first_person(subjects(verb), title, status, context)
    return None


def _appointing(token: Token) -> Iterator[Token]:
    """Yield the verb of appointing that governs a function and stands before it in its sentence."""
    forms = verb_forms("appointment_verbs")
    for current in ancestors(token):
        if current.lower_ in forms and current.i < token.i and token.i - current.i <= _MAX_REACH:
            yield current
            return
    for current in reversed(token.doc[max(token.sent.start, token.i - 4) : token.i]):
        if current.lower_ in forms and current.pos_ in {"VERB", "AUX", "ADJ"}:
            yield current
            return


def _employer(context: FactContext, verb: Token, person: Span) -> EntityRef | None:
    for word in subjects(verb):
        entity = named(context, word, frozenset({"organisation"}))
        if entity is not None and not person.start <= word.i < person.end:
            return context.index.ref(entity)
    return None


def _fronted(title: Title, context: FactContext) -> Holder | None:
    """ "Maire de Plouvorn de 1971 à 1989, il ...": a title that opens its sentence belongs to the subject."""
    doc, token = context.doc, context.doc[title.head]
    if title.first != token.sent.start and not doc[title.first - 1].is_space:
        return None
    comma = next((at for at in range(title.stop, min(title.stop + 8, token.sent.end)) if doc[at].text == ","), None)
    if comma is None or comma + 1 >= token.sent.end:
        return None
    following = doc[comma + 1]
    person = _person_starting(context, comma + 1)
    if person is not None:
        return _holder(person, title, _status(title), 0.8)
    status: Status = "former" if any(word.is_digit for word in doc[title.stop : comma]) else _status(title)
    return _holder(following, title, status, 0.6) if fold(following) in {"il", "elle"} else None


def _names_over(word: Token) -> Iterator[Span]:
    yield from (span for span in word.sent.ents if span.label_ == "PER" and span.start <= word.i < span.end)


def _first_person(words: list[Token], title: Title, status: Status, context: FactContext) -> Holder | None:
    for word in words:
        entity = context.index.entity_at(word.idx, word.idx + len(word))
        if (entity is not None and entity.type == "person") or (entity is None and word.pos_ == "PRON"):
            return _holder(word, title, status, 0.85 if entity is not None else 0.6)
    return None


def _person_starting(context: FactContext, at: int) -> Span | None:
    if at >= len(context.doc):
        return None
    return next((span for span in context.doc[at].sent.ents if span.label_ == "PER" and span.start == at), None)


def _person_ending(context: FactContext, at: int) -> Span | None:
    if at < 1:
        return None
    return next((span for span in context.doc[at - 1].sent.ents if span.label_ == "PER" and span.end == at), None)


def _skip_aside(context: FactContext, at: int) -> int:
    """Step left over an age, a party or a town between commas or brackets: "X, 45 ans,", "X (Lille),"."""
    doc, limit = context.doc, max(0, at - 8)
    for index in range(at - 1, limit, -1):
        if doc[index].text in {",", "("} and index < at - 1:
            return index
        if doc[index].pos_ in {"VERB", "AUX"} or doc[index].is_sent_start:
            break
    return 0
