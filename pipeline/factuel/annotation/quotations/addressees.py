"""Whom a source speaks to, which is no part of its phrase: "une source proche du dossier à Radio Brume"."""

from __future__ import annotations

from functools import cache
from typing import Final

from spacy.tokens import Doc

from factuel.annotation.notation.folding import fold
from factuel.annotation.quotations.forms import plain
from factuel.annotation.quotations.lexicon import words
from factuel.models import read_lexicon, read_words

_TO: Final = frozenset({"à", "au", "aux"})
_LONGEST: Final = 5
"""Tokens of the name of a medium."""


@cache
def _media() -> frozenset[str]:
    """Return the folded names of media and news agencies, without article."""
    media = {fold(row["form"]) for row in read_lexicon("organisations") if row["kind"] == "media"}
    return frozenset(media | set(map(fold, read_words("news_agencies"))))


def before_addressee(doc: Doc, start: int, end: int) -> int:
    """Return the token before "à" and a medium in the noun phrase of tokens `start` to `end`, else `end`.

    A journalist "à Radio Brume" works there.
    """
    if any(plain(token) in words("journalist") for token in doc[start : start + 3]):
        return end
    return next((i for i in range(start + 1, end - 1) if plain(doc[i]) in _TO and _is_medium(doc, i + 1, end)), end)


def _is_medium(doc: Doc, i: int, end: int) -> bool:
    if i + 1 < end and plain(doc[i]) in {"l'", "la", "le"}:
        i += 1
    if doc[i].ent_type_ in {"ORG", "MISC"} and plain(doc[i]) in words("medium_name"):
        return True
    stop = min(len(doc), i + _LONGEST)
    return any(fold(doc[i:last].text) in _media() for last in range(i + 1, stop + 1))
