"""Article: one cleaned page, the text that every offset counts in."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from factuel.records.base import SCHEMA_VERSION, Record

DiscardKind = Literal[
    "caption", "teaser", "navigation", "cookie", "comment", "share", "subscription", "credit", "other"
]
PageType = Literal["article", "live", "gallery", "interview", "opinion", "brief"]


class Source(Record):
    """Where the page came from: a path or address, the hash of its bytes, and its media type."""

    uri: str
    sha256: str = Field(pattern=r"^[0-9a-f]{64}$")
    media_type: str


class Discarded(Record):
    """A passage that cleaning removed, whole, and what kind of thing it was."""

    kind: DiscardKind
    text: str


class Article(Record):
    """A cleaned article.

    `text` is the title, a blank line, then standfirst and body with a blank line between paragraphs. All offsets of
    all records count Unicode code points of this string. `published` and `modified` are ISO dates or date-times, or
    null when the page does not say. `retrieved` is when the page was saved or crawled, if its source says it.

    `truncated` says that the page shows a part of the article only (a subscription is asked for). `duplicate_of` is the
    id of the run's earlier article with nearly the same text, null for the first of them.
    """

    id: str
    schema_version: str = SCHEMA_VERSION
    source: Source
    url: str | None
    site: str | None
    title: str | None
    authors: tuple[str, ...] = ()
    published: str | None = Field(pattern=r"^\d{4}-\d{2}-\d{2}([T ].*)?$")
    modified: str | None = Field(pattern=r"^\d{4}-\d{2}-\d{2}([T ].*)?$")
    retrieved: str | None = None
    language: str
    text: str
    discarded: tuple[Discarded, ...] = ()
    section: str | None = None
    page_type: PageType = "article"
    truncated: bool = False
    duplicate_of: str | None = None
