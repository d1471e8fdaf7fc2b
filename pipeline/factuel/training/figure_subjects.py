"""Whom figures are about: the weights of models/lexicons/figure_weights.tsv, fitted on the gold.

A conditional logit: of the names in sight of a figure, the annotated one should have the highest sum of weights.
Numbers of corpus/gold train (without x) and dev, 2,153 figures with a subject, of which .96 have the right name in
sight: .71 right in five-fold cross-validation by article. What the figures before are about, as a clue or in a second
pass, conjunctions of clues and types, the verb, trees grown at random: none of them made it better.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from spacy.language import Language

from factuel.corpus.gold import GoldArticle
from factuel.facts.figure_phrases import counted_head
from factuel.facts.figure_subject import all_clues, features
from factuel.training.choice import Example
from factuel.training.figure_loop import annotated_figures

PENALTY: Final = 4.0
"""Of 2, 4, 8 and 16, the best in five-fold cross-validation by article."""
HEADER: Final = (
    "# How much each clue speaks for a name as the one a figure is about.\n"
    "# Source: fitted on corpus/gold/{train,dev} by factuel.training.figure_subjects, not written by hand.\n"
)


def read_examples(nlp: Language, articles: Iterable[GoldArticle]) -> Iterator[Example]:
    """Yield the figures of annotated articles that have a subject which is among their candidates."""
    for article, figure in annotated_figures(nlp, articles):
        wanted = figure.fact.keys.get("subject") if figure.fact is not None else None
        if not wanted:
            continue
        forms = _forms(article)
        clues = all_clues(figure.context, figure.span, counted_head(figure.span) or figure.span.root, figure.of)
        entities = clues.candidates()
        names = {form for name in str(wanted).split("|") for form in forms.get(name, {name})}
        right = tuple(bool(names & {entity.name, *entity.aliases}) for entity in entities)
        if any(right):
            yield Example(tuple(tuple(features(clues, entity)) for entity in entities), right)


def _forms(article: GoldArticle) -> dict[str, set[str]]:
    forms: dict[str, set[str]] = {}
    for mention in article.mentions:
        forms.setdefault(mention.name, {mention.name}).add(mention.text)
    return forms
