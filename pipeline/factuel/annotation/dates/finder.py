"""`find_dates`: scan for atoms, join them into intervals, resolve them in the order of the text."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import lru_cache
from typing import Final

from factuel.annotation.dates import calendar_atoms, named_atoms, numeric_atoms, relative_atoms
from factuel.annotation.dates.atoms import Atom
from factuel.annotation.dates.expressions import Calendar, Expression, Setting, Turn, Weekday
from factuel.annotation.dates.left import articled, introduced, is_street
from factuel.annotation.dates.open_forms import open_form
from factuel.annotation.dates.period import Period, interval
from factuel.annotation.dates.shifts import Offset
from factuel.annotation.dates.stretches import Between
from factuel.annotation.dates.tense import tense_at
from factuel.annotation.dates.words import date_words
from factuel.annotation.notation.folding import fold
from factuel.records import DateMention


def _month_atoms(text: str, folded: str, match: re.Match[str]) -> list[Atom]:
    """Return the dates around a month's name, of the grammar or of an open form."""
    atom = open_form(text, folded, match.start())
    return [atom] if atom is not None else calendar_atoms.month_atoms(text, folded, match)


def _digit_atoms(text: str, folded: str, match: re.Match[str]) -> list[Atom]:
    """Return the dates that begin with digits, of the grammar or of an open form."""
    atom = open_form(text, folded, match.start()) if folded[match.end() : match.end() + 1] in ("/", "-", ".") else None
    return [atom] if atom is not None else numeric_atoms.digit_atoms(text, folded, match)


