"""The names that only say where a figure comes from: "selon la Drees", "a recensé l'institut", "un consensus Lumeo"."""

from __future__ import annotations

from typing import Final

from spacy.tokens import Token

from factuel.annotation.quotations.lexicon import verbs
from factuel.facts.context import FactContext
from factuel.facts.doc_tables import sent_of
from factuel.facts.figure_candidates import Clues
from factuel.facts.figure_claims import figure_claimant
from factuel.facts.figure_clause import Clause
from factuel.facts.syntax import governing_verb, has_feature, preposition, subjects
from factuel.models import read_words
from factuel.records import Entity

_REACH: Final = 5
"""Tokens before a name among which a source word stands: "selon les chiffres publiés par la"."""
_LINKS: Final = frozenset({"ADP", "DET", "ADJ", "NOUN", "VERB", "PROPN", "PUNCT"})
_STEM: Final = 3
_OF: Final = frozenset({"", "de", "d'", "d’", "du", "des"})


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
    clues.add("only a source", [entity for entity in clues.candidates() if _only_says(context, entity)])


def _only_says(context: FactContext, entity: Entity) -> bool:
    """Return whether an article names an organisation only as the source of what it counts or measures; its acronym in
    brackets, and what it says elsewhere, tell nothing more."""
    asked = ("only a source", entity.mentions[0].start)
    if asked not in context.memo:
        words = [context.token_at(mention.start) for mention in entity.mentions]
        told = [word for word in words if not word.i or word.nbor(-1).text != "("]
        ways = {_source_word(context, word) or _measures(context, word) for word in told}
        context.memo[asked] = entity.type == "organisation" and "" not in ways and ways != {"says"} and bool(ways)
    return bool(context.memo[asked])


def _source_word(context: FactContext, name: Token) -> str:
    """Return the kind of the source word before a name, empty when there is none."""
    doc = context.doc
    words = read_words("figure_source_words", kind="preposition")
    nouns = read_words("figure_source_words", kind="noun")
    for at in range(name.i - 1, max(sent_of(name).start, name.i - _REACH) - 1, -1):
        word = doc[at]
        after = word.lower_ == "après" and at > 0 and doc[at - 1].lower_ in {"d'", "d’"}
        if word.lower_ in words or after:
            return "preposition"
        if word.pos_ == "VERB" and has_feature(word, "VerbForm", "Part") and _is_measuring(word, "verb", "participle"):
            return "participle"
        if word.lower_ in nouns and name.i - at <= _STEM and preposition(name) in _OF:
            return "noun"
        if word.pos_ not in _LINKS or word.text in {",", ";", ":", "«", "»"}:
            return ""
    return ""


def _measures(context: FactContext, name: Token) -> str:
    """Return "verb" for the subject of a verb of counting or measuring, "says" for that of another verb of saying."""
    verb = _verb_before(name)
    if verb is None:
        verb = governing_verb(name)
        if name.i not in {word.i for word in subjects(verb)}:
            return ""
    return "verb" if _is_measuring(verb) else "says" if verb.lower_ in verbs().finite else ""


def _verb_before(name: Token) -> Token | None:
    """Return the verb of saying that stands before its subject after a comma or marks: ", note aussi la Drees"."""
    doc = name.doc
    for at in range(name.i - 1, max(0, name.i - 1 - _STEM), -1):
        if doc[at].lower_ in verbs().finite:
            return doc[at] if doc[at - 1].text in {",", "»", "”", '"'} else None
        if doc[at].pos_ not in {"DET", "ADV", "NOUN"}:
            return None
    return None


def _is_measuring(verb: Token, *kinds: str) -> bool:
    stems = frozenset().union(*(read_words("figure_source_words", kind=kind) for kind in kinds or ("verb",)))
    form = verb.lower_
    return any(form[:size] in stems for size in range(_STEM, len(form) + 1))
