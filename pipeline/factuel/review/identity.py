"""What makes two facts one: the same content, or words of evidence in common; and moving a fact to a changed text."""

from __future__ import annotations

from collections.abc import Hashable
from decimal import Decimal
from typing import Any, Final, TypeVar

from factuel.outputs.rendering import is_grounded
from factuel.records import DateMention, EntityRef, Evidence, Fact, FactBase, Measure, Span, content_id
from factuel.records.base import json_number

_NOT_CONTENT: Final = frozenset(
    {"id", "schema_version", "article_id", "evidence", "confidence", "extractor", "also_at"}
)
_OFFSETS: Final = frozenset({"text", "start", "end"})
AnySpan = TypeVar("AnySpan", bound=Span)


def content_key(fact: FactBase) -> str:
    """Return the identity of what a fact says, wherever its words stand and whoever found it.

    Participants count by name, amounts and dates by value, words without case or spacing.
    """
    parts = sorted((key, repr(_plain(value))) for key, value in fact if key not in _NOT_CONTENT)
    return content_id("c", *(part for pair in parts for part in pair))


def _plain(value: object) -> Hashable:
    match value:
        case EntityRef():
            return folded(value.name)
        case Measure() | DateMention():
            return tuple((key, _plain(part)) for key, part in value if key not in _OFFSETS)
        case Span():
            return folded(value.text)
        case tuple():
            return tuple(sorted(map(str, map(_plain, value))))
        case str():
            return folded(value)
        case Decimal():
            return str(json_number(value))
    return value if value is None else str(value)


def folded(words: str) -> str:
    """Return words as they are compared: lower case, one space between."""
    return " ".join(words.casefold().split())


def overlap(one: Span, other: Span) -> float:
    """Return the share of characters that two spans have in common, of all that either has (0 to 1)."""
    common = min(one.end, other.end) - max(one.start, other.start)
    return common / (max(one.end, other.end) - min(one.start, other.start)) if common > 0 else 0.0


def moved(fact: Fact, text: str, article_id: str) -> Fact | None:
    """Return the fact with its spans where the article's text has their words: as they are, else at the nearest place.

    None when the text no longer has the words.
    """
    if is_grounded(fact, text):
        return fact if fact.article_id == article_id else fact.model_copy(update={"article_id": article_id})
    evidence = _nearest(fact.evidence, text, fact.evidence.start)
    if evidence is None:
        return None
    shift = evidence.start - fact.evidence.start
    update: dict[str, Any] = {"article_id": article_id, "evidence": _with_sentence(evidence, shift, text)}
    for key, value in fact:
        if isinstance(value, Span) and key != "evidence":
            update[key] = _nearest(value, text, value.start + shift)
            if update[key] is None:
                return None
    also = (_nearest(span, text, span.start + shift) for span in fact.also_at)
    return fact.model_copy(update=update | {"also_at": tuple(span for span in also if span)})


def _nearest(span: AnySpan, text: str, near: int) -> AnySpan | None:
    """Return the span at the occurrence of its words that begins nearest to `near`."""
    before = text.rfind(span.text, 0, max(0, near) + len(span.text))
    after = text.find(span.text, max(0, near))
    found = [at for at in (before, after) if at >= 0]
    if not found:
        return None
    start = min(found, key=lambda at: abs(at - near))
    return span.model_copy(update={"start": start, "end": start + len(span.text)})


def _with_sentence(evidence: Evidence, shift: int, text: str) -> Evidence:
    """Move the sentence along, within the paragraph of the evidence."""
    low = text.rfind("\n\n", 0, evidence.start) + 2 if "\n\n" in text[: evidence.start] else 0
    high = text.find("\n\n", evidence.end)
    start = max(low, evidence.sentence_start + shift)
    end = min(high if high >= 0 else len(text), evidence.sentence_end + shift)
    return evidence.model_copy(
        update={"sentence_start": min(start, evidence.start), "sentence_end": max(end, evidence.end)}
    )
