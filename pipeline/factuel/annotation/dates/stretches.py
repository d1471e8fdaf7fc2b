"""Times made of others: their vague edges, about them, up to or from them, between two of them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from factuel.annotation.dates import nearest
from factuel.annotation.dates.expressions import Calendar, Expression, Feast, Setting, Subyear, Turn, Weekday
from factuel.annotation.dates.period import Period, approximate, interval, open_after, open_before
from factuel.records import Modifier


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
        """Return the half-open interval; what lies on the wrong side of the article is the next or last of its name."""
        found = self.inner.resolve(replace(setting, tense=self.turn or setting.tense))
        if found is not None and self.turn is not None and _is_beyond(found, setting.reference, self.turn):
            found = _turned(self.inner, self.turn).resolve(setting)
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


def _is_beyond(period: Period, reference: date | None, turn: Turn) -> bool:
    """Tell whether a period lies wholly on the side of the article that `turn` excludes."""
    if reference is None or period.first is None or period.last is None:
        return False
    return period.last < reference if turn == "future" else period.first > reference


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
