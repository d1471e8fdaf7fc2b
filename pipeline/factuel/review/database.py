"""The database of a review: SQLite beside the run, or PostgreSQL; one writer at a time, durable when acknowledged."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from datetime import UTC, datetime
from pathlib import Path
from threading import Lock
from typing import Any, Final

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite

from factuel.models import resource_folder
from factuel.outputs.run_folder import REVIEW

_WAIT_SECONDS: Final = 20
_MIGRATION: Final = sa.table("review_migration", sa.column("name"))


class DatabaseError(RuntimeError):
    """A database that cannot be opened; the message says why in one line."""


def database_url(run: Path) -> str:
    """Return the address of the database that lies in the run folder."""
    return f"sqlite:///{run / REVIEW}"


class Database:
    """An open database, migrated; safe to use from several threads and, over one file, from several processes."""

    def __init__(self, url: str) -> None:
        if url.startswith("postgresql://"):
            url = url.replace("postgresql://", "postgresql+psycopg://", 1)
        try:
            self.engine = _engine(url)
            self._lock: AbstractContextManager[Any] = Lock() if self.engine.dialect.name == "sqlite" else nullcontext()
            with self.writing() as connection:
                _migrate(connection)
        except (sa.exc.SQLAlchemyError, ImportError) as error:
            raise DatabaseError(f"the review's database cannot be opened: {_first_line(error)}") from error

    @contextmanager
    def reading(self) -> Iterator[sa.Connection]:
        """Give a connection that sees one state of the database."""
        with self.engine.connect() as connection, connection.begin():
            yield connection

    @contextmanager
    def writing(self) -> Iterator[sa.Connection]:
        """Give a connection whose work is kept whole when the block ends, or not at all when it raises.

        Writers go one after another, so that what was read inside the block still holds when it ends.
        """
        with self._lock, self.engine.connect().execution_options(writes=True) as connection, connection.begin():
            if connection.dialect.name == "postgresql":
                connection.exec_driver_sql("SELECT pg_advisory_xact_lock(7281405)")
            yield connection

    def close(self) -> None:
        """Close all connections."""
        self.engine.dispose()


def _engine(url: str) -> sa.Engine:
    address = sa.make_url(url)
    if address.get_backend_name() == "sqlite":
        options = {"timeout": _WAIT_SECONDS, "check_same_thread": False}
        engine = sa.create_engine(address, connect_args=options, pool_size=10, max_overflow=40)
        sa.event.listen(engine, "connect", _prepare_sqlite)
        sa.event.listen(engine, "begin", _begin_sqlite)
        return engine
    return sa.create_engine(address, pool_size=10, max_overflow=30, pool_pre_ping=True)


def _prepare_sqlite(connection: Any, record: object) -> None:
    """Leave transactions to `_begin_sqlite`; a commit is on disk before it is acknowledged (FULL)."""
    connection.isolation_level = None
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "cache_size=-65536", "temp_store=MEMORY"):
        connection.execute(f"PRAGMA {pragma}")


def _begin_sqlite(connection: sa.Connection) -> None:
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _migrate(connection: sa.Connection) -> None:
    """Apply the migrations `r*.sql` that the database has not had, those of its own dialect and those of both."""
    connection.exec_driver_sql("CREATE TABLE IF NOT EXISTS review_migration (name TEXT PRIMARY KEY)")
    applied = set(connection.scalars(sa.select(_MIGRATION.c.name)))
    for path in sorted((resource_folder().parent / "outputs" / "sql").glob("r*.sql")):
        name, _, dialect = path.name.removesuffix(".sql").partition(".")
        if name in applied or dialect not in ("", connection.dialect.name):
            continue
        for statement in _statements(path.read_text(encoding="utf-8"), whole=dialect == "postgresql"):
            connection.exec_driver_sql(statement)
        connection.execute(sa.insert(_MIGRATION).values(name=name))


def _statements(script: str, *, whole: bool) -> Iterator[str]:
    """Yield the statements of a script, each ending in `;` at the end of a line; PostgreSQL takes a script whole."""
    if whole:
        yield script
        return
    lines: list[str] = []
    for line in script.splitlines():
        lines.append(line)
        inside = any(one.startswith("CREATE TRIGGER") for one in lines) and not line.endswith("END;")
        if line.endswith(";") and not inside:
            yield "\n".join(lines)
            lines = []


def upsert(connection: sa.Connection, table: sa.TableClause, row: dict[str, object], key: str) -> None:
    """Insert a row, or give the row with the same `key` its values."""
    dialect = postgresql if connection.dialect.name == "postgresql" else sqlite
    rest = {name: value for name, value in row.items() if name != key}
    statement = dialect.insert(table).values(row)
    connection.execute(statement.on_conflict_do_update(index_elements=[key], set_=rest))


def moment() -> str:
    """Return now, in UTC, to the millisecond."""
    return datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def _first_line(error: Exception) -> str:
    return str(getattr(error, "orig", None) or error).splitlines()[0]
