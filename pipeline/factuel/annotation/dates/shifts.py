"""Times counted from another: so many days, weeks, months, seasons or years before or after it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from factuel.annotation.dates.expressions import Setting
from factuel.annotation.dates.period import (
    Period,
    add_months,
    day_period,
    days_period,
    half_period,
    month_period,
    quarter_period,
    season_period,
    week_period,
    year_period,
)

Anchor = Literal["reference", "previous"]
Unit = Literal["day", "week", "weekend", "month", "quarter", "half", "season", "year"]


@dataclass(frozen=True, slots=True)
class Offset:
    """So many units from the article's day or from the day last named: "hier", "il y a deux ans", "l'an prochain"."""

    unit: Unit
    count: int
    anchor: Anchor = "reference"
    season: int = 0

    def resolve(self, setting: Setting) -> Period | None:
        """Return the day, week, month... that lies there; None when the day it is counted from is not known."""
        base = (setting.previous or setting.reference) if self.anchor == "previous" else setting.reference
        if base is None:
            return None
        found = _shifted(base, self.unit, self.count, self.season)
        return found and found.by("cue")


@dataclass(frozen=True, slots=True)
class Weekend:
    """The Saturday and Sunday of a week, counted from the article's."""

    count: int

    def resolve(self, setting: Setting) -> Period | None:
        """Return the two days."""
        if setting.reference is None:
            return None
        saturday = setting.reference + timedelta(days=5 - setting.reference.weekday() + 7 * self.count)
        return days_period(saturday, saturday + timedelta(days=1)).by("cue")


def _shifted(base: date, unit: Unit, count: int, season: int) -> Period | None:
    """Return the period of `unit` that lies `count` units from the one of `base`; None outside the calendar."""
    try:
        return _shift(base, unit, count, season)
    except (ValueError, OverflowError):
        return None


def _season_from(base: date, count: int, season: int) -> Period:
    """Return the season of `base`'s year, or the last that is over (-1), or the first to come (1)."""
    if count == 0:
        return season_period(base.year, season)
    periods = [season_period(base.year + shift, season) for shift in (-2, -1, 0, 1)]
    if count < 0:
        return [period for period in periods if period.last and period.last < base][-1]
    return next(period for period in periods if period.first and period.first > base)


def _shift(base: date, unit: Unit, count: int, season: int) -> Period:
    if unit == "day":
        return day_period(base + timedelta(days=count))
    if unit == "week":
        return week_period(base + timedelta(days=7 * count))
    if unit == "weekend":
        return Weekend(count).resolve(Setting(base)) or day_period(base)
    if unit == "month":
        moved = add_months(base, count)
        return month_period(moved.year, moved.month)
    if unit == "quarter":
        moved = add_months(base, 3 * count)
        return quarter_period(moved.year, (moved.month + 2) // 3)
    if unit == "half":
        moved = add_months(base, 6 * count)
        return half_period(moved.year, (moved.month + 5) // 6)
    if unit == "season":
        return _season_from(base, count, season)
    return year_period(base.year + count)
