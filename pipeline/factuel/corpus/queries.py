"""Reader of database queries: `sqlite:///press.db#SELECT url, html FROM pages`, a page a row."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Final
from urllib.parse import quote

from factuel.corpus.columns import find_columns, read_row
from factuel.corpus.protocol import CorpusError
from factuel.records import RawPage, Reject

if TYPE_CHECKING:
    import sqlalchemy as sql

_ROWS: Final = 64
"""Rows fetched at once: pages of a megabyte make 64 MB."""


def read_query(source: str) -> Iterator[RawPage | Reject]:
    """Yield a page a row of the query after `#`, as `address#12` (rows count from 1), streamed, the password left out.

    The address is SQLAlchemy's; PostgreSQL needs its driver (`pip install 'factuel[postgresql]'`). Columns are found by
    their usual names. SQLite files are opened for reading only. Raises CorpusError when there is no query, no such
    database, or the query fails.
    """
    import sqlalchemy as sql

    address, _, query = source.partition("#")
    name = query_name(source)
    if not query.strip():
        raise CorpusError("no_query", "write the query after '#': sqlite:///press.db#SELECT url, html FROM pages")
    try:
        url = sql.make_url(address)
        engine = sql.create_engine(_for_reading(url))
        with engine.connect().execution_options(stream_results=True, yield_per=_ROWS) as connection:
            rows = connection.exec_driver_sql(query).mappings()
            columns = find_columns([str(key) for key in rows.keys()])  # noqa: SIM118 -- a result, no mapping
            for number, row in enumerate(rows, start=1):
                yield read_row(f"{name}#{number}", columns, {str(key): value for key, value in row.items()})
    except ImportError as error:
        raise CorpusError("missing_library", f"the driver of the database is not installed: {error}") from error
    except sql.exc.SQLAlchemyError as error:
        reason = str(getattr(error, "orig", None) or error).splitlines()[0]
        raise CorpusError("database", f"the database says: {reason}"[:300]) from error


def _for_reading(url: sql.URL) -> sql.URL:
    """Return the address of a SQLite file opened for reading only, so that a mistyped name makes no empty database."""
    if url.get_backend_name() != "sqlite" or not url.database or url.database == ":memory:":
        return url
    if not Path(url.database).is_file():
        raise CorpusError("not_found", f"there is no database file {url.database}")
    return url.set(database=f"file:{quote(url.database)}", query={"mode": "ro", "uri": "true"})


def query_name(source: str) -> str:
    """Return how a query is named in a run: its address without the query and the password."""
    import sqlalchemy as sql

    try:
        return sql.make_url(source.partition("#")[0]).render_as_string(hide_password=True)
    except sql.exc.ArgumentError:
        return f"{source.partition('://')[0]}:"
