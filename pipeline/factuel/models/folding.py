"""Folding of French words for look-ups: lower case, no accents, one apostrophe."""

from __future__ import annotations

import unicodedata
from functools import lru_cache


@lru_cache(maxsize=65536)
def unaccented(word: str) -> str:
    """Return a word in lower case without accents or ligatures, so that "PRÉFET", "prefet" and "préfet" are one."""
    plain = unicodedata.normalize("NFD", word.casefold().replace("œ", "oe").replace("æ", "ae").replace("’", "'"))
    return "".join(letter for letter in plain if not unicodedata.combining(letter))
