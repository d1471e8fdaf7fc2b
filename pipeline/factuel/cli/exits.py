"""How the command ends: the exit codes, and misuse told in one line."""

from __future__ import annotations

from typing import Final, NoReturn

import typer

DONE: Final = 0
SOME_REJECTED: Final = 1
MISUSE: Final = 2
INTERRUPTED: Final = 130
TERMINATED: Final = 143


def fail(message: object, code: int = MISUSE) -> NoReturn:
    """End the command with one line on stderr."""
    typer.echo(f"factuel: {message}", err=True)
    raise typer.Exit(code)
