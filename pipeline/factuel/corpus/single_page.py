"""Reader of a file that is one page: HTML or plain text, its bytes untouched."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from factuel.corpus.protocol import CorpusError, Input, Reader, read_bounded
from factuel.records import RawPage


def _read_page(source: Input, media_type: str) -> Iterator[RawPage]:
    with source.open() as stream:
        content = read_bounded(stream)
    if not content:
        raise CorpusError("empty", "the file is empty")
    yield RawPage(uri=source.uri, content=content, media_type=media_type)


read_html: Reader = partial(_read_page, media_type="text/html")
read_text: Reader = partial(_read_page, media_type="text/plain")
