"""What a figure counts (`of`) where its own words do not say it: the phrase in sight that the clues speak most for.

The weight of a clue is in models/lexicons/figure_count_weights.tsv, fitted on the gold by
factuel.training.figure_counts.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from spacy.tokens import Span

from factuel.facts.context import FactContext
from factuel.facts.figure_count_clues import NOTHING, Earlier, read_phrases
from factuel.facts.figure_extent import says_no_noun, whole_phrase
from factuel.facts.figure_said import said_phrase
from factuel.facts.figure_situation import Situation, situation
from factuel.models import read_weights, read_words
from factuel.records import FigureMention

_SPEAK: Final = 1.0
"""How much better nothing must be than the best phrase for a figure to count nothing."""


def counted_phrase(context: FactContext, span: Span, earlier: Sequence[Earlier]) -> str | None:
    """Return what the figure at `span` counts: what its own words say, else what is likely; `earlier` are the figures
    before."""
    mention: FigureMention = span._.figure
    if mention.of is None:
        return best_phrase(context, span, mention, earlier)
    if says_no_noun(context, span, mention.of):
        told = earlier[-1].of if earlier and _follows_dont(span) else None
        return told or best_phrase(context, span, mention, earlier)
    return whole_phrase(context, span, mention, mention.of)


def _follows_dont(span: Span) -> bool:
    """ "190 entreprises, dont 80 spécialisées": the noun before is counted again."""
    return bool(span.start) and span.doc[span.start - 1].lower_ == "dont"


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


def feature_names(found: Sequence[str], seen: Situation) -> Iterator[str]:
    """Yield the features of a candidate with the clues `found`, for a figure in the situation `seen`."""
    kind, tie, after, before, verb = seen
    for clue in dict.fromkeys(found):
        yield clue
        yield f"{kind}: {clue}"
        yield f"{tie} _: {clue}"
        yield f"{kind} {tie}: {clue}"
        yield f"{before} figure: {clue}"
        if clue in read_words("verb_clues"):
            yield f"{verb}-: {clue}"
        if clue == "nothing":
            yield f"_ {after}: {clue}"
            yield f"{kind} _ {after}: {clue}"
