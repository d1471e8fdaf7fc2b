"""Reader of `.mht` and `.mhtml`: a page saved with its pictures in one file, as browsers save it."""

from __future__ import annotations

import email
import email.policy
from collections.abc import Iterator
from email.message import Message

from factuel.corpus.http_headers import moment_of
from factuel.corpus.protocol import CorpusError, Input, read_bounded
from factuel.records import PageMetadata, RawPage


def read_mhtml(source: Input) -> Iterator[RawPage]:
    """Yield the page of the file: its first HTML part that is not the content of a frame.

    The address is that of `Snapshot-Content-Location`, else of the part; the day of saving becomes `retrieved`.
    Raises CorpusError when there is no HTML part.
    """
    with source.open() as stream:
        message = email.message_from_bytes(read_bounded(stream), policy=email.policy.compat32)
    page = next(
        (part for part in message.walk() if part.get_content_type() in {"text/html", "application/xhtml+xml"}), None
    )
    content = page.get_payload(decode=True) if page else None
    if page is None or not isinstance(content, bytes) or not content:
        raise CorpusError("no_content", "the file has no HTML part")
    metadata = PageMetadata(
        url=_header(message, "Snapshot-Content-Location") or _header(page, "Content-Location"),
        charset=page.get_content_charset(),
        retrieved=moment_of(str(message.get("Date") or "")),
    )
    yield RawPage(uri=source.uri, content=content, media_type="text/html", metadata=metadata)


def _header(part: Message, name: str) -> str | None:
    value = str(part.get(name) or "").strip()
    return value if value.startswith(("http://", "https://")) else None
