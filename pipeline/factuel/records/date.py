"""Dates in EDTF (ISO 8601-2), with the plain days they span."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from factuel.records.measure import Span

Grain = Literal["day", "week", "month", "quarter", "season", "year", "decade"]
Modifier = Literal["start", "mid", "end"]
ResolvedBy = Literal["explicit", "tense", "nearest", "cue"]


class DateMention(Span):
    """A date found in a text.

    `from` and `to` are the first and last day, both inclusive, null where open or unknown (`XXXX-04-04`). `modifier`
    keeps a vague edge ("fin 2024") without inventing a day.
    """

    edtf: str
    from_: str | None = Field(default=None, alias="from", pattern=r"^-?\d{4,}-\d{2}-\d{2}$")
    to: str | None = Field(default=None, pattern=r"^-?\d{4,}-\d{2}-\d{2}$")
    grain: Grain
    modifier: Modifier | None = None
    approximate: bool = False
    resolved_by: ResolvedBy = "explicit"
