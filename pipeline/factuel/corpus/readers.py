"""The table of what can be read, and the stream of pages that comes of it."""

from __future__ import annotations

import gzip
import os
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import PurePosixPath
from types import MappingProxyType
from typing import TYPE_CHECKING, BinaryIO, Final, cast

from factuel.corpus.folders import FoundFile, find_files
from factuel.corpus.gold_text import read_gold_text
from factuel.corpus.gzipped import unpack_gzip
from factuel.corpus.json_lines import read_json_lines
from factuel.corpus.mhtml import read_mhtml
from factuel.corpus.protocol import CorpusError, Input, Location, Reader, Unpacker, corpus_reject
from factuel.corpus.queries import query_name, read_query
from factuel.corpus.single_page import read_html, read_text
from factuel.corpus.sniffing import first_bytes, sniffed
from factuel.corpus.tables import read_csv, read_parquet
from factuel.corpus.tarred import unpack_tar
from factuel.corpus.warc import read_warc
from factuel.corpus.web.lists import read_list_file, starts_with_address
from factuel.corpus.web.policy import FetchPolicy
from factuel.corpus.zipped import unpack_wacz, unpack_zip
from factuel.corpus.zst import unpack_zstandard
from factuel.records import RawPage, Reject

if TYPE_CHECKING:
    from factuel.corpus.web.fetcher import Fetcher

READERS: Final[Mapping[str, Reader]] = MappingProxyType(
    {
        ".html": read_html,
        ".htm": read_html,
        ".xhtml": read_html,
        ".txt": read_text,
        ".jsonl": read_json_lines,
        ".ndjson": read_json_lines,
        ".gold": read_gold_text,
        ".warc": read_warc,
        ".mht": read_mhtml,
        ".mhtml": read_mhtml,
        ".csv": read_csv,
        ".parquet": read_parquet,
    }
)
LISTS: Final = (".urls", ".rss", ".atom", ".xml")
DATABASES: Final = ("sqlite", "postgresql")
WEB: Final = ("http", "https")
UNPACKERS: Final[Mapping[str, Unpacker]] = MappingProxyType(
    {
        ".gz": unpack_gzip,
        ".zip": unpack_zip,
        ".wacz": unpack_wacz,
        ".tar": unpack_tar,
        ".tgz": unpack_tar,
        ".zst": unpack_zstandard,
        **dict.fromkeys(LISTS, read_list_file),
    }
)
STDIN: Final = "-"


def read_pages(sources: Sequence[str], policy: FetchPolicy | None = None) -> Iterator[RawPage | Reject]:
    """Yield the pages of the sources, in a fixed order; what cannot be read is a Reject in its place.

    A source is a file, a folder (walked recursively), a glob, `-` for standard input, an address (http, https) or a
    query (`sqlite:///press.db#SELECT ...`). A file met twice is read once. Contents are held one at a time. `policy`
    says how addresses are fetched.
    """
    read = _Reading(policy)
    for found in find_inputs(sources):
        if isinstance(found, Reject):
            yield found
        else:
            yield from read(found)


def find_inputs(sources: Sequence[str]) -> Iterator[Input | Location | Reject]:
    """Yield what the sources name, each file once, opened only when read."""
    seen: set[str] = set()
    for source in sources:
        for found in _named_by(source):
            key = os.path.abspath(found.path) if isinstance(found, FoundFile) else _name(found)  # noqa: PTH100
            if key not in seen:
                seen.add(key)
                yield _file_input(found) if isinstance(found, FoundFile) else found


def read_input(source: Input | Location) -> Iterator[RawPage | Reject]:
    """Yield the pages of one input; whatever goes wrong becomes a reject, after the pages read before it."""
    yield from _Reading(None)(source)


class _Reading:
    """Reads inputs; the fetcher, which remembers hosts, is made when the first address is met."""

    def __init__(self, policy: FetchPolicy | None) -> None:
        self._policy = policy
        self._fetcher: Fetcher | None = None

    def __call__(self, source: Input | Location) -> Iterator[RawPage | Reject]:
        """Yield the pages of one input; whatever goes wrong becomes a reject, after the pages read before it."""
        try:
            for inner in self._location(source) if isinstance(source, Location) else _inside(source):
                if isinstance(inner, RawPage | Reject):
                    yield inner
                else:
                    yield from self(inner)
        except CorpusError as error:
            yield corpus_reject(_name(source), error.error, error.message)
        except EOFError:
            yield corpus_reject(_name(source), "truncated", "the compressed data stop before their end")
        except gzip.BadGzipFile as error:
            yield _damaged(source, error)
        except OSError as error:
            yield corpus_reject(_name(source), "unreadable", error.strerror or str(error))
        except Exception as error:  # zipfile raises what it stumbles over: BadZipFile, ValueError, IndexError, ...
            yield _damaged(source, error)

    def _location(self, location: Location) -> Iterator[RawPage | Location | Reject]:
        if location.scheme in DATABASES:
            yield from read_query(location.address)
            return
        from factuel.corpus.web.fetcher import Fetcher  # loaded when needed: most runs read files
        from factuel.corpus.web.reading import read_address

        if self._fetcher is None:
            self._fetcher = Fetcher(self._policy or FetchPolicy())
        yield from read_address(location, self._fetcher)


def _inside(source: Input) -> Iterator[Input | Location | RawPage | Reject]:
    suffix = suffix_of(source)
    if suffix == ".txt" and source.sniff and starts_with_address(first_bytes(source)):
        yield from read_list_file(source)
    elif suffix in UNPACKERS:
        yield from UNPACKERS[suffix](source)
    elif suffix in READERS:
        yield from READERS[suffix](source)
    elif source.sniff:
        yield from _inside(sniffed(source))
    else:
        raise CorpusError("unknown_kind", f"'{suffix}' is not a kind of page that is read; name the file to try it")


def _damaged(source: Input | Location, error: Exception) -> Reject:
    return corpus_reject(
        _name(source), "corrupted", f"the compressed data are damaged: {str(error) or type(error).__name__}"
    )


def suffix_of(source: Input) -> str:
    """Return the suffix that chooses the reader, in lower case, with its dot; empty when there is none."""
    return PurePosixPath(source.name).suffix.lower()


def _file_input(found: FoundFile) -> Input:
    return Input(found.uri, found.path.name, lambda: found.path.open("rb"), path=found.path, sniff=found.named)


def _named_by(source: str) -> Iterable[FoundFile | Input | Location | Reject]:
    if source == STDIN:
        return [_standard_input()]
    location = Location(source)
    if "://" in source and location.scheme in (*WEB, *DATABASES):
        return [location]
    return find_files(source)


def _standard_input() -> Input:
    return Input(STDIN, STDIN, lambda: cast(BinaryIO, sys.stdin.buffer), sniff=True)


def _name(found: Input | Location | Reject) -> str:
    if isinstance(found, Location):
        return query_name(found.address) if found.scheme in DATABASES else found.address
    return found.source if isinstance(found, Reject) else found.uri
