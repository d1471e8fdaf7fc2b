"""Counting what is right, and the errors with their sentences."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field


@dataclass
class Tally:
    """Counts of one type: `hits` of the `found` are right, `matched` of the `wanted` were extracted."""

    hits: int = 0
    found: int = 0
    matched: int = 0
    wanted: int = 0

    @property
    def precision(self) -> float:
        """Share of the extracted that is right; 0 when nothing was extracted."""
        return self.hits / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """Share of the annotated that was extracted; 0 when nothing was annotated."""
        return self.matched / self.wanted if self.wanted else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0

    def add(self, *, right: int, wrong: int, missed: int) -> None:
        """Count one article's results: `right` matched on both sides."""
        self.hits += right
        self.found += right + wrong
        self.matched += right
        self.wanted += right + missed


@dataclass(frozen=True)
class Mistake:
    """One error: `kind` is `missed`, `wrong` or `differs`, `sentence` is where to look in the article."""

    article: str
    type: str
    kind: str
    what: str
    sentence: str


@dataclass(frozen=True)
class Judgement:
    """An extracted fact and whether it is right; facts that match an optional annotation are not judged."""

    article: str
    fact: str
    type: str
    confidence: float
    right: bool


@dataclass
class Score:
    """All tallies of an evaluation, shares of detail right (`detail` of `detail_of`), mistakes and judgements."""

    tallies: dict[str, Tally] = field(default_factory=dict)
    detail: Counter[str] = field(default_factory=Counter)
    detail_of: Counter[str] = field(default_factory=Counter)
    mistakes: list[Mistake] = field(default_factory=list)
    judgements: list[Judgement] = field(default_factory=list)

    def tally(self, kind: str) -> Tally:
        """Return the tally of a type, made when first asked for."""
        return self.tallies.setdefault(kind, Tally())

    def note(self, name: str, right: bool) -> None:
        """Count a detail as right or wrong."""
        self.detail_of[name] += 1
        self.detail[name] += right

    def share(self, name: str) -> float:
        """Return the share of a detail that is right; 1 when it never came up."""
        return self.detail[name] / self.detail_of[name] if self.detail_of[name] else 1.0
