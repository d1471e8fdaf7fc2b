"""Counting a run: what its manifest says of inputs, records, types and stages."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Final

from factuel.outputs.rendering import PageLines
from factuel.records import FACT_CLASSES

_COUNTS: Final = (
    "articles",
    "entities",
    "facts",
    "rejects",
    "facts_below_confidence",
    "facts_ungrounded",
    "duplicates",
    "facts_of_duplicates",
)


@dataclass
class Tally:
    """Running totals; the dictionaries have the same keys in the same order in every run."""

    inputs: int = 0
    counts: Counter[str] = field(default_factory=Counter)
    fact_types: Counter[str] = field(default_factory=Counter)
    reject_stages: Counter[str] = field(default_factory=Counter)

    def add(self, page: PageLines) -> None:
        """Count one input more."""
        self.inputs += 1
        self.counts.update(page.counts)
        self.fact_types.update(page.fact_types)
        self.reject_stages.update(page.reject_stages)

    def totals(self) -> dict[str, int]:
        """Return the counts of records, and of facts left out."""
        return {name: self.counts[name] for name in _COUNTS}

    def totals_by_type(self) -> dict[str, int]:
        """Return the count of each type of fact, zero included."""
        return {name: self.fact_types[name] for name in FACT_CLASSES}

    def totals_by_stage(self) -> dict[str, int]:
        """Return the count of rejects of each stage that has some, by name."""
        return dict(sorted(self.reject_stages.items()))
