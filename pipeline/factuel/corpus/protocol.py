"""What every reader agrees on: an input to open, the pages or rejects it gives, and how large a page may be."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Final, Protocol

from factuel.records import RawPage, Reject

MAX_PAGE_BYTES: Final = 50_000_000
"""A larger page is rejected. The largest press pages met (live blogs with inlined pictures) have some 10 MB."""


class CorpusError(Exception):
    """An input that cannot be read; becomes a Reject. `error` is a short code, `message` says what a person needs."""

    def __init__(self, error: str, message: str) -> None:
        super().__init__(message)
        self.error = error
        self.message = message


@dataclass(frozen=True)
class Input:
    """One thing to read.

    `uri` names it in the run: a path as given, `path#member` inside an archive, `-` for standard input. `name` is the
    name whose suffix chooses the reader; with `sniff`, the first bytes choose where the suffix says nothing. `open`
    gives its bytes from the start, and may be called again only where `path`, the file on disk, is known. `unpacked`
    lists the wrappings already taken off.
    """

    uri: str
    name: str
    open: Callable[[], BinaryIO]
    path: Path | None = None
    unpacked: tuple[str, ...] = ()
    sniff: bool = False


@dataclass(frozen=True)
class Location:
    """Something to read that is no file: an address with a scheme (`https:`, `sqlite:`).

    `fetched_from` says how many lists (feeds, site maps, files of addresses) led to it.
    """

    address: str
    fetched_from: int = 0

    @property
    def scheme(self) -> str:
        """The scheme, in lower case, without a driver (`postgresql+psycopg` is `postgresql`)."""
        return self.address.partition(":")[0].partition("+")[0].lower()


class Reader(Protocol):
    """Turns an input into its pages; adding a kind of input is one function of this form and a line in `READERS`.

    May raise CorpusError, OSError or EOFError at any point: what it gave before stays, the error becomes a reject.
    """

    def __call__(self, source: Input) -> Iterator[RawPage | Reject]:
        """Yield the pages of `source`, in their order."""


class Unpacker(Protocol):
    """Takes one wrapping off an input; adding an archive is one function of this form and a line in `UNPACKERS`."""

    def __call__(self, source: Input) -> Iterator[Input | Location | Reject]:
        """Yield what is inside `source`, in its order."""


def corpus_reject(uri: str, error: str, message: str) -> Reject:
    """Return the reject of an input that could not be read."""
    return Reject(source=uri, stage="corpus", error=error, message=message)


def read_bounded(stream: BinaryIO, limit: int = MAX_PAGE_BYTES) -> bytes:
    """Return all bytes of `stream`; raises CorpusError when there are more than `limit`, having read no further."""
    content = stream.read(limit + 1)
    if len(content) > limit:
        raise CorpusError("too_large", f"the page has more than {limit:,} bytes")
    return content
