"""Amounts and dates typed as in a newspaper, read by our own finders."""

from __future__ import annotations

from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Final

from factuel.annotation.dates import find_dates
from factuel.annotation.figures import find_figures
from factuel.records import DateMention, FigureMention

LONGEST: Final = 300
"""Characters of a typed value that are read."""


def read_amount(typed: str) -> FigureMention | None:
    """Return the first figure in what was typed, None when there is none; bare digits are a count."""
    typed = typed.strip()[:LONGEST]
    if typed.isascii() and typed.isdigit():
        typed = f"{int(typed):,}".replace(",", "\u202f")
    return next(iter(find_figures(typed)), None)


def read_date(typed: str, published: str | None) -> DateMention | None:
    """Return the first date in what was typed, relative to the day on which the article was published (ISO)."""
    reference = date.fromisoformat(published[:10]) if published else None
    return next(iter(find_dates(typed.strip()[:LONGEST], reference=reference)), None)


def read_whole(typed: str) -> int | None:
    """Return the whole number that plain digits say, None for anything else or for more than twelve digits."""
    return int(typed) if typed.isascii() and typed.isdigit() and len(typed) <= 12 else None


def read_number(typed: str) -> Decimal | None:
    """Return the number in what was typed: digits, or as in a newspaper ("une soixantaine")."""
    try:
        return Decimal(typed.strip().replace(",", "."))
    except InvalidOperation:
        found = read_amount(typed)
        return found.measure.value if found else None
