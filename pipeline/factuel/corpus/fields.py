"""A page given as named fields: a line of JSON Lines, a row of a table, a row of a database."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any, Final

from factuel.corpus.protocol import MAX_PAGE_BYTES, CorpusError
from factuel.records import PageMetadata, RawPage

_METADATA: Final = ("url", "site", "title", "published", "retrieved")
_CONTENT: Final = (("html", "text/html"), ("text", "text/plain"))


def page_of_fields(uri: str, fields: Mapping[str, Any]) -> RawPage:
    """Return the page that `fields` hold: `html`, else `text`, and what is given of `url`, `site`, `title`, `authors`.

    `html_base64` and `text_base64` hold bytes, of the encoding `charset` if given. `published` and `retrieved` are ISO.
    Other keys are ignored. A value is a string, bytes (content only), a date, or a list of strings (authors); null and
    "" count as not given. Raises CorpusError without content, with content over MAX_PAGE_BYTES, or for a date that is
    not ISO.
    """
    metadata = {key: _text(fields, key) for key in _METADATA}
    for key in ("published", "retrieved"):
        _check_date(key, metadata[key])
    for key, media_type in _CONTENT:
        content, charset = _content(fields, key)
        if len(content) > MAX_PAGE_BYTES:
            raise CorpusError("too_large", f"the page has more than {MAX_PAGE_BYTES:,} bytes")
        if content:
            given = PageMetadata(**metadata, charset=charset, authors=_authors(fields))
            return RawPage(uri=uri, content=content, media_type=media_type, metadata=given)
    raise CorpusError("no_content", "there is neither 'html' nor 'text', or it is empty")


def _content(fields: Mapping[str, Any], key: str) -> tuple[bytes, str | None]:
    """Return the bytes of `html` or `text` and their encoding, if that is known."""
    if isinstance(fields.get(key), bytes):
        return fields[key], None
    packed = _text(fields, f"{key}_base64")
    if not packed:
        return (_text(fields, key) or "").encode("utf-8"), "utf-8"
    try:
        return base64.b64decode(packed, validate=True), _text(fields, "charset")
    except (binascii.Error, ValueError) as error:
        raise CorpusError("bad_field", f"'{key}_base64' is not base64: {error}") from error


def _authors(fields: Mapping[str, Any]) -> tuple[str, ...]:
    authors = fields.get("authors") or ()
    if isinstance(authors, str):
        return (authors,)
    if not isinstance(authors, list | tuple) or not all(isinstance(author, str) for author in authors):
        raise CorpusError("bad_field", "'authors' must be a list of names")
    return tuple(author for author in authors if author)


def _text(fields: Mapping[str, Any], key: str) -> str | None:
    value = fields.get(key)
    if value is None or value == "" or isinstance(value, bytes):
        return None
    if isinstance(value, date):
        return value.isoformat()
    if not isinstance(value, str):
        raise CorpusError("bad_field", f"'{key}' must be a string, not {type(value).__name__}")
    return value.encode("utf-8", "replace").decode("utf-8")


def _check_date(key: str, value: str | None) -> None:
    try:
        datetime.fromisoformat(value or "2000-01-01")
    except ValueError as error:
        message = f"'{key}' must be an ISO date (2023-04-06), not {value!r}"
        raise CorpusError("bad_date", message[:300]) from error
