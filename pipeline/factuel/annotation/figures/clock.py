"""Clock times against durations: "à 20 h 30" is a time of day, "pendant 48 heures" and "1h30 de trajet" are figures."""

from __future__ import annotations

import re

from factuel.annotation.dates.words import number_pattern
from factuel.annotation.notation.contexts import after, before
from factuel.annotation.notation.vocabulary import alternation, folded_words

_NUMBER = rf"(?:\d{{1,2}}|{number_pattern()})"
_TIME = re.compile(
    rf"(?P<hour>{_NUMBER}|une) ?(?P<unit>heures?|h)"
    r"(?: ?(?P<minute>[0-5]\d)(?!\d)(?: ?(?:minutes?|min|mn)(?!\w))?)?(?!\w)"
)
_COLON = re.compile(r"(?:[01]?\d|2[0-4]):[0-5]\d(?!\d)")
_RANGE_OF_HOURS = re.compile(
    rf"{_NUMBER}(?: ?h(?:eures?)?(?: ?[0-5]\d)?)? ?(?:a|et|-|au) ?{_NUMBER} ?(?:h|heures)(?: ?[0-5]\d)?(?!\w)"
)
_EITHER_LEFT = re.compile(r"(?:^|\W)(?:entre|et|ou|,|-|apres|\() ?\Z")
_OPENING = re.compile(r"(?:^|\W)(?:de|entre|-|,|\() ?\Z")
_LAST_HOUR = 24


def clock_end(folded: str, start: int) -> int | None:
    """Return where a time of day ends when one begins at `start`; None when there is none or it is a duration."""
    colon = _COLON.match(folded, start)
    if colon is not None:
        return colon.end()
    left = folded[max(0, start - 24) : start]
    hours = _RANGE_OF_HOURS.match(folded, start)
    if hours is not None and _OPENING.search(left) and not after("length_after").match(folded, hours.end()):
        return hours.end()
    match = _TIME.match(folded, start)
    if match is None:
        return None
    hour = match.group("hour")
    if (hour.isdigit() and int(hour) > _LAST_HOUR) or before("length").search(left):
        return None
    return match.end() if _is_point(folded, match, left) else None


def _is_point(folded: str, match: re.Match[str], left: str) -> bool:
    """Tell whether hours that may be either are a time of day, by the words beside them and how they are written."""
    if before("clock").search(left) or _AFTER_DAY.search(left):
        return True
    if after("length_after").match(folded, match.end()):
        return False
    if match.group("unit") == "h" or match.group("minute"):
        return True
    return _EITHER_LEFT.search(left) is not None


_AFTER_DAY = re.compile(
    rf"(?<!\w)(?:{alternation(folded_words('number_contexts', role='clock_day'))}|\d{{4}}),?(?: a| de| des| vers)? \Z"
)
