"""Own press sentences with the dates that a reader finds in them, read on 6 April 2023; a third have none."""

from datetime import date
from pathlib import Path

import pytest

from factuel.annotation.dates import find_dates

READ_ON = date(2023, 4, 6)
LINES = [
    line.split("\t")
    for line in (Path(__file__).parent / "press_sentences.tsv").read_text(encoding="utf-8").splitlines()[2:]
]


@pytest.mark.parametrize(("sentence", "expected"), LINES, ids=[line[0][:40] for line in LINES])
def test_press_sentence(sentence: str, expected: str) -> None:
    found = [f"{mention.edtf} {mention.modifier or ''}".strip() for mention in find_dates(sentence, READ_ON)]
    assert found == [item for item in expected.split(" ; ") if item]


def test_a_quarter_has_nothing_to_find() -> None:
    assert sum(not expected for _, expected in LINES) >= len(LINES) / 4
