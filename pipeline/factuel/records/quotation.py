"""Quotations found in a text."""

from __future__ import annotations

from typing import Literal

from factuel.records.measure import Span

QuotationStyle = Literal["direct", "indirect", "mixed"]


class Quote(Span):
    """The quoted words, from the first to the last, without their quotation marks."""


class QuotationMention(Span):
    """A quotation: what is said, by whom in the text's own words (null when it does not say), the verb of saying
    or preposition (`cue`) that introduces it, and its style."""

    speaker: str | None
    cue: str | None
    style: QuotationStyle
