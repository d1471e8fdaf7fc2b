"""Own press sentences with the figures that a reader finds in them; a third have none."""

from decimal import Decimal
from pathlib import Path

import pytest

from factuel.annotation.figures import find_figures
from factuel.records import Measure

BOUNDS = {"exact", "about", "at_least", "at_most", "more_than", "less_than", "range"}


def lines(name: str) -> list[list[str]]:
    written = (Path(__file__).parent / name).read_text(encoding="utf-8")
    return [line.split("\t") for line in written.split("\n")[2:] if line]


LINES, NOTATION = lines("press_sentences.tsv"), lines("notation.tsv")


@pytest.mark.parametrize(("sentence", "expected"), LINES, ids=[line[0][:40] for line in LINES])
def test_press_sentence(sentence: str, expected: str) -> None:
    found = [said(mention.measure) for mention in find_figures(sentence)]
    assert found == [read(item) for item in expected.split(" ; ") if item]


@pytest.mark.parametrize("frame", ["{}", "Selon elle, {}.", "({})"])
@pytest.mark.parametrize(("phrase", "expected"), NOTATION, ids=[line[0] for line in NOTATION])
def test_notation_of_the_issue(phrase: str, expected: str, frame: str) -> None:
    found = [said(mention.measure) for mention in find_figures(frame.format(phrase))]
    assert found == [read(item) for item in expected.split(" ; ") if item]


def test_a_third_has_nothing_to_find() -> None:
    assert len(LINES) >= 400
    assert sum(not expected for _, expected in LINES) >= len(LINES) / 3


def read(item: str) -> tuple[object, ...]:
    number, unit, *rest = item.split()
    low, ranged, high = number.partition("..")
    values = (None, decimal(low), decimal(high)) if ranged else (Decimal(number), None, None)
    bound = next((word for word in rest if word in BOUNDS), "range" if high else "exact")
    direction = next((word for word in rest if word in ("up", "down")), None)
    per = next((word[1:] for word in rest if word.startswith("/")), None)
    return (*values, None if unit == "-" else unit, bound, direction, per)


def decimal(written: str) -> Decimal | None:
    return Decimal(written) if written else None


def said(measure: Measure) -> tuple[object, ...]:
    return (measure.value, measure.low, measure.high, measure.unit, measure.bound, measure.direction, measure.per)
