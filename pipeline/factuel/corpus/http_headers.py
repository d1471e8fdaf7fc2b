"""What headers of HTTP answers and of mail say: media type, charset, moment."""

from __future__ import annotations

from email.utils import parsedate_to_datetime


def media_type_of(content_type: str) -> str:
    """Return the media type of a Content-Type header, in lower case; empty when it has none."""
    return content_type.partition(";")[0].strip().lower()


def charset_of(content_type: str) -> str | None:
    """Return the charset that a Content-Type header declares."""
    for parameter in content_type.split(";")[1:]:
        key, _, value = parameter.partition("=")
        if key.strip().lower() == "charset":
            return value.strip().strip("\"' ") or None
    return None


def moment_of(date: str | None) -> str | None:
    """Return the moment of a Date header, ISO, in the zone that it says; None when it says none."""
    try:
        return parsedate_to_datetime(date or "").isoformat()
    except ValueError:
        return None
