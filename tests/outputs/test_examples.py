"""The checked-in examples are runs of this program: they fit the records and are grounded."""

from __future__ import annotations

import csv
from pathlib import Path

from factuel.outputs.reading import read_manifest, read_run
from factuel.outputs.rendering import is_grounded
from factuel.outputs.tables import TABLES
from factuel.records import Extraction

EXAMPLES = Path(__file__).parents[2] / "outputs" / "examples"


def test_example_run_is_valid_and_grounded() -> None:
    (extraction,) = read_run(EXAMPLES / "run")
    assert read_manifest(EXAMPLES / "run").complete
    assert extraction.facts
    assert all(is_grounded(fact, extraction.article.text) for fact in extraction.facts)


def test_example_exports_say_what_the_run_says() -> None:
    (extraction,) = read_run(EXAMPLES / "run")
    assert Extraction.model_validate_json((EXAMPLES / "run.jsonl").read_bytes()) == extraction
    with (EXAMPLES / "csv" / "facts.csv").open(encoding="utf-8", newline="") as lines:
        rows = csv.DictReader(lines)
        assert [row["id"] for row in rows] == [fact.id for fact in extraction.facts]
        assert rows.fieldnames == [column.name for column in TABLES[2].columns]
