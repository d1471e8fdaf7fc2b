"""Is this four-digit number a year? And which century does a two-digit year belong to?"""

from __future__ import annotations

import re
from functools import cache

from factuel.annotation.notation.contexts import before
from factuel.annotation.notation.folding import fold
from factuel.annotation.notation.vocabulary import alternation, folded_words

_CODE = re.compile(r"[-/]\d")
_FROM_YEAR = re.compile(r"(?<!\d)\d{4} a \Z")
_PLURAL = re.compile(r" (?P<word>[a-z-]{3,}[sx])(?!\w)")
_CAPITAL = re.compile(r"(?P<word>[A-ZÀ-Ý][a-zà-ÿ'’-]+|[A-ZÀ-Ý]{2,})[ \u00a0]\Z")
_OLDEST_WITHOUT_CUE = 1700
_PIVOT = 40  # two digits: 00 to 39 are of this century, 40 to 99 of the last (the press writes "en 97", "24/12/14")


@cache
def _measured() -> re.Pattern[str]:
    """Return the pattern of a unit, a currency or a magnitude right after a number."""
    forms = (
        folded_words("units")
        | folded_words("currencies")
        | folded_words("magnitudes", style="word")
        | {"tours", "places"}
    )
    return re.compile(rf" ?{alternation(forms)}(?![\w'])")


def _is_named(text: str, start: int) -> bool:
    """Tell whether the word before a number makes it part of a name: "le plan France 2030", "Port 2050"."""
    word = _CAPITAL.search(text, max(0, start - 32), start)
    if word is None or fold(word.group("word")) in _dated_words():
        return False
    before = text[max(0, word.start("word") - 3) : word.start("word")]
    return bool(before.strip()) and before.rstrip()[-1:] not in '.!?:;«»"–—-•(' and "\n" not in before


@cache
def _dated_words() -> frozenset[str]:
    """Return the folded nouns that a year may follow in a capital: months, seasons, feasts, function words."""
    names = ("months", "seasons", "feasts", "function_words", "weekdays")
    return frozenset().union(*(folded_words(name) for name in names))


def is_year(text: str, folded: str, start: int, end: int) -> bool:
    """Tell whether the digits from `start` to `end` are a year rather than a count, by the words on both sides."""
    if _measured().match(folded, end) or _CODE.match(folded, end):
        return False
    left = folded[max(0, start - 24) : start]
    if left[-1:] in ("€", "$", "£", "°", "#", "@", "=") or (
        re.search(r"\d[ .,/-]\Z|[a-z]-\Z", left) and not left.endswith("mi-")
    ):
        return False
    if _is_named(text, start):
        return False
    if before("no_year").search(left):
        return False
    if before("year").search(left) or left.endswith(("(", "-")) or _FROM_YEAR.search(left):
        return True
    plural = _PLURAL.match(folded, end)
    if plural is not None and plural.group("word") not in folded_words("function_words"):
        return False
    year = int(folded[start : start + 4])
    return year >= _OLDEST_WITHOUT_CUE or before("year_article").search(left) is not None


def short_year(number: int, decade: bool = False) -> int:
    """Return the year that two digits mean; decades of the last century begin with the twenties ("années 20")."""
    pivot = 20 if decade else _PIVOT
    return (2000 if number < pivot else 1900) + number
