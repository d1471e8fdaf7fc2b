"""Typography, made regular once, before any offset exists.

- NFC; the Latin ligatures of PDF text (ﬁ, ﬂ) become letters;
- every space (no-break, narrow, thin, tab) is one plain space: spaCy makes a token of each no-break space;
- apostrophes are U+0027, which is what the lexicons and the training texts of the French models use;
- soft hyphens, zero-width and direction marks, control characters and lone surrogates go; odd hyphens become "-";
- quotation marks and dashes stay as printed: they carry meaning.
"""

from __future__ import annotations

import html
import re
import unicodedata
from typing import Final

_SPACES: Final = re.compile("[\t\x0b\x0c\x1c-\x1f\x85\xa0\u1680\u2000-\u200a\u202f\u205f\u3000 ]+")
_BREAKS: Final = re.compile("\r\n?|[\u2028\u2029]")
_INVISIBLE: Final = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\xad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f"
    "\ufe00-\ufe0f\ufeff\ufff9-\ufffb]"
)
_SURROGATES: Final = re.compile("[\ud800-\udfff]")
_LETTERS: Final = str.maketrans(
    {
        "\u2019": "'", "\u2018": "'", "\u02bc": "'", "\u201b": "'", "\u00b4": "'", "\u2032": "'",
        "\u2010": "-", "\u2011": "-", "\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl",
        "\u201f": "\u201c", "\u2012": "\u2013", "\u2015": "\u2014",
    }
)  # fmt: skip
_ENTITY: Final = re.compile(r"&(?:[a-zA-Z]{2,8}|#\d{2,6}|#x[0-9a-fA-F]{2,5});")
_BEFORE_COMMA: Final = re.compile(r"(?<=[\w»)\]]) (?=[,.](?:\s|$))")
_BROKEN_HYPHEN: Final = re.compile(r"(?<=\w)- (?=(?:aux?|d[eu]s?|en|et|las?|les?|lès|sous|sur|sur)-\w)")
_TAIL_BYTE: Final = "[\x80-\xbf‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ€]"
_TWICE_ENCODED: Final = re.compile(f"[ÂÃÄÅ]{_TAIL_BYTE}|â{_TAIL_BYTE}{{2}}")


def normalise(text: str) -> str:
    """Return `text` with regular characters and spaces, line breaks kept as "\\n"."""
    if "&" in text:
        text = _ENTITY.sub(lambda found: html.unescape(found.group()), text)
    text = _BREAKS.sub("\n", text)
    text = _INVISIBLE.sub("", _SURROGATES.sub("\ufffd", text))
    text = unicodedata.normalize("NFC", text).translate(_LETTERS)
    text = _SPACES.sub(" ", text)
    return _BROKEN_HYPHEN.sub("-", _BEFORE_COMMA.sub("", text))


def normalise_line(text: str) -> str:
    """Return `text` as one line: regular characters, no line break, no space at either end."""
    return " ".join(normalise(text).split())


def repair_twice_encoded(text: str) -> str:
    """Undo UTF-8 that was read as Windows-1252 and encoded again ("Ã©"), when it happens at least three times."""
    if ("Ã" not in text and "â" not in text) or len(_TWICE_ENCODED.findall(text)) < 3:
        return text
    return _TWICE_ENCODED.sub(_undo, text)


def _undo(found: re.Match[str]) -> str:
    word = found.group()
    raw = bytes(ord(letter) if ord(letter) < 256 else letter.encode("cp1252")[0] for letter in word)
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return word
