"""Whom figures are about: the weights of models/lexicons/figure_weights.tsv, fitted on the gold.

A conditional logit: of the names in sight of a figure and NOBODY, the annotated one should have the highest sum of
weights.
Numbers of corpus/gold train (without x) and dev, 3,111 figures, 907 about nobody: in five-fold cross-validation by
article .62 right of those with a subject and .61 of the others. Trees grown at random tell those about nobody no better
(area under the curve .78 for both); what the figures before and after are about, in a second pass, adds .008.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from spacy.language import Language

from factuel.corpus.gold import GoldArticle
from factuel.facts.figure_nobody import nobody_features
from factuel.facts.figure_phrases import counted_head
from factuel.facts.figure_subject import all_clues, features, possible
from factuel.training.choice import Example
from factuel.training.figure_loop import annotated_figures

PENALTY: Final = 2.0
"""Of 2, 4, 8 and 14, the best in five-fold cross-validation by article."""
HEADER: Final = (
    "# How much each clue speaks for a name as the one a figure is about.\n"
    "# Source: fitted on corpus/gold/{train,dev} by factuel.training.figure_subjects, not written by hand.\n"
)


def read_examples(nlp: Language, articles: Iterable[GoldArticle]) -> Iterator[Example]:
    """Yield the annotated figures whose subject is among their candidates; the last candidate is NOBODY, right where
    the gold names nobody."""
    for article, figure in annotated_figures(nlp, articles):
        if figure.fact is None:
            continue
        wanted, forms = figure.fact.keys.get("subject"), _forms(article)
        clues = all_clues(figure.context, figure.span, counted_head(figure.span) or figure.span.root, figure.of)
        entities = possible(figure.context, figure.span, clues)
        names = {form for name in str(wanted).split("|") for form in forms.get(name, {name})} if wanted else set()
        right = (*(bool(names & {entity.name, *entity.aliases}) for entity in entities), not wanted)
        if any(right):
            named = (tuple(features(clues, entity)) for entity in entities)
            yield Example((*named, tuple(nobody_features(clues))), right)


def _forms(article: GoldArticle) -> dict[str, set[str]]:
    forms: dict[str, set[str]] = {}
    for mention in article.mentions:
        forms.setdefault(mention.name, {mention.name}).add(mention.text)
    return forms
