"""What is known of a function once its holder is found."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from spacy.tokens import Span, Token

from factuel.facts.titles import Title
from factuel.records import EntityRef

Status = Literal["current", "former", "appointed", "leaving"]


@dataclass(frozen=True)
class Holder:
    """A person found for a title, at characters `start` to `end` (exclusive); `employer` is who appoints, when the
    verb says it, and `verb` the predicate that gives the function, None for an apposition; `stands_in` is whether the
    function stands for a person named before."""

    start: int
    end: int
    title: Title
    status: Status
    confidence: float
    employer: EntityRef | None = None
    verb: Token | None = None
    person: EntityRef | None = None
    stands_in: bool = False


def make_holder(
    who: Span | Token,
    title: Title,
    status: Status,
    confidence: float,
    *,
    employer: EntityRef | None = None,
    verb: Token | None = None,
) -> Holder:
    """Return the holder named, or stood for, by a span or a token."""
    start = who.start_char if isinstance(who, Span) else who.idx
    return Holder(start, start + len(who.text), title, status, confidence, employer, verb)


def status_of(title: Title) -> Status:
    """Return the status that the words of the title itself say."""
    if title.former:
        return "former"
    return "leaving" if title.leaving else "current"
