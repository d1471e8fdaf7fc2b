"""Addresses as a source: a page gives a page, a feed or site map what it lists."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from factuel.corpus.protocol import CorpusError, Location
from factuel.corpus.web.fetcher import Fetcher
from factuel.corpus.web.lists import addresses_of, is_list
from factuel.records import PageMetadata, RawPage

_TEXT: Final = "text/plain"
_HTML: Final = ("", "text/html", "application/xhtml+xml", "application/octet-stream")
MAX_LISTS: Final = 2
"""Lists one after the other: the index of a site's maps, and a map."""


def read_address(location: Location, fetcher: Fetcher) -> Iterator[RawPage | Location]:
    """Yield the page at an address, or the addresses that it lists.

    Raises CorpusError when it cannot be fetched, is neither HTML nor text, or is a list too far down.
    """
    fetched = fetcher.fetch(location.address)
    if is_list(fetched.content):
        if location.fetched_from >= MAX_LISTS:
            raise CorpusError("nested_list", "a list of lists of lists is not followed")
        yield from (Location(address, location.fetched_from + 1) for address in addresses_of(fetched.content))
        return
    if fetched.media_type not in _HTML and fetched.media_type != _TEXT:
        raise CorpusError("unknown_kind", f"the server sent {fetched.media_type}, which is not a page"[:300])
    metadata = PageMetadata(url=fetched.address, charset=fetched.charset, retrieved=fetched.retrieved)
    media_type = _TEXT if fetched.media_type == _TEXT else "text/html"
    yield RawPage(uri=location.address, content=fetched.content, media_type=media_type, metadata=metadata)
