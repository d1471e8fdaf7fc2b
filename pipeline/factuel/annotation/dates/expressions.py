"""What a text says of a time, before it is known which: each expression resolves against the article's date."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal, Protocol

from factuel.annotation.dates import nearest
from factuel.annotation.dates.feasts import feast_day
from factuel.annotation.dates.period import (
    Period,
    century_period,
    day_period,
    decade_period,
    half_period,
    month_period,
    quarter_period,
    season_period,
    year_period,
)

Turn = Literal["past", "future", "present"]


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
        return nearest.choose(setting.reference, make, self.cue, setting.tense)


@dataclass(frozen=True, slots=True)
class Era:
    """A decade (by its first year) or a century (by its ordinal)."""

    decade: int = 0
    century: int = 0

    def resolve(self, setting: Setting) -> Period | None:
        """Return its years."""
        return century_period(self.century) if self.century else decade_period(self.decade)


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
