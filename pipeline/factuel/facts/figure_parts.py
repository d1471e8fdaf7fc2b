"""Figures that speak of what the figure before counts: its parts ("dont 80"), and what it is compared with."""

from __future__ import annotations

from typing import Final

from spacy.tokens import Span

from factuel.facts.context import FactContext
from factuel.records import Factuality, Figure

_LINKS: Final = frozenset({"dont", "contre", "soit", "comparer"})
_NEAR: Final = 60
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
    links = [word.i for word in words if word.lower_ in _LINKS and word.idx >= before.evidence.end]
    linked = bool(links) and all(word.pos_ != "NOUN" for word in context.doc[links[-1] : span.start])
    ends = between.strip() in {"à", "et", ", à", "(", "puis"} and _same_kind(before, span)
    return before.of if linked or ends else None


def _same_kind(before: Figure, span: Span) -> bool:
    measure = span._.figure.measure
    return measure.kind == before.measure.kind or before.measure.unit is None


def part_factuality(context: FactContext, span: Span, before: Figure | None, found: Factuality) -> Factuality:
    """Return the factuality of a figure among its neighbours: a part ("dont 80") has that of the whole, the point of
    departure ("passera de 12 à 18") is there already, and so is what stands between commas or after a participle
    ("la salle, 1 350 places, fera ...", "le chantier, estimé à 6 M€, ...")."""
    doc = context.doc
    previous = doc[span.start - 1].lower_ if span.start else ""
    if before is not None and previous == "dont" and span.start_char - before.evidence.end <= _NEAR:
        return before.factuality
    if found == "asserted":
        return found
    departs = previous in {"de", "d'"} and _leads_to_another(context, span)
    stop = span.end + (span.end < len(doc) and doc[span.end].pos_ in {"NOUN", "ADJ"})
    closed = stop < len(doc) and doc[stop].text == ","
    apposed = previous == "," and closed and span.start > 1 and doc[span.start - 2].pos_ in {"NOUN", "PROPN"}
    return "asserted" if departs or apposed or _after_participle(span) else found


def _leads_to_another(context: FactContext, span: Span) -> bool:
    following = context.doc[span.end : span.end + 2]
    return (
        len(following) == 2 and following[0].lower_ == "à" and any(f.start == following[1].idx for f in context.figures)
    )


def _after_participle(span: Span) -> bool:
    at = span.start - 1
    if at < 2 or span.doc[at].lower_ != "à":
        return False
    participle = span.doc[at - 1]
    return participle.lower_.endswith(("é", "ée", "és", "ées")) and span.doc[at - 2].text == ","
