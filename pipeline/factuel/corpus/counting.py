"""How many pages the sources have, found out ahead of reading them, so that a run can say how much is left."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import Final

from factuel.corpus.protocol import Input
from factuel.corpus.readers import STDIN, find_inputs, suffix_of
from factuel.records import Reject


def count_pages(sources: Sequence[str]) -> int | None:
    """Return about how many pages and rejects `read_pages` will yield; null when a source is standard input.

    Opens archives and JSON Lines only. A compressed stream counts as one page, whatever is inside.
    """
    if STDIN in sources:
        return None
    return sum(1 if isinstance(found, Reject) else _count(found) for found in find_inputs(sources))


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
