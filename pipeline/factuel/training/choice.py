"""Choosing among candidates by weighted features: a conditional logit, fitted on annotated examples.

The annotated candidate should have the highest sum of weights; of several right ones, any.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

import numpy as np

_ROUNDS: Final = 600
_RATE: Final = 0.3
_RARE: Final = 5
"""A feature seen on fewer candidates has no weight."""
_SMALL: Final = 0.02
"""Weights nearer to 0 are left out: together they change no choice."""

Floats = np.ndarray


@dataclass(frozen=True)
class Example:
    """The features of each candidate, and whether it is the annotated one."""

    candidates: tuple[tuple[str, ...], ...]
    right: tuple[bool, ...]


@dataclass(frozen=True)
class _Table:
    """All candidates in one list: `rows` and `columns` of the features that they have, where the candidates of each
    example start, which example each belongs to, and which are right."""

    rows: Floats
    columns: Floats
    starts: Floats
    example: Floats
    right: Floats

    def slope(self, weights: Floats) -> Floats:
        """Return the gradient of the loss at `weights`."""
        sums = np.bincount(self.rows, weights[self.columns], len(self.right))
        chance = np.exp(sums - np.maximum.reduceat(sums, self.starts)[self.example])
        hits = chance * self.right
        pull = chance / np.add.reduceat(chance, self.starts)[self.example]
        pull -= hits / np.add.reduceat(hits, self.starts)[self.example]
        return np.bincount(self.columns, pull[self.rows], len(weights))


def fit(examples: Iterable[Example], penalty: float) -> dict[str, float]:
    """Return the weight of each feature, by name; `penalty` is that of the squared weights."""
    known = list(examples)
    seen = Counter(name for example in known for candidate in example.candidates for name in set(candidate))
    names = sorted(name for name, count in seen.items() if count >= _RARE)
    table = _make_table(known, {name: at for at, name in enumerate(names)})
    if not names:
        return {}
    weights, steps = np.zeros(len(names)), np.full(len(names), 1e-8)
    for _ in range(_ROUNDS):
        slope = penalty * weights + table.slope(weights)
        steps += slope**2
        weights -= _RATE * slope / np.sqrt(steps)
    kept = zip(names, weights, strict=True)
    return {name: round(float(weight), 3) for name, weight in kept if abs(weight) >= _SMALL}


def _make_table(examples: list[Example], place: dict[str, int]) -> _Table:
    rows: list[int] = []
    columns: list[int] = []
    starts: list[int] = []
    owners: list[int] = []
    right: list[float] = []
    for number, example in enumerate(examples):
        starts.append(len(right))
        for candidate, is_right in zip(example.candidates, example.right, strict=True):
            found = sorted({place[name] for name in candidate if name in place})
            rows += [len(right)] * len(found)
            columns += found
            owners.append(number)
            right.append(float(is_right))
    return _Table(np.array(rows), np.array(columns), np.array(starts), np.array(owners), np.array(right))
