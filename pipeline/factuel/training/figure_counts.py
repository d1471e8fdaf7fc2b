"""What figures count: the weights of models/lexicons/figure_count_weights.tsv, fitted on the gold.

Only figures whose own words do not say it are examples; what the figures before count is taken from the gold, or read
by the program where the gold is silent. Numbers of corpus/gold train (without x) and dev, 1,016 figures whose phrase is
chosen, five-fold cross-validation by article: .72 right, .85 with those whose own words say it (.68 and .84 without
the preposition before a figure and its verb).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from spacy.language import Language

from factuel.corpus.gold import GoldArticle
from factuel.evaluation.matching import SAME_OF
from factuel.evaluation.similarity import overlap
from factuel.facts.figure_count_clues import NOTHING, read_phrases
from factuel.facts.figure_counts import feature_names
from factuel.facts.figure_extent import says_no_noun
from factuel.facts.figure_said import said_phrase
from factuel.facts.figure_situation import situation
from factuel.records import FigureMention
from factuel.training.choice import Example
from factuel.training.figure_loop import annotated_figures

PENALTY: Final = 4.0
"""Of 1, 2, 4 and 8, the best in cross-validation by article."""
HEADER: Final = (
    "# How much each clue speaks for a phrase as what a figure counts.\n"
    "# Source: fitted on corpus/gold/{train,dev} by factuel.training.figure_counts, not written by hand.\n"
)


def read_examples(nlp: Language, articles: Iterable[GoldArticle]) -> Iterator[Example]:
    """Yield the annotated figures whose own words do not say what they count, with a right candidate."""
    for _, figure in annotated_figures(nlp, articles):
        context, span = figure.context, figure.span
        mention: FigureMention = span._.figure
        told = mention.of is not None and not says_no_noun(context, span, mention.of)
        if figure.fact is None or told or said_phrase(context, span, mention) is not None:
            continue
        wanted = figure.fact.keys.get("of")
        phrases, seen = read_phrases(context, span, mention, figure.earlier), situation(context, span, mention)
        right = tuple(_is_right(phrase, wanted) for phrase in phrases.words.values())
        if any(right):
            yield Example(tuple(tuple(feature_names(phrases.found[key], seen)) for key in phrases.words), right)


def _is_right(phrase: str, wanted: str | None) -> bool:
    return overlap(phrase, wanted) >= SAME_OF if wanted else phrase == NOTHING
