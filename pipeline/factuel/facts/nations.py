"""The nation or region that a function is said to be of: "le président américain" is not the Chinese one."""

from __future__ import annotations

from functools import cache
from typing import Final

from spacy.tokens import Token

from factuel.annotation.notation.folding import fold
from factuel.models import read_words

_STEM: Final = 4
"""Letters by which the forms of a demonym are told from those of others (américain, américaine)."""
_REACH: Final = 3
"""Words after a function in which its demonym stands ("le premier ministre sortant israélien")."""


def nations_after(function: Token) -> frozenset[str]:
    """Return the stems of the demonyms that follow a function word in lower case; empty when none does."""
    doc, found = function.doc, set()
    for token in doc[function.i + 1 : function.i + 1 + _REACH]:
        if not (token.text.islower() and token.is_alpha):
            break
        if fold(token.text) in _demonyms():
            found.add(fold(token.text)[:_STEM])
    return frozenset(found)


@cache
def _demonyms() -> frozenset[str]:
    return frozenset(map(fold, read_words("demonyms")))
