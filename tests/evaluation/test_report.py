"""Calibration, and the report as a page."""

from __future__ import annotations

from pathlib import Path

import pytest

from factuel.evaluation.calibration import calibration_error, reliability
from factuel.evaluation.evaluate import Evaluation
from factuel.evaluation.report import SIDE, plot, write_report
from factuel.evaluation.tally import Judgement, Mistake, Score


def judged(confidence: float, *right: bool) -> list[Judgement]:
    return [Judgement("a", f"f{number}", "role", confidence, value) for number, value in enumerate(right)]


def test_bins_hold_their_facts() -> None:
    low, high = reliability(judged(0.25, True, False) + judged(1.0, True) + judged(0.9, True))
    assert (low.low, low.count, low.confidence, low.right) == (0.2, 2, 0.25, 0.5)
    assert (high.low, high.count, high.right) == (0.9, 2, 1.0)


@pytest.mark.parametrize(
    ("judgements", "error"),
    [
        (judged(0.5, True, False), 0.0),
        (judged(0.9, True, False), 0.4),
        (judged(0.9, True) + judged(0.1, False), 0.1),
        ([], 0.0),
    ],
)
def test_calibration_error(judgements: list[Judgement], error: float) -> None:
    assert calibration_error(judgements) == pytest.approx(error)


def test_marks_lie_where_confidence_and_share_say() -> None:
    (mark,) = plot(judged(0.75, True, True, True, False))
    assert (mark.x, mark.y) == (0.75 * SIDE, 0.25 * SIDE)


def test_report_shows_scores_and_errors_escaped(tmp_path: Path) -> None:
    score = Score(judgements=judged(0.9, True, False))
    score.tally("role").add(right=1, wrong=1, missed=0)
    score.mistakes.append(Mistake("a", "role", "wrong", "<script>alert(1)</script>", "La « maire » & co"))
    write_report(Evaluation(score, {}, 1), tmp_path / "report.html", title="dev")
    html = (tmp_path / "report.html").read_text(encoding="utf-8")
    assert "<script" not in html and "&lt;script&gt;" in html
    assert "<td>role</td><td>0.500</td>" in html and "calibration error 0.400" in html
    assert "http" not in html
