"""The quality gate: scores on the project's own gold may not fall below their floors."""

from pathlib import Path

import pytest

from factuel.assembly import extract_pages, load_pipeline
from factuel.corpus import read_pages
from factuel.corpus.gold import read_gold
from factuel.evaluation import check_floors, evaluate
from factuel.evaluation.floors import gold_fingerprint, read_floors
from factuel.records import Extraction

GOLD = Path(__file__).parents[2] / "corpus" / "gold"
FLOORS = GOLD / "floors.json"


@pytest.fixture(scope="module")
def pipeline():
    return load_pipeline()


@pytest.mark.parametrize("split", ["dev", "test"])
def test_scores_hold_their_floors(pipeline, split):
    folder = GOLD / split
    results = extract_pages(pipeline, read_pages([str(folder)]))
    found = [result for result in results if isinstance(result, Extraction)]
    score = evaluate(read_gold(folder), found).total
    assert score.tally("figure").wanted > 100
    assert check_floors(score, FLOORS, split) == []


@pytest.mark.parametrize("split", ["dev", "test"])
def test_floors_say_which_gold_they_were_measured_on(split):
    """Run `factuel evaluate corpus/gold/SPLIT RUN --floors corpus/gold/floors.json --update` after a change of gold."""
    assert read_floors(FLOORS)[split]["gold_sha256"] == gold_fingerprint(GOLD / split)
