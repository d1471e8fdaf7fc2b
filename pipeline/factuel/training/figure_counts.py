"""What figures count: the weights of models/lexicons/figure_count_weights.tsv, fitted on the gold.

Only figures whose own words do not say it (`FigureMention.of` is null) are examples; what the figures before count is
taken from the gold, or read by the program where the gold is silent. Numbers of corpus/gold train and dev, 473 figures
with a phrase, six-fold cross-validation by article: .68 right, .82 with those whose own words say it (with the
ordered rules that it replaced, .79 on 30 articles that neither had seen).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from spacy.language import Language

from factuel.corpus.gold import GoldArticle
from factuel.evaluation.matching import SAME_OF
from factuel.evaluation.similarity import overlap
from factuel.facts.figure_count_clues import NOTHING, Earlier, read_phrases, situation
from factuel.facts.figure_counts import feature_names
from factuel.facts.figure_said import said_phrase
from factuel.records import FigureMention
from factuel.training.choice import Example
from factuel.training.figure_subjects import annotated_context, annotated_figures

PENALTY: Final = 2.0
"""Of 1, 2, 4 and 8, the best in cross-validation by article."""
HEADER: Final = (
    "# How much each clue speaks for a phrase as what a figure counts.\n"
    "# Source: fitted on corpus/gold/{train,dev} by factuel.training.figure_counts, not written by hand.\n"
)


def read_examples(nlp: Language, articles: Iterable[GoldArticle]) -> Iterator[Example]:
    """Yield the annotated figures whose own words do not say what they count, with a right candidate."""
    for article in articles:
        context = annotated_context(nlp, article)
        earlier: list[Earlier] = []
        for span in context.doc.spans.get("figures", ()):
            mention: FigureMention = span._.figure
            known, wanted = _wanted(article, mention)
            if known and mention.of is None and said_phrase(context, span, mention) is None:
                phrases = read_phrases(context, span, mention, earlier)
                seen = situation(context, span, mention)
                right = tuple(_is_right(phrase, wanted) for phrase in phrases.words.values())
                if any(right):
                    yield Example(tuple(tuple(feature_names(phrases.found[key], seen)) for key in phrases.words), right)
            earlier.append(Earlier(mention.end, wanted or mention.of, mention.measure.kind, mention.of is not None))


def _is_right(phrase: str, wanted: str | None) -> bool:
    return overlap(phrase, wanted) >= SAME_OF if wanted else phrase == NOTHING


def _wanted(article: GoldArticle, mention: FigureMention) -> tuple[bool, str | None]:
    """Return whether the figure is annotated, and with what phrase."""
    fact = next(annotated_figures(article, mention.start, mention.end), None)
    return fact is not None, fact.keys.get("of") if fact is not None else None
