"""What a stream is, from its first bytes, when no suffix says it."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import BinaryIO, Final

from factuel.corpus.protocol import CorpusError, Input

SNIFFED_BYTES: Final = 4096
"""How much of a stream `sniff_suffix` looks at."""
_MAGIC: Final = ((b"\x1f\x8b", ".gz"), (b"PK\x03\x04", ".zip"), (b"PK\x05\x06", ".zip"))
_UTF16: Final = (b"\xff\xfe", b"\xfe\xff")
_UTF8: Final = b"\xef\xbb\xbf"
_BINARY: Final = frozenset(range(32)) - frozenset(b"\t\n\r\f\x1b")
_BINARY_SHARE: Final = 0.05
"""Text has next to no control characters; compressed or compiled data has about one in ten."""


def sniff_suffix(head: bytes) -> str | None:
    """Return the suffix (`.html .txt .jsonl .gz .zip`) that fits the first bytes, or null for binary data."""
    for magic, suffix in _MAGIC:
        if head.startswith(magic):
            return suffix
    if head.startswith(_UTF16):
        return ".html" if b"<" in head[:64] else ".txt"
    start = head.removeprefix(_UTF8).lstrip()
    if start.startswith(b"%PDF") or _is_binary(head):
        return None
    if start.startswith(b"{"):
        return ".jsonl"
    lower = start.lower()
    return ".html" if lower.startswith(b"<") or b"<html" in lower or b"<body" in lower else ".txt"


def _is_binary(head: bytes) -> bool:
    return sum(byte in _BINARY for byte in head) > _BINARY_SHARE * len(head)


def first_bytes(source: Input) -> bytes:
    """Return the first bytes of a file on disk; none of a stream, which can be read but once."""
    if source.path is None:
        return b""
    with source.open() as stream:
        return stream.read(SNIFFED_BYTES)


def sniffed(source: Input) -> Input:
    """Return `source` with a name whose suffix says what its first bytes are; raises CorpusError on binary data."""
    stream = source.open()
    head = stream.read(SNIFFED_BYTES)
    suffix = sniff_suffix(head)
    if source.path:
        stream.close()
    if suffix is None:
        raise CorpusError("unknown_kind", "neither HTML, text, JSON Lines nor an archive of them")
    if source.path:
        return replace(source, name=source.name + suffix)
    rejoined = io.BufferedReader(_Rejoined(head, stream))
    return replace(source, name=source.name + suffix, open=lambda: rejoined)


class _Rejoined(io.RawIOBase):
    """A stream whose first bytes were taken, with them put back."""

    def __init__(self, head: bytes, rest: BinaryIO) -> None:
        self._head = head
        self._rest = rest

    def readable(self) -> bool:
        """Say that it can be read."""
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        """Fill `buffer` from the head, then from the rest; return how many bytes were put."""
        taken, self._head = self._head[: len(buffer)], self._head[len(buffer) :]
        piece = taken or self._rest.read(len(buffer))
        buffer[: len(piece)] = piece
        return len(piece)
