"""A figure while it is being read: what later words of the sentence may still complete."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from factuel.records import Bound, Direction, FigureMention, Measure, MeasureKind


@dataclass(frozen=True, slots=True)
class Draft:
    """A figure from `start` to `end` (exclusive); the measure alone ends at `measure_end`.

    `of` is the counted phrase as offsets, or the words of an earlier one. `bare`: neither unit nor noun was found.
    """

    start: int
    end: int
    measure_end: int
    kind: MeasureKind
    value: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    bound: Bound = "exact"
    unit: str | None = None
    per: str | None = None
    direction: Direction | None = None
    of: tuple[int, int] | str | None = None
    bare: bool = False
    magnitude: Decimal = Decimal(1)
    words: bool = False


def plain(value: Decimal | None) -> Decimal | None:
    """Return a value without exponent or trailing zeros: 1200000 rather than 1200000.0 or 1.2E+6."""
    if value is None:
        return None
    return (
        value.quantize(Decimal(1)) if value == value.to_integral_value() and abs(value) < 10**27 else value.normalize()
    )


def mention(text: str, draft: Draft) -> FigureMention:
    """Return the record of a draft."""
    of = text[slice(*draft.of)] if isinstance(draft.of, tuple) else draft.of
    measure = Measure(
        text=text[draft.start : draft.measure_end],
        start=draft.start,
        end=draft.measure_end,
        kind=draft.kind,
        value=plain(draft.value),
        low=plain(draft.low),
        high=plain(draft.high),
        bound=draft.bound,
        unit=draft.unit,
        per=draft.per,
        direction=draft.direction,
    )
    return FigureMention(text=text[draft.start : draft.end], start=draft.start, end=draft.end, measure=measure, of=of)
