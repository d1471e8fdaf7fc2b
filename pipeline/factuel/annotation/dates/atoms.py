"""The smallest dated stretch of a text."""

from __future__ import annotations

from dataclasses import dataclass

from factuel.annotation.dates.expressions import Expression


@dataclass(frozen=True, slots=True)
class Atom:
    """A time said by the words from `start` (inclusive) to `end` (exclusive)."""

    start: int
    end: int
    expression: Expression
