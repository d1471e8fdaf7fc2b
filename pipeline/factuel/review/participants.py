"""Who takes part in a fact: its references, in the order of its fields."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from typing import Any, Final

from factuel.records import EntityRef, Fact, FactBase
from factuel.review.identity import folded

_LAST: Final = ("attribution", "place")


def references(fact: Fact) -> Iterator[EntityRef]:
    """Yield the references of a fact: those of its type first, then who says it and where."""
    for key in _reference_fields(type(fact)):
        value = getattr(fact, key)
        if isinstance(value, EntityRef):
            yield value
        elif value is not None:
            yield from value


@cache
def _reference_fields(kind: type[FactBase]) -> tuple[str, ...]:
    """Return the fields of a type that hold references."""
    own = [key for key, field in kind.model_fields.items() if key not in _LAST and "EntityRef" in str(field.annotation)]
    return (*own, *_LAST)


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
