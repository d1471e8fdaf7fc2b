"""Reader of a file that is one page, HTML or plain text, its bytes untouched; or the export of a press database."""

from __future__ import annotations

from collections.abc import Iterator

from factuel.corpus.databases.europresse import is_europresse, split_europresse
from factuel.corpus.databases.factiva import is_factiva, split_factiva
from factuel.corpus.protocol import CorpusError, Input, read_bounded
from factuel.records import RawPage, Reject


def read_html(source: Input) -> Iterator[RawPage | Reject]:
    """Yield the page of an HTML file, or the articles of an export of Europresse or Factiva."""
    content = _content(source)
    if is_europresse(content):
        yield from split_europresse(source.uri, content)
    elif is_factiva(content):
        yield from split_factiva(source.uri, content)
    else:
        yield RawPage(uri=source.uri, content=content, media_type="text/html")


def read_text(source: Input) -> Iterator[RawPage]:
    """Yield the page of a text file."""
    yield RawPage(uri=source.uri, content=_content(source), media_type="text/plain")


def _content(source: Input) -> bytes:
    with source.open() as stream:
        content = read_bounded(stream)
    if not content:
        raise CorpusError("empty", "the file is empty")
    return content
