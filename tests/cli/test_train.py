"""`factuel train`: what it refuses before it loads anything. The training itself is tested in tests/training."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from factuel.cli import app

ARTICLE = """genre: brief
region: Normandie
published: 2024-01-01
guide: 1
annotator: t
===
Lisieux

[ORG Nivoline] emploie 40 soudeurs à [LOC Lisieux] et 25 peintres à [LOC Vire].
===
{"type": "figure", "text": "40 soudeurs", "value": 40, "bound": "exact", "unit": null, "of": "soudeurs", \
"subject": "Nivoline"}
"""


def run(*arguments: object) -> tuple[int, str, str]:
    result = CliRunner().invoke(app, ["train", *[str(argument) for argument in arguments]])
    return result.exit_code, result.stdout, result.stderr


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    for split in ("train", "dev"):
        (tmp_path / split).mkdir()
        (tmp_path / split / "a.gold").write_text(ARTICLE, encoding="utf-8")
    return tmp_path


def test_an_unknown_component_is_refused_with_the_known_ones(gold: Path) -> None:
    code, _, err = run("verbs", "--gold", gold)
    assert code == 2
    assert "names, figures, confidence" in err


def test_a_missing_folder_is_named(gold: Path) -> None:
    code, _, err = run("names", "--gold", gold)
    assert code == 2
    assert "no folder names" in err


def test_decisions_teach_confidence_only(gold: Path) -> None:
    code, _, err = run("figures", "--gold", gold, "--from", gold)
    assert code == 2
    assert "--from is for confidence" in err


def test_figures_are_trained_into_the_folder_given(gold: Path, tmp_path: Path) -> None:
    code, out, _ = run("figures", "--gold", gold, "-o", tmp_path)
    assert code == 0
    assert "annotated figures" in out
    for name in ("figure_weights", "figure_count_weights"):
        lines = (tmp_path / f"{name}.tsv").read_text(encoding="utf-8").splitlines()
        assert lines[0].startswith("#")
        assert all(len(line.split("\t")) == 2 for line in lines if not line.startswith("#"))
