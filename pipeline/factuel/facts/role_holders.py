"""Who holds a function: the person in front of it or after it, whom a verb gives it to, or whom it stands for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from spacy.tokens import Span, Token

from factuel.facts.appointments import at_post, predicate
from factuel.facts.context import FactContext
from factuel.facts.doc_tables import sent_of, text_sentence
from factuel.facts.function_words import demonyms, fold, is_function, title_words
from factuel.facts.role_people import (
    after_courtesy,
    before_adverbs,
    before_aside,
    person_before,
    person_ending,
    person_starting,
)
from factuel.facts.role_stand_ins import DEFINITE, POINTING, standing_for
from factuel.facts.role_terms import had_by, past_patron, past_work
from factuel.facts.role_values import Holder, Status, make_holder, status_of
from factuel.facts.syntax import has_feature
from factuel.facts.titles import Title, read_title
from factuel.models import verb_forms

_OPENERS: Final = frozenset({",", "(", "–", "-", "—", ":"})
_PRONOUNS: Final = frozenset({"il", "elle"})
_ASIDE_MARKS: Final = frozenset({",", "(", ")", "-", "–"})
_LIST_MARKS: Final = frozenset({",", "et"})
_LISTING: Final = frozenset({":", ";", "•", "-", "–", "—"})
_FRONTED_REACH: Final = 24
_PRONOUN_REACH: Final = 60
_BETWEEN: Final = 6
"""Tokens from the end of a fronted title to its comma, and to the pronoun of its sentence; of a place or date between
two titles of one person."""


def find_holders(title: Title, context: FactContext, previous: Holder | None) -> list[Holder]:
    """Return who holds the title, several for a plural; `previous` is the holder of the title before ("... et
    présidente")."""
    first = _after(title, context)
    if title.plural:
        return [first, *_listed(first, context)] if first is not None else _several_apposed(title, context)
    first = first or _apposed(title, context, previous)
    if first is None and fold(context.doc[title.head]) in title_words("belonging"):
        return []
    found = (
        first
        or at_post(title, context)
        or predicate(title, context, previous)
        or _fronted(title, context)
        or standing_for(title, context)
    )
    return [found] if found is not None else []


def _after(title: Title, context: FactContext) -> Holder | None:
    """The name follows: "le maire de Douai, Zoé Marquis", "le PDG Zoé Marquis", "le maire et député, Zoé Marquis"."""
    doc, at = context.doc, title.stop
    comma = at < len(doc) and doc[at].text in {",", ":"}
    person = person_starting(doc, after_courtesy(doc, at + comma)) or _past_function(context, at + comma)
    person = person or past_patron(doc, title) or past_work(doc, title)
    if person is None:
        return _before_other(title, context)
    if fold(doc[title.head]) in title_words("belonging"):
        return None
    article = title.first < title.start
    if title.first > 0 and fold(doc[title.first - 1]) == "d'" and not article:
        return None
    fronted = title.first == doc[title.head].sent.start or doc[title.first - 1].is_space
    listed = title.first > 0 and doc[title.first - 1].text in _LISTING
    opened = title.first > 0 and doc[title.first - 1].text in {",", "("} and person_ending(doc, title.first - 1)
    if comma and (opened or not (article or fronted or listed)):
        return None
    if opened and not article:
        return None
    return make_holder(person, title, _status_before(title, context), 0.8 if comma else 0.9)


def _before_other(title: Title, context: FactContext) -> Holder | None:
    """ "L'ancien maire de Lens et député, Zoé Marquis": the name follows a second title, without article."""
    doc = context.doc
    if title.plural or title.stop + 1 >= len(doc) or doc[title.stop].lower_ != "et":
        return None
    at = title.stop + 1
    while at < len(doc) and fold(doc[at]) in title_words("former") | title_words("kept"):
        at += 1
    if at >= len(doc) or not is_function(doc[at]):
        return None
    other = read_title(doc[at])
    holder = _after(replace(other, first=title.first), context) if other.first > title.stop else None
    return replace(holder, title=title, status=status_of(title)) if holder is not None else None


def _past_function(context: FactContext, at: int) -> Span | None:
    """Return the name after another function: "son prédécesseur, l'avocat Karim Haddad"."""
    doc = context.doc
    for index in range(at, min(at + 4, len(doc))):
        if is_function(doc[index]):
            return person_starting(doc, after_courtesy(doc, index + 1))
        if doc[index].pos_ not in {"DET", "ADJ"}:
            break
    return None


def _apposed(title: Title, context: FactContext, previous: Holder | None) -> Holder | None:
    """The name stands before: "Zoé Marquis, directrice de Lumeo et présidente du club", "Zoé Marquis (PDG)"."""
    doc, at = context.doc, before_adverbs(context.doc, title.first) - 1
    if at < 1 or _acts(title, context):
        return None
    status = _status_before(title, context)
    other = at + 1 < title.first and doc[title.first - 1].lower_ in {"lui", "elle"}
    listed = doc[at].lower_ in _LIST_MARKS and not other
    if previous is not None and listed and _continues(context, previous.title.stop, at):
        confidence = previous.confidence - 0.05
        return Holder(
            previous.start, previous.end, title, status, confidence, previous.employer, person=previous.person
        )
    if doc[at].lower_ == "et":
        at = before_aside(doc, at) or at
    if doc[at].text not in _OPENERS:
        return None
    person = person_before(doc, at)
    return make_holder(person, title, status, 0.92) if person is not None else None


def _acts(title: Title, context: FactContext) -> bool:
    """ "Avec Zoé Marquis, le maire a remis ...": a function with its article, right before a verb, is the subject."""
    doc, at = context.doc, title.stop
    definite = title.first < title.start or fold(doc[title.first]) in DEFINITE
    if not definite or at >= len(doc) or doc[at].pos_ not in {"AUX", "VERB"}:
        return False
    return has_feature(doc[at], "VerbForm", "Fin")


def _several_apposed(title: Title, context: FactContext) -> list[Holder]:
    """ "Zoé Marquis et Paul Morel, cofondateurs de Lumeo": both of those named before, when there is no article."""
    doc, at = context.doc, title.first - 1
    if at < 1 or title.first < title.start or doc[at].text not in {",", "("}:
        return []
    last = person_ending(doc, at)
    link = last.start - 1 if last is not None else 0
    while link > 0 and doc[link].lower_ in {"mme", "m.", "me"}:
        link -= 1
    first = person_ending(doc, link) if link > 0 and doc[link].lower_ in _LIST_MARKS else None
    found = [person for person in (first, last) if person is not None]
    return [make_holder(person, title, status_of(title), 0.85) for person in found] if len(found) > 1 else []


def _listed(first: Holder, context: FactContext) -> Iterator[Holder]:
    """Yield those named after the first holder of a plural: "les ministres X (PS) et Y"."""
    doc = context.doc
    at = context.token_at(first.end - 1).i + 1
    while True:
        if at + 2 < len(doc) and doc[at].text == "(" and doc[at + 2].text == ")":
            at += 3
        if at >= len(doc) or doc[at].lower_ not in _LIST_MARKS:
            return
        person = person_starting(doc, after_courtesy(doc, at + 1))
        if person is None:
            return
        yield make_holder(person, first.title, first.status, first.confidence - 0.05)
        at = person.end


def _continues(context: FactContext, stop: int, at: int) -> bool:
    """Return whether only a place or a date stands between the end of one title and the "et" before the next."""
    between = context.doc[stop:at] if 0 <= at - stop <= _BETWEEN else None
    return between is not None and all(
        word.ent_type_ == "LOC" or word.pos_ in {"ADP", "NUM"} or word.is_digit or word.text in _ASIDE_MARKS
        for word in between
    )


def _fronted(title: Title, context: FactContext) -> Holder | None:
    """ "Maire de Plouvorn de 1971 à 1989, il ...", "Ancien maire, Paul Morel": a title that opens its sentence, without
    article, belongs to the person named after the comma, else to the one that the "il" or "elle" after it means."""
    doc, head = context.doc, context.doc[title.head]
    first, end = before_adverbs(doc, title.first), text_sentence(head).end
    first -= _is_given(context, first)
    opens = first in {sent_of(head).start, text_sentence(head).start} or doc[first - 1].is_space
    if not opens or (title.first < title.start and not title.former):
        return None
    limit = min(title.stop + _FRONTED_REACH, end)
    comma = next((at for at in range(title.stop, limit) if doc[at].text == ","), None)
    if comma is None or comma + 1 >= end:
        return None
    person = _named_after(context, comma, end)
    status = _status_before(title, context)
    if person is not None:
        return make_holder(person, title, status, 0.8)
    dated = any(word.is_digit for word in doc[title.head : comma]) and "depuis" not in doc[title.head : comma].text
    who = context.topic.protagonist(head.idx) if _goes_on(context, comma, end) else None
    if who is None:
        return None
    return Holder(head.idx, head.idx + len(head), title, "former" if dated else status, 0.6, person=who)


def _named_after(context: FactContext, comma: int, end: int) -> Span | None:
    """Return the name after a comma before the token `end`, or after the next one when no verb of a clause stands
    between: "Présidente du club, réélue en mai avec 40 voix, Zoé Marquis dirige ..."."""
    doc = context.doc
    for at in range(comma, min(comma + _FRONTED_REACH + _BETWEEN, end)):
        if doc[at].text == "," and (person := person_starting(doc, after_courtesy(doc, at + 1))) is not None:
            return person
        if has_feature(doc[at], "VerbForm", "Fin"):
            return None
    return None


def _goes_on(context: FactContext, comma: int, end: int) -> bool:
    """Return whether a comma before the token `end` brings the subject "il", "elle" or "cette Lyonnaise"."""
    words = context.doc[comma : min(comma + _PRONOUN_REACH, end)]
    after = [word.nbor() for word in words[:-1] if word.text == ","]
    return any(word.lower_ in _PRONOUNS or (word.lower_ in POINTING and _is_person(word.nbor())) for word in after)


def _is_person(token: Token) -> bool:
    return fold(token) in demonyms() or is_function(token)


def _status_before(title: Title, context: FactContext) -> Status:
    """Return the status that the words of a title or those before it say: "jusqu'ici directrice" is former, "nommée
    directrice" appointed."""
    first = before_adverbs(context.doc, title.first)
    words = {fold(word) for word in context.doc[first : title.first]}
    if words & title_words("until") or had_by(context.doc, title.first, past=True) is not None:
        return "former"
    coming = {fold(word) for word in context.doc[title.first : title.head]} & title_words("coming")
    return "appointed" if coming or _is_given(context, first) else status_of(title)


def _is_given(context: FactContext, at: int) -> bool:
    """Is the word before token `at` a participle of appointing: "Nommée directrice en 2014, Zoé Marquis ..."?"""
    if at < 1:
        return False
    row = verb_forms("appointment_verbs").get(context.doc[at - 1].lower_, {})
    return row.get("status") == "appointed" and not has_feature(context.doc[at - 1], "VerbForm", "Fin")
