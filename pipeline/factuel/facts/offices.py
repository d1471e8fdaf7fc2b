"""Functions said by their office: "X prend la direction générale de Lumeo", "porte X à sa présidence"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache
from typing import Final, cast

from spacy.tokens import Token

from factuel.facts.context import FactContext
from factuel.facts.doc_tables import names_in, sent_of, tokens_where
from factuel.facts.function_words import in_gender
from factuel.facts.role_people import person_before_verb
from factuel.facts.role_values import Holder, Status, make_holder
from factuel.facts.syntax import subjects
from factuel.facts.titles import Title, read_title
from factuel.models import read_lexicon, unaccented, verb_forms
from factuel.records import Entity

_REACH: Final = 9
"""Tokens between a verb of taking office and the office."""


def office_holders(context: FactContext) -> Iterator[tuple[Token, Holder]]:
    """Yield each office that a verb gives to a person or takes from one, with its holder."""
    for token in tokens_where(context.doc, lambda form: unaccented(form) in _offices()):
        office = _offices().get(unaccented(token.text))
        verb = _verb_before(token) if office is not None else None
        holder = _holder(token, verb, context) if verb is not None else None
        if holder is not None and office is not None:
            yield token, replace(holder, title=_in_gender(holder.title, office, _who(holder, context), context))


def _who(holder: Holder, context: FactContext) -> Entity | None:
    return context.index.entity_at(holder.start, holder.end)


def _in_gender(title: Title, office: Mapping[str, str], who: Entity | None, context: FactContext) -> Title:
    """Return the title of the person who holds an office: "direction générale" makes a "directrice générale"."""
    feminine = who is not None and context.resolver.gender_of(who) == "Fem"
    gender = "Fem" if feminine else "Masc"
    head = office["feminine" if feminine else "masculine"]
    text, longer = (f"{head} {written.partition(' ')[2]}".strip() for written in (title.text, title.text_with_common))
    return replace(title, text=in_gender(text, gender), text_with_common=in_gender(longer, gender))


def _verb_before(token: Token) -> Token | None:
    forms = verb_forms("office_verbs")
    for word in reversed(token.doc[max(sent_of(token).start, token.i - _REACH) : token.i]):
        if word.pos_ in {"VERB", "AUX"} and word.lower_ in forms:
            return word
        if word.text in {",", ";", ":"}:
            return None
    return None


def _holder(token: Token, verb: Token, context: FactContext) -> Holder | None:
    status = cast(Status, verb_forms("office_verbs")[verb.lower_]["status"])
    title = read_title(token)
    between = [span for span in names_in(sent_of(token)) if verb.i < span.start and span.end <= title.first]
    given = next((span for span in between if span.label_ == "PER"), None)
    person = given or person_before_verb(context.doc, verb.i)
    if person is not None:
        return make_holder(person, title, status, 0.75, verb=verb)
    for word in subjects(verb):
        entity = context.index.entity_at(word.idx, word.idx + len(word))
        if (entity is not None and entity.type == "person") or (entity is None and word.lower_ in {"il", "elle"}):
            return make_holder(word, title, status, 0.6, verb=verb)
    return None


@cache
def _offices() -> Mapping[str, Mapping[str, str]]:
    return {unaccented(row["form"]): row for row in read_lexicon("offices")}
