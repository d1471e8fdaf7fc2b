"""All facts of one annotated article: quotations first, for they say who says the others."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Final

from spacy.tokens import Doc

from factuel.facts import (
    agreement,
    event,
    figure,
    investment,
    location,
    membership,
    quotation,
    result,
    role,
    site_change,
)
from factuel.facts.attribution import claims
from factuel.facts.confidence import with_confidence
from factuel.facts.context import FactContext
from factuel.facts.doc_tables import table_of
from factuel.facts.entities import build_entities
from factuel.facts.links import with_links
from factuel.facts.reference import Resolver
from factuel.facts.repeats import merge_repeats
from factuel.records import Article, Entity, EntityRef, Fact, Quotation, content_id

Extractor = Callable[[FactContext], Iterator[Fact]]
FACT_EXTRACTORS: Final[tuple[Extractor, ...]] = (
    figure.extract,
    role.extract,
    agreement.extract,
    investment.extract,
    event.extract,
    location.extract,
    membership.extract,
    site_change.extract,
    result.extract,
)


def extract_facts(
    doc: Doc, article: Article, *, calibrated: bool = True
) -> tuple[tuple[Entity, ...], tuple[Fact, ...]]:
    """Return the entities of the article, by first mention, and its facts, by place of evidence then type.

    Without `calibrated`, confidence is what each rule said. Each fact's identifier is its own; a second fact with the
    same content gets one with its rank.
    """
    index = build_entities(doc, article.id)
    context = FactContext(doc, article, index, Resolver(doc, index))
    quotations = tuple(quotation.extract(context))
    context = replace(context, attributions=tuple(spoken(quotations)), claims=tuple(claims(quotations, index)))
    facts: list[Fact] = [*quotations, *(fact for extract in FACT_EXTRACTORS for fact in extract(context))]
    facts = merge_repeats(facts, table_of(doc).text.find("\n\n"))
    facts = list(with_confidence(facts, index.entities, article)) if calibrated else facts
    facts.sort(key=lambda fact: (fact.evidence.start, fact.evidence.end, fact.type))
    return with_links(index.entities, article), tuple(_distinct(facts))


def spoken(quotations: tuple[Quotation, ...]) -> Iterator[tuple[int, int, EntityRef]]:
    """Yield (start, end, who says it) of each quotation whose speaker is known, end exclusive."""
    for said in quotations:
        if said.speaker is not None:
            yield said.quote.start, said.quote.end, said.speaker


def _distinct(facts: list[Fact]) -> Iterator[Fact]:
    """Yield facts with distinct identifiers: the n-th fact of the same content gets one that ends its parts with n."""
    seen: dict[str, int] = {}
    for fact in facts:
        rank = seen[fact.id] = seen.get(fact.id, 0) + 1
        yield fact if rank == 1 else fact.model_copy(update={"id": content_id("f", fact.id, str(rank))})
