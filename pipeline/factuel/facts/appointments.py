"""Functions that a verb gives: "X est directrice", "X a été nommée directrice", "Lumeo a choisi X comme directrice"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, cast

from spacy.tokens import Doc, Span, Token

from factuel.facts.context import FactContext
from factuel.facts.doc_tables import names_in, sent_of
from factuel.facts.function_words import title_words
from factuel.facts.participants import named
from factuel.facts.role_people import ASIDE, before_adverbs, person_before_verb, person_ending
from factuel.facts.role_values import Holder, Status, make_holder, status_of
from factuel.facts.syntax import ancestors, copulas, has_feature, objects, subjects
from factuel.facts.titles import Title
from factuel.models import unaccented, verb_forms
from factuel.records import EntityRef

_MAX_REACH: Final = 14
"""Tokens between a verb of appointing and the function: a clause of press prose."""
_NEAR: Final = 5
_AUXILIARIES: Final = 3
_WAS: Final = frozenset({"fut", "était", "été"})
_IS: Final = frozenset({"est"})
_CLITICS: Final = frozenset({"l'", "l’", "le", "la", "les", "m'", "m’", "me"})
_UNRESOLVED: Final = frozenset({"qui", "un", "une"})
"""Pronouns that only a name beside them tells: "l'un d'eux, Paul Morel, est médecin"."""


def at_post(title: Title, context: FactContext) -> Holder | None:
    """ "Zoé Marquis au poste de directrice", "comme directrice", "en tant que directrice"; "Zoé Marquis en chef
    d'orchestre" is a figure of speech."""
    doc, at = context.doc, title.first
    while at > 0 and unaccented(doc[at - 1].text) in title_words("bridge"):
        at -= 1
    if doc[at].lower_ == "en" and at + 1 == title.first:
        return None
    person = person_ending(doc, at) if at < title.first else None
    if person is None:
        return None
    verb = next((word for word in ancestors(person.root) if word.pos_ in {"VERB", "AUX"}), None)
    employer = _employer(context, verb, person) if verb is not None else None
    return make_holder(person, title, "appointed", 0.8, employer=employer, verb=verb)


def predicate(title: Title, context: FactContext, previous: Holder | None) -> Holder | None:
    """ "Zoé Marquis est directrice", "a été nommée directrice", "le groupe a nommé Zoé Marquis directrice"."""
    for token in context.doc[title.head : title.end]:
        if copulas(token) and (found := _attribute(token, title, context)) is not None:
            return found
    for verb in _appointing(context.doc[title.head]):
        status = cast(Status, verb_forms("appointment_verbs")[verb.lower_]["status"])
        person = _named_object(verb, title)
        if person is not None:
            return make_holder(person, title, status, 0.85, employer=_employer(context, verb, person), verb=verb)
        if (clitic := _clitic(verb)) is not None:
            given = _given_to(context, verb)
            return make_holder(given or clitic, title, status, 0.6, verb=verb)
        beside = person_before_verb(context.doc, verb.i)
        if beside is not None:
            return make_holder(beside, title, status, 0.85, verb=verb)
        if previous is not None and verb.i - previous.title.stop in {0, 1}:
            return Holder(previous.start, previous.end, title, status, 0.75, verb=verb)
        return _first_person(subjects(verb), title, status, context, verb)
    return _beside_being(title, context)


def _beside_being(title: Title, context: FactContext) -> Holder | None:
    """ "Paul Morel, qui fut longtemps maire", where the parse does not see the predicate."""
    doc = context.doc
    at = _before_insertion(doc, before_adverbs(doc, title.first) - 1)
    if at < 1 or doc[at].lower_ not in _WAS | _IS:
        return None
    person = person_before_verb(doc, at)
    if person is None:
        return None
    if doc[at].lower_ == "été" and not _has_been(doc[at]):
        return None
    status: Status = "former" if doc[at].lower_ in _WAS else status_of(title)
    return make_holder(person, title, status, 0.75, verb=doc[at])


def _before_insertion(doc: Doc, at: int) -> int:
    """Step left over the aside of "fut, l'espace d'un mois, ministre" to the verb; `at` where there is none."""
    if at < 1 or doc[at].text != ",":
        return at
    opening = next((index for index in range(at - 1, max(0, at - ASIDE), -1) if doc[index].text == ","), None)
    return opening - 1 if opening is not None and doc[opening - 1].lower_ in _WAS else at


