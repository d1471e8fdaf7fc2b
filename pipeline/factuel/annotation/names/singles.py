"""Names of one word that only their place tells: "les Jeux", "la Terre", the author's initials in brackets."""

from __future__ import annotations

import re
from typing import Final

from factuel.annotation.names.candidate import Candidate
from factuel.annotation.names.reading import Reading

SIGNED: Final = 4.0
"""What initials in brackets after a sentence weigh for a person."""
_INITIALS: Final = re.compile(r"[A-ZÀ-Ý]\.(?:-?[A-ZÀ-Ý]\.){1,2}$")
_DEFINITE: Final = frozenset({"le", "la", "l'", "les", "du", "au", "des", "aux"})
_ALONE: Final = 4.0


def weigh_alone(r: Reading, c: Candidate) -> None:
    """Weigh one word after an article that is an event or a body in the sky then ("les Jeux", "la Terre")."""
    if c.end != c.start + 1 or not c.start or r.low[c.start - 1] not in _DEFINITE:
        return
    if r.text[c.start] in r.lexicon.words["event.alone"]:
        c.hint("MISC", _ALONE)
    elif r.text[c.start] in r.lexicon.words["celestial"] and r.low[c.start - 1] == "la":
        c.hint("LOC", _ALONE)


def is_signature(r: Reading, c: Candidate) -> bool:
    """Return whether initials stand alone in brackets after a sentence, as those of its author do."""
    if c.end != c.start + 1 or _INITIALS.match(r.text[c.start]) is None:
        return False
    closed = c.start > 1 and c.end < len(r) and r.text[c.start - 1] == "(" and r.text[c.end] == ")"
    return closed and (r.text[c.start - 2][-1] in ".!?»…" or r.newline[c.start - 2])
