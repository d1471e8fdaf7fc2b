"""Candidate: a stretch of tokens that may be a name, with what speaks for each label."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final, Literal

Label = Literal["PER", "ORG", "LOC", "MISC"]
LABELS: Final[tuple[Label, ...]] = ("PER", "ORG", "LOC", "MISC")


@dataclass
class Candidate:
    """Tokens `start` to `end` (exclusive); `scores` by label; `head`: a head noun is part of it, `implicit` when no
    lexicon says what it is; `certain`: known
    by heart without doubt; `listed`: in a list that a plural title opens."""

    start: int
    end: int
    scores: dict[str, float] = field(default_factory=lambda: dict.fromkeys(LABELS, 0.0))
    model: dict[str, float] = field(default_factory=lambda: dict.fromkeys(LABELS, 0.0))
    local: dict[str, float] = field(default_factory=lambda: dict.fromkeys(LABELS, 0.0))
    own: dict[str, float] = field(default_factory=lambda: dict.fromkeys(LABELS, 0.0))
    head: bool = False
    implicit: bool = False
    certain: bool = False
    key: str = ""
    listed: bool = False

    def add(self, label: str, weight: float) -> None:
        """Add evidence that holds wherever the article writes this name."""
        self.scores[label] += weight

    def hint(self, label: str, weight: float) -> None:
        """Add evidence from the words around this mention."""
        self.local[label] += weight

    def hint_alone(self, label: str, weight: float) -> None:
        """Add evidence that holds for this mention only: a town is a team here and a town there."""
        self.own[label] += weight

    def total(self, label: str) -> float:
        """Return all the evidence for a label."""
        return self.scores[label] + self.model[label] + self.local[label] + self.own[label]

    def best(self) -> tuple[str, float]:
        """Return the label with most evidence, and how much more it has than the next."""
        total = sorted(((self.total(label), label) for label in LABELS), reverse=True)
        return total[0][1], total[0][0] - total[1][0]


@dataclass(frozen=True)
class Decided:
    """Tokens `start` to `end` (exclusive) with their label; `margin`: how much more evidence it has than the next;
    `firm`: a head noun or a lexicon tells it."""

    start: int
    end: int
    label: str
    margin: float = 0.0
    firm: bool = False
