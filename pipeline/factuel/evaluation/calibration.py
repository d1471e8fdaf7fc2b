"""Whether confidence means what it says: of facts said at .9, nine in ten should be right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from factuel.evaluation.tally import Judgement

BINS: Final = 10


@dataclass(frozen=True)
class Bin:
    """Facts whose confidence lies in [low, high), the last bin closed: how many, their mean confidence, share right."""

    low: float
    high: float
    count: int
    confidence: float
    right: float


def reliability(judgements: Sequence[Judgement]) -> list[Bin]:
    """Return the bins of equal width that hold any fact, from the least confident on."""
    bins: list[Bin] = []
    for index in range(BINS):
        inside = [judged for judged in judgements if min(int(judged.confidence * BINS), BINS - 1) == index]
        if inside:
            confidence = sum(judged.confidence for judged in inside) / len(inside)
            right = sum(judged.right for judged in inside) / len(inside)
            bins.append(Bin(index / BINS, (index + 1) / BINS, len(inside), confidence, right))
    return bins


def calibration_error(judgements: Sequence[Judgement]) -> float:
    """Return the expected calibration error (0..1): the gap of confidence and share right, weighted by bin.

    Naeini, Cooper and Hauskrecht, "Obtaining well calibrated probabilities using Bayesian binning", 2015; ten bins.
    """
    bins = reliability(judgements)
    total = sum(one.count for one in bins)
    return sum(one.count * abs(one.confidence - one.right) for one in bins) / total if total else 0.0
