"""Clock times against durations: "à 20 h 30" is a time of day, "pendant 48 heures" and "1h30 de trajet" are figures."""

from __future__ import annotations

import re

from factuel.annotation.dates.words import number_pattern

_TIME = re.compile(
    rf"(?P<hour>\d{{1,2}}|{number_pattern()}|une) ?(?P<unit>heures?|h)(?: ?(?P<minute>[0-5]\d)(?!\d)(?: ?(?:minutes?|min|mn)(?!\w))?)?(?![\w])"
)
_COLON = re.compile(r"(?:[01]?\d|2[0-4]):[0-5]\d(?!\d)")
_RANGE_OF_HOURS = re.compile(
    rf"(?:\d{{1,2}}|{number_pattern()})(?: ?h(?:eures?)?(?: ?[0-5]\d)?)? ?(?:a|et|-|au) ?(?:\d{{1,2}}|{number_pattern()}) ?(?:h|heures)(?: ?[0-5]\d)?(?!\w)"
)
_POINT_LEFT = re.compile(
    r"(?:^|\W)(?:a|vers|jusqu'a|avant|des|a partir de|partir de|a compter de|depuis|aux environs de|aux alentours de|a environ"
    r"|(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|matin|soir|midi|demain|hier|aujourd'hui|\d{4}|janvier|fevrier|mars|avril"
    r"|mai|juin|juillet|aout|septembre|octobre|novembre|decembre),?(?: a| de| des| vers)?) \Z"
)
_LENGTH_LEFT = re.compile(
    r"(?:^|\W)(?:pendant|durant|en|dure|durent|duree|duree de|durera|plus de|plus d'|moins de|moins d'|pres de|les|ces|ses|dernieres|toutes les|sous|trajet de"
    r"|travail|semaine|semaine de|journee de|par|pour|quelque|bout de|il y a|attente de|apres|passe|passees|faut|faudra|compter|compte|mis|cumule) ?\Z"
)
_LENGTH_RIGHT = re.compile(
    r" d'|"
    r" (?:de|par|plus|durant|pendant|sur|avant|apres|chaque|supplementaires?|consecutives?|d affilee)(?!\w)|'affilee"
)
_EITHER_LEFT = re.compile(r"(?:^|\W)(?:de|entre|et|ou|,|-|apres|\() ?\Z")


def clock_end(folded: str, start: int) -> int | None:
    """Return where a time of day ends when one begins at `start`; None when there is none or it is a duration."""
    colon = _COLON.match(folded, start)
    if colon is not None:
        return colon.end()
    left = folded[max(0, start - 24) : start]
    hours = _RANGE_OF_HOURS.match(folded, start)
    if (
        hours is not None
        and re.search(r"(?:^|\W)(?:de|entre|-|,|\() ?\Z", left)
        and not _LENGTH_RIGHT.match(folded, hours.end())
    ):
        return hours.end()
    match = _TIME.match(folded, start)
    if match is None:
        return None
    hour = match.group("hour")
    if hour.isdigit() and int(hour) > 24 or _LENGTH_LEFT.search(left):
        return None
    if _POINT_LEFT.search(left):
        return match.end()
    if match.group("unit") == "h" or match.group("minute"):
        return None if _LENGTH_RIGHT.match(folded, match.end()) else match.end()
    return (
        match.end()
        if _EITHER_LEFT.search(left) and not _LENGTH_RIGHT.match(folded, match.end()) and "de" not in left[-3:]
        else None
    )
