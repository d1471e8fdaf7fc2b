"""The article in pieces: where names, the fact's evidence and its values stand, for the page to colour."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from factuel.records import Article, Entity, Fact, Quote, Span


@dataclass(frozen=True)
class Piece:
    """A stretch of text from `start` (code points of the article), with the classes of the marks that cover it.

    `title` says in words what the marks are: the entity's name and type.
    """

    text: str
    start: int
    classes: str = ""
    title: str = ""


Mark = tuple[int, int, str, str]
"""(start, end, class, title), the end exclusive."""


def paragraphs(article: Article, entities: Iterable[Entity], fact: Fact | None) -> list[list[Piece]]:
    """Return the paragraphs of an article, each in pieces; the blank lines between them are in none."""
    marks = sorted([*_names(entities), *_of_fact(fact)])
    found: list[list[Piece]] = []
    start = 0
    for paragraph in article.text.split("\n\n"):
        end = start + len(paragraph)
        if paragraph:
            inside = [mark for mark in marks if mark[0] < end and mark[1] > start]
            found.append(_pieces(article.text, start, end, inside))
        start = end + 2
    return found


def _names(entities: Iterable[Entity]) -> Iterable[Mark]:
    for entity in entities:
        for mention in entity.mentions:
            yield mention.start, mention.end, f"name {entity.type}", entity.name


def _of_fact(fact: Fact | None) -> Iterable[Mark]:
    if fact is None:
        return
    evidence = fact.evidence
    yield evidence.sentence_start, evidence.sentence_end, "sentence", ""
    yield evidence.start, evidence.end, "evidence", ""
    for span in fact.also_at:
        yield span.start, span.end, "also", ""
    for key, value in fact:
        if isinstance(value, Span) and key != "evidence" and not isinstance(value, Quote):
            yield value.start, value.end, "value", ""


def _pieces(text: str, start: int, end: int, marks: list[Mark]) -> list[Piece]:
    bounds = {start, end}
    for low, high, _, _ in marks:
        bounds |= {max(low, start), min(high, end)}
    edges = sorted(bounds)
    return [_piece(text, low, high, marks) for low, high in pairwise(edges)]


def _piece(text: str, low: int, high: int, marks: list[Mark]) -> Piece:
    over = [mark for mark in marks if mark[0] <= low and high <= mark[1]]
    classes = " ".join(dict.fromkeys(name for mark in over for name in mark[2].split()))
    return Piece(text[low:high], low, classes, next((mark[3] for mark in over if mark[3]), ""))
