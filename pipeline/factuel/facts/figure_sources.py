"""The names that only say where a figure comes from: "selon la Drees", "a recensé l'institut", "un consensus Lumeo"."""

from __future__ import annotations

from typing import Final

from spacy.tokens import Token

from factuel.facts.context import FactContext
from factuel.facts.figure_candidates import Clues
from factuel.facts.figure_claims import figure_claimant
from factuel.facts.figure_clause import Clause
from factuel.facts.syntax import governing_verb, has_feature, subjects
from factuel.models import read_words

_REACH: Final = 5
"""Tokens before a name among which a source word stands: "selon les chiffres publiés par la"."""
_LINKS: Final = frozenset({"ADP", "DET", "ADJ", "NOUN", "VERB", "PROPN", "PUNCT"})
_STEM: Final = 3


def read_sources(clues: Clues, context: FactContext, clause: Clause) -> None:
    """Note the sources of the figure of `clause`: who claims it, and the names of its sentence under a source word."""
    claimant = figure_claimant(context, clause.span)
    found = [context.index.by_id.get(claimant.entity_id or "")] if claimant is not None else []
    clues.add("claims the figure", found)
    low, high = clause.sentence.start_char, clause.sentence.end_char
    for start, _, entity in context.index.spans_in(low, high):
        word = context.token_at(start)
        how = _source_word(context, word) or _measures(context, word)
        if how:
            clues.add(f"source by {how}", [entity])
            clues.add("source", [entity])
            clues.sources.add(entity.id)
    if _is_measuring(clause.verb):
        meant = [entity for entity in clues.candidates() if "subject of the clause" in clues.found[entity.id]]
        clues.add("source by pronoun", [entity for entity in meant if entity.id not in clues.sources])
    clues.sources.update(entity.id for entity in found if entity is not None)


def _source_word(context: FactContext, name: Token) -> str:
    """Return the kind of the source word before a name, empty when there is none."""
    doc = context.doc
    words = read_words("figure_source_words", kind="preposition")
    nouns = read_words("figure_source_words", kind="noun")
    for at in range(name.i - 1, max(name.sent.start, name.i - _REACH) - 1, -1):
        word = doc[at]
        after = word.lower_ == "après" and at > 0 and doc[at - 1].lower_ in {"d'", "d’"}
        if word.lower_ in words or after:
            return "preposition"
        if word.pos_ == "VERB" and has_feature(word, "VerbForm", "Part") and _is_measuring(word):
            return "participle"
        if word.lower_ in nouns and name.i - at <= _STEM:
            return "noun"
        if word.pos_ not in _LINKS or word.text in {",", ";", ":", "«", "»"}:
            return ""
    return ""


def _measures(context: FactContext, name: Token) -> str:
    """Return "verb" where a name is the subject of a verb of counting, measuring or reporting."""
    verb = governing_verb(name)
    if name.i not in {word.i for word in subjects(verb)}:
        return ""
    return "verb" if _is_measuring(verb) else ""


def _is_measuring(verb: Token) -> bool:
    stems = read_words("figure_source_words", kind="verb")
    form = verb.lower_
    return any(form[:size] in stems for size in range(_STEM, len(form) + 1))
