"""Folding: one character for one, so that offsets in the folded text are offsets in the text."""

from __future__ import annotations

import unicodedata
from typing import Final

_SPACES: Final = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\t"
_APOSTROPHES: Final = "\u2018\u2019\u201b\u02bc\u02bb\u055a\u2032\u2035\u02b9\u00b4`"
_DASHES: Final = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212"
_LETTERS: Final = (*range(0x41, 0x5B), *range(0xC0, 0x250))


def _fold_letter(character: str) -> str:
    """Return the lower-case base letter of a Latin letter: É is e; what has no single base letter stays itself."""
    base = unicodedata.normalize("NFD", character)[0].lower()
    return base if len(base) == 1 else character


_FOLD: Final[dict[int, str]] = {
    **{code: _fold_letter(chr(code)) for code in _LETTERS},
    **dict.fromkeys(map(ord, _SPACES), " "),
    **dict.fromkeys(map(ord, _APOSTROPHES), "'"),
    **dict.fromkeys(map(ord, _DASHES), "-"),
    ord("\u00b2"): "2",
    ord("\u00b3"): "3",
    ord("\u0152"): "\u0153",
}


def fold(text: str) -> str:
    """Return `text` without case, accents or typographic variants of space, apostrophe and dash.

    The result is as long as `text`, character for character; line breaks and digits of other scripts stay.
    """
    return text.translate(_FOLD)
