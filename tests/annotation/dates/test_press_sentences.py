"""Own press sentences with the dates that a reader finds in them, read on 6 April 2023; a third have none."""

from datetime import date
from pathlib import Path

import pytest

from factuel.annotation.dates import find_dates

READ_ON = date(2023, 4, 6)


def lines(name: str) -> list[list[str]]:
    written = (Path(__file__).parent / name).read_text(encoding="utf-8")
    return [line.split("\t") for line in written.split("\n")[2:] if line]


LINES, NOTATION = lines("press_sentences.tsv"), lines("notation.tsv")


@pytest.mark.parametrize(("sentence", "expected"), LINES, ids=[line[0][:40] for line in LINES])
def test_press_sentence(sentence: str, expected: str) -> None:
    found = [f"{mention.edtf} {mention.modifier or ''}".strip() for mention in find_dates(sentence, READ_ON)]
    assert found == [item for item in expected.split(" ; ") if item]


@pytest.mark.parametrize("frame", ["{}", "Selon elle, {}.", "({})"])
@pytest.mark.parametrize(("phrase", "expected"), NOTATION, ids=[line[0] for line in NOTATION])
def test_form_of_the_issue(phrase: str, expected: str, frame: str) -> None:
    found = [f"{date.edtf} {date.modifier or ''}".strip() for date in find_dates(frame.format(phrase), READ_ON)]
    assert found == [item for item in expected.split(" ; ") if item]


def test_a_third_has_nothing_to_find() -> None:
    assert sum(not expected for _, expected in LINES) >= len(LINES) / 3
