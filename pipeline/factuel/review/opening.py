"""Opening the review of a run: the database, migrated, with the present version of the run in it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from factuel.outputs.reading import read_manifest
from factuel.review.database import Database, database_url
from factuel.review.indexing import open_run
from factuel.review.settings import set_double_share


@contextmanager
def opened_review(run: Path, address: str | None = None, double: float | None = None) -> Iterator[Database]:
    """Give the review of a run; `address` is a database's other than the one beside the run, `double` the percent of
    facts that two curators judge, None to leave it as it is.

    Raises RunFolderError when `run` is no run, DatabaseError when the database cannot be opened.
    """
    read_manifest(run)
    database = Database(address or database_url(run))
    try:
        open_run(run, database)
        if double is not None:
            with database.writing() as connection:
                set_double_share(connection, double / 100)
        yield database
    finally:
        database.close()
