"""Days, months and years of the calendar: "14 et 15 juin 2022", "mardi soir", "2020-2021", "12/03/2021", "le 14"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import cast

from factuel.annotation.dates.expressions import Between, Calendar, Era, Turn, Weekday
from factuel.annotation.dates.words import MONTH_DAY, date_words
from factuel.annotation.dates.years import is_year, short_year
from factuel.annotation.notation.numerals import words_at, words_value

_REACH = 72
_INTRODUCES_MONTH = re.compile(
    r"(?:^|\W)(?:en|des|depuis|fin|debut|courant|mi-|mi|mois de|jusqu'en|d'ici|ce|au|de|et|ou|a|-|/)[ -]?\Z"
)
_HABIT = re.compile(r"(?:chaque|les|des|aux|un|tout) \Z")
_STARTS = re.compile(r"(?:^|[.!?:;(«\"“\n-])\s*\Z")
_LONE_DAY = re.compile(
    rf"(?P<days>{MONTH_DAY}(?:(?:, | et | au | et le ){MONTH_DAY})*)"
    r"(?=[.,;:)!?»\n]|$| (?:au soir|au matin|prochain|dernier|a|au|aux|et|ou|pour|par|dans|sur|avec|en|chez|mais|puis|ont|est|sont)(?!\w))"
)
_LONE_LEFT = re.compile(r"(?:^|[^\w]|(?<!dans)(?<!sur)(?<!par)(?<!contre)(?<!pour)(?<!avec) )(?:le|les|du|ce) \Z")
_LONE_BLOCKED = re.compile(r"(?<!\w)(?:dans|sur|par|contre|pour|avec|departement|de|a|et|ou) (?:le|les|du) \Z")


@dataclass(frozen=True, slots=True)
class Atom:
    """A time said by the words from `start` (inclusive) to `end` (exclusive)."""

    start: int
    end: int
    expression: Expression


def month_atoms(text: str, folded: str, match: re.Match[str]) -> list[Atom]:
    """Return the days or the month around a month's name."""
    words = date_words()
    form, start, end = match.group(), match.start(), match.end()
    window = folded[max(0, start - _REACH) : start]
    days = words.days_before.search(window)
    after = words.after_month.match(folded, end)
    year, cue, end = _year_and_cue(text, folded, end, after)
    month = words.months[form]
    if days is not None and not (form in words.short and year is None and days.group("days")[0].isalpha()):
        offset = start - len(window)
        weekday = days.group("weekday")
        atoms = _days(days, offset, (year, month, cue), words.weekdays.get(weekday) if weekday else None, end)
        if atoms:
            return atoms
    if match.start() and folded[match.start() - 1].isdigit():
        return []
    if form in words.short and (year is None or form == "sept"):
        return (
            []
            if year is None or not text[start].islower() and form == "sept"
            else [Atom(start, end, Calendar(year, month))]
        )
    if year is None and not _is_month(text, folded, start, match.end()):
        return []
    return [Atom(start, end, Calendar(year, month, cue=cue))]


def _year_and_cue(text: str, folded: str, end: int, after: re.Match[str] | None) -> tuple[int | None, Turn | None, int]:
    """Return the year and the cue written after a month, and where they end."""
    short = re.compile(r" '?(?P<year>[4-9]\d)(?=[ ,.;:)!?»\n]|\Z)(?! ?[a-z€%$])").match(folded, end)
    if after is not None and after.group("year"):
        if is_year(text, folded, after.start("year"), after.end("year")):
            return int(after.group("year")), None, after.end("year")
        return None, None, end
    if short is not None:
        return short_year(int(short.group("year"))), None, short.end()
    if after is not None and after.group("cue"):
        return None, turn(after.group("cue")), after.end()
    number = words_at(folded, end + 1) if folded[end : end + 1] == " " else None
    if number is not None and Decimal(1000) <= number.value <= Decimal(2100) and number.end - number.start > 5:
        return int(number.value), None, number.end
    return None, None, end


def turn(cue: str) -> Turn:
    """Return where a cue of the lexicon `date_cues` turns a date."""
    return cast(Turn, date_words().cues[re.sub(" {2,}", " ", cue)]["direction"])


