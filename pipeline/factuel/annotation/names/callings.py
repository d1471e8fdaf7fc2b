"""What a name is called just before it: a work with its length, a company that is "baptisée X", the family of
"les Morel", the race of "la 31e Boucle"."""

from __future__ import annotations

import re
from typing import Final

from factuel.annotation.names.candidate import Candidate
from factuel.annotation.names.reading import Reading

NAMED: Final = 3.5
_BODY: Final = 6.5
"""More than "baptisé" itself weighs, which mostly tells a work or a ship."""
_FAMILY: Final = 3.0
_RACE: Final = 5.0
_FULL_NAME: Final = 2.0
_KNOWN: Final = 2.0
_MAX_PHRASE: Final = 5
_ORDINAL: Final = re.compile(r"\d+(?:e|è|ème|eme|re|ère|er)$")
_LASTS: Final = frozenset({"de", "d'", "minutes", "heures", "pages", "tomes", "premier", "première"})
_CALLED: Final = frozenset({"baptisé", "baptisée", "baptisés", "nommé", "nommée", "dénommé", "dénommée"})


def weigh_callings(r: Reading, c: Candidate, i: int) -> bool:
    """Weigh what token i, right before the candidate, calls it; return whether the name is a family's."""
    if _is_family(r, c, i):
        c.hint("PER", _FAMILY)
        return True
    if r.low[i] in _CALLED:
        _weigh_called(r, c, i)
    elif _ORDINAL.match(r.low[i]) and i and r.low[i - 1] in {"la", "le"} and not r.is_known(c.start, c.end, "LOC"):
        c.hint("MISC", _RACE)
    return False


def is_work_before(r: Reading, c: Candidate, comma: int) -> bool:
    """Return whether a work and what it lasts or where it ranks stand before the comma ("le premier album, X", "un film
    de vingt minutes, X"), and a comma closes the title."""
    if c.scores["PER"] > _FULL_NAME or c.end >= len(r) or r.text[c.end] not in {",", ".", "»", ":"}:
        return False
    k = comma - 1
    while k > 0 and comma - k < _MAX_PHRASE and (r.low[k] in _LASTS or r.is_adjective(k) or r.pos[k] == "NUM"):
        k -= 1
    return k > 0 and r.low[k] in r.lexicon.words["title.work"] and r.low[k - 1] not in {"de", "d'", "par"}


def _weigh_called(r: Reading, c: Candidate, i: int) -> None:
    """Weigh the noun before "baptisé", "nommé" at token i ("une coentreprise, baptisée X")."""
    for k in range(i - 1, max(-1, i - _MAX_PHRASE), -1):
        heads = [head for head in r.lexicon.heads.get(r.low[k], ()) if len(head.words) == 1 and head.label != "PER"]
        if heads:
            c.hint(heads[0].label, _BODY if heads[0].label == "ORG" else NAMED)
            return


def _is_family(r: Reading, c: Candidate, i: int) -> bool:
    """Return whether "les" at token i and a lone name without the mark of a plural are a family ("chez les Morel")."""
    plain = c.end == c.start + 1 and r.text[c.start].istitle() and r.low[c.start][-1] not in "sxz"
    unknown = c.scores["ORG"] < _KNOWN and c.scores["LOC"] <= 0 and not r.is_common(c.start)
    return r.low[i] == "les" and plain and unknown
