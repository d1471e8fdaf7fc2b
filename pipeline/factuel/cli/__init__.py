"""The `factuel` command: one module per command, each without logic of its own."""

from __future__ import annotations

from typing import Annotated

import typer

from factuel import __version__
from factuel.cli.collect import collect
from factuel.cli.evaluate import evaluate
from factuel.cli.export import export
from factuel.cli.extract import extract
from factuel.cli.review import review
from factuel.cli.schema import schema
from factuel.cli.sources import sources
from factuel.cli.train import train

app = typer.Typer(
    name="factuel",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    rich_markup_mode=None,
)
for command in (extract, review, evaluate, export, sources, collect, schema, train):
    app.command(command.__name__)(command)


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"factuel {__version__}")
        raise typer.Exit


@app.callback()
def main(
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version and exit.")
    ] = False,
) -> None:
    """French press web pages in, validated and grounded JSON fact records out.

    Example: factuel extract pages/ -o run
    """
