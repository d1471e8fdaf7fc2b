"""`factuel export`: a run folder in another format."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from factuel.cli.exits import fail


def export(
    run: Annotated[Path, typer.Argument(metavar="RUN", help="The run folder.")],
    to: Annotated[str, typer.Option("--to", metavar="FORMAT", help="csv, jsonl, parquet or sqlite.")],
    output: Annotated[
        Path, typer.Option("-o", "--output", metavar="PATH", help="A new folder (csv, parquet) or file.")
    ],
) -> None:
    """Write a run in another format.

    csv and parquet: a folder with articles, entities, facts and rejects as flat tables (parquet needs
    factuel[parquet]). jsonl: one file, an article a line with its entities and facts. sqlite: one database.

    Example: factuel export run --to csv -o run-csv
    """
    from factuel.outputs import formats
    from factuel.outputs.reading import RunFolderError

    if to not in formats.FORMATS:
        fail(f"there is no format '{to}'; there are {', '.join(formats.FORMATS)}")
    try:
        formats.export(run, to, output)
    except (RunFolderError, ImportError, OSError) as error:
        fail(error)
