"""The figures of annotated articles as the extraction reads them: the same ones, in the same order, each with what the
gold says of it. Both fits of figures learn from this one loop."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from spacy.language import Language
from spacy.tokens import Span

from factuel.corpus.gold import GoldArticle, GoldFact
from factuel.facts.context import FactContext
from factuel.facts.entities import build_entities
from factuel.facts.extraction import spoken
from factuel.facts.figure import figure_spans
from factuel.facts.figure_count_clues import Earlier
from factuel.facts.figure_counts import counted_phrase
from factuel.facts.quotation import extract as quotations
from factuel.facts.reference import Resolver
from factuel.records import Article, FigureMention, Source
from factuel.training.unseen import is_unseen


@dataclass(frozen=True)
class Annotated:
    """A figure of an annotated article: where it is, the annotation (null where the gold has none), what it counts
    (`of`, the gold's, else the program's) and what the figures before count."""

    context: FactContext
    span: Span
    fact: GoldFact | None
    of: str | None
    earlier: tuple[Earlier, ...]


def annotated_figures(nlp: Language, articles: Iterable[GoldArticle]) -> Iterator[tuple[GoldArticle, Annotated]]:
    """Yield the figures of articles, in order, as `facts.figure` reads them."""
    for article in articles:
        if is_unseen(article):
            continue
        context = annotated_context(nlp, article)
        earlier: list[Earlier] = []
        for span in figure_spans(context):
            mention: FigureMention = span._.figure
            fact = next(facts_at(article, mention.start, mention.end), None)
            of = fact.keys.get("of") if fact is not None else None
            found = of or counted_phrase(context, span, earlier)
            yield article, Annotated(context, span, fact, found, tuple(earlier))
            earlier.append(Earlier(mention.end, found, mention.measure.kind, mention.of is not None))


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


def facts_at(article: GoldArticle, start: int, end: int) -> Iterator[GoldFact]:
    """Yield the annotated figures that have characters of `start` to `end` (exclusive), in the order of the gold."""
    for fact in article.facts:
        if fact.type == "figure" and fact.start < end and start < fact.end:
            yield fact
