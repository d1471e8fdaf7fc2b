"""Who takes part in a fact: its references, in the order of its fields."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from factuel.records import EntityRef, Fact
from factuel.review.identity import folded

_LAST = ("attribution", "place")


def references(fact: Fact) -> Iterator[EntityRef]:
    """Yield the references of a fact: those of its type first, then who says it and where."""
    own = [(key, value) for key, value in fact if key not in _LAST]
    for _, value in [*own, *((key, getattr(fact, key)) for key in _LAST)]:
        if isinstance(value, EntityRef):
            yield value
        elif isinstance(value, tuple):
            yield from (one for one in value if isinstance(one, EntityRef))


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
