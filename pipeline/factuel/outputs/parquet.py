"""The format `parquet`: a folder with a file for each table, columns typed; needs `factuel[parquet]`."""

from __future__ import annotations

from itertools import islice
from pathlib import Path
from typing import Final

from factuel.outputs.tables import TABLES, Kind, Table

BATCH: Final = 5000
"""Rows written at a time; bounds memory."""


class MissingExtraError(ImportError):
    """A format whose libraries are not installed; the message says how to install them."""


def write(run: Path, target: Path) -> None:
    """Write `articles.parquet`, `entities.parquet`, `facts.parquet` and `rejects.parquet` to the new folder `target`.

    Raises MissingExtraError without pyarrow.
    """
    try:
        import pyarrow  # noqa: F401
    except ImportError as error:
        raise MissingExtraError("Parquet needs pyarrow: pip install 'factuel[parquet]'") from error
    target.mkdir(parents=True)
    for table in TABLES:
        _write_table(table, run, target / f"{table.name}.parquet")


def _write_table(table: Table, run: Path, path: Path) -> None:
    import pyarrow
    import pyarrow.parquet

    types: dict[Kind, pyarrow.DataType] = {
        "text": pyarrow.string(),
        "integer": pyarrow.int64(),
        "number": pyarrow.float64(),
        "flag": pyarrow.bool_(),
    }
    schema = pyarrow.schema([(column.name, types[column.kind]) for column in table.columns])
    rows = table.rows(run)
    with pyarrow.parquet.ParquetWriter(path, schema) as writer:
        while batch := list(islice(rows, BATCH)):
            writer.write_table(pyarrow.Table.from_pylist(batch, schema=schema))