_READERS: Final[dict[str, Callable[[str, str, re.Match[str]], list[Atom]]]] = {
    "month": _month_atoms,
    "weekday": calendar_atoms.weekday_atoms,
    "digits": _digit_atoms,
    "fixed": relative_atoms.fixed_atoms,
    "ago": relative_atoms.ago_atoms,
    "noun": relative_atoms.noun_atoms,
    "season": named_atoms.season_atoms,
    "feast": named_atoms.feast_atoms,
    "rentree": named_atoms.back_to_school_atoms,
    "century": named_atoms.century_atoms,
    "part": named_atoms.part_atoms,
}
_ANAPHORA_REACH: Final = 250  # characters: "la veille" is counted from a day named in the same sentences
_ISOLATED: Final = 40  # characters: a text as short as this is a caption or a query, not a sentence
_TODAY: Final = Offset("day", 0)
_BETWEEN: Final = re.compile(
    r"(?P<word> (?:a la|a l'|a|au|et le|et la|et l'|et|jusqu'(?:au|a|en)) ?)(?:au |le |la |l')?\Z|(?P<dash> ?- ?)\Z"
)
_RANGE_LEFT: Final = re.compile(r"(?:^|\W)(?P<word>entre(?: le| la| l')?|de|du|d'|des|depuis(?: le)?|periode) ?\Z")


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date in a text before it is resolved; `joined` when "et" ties it to the one before it."""

    start: int
    end: int
    expression: Expression
    joined: bool = False


def find_dates(text: str, reference: date | datetime | None = None) -> list[DateMention]:
    """Return the dates of a text, in order, without overlap; offsets are code points, `end` exclusive.

    `reference` is the day of the article, against which "hier" or "le 4 avril" are read. Without it, what the words
    leave open stays unknown (`XXXX-04-04`), and what has no meaning without it is left out.
    """
    day = reference.date() if isinstance(reference, datetime) else reference
    mentions: list[DateMention] = []
    previous: tuple[FoundDate, Period] | None = None
    named: tuple[int, date] | None = None
    tense: Turn | None = None
    year: tuple[int, int] | None = None
    for found in scan_dates(text):
        if not found.joined:
            tense = (
                tense_at(text, found.start, found.end) if day is not None and _needs_tense(found.expression) else None
            )
        found, year = _in_year(text, found, year)
        last_day = named[1] if named is not None and found.start - named[0] <= _ANAPHORA_REACH else None
        period = _resolved(found, Setting(day, last_day, tense))
        if period is None or _is_nowadays(text, found, tense) or is_street(text, found.start):
            previous = None
            continue
        if previous is not None and previous[1].edtf == period.edtf and text[previous[0].end : found.start] == ", ":
            found = replace(found, start=previous[0].start)
            mentions.pop()
        if found.joined and previous is not None and _adjacent(previous[1], period):
            found, period = replace(found, start=previous[0].start), interval(previous[1], period)
            mentions.pop()
        mentions.append(_mention(text, found, period))
        previous = (found, period)
        named = (found.end, period.first) if period.first else named
    return mentions


def _resolved(found: FoundDate, setting: Setting) -> Period | None:
    """Return the period that an expression means, None outside the calendar (years 1 to 9999)."""
    try:
        return found.expression.resolve(setting)
    except (OverflowError, ValueError):
        return None


def _in_year(text: str, found: FoundDate, year: tuple[int, int] | None) -> tuple[FoundDate, tuple[int, int] | None]:
    """Return a month without a year in the year just named before a bracket ("en 2021 (en mai, puis en août)"), and
    the year (with where its mention ends) for the dates to come."""
    expression = found.expression
    if not isinstance(expression, Calendar):
        return found, year
    if expression.year is not None:
        return found, (found.end, expression.year) if expression.month is None else year
    if year is None or expression.month is None:
        return found, year
    between = text[year[0] : found.start] if found.start - year[0] < _ANAPHORA_REACH else ")"
    if "(" not in between or ")" in between:
        return found, year
    return replace(found, expression=replace(expression, year=year[1])), year


def _is_nowadays(text: str, found: FoundDate, tense: Turn | None) -> bool:
    """Tell whether "aujourd'hui" means nowadays: inside a sentence that no verb puts in the past or the future."""
    if tense is not None or not isinstance(found.expression, Offset) or found.expression != _TODAY:
        return False
    written = fold(text[found.start : found.end])
    if text[max(0, found.start - 2) : found.start] in ("d'", "d’"):
        return False
    return written.startswith("aujourd") and written.endswith("hui") and len(text) > _ISOLATED


@lru_cache(maxsize=2)
def scan_dates(text: str) -> tuple[FoundDate, ...]:
    """Return the dates of a text, unresolved; `find_figures` reads the same scan to keep out of their way."""
    folded = fold(text)
    atoms: list[Atom] = []
    end = 0
    for match in date_words().trigger.finditer(folded):
        if match.start() < end or match.lastgroup is None:
            continue
        for atom in _READERS[match.lastgroup](text, folded, match):
            if atom.start >= end:
                atoms.append(atom)
                end = atom.end
    return tuple(_join(text, folded, atoms))


def _join(text: str, folded: str, atoms: list[Atom]) -> list[FoundDate]:
    """Return the atoms with their introductions, two of them made one where the text spans from one to the other."""
    found: list[FoundDate] = []
    floor, index = 0, 0
    while index < len(atoms):
        atom = atoms[index]
        pair = _pair(text, folded, atom, atoms[index + 1], floor) if index + 1 < len(atoms) else None
        if pair is not None:
            found.append(pair)
            index += 2
        else:
            start, expression = introduced(text, folded, atom.start, atom.expression)
            if start == atom.start:
                start = articled(folded, start)
            joined = (
                bool(found) and folded[found[-1].end : atom.start] in (" et ", " et le ") and _alike(found[-1], atom)
            )
            if joined:
                found[-1] = replace(found[-1], expression=_same_cue(found[-1].expression, atom.expression))
            found.append(FoundDate(max(start, floor), atom.end, expression, joined))
            index += 1
        floor = found[-1].end
    return found


def _alike(found: FoundDate, atom: Atom) -> bool:
    """Tell whether two dates joined by "et" are of the same make, so that they may be one stretch of time."""
    one, other = found.expression, atom.expression
    if isinstance(one, Calendar) and isinstance(other, Calendar):
        return (one.day is None) == (other.day is None) and (one.month is None) == (other.month is None)
    return isinstance(one, Weekday) and isinstance(other, Weekday)


def _same_cue(first: Expression, second: Expression) -> Expression:
    """Return `first` with the cue of `second` when it has none: "en mai et juin derniers"."""
    if isinstance(first, Calendar) and isinstance(second, Calendar) and first.cue is None and first.year is None:
        return replace(first, cue=second.cue, year=second.year)
    return first


def _pair(text: str, folded: str, first: Atom, second: Atom, floor: int) -> FoundDate | None:
    """Return the interval that two atoms make ("entre 2020 et 2025", "mars-avril"), or None."""
    if second.start - first.end > 24 or isinstance(first.expression, Between) or isinstance(second.expression, Between):
        return None
    begin, last = introduced(text, folded, second.start, second.expression)
    if begin <= first.end:
        begin, last = second.start, second.expression
    gap = _BETWEEN.fullmatch(folded, first.end, begin)
    if gap is None:
        return None
    start, opening = introduced(text, folded, first.start, first.expression)
    window = folded[max(0, start - 16) : start]
    left = _RANGE_LEFT.search(window)
    word = (gap.group("word") or "").strip()
    linked = left is not None and (left.group("word").startswith("entre") == word.startswith("et") or word == "")
    if not (linked or gap.group("dash") or word == "au"):
        return None
    if left is not None and left.group("word") != "periode":
        start = start - len(window) + left.start("word")
    return FoundDate(max(start, floor), second.end, Between(opening, last))


def _needs_tense(expression: Expression) -> bool:
    """Tell whether the tense of the sentence may decide which occurrence is meant."""
    inner = getattr(expression, "inner", None) or getattr(expression, "last", None)
    if inner is not None:
        return _needs_tense(inner)
    return isinstance(expression, Weekday) or expression == _TODAY or getattr(expression, "year", 0) is None


def _adjacent(first: Period, second: Period) -> bool:
    """Tell whether one period begins the day after another ends."""
    return (
        first.last is not None
        and second.first is not None
        and first.grain == second.grain
        and (second.first - first.last).days == 1
    )


def _mention(text: str, found: FoundDate, period: Period) -> DateMention:
    return DateMention.model_validate(
        {
            "text": text[found.start : found.end],
            "start": found.start,
            "end": found.end,
            "edtf": period.edtf,
            "from": period.first.isoformat() if period.first else None,
            "to": period.last.isoformat() if period.last else None,
            "grain": period.grain,
            "modifier": period.modifier,
            "approximate": period.approximate,
            "resolved_by": period.resolved_by,
        }
    )
