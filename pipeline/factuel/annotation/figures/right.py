"""What follows a figure: its rate ("par an", "€/MWh"), a bound ("minimum"), a change ("de plus")."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import cast

from factuel.annotation.figures.counted import Counted
from factuel.annotation.figures.draft import Draft
from factuel.annotation.figures.left import Left
from factuel.annotation.figures.patterns import patterns
from factuel.annotation.notation.folding import fold
from factuel.annotation.notation.vocabulary import alternation, folded_words
from factuel.models import read_lexicon
from factuel.records import Bound

_PRICED = ("t", "kg", "L", "hL", "m2", "m3", "ha", "km", "hour", "[bbl_us]", "kW.h", "MW.h")  # "12 euros du kilo"
_MORE = re.compile(r" (?:(?P<up>de plus|de mieux)|de moins)(?! d)(?!\w)")


def completed_right(folded: str, draft: Draft, counted: Counted | None, left: Left) -> Draft:
    """Return the figure with the rate, bound and direction that follow it."""
    return _with_change(folded, _with_right(folded, _with_per(folded, draft, counted)), left)


def _with_per(folded: str, draft: Draft, counted: Counted | None) -> Draft:
    """Return the figure with its rate: "par an", "€/MWh", "la tonne", "chaque année" (also after the noun)."""
    ends = (draft.end, draft.measure_end, *((counted.head_end, counted.end) if counted else ()))
    for end in dict.fromkeys(ends):
        adjective = patterns().per_adjective.match(folded, end)
        if adjective is not None:
            return replace(draft, per=patterns().per_codes[adjective.group("form")])
        match = patterns().per.match(folded, end)
        if match is None:
            continue
        code = patterns().per_codes[re.sub(" {2,}", " ", match.group("form"))]
        if match.group("article") and not _is_price(draft, match.group("article").strip(), code):
            continue
        stop = match.end()
        if match.group("article") and isinstance(draft.of, tuple) and draft.of[0] < stop:
            draft = replace(draft, of=None, end=draft.measure_end)
        if end == draft.end:
            draft = replace(draft, end=stop)
        return replace(draft, per=code, measure_end=stop if end == draft.measure_end else draft.measure_end)
    return draft


def _is_price(draft: Draft, article: str, code: str) -> bool:
    """Tell whether money before an article and a noun is a price: "180 € la tonne", "12 euros de l'heure"."""
    if article == "a l'" and code == "hour":
        return True
    if code == "km2" and article == "au":
        return True
    if draft.kind != "money":
        return False
    return code in _PRICED or (draft.of is None and article in ("la", "le", "l'") and code not in ("person", "share"))


def _with_change(folded: str, draft: Draft, left: Left) -> Draft:
    """Return the figure with the direction of "de plus" after it, or of the verb whose object a percentage is."""
    if draft.direction is not None:
        return draft
    more = _MORE.match(folded, draft.end)
    if more is not None:
        return replace(draft, direction="up" if more.group("up") else "down")
    return replace(draft, direction=left.direct) if draft.kind == "percentage" else draft


@cache
def _right_bound() -> re.Pattern[str]:
    return re.compile(
        rf",? \(?(?P<form>{alternation(folded_words('bounds', side='right'))})(?!\w)"
        r"(?= ?(?:[.,;:)!?»\n]|\Z)| (?:par|pour|de|d'|en|dans|a|sur|selon|chaque|avant|et)(?!\w))"
    )


def _with_right(folded: str, draft: Draft) -> Draft:
    """Return the figure with the bound that follows it ("12 % environ", "3 ans minimum")."""
    if draft.bound not in ("exact", "about"):
        return draft
    match = _right_bound().match(folded, draft.end)
    if match is None:
        return draft
    for row in read_lexicon("bounds"):
        if row["side"] == "right" and fold(row["form"]) == match.group("form"):
            return replace(draft, bound=cast(Bound, row["bound"]))
    return draft
