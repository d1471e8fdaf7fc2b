"""What the words right after a figure say it counts: "22 des 29 salariés", "620 000 euros de pertes", "31 points"."""

from __future__ import annotations

from typing import Final

from spacy.tokens import Span

from factuel.facts.context import FactContext
from factuel.facts.figure_noun_phrases import noun_phrase
from factuel.models import read_words
from factuel.records import FigureMention

_NOMINAL: Final = frozenset({"NOUN", "PROPN"})
_OF: Final = frozenset({"de", "d'", "d’", "des", "du"})
_OWN: Final = frozenset({"ses", "leurs", "nos", "les", "ces", "mes"})


def said_phrase(context: FactContext, span: Span, mention: FigureMention) -> str | None:
    """Return what the words right after a figure say it counts, or None when they say nothing."""
    return (
        _shared(context, span)
        or _complement(context, span, mention)
        or _next_noun(context, span, mention)
        or _points(span, mention)
    )


def _shared(context: FactContext, span: Span) -> str | None:
    """ "22 des 29 salariés", "85 de ses 130 selliers": what the figure after it counts."""
    doc, at = context.doc, span.end
    if at + 2 >= len(doc) or doc[at].lower_ not in _OF | {"sur"}:
        return None
    at += doc[at + 1].lower_ in _OWN
    return next((figure.of for figure in context.figures if doc[at].idx < figure.start <= doc[at + 1].idx + 3), None)


def _complement(context: FactContext, span: Span, mention: FigureMention) -> str | None:
    """ "620 000 euros de pertes", "45 % des salariés"; "620 000 euros de la région" says who gives."""
    doc, at = context.doc, span.end
    if at + 1 >= len(doc) or doc[at].lower_ not in _OF:
        return None
    definite = doc[at].lower_ in {"du", "des"} or doc[at + 1].pos_ == "DET"
    if definite and mention.measure.kind in {"money", "duration"}:
        return None
    noun = next((token for token in doc[at + 1 : at + 4] if token.pos_ in _NOMINAL), None)
    if noun is None or noun.ent_type_ or noun.lower_ in read_words("period_nouns"):
        return None
    return noun_phrase(context, noun, limit=None)


def _next_noun(context: FactContext, span: Span, mention: FigureMention) -> str | None:
    """ "51 points", "54 start-up": the noun that follows a count, or ends its words."""
    if mention.measure.kind != "count":
        return None
    if span[-1].is_alpha and span[-1].pos_ == "NOUN" and len(span) > 1 and span[-1].lower_.endswith("s"):
        return str(span[-1].text)
    following = context.doc[span.end] if span.end < len(context.doc) else None
    touches = following is not None and following.pos_ == "NOUN" and not following.ent_type_ and following.is_alpha
    return noun_phrase(context, following, limit=None) if touches and following is not None else None


def _points(span: Span, mention: FigureMention) -> str | None:
    """ "31 points", "deux points chauds": points won or seen, where nothing rises or falls by them."""
    measure = mention.measure
    if measure.unit != "point" or measure.direction is not None or measure.value != int(measure.value or 0):
        return None
    following = span.doc[span.end] if span.end < len(span.doc) else None
    return f"points {following.text}" if following is not None and following.pos_ == "ADJ" else "points"
