"""Which fact of a new version of a run is which fact of the old: by what it says, then by its words of evidence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from factuel.records import Fact, Span
from factuel.review.identity import content_key, moved, overlap

LEAST_OVERLAP: Final = 0.5
"""Two facts of one type with half of their evidence in common are the same fact, read otherwise."""


@dataclass(frozen=True)
class Known:
    """A fact that somebody decided: its item, its record as the curators hold it, and all contents it has had."""

    item: str
    fact: Fact
    contents: frozenset[str]


def match(known: Sequence[Known], facts: Sequence[Fact], text: str) -> dict[str, str]:
    """Return the item of each fact of one article that is a known one, by the fact's id; one fact an item.

    `text` is the article's text now, in which the words of a known fact may stand elsewhere.
    """
    facts_now = {one.item: moved(one.fact, text, one.fact.article_id) or one.fact for one in known}
    places: dict[str, Span] = {item: fact.evidence for item, fact in facts_now.items()}
    found: dict[str, str] = {}
    _by_content(known, facts, places, found)
    _by_overlap(known, facts, places, found)
    return found


def _by_content(known: Sequence[Known], facts: Sequence[Fact], places: dict[str, Span], found: dict[str, str]) -> None:
    contents = {fact.id: content_key(fact) for fact in facts}
    pairs = [
        (abs(fact.evidence.start - places[one.item].start), fact.id, one.item)
        for one in known
        for fact in facts
        if fact.type == one.fact.type and contents[fact.id] in one.contents
    ]
    _take(pairs, found)


def _by_overlap(known: Sequence[Known], facts: Sequence[Fact], places: dict[str, Span], found: dict[str, str]) -> None:
    shares = [
        (-overlap(fact.evidence, places[one.item]), fact.id, one.item)
        for one in known
        for fact in facts
        if fact.type == one.fact.type
    ]
    _take([pair for pair in shares if -pair[0] >= LEAST_OVERLAP], found)


def _take(pairs: list[tuple[float, str, str]] | list[tuple[int, str, str]], found: dict[str, str]) -> None:
    """Pair facts with items, the best pair first; each goes into one pair only."""
    taken = set(found.values())
    for _, fact, item in sorted(pairs):
        if fact not in found and item not in taken:
            found[fact] = item
            taken.add(item)
