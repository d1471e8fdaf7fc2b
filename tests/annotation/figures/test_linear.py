"""Hostile texts cost in proportion to their length."""

import time

import pytest

from factuel.annotation.dates import find_dates
from factuel.annotation.figures import find_figures

HOSTILE = [
    "1",
    "de ",
    "mille ",
    "1 ",
    "1.",
    "12 000 ",
    "1 € ",
    "3 millions ",
    "5 francs ",
    "deux et ",
    "un ",
    "entre ",
    "lundi ",
    "14 et ",
    "le 14 ",
    "mars ",
    "- ",
    " ",
    "(",
    "2020-",
    "jusqu'a la fin du ",
    "a",
]


@pytest.mark.parametrize("piece", HOSTILE)
def test_time_grows_in_proportion(piece: str) -> None:
    small, large = (piece * (size // len(piece)) for size in (4_000, 32_000))
    spent(small)
    assert spent(large) < 8 * 4 * max(spent(small), 0.002)


@pytest.mark.parametrize("piece", ["1", "de ", "mille "])
def test_a_megabyte_costs_eight_times_an_eighth(piece: str) -> None:
    small, large = (piece * (size // len(piece)) for size in (125_000, 1_000_000))
    assert _once(large, ".") < 2 * 8 * max(spent(small), 0.01)


def spent(text: str) -> float:
    """Return the time of the processor, for other programs may run beside the tests; the better of two."""
    return min(_once(text, "."), _once(text, "?"))


def _once(text: str, mark: str) -> float:
    """Return the time of one reading; a text that ends otherwise is not answered from the scan kept of the last one."""
    start = time.process_time()
    find_figures(text + mark)
    find_dates(text + "!" + mark)
    return time.process_time() - start
