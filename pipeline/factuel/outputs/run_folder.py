"""The run folder: its four files of JSON Lines, written a page at a time, and its manifest."""

from __future__ import annotations

import json
import os
from io import FileIO
from operator import add
from pathlib import Path
from types import TracebackType
from typing import Final, Self

from factuel.outputs.rendering import FILES, PageLines
from factuel.records import Manifest

MANIFEST: Final = "manifest.json"
REVIEW: Final = "review.sqlite"
"""The decisions of curators, kept whatever happens to the run (and the files that SQLite has beside)."""
Ends = tuple[int, int, int, int]
"""The size in bytes of each of `FILES`, in their order."""


class RunFiles:
    """The open record files of a run folder; created empty, or cut to `ends` when a run is resumed.

    After each page every file holds whole lines. Use it as a context: leaving it closes the files. Nothing is
    buffered here, so that a full disk or an interrupt leaves only what `cut` takes away.
    """

    def __init__(self, folder: Path, ends: Ends = (0, 0, 0, 0)) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._files = [(folder / f"{name}.jsonl").open("ab", buffering=0) for name in FILES]
        self.ends: Ends = ends
        self.cut()

    def write(self, page: PageLines) -> None:
        """Append the lines of a page; `ends` moves only once all of them are handed to the operating system."""
        for file, lines in zip(self._files, page.lines, strict=True):
            _write_all(file, lines)
        articles, entities, facts, rejects = map(add, self.ends, map(len, page.lines))
        self.ends = (articles, entities, facts, rejects)

    def cut(self) -> None:
        """Cut each file to `ends`, so that a page that was being written leaves no trace."""
        for file, end in zip(self._files, self.ends, strict=True):
            file.truncate(end)

    def __enter__(self) -> Self:
        """Return the open files."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the files."""
        for file in self._files:
            file.close()


def _write_all(file: FileIO, content: bytes) -> None:
    left = memoryview(content)
    while left:
        left = left[file.write(left) :]


def write_manifest(folder: Path, manifest: Manifest) -> None:
    """Write `manifest.json`, whole or not at all."""
    partial = folder / f"{MANIFEST}.partial"
    text = json.dumps(manifest.model_dump(mode="json"), ensure_ascii=False, indent=2)
    partial.write_text(text + "\n", encoding="utf-8")
    os.replace(partial, folder / MANIFEST)  # noqa: PTH105 -- says that it is atomic
