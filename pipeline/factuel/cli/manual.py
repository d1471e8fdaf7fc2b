"""The `--help` blocks of `docs/cli.md`, written from the commands: python -m factuel.cli.manual docs/cli.md."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import Final

import typer

from factuel.cli import app

WIDTH: Final = 100
_BLOCK: Final = re.compile(r"(<!-- help: (?P<command>[\w ]*?) ?-->\n```\n)(?P<text>.*?)(```\n)", re.DOTALL)


def help_text(command: str = "") -> str:
    """Return what `factuel COMMAND --help` prints, `WIDTH` characters wide; of `factuel` itself when empty."""
    group = typer.main.get_command(app)
    with group.make_context(
        "factuel", [], resilient_parsing=True, terminal_width=WIDTH, max_content_width=WIDTH
    ) as top:
        if not command:
            return group.get_help(top) + "\n"
        found = group.get_command(top, command)  # type: ignore[attr-defined]
        with found.make_context(command, [], parent=top, resilient_parsing=True) as context:
            return f"{found.get_help(context)}\n"


def refreshed(document: str) -> str:
    """Return the document with every block after `<!-- help: COMMAND -->` as the command has it now."""
    return _BLOCK.sub(lambda block: block[1] + help_text(block["command"]) + block[4], document)


def documented(document: str) -> set[str]:
    """Return the names of the commands that have a block in the document."""
    return {block["command"] for block in _BLOCK.finditer(document)}


if __name__ == "__main__":
    for argument in sys.argv[1:]:
        path = Path(argument)
        path.write_text(refreshed(path.read_text(encoding="utf-8")), encoding="utf-8")
