"""What stands before a number: its sign, its bound ("plus de"), the change it measures ("en hausse de")."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import cast

from factuel.annotation.figures.patterns import left_patterns
from factuel.annotation.notation.folding import fold
from factuel.annotation.notation.vocabulary import folded_rows
from factuel.models import read_lexicon
from factuel.records import Bound, Direction

_REACH = 56
_SIGN = re.compile(
    r"(?:(?<=[\s(«:,;/])|^)(?P<sign>[+-])(?P<gap> ?)\Z"
    r"|(?:^|(?<= a )|(?<= de )|(?<= et )|(?<= fait ))(?P<minus>moins) \Z"
)
_BULLET = re.compile(r"(?:^|\n)\s*- \Z")


@dataclass(frozen=True, slots=True)
class Left:
    """The context before a number; `start` is where the figure begins with its bound or sign."""

    start: int
    bound: Bound | None = None
    direction: Direction | None = None
    negative: bool = False
    spaced: bool = False
    said: bool = False
    direct: Direction | None = None
    changing: bool = False
    opener: str = ""


def left_of(text: str, folded: str, start: int) -> Left:
    """Return what the words before `start` say of the number there; a spaced sign is left to the unit."""
    window = folded[max(0, start - _REACH) : start]
    direction: Direction | None
    begin, bound, direction, negative, spaced = start, None, None, False, False
    said = False
    sign = None if _BULLET.search(window) else _SIGN.search(window)
    if sign is not None and (sign.group("sign") or sign.group("minus")):
        said = sign.group("minus") is not None
        negative, spaced = sign.group("sign") != "+", sign.group("gap") == " "
        direction = "down" if negative else "up"
        begin -= len(window) - sign.start()
        window = window[: sign.start()]
    shapes = left_patterns()
    changing = shapes["change"].search(window) is not None
    opener = shapes["range"].search(window)
    match = shapes["bound"].search(window)
    if match is not None and not _is_plural_article(text, max(0, start - _REACH) + match.start("form")):
        bound = _bound(match.group("form"))
        begin -= len(window) - match.start("form")
        window = window[: match.start("form")]
    return Left(
        begin,
        bound,
        direction or _direction(window),
        negative,
        spaced,
        said,
        _verb(window, "direct"),
        changing,
        opener.group("form") if opener else "",
    )


def _is_plural_article(text: str, start: int) -> bool:
    """Tell whether "des" is the article rather than "dès"; capitals may have lost their accent."""
    return text[start : start + 4] in ("des ", "Des ")


def _bound(form: str) -> Bound:
    form = re.sub(" {2,}", " ", form)
    for row in read_lexicon("bounds"):
        if row["side"] == "left" and fold(row["form"]) == form:
            return cast(Bound, row["bound"])
    return "exact"


def _direction(window: str) -> Direction | None:
    """Return the direction that a noun or verb of change gives to the number it governs."""
    shapes = left_patterns()
    noun = shapes["noun"].search(window)
    if noun is not None:
        form = re.sub(" {2,}", " ", noun.group("form")).replace("d'", "de")
        return cast(Direction, folded_rows("direction_nouns")[form]["direction"])
    return _verb(window, "verb")


def _verb(window: str, shape: str) -> Direction | None:
    """Return the direction of the verb of change that ends a window, with "de" after it ("verb") or not ("direct")."""
    verb = left_patterns()[shape].search(window)
    if verb is None:
        return None
    for row in read_lexicon("direction_verbs"):
        if re.match(fold(row["stem"]), verb.group("form")):
            return cast(Direction, row["direction"])
    return None
