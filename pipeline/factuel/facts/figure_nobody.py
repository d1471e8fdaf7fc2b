"""What speaks for a figure that is about nobody named: NOBODY is a candidate beside the names, with its own clues."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from spacy.tokens import Token

from factuel.annotation.notation.folding import fold
from factuel.facts.context import FactContext
from factuel.facts.figure_candidates import Clues
from factuel.facts.figure_clause import Clause
from factuel.facts.figure_situation import situation
from factuel.facts.profiles import functions, human_nouns, type_classes
from factuel.facts.syntax import preposition

_OWN: Final = frozenset({"son", "sa", "ses", "leur", "leurs"})
_US: Final = frozenset({"notre", "nos", "mon", "ma", "mes"})
_DEFINITE: Final = frozenset({"le", "la", "l'", "l’", "les", "ce", "cet", "cette", "ces"})
_IMPERSONAL: Final = frozenset({"on", "ce", "c'", "c’", "cela", "ça"})
_NEAR: Final = 3
"""Names in a sentence that are counted one by one."""


def read_nobody(clues: Clues, context: FactContext, clause: Clause) -> str:
    """Add the clues of NOBODY for the figure of `clause`; return what the subject of its clause is."""
    subject = _subject_kind(context, clause.subjects)
    root = _subject_kind(context, clause.root_subjects)
    span = clause.span
    seen = situation(context, span, span._.figure)
    low, high = clause.sentence.start_char, clause.sentence.end_char
    names = {entity.id for _, _, entity in context.index.spans_in(low, high)} - clues.sources
    before = {entity.id for _, _, entity in context.index.spans_in(low, span.start_char)} - clues.sources
    clues.nobody.update(
        {
            f"subject {subject}",
            f"subject {subject}, root {root}",
            f"subject {subject}, names {min(len(names), 1)}",
            f"names {min(len(names), _NEAR)}",
            f"names before {min(len(before), _NEAR)}",
            f"owner {_owner(context, clause)}",
            f"tie {seen.tie}",
            f"after {seen.after}",
            f"before {seen.before}",
            f"{clues.kind}, before {seen.before}",
            f"{clues.kind}, tie {seen.tie}",
            f"{clues.kind}, subject {subject}",
            f"{clues.kind}, names {min(len(names), 1)}",
            f"head {clause.head.dep_}",
        }
    )
    clues.nobody.update(f"subject is {fold(word.text)}" for word in clause.subjects if word.pos_ == "NOUN")
    if clues.sources:
        clues.nobody.add("a source is named")
    if context.speaker_at(span.start_char, span.end_char) is not None:
        clues.nobody.add(f"said, subject {subject}")
    return subject


def nobody_features(clues: Clues) -> Iterator[str]:
    """Yield the names of the features of NOBODY, sorted."""
    yield "nobody"
    yield f"nobody: kind {clues.kind}"
    yield from (f"nobody: {clue}" for clue in sorted(clues.nobody))
    yield from (f"nobody: {said}" for said in sorted(clues.situation))


def _subject_kind(context: FactContext, words: tuple[Token, ...]) -> str:
    """Tell what the subject of a clause is: a name, a pronoun, a noun for a body or a person, or for something else."""
    return _word_kind(context, words[0]) if words else "none"


def _word_kind(context: FactContext, word: Token) -> str:
    if context.index.entity_at(word.idx, word.idx + len(word)) is not None:
        return "name"
    if word.pos_ == "PRON":
        return "impersonal" if word.lower_ in _IMPERSONAL else "pronoun"
    determiners = {child.lower_ for child in word.children if child.dep_.startswith("det")}
    if determiners & _OWN:
        return "own noun"
    if determiners & _US:
        return "our noun"
    if _has_name_below(context, word):
        return "noun of a name"
    form = fold(word.text)
    many = "Plur" in word.morph.get("Number", [])
    if form in type_classes() and determiners & _DEFINITE and not many:
        return "body"
    if form in functions() or form in human_nouns():
        return "people" if many else "person"
    return "nouns" if many else "noun"


def _has_name_below(context: FactContext, word: Token) -> bool:
    """Return whether a name belongs to a noun: "les ventes de Lumeo"."""
    for child in word.children:
        if child.i > word.i and child.dep_ in {"nmod", "appos", "flat:name"}:
            inner = [child, *child.children]
            if any(context.index.entity_at(one.idx, one.idx + len(one)) is not None for one in inner):
                return True
    return False


def _owner(context: FactContext, clause: Clause) -> str:
    """Tell whose the counted noun is said to be: "son", a name, something else, nothing."""
    nouns = [word for word in clause.chain[:3] if word.pos_ in {"NOUN", "PROPN"}]
    for noun in nouns:
        if any(child.lower_ in _OWN for child in noun.children):
            return "own"
        if _has_name_below(context, noun):
            return "name"
    below = [child for noun in nouns[:1] for child in noun.children if child.dep_ == "nmod" and child.i > noun.i]
    return preposition(below[0]) or "noun" if below else "nothing"
