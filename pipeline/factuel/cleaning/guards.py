"""What is refused before any parser sees it: bytes that are no text, and texts built to exhaust a parser."""

from __future__ import annotations

import re
from typing import Final

from factuel.cleaning.errors import CleaningError

MAX_BYTES: Final = 20_000_000
"""Larger than any article page seen; trafilatura refuses more as well (its MAX_FILE_SIZE)."""
MAX_TAGS: Final = 300_000
"""The busiest live page of the press sample has 20,000; lxml needs about 200 bytes each."""
MAX_CHARACTERS: Final = 1_000_000
_CROWDED_TAG: Final = re.compile(
    r"""<[a-zA-Z][^\s<>]*+(?>(?:\s++|/)[^\s=>"'/]++(?:\s*+=\s*+(?:"[^"]*+"|'[^']*+'|[^\s>"']*))?+){500}"""
)
_MAGIC: Final = (
    (b"%PDF-", "a PDF document"),
    (b"PK\x03\x04", "a zip archive or office document"),
    (b"\x1f\x8b", "gzip data"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"RIFF", "RIFF media"),
    (b"\xd0\xcf\x11\xe0", "an office document"),
    (b"{\\rtf", "an RTF document"),
    (b"\x7fELF", "a program"),
)
_CONTROL: Final = re.compile("[\x01-\x08\x0e-\x1a\x1c-\x1f\x7f-\x84\x86-\x9f\ufffd]")
_SAMPLE: Final = 100_000
_MAX_CONTROL_SHARE: Final = 0.02


def refuse_bytes(content: bytes) -> None:
    """Raise CleaningError for bytes that are empty, too many, or of a known format that is not text."""
    if not content.strip(b"\x00 \t\r\n"):
        raise CleaningError("empty", "the page is empty")
    if len(content) > MAX_BYTES:
        raise CleaningError("too_large", f"the page has {len(content):,} bytes, more than {MAX_BYTES:,}")
    head = content[:1024].lstrip()
    for magic, what in _MAGIC:
        if head.startswith(magic):
            raise CleaningError("not_text", f"the bytes are {what}")


def refuse_characters(text: str) -> None:
    """Raise CleaningError for characters of which more than 2 % are control characters: random or binary bytes.

    NUL is not counted: text with NUL bytes in it is text.
    """
    sample = text[:_SAMPLE]
    controls = len(_CONTROL.findall(sample))
    if controls > max(4, _MAX_CONTROL_SHARE * len(sample)):
        raise CleaningError("not_text", f"{controls} of the first {len(sample)} characters are control characters")


def refuse_length(text: str) -> None:
    """Raise CleaningError for a plain text longer than any article or dossier."""
    if len(text) > MAX_CHARACTERS:
        raise CleaningError("too_large", f"the text has {len(text):,} characters, more than {MAX_CHARACTERS:,}")


def refuse_markup(html: str) -> None:
    """Raise CleaningError for more tags than any page has, or for an element with 500 attributes: libxml2 compares each
    with all the others, so that 100,000 of them take minutes."""
    tags = html.count("<")
    if tags > MAX_TAGS:
        raise CleaningError("too_large", f"the page has {tags:,} tags, more than {MAX_TAGS:,}")
    if _CROWDED_TAG.search(html):
        raise CleaningError("too_large", "an element has more than 500 attributes")
