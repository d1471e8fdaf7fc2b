"""Whom figures are about: the weights of models/lexicons/figure_weights.tsv, fitted on the gold.

A conditional logit: of the names in sight of a figure, the annotated one should have the highest sum of weights.
Numbers of corpus/gold train (a to m) and dev, 1,029 figures with a subject, of which .96 have the right name in sight:
.72 right in five-fold cross-validation by article, .68 without the clues of `figure_roles` and `figure_actors`. What
the figures before are about, as a clue or in a second pass, made it worse; so did conjunctions of clues and types.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from spacy.language import Language

from factuel.corpus.gold import GoldArticle, GoldFact
from factuel.facts.context import FactContext
from factuel.facts.entities import build_entities
from factuel.facts.extraction import spoken
from factuel.facts.figure_count_clues import Earlier
from factuel.facts.figure_counts import counted_phrase
from factuel.facts.figure_phrases import counted_head
from factuel.facts.figure_subject import all_clues, features
from factuel.facts.quotation import extract as quotations
from factuel.facts.reference import Resolver
from factuel.records import Article, FigureMention, Source
from factuel.training.choice import Example

PENALTY: Final = 8.0
"""Of 2, 4, 8 and 16, the best in five-fold cross-validation by article."""
HEADER: Final = (
    "# How much each clue speaks for a name as the one a figure is about.\n"
    "# Source: fitted on corpus/gold/{train,dev} by factuel.training.figure_subjects, not written by hand.\n"
)


def read_examples(nlp: Language, articles: Iterable[GoldArticle]) -> Iterator[Example]:
    """Yield the figures of annotated articles that have a subject which is among their candidates."""
    for article in articles:
        context = annotated_context(nlp, article)
        forms = _forms(article)
        earlier: list[Earlier] = []
        for span in context.doc.spans.get("figures", ()):
            mention: FigureMention = span._.figure
            of = counted_phrase(context, span, earlier)
            earlier.append(Earlier(mention.end, of, mention.measure.kind, mention.of is not None))
            wanted = _wanted(article, span.start_char, span.end_char)
            if wanted is None:
                continue
            clues = all_clues(context, span, counted_head(span) or span.root, of)
            entities = clues.candidates()
            names = {form for name in wanted.split("|") for form in forms.get(name, {name})}
            right = tuple(bool(names & {entity.name, *entity.aliases}) for entity in entities)
            if any(right):
                yield Example(tuple(tuple(features(clues, entity)) for entity in entities), right)


def annotated_context(nlp: Language, gold: GoldArticle) -> FactContext:
    """Return the context of an annotated article, with the names that the pipeline finds."""
    source = Source(uri=gold.id, sha256="0" * 64, media_type="text/plain")
    article = Article(
        id=gold.id, source=source, url=None, site=None, title=None, published=None, modified=None, language="fr",
        text=gold.text,
    )  # fmt: skip
    doc = nlp(gold.text)
    index = build_entities(doc, article.id)
    context = FactContext(doc, article, index, Resolver(doc, index))
    return replace(context, attributions=tuple(spoken(tuple(quotations(context)))))


def _forms(article: GoldArticle) -> dict[str, set[str]]:
    forms: dict[str, set[str]] = {}
    for mention in article.mentions:
        forms.setdefault(mention.name, {mention.name}).add(mention.text)
    return forms


def annotated_figures(article: GoldArticle, start: int, end: int) -> Iterator[GoldFact]:
    """Yield the annotated figures that have characters of `start` to `end` (exclusive), in the order of the gold."""
    for fact in article.facts:
        if fact.type == "figure" and fact.start < end and start < fact.end:
            yield fact


def _wanted(article: GoldArticle, start: int, end: int) -> str | None:
    said = (fact.keys.get("subject") for fact in annotated_figures(article, start, end))
    return next((str(name) for name in said if name), None)
