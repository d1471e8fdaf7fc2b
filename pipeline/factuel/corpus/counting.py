"""How many pages the sources have, found out ahead of reading them, so that a run can say how much is left."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import Final

from factuel.corpus.protocol import Input, Location
from factuel.corpus.readers import STDIN, find_inputs, suffix_of
from factuel.records import Reject

_UNCOUNTED: Final = (
    *(".warc", ".warc.gz", ".wacz", ".tar", ".tar.gz", ".tgz", ".csv", ".csv.gz", ".parquet"),
    *(".jsonl.gz", ".ndjson.gz", ".zst", ".urls", ".rss", ".atom", ".xml"),
)


def count_pages(sources: Sequence[str]) -> int | None:
    """Return about how many pages and rejects `read_pages` will yield; null when only reading tells.

    Opens zip archives and JSON Lines only. Only reading tells of standard input, addresses, queries, web archives,
    tapes, tables and compressed lines.
    """
    if STDIN in sources:
        return None
    total = 0
    for found in find_inputs(sources):
        if isinstance(found, Location) or (isinstance(found, Input) and found.name.lower().endswith(_UNCOUNTED)):
            return None
        total += 1 if isinstance(found, Reject) else _count(found)
    return total


def _count(source: Input) -> int:
    counter = _COUNTERS.get(suffix_of(source))
    try:
        return counter(source) if counter else 1
    except Exception:  # whatever a broken archive breaks on; the reject that `read_input` gives is one
        return 1


def _count_lines(source: Input) -> int:
    with source.open() as lines:
        return sum(1 for _ in lines)


def _count_members(source: Input) -> int:
    with source.open() as stream, zipfile.ZipFile(stream) as archive:
        return sum(not member.is_dir() for member in archive.infolist())


_COUNTERS: Final[Mapping[str, Callable[[Input], int]]] = MappingProxyType(
    {".jsonl": _count_lines, ".ndjson": _count_lines, ".zip": _count_members}
)
