"""Which occurrence: a date that comes back every week, month or year, told by its cue, its tense or its distance."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, timedelta
from typing import Literal

from factuel.annotation.dates.period import Period, add_months, day_period, month_period

Turn = Literal["past", "future", "present"]
# Beyond so many days from the article, the tense of the sentence wins over the distance. Set on the train split of
# corpus/gold: announcements name days at most two months ahead without their year.
_TENSE_WINS_AFTER = 45


def choose(reference: date, make: Callable[[int], Period], cue: Turn | None, tense: Turn | None) -> Period | None:
    """Return the yearly period that lies nearest to `reference`; a cue forces its side, a tense when it is far away."""
    candidates = []
    for year in (reference.year - 1, reference.year, reference.year + 1):
        try:
            candidates.append(make(year))
        except ValueError:  # 29 February, or outside the calendar
            continue
    return _pick(reference, candidates, cue, tense)


def _pick(reference: date, candidates: Iterable[Period], cue: Turn | None, tense: Turn | None) -> Period | None:
    """Return the candidate nearest to `reference` on the side that cue or tense tells."""
    ordered = sorted(candidates, key=lambda period: distance(period, reference))
    if not ordered:
        return None
    if cue in ("past", "future"):
        sided = [period for period in ordered if _strictly(period, reference, cue)]
        return (sided or ordered)[0].by("cue")
    best = ordered[0]
    if (
        tense in ("past", "future")
        and distance(best, reference) > _TENSE_WINS_AFTER
        and not _lies(best, reference, tense)
    ):
        for period in ordered:
            if _lies(period, reference, tense):
                return period.by("tense")
    return best.by("nearest")


def within_year(reference: date, make: Callable[[int], Period], cue: Turn | None, tense: Turn | None) -> Period | None:
    """Return the quarter or half of the article's own year, unless a cue or the tense puts it in another."""
    turn = cue or tense
    years = {"past": (0, -1), "future": (0, 1)}.get(turn or "", (0,))
    candidates = [make(reference.year + shift) for shift in years]
    for period in candidates:
        if turn not in ("past", "future") or (_strictly if cue else _lies)(period, reference, turn):
            return period.by("cue" if cue else "tense" if turn else "nearest")
    return candidates[0].by("nearest")


def calendar(
    reference: date, month: int | None, day: int | None, weekday: int | None, cue: Turn | None, tense: Turn | None
) -> Period | None:
    """Return the nearest day (of a month, or of any month when it is None) or month; a weekday excludes the others."""
    if month is None:
        return _day_of_month(reference, day or 1, weekday, cue, tense)
    if day is None:
        return choose(reference, lambda year: month_period(year, month), cue, tense)
    found = choose(reference, lambda year: _day(year, month, day, weekday), cue, tense)
    return (
        found or _leap_day(reference, month, day) or choose(reference, lambda y: _day(y, month, day, None), cue, tense)
    )


def _day(year: int, month: int, day: int, weekday: int | None) -> Period:
    """Return a day; raises ValueError when there is none or it is another day of the week."""
    found = date(year, month, day)
    if weekday is not None and found.isoweekday() != weekday:
        raise ValueError(f"{found} is not weekday {weekday}")
    return day_period(found)


def _leap_day(reference: date, month: int, day: int) -> Period | None:
    """Return the nearest 29 February, which may be several years away; None for other days."""
    if (month, day) != (2, 29):
        return None
    years = [year for year in range(reference.year - 8, reference.year + 9) if _is_leap(year)]
    return min((day_period(date(year, 2, 29)) for year in years), key=lambda p: distance(p, reference)).by("nearest")


def _is_leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def _day_of_month(
    reference: date, day: int, weekday: int | None, cue: Turn | None, tense: Turn | None
) -> Period | None:
    """Return the nearest `day` of a month; the tense decides between last and next."""
    candidates = []
    for count in range(-6, 7):
        try:
            first = add_months(reference, count)
            candidates.append(_day(first.year, first.month, day, weekday))
        except (ValueError, OverflowError):
            continue
    turn = cue if cue in ("past", "future") else tense
    if turn in ("past", "future"):
        sided = [period for period in candidates if _lies(period, reference, turn)]
        best = min(sided or candidates, key=lambda p: distance(p, reference), default=None)
        return best and best.by("cue" if turn == cue else "tense")
    best = min(candidates, key=lambda p: distance(p, reference), default=None)
    return best and best.by("nearest")


def weekday(reference: date, number: int, cue: Turn | None, tense: Turn | None) -> Period:
    """Return the day of the week that a cue, else a tense, else the distance tells; without a cue the article's own
    day counts on both sides."""
    ahead = (number - reference.isoweekday()) % 7
    if cue == "past":
        return day_period(reference + timedelta(days=ahead - 7)).by("cue")
    if cue == "future":
        return day_period(reference + timedelta(days=ahead or 7)).by("cue")
    if tense == "past":
        return day_period(reference + timedelta(days=ahead - 7 if ahead else 0)).by("tense")
    if tense == "future":
        return day_period(reference + timedelta(days=ahead)).by("tense")
    return day_period(reference + timedelta(days=ahead if ahead <= 3 else ahead - 7)).by("nearest")


def distance(period: Period, day: date) -> int:
    """Return how many days lie between a period and a day; 0 when the day is inside."""
    if period.first is None or period.last is None or period.first <= day <= period.last:
        return 0
    return min(abs((period.first - day).days), abs((period.last - day).days))


def _lies(period: Period, day: date, turn: Turn) -> bool:
    """Tell whether a period lies on that side of the day, the day itself included."""
    if period.first is None or period.last is None:
        return False
    return period.first <= day if turn == "past" else period.last >= day


def _strictly(period: Period, day: date, turn: Turn) -> bool:
    """Tell whether a period lies wholly on that side of the day."""
    if period.first is None or period.last is None:
        return False
    return period.last < day if turn == "past" else period.first > day
