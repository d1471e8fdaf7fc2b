"""The items of a live page ("8h35 - Lumeo recrute"): each is an article of its own, with its heading as title."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import Final, NamedTuple, cast

from factuel.facts.context import FactContext
from factuel.records import Entity

_HEAD: Final = re.compile(r"(?:^|\n\n)(?=\d{1,2}\s?[h:]\s?\d\d\b\s*[-–—:|.])")
_FEWEST: Final = 3
"""Items that a page has at least to be a live page."""


class Item(NamedTuple):
    """Where an item starts and ends (exclusive), in characters; `whole` when the page is one article."""

    start: int
    end: int
    whole: bool


def item_of(context: FactContext, at: int) -> Item:
    """Return the item in which a character stands; the whole text where the page has no items."""
    asked = ("live items", 0)
    if asked not in context.memo:
        found = [match.end() for match in _HEAD.finditer(context.text)]
        context.memo[asked] = found if len(found) >= _FEWEST else []
    starts = cast("list[int]", context.memo[asked])
    if not starts:
        return Item(0, len(context.text), whole=True)
    number = bisect_right(starts, at)
    start = starts[number - 1] if number else 0
    return Item(start, starts[number] if number < len(starts) else len(context.text), whole=False)


def item_topic(context: FactContext, at: int) -> list[Entity]:
    """Return the organisation that the heading of an item names first; none on a page without items."""
    item = item_of(context, at)
    if item.whole:
        return []
    end = context.text.find("\n\n", item.start)
    named = [entity for _, _, entity in context.index.spans_in(item.start, end if end > 0 else item.start)]
    return [entity for entity in named if entity.type == "organisation"][:1]


def ranked_in(context: FactContext, item: Item) -> list[Entity]:
    """Return those named in an item, those mentioned there most first, then by first mention."""
    counts: dict[str, int] = {}
    first: dict[str, Entity] = {}
    for _, _, entity in context.index.spans_in(item.start, item.end):
        first.setdefault(entity.id, entity)
        counts[entity.id] = counts.get(entity.id, 0) + 1
    return sorted(first.values(), key=lambda entity: -counts[entity.id])
