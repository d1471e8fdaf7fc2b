"""The scores on the shared material, with its own tools; extra, for a user's machine does not have it."""

import subprocess
import sys
from pathlib import Path

import pytest

SHARED = Path(__file__).parents[3] / "shared"
pytestmark = pytest.mark.skipif(
    not (SHARED / "tools").is_dir(), reason=f"there is no {SHARED}: the shared material is not here"
)


def run(*command):
    return subprocess.run([sys.executable, *map(str, command)], capture_output=True, text=True, check=False)


def test_press_articles_hold_their_floors():
    texts, gold = SHARED / "data/figures/fr_timebank.jsonl", SHARED / "gold/est_republicain.json"
    done = run(SHARED / "tools/score_press.py", texts, gold, "--min", "figures=.92,roles=.70,quotations=.75")
    assert done.returncode == 0, done.stdout + done.stderr[-2000:]


def test_press_names_hold_their_floor():
    texts, gold = SHARED / "data/figures/fr_timebank.jsonl", SHARED / "gold/est_republicain.json"
    done = run(SHARED / "tools/score_names.py", texts, gold, "--min", "0.90")
    assert done.returncode == 0, done.stdout + done.stderr[-2000:]


def test_cleaning_holds_its_floors():
    done = run(SHARED / "tools/score_cleaning.py", SHARED / "data/press_html", "--min-f", "0.975", "--max-leak", "0.02")
    assert done.returncode == 0, done.stdout + done.stderr[-2000:]


def test_seeds_hold_their_floors(tmp_path):
    import json

    extracted = run("-c", "from factuel.cli import app; app()", "extract", SHARED / "seeds", "-o", tmp_path / "run")
    assert extracted.returncode == 0, extracted.stderr[-2000:]
    done = run(SHARED / "tools/score_seeds.py", SHARED / "gold/seeds.json", tmp_path / "run")
    scores = json.loads(done.stdout.splitlines()[-1])
    assert scores["grounding"] == 1.0
    assert scores["boilerplate_recall"] == "21/21"
    floors = {"entities": 0.88, "figures": 0.92, "roles": 0.90, "quotations": 0.85}
    assert {kind: scores[kind]["f"] for kind, floor in floors.items() if scores[kind]["f"] < floor} == {}
    for kind in ("agreements", "events", "investments"):
        found, wanted = scores[f"{kind}_recall"].split("/")
        assert found == wanted, kind
