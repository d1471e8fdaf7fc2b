"""Publication dates as pages write them: machine formats, and visible date lines in French."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime
from functools import cache
from typing import Final
from zoneinfo import ZoneInfo

from factuel.cleaning.metadata.wording import page_words
from factuel.models import read_lexicon

_ISO: Final = re.compile(
    r"(\d{4})-?(\d{2})-?(\d{2})(?:[T ]+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*(Z|UTC|[+-]\d{2}:?\d{2})?)?",
    re.IGNORECASE,
)
_NUMERIC: Final = r"(?P<d>\d{1,2})\s?[./-]\s?(?P<m>\d{1,2})\s?[./-]\s?(?P<y>\d{4}|\d{2})(?!\d)"
_YEAR_FIRST: Final = r"(?P<y2>\d{4})[./-](?P<m2>\d{1,2})[./-](?P<d2>\d{1,2})"
_TIME: Final = r"(?:,?\s*(?:à|a|-|–|\||•|@)?\s*\d{1,2}\s?(?:h|:|heures)\s?(?:\d{2})?(?::\d{2})?(?:\s?(?:am|pm))?)?"
_LINE: Final = 200
"""Characters of the longest line that is read for a date."""
_DIGIT: Final = re.compile(r"\d")
_PLACE: Final = r"(?:(?-i:[A-ZÀ-Ý])[\w'-]+(?: (?-i:[A-ZÀ-Ý])[\w'-]+)?,? )?"


@dataclass(frozen=True)
class DateLine:
    """What a date line says, as ISO days; `bare` when the line is the date and nothing else."""

    published: str | None
    modified: str | None
    bare: bool


def read_machine_date(value: str | None, zone: str | None = None) -> str | None:
    """Return a date of the page's markup as ISO: a day, or a date-time with the offset that the page gives.

    A time in UTC is written in `zone` (IANA) when it is known, for the day that readers saw. Null when no date between
    1990 and 2100 is read.
    """
    text = (value or "").strip()
    found = _ISO.match(text)
    if found is None:
        return _read_other(text)
    year, month, day = (int(part) for part in found.groups()[:3])
    if not _is_day(year, month, day):
        return None
    if found.group(4) is None:
        return f"{year:04}-{month:02}-{day:02}"
    return _with_time(found, date(year, month, day), zone)


def _with_time(found: re.Match[str], day: date, zone: str | None) -> str | None:
    hour, minute, second = int(found.group(4)), int(found.group(5)), int(found.group(6) or 0)
    if hour > 23 or minute > 59 or second > 59:
        return day.isoformat()
    offset = (found.group(7) or "").upper()
    moment = datetime(day.year, day.month, day.day, hour, minute, second)  # noqa: DTZ001
    if not offset:
        return moment.isoformat()
    if offset in {"Z", "UTC", "+00:00", "+0000", "-00:00"}:
        known = moment.replace(tzinfo=UTC)
        return known.astimezone(ZoneInfo(zone)).isoformat() if zone else known.isoformat()
    return moment.isoformat() + (offset if ":" in offset else f"{offset[:3]}:{offset[3:]}")


def _read_other(text: str) -> str | None:
    line = read_date_line(text[:80])
    if line is not None:
        return line.published or line.modified
    try:
        moment = parsedate_to_datetime(text[:60])
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return moment.isoformat() if _is_day(moment.year, moment.month, moment.day) else None


def read_date_line(text: str) -> DateLine | None:
    """Return what a line says that is a date, with its lead ("Publié le") and time, and nothing else; else null."""
    if len(text) > _LINE or _DIGIT.search(text) is None:
        return None
    published: str | None = None
    modified: str | None = None
    position, bare = 0, True
    text = text.strip(" -–|•()[]")
    while position < len(text):
        found = _date_pattern().match(text, position)
        if found is None or not (day := _iso_day(found)):
            return None
        bare = bare and not found.group("lead")
        if found.group("updated"):
            modified = modified or day
        else:
            published = published or day
        position = found.end()
    return DateLine(published, modified, bare) if published or modified else None


def find_date(text: str) -> str | None:
    """Return the first day that a short line names, whatever else it says; null if none or only of an update."""
    found = next((found for found in _date_pattern().finditer(text[:_LINE]) if not found.group("updated")), None)
    return _iso_day(found) if found is not None else None


def is_led_by_date(text: str) -> bool:
    """Say whether a line opens with "Publié le 3 mai" or its like, whatever it goes on with."""
    return _led_by_date().match(text) is not None


def strip_dates(text: str) -> str:
    """Return a line without the dates in it, their leads and times."""
    return _date_pattern().sub(lambda found: " " if _iso_day(found) else found.group(), text)


def _iso_day(found: re.Match[str]) -> str | None:
    year = found["y"] or found["y2"] or found["y3"]
    month = found["m"] or found["m2"] or _months().get((found["m3"] or "").lower().rstrip("."), "0")
    day = found["d"] or found["d2"] or found["d3"]
    full = int(year) + (0 if len(year) == 4 else 2000 if int(year) < 70 else 1900)
    if not _is_day(full, int(month), int(day)):
        return None
    return f"{full:04}-{int(month):02}-{int(day):02}"


def _is_day(year: int, month: int, day: int) -> bool:
    if not 1990 <= year <= 2100:
        return False
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


@cache
def _date_pattern() -> re.Pattern[str]:
    weekdays = "|".join(sorted({row["form"] for row in read_lexicon("weekdays")}, key=len, reverse=True))
    months = "|".join(sorted((re.escape(month) for month in _months()), key=len, reverse=True))
    written = rf"(?P<d3>\d{{1,2}})(?:er)?\s(?P<m3>{months})\b\.?,?\s(?P<y3>\d{{4}})"
    day = rf"(?:(?:{weekdays})\.?,?\s+)?(?:{_YEAR_FIRST}|{_NUMERIC}|{written})"
    updated, published = page_words("update_lead"), page_words("publication_lead")
    lead = rf"(?:{_PLACE}(?P<updated>{updated})|(?:{published}))[ :]{{0,3}}(?:le|on|du|à|:)?\s*"
    return re.compile(rf"\s*(?P<lead>{lead})?{day}{_TIME}\s*(?:[|•·,;–/-]\s*|\(|\)|\.$)*", re.IGNORECASE)


@cache
def _months() -> dict[str, str]:
    rows = [*read_lexicon("page_months"), *read_lexicon("months")]
    return {row["form"].rstrip("."): row["month"] for row in rows}


@cache
def _led_by_date() -> re.Pattern[str]:
    return re.compile(rf"(?:{page_words('date_lead')})\b", re.IGNORECASE)
