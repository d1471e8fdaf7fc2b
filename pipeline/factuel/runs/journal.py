"""The journal of an incomplete run: which inputs are done and where their records end, so that it can be resumed."""

from __future__ import annotations

import fcntl
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import Final, Self

from pydantic import ValidationError

from factuel.outputs.rendering import PageLines
from factuel.outputs.run_folder import Ends
from factuel.records import Record
from factuel.runs.errors import FolderError
from factuel.runs.task import Key

JOURNAL: Final = "journal.jsonl"


class Entry(Record):
    """One input done: its key, its counts, and the size in bytes of each record file after it."""

    uri: str
    sha256: str
    counts: dict[str, int]
    fact_types: dict[str, int]
    reject_stages: dict[str, int]
    ends: Ends
    article: str = ""
    signature: str = ""

    @property
    def key(self) -> Key:
        """The input that the entry is about."""
        return Key(self.uri, self.sha256)

    def page(self) -> PageLines:
        """Return the counts of the input as a page whose lines are written already."""
        lines = (b"", b"", b"", b"")
        signed = bytes.fromhex(self.signature)
        return PageLines(lines, self.counts, self.fact_types, self.reject_stages, self.article, signed)


class Journal:
    """`journal.jsonl` in a run folder, held by one process at a time, removed when the run is complete.

    Raises FolderError while another process holds it.
    """

    def __init__(self, folder: Path) -> None:
        self._path = folder / JOURNAL
        self._file = self._path.open("a+b")
        try:
            fcntl.flock(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            self._file.close()
            raise FolderError(f"another process is writing to {folder}") from error

    def entries(self) -> Iterator[tuple[Entry, int]]:
        """Yield each entry with the journal's size after it; stops at the first line that is not whole."""
        self._file.seek(0)
        end = 0
        for line in self._file:
            end += len(line)
            try:
                entry = Entry.model_validate_json(line)
            except ValidationError:
                return
            if line.endswith(b"\n"):
                yield entry, end

    def cut(self, end: int) -> None:
        """Forget all entries after the first `end` bytes."""
        self._file.truncate(end)

    def add(self, key: Key, page: PageLines, ends: Ends) -> None:
        """Note that an input is done, its lines being in the files, which now end at `ends`."""
        entry = Entry(
            uri=key.uri,
            sha256=key.sha256,
            counts=page.counts,
            fact_types=page.fact_types,
            reject_stages=page.reject_stages,
            ends=ends,
            article=page.article,
            signature=page.signature.hex(),
        )
        self._file.write(entry.model_dump_json().encode("utf-8") + b"\n")
        self._file.flush()

    def remove(self) -> None:
        """Remove the journal: the run is complete."""
        self._path.unlink()

    def __enter__(self) -> Self:
        """Return the journal, held."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Let go of the journal."""
        self._file.close()
