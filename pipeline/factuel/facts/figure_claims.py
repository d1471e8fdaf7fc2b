"""Whose figure it is, where no quotation holds it: "évalue les dégâts à 3 M€", "50 morts, selon la police"."""

from __future__ import annotations

from typing import Final

from spacy.tokens import Span, Token

from factuel.annotation.quotations.lexicon import may_say
from factuel.facts.clauses import surface_subject
from factuel.facts.context import FactContext
from factuel.facts.doc_tables import text_sentence
from factuel.facts.syntax import has_feature
from factuel.models import verb_forms
from factuel.records import EntityRef

_VALUES_REACH: Final = 12
_SOURCE_REACH: Final = 10
"""Tokens between a verb, or a source, and the figure."""
_NEAR: Final = 200
"""Characters, about two sentences, between the words that somebody said and "elle évalue"."""
_TO: Final = frozenset({"à", "au", "aux"})
_HAVING: Final = frozenset({"a", "ont", "avait", "avaient", "ayant"})
_BREAKS: Final = frozenset({";", ":", "«", "»", "“", "”", '"', "que", "qu'", "qu’"})


def figure_claimant(context: FactContext, span: Span) -> EntityRef | None:
    """Return who gives the figure at `span`: whom a verb or "selon" beside it says, null when nobody does."""
    return _valuer(context, span) or _source_after(context, span) or _source_before(context, span)


def _valuer(context: FactContext, span: Span) -> EntityRef | None:
    """ "L'agence évalue les stocks à 1,3 million", "qui estime ses pertes à 80 %"."""
    if span.start == 0 or (span.doc[span.start - 1].lower_ not in _TO and span[0].lower_ not in _TO):
        return None
    verb = _valuing_verb(span)
    return _subject(context, verb) if verb is not None else None


def _valuing_verb(span: Span) -> Token | None:
    """Return the active verb of valuing that stands before a figure in its sentence, with no other verb between."""
    first = text_sentence(span[0]).start
    for at in range(span.start - 1, max(first, span.start - _VALUES_REACH) - 1, -1):
        word = span.doc[at]
        if word.lower_ in _BREAKS:
            return None
        row = verb_forms("claim_verbs").get(word.lower_)
        if row is not None and row["does"] == "values" and word.pos_ != "NOUN":
            return word if _is_active(word, first) else None
        if word.pos_ in {"VERB", "AUX"} and has_feature(word, "VerbForm", "Fin"):
            return None
    return None


def _is_active(verb: Token, first: int) -> bool:
    """Is the verb finite, or a participle after "a" or "avait": not "estimé à" or "est évalué à"?"""
    if not has_feature(verb, "VerbForm", "Part"):
        return True
    before = [word.lower_ for word in verb.doc[max(first, verb.i - 3) : verb.i]]
    return bool(_HAVING & set(before)) and "été" not in before


def _subject(context: FactContext, verb: Token) -> EntityRef | None:
    """Return who the subject before a verb is; nobody for "on" and "nous". "Elle" that nobody resolves
    is who spoke just before."""
    phrase = surface_subject(verb)
    if phrase is None or phrase.head.lower_ in {"on", "nous", "je", "vous", "ce", "cela"}:
        return None
    if phrase.name is not None:
        entity = context.index.entity_at(phrase.name.start_char, phrase.name.end_char)
        return context.index.ref(entity) if entity is not None else None
    found = context.resolver.resolve(context.doc[phrase.start].idx, phrase.head.idx + len(phrase.head))
    if phrase.head.pos_ != "PRON" or (found is not None and found.entity_id is not None):
        return found
    near = [who for _, end, who in context.attributions if verb.idx - _NEAR < end <= verb.idx]
    return near[-1] if near else None


def _source_after(context: FactContext, span: Span) -> EntityRef | None:
    """ "une trentaine selon la police", "53 000 salariés dans 880 usines, d'après l'agence."""
    limit = text_sentence(span[-1]).end
    for at in range(span.end, limit):
        word = span.doc[at]
        if word.lower_ in _BREAKS or (word.pos_ in {"VERB", "AUX"} and has_feature(word, "VerbForm", "Fin")):
            return None
        start = _source_start(word)
        if start is not None:
            return _source(context, start, limit)
    return None


def _source_before(context: FactContext, span: Span) -> EntityRef | None:
    """ "qui ont fait, selon la police, 110 morts"."""
    at = span.start - 1
    if at < 1 or span.doc[at].text != ",":
        return None
    for back in range(at - 1, max(text_sentence(span[0]).start, at - _SOURCE_REACH), -1):
        start = _source_start(span.doc[back])
        if start is not None:
            return _source(context, start, at) if span.doc[back - 1].text == "," else None
        if span.doc[back].text == "," or span.doc[back].pos_ in {"VERB", "AUX"}:
            return None
    return None


def _source_start(word: Token) -> int | None:
    """Return the token after "selon" or "d'après", null for another word."""
    if word.lower_ == "selon":
        return word.i + 1
    following = word.nbor() if word.i + 1 < len(word.doc) else None
    return word.i + 2 if word.lower_ in {"d'", "d’"} and following is not None and following.lower_ == "après" else None


def _source(context: FactContext, start: int, limit: int) -> EntityRef | None:
    """Return who the noun phrase from token `start` to the next comma or full stop is; nobody when it has no noun for
    people or bodies ("selon les cas")."""
    end = start
    while end < limit and not context.doc[end].is_punct and not context.doc[end].is_space:
        end += 1
    words = context.doc[start:end]
    if not len(words) or len(words) > _SOURCE_REACH or not _may_be_source(words):
        return None
    return context.resolver.resolve(words.start_char, words.end_char)


def _may_be_source(words: Span) -> bool:
    """Is the phrase a name, or does its first noun speak: "la police", not "les cas", "la saison" or "nos
    informations", which are the newspaper's?"""
    if words[0].lower_ == "nos":
        return False
    head = next((word for word in words if word.ent_type_ or word.pos_ in {"NOUN", "PROPN"}), None)
    return head is not None and (bool(head.ent_type_) or may_say(head.lower_))
