"""Unpacker of `.zst`: the same input, its bytes decompressed as they are read. `factuel collect` writes such files."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import BinaryIO, cast

import zstandard

from factuel.corpus.protocol import CorpusError, Input


def unpack_zstandard(source: Input) -> Iterator[Input]:
    """Yield what a Zstandard file holds: same uri, the name without `.zst`. Raises CorpusError for damaged data."""
    if source.unpacked:
        raise CorpusError("nested_archive", "an archive inside another is not read; unpack it first")
    name = PurePosixPath(source.name)
    inner = name.stem if name.suffix.lower() == ".zst" else source.name
    with source.open() as packed:
        reader = zstandard.ZstdDecompressor().stream_reader(packed, read_across_frames=True)
        opened = cast(BinaryIO, io.BufferedReader(reader))
        yield Input(source.uri, inner, lambda: opened, unpacked=(".zst",), sniff=source.sniff)
