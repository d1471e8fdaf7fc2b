"""Choosing among candidates by weighted features: a conditional logit, fitted on annotated examples.

The annotated candidate should have the highest sum of weights; of several right ones, any.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

import numpy as np

_ROUNDS: Final = 300
_RATE: Final = 0.3
_RARE: Final = 5
"""A feature seen on fewer candidates has no weight."""


@dataclass(frozen=True)
class Example:
    """The features of each candidate, and whether it is the annotated one."""

    candidates: tuple[tuple[str, ...], ...]
    right: tuple[bool, ...]


def fit(examples: Iterable[Example], penalty: float) -> dict[str, float]:
    """Return the weight of each feature, by name; `penalty` is that of the squared weights."""
    known = list(examples)
    seen = Counter(name for example in known for candidate in example.candidates for name in set(candidate))
    names = sorted(name for name, count in seen.items() if count >= _RARE)
    place = {name: at for at, name in enumerate(names)}
    tables = [_table(example, place) for example in known]
    weights, steps = np.zeros(len(names)), np.full(len(names), 1e-8)
    for _ in range(_ROUNDS):
        slope = penalty * weights
        for table, right in tables:
            chance = np.exp(table @ weights - np.max(table @ weights))
            chance /= chance.sum()
            slope += table.T @ (chance - chance * right / (chance * right).sum())
        steps += slope**2
        weights -= _RATE * slope / np.sqrt(steps)
    return {name: round(float(weight), 3) for name, weight in zip(names, weights, strict=True)}


def _table(example: Example, place: dict[str, int]) -> tuple[np.ndarray, np.ndarray]:
    table = np.zeros((len(example.candidates), len(place)))
    for row, candidate in enumerate(example.candidates):
        for name in candidate:
            if name in place:
                table[row, place[name]] = 1.0
    return table, np.array(example.right, dtype=float)
