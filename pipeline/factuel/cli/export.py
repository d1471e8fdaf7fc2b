"""`factuel export`: a run folder in another format."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated

import typer

from factuel.cli.exits import fail


def export(
    run: Annotated[Path, typer.Argument(metavar="RUN", help="The run folder.")],
    to: Annotated[str, typer.Option("--to", metavar="FORMAT", help="csv, jsonl, parquet or sqlite.")],
    output: Annotated[
        Path, typer.Option("-o", "--output", metavar="PATH", help="A new folder (csv, parquet) or file.")
    ],
    reviewed: Annotated[bool, typer.Option("--reviewed", help="The facts as curators decided; see `review`.")] = False,
    database: Annotated[
        str | None, typer.Option(metavar="URL", help="With --reviewed: postgresql://… of the review.")
    ] = None,
) -> None:
    """Write a run in another format.

    csv and parquet: a folder with articles, entities, facts and rejects as flat tables (parquet needs
    factuel[parquet]). jsonl: one file, an article a line with its entities and facts. sqlite: one database.
    With --reviewed rejected facts are left out, corrected and added ones put in, and what a curator decided has an
    extractor that begins with "human:".

    Example: factuel export run --to csv -o run-csv
    """
    from factuel.outputs import formats
    from factuel.outputs.reading import RunFolderError

    if to not in formats.FORMATS:
        fail(f"there is no format '{to}'; there are {', '.join(formats.FORMATS)}")
    try:
        if reviewed:
            _export_reviewed(run, to, output, database)
        else:
            formats.export(run, to, output)
    except (RunFolderError, ImportError, OSError) as error:
        fail(error)


def _export_reviewed(run: Path, to: str, output: Path, database: str | None) -> None:
    from factuel.outputs import formats
    from factuel.review.database import DatabaseError
    from factuel.review.opening import opened_review
    from factuel.review.reviewed import write_reviewed

    try:
        with opened_review(run, database) as opened, TemporaryDirectory() as folder:
            write_reviewed(run, opened, Path(folder) / "run")
            formats.export(Path(folder) / "run", to, output)
    except DatabaseError as error:
        fail(error)
