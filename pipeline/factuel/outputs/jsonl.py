"""The format `jsonl`: one file, an article a line with its entities and facts (schema `extraction`)."""

from __future__ import annotations

from pathlib import Path

from factuel.outputs.reading import read_run
from factuel.outputs.rendering import render


def write(run: Path, target: Path) -> None:
    """Write the articles of a run to the new file `target`, as `factuel extract -o -` writes them; no rejects."""
    with target.open("xb") as out:
        for extraction in read_run(run):
            out.write(render(extraction).joined())
