"""What a figure counts (`of`) where its own words do not say it: the phrase in sight that the clues speak most for.

The weight of a clue is in models/lexicons/figure_count_weights.tsv, fitted on the gold by
factuel.training.figure_counts.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from spacy.tokens import Span

from factuel.facts.context import FactContext
from factuel.facts.figure_count_clues import NOTHING, Earlier, read_phrases, situation
from factuel.facts.figure_said import said_phrase, with_both_genders
from factuel.facts.syntax import has_feature
from factuel.models import read_weights
from factuel.records import FigureMention

_SPEAK: Final = 0.75
"""How much better nothing must be than the best phrase for a figure to count nothing."""
_PARTICIPLES: Final = ("isés", "isées", "ifiés", "ifiées")
"""Endings that nouns do not have; the parser takes these participles for nouns."""


def counted_phrase(context: FactContext, span: Span, earlier: Sequence[Earlier]) -> str | None:
    """Return what the figure at `span` counts: what its own words say, else what is likely; `earlier` are the figures
    before."""
    mention: FigureMention = span._.figure
    if mention.of is not None:
        told = earlier[-1].of if earlier and _is_of_the_same(context, span, mention) else None
        return told or with_both_genders(context, span, mention.of)
    return best_phrase(context, span, mention, earlier)


def _is_of_the_same(context: FactContext, span: Span, mention: FigureMention) -> bool:
    """ "190 entreprises, dont 80 spécialisées": no noun follows "dont", so the noun before is counted again."""
    before = span.doc[span.start - 1].lower_ if span.start else ""
    at = context.text.find(mention.of or "", mention.measure.end)
    word = context.token_at(at) if at >= 0 else None
    if before != "dont" or word is None:
        return False
    return word.pos_ == "ADJ" or has_feature(word, "VerbForm", "Part") or word.lower_.endswith(_PARTICIPLES)


def best_phrase(context: FactContext, span: Span, mention: FigureMention, earlier: Sequence[Earlier]) -> str | None:
    """Return what a figure counts whose own words do not say it, or None when nothing is likely."""
    said = said_phrase(context, span, mention)
    if said is not None:
        return said
    phrases, seen = read_phrases(context, span, mention, earlier), situation(context, span, mention)
    weights = read_weights("figure_count_weights")

    def score(key: str) -> float:
        total = sum(weights.get(name, 0.0) for name in feature_names(phrases.found[key], seen))
        return total - _SPEAK * (key == NOTHING)

    return phrases.words[max(phrases.found, key=score)] or None


def feature_names(found: Sequence[str], seen: tuple[str, str, str]) -> Iterator[str]:
    """Yield the features of a candidate with the clues `found`, for a figure in the situation `seen`."""
    kind, tie, after = seen
    for clue in dict.fromkeys(found):
        yield clue
        yield f"{kind}: {clue}"
        yield f"{tie} _: {clue}"
        yield f"{kind} {tie}: {clue}"
        if clue == "nothing":
            yield f"_ {after}: {clue}"
            yield f"{kind} _ {after}: {clue}"
