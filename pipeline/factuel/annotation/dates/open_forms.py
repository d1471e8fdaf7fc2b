"""Spans that are surely a date but whose form the grammar leaves open ("2020/sept/23", "févr. 15, 2013"): dateparser.

dateparser only ever sees a span already isolated, in French, with an explicit base and all three parts required, since
it otherwise fills in today's day. See docs/dates-and-figures.md for the forms and the comparison behind the choice.
"""

from __future__ import annotations

import re
from datetime import datetime
from functools import cache

from factuel.annotation.dates.atoms import Atom
from factuel.annotation.dates.expressions import Calendar
from factuel.annotation.notation.vocabulary import alternation, folded_rows

_BASE = datetime(2000, 1, 1)  # noqa: DTZ001 - never used: day, month and year are all required
_REACH = 11


@cache
def _forms() -> re.Pattern[str]:
    month = alternation(folded_rows("months"))
    return re.compile(
        rf"(?<![\w/.-])(?:\d{{4}}(?P<a>[/.-]){month}(?P=a)\d{{1,2}}|\d{{1,2}}(?P<b>[/.-]){month}(?P=b)\d{{4}}"
        rf"|\d{{1,2}}(?P<c>[/-])\d{{4}}(?P=c){month}|{month} \d{{1,2}}, \d{{4}})(?![\w/-])"
    )


def open_form(text: str, folded: str, at: int) -> Atom | None:
    """Return the date of open form that covers `at`, or None when there is none."""
    begin = max(0, at - _REACH)
    for match in _forms().finditer(folded, begin, at + 24):
        if match.start() <= at < match.end():
            return _parsed(text, match.start(), match.end())
    return None


def _parsed(text: str, start: int, end: int) -> Atom | None:
    import dateparser  # half a second to import: only texts with such a span pay for it

    settings = {"RELATIVE_BASE": _BASE, "REQUIRE_PARTS": ["day", "month", "year"], "DATE_ORDER": "DMY"}
    found = dateparser.parse(re.sub(r"[/.-]", " ", text[start:end]), languages=["fr"], settings=settings)
    return None if found is None else Atom(start, end, Calendar(found.year, found.month, found.day))
