"""Works by the brackets around them: their genre and length, their year and author, a list after "ses films"."""

from __future__ import annotations

import re
from typing import Final

from factuel.annotation.names.reading import Reading

WORK: Final = 5.0
"""More than the spelling of a name says of it."""
_YEAR: Final = re.compile(r"(?:1[89]|20)\d\d$")
_LENGTH: Final = re.compile(r"\d{1,2}h\d{2}$|\d{1,3}(?:min|mn)$|\d{1,2}x\d{1,3}")
_OF: Final = frozenset({"de", "d'"})
_FAR: Final = 15
_NEAR: Final = 3


def is_work_in_brackets(r: Reading, start: int, end: int) -> bool:
    """Return whether brackets after the name, or around it, tell a work; quotation marks may stand between."""
    at = end + 1 if r.text[end : end + 1] in (["»"], ["”"]) else end
    opened = at + 1 < len(r) and r.text[at] == "("
    if opened and (_is_described(r, at + 1) or _is_dated(r, at + 1)):
        return True
    return _is_listed(r, start, end)


def _is_described(r: Reading, i: int) -> bool:
    """Return whether the bracket whose first word is token i tells a genre, alone or before a comma, or a length
    ("(documentaire, 50min, Arve 2)")."""
    if r.low[i] in r.lexicon.words["genre"]:
        k = i + 1
        while k < len(r) and r.is_adjective(k):
            k += 1
        return k < len(r) and r.text[k] in {",", ")"}
    return _LENGTH.match(r.low[i]) is not None


def _is_dated(r: Reading, i: int) -> bool:
    """Return whether token i is a year in brackets before an author ("(1992) de Zoé Morel")."""
    after = r.text[i + 1 : i + 4]
    author = len(after) == 3 and after[0] == ")" and r.low[i + 2] in _OF and after[2][0].isupper()
    return author and _YEAR.match(r.text[i]) is not None


def _is_listed(r: Reading, start: int, end: int) -> bool:
    """Return whether a name stands first in brackets with a year behind it after a person ("Toa Vesterka (The Grey
    Marsh, 2014)"), or anywhere in brackets that works open ("ses romans cultes (Ronces, Le Gué)")."""
    dated = r.text[end : end + 1] == [","] and r.text[end + 2 : end + 3] == [")"] and _YEAR.match(r.text[end + 1])
    if start > 1 and r.text[start - 1] == "(" and dated and r.capital[start - 2]:
        return True
    for k in range(start - 1, max(0, start - _FAR), -1):
        if r.text[k] in {")", "."} or r.newline[k]:
            return False
        if r.text[k] == "(":
            return any(r.low[j] in r.lexicon.words["genres"] for j in range(max(0, k - _NEAR), k))
    return False
