"""What a text says of a time, before it is known which: each expression resolves against the article's date."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal, Protocol

from factuel.annotation.dates import nearest
from factuel.annotation.dates.feasts import feast_day
from factuel.annotation.dates.period import (
    Period,
    add_months,
    approximate,
    century_period,
    day_period,
    days_period,
    decade_period,
    half_period,
    interval,
    month_period,
    open_after,
    open_before,
    quarter_period,
    season_period,
    week_period,
    year_period,
)
from factuel.records import Modifier

Turn = Literal["past", "future", "present"]
Anchor = Literal["reference", "previous"]
Unit = Literal["day", "week", "weekend", "month", "quarter", "half", "season", "year"]


@dataclass(frozen=True, slots=True)
class Setting:
    """What a date is read against: the article's day, the day last named, the tense around the words."""

    reference: date | None
    previous: date | None = None
    tense: Turn | None = None


class Expression(Protocol):
    """A time as a text says it."""

    def resolve(self, setting: Setting) -> Period | None:
        """Return the period it names, or None when it names none that can be told."""


@dataclass(frozen=True, slots=True)
class Calendar:
    """A day, month or year of the calendar, with what is written of it; `cue` is "dernier" or "prochain"."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    cue: Turn | None = None

    def resolve(self, setting: Setting) -> Period | None:
        """Return the day, month or year; without a year the nearest occurrence, or the one that the cue forces."""
        if self.year is not None:
            return _written(self.year, self.month, self.day)
        if setting.reference is None:
            return _unknown_year(self.month, self.day)
        return nearest.calendar(setting.reference, self.month, self.day, self.weekday, self.cue, setting.tense)


@dataclass(frozen=True, slots=True)
class Weekday:
    """A day of the week (1 Monday to 7 Sunday), `weeks` further ("lundi en huit" is 1)."""

    weekday: int
    cue: Turn | None = None
    weeks: int = 0

    def resolve(self, setting: Setting) -> Period | None:
        """Return the day that the cue, the tense or the distance tells."""
        if setting.reference is None:
            return None
        found = nearest.weekday(setting.reference, self.weekday, self.cue, setting.tense)
        if not self.weeks or found.first is None:
            return found
        return day_period(found.first + timedelta(days=7 * self.weeks)).by("cue")


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
class Subyear:
    """A quarter, half or season of a year that may be missing; `number` is 1 to 4, 1 or 2, or the EDTF season code."""

    kind: Literal["quarter", "half", "season"]
    number: int
    year: int | None = None
    cue: Turn | None = None

    def resolve(self, setting: Setting) -> Period | None:
        """Return it in its year, else in the year that the cue or the distance tells."""
        make = {"quarter": quarter_period, "half": half_period, "season": season_period}[self.kind]
        if self.year is not None:
            return make(self.year, self.number)
        if setting.reference is None:
            return _unknown_subyear(self.kind, self.number)
        pick = nearest.choose if self.kind == "season" else nearest.within_year
        return pick(setting.reference, lambda year: make(year, self.number), self.cue, setting.tense)


@dataclass(frozen=True, slots=True)
class Feast:
    """A feast day by its folded name in the lexicon `feasts`."""

    name: str
    year: int | None = None
    cue: Turn | None = None

    def resolve(self, setting: Setting) -> Period | None:
        """Return the day in its year, else the nearest one."""
        if self.year is not None:
            return day_period(feast_day(self.name, self.year))
        if setting.reference is None:
            return None
        make = lambda year: day_period(feast_day(self.name, year))  # noqa: E731
        return nearest.choose(setting.reference, make, self.cue, None)


@dataclass(frozen=True, slots=True)
class Era:
    """A decade (by its first year) or a century (by its ordinal)."""

    decade: int = 0
    century: int = 0

    def resolve(self, setting: Setting) -> Period | None:
        """Return its years."""
        return century_period(self.century) if self.century else decade_period(self.decade)


@dataclass(frozen=True, slots=True)
class Edge:
    """The vague beginning, middle or end of a period."""

    inner: Expression
    modifier: Modifier

    def resolve(self, setting: Setting) -> Period | None:
        """Return the whole period with its modifier: no day is invented."""
        found = self.inner.resolve(setting)
        return found and replace(found, modifier=self.modifier)


@dataclass(frozen=True, slots=True)
class Approximate:
    """A period that is only about right."""

    inner: Expression

    def resolve(self, setting: Setting) -> Period | None:
        """Return the period marked as approximate."""
        found = self.inner.resolve(setting)
        return found and approximate(found)


@dataclass(frozen=True, slots=True)
class Open:
    """The time up to a period, or from it on; `turn` is where its date lies when no year is written."""

    inner: Expression
    side: Literal["before", "after"]
    turn: Turn | None = None

    def resolve(self, setting: Setting) -> Period | None:
        """Return the half-open interval."""
        found = self.inner.resolve(replace(setting, tense=self.turn or setting.tense))
        return found and (open_before(found) if self.side == "before" else open_after(found))


@dataclass(frozen=True, slots=True)
class Between:
    """The time from one period to another."""

    first: Expression
    last: Expression

    def resolve(self, setting: Setting) -> Period | None:
        """Return the interval; an end without a year follows a beginning that has one, a beginning precedes its end."""
        first, last = self.first, self.last
        if isinstance(first, Calendar) and isinstance(last, Calendar) and first.year and not last.year:
            last = replace(last, year=_year_after(first, last))
        if setting.reference is not None and _lacks_year(first) and _lacks_year(last):
            return _nearest_stretch(first, last, setting)
        end = last.resolve(setting)
        if end is None:
            return None
        before = Setting(end.last, end.last) if end.last is not None and _lacks_year(first) else setting
        start = (_turned(first, "past") if before is not setting else first).resolve(before)
        if start is None or (start.first and end.last and start.first > end.last):
            return None
        return interval(start, end)


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


def _turned(expression: Expression, cue: Turn) -> Expression:
    """Return the expression with a cue, inside its vague edge if it has one."""
    if isinstance(expression, Edge | Approximate):
        return replace(expression, inner=_turned(expression.inner, cue))
    if isinstance(expression, Calendar | Weekday | Subyear | Feast):
        return replace(expression, cue=cue)
    return expression


def _nearest_stretch(first: Expression, last: Expression, setting: Setting) -> Period | None:
    """Return the interval between two dates without a year: told from its end or from its beginning, whichever puts it
    nearer to the article."""
    found: list[Period] = []
    end = last.resolve(setting)
    if end is not None and end.last is not None:
        start = _turned(first, "past").resolve(Setting(end.last))
        found += [interval(start, end).by(end.resolved_by)] if start else []
    start = first.resolve(setting)
    if start is not None and start.first is not None:
        end = _turned(last, "future").resolve(Setting(start.first))
        found += [interval(start, end).by(start.resolved_by)] if end else []
    day = setting.reference
    return min(found, key=lambda period: nearest.distance(period, day), default=None) if day else None


def _lacks_year(expression: Expression) -> bool:
    inner = expression.inner if isinstance(expression, Edge | Approximate) else expression
    return isinstance(inner, Weekday) or (isinstance(inner, Calendar | Subyear | Feast) and inner.year is None)


def _year_after(first: Calendar, last: Calendar) -> int:
    """Return the year of an end without one: the beginning's, or the next when the end would come before it."""
    year = first.year or 0
    return year + ((last.month or 12, last.day or 31) < (first.month or 1, first.day or 1))


def _written(year: int, month: int | None, day: int | None) -> Period | None:
    if month is None:
        return year_period(year)
    if day is None:
        return month_period(year, month)
    try:
        return day_period(date(year, month, day))
    except ValueError:
        return None


def _unknown_year(month: int | None, day: int | None) -> Period | None:
    if month is None:
        return None if day is None else Period(f"XXXX-XX-{day:02d}", None, None, "day")
    if day is None:
        return Period(f"XXXX-{month:02d}", None, None, "month")
    return Period(f"XXXX-{month:02d}-{day:02d}", None, None, "day")


def _unknown_subyear(kind: str, number: int) -> Period | None:
    if kind == "half":
        return Period(f"XXXX-{6 * number - 5:02d}/XXXX-{6 * number:02d}", None, None, "month")
    if kind == "quarter":
        return Period(f"XXXX-{32 + number}", None, None, "quarter")
    return Period(f"XXXX-{number}", None, None, "season")


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
