"""Who takes part in a fact: its references, in the order of its fields."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, Final

from factuel.records import EntityRef, Fact, participant_fields
from factuel.review.identity import folded

_LAST: Final = ("attribution", "place")


def references(fact: Fact) -> Iterator[EntityRef]:
    """Yield the references of a fact: those of its type first, then who says it and where."""
    for key in (*participant_fields(type(fact)), *_LAST):
        value = getattr(fact, key)
        if isinstance(value, EntityRef):
            yield value
        elif value is not None:
            yield from value


def participant_names(fact: Fact) -> tuple[str, ...]:
    """Return the names of its participants as they are compared, each once, the principal one first."""
    return tuple(dict.fromkeys(folded(reference.name) for reference in references(fact)))


def with_references(fact: Fact, change: Callable[[EntityRef], EntityRef]) -> Fact:
    """Return the fact with each of its references changed."""
    update: dict[str, Any] = {}
    for key, value in fact:
        if isinstance(value, EntityRef):
            update[key] = change(value)
        elif isinstance(value, tuple) and any(isinstance(one, EntityRef) for one in value):
            update[key] = tuple(change(one) for one in value)
    return fact.model_copy(update=update)
