from pathlib import Path

import pytest

import factuel
from factuel.models.pipeline import load_language
from factuel.outputs.rendering import render
from factuel.outputs.run_folder import RunFiles, write_manifest
from factuel.records import Manifest
from factuel.review.deciding import Verdict, decide
from factuel.review.opening import opened_review
from factuel.training.confidence import Example
from factuel.training.decisions import brier, gain, read_decided

TEXT = "Le groupe Lumexia recrute. « Nous allons embaucher 40 personnes », annonce sa directrice, Zoé Marquis."


def write(folder: Path) -> Path:
    with RunFiles(folder) as files:
        extraction = factuel.extract(TEXT, published="2024-03-12")
        files.write(render(extraction))
    empty: dict[str, int] = {}
    write_manifest(
        folder,
        Manifest(
            complete=True,
            versions={},
            settings={},
            inputs=1,
            counts=empty,
            facts_by_type=empty,
            rejects_by_stage=empty,
            timings={},
        ),
    )
    return folder


def test_decided_facts_are_examples_right_and_wrong(tmp_path):
    run = write(tmp_path / "run")
    facts = factuel.extract(TEXT, published="2024-03-12").facts
    with opened_review(run) as database:
        with database.writing() as connection:
            decide(connection, "ana", facts[0].id, 0, Verdict("accept"))
            decide(connection, "ana", facts[1].id, 0, Verdict("reject", reason="not_said"))
        examples = list(read_decided(load_language(), run, database))
    assert [example.right for example in examples] == [True, False]
    assert all("rule" in example.clues for example in examples)


def test_brier_score_is_better_for_weights_that_know():
    examples = [Example({"a": 1.0}, True, 1.0), Example({"b": 1.0}, False, 1.0)]
    assert brier({}, examples) == pytest.approx(0.25)
    assert brier({"a": 4.0, "b": -4.0}, examples) < 0.01
    assert "0.2500 without the decisions, 0.0003 with" in gain({}, {"a": 4.0, "b": -4.0}, examples)
