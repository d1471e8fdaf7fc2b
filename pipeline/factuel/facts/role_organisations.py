"""Where a function is held: the organisation that the title names, else the one it takes for granted."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from spacy.tokens import Token

from factuel.facts.context import FactContext
from factuel.facts.doc_tables import sent_of
from factuel.facts.function_words import fold, function_kinds, is_function
from factuel.facts.participants import ORGANISATIONS, participant
from factuel.facts.role_terms import had_by
from factuel.facts.role_values import Holder
from factuel.facts.titles import Title, read_title
from factuel.models import read_words, unaccented
from factuel.records import EntityRef

_NEAR: Final = 10
"""Tokens between an organisation and "où"."""
_POSSESSIVES: Final = frozenset({"sa", "son", "leur", "ses"})
_OF_AFTER: Final = re.compile(r", (?:de chez |de la |de l['’]|du |des |de |d['’])")


def organisation_of(context: FactContext, holder: Holder) -> EntityRef | None:
    """Return the organisation: named in the title, in brackets after the name ("(PS)"), the employer that appoints,
    or what "de l'entreprise" or "sa" stands for; None for a profession or a function of state."""
    title = holder.title
    if title.organisation is not None:
        return _named(context, title.organisation.start_char, title.organisation.end_char)
    if title.common_organisation is not None:
        return _common(context, *title.common_organisation)
    return (
        _whose(context, title)
        or _having(context, title)
        or _where(context, title)
        or _in_brackets(context, holder)
        or _after_name(context, holder)
        or _shared(context, title)
        or holder.employer
        or _possessed(context, title)
    )


def _whose(context: FactContext, title: Title) -> EntityRef | None:
    """ "la coopérative X, dont il fut président"."""
    for at in range(title.first - 1, max(title.first - 6, 1), -1):
        if context.doc[at].lower_ == "dont":
            before = context.doc[at - 2 if context.doc[at - 1].text == "," else at - 1]
            entity = context.index.entity_at(before.idx, before.idx + len(before))
            return context.index.ref(entity) if entity is not None and entity.type == "organisation" else None
    return None


def _having(context: FactContext, title: Title) -> EntityRef | None:
    """ "la société X, qui a pour directrice Y", "X, société qui eut pour directrice Y": the organisation named last
    before the verb of having."""
    verb = had_by(context.doc, title.first)
    if verb is None:
        return None
    for word in reversed(context.doc[max(sent_of(verb).start, verb.i - _NEAR) : verb.i]):
        entity = context.index.entity_at(word.idx, word.idx + len(word))
        if entity is not None:
            return context.index.ref(entity) if entity.type == "organisation" else None
    return None


def _where(context: FactContext, title: Title) -> EntityRef | None:
    """ "quitte la société X, à Lens, où elle était directrice": the organisation named last before "où"."""
    first = max(title.first - 5, 1)
    where = next((at for at in range(title.first - 1, first, -1) if fold(context.doc[at]) == "ou"), None)
    if where is None or context.doc[where].lower_ == "ou":
        return None
    for word in reversed(context.doc[max(0, where - _NEAR) : where]):
        entity = context.index.entity_at(word.idx, word.idx + len(word))
        if entity is not None and entity.type == "organisation":
            return context.index.ref(entity)
        if word.pos_ in {"VERB", "AUX"} or word.is_space:
            return None
    return None


def _common(context: FactContext, first: int, stop: int) -> EntityRef | None:
    """ "de l'entreprise", "du club": what the noun phrase stands for, else the name that begins with the noun; the
    organisation that the article is about is too often another."""
    span = context.doc[max(0, first - 1) : stop]
    reference = context.resolver.resolve(span.start_char, span.end_char)
    noun = fold(context.doc[first])
    if noun == "parti" and (party := _last_party(context, span.start_char, reference)) is not None:
        return party
    if reference is not None and reference.entity_id is not None:
        return reference
    if fold(context.doc[first]) in read_words("organisation_nouns", kind="town"):
        return context.topic.recent(span.start_char, "place")
    return context.topic.called(span.start_char, noun)


def _last_party(context: FactContext, before: int, meant: EntityRef | None) -> EntityRef | None:
    """Return the party named last before a character, whatever its name begins with, or the one `meant` when that is
    named later."""
    parties = read_words("organisations", kind="party")
    named = [
        (mention.start, entity)
        for entity in context.index.entities
        for mention in entity.mentions
        if entity.type == "organisation" and mention.start < before
        if mention.text in parties
        or unaccented(mention.text).startswith("parti ")
        or (meant is not None and entity.id == meant.entity_id)
    ]
    last = max(named, key=lambda pair: pair[0], default=None)
    return context.index.ref(last[1]) if last is not None else None


def _named(context: FactContext, start: int, end: int) -> EntityRef | None:
    entity = context.index.entity_at(start, end)
    return context.index.ref(entity) if entity else None


def _in_brackets(context: FactContext, holder: Holder) -> EntityRef | None:
    """ "le député Karim Haddad (PS)": the party of someone elected; a minister's party is not where he serves."""
    word = fold(context.doc[holder.title.head])
    if "state" not in {function_kinds().get(word), function_kinds().get(word.removesuffix("s"))}:
        return None
    if any(fold(part).removesuffix("s") in _governing() for part in context.doc[holder.title.head : holder.title.end]):
        return None
    if context.text[holder.end : holder.end + 2] != " (":
        return None
    entity = context.index.entity_at(holder.end + 2, holder.end + 3)
    return context.index.ref(entity) if entity is not None and entity.type == "organisation" else None


