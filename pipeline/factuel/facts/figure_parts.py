"""Figures that speak of what the figure before counts: its parts ("dont 80"), and what it is compared with."""

from __future__ import annotations

from typing import Final

from spacy.tokens import Span

from factuel.facts.context import FactContext
from factuel.records import Figure

_LINKS: Final = frozenset({"dont", "contre", "soit", "comparer"})
_REACH: Final = 6
"""Tokens from a link to its figure: "dont plus de la moitié", "à comparer à environ 12"."""


def inherited_phrase(context: FactContext, span: Span, before: Figure | None) -> str | None:
    """Return what the figure before counts when this one is a part of it, is compared with it, or ends its range
    ("passera de 12 à 18"); None when it speaks of something else."""
    if before is None or before.of is None or before.evidence.end > span.start_char:
        return None
    between = context.text[before.evidence.end : span.start_char]
    if len(between) > 90 or "\n" in between or ". " in between:
        return None
    words = context.doc[max(0, span.start - _REACH) : span.start]
    linked = any(word.lower_ in _LINKS and word.idx >= before.evidence.end for word in words)
    ends = between.strip() in {"à", "et", ", à", "(", "puis"} and _same_kind(before, span)
    return before.of if linked or ends else None


def _same_kind(before: Figure, span: Span) -> bool:
    measure = span._.figure.measure
    return measure.kind == before.measure.kind or before.measure.unit is None
