"""The report of an evaluation as one HTML page: scores, reliability of the confidence, every error in its sentence."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final, NamedTuple

from jinja2 import Environment, PackageLoader

from factuel.evaluation.calibration import Bin, calibration_error, reliability
from factuel.evaluation.evaluate import Evaluation
from factuel.evaluation.tally import Judgement

SIDE: Final = 240
"""Pixels of the plot's side."""


class Mark(NamedTuple):
    """A bin in the plot: its place in pixels from the top left, the radius that says how many facts it holds."""

    x: float
    y: float
    radius: float
    bin: Bin


def write_report(evaluation: Evaluation, path: Path, *, title: str) -> None:
    """Write the report to `path`: one file without scripts, that loads nothing. Raises OSError when it cannot."""
    environment = Environment(loader=PackageLoader("factuel.evaluation"), autoescape=True, trim_blocks=True)
    score = evaluation.total
    types = sorted({judged.type for judged in score.judgements})
    by_type = [(name, [judged for judged in score.judgements if judged.type == name]) for name in types]
    html = environment.get_template("report.html").render(
        title=title,
        evaluation=evaluation,
        side=SIDE,
        marks=plot(score.judgements),
        error=calibration_error(score.judgements),
        by_type=[(name, judged, calibration_error(judged)) for name, judged in by_type],
    )
    path.write_text(html, encoding="utf-8")


def plot(judgements: Sequence[Judgement]) -> list[Mark]:
    """Return the marks of the reliability plot: confidence to the right, share right upwards."""
    bins = reliability(judgements)
    most = max((one.count for one in bins), default=1)
    return [Mark(one.confidence * SIDE, (1 - one.right) * SIDE, 3 + 9 * (one.count / most) ** 0.5, one) for one in bins]
