"""The table of what can be read, and the stream of pages that comes of it."""

from __future__ import annotations

import gzip
import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import PurePosixPath
from types import MappingProxyType
from typing import BinaryIO, Final, cast

from factuel.corpus.folders import FoundFile, find_files
from factuel.corpus.gold_text import read_gold_text
from factuel.corpus.gzipped import unpack_gzip
from factuel.corpus.json_lines import read_json_lines
from factuel.corpus.mhtml import read_mhtml
from factuel.corpus.protocol import CorpusError, Input, Reader, Unpacker, corpus_reject
from factuel.corpus.single_page import read_html, read_text
from factuel.corpus.sniffing import sniffed
from factuel.corpus.tables import read_csv, read_parquet
from factuel.corpus.tarred import unpack_tar
from factuel.corpus.warc import read_warc
from factuel.corpus.zipped import unpack_wacz, unpack_zip
from factuel.corpus.zst import unpack_zstandard
from factuel.records import RawPage, Reject

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
UNPACKERS: Final[Mapping[str, Unpacker]] = MappingProxyType(
    {
        ".gz": unpack_gzip,
        ".zip": unpack_zip,
        ".wacz": unpack_wacz,
        ".tar": unpack_tar,
        ".tgz": unpack_tar,
        ".zst": unpack_zstandard,
    }
)
STDIN: Final = "-"


def read_pages(sources: Sequence[str]) -> Iterator[RawPage | Reject]:
    """Yield the pages of the sources, in a fixed order; what cannot be read is a Reject in its place.

    A source is a file, a folder (walked recursively), a glob, or `-` for standard input. A file met twice is read
    once. Contents are held one at a time.
    """
    for found in find_inputs(sources):
        if isinstance(found, Reject):
            yield found
        else:
            yield from read_input(found)


def find_inputs(sources: Sequence[str]) -> Iterator[Input | Reject]:
    """Yield what the sources name, each file once, opened only when read."""
    seen: set[str] = set()
    for source in sources:
        for found in [_standard_input()] if source == STDIN else find_files(source):
            key = os.path.abspath(found.path) if isinstance(found, FoundFile) else _name(found)  # noqa: PTH100
            if key not in seen:
                seen.add(key)
                yield _file_input(found) if isinstance(found, FoundFile) else found


def read_input(source: Input) -> Iterator[RawPage | Reject]:
    """Yield the pages of one input; whatever goes wrong becomes a reject, after the pages read before it."""
    try:
        yield from _read(source)
    except CorpusError as error:
        yield corpus_reject(source.uri, error.error, error.message)
    except EOFError:
        yield corpus_reject(source.uri, "truncated", "the compressed data stop before their end")
    except gzip.BadGzipFile as error:
        yield _damaged(source, error)
    except OSError as error:
        yield corpus_reject(source.uri, "unreadable", error.strerror or str(error))
    except Exception as error:  # zipfile raises what it stumbles over: BadZipFile, ValueError, IndexError, ...
        yield _damaged(source, error)


def _read(source: Input) -> Iterator[RawPage | Reject]:
    suffix = suffix_of(source)
    if suffix in UNPACKERS:
        for inner in UNPACKERS[suffix](source):
            if isinstance(inner, Reject):
                yield inner
            else:
                yield from read_input(inner)
    elif suffix in READERS:
        yield from READERS[suffix](source)
    elif source.sniff:
        yield from _read(sniffed(source))
    else:
        raise CorpusError("unknown_kind", f"'{suffix}' is not a kind of page that is read; name the file to try it")


def _damaged(source: Input, error: Exception) -> Reject:
    return corpus_reject(
        source.uri, "corrupted", f"the compressed data are damaged: {str(error) or type(error).__name__}"
    )


def suffix_of(source: Input) -> str:
    """Return the suffix that chooses the reader, in lower case, with its dot; empty when there is none."""
    return PurePosixPath(source.name).suffix.lower()


def _file_input(found: FoundFile) -> Input:
    return Input(found.uri, found.path.name, lambda: found.path.open("rb"), path=found.path, sniff=found.named)


def _standard_input() -> Input:
    return Input(STDIN, STDIN, lambda: cast(BinaryIO, sys.stdin.buffer), sniff=True)


def _name(found: Input | Reject) -> str:
    return found.source if isinstance(found, Reject) else found.uri