@cache
def _governing() -> frozenset[str]:
    """Return the folded functions of those who govern: a state, not their party."""
    return frozenset(unaccented(form) for form in read_words("governing_functions"))


def _after_name(context: FactContext, holder: Holder) -> EntityRef | None:
    """ "l'ingénieure Zoé Marquis, de Lumeo,": the organisation right after a name that follows its function."""
    if context.doc[holder.title.head].idx > holder.start:
        return None
    found = _OF_AFTER.match(context.text, holder.end)
    entity = context.index.entity_at(found.end(), found.end() + 1) if found is not None else None
    return context.index.ref(entity) if entity is not None and entity.type == "organisation" else None


def _shared(context: FactContext, title: Title) -> EntityRef | None:
    """ "directrice technique et cofondatrice de Lumeo": the organisation named after the second of two functions."""
    doc, at = context.doc, title.stop + 1
    if at >= len(doc) or doc[title.stop].lower_ != "et" or not is_function(doc[at]):
        return None
    kinds = {function_kinds().get(fold(doc[index])) for index in (title.head, at)}
    other = read_title(doc[at]).organisation
    if kinds != {"corporate"} or other is None:
        return None
    found = _named(context, other.start_char, other.end_char)
    entity = context.index.by_id.get(found.entity_id or "") if found is not None else None
    return found if entity is not None and entity.type == "organisation" else None


def _possessive(context: FactContext, title: Title) -> Token:
    inside = (word for word in context.doc[title.head : title.end] if fold(word) in _POSSESSIVES)
    return next(inside, context.doc[title.first])


def _possessed(context: FactContext, title: Title) -> EntityRef | None:
    """ "sa directrice", "le chef de ses opérations": what a subject of this sentence or the last stands for.

    "le directeur" alone has no organisation: the convention asks for one that the words name or stand for.
    """
    possessive = _possessive(context, title)
    kind = function_kinds().get(fold(context.doc[title.head]))
    if title.national or kind != "corporate" or fold(possessive) not in _POSSESSIVES:
        return None
    for sentence in (sent_of(possessive), context.doc[max(0, sent_of(possessive).start - 1)].sent):
        for token in sentence:
            if token.dep_.startswith("nsubj") and token.i < possessive.i:
                reference = participant(context, token, ORGANISATIONS)
                if reference is not None:
                    return reference
    return None
