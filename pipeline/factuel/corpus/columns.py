"""Columns by any of their usual names: which column of a table holds the page, its address, its day."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from factuel.corpus.fields import page_of_fields
from factuel.corpus.protocol import CorpusError, corpus_reject
from factuel.models import read_lexicon
from factuel.records import RawPage, Reject

_CONTENT: Final = ("html", "text")


def find_columns(names: Sequence[str]) -> dict[str, str]:
    """Return field -> column for the columns that are known by name, whatever their case; the first name listed wins.

    Raises CorpusError when no column can hold a page.
    """
    by_name = {name.strip().lower(): name for name in reversed(names)}
    found: dict[str, str] = {}
    for row in read_lexicon("column_names"):
        if row["form"] in by_name:
            found.setdefault(row["field"], by_name[row["form"]])
    if not any(field in found for field in _CONTENT):
        listed = ", ".join(names[:12]) or "none"
        raise CorpusError("no_content_column", f"no column is named html or text (there are: {listed})"[:300])
    return found


def read_row(uri: str, columns: Mapping[str, str], row: Mapping[str, Any]) -> RawPage | Reject:
    """Return the page of a row, or why it has none."""
    try:
        return page_of_fields(uri, {field: row.get(column) for field, column in columns.items()})
    except CorpusError as error:
        return corpus_reject(uri, error.error, error.message)
