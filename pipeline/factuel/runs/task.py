"""What a worker is given and how its work is named, so that both travel between processes."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from importlib import import_module
from typing import Any, NamedTuple

from factuel.records import RawPage, Reject


class Key(NamedTuple):
    """Names an input of a run: its uri, and the SHA-256 of its bytes (empty for what could not be read)."""

    uri: str
    sha256: str


@dataclass(frozen=True)
class PageTask:
    """One page to work on; `occurrence` is 2 for the second page of the run with the same bytes, and so on."""

    key: Key
    page: RawPage
    occurrence: int


Work = Callable[[PageTask], Any]
"""Turns a page into a result that can be pickled; never raises for bad input."""


@dataclass(frozen=True)
class WorkSpec:
    """Names the work: `maker` is `module:function`, called once in each worker with `arguments`; it returns a Work."""

    maker: str
    arguments: tuple[Any, ...] = ()

    def load(self) -> Work:
        """Return the work, ready to be done; this is where a worker loads its models."""
        module, _, function = self.maker.partition(":")
        work: Work = getattr(import_module(module), function)(*self.arguments)
        return work


def number_pages(pages: Iterable[RawPage | Reject]) -> Iterator[PageTask | Reject]:
    """Yield each page with its key and occurrence, counted in input order; rejects pass through.

    Remembers 32 bytes for each page seen.
    """
    seen: dict[bytes, int] = {}
    for page in pages:
        if isinstance(page, Reject):
            yield page
            continue
        digest = hashlib.sha256(page.content)
        occurrence = seen.get(digest.digest(), 0) + 1
        seen[digest.digest()] = occurrence
        yield PageTask(Key(page.uri, digest.hexdigest()), page, occurrence)


def key_of(task: PageTask | Reject) -> Key:
    """Return the key of a task, or of what could not be read."""
    return Key(task.source, "") if isinstance(task, Reject) else task.key
