"""Quotation facts: the quotations of the doc with their speakers resolved to entities."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from factuel.annotation.quotations.value import QuotationValue
from factuel.facts.context import FactContext
from factuel.facts.speakers import Speakers
from factuel.records import EntityRef, Quotation, Quote

EXTRACTOR: Final = "factuel.facts.quotation"
# The share of right ones (words and speaker) among the 300 found in corpus/gold/{train,dev}, by what is known.
_NAMED: Final = {"direct": 0.97, "indirect": 0.96, "mixed": 0.83}
_CONFIDENCE_WITHOUT_CUE: Final = 0.85
_CONFIDENCE_PRONOUN: Final = 0.8
_CONFIDENCE_NOUN: Final = 0.72
_CONFIDENCE_ANONYMOUS: Final = 0.4


def extract(context: FactContext) -> Iterator[Quotation]:
    """Yield a fact for each quotation of the doc, in text order.

    The speaker is null when the text names nobody; a common noun that stands for no entity is named without article.
    """
    speakers = Speakers(context)
    previous: Quotation | None = None
    for span in context.doc.spans.get("quotations", ()):
        value: QuotationValue = span._.quotation
        previous = _fact(context, value, speakers.of(value, previous))
        yield previous


def _fact(context: FactContext, value: QuotationValue, speaker: EntityRef | None) -> Quotation:
    text = context.text
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


def _confidence(value: QuotationValue, speaker: EntityRef | None) -> float:
    if speaker is None or value.speaker is None:
        return _CONFIDENCE_ANONYMOUS
    if value.speaker.kind == "noun":
        return _CONFIDENCE_NOUN
    if value.speaker.kind == "pronoun":
        return _CONFIDENCE_PRONOUN
    return _NAMED[value.style] if value.cue else _CONFIDENCE_WITHOUT_CUE
