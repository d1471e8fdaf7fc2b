"""Cohen's kappa, against values worked out by hand."""

from __future__ import annotations

import pytest

from factuel.review.kappa import Pair, cohen_kappa


def pairs(both: int, first: int, second: int, none: int) -> list[Pair]:
    return (
        [("accept", "accept")] * both
        + [("accept", "reject")] * first
        + [("reject", "accept")] * second
        + [("reject", "reject")] * none
    )


@pytest.mark.parametrize(
    ("judged", "kappa"),
    [(pairs(20, 5, 10, 15), 0.4), (pairs(10, 0, 0, 10), 1.0), (pairs(5, 5, 5, 5), 0.0), (pairs(0, 5, 5, 0), -1.0)],
)
def test_kappa(judged: list[Pair], kappa: float) -> None:
    assert cohen_kappa(judged) == pytest.approx(kappa)


def test_kappa_is_undefined_without_pairs_or_variety() -> None:
    assert cohen_kappa([]) is None
    assert cohen_kappa(pairs(5, 0, 0, 0)) is None
