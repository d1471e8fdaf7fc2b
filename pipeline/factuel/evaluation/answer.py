"""What is scored against an article of gold: what the program made of it, or what another annotator did."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from factuel.annotation.dates import find_dates
from factuel.corpus.gold import GoldArticle
from factuel.records import DateMention, Entity, Extraction, Fact


@dataclass(frozen=True)
class Answer:
    """The records of one article; offsets of entities and facts count in `text`, those of dates in the gold's text.

    `dates` is None when dates are not scored. `either` holds the ids of facts that are right either way: neither a
    match with one of them nor its absence counts.
    """

    text: str
    entities: tuple[Entity, ...]
    facts: tuple[Fact, ...]
    dates: tuple[DateMention, ...] | None
    either: frozenset[str] = frozenset()


def answer_of_program(gold: GoldArticle, extraction: Extraction | None) -> Answer:
    """Return a program's answer; its dates are those found in the gold's text. Without an extraction it has no more."""
    reference = date.fromisoformat(gold.published[:10]) if gold.published else None
    dates = tuple(find_dates(gold.text, reference=reference))
    if extraction is None:
        return Answer("", (), (), dates)
    return Answer(extraction.article.text, extraction.entities, extraction.facts, dates)
