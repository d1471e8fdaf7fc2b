"""Dates that begin with digits: "12/03/2021", "01.12.22", "2020-2021", "années 60", "en 97", "le 14"."""

from __future__ import annotations

import re
from datetime import date

from factuel.annotation.dates.atoms import Atom
from factuel.annotation.dates.calendar_atoms import day_numbers
from factuel.annotation.dates.expressions import Calendar, Era
from factuel.annotation.dates.stretches import Between
from factuel.annotation.dates.words import MONTH_DAY, date_words
from factuel.annotation.dates.years import is_year, short_year
from factuel.annotation.notation.contexts import after, before

_DECADE = re.compile(r"(?:\d|1\d\d|20\d)0(?!\d)")
_DECADE_LEFT = re.compile(r"(?:annees|decennie) '?\Z")
_SHORT_YEAR = re.compile(r"[4-9]\d(?=[,;:)\n]|\.(?!\d)| \(|\Z)")
_DAYS = re.compile(rf"(?P<days>{MONTH_DAY}(?:(?:, | et | au | et le ){MONTH_DAY})*)")
_DAYS_END = re.compile(r"[.,;:)!?»\n]|\Z")
_LONGEST_STRETCH = 60  # years: "1914-18", "1982-1990"; longer ones are the life of a person
_NIGHT_LEFT = re.compile(r"(?<!\w)nuits? du \Z")
_NIGHT = re.compile(r"(?P<first>\d{1,2}) au (?P<last>\d{1,2})(?!\w)")
_LAST_NIGHT = 30  # the night to the first of a month needs the month's name
_DAY_LEFT = re.compile(r"(?<!\w)(?P<article>le|les) \Z")


def digit_atoms(text: str, folded: str, match: re.Match[str]) -> list[Atom]:
    """Return the date in digits, the year, the decade or the lone day of the month that begins here."""
    start = match.start()
    window = folded[max(0, start - 16) : start]
    found = _numeric(folded, start, window) or _year(text, folded, start, window)
    return found or _lone_day(folded, start, window)


def _numeric(folded: str, start: int, window: str) -> list[Atom]:
    """Return a date such as 01.12.22, 2021-03-12, 11/2017, or "le 9/10"."""
    match = date_words().numeric.match(folded, start)
    if match is None:
        return []
    year: int | None
    if match.group("iso"):
        year, month, day = (int(part) for part in match.group("iso").split("-"))
    elif match.group("d"):
        day, month = int(match.group("d")), int(match.group("m"))
        year = int(match.group("y")) if len(match.group("y")) == 4 else short_year(int(match.group("y")))
    elif match.group("d2"):
        day, month, year = int(match.group("d2")), int(match.group("m2")), int(match.group("y2"))
    elif match.group("m3"):
        return [Atom(start, match.end(), Calendar(int(match.group("y3")), int(match.group("m3"))))]
    else:
        day, month, year = int(match.group("d4")), int(match.group("m4")), None
        if (
            not _DAY_LEFT.search(window)
            and not before("clock_day").search(window)
            and window[-3:] not in ("du ", "au ")
        ):
            return []
    if not _exists(year or 2000, month, day):
        return []
    return [Atom(start, match.end(), Calendar(year, month, day))]


def _exists(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def _year(text: str, folded: str, start: int, window: str) -> list[Atom]:
    """Return a year, two years joined by a hyphen, or a decade."""
    noun = _DECADE_LEFT.search(window)
    decade = _DECADE.match(folded, start) if noun else None
    if noun is not None and decade is not None:
        value = int(decade.group())
        era = Era(decade=value if value > 99 else short_year(value, decade=True))
        return [Atom(start - len(window) + noun.start(), decade.end(), era)]
    match = date_words().year.match(folded, start)
    if match is None:
        short = _SHORT_YEAR.match(folded, start)
        if short is None or not re.search(r"(?<!\w)en '?\Z", window):
            return []
        return [Atom(start, short.end(), Calendar(short_year(int(short.group()))))]
    first, second = int(match.group("year")), match.group("second")
    if second and is_year(text, folded, start, match.end()):
        last = int(second) if len(second) == 4 else first - first % 100 + int(second)
        if first < last <= first + _LONGEST_STRETCH:
            return [Atom(start, match.end(), Between(Calendar(first), Calendar(last)))]
    end = match.end("year")
    return [Atom(start, end, Calendar(first))] if is_year(text, folded, start, end) else []


def _lone_day(folded: str, start: int, window: str) -> list[Atom]:
    """Return "le 14": a day of an unsaid month, only where no noun or unit follows and no place or rank is meant."""
    left = _DAY_LEFT.search(window)
    if left is None and _NIGHT_LEFT.search(window):
        return _night(folded, start)
    if left is None or before("no_day").search(window):
        return []
    match = _DAYS.match(folded, start)
    if match is None or date_words().dated_days.match(folded, start):
        return []
    if not (_DAYS_END.match(folded, match.end()) or after("day_of_month").match(folded, match.end())):
        return []
    numbers, _ = day_numbers(match.group("days"))
    if (left.group("article") == "les") != (len(numbers) > 1):
        return []
    if len(numbers) == 1:
        return [Atom(start, match.end(), Calendar(day=numbers[0]))]
    if numbers != list(range(numbers[0], numbers[0] + len(numbers))):
        return []
    return [Atom(start, match.end(), Between(Calendar(day=numbers[0]), Calendar(day=numbers[-1])))]


def _night(folded: str, start: int) -> list[Atom]:
    """Return the two days of "la nuit du 4 au 5", in an unsaid month."""
    match = _NIGHT.match(folded, start)
    if match is None or date_words().dated_days.match(folded, start):
        return []
    first, last = int(match.group("first")), int(match.group("last"))
    if last != first + 1 or not 1 <= first <= _LAST_NIGHT:
        return []
    return [Atom(start, match.end(), Between(Calendar(day=first), Calendar(day=last)))]
