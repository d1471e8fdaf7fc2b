"""Measure: a number with its unit and bounds, and the mention that `find_figures` returns."""

from __future__ import annotations

from typing import Literal

from pydantic import Field, model_validator

from factuel.records.base import Number, Record

MeasureKind = Literal["money", "percentage", "count", "measure", "duration", "ratio"]
Bound = Literal["exact", "about", "at_least", "at_most", "more_than", "less_than", "range"]
Direction = Literal["up", "down"]


class Span(Record):
    """A stretch of `Article.text`: `start` inclusive, `end` exclusive, in code points; `text` is what stands there."""

    text: str
    start: int = Field(ge=0)
    end: int

    @model_validator(mode="after")
    def text_fits_offsets(self) -> Span:
        """Refuse a span whose text is not as long as its offsets say."""
        if self.end - self.start != len(self.text):
            raise ValueError(f"text has {len(self.text)} characters, offsets are {self.start}:{self.end}")
        return self


class Measure(Span):
    """A normalised quantity.

    `value` is the point estimate, null for a pure range; `low` and `high` close the interval and are null where it is
    open. `unit` is an ISO 4217 code, `percent`, `point`, a UCUM code, a duration (`day`, `week`, `month`, `year`,
    `hour`, `minute`) or null for plain counts.
    """

    kind: MeasureKind
    value: Number | None = None
    low: Number | None = None
    high: Number | None = None
    bound: Bound = "exact"
    unit: str | None = None
    per: str | None = None
    direction: Direction | None = None

    @model_validator(mode="after")
    def says_a_number(self) -> Measure:
        """Refuse a measure that says no number, or whose interval is upside down."""
        if self.value is None and self.low is None and self.high is None:
            raise ValueError("a measure needs a value, a low or a high")
        if self.low is not None and self.high is not None and self.low > self.high:
            raise ValueError(f"low {self.low} is above high {self.high}")
        return self


class FigureMention(Span):
    """A figure found in a text: its measure, and the noun phrase it counts (`of`) when the words say it."""

    measure: Measure
    of: str | None = None
