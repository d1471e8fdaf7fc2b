"""Regular expressions made of the words of a lexicon."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from factuel.annotation.notation.folding import fold
from factuel.models import read_lexicon


def alternation(forms: Iterable[str]) -> str:
    """Return a non-capturing group that matches the longest of `forms`; a space in a form matches one or two.

    The group only says the words: the caller adds the edges.
    """
    ordered = sorted(set(forms), key=lambda form: (-len(form), form))
    return "(?:" + "|".join(re.escape(form).replace("\\ ", " {1,2}") for form in ordered) + ")"


@cache
def folded_rows(name: str, key: str = "form") -> dict[str, dict[str, str]]:
    """Return the rows of a lexicon by their folded `key`; the first row of a form wins."""
    rows: dict[str, dict[str, str]] = {}
    for row in read_lexicon(name):
        rows.setdefault(fold(row[key]), row)
    return rows


@cache
def folded_words(name: str, key: str = "form", **where: str) -> frozenset[str]:
    """Return the folded forms of a lexicon, only of the rows whose other columns have the values of `where`."""
    return frozenset(
        fold(row[key]) for row in read_lexicon(name) if all(row[column] == value for column, value in where.items())
    )
