"""A page given as named fields: a line of JSON Lines, a row of a table, a row of a database."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any, Final

from factuel.corpus.protocol import MAX_PAGE_BYTES, CorpusError
from factuel.records import PageMetadata, RawPage

_METADATA: Final = ("url", "site", "title", "published")
_CONTENT: Final = (("html", "text/html"), ("text", "text/plain"))


def page_of_fields(uri: str, fields: Mapping[str, Any]) -> RawPage:
    """Return the page that `fields` hold: `html`, else `text`; `url`, `site`, `title` and `published` (ISO) if given.

    Other keys are ignored. A value is a string, bytes (content only) or a date; null and "" count as not given. Raises
    CorpusError without content, with content over MAX_PAGE_BYTES, or with a date that is not ISO.
    """
    metadata = {key: _text(fields, key) for key in _METADATA}
    _check_date(metadata["published"])
    for key, media_type in _CONTENT:
        content = fields[key] if isinstance(fields.get(key), bytes) else (_text(fields, key) or "").encode("utf-8")
        if len(content) > MAX_PAGE_BYTES:
            raise CorpusError("too_large", f"the page has more than {MAX_PAGE_BYTES:,} bytes")
        if content:
            charset = None if isinstance(fields[key], bytes) else "utf-8"
            given = PageMetadata(**metadata, charset=charset)
            return RawPage(uri=uri, content=content, media_type=media_type, metadata=given)
    raise CorpusError("no_content", "there is neither 'html' nor 'text', or it is empty")


def _text(fields: Mapping[str, Any], key: str) -> str | None:
    value = fields.get(key)
    if value is None or value == "" or isinstance(value, bytes):
        return None
    if isinstance(value, date):
        return value.isoformat()
    if not isinstance(value, str):
        raise CorpusError("bad_field", f"'{key}' must be a string, not {type(value).__name__}")
    return value.encode("utf-8", "replace").decode("utf-8")


def _check_date(published: str | None) -> None:
    try:
        datetime.fromisoformat(published or "2000-01-01")
    except ValueError as error:
        message = f"'published' must be an ISO date (2023-04-06), not {published!r}"
        raise CorpusError("bad_date", message[:300]) from error
