"""Unpacker of `.gz`: the same input, its bytes decompressed as they are read."""

from __future__ import annotations

import gzip
import io
from collections.abc import Iterator
from functools import partial
from pathlib import PurePosixPath
from typing import BinaryIO, Final, cast

from factuel.corpus.protocol import CorpusError, Input

_MAGIC: Final = b"\x1f\x8b"
_RECORDS: Final = ".warc"
"""Web archives are packed record by record: their reader unpacks them itself, and so reads on where one is damaged."""


def unpack_gzip(source: Input) -> Iterator[Input]:
    """Yield what a gzip file holds: same uri, the name without `.gz`. A bomb meets the page's limit when read.

    A file named `.gz` that is not packed (servers that unpack what they send leave such) is given as it is, as is a
    web archive.
    """
    if ".gz" in source.unpacked:
        raise CorpusError("nested_archive", "a gzip file inside a gzip file is not read")
    name = PurePosixPath(source.name)
    inner = name.stem if name.suffix.lower() == ".gz" else source.name

    with source.open() as stream:
        packed = stream if isinstance(stream, io.BufferedReader) else io.BufferedReader(stream)  # type: ignore[type-var]
        is_packed = packed.peek(2)[:2] == _MAGIC and not inner.lower().endswith(_RECORDS)
        opened = partial(_decompressed, packed) if is_packed else lambda: packed
        yield Input(source.uri, inner, opened, unpacked=(*source.unpacked, ".gz"), sniff=source.sniff)


def _decompressed(packed: BinaryIO) -> BinaryIO:
    return cast(BinaryIO, gzip.GzipFile(fileobj=packed, mode="rb"))
