"""Periods: a stretch of the calendar in EDTF (ISO 8601-2) with its first and last day."""

from __future__ import annotations

import calendar
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final

from factuel.records import Grain, Modifier, ResolvedBy

# The usual days of equinoxes and solstices: EDTF code to first and last (month, day).
_SEASONS: Final = {21: ((3, 20), (6, 20)), 22: ((6, 21), (9, 22)), 23: ((9, 23), (12, 20)), 24: ((12, 21), (3, 19))}
_QUARTER_CODE: Final = 32  # EDTF: quarters are 33 to 36


@dataclass(frozen=True, slots=True)
class Period:
    """A resolved date: `first` and `last` are inclusive, None where open or unknown."""

    edtf: str
    first: date | None
    last: date | None
    grain: Grain
    modifier: Modifier | None = None
    approximate: bool = False
    resolved_by: ResolvedBy = "explicit"

    def by(self, resolved_by: ResolvedBy) -> Period:
        """Return this period, resolved by another means."""
        return replace(self, resolved_by=resolved_by)


def day_period(day: date) -> Period:
    """Return one day."""
    return Period(day.isoformat(), day, day, "day")


def week_period(day: date) -> Period:
    """Return the ISO week (Monday to Sunday) of a day."""
    monday = day - timedelta(days=day.weekday())
    return days_period(monday, monday + timedelta(days=6), "week")


def days_period(first: date, last: date, grain: Grain = "day") -> Period:
    """Return an interval of days, both inclusive."""
    return Period(f"{first.isoformat()}/{last.isoformat()}", first, last, grain)


def month_period(year: int, month: int) -> Period:
    """Return a month of a year."""
    last = calendar.monthrange(year, month)[1]
    return Period(f"{year:04d}-{month:02d}", date(year, month, 1), date(year, month, last), "month")


def year_period(year: int) -> Period:
    """Return a year."""
    return Period(f"{year:04d}", date(year, 1, 1), date(year, 12, 31), "year")


def decade_period(year: int) -> Period:
    """Return the ten years that begin with `year` (a multiple of ten)."""
    return Period(f"{year // 10:03d}X", date(year, 1, 1), date(year + 9, 12, 31), "decade")


def century_period(number: int) -> Period:
    """Return a century by its ordinal: the nineteenth is 18XX, from 1800 to 1899, as EDTF counts."""
    year = (number - 1) * 100
    return Period(f"{number - 1:02d}XX", date(max(year, 1), 1, 1), date(year + 99, 12, 31), "decade")


def quarter_period(year: int, quarter: int) -> Period:
    """Return a quarter (1 to 4) of a year."""
    first, last = month_period(year, 3 * quarter - 2), month_period(year, 3 * quarter)
    return Period(f"{year:04d}-{_QUARTER_CODE + quarter}", first.first, last.last, "quarter")


def half_period(year: int, half: int) -> Period:
    """Return a half (1 or 2) of a year, as an interval of months."""
    first, last = month_period(year, 6 * half - 5), month_period(year, 6 * half)
    return Period(f"{first.edtf}/{last.edtf}", first.first, last.last, "month")


def season_period(year: int, code: int) -> Period:
    """Return a season by its EDTF code (21 spring to 24 winter) in the year in which it begins."""
    (first_month, first_day), (last_month, last_day) = _SEASONS[code]
    ends = year + (last_month < first_month)
    return Period(f"{year:04d}-{code}", date(year, first_month, first_day), date(ends, last_month, last_day), "season")


def interval(first: Period, last: Period) -> Period:
    """Return the interval from the beginning of one period to the end of another; a decade ends with its last year."""
    return Period(
        f"{_start(first)}/{_end(last)}",
        first.first,
        last.last,
        last.grain,
        resolved_by=last.resolved_by if last.resolved_by != "explicit" else first.resolved_by,
        modifier=last.modifier,
        approximate=first.approximate or last.approximate,
    )


def open_after(period: Period) -> Period:
    """Return the time from a period on."""
    return replace(period, edtf=f"{_start(period)}/..", last=None)


def open_before(period: Period) -> Period:
    """Return the time up to the end of a period."""
    return replace(period, edtf=f"../{_end(period)}", first=None)


def approximate(period: Period) -> Period:
    """Return a period that is only about right (EDTF `~`)."""
    if "/" in period.edtf or period.approximate:
        return replace(period, approximate=True)
    return replace(period, edtf=f"{period.edtf}~", approximate=True)


def _start(period: Period) -> str:
    return period.edtf.split("/")[0]


def _end(period: Period) -> str:
    return period.edtf.split("/")[-1]


def add_months(day: date, count: int) -> date:
    """Return the first of the month `count` months from that of `day`; raises ValueError outside years 1 to 9999."""
    index = day.year * 12 + day.month - 1 + count
    return date(index // 12, index % 12 + 1, 1)
