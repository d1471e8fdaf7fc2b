"""Reader of JSON Lines: one object a line, with `html` or `text` and what its source says of the page."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, BinaryIO, Final

from factuel.corpus.fields import page_of_fields
from factuel.corpus.protocol import MAX_PAGE_BYTES, CorpusError, Input, corpus_reject
from factuel.records import RawPage, Reject

_BOM: Final = b"\xef\xbb\xbf"
_CHUNK: Final = 1_000_000


def read_json_lines(source: Input) -> Iterator[RawPage | Reject]:
    """Yield a page a line, as `path#L12` (lines count from 1); a broken line is a reject, blank lines are skipped.

    `html` is taken before `text`; `factuel.corpus.fields` says what other keys are read.
    """
    with source.open() as stream:
        for number, line in _lines(stream):
            uri = f"{source.uri}#L{number}"
            try:
                page = _read_line(uri, line)
            except CorpusError as error:
                yield corpus_reject(uri, error.error, error.message)
            else:
                if page:
                    yield page


def _lines(stream: BinaryIO) -> Iterator[tuple[int, bytes | None]]:
    """Yield each line with its number; null for a line longer than a page may be, which is skipped unread."""
    number = 0
    while line := stream.readline(MAX_PAGE_BYTES + 1):
        number += 1
        if len(line) > MAX_PAGE_BYTES:
            while not line.endswith(b"\n") and (line := stream.readline(_CHUNK)):
                pass
            yield number, None
        else:
            yield number, line.removeprefix(_BOM) if number == 1 else line


def _read_line(uri: str, line: bytes | None) -> RawPage | None:
    if line is None:
        raise CorpusError("too_large", f"the line has more than {MAX_PAGE_BYTES:,} bytes")
    if not line.strip():
        return None
    return page_of_fields(uri, _parse(line))


def _parse(line: bytes) -> dict[str, Any]:
    try:
        fields = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise CorpusError("broken_json", f"the line is not JSON: {error}"[:300]) from error
    if not isinstance(fields, dict):
        raise CorpusError("broken_json", "the line is not a JSON object")
    return fields
