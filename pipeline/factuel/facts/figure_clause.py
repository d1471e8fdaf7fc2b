"""The clause around a figure, read once for all that ask: its sentence, verb and subjects, what the figure hangs on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast

from spacy.tokens import Span, Token

from factuel.facts.context import FactContext
from factuel.facts.doc_tables import sent_of
from factuel.facts.syntax import ancestors, governs, subjects


@dataclass(frozen=True)
class Clause:
    """What stands around the figure at `span`, whose noun or own head is `head`.

    `chain` is the head and what it depends on, up to the root, `above` their tokens; `verb` governs the head and `root`
    the sentence; `subjects` are those of the verb that neither hold the figure nor belong to it, `root_subjects` those
    of the root when it is another.
    """

    span: Span
    head: Token
    sentence: Span
    root: Token
    chain: tuple[Token, ...]
    above: frozenset[int]
    verb: Token
    subjects: tuple[Token, ...]
    root_subjects: tuple[Token, ...]


def read_clause(context: FactContext, span: Span, head: Token) -> Clause:
    """Return the clause around the figure at `span`."""
    sentence, root = _sentence(context, span)
    chain = tuple(ancestors(head))
    above = frozenset(word.i for word in chain)
    verb = next((word for word in chain if governs(word)), chain[-1])
    outside = [word for word in subjects_of(context, verb) if word.i not in above]
    inside = tuple(word for word in outside if not span.start <= word.i < span.end)
    others = subjects_of(context, root) if root.i != verb.i else ()
    upper = tuple(word for word in others if word.i not in above)
    return Clause(span, head, sentence, root, chain, above, verb, inside, upper)


def _sentence(context: FactContext, span: Span) -> tuple[Span, Token]:
    """Return the sentence of a figure and its root."""
    sentence = sent_of(span)
    asked = ("sentence and root", sentence.start)
    if asked not in context.memo:
        context.memo[asked] = (sentence, sentence.root)
    return cast("tuple[Span, Token]", context.memo[asked])


def subjects_of(context: FactContext, verb: Token) -> tuple[Token, ...]:
    """Return the subjects of a verb; the figures of one sentence ask for the same."""
    asked = ("subjects", verb.i)
    if asked not in context.memo:
        context.memo[asked] = tuple(subjects(verb))
    return cast("tuple[Token, ...]", context.memo[asked])
