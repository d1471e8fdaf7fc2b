"""Days, months and years of the calendar: "14 et 15 juin 2022", "mardi soir", "2020-2021", "12/03/2021", "le 14"."""

from __future__ import annotations

import calendar
import re
from dataclasses import replace
from typing import cast

from factuel.annotation.dates.atoms import Atom
from factuel.annotation.dates.expressions import Calendar, Turn, Weekday
from factuel.annotation.dates.stretches import Between
from factuel.annotation.dates.words import date_words
from factuel.annotation.dates.years import is_year, short_year
from factuel.annotation.notation.contexts import before
from factuel.annotation.notation.numerals import words_at, words_value

_REACH = 72
_STARTS = re.compile(r"(?:^|[.!?:;(«\"“\n-])\s*\Z")
_HYPHEN = re.compile(r"[-/]\Z")
_SHORT_YEAR = re.compile(r" '?(?P<year>[4-9]\d)(?=[ ,.;:)!?»\n]|\Z)(?! ?(?:[€%$]|[a-z-]+[sx](?!\w)))")
_YEARS_IN_WORDS = range(1000, 2101)
_SEVERAL_WORDS = re.compile(r"[ -]")
_PART = re.compile(r"\d+(?:er)?|[a-z]+(?:-[a-z]+)*|[-,/]")
_LEAP_YEAR = 2000
_NAMED = re.compile(r"[a-zà-ÿ] [A-Z][a-z]+\Z")  # "le prix Vendredi": in French the day takes no capital
_WEEKS = {"huit": 1, "8": 1, "quinze": 2, "15": 2}


def month_atoms(text: str, folded: str, match: re.Match[str]) -> list[Atom]:
    """Return the days or the month around a month's name."""
    words = date_words()
    form, start = match.group(), match.start()
    offset = max(0, start - _REACH)
    days = words.days_before.search(folded[offset:start])
    year, cue, end = _year_and_cue(text, folded, match.end())
    month = words.months[form]
    if form in words.short and not folded[end - 1].isdigit() and not (days and days.group("days")[0].isdigit()):
        return []
    if days is not None:
        atoms = _days(days, offset, Calendar(year, month, cue=cue), end)
        if atoms:
            return atoms
    if folded[start - 1 : start].isdigit():
        return []
    if year is None and not _is_month(text, folded, start, match.end()):
        return []
    return [Atom(start, end, Calendar(year, month, cue=cue))]


def _year_and_cue(text: str, folded: str, end: int) -> tuple[int | None, Turn | None, int]:
    """Return the year and the cue written after a month that ends at `end`, and where they end."""
    after = date_words().after_month.match(folded, end)
    if after is not None and after.group("year"):
        if is_year(text, folded, after.start("year"), after.end("year")):
            return int(after.group("year")), None, after.end("year")
        return None, None, end
    short = _SHORT_YEAR.match(folded, end)
    if short is not None:
        return short_year(int(short.group("year"))), None, short.end()
    if after is not None and after.group("cue"):
        return None, turn(after.group("cue")), after.end()
    number = words_at(folded, end + 1) if folded[end : end + 1] == " " else None
    if (
        number is not None
        and number.value in _YEARS_IN_WORDS
        and _SEVERAL_WORDS.search(folded, number.start, number.end)
    ):
        return int(number.value), None, number.end
    return None, None, end


def turn(cue: str) -> Turn:
    """Return where a cue of the lexicon `date_cues` turns a date."""
    return cast(Turn, date_words().cues[re.sub(" {2,}", " ", cue)]["direction"])


def _days(match: re.Match[str], offset: int, month: Calendar, end: int) -> list[Atom]:
    """Return the days before a month: one, an interval, or several that do not follow one another."""
    places = [place for place in _PART.finditer(match.group("days")) if _number(place.group()) is not None]
    numbers, separators = day_numbers(match.group("days"))
    if not numbers or any(not 1 <= number <= _longest(month.month or 1) for number in numbers):
        return []
    begin = offset + match.start("days")
    if len(numbers) == 1:
        form = match.group("weekday")
        weekday = date_words().weekdays.get(form) if form else None
        start = offset + match.start("weekday") if form else begin
        return [Atom(start, end, replace(month, day=numbers[0], weekday=weekday))]
    ranged = any(mark in ("au", "a", "-") for mark in separators)
    if ranged or numbers == list(range(numbers[0], numbers[0] + len(numbers))):
        start = offset + match.start("weekday") if match.group("weekday") else begin
        both = Between(replace(month, day=numbers[0]), replace(month, day=numbers[-1]))
        return [Atom(start, end, both)] if numbers[0] < numbers[-1] else []
    stops = [begin + place.end() for place in places[:-1]] + [end]
    return [
        Atom(begin + place.start(), stop, replace(month, day=number))
        for place, stop, number in zip(places, stops, numbers, strict=True)
    ]


def _longest(month: int) -> int:
    """Return the longest a month can be, in days."""
    return calendar.monthrange(_LEAP_YEAR, month)[1]


def day_numbers(written: str) -> tuple[list[int], list[str]]:
    """Return the days written and what stands between them."""
    numbers: list[int] = []
    separators: list[str] = []
    for part in _PART.findall(written):
        number = _number(part)
        if number is None:
            separators.append(part)
        else:
            numbers.append(number)
    return numbers, separators


def _number(part: str) -> int | None:
    if part[0].isdigit():
        return int(part.removesuffix("er"))
    if part == "premier":
        return 1
    return words_value(part) or None


def _is_month(text: str, folded: str, start: int, end: int) -> bool:
    """Tell whether a lone month's name is one: in lower case, or where no name of a person or planet would stand."""
    if text[start].islower():
        return True
    window = folded[max(0, start - 12) : start]
    if before("month").search(window) or _HYPHEN.search(window):
        return True
    return _STARTS.search(window) is not None and folded[start:end] != "mars"


def weekday_atoms(text: str, folded: str, match: re.Match[str]) -> list[Atom]:
    """Return the day that a weekday names, alone or with a number ("vendredi 15")."""
    words = date_words()
    start, end = match.start(), match.end()
    number = words.weekdays[match.group()]
    dated = words.dated_weekday.match(folded, end)
    if dated is None and _NAMED.search(text, max(0, start - 2), end):
        return []
    if dated is not None:
        day = Calendar(day=_number(dated.group("days")), weekday=number)
        return [] if dated.group("month") else [Atom(start, dated.end("days"), day)]
    after = words.after_weekday.match(folded, end)
    if after is None:
        return []
    cue = after.group("cue") or after.group("late") or after.group("week")
    if _is_habit(text, folded, start, cue is not None):
        return []
    if folded.endswith("ce ", 0, start) and not folded[start - 4 : start - 3].isalpha():
        start -= 3
    weeks = _WEEKS.get(after.group("weeks") or "", 0)
    return [Atom(start, after.end(), Weekday(number, turn(cue) if cue else None, weeks))]


def _is_habit(text: str, folded: str, start: int, cued: bool) -> bool:
    """Tell whether a weekday is one of many: "chaque lundi", "le mardi"; "dès lundi" is not "des lundis"."""
    window = folded[max(0, start - 12) : start]
    if before("habit").search(window) and text[max(0, start - 4) : start].lower() != "dès ":
        return True
    return not cued and re.search(r"(?<!\w)(?:le|du|au) \Z", window) is not None
