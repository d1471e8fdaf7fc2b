"""Readers of tables: CSV and TSV, and Parquet; a page a row."""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Iterator
from typing import BinaryIO, Final

from factuel.corpus.columns import find_columns, read_row
from factuel.corpus.protocol import MAX_PAGE_BYTES, CorpusError, Input
from factuel.records import RawPage, Reject

_DELIMITERS: Final = ",;\t|"
_WINDOWS: Final = "factuel_windows_1252"
_BATCH: Final = 64
"""Rows of Parquet held at once: pages of a megabyte make 64 MB."""


def read_csv(source: Input) -> Iterator[RawPage | Reject]:
    """Yield a page a row, as `path#L12` (the line where the row begins, from 1). The first row names the columns.

    The delimiter (comma, semicolon, tab, bar) is the one that the first row has most of; the encoding UTF-8, else
    Windows-1252. A broken row is a reject; raises CorpusError when no column holds a page.
    """
    csv.field_size_limit(MAX_PAGE_BYTES)
    with source.open() as stream:
        lines = io.TextIOWrapper(stream, encoding="utf-8-sig", errors=_WINDOWS, newline="")
        head = lines.readline()
        delimiter = max(_DELIMITERS, key=head.count)
        names = next(csv.reader([head], delimiter=delimiter), [])
        columns = find_columns(names)
        rows = csv.DictReader(lines, fieldnames=names, delimiter=delimiter)
        try:
            before = 1
            for row in rows:
                yield read_row(f"{source.uri}#L{before + 1}", columns, row)
                before = 1 + rows.line_num
        except csv.Error as error:
            raise CorpusError("broken_table", f"after line {before}: {error}"[:300]) from error


def read_parquet(source: Input) -> Iterator[RawPage | Reject]:
    """Yield a page a row, as `path#12` (rows count from 1), some rows at a time. Raises CorpusError without pyarrow."""
    try:
        import pyarrow.lib
        import pyarrow.parquet
    except ImportError as error:
        raise CorpusError("missing_library", "Parquet needs pyarrow: pip install 'factuel[parquet]'") from error
    with source.open() as stream:
        try:
            table = pyarrow.parquet.ParquetFile(_seekable(stream))
            columns = find_columns(table.schema_arrow.names)
            number = 0
            for batch in table.iter_batches(batch_size=_BATCH, columns=sorted(set(columns.values()))):
                for row in batch.to_pylist():
                    number += 1
                    yield read_row(f"{source.uri}#{number}", columns, row)
        except pyarrow.lib.ArrowInvalid as error:
            raise CorpusError("corrupted", f"the table cannot be read: {error}"[:300]) from error


def _seekable(stream: BinaryIO) -> BinaryIO:
    if not stream.seekable():
        raise CorpusError("unseekable", "a Parquet table is not read from a pipe; save it to a file first")
    return stream


def _read_as_windows(error: UnicodeError) -> tuple[str, int]:
    """Read bytes that are no UTF-8 as Windows-1252, so that a table in either, or mixed, keeps its letters."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return error.object[error.start : error.end].decode("windows-1252", "replace"), error.end


codecs.register_error(_WINDOWS, _read_as_windows)
