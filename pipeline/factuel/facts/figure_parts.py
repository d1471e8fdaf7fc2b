"""Figures that speak of what the figure before counts, or of its parts ("dont 80"): whether they are so already."""

from __future__ import annotations

import re
from typing import Final

from spacy.tokens import Span

from factuel.facts.context import FactContext
from factuel.facts.doc_tables import text_sentence
from factuel.facts.factuality import factuality_of
from factuel.facts.figure_settings import future_read_over, is_already
from factuel.facts.syntax import has_feature
from factuel.models import read_words
from factuel.records import Factuality, Figure

_LABEL: Final = re.compile(r"[.!?»] (?=[A-ZÀ-Ý])[^.:!?\n]{2,40}: ?(?:« ?)?\Z")
_LABEL_REACH: Final = 60
_NEAR: Final = 60
_BETWEEN: Final = 3
"""Words before a part in which "dont" stands: "dont environ 80", "dont plus de la moitié"."""
_PARTS: Final = frozenset({"dont", "lesquels", "lesquelles"})
_COMPARES: Final = frozenset({"contre", "avec"})


def part_factuality(context: FactContext, span: Span, before: Figure | None, found: Factuality) -> Factuality:
    """Return the factuality of a figure among its neighbours: a part ("dont 80") has that of the whole, the point of
    departure ("passera de 12 à 18") is there already, and so is what stands between commas or after a participle
    ("la salle, 1 350 places, fera ...", "le chantier, estimé à 6 M€, ...")."""
    doc = context.doc
    previous = doc[span.start - 1].lower_ if span.start else ""
    if before is not None and previous == "dont" and is_part(span, before) and not _has_own_verb(span):
        return before.factuality
    if found == "asserted":
        return _labelled(context, span) or future_read_over(span) or found
    if is_already(context, span):
        return "asserted"
    departs = previous in {"de", "d'"} and _leads_to_another(context, span)
    stop = span.end + (span.end < len(doc) and doc[span.end].pos_ in {"NOUN", "ADJ"})
    closed = stop < len(doc) and doc[stop].text == ","
    apposed = previous == "," and closed and span.start > 1 and doc[span.start - 2].pos_ in {"NOUN", "PROPN"}
    return "asserted" if departs or apposed or _after_participle(span) else found


def is_part(span: Span, before: Figure) -> bool:
    """Return whether a figure is a part of the one before it: "190 entreprises, dont 80 ...", "parmi lesquelles 12"."""
    if span.start_char - before.evidence.end > _NEAR:
        return False
    words = [
        word.lower_ for word in span.doc[max(0, span.start - _BETWEEN) : span.start] if word.idx >= before.evidence.end
    ]
    return bool(_PARTS & set(words)) and not _COMPARES & set(words)


def _has_own_verb(span: Span) -> bool:
    """ "dont la moitié ont déjà été choisies", "dont 60 % pourraient être payés": a finite verb right after a part."""
    return any(has_feature(word, "VerbForm", "Fin") for word in span.doc[span.end : span.end + _BETWEEN])


def _labelled(context: FactContext, span: Span) -> Factuality | None:
    """Return planned for a figure after a label ("Coût : 3 M€") where the sentence before plans, else null."""
    low = max(0, span.start_char - _LABEL_REACH)
    label = _LABEL.search(context.text[low : span.start_char])
    if label is None or low + label.start() < 2:
        return None
    words = label.group().casefold().replace(":", " ").split()
    if read_words("price_labels") & set(words):
        return None
    before = text_sentence(context.token_at(low + label.start()))
    planned = any(word.pos_ == "VERB" and factuality_of(word) == "planned" for word in before)
    return "planned" if planned else None


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
