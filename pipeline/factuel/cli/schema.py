"""`factuel schema`: the JSON Schema of a record."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from factuel.cli.exits import fail


def schema(
    name: Annotated[
        str | None, typer.Argument(metavar="[NAME]", help="The record; without it, list the names.")
    ] = None,
    write: Annotated[Path | None, typer.Option(metavar="FOLDER", help="Write all schemas to FOLDER/NAME.json.")] = None,
) -> None:
    """Print the JSON Schema of a record, or the names of all.

    Example: factuel schema fact
    """
    from factuel.outputs.schema import SCHEMAS, schema_text, write_schemas

    if write:
        write_schemas(write)
    elif name is None:
        typer.echo("\n".join(SCHEMAS))
    elif name in SCHEMAS:
        typer.echo(schema_text(name), nl=False)
    else:
        fail(f"there is no record '{name}'; there are {', '.join(SCHEMAS)}")
