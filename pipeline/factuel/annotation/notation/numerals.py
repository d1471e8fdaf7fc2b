"""Numbers as the press writes them, in digits ("1 237 854,74", "7.612,52") and in words ("soixante-dix-huit")."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Final

from factuel.annotation.notation.vocabulary import alternation, folded_rows

_GAP: Final = r"(?:[ -]|  )"
_DIGITS: Final = re.compile(
    r"\d{1,3}(?P<sep>[ .'])\d{3}(?:(?P=sep)\d{3})*(?!\d)(?:,\d{1,9}(?!\d))?"
    r"|\d{1,3}(?:,\d{3}){2,}(?![\d,])"
    r"|\d{1,18}(?:[.,]\d{1,12}(?![\d]))?(?!\d)"
)


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number read at `start` (inclusive) to `end` (exclusive); `words` tells how it is written."""

    start: int
    end: int
    value: Decimal
    words: bool


@dataclass(frozen=True, slots=True)
class _Grammar:
    below_thousand: re.Pattern[str]
    number: re.Pattern[str]
    part: re.Pattern[str]
    decimals: re.Pattern[str]
    values: dict[str, int]


@cache
def _grammar() -> _Grammar:
    """Return the patterns of number words, made of the lexicon `numerals`."""
    rows = folded_rows("numerals")
    by_role: dict[str, list[str]] = {}
    for form, row in rows.items():
        by_role.setdefault(row["role"], []).append(form)
    group = {role: alternation(forms) for role, forms in by_role.items()}
    magnitudes = {
        form: int(row["factor"])
        for form, row in folded_rows("magnitudes").items()
        if row["style"] == "word" and int(row["factor"]) >= 10**6 and form[0] in "mbt" and len(form) > 4
    }
    unit, teen, link = group["unit"], group["teen"], rf"{_GAP}(?:et{_GAP})?"
    teens = rf"(?:dix{_GAP}(?:sept|huit|neuf)(?!\w)|{teen})"
    below_hundred = (
        rf"(?:quatre{_GAP}vingts?(?:{link}(?:{teens}|{unit})(?!\w))?|soixante(?:{link}(?:{teens}|{unit})(?!\w))?"
        rf"|(?:{group['ten']}|{group['belgian']})(?:{link}{unit}(?!\w))?|{teens}|{unit})"
    )
    hundreds = rf"(?:(?:{teens}|{unit}){_GAP})?{group['hundred']}(?!\w)"
    below_thousand = rf"(?:{hundreds}(?:{_GAP}{below_hundred}(?!\w))?|{below_hundred})(?!\w)"
    thousand = group["thousand"]
    rest = rf"(?:{below_thousand}|et{_GAP}une?(?!\w))"
    below_million = rf"(?:(?:{below_thousand}{_GAP})?{thousand}(?!\w)(?:{_GAP}{rest})?|{below_thousand})"
    large = alternation(magnitudes)
    number = rf"{below_million}(?:{_GAP}(?:de )?{large}(?!\w)(?:{_GAP}{below_million})?){{0,4}}"
    zero = group["zero"]
    digits = rf"(?:{zero}|{below_hundred})(?!\w)"
    return _Grammar(
        below_thousand=re.compile(below_thousand),
        number=re.compile(rf"(?:(?:{zero}{_GAP}){{0,3}}{number}|{zero})(?!\w)"),
        part=re.compile(r"[a-z]+"),
        decimals=re.compile(rf" (?:virgule|point) (?P<digits>{digits}(?: {digits}){{0,9}})"),
        values={form: int(row["value"]) for form, row in rows.items()} | magnitudes,
    )


def digits_at(folded: str, start: int) -> Numeral | None:
    """Return the number written in digits at `start`: spaces, points or apostrophes between thousands, a decimal comma.

    A single point before three digits separates thousands ("17.000") unless the number begins with 0 ("0.050").
    """
    match = _DIGITS.match(folded, start)
    if match is None:
        return None
    return Numeral(start, match.end(), digits_value(match.group()), words=False)


def digits_value(written: str) -> Decimal:
    """Return the value of a number in press digits; `written` is folded and matches the notation of `digits_at`."""
    if re.fullmatch(r"0\.\d+|\d+\.(?:\d{1,2}|\d{4,})", written):
        return Decimal(written)
    if re.fullmatch(r"\d{1,3}(?:,\d{3}){2,}", written):
        return Decimal(written.replace(",", ""))
    return Decimal(re.sub(r"[ .']", "", written).replace(",", "."))


def words_at(folded: str, start: int) -> Numeral | None:
    """Return the longest well-formed number in words at `start`: "mille deux cents", "un million"."""
    grammar = _grammar()
    match = grammar.number.match(folded, start)
    if match is None:
        return None
    value = Decimal(words_value(match.group()))
    end = match.end()
    decimals = grammar.decimals.match(folded, end)
    if decimals is not None:
        value += Decimal("0." + _spelled_digits(decimals.group("digits")))
        end = decimals.end()
    return Numeral(start, end, value, words=True)


def words_value(written: str) -> int:
    """Return the value of a number in words; words of the lexicon `numerals`, in any spelling of hyphens and "et"."""
    values = _grammar().values
    total = thousands = group = last = 0
    for word in _grammar().part.findall(written):
        value = values.get(word)
        if value is None:
            continue
        if value >= 10**6:
            total, last = _scaled(total, last, thousands + group, value)
            thousands = group = 0
        elif value == 1000:
            thousands, group = max(group, 1) * 1000, 0
        elif value == 100:
            group = max(group, 1) * 100
        elif value == 20 and group % 100 == 4:
            group += 76
        else:
            group += value
    return total + thousands + group


def _scaled(total: int, last: int, group: int, value: int) -> tuple[int, int]:
    """Return the total and its last term once a magnitude is read: of what stands before it, else of the last term
    ("mille milliards de milliards")."""
    if not group and last:
        return total - last + last * value, last * value
    term = max(group, 1) * value
    return total + term, term


def _spelled_digits(written: str) -> str:
    """Return the digits of words read one number after the other: a tens word joins the unit that follows it."""
    digits, position = "", 0
    pattern = _grammar().below_thousand
    while position < len(written):
        match = pattern.match(written, position)
        if match is None:
            digits += "0" if written.startswith("zero", position) else ""
            position = written.find(" ", position) + 1 or len(written)
            continue
        digits += str(words_value(match.group()))
        position = match.end() + 1
    return digits
