"""Quotation facts: the quotations of the doc with their speakers resolved to entities."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from factuel.annotation.quotations.value import QuotationValue, Speaker
from factuel.facts.context import FactContext
from factuel.records import EntityRef, Quotation, Quote

EXTRACTOR: Final = "factuel.facts.quotation"
_ARTICLE: Final = re.compile(r"(?:(?:les|le|la|une|un|des)\s+|l['’]\s*)(?=\w)", re.IGNORECASE)
# Measured on corpus/gold/dev: the share of right ones among those with a cue, without one, and without a speaker.
_CONFIDENCE_CUE: Final = 0.92
_CONFIDENCE_INDIRECT: Final = 0.85
_CONFIDENCE_INHERITED: Final = 0.75
_CONFIDENCE_ANONYMOUS: Final = 0.6


def extract(context: FactContext) -> Iterator[Quotation]:
    """Yield a fact for each quotation of the doc, in text order.

    The speaker is null when the text names nobody; a common noun that stands for no entity is named without article.
    """
    for span in context.doc.spans.get("quotations", ()):
        value: QuotationValue = span._.quotation
        yield _fact(context, value)


def _fact(context: FactContext, value: QuotationValue) -> Quotation:
    text = context.doc.text
    speaker = _speaker(context, value.speaker) if value.speaker else None
    quote = Quote(text=text[value.start : value.end], start=value.start, end=value.end)
    return Quotation(
        id=context.fact_id("quotation", speaker.name if speaker else "", quote.text),
        article_id=context.article.id,
        evidence=context.make_evidence(*value.evidence),
        speaker=speaker,
        quote=quote,
        style=value.style,
        cue=text[value.cue.start : value.cue.end] if value.cue else None,
        confidence=_confidence(value, speaker),
        extractor=EXTRACTOR,
    )


def _speaker(context: FactContext, speaker: Speaker) -> EntityRef | None:
    """Return the entity that speaks, the noun phrase when it stands for none, null for a pronoun nobody resolves."""
    entity = context.index.entity_at(speaker.start, speaker.end)
    if entity is not None and speaker.kind == "name":
        return context.index.ref(entity)
    reference = context.resolver.resolve(speaker.start, speaker.end)
    if reference is not None:
        return reference
    if speaker.kind == "pronoun":
        return None
    return EntityRef(entity_id=None, name=without_article(context.doc.text[speaker.start : speaker.end]))


def without_article(phrase: str) -> str:
    """Return a noun phrase without its article: "l'ambassade d'Espagne" gives "ambassade d'Espagne"."""
    found = _ARTICLE.match(phrase)
    return phrase[found.end() :] if found else phrase


def _confidence(value: QuotationValue, speaker: EntityRef | None) -> float:
    if speaker is None:
        return _CONFIDENCE_ANONYMOUS
    if value.inherited or value.cue is None:
        return _CONFIDENCE_INHERITED
    return _CONFIDENCE_CUE if value.style == "direct" else _CONFIDENCE_INDIRECT
