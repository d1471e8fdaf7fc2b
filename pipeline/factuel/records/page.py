"""RawPage: what a reader of `corpus/` hands to `cleaning/`. It is never written to a run folder."""

from __future__ import annotations

from factuel.records.base import Record


class PageMetadata(Record):
    """What the source says of the page beside its bytes; null where it does not say.

    `published` is an ISO date or date-time, `retrieved` (when the page was saved or crawled) an ISO date-time.
    """

    url: str | None = None
    site: str | None = None
    title: str | None = None
    published: str | None = None
    charset: str | None = None
    authors: tuple[str, ...] = ()
    retrieved: str | None = None


class RawPage(Record):
    """A page as it was found: `uri` names it in the run (a path, or path#member), `media_type` is
    `text/html` or `text/plain`, `content` its undecoded bytes."""

    uri: str
    content: bytes
    media_type: str
    metadata: PageMetadata = PageMetadata()