def _days(
    match: re.Match[str], offset: int, when: tuple[int | None, int, Turn | None], weekday: int | None, end: int
) -> list[Atom]:
    """Return the days before a month: one, an interval, or several that do not follow one another."""
    year, month, cue = when
    numbers, separators = _numbers(match.group("days"))
    if not numbers or any(not 1 <= number <= _longest(month) for number in numbers):
        return []
    start = offset + (match.start("weekday") if match.group("weekday") else match.start("days"))
    if len(numbers) == 1:
        return [Atom(start, end, Calendar(year, month, numbers[0], weekday, cue))]
    ranged = any(mark in ("au", "a", "-") for mark in separators)
    consecutive = all(after == before + 1 for before, after in zip(numbers, numbers[1:], strict=False))
    if ranged or consecutive:
        first, last = Calendar(year, month, numbers[0], cue=cue), Calendar(year, month, numbers[-1], cue=cue)
        return [Atom(start, end, Between(first, last))] if numbers[0] < numbers[-1] else []
    atoms = []
    places = list(re.finditer(r"\d+(?:er)?|[a-z]+(?:-[a-z]+)*", match.group("days")))
    spots = [place for place in places if _number(place.group()) is not None]
    for index, (spot, number) in enumerate(zip(spots, numbers, strict=False)):
        begin = offset + match.start("days") + spot.start()
        stop = end if index == len(numbers) - 1 else offset + match.start("days") + spot.end()
        atoms.append(Atom(begin, stop, Calendar(year, month, number, cue=cue)))
    return atoms


def _longest(month: int) -> int:
    return 29 if month == 2 else 30 if month in (4, 6, 9, 11) else 31


def _numbers(written: str) -> tuple[list[int], list[str]]:
    """Return the days written and what stands between them."""
    numbers: list[int] = []
    separators: list[str] = []
    for part in re.findall(r"\d+(?:er)?|[a-z]+(?:-[a-z]+)*|[-,/]", written):
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
    return _INTRODUCES_MONTH.search(window) is not None or (
        _STARTS.search(window) is not None
        and folded[end : end + 1] in (" ", ",", "", "\n")
        and folded[start:end] != "mars"
    )


def weekday_atoms(text: str, folded: str, match: re.Match[str]) -> list[Atom]:
    """Return the day that a weekday names, alone or with a number ("vendredi 15")."""
    words = date_words()
    start, end = match.start(), match.end()
    number = words.weekdays[match.group()]
    dated = words.dated_weekday.match(folded, end)
    if dated is not None:
        if dated.group("month"):
            return []
        return [Atom(start, dated.end("days"), Calendar(day=_number(dated.group("days")), weekday=number))]
    window = folded[max(0, start - 12) : start]
    after = words.after_weekday.match(folded, end)
    cue = after and (after.group("cue") or after.group("late") or after.group("week"))
    if (
        _HABIT.search(window)
        and text[start - 4 : start].lower() != "dès "
        or (not cue and re.search(r"(?:^|\W)(?:le|du|au) \Z", window))
    ):
        return []
    weeks = {"huit": 1, "8": 1, "quinze": 2, "15": 2}.get((after and after.group("weeks")) or "", 0)
    determiner = re.search(r"(?:^|\W)(ce) \Z", window)
    if determiner is not None:
        start -= 3
    return [Atom(start, after.end() if after else end, Weekday(number, turn(cue) if cue else None, weeks))]


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
        if not re.search(r"(?:le|du|au|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche) \Z", window):
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
    decade = re.compile(r"\d0(?!\d)|1\d\d0(?!\d)|20\d0(?!\d)").match(folded, start)
    if decade is not None and re.search(r"(?:annees|decennie)(?: ')? \Z", window):
        value = int(decade.group())
        return [Atom(start, decade.end(), Era(decade=value if value > 99 else short_year(value, decade=True)))]
    match = date_words().year.match(folded, start)
    if match is None:
        short = re.compile(r"[4-9]\d(?=[,;:)\n]|\.(?!\d)| \(|\Z)").match(folded, start)
        if short is not None and re.search(r"(?:^|\W)en '?\Z", window):
            return [Atom(start, short.end(), Calendar(short_year(int(short.group()))))]
        return []
    end = match.end("year")
    if match.group("second"):
        first, second = int(match.group("year")), match.group("second")
        last = int(second) if len(second) == 4 else first - first % 100 + int(second)
        if first < last <= first + 60 and is_year(text, folded, start, match.end()):
            return [Atom(start, match.end(), Between(Calendar(first), Calendar(last)))]
    if not is_year(text, folded, start, end):
        return []
    return [Atom(start, end, Calendar(int(match.group("year"))))]


def _lone_day(folded: str, start: int, window: str) -> list[Atom]:
    """Return "le 14": a day of an unsaid month, only where no noun or unit follows and no place or rank is meant."""
    if not re.search(r"(?:^|\W)(?:le|les) \Z", window) or _LONE_BLOCKED.search(window):
        return []
    match = _LONE_DAY.match(folded, start)
    if match is None or date_words().dated_days.match(folded, start):
        return []
    numbers, _ = _numbers(match.group("days"))
    plural = re.search(r"les \Z", window) is not None
    if plural != (len(numbers) > 1) or any(number > 31 for number in numbers):
        return []
    if len(numbers) == 1:
        return [Atom(start, match.end(), Calendar(day=numbers[0]))]
    if numbers == list(range(numbers[0], numbers[-1] + 1)) and len(numbers) > 1:
        return [Atom(start, match.end(), Between(Calendar(day=numbers[0]), Calendar(day=numbers[-1])))]
    return []