def _attribute(token: Token, title: Title, context: FactContext) -> Holder | None:
    """The subject of "est", "était" is the person; the parse takes an "Il" that opens the sentence
    for an impersonal one."""
    copula = copulas(token)[0]
    past = has_feature(copula, "Tense", "Imp") or has_feature(copula, "Tense", "Past")
    finite = has_feature(copula, "VerbForm", "Fin") or _has_been(copula)
    status: Status = "former" if past and finite else status_of(title)
    impersonal = [child for child in token.lefts if child.dep_ == "expl:subj" and child.text == "Il"]
    return _first_person(subjects(token) or impersonal, title, status, context, token)


def _clitic(verb: Token) -> Token | None:
    """Return the clitic of "Paul Morel l'a nommée directrice": she is, not he."""
    before = verb.doc[max(sent_of(verb).start, verb.i - _AUXILIARIES) : verb.i]
    return next((word for word in before if word.lower_ in _CLITICS and word.pos_ == "PRON"), None)


def _given_to(context: FactContext, verb: Token) -> Span | None:
    """Return the person that "l'" of "Paul Morel l'a nommée" means: the only other one of this sentence and the one
    before, of the participle's gender."""
    sentences = [sent_of(verb), verb.doc[max(0, sent_of(verb).start - 1)].sent]
    giver = {word.i for word in (*subjects(verb), *(w for w in sent_of(verb) if w.dep_ == "nsubj"))}
    found: dict[str, Span] = {}
    for span in (span for sentence in sentences for span in names_in(sentence) if span.start < verb.i):
        entity = context.index.entity_at(span.start_char, span.end_char)
        if entity is None or entity.type != "person" or giver & set(range(span.start, span.end)):
            continue
        gender = context.resolver.gender_of(entity)
        if gender is None or has_feature(verb, "Gender", gender):
            found.setdefault(entity.id, span)
    return next(iter(found.values())) if len(found) == 1 else None


def _has_been(copula: Token) -> bool:
    """ "a été directrice", "a longtemps été maire", not "pour avoir été"."""
    before = {word.lower_ for word in copula.doc[max(sent_of(copula).start, copula.i - _AUXILIARIES) : copula.i]}
    return copula.lower_ == "été" and bool(before & {"a", "avait", "ont", "avaient", "ayant"})


def _named_object(verb: Token, title: Title) -> Span | None:
    doc = verb.doc
    for word in objects(verb):
        for span in names_in(sent_of(word)):
            if span.label_ == "PER" and span.start <= word.i < span.end:
                return span
    ends = (title.first, title.first - 1)
    found = (person_ending(doc, at) for at in ends)
    return next((span for span in found if span is not None and verb.i < span.start), None)


def _appointing(token: Token) -> Iterator[Token]:
    """Yield the verb of appointing that governs a function and stands before it in its sentence."""
    forms = verb_forms("appointment_verbs")
    for current in ancestors(token):
        if current.lower_ in forms and current.i < token.i and token.i - current.i <= _MAX_REACH:
            yield current
            return
    for current in reversed(token.doc[max(sent_of(token).start, token.i - _NEAR) : token.i]):
        if current.lower_ in forms and current.pos_ in {"VERB", "AUX", "ADJ"}:
            yield current
            return


def _employer(context: FactContext, verb: Token, person: Span) -> EntityRef | None:
    for word in subjects(verb):
        entity = named(context, word, frozenset({"organisation"}))
        if entity is not None and not person.start <= word.i < person.end:
            return context.index.ref(entity)
    return None


def _first_person(words: list[Token], title: Title, status: Status, context: FactContext, verb: Token) -> Holder | None:
    for word in words:
        entity = context.index.entity_at(word.idx, word.idx + len(word))
        if (entity is not None and entity.type == "person") or (
            entity is None and word.pos_ == "PRON" and word.lower_ not in _UNRESOLVED
        ):
            return make_holder(word, title, status, 0.85 if entity is not None else 0.6, verb=verb)
    return None
