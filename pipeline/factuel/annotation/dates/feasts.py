"""Feast days: fixed ones from the lexicon `feasts`, movable ones counted from Easter (computed by dateutil)."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache

from factuel.annotation.notation.vocabulary import folded_rows


@cache
def feast_day(name: str, year: int) -> date:
    """Return the day of the feast `name` (folded, a form of the lexicon `feasts`) in a year; KeyError if unknown."""
    row = folded_rows("feasts")[name]
    if row["kind"] == "fixed":
        month, day = row["rule"].split("-")
        return date(year, int(month), int(day))
    from dateutil.easter import easter  # only texts that name a movable feast pay for it

    sunday: date = easter(year)
    return sunday + timedelta(days=int(row["rule"]))
