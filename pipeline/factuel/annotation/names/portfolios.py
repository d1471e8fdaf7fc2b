"""The complement of a function that names no organisation: "ministre de la Défense", "garde des Sceaux"."""

from __future__ import annotations

from typing import Final

from factuel.annotation.names.capitals import ARTICLES, OF
from factuel.annotation.names.reading import Reading

_MAX_PORTFOLIO: Final = 24
_MINISTERS: Final = ("ministre", "ministère", "secrétaire", "échevin", "echevin", "commissaire")
_STATE: Final = frozenset({"republique", "etat", "sceaux"})


def portfolio_end(r: Reading, i: int) -> int:
    """Return the end of a function's complement that names no organisation ("ministre de la Défense"), or i."""
    if r.low[i] not in r.lexicon.words["portfolio"]:
        return i
    end = j = i + 1
    while j < min(len(r), i + _MAX_PORTFOLIO):
        goes_on = end > i + 1 and r.text[j] == "," and j + 1 < len(r) and r.low[j + 1] in OF
        if goes_on or r.low[j] in OF | ARTICLES or r.low[j] in r.lexicon.words["portfolio.link"] or r.is_adjective(j):
            j += 1
        elif _is_office(r, i, j):
            j += 1
            while j < len(r) and r.pos[j] == "ADJ" and r.is_common(j) and r.is_common(j - 1):
                j += 1
            end = j
        else:
            break
    return end


def _is_office(r: Reading, i: int, j: int) -> bool:
    """Return whether token j is what a minister is in charge of: a common noun with a capital."""
    if r.folded[j] in _STATE:
        return True
    minister = r.low[i].removeprefix("vice-").startswith(_MINISTERS)
    tied = r.low[j - 1] in OF | ARTICLES or r.low[j - 1] in r.lexicon.words["portfolio.link"]
    return minister and tied and r.capital[j] and r.is_common(j) and not r.text[j].isupper()
