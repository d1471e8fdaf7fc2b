"""`factuel evaluate`: the scores of a run against gold, and every error with its sentence."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from factuel.cli.exits import DONE, fail

if TYPE_CHECKING:
    from factuel.evaluation import Evaluation
    from factuel.evaluation.tally import Score

BELOW_FLOOR = 1


def evaluate(
    gold: Annotated[Path, typer.Argument(metavar="GOLD", help="A folder of .gold files, or one file.")],
    run: Annotated[
        Path, typer.Argument(metavar="RUN", help="The run folder made from those files, or another annotation of them.")
    ],
    by: Annotated[str | None, typer.Option(help="Also print scores by `genre`.")] = None,
    kind: Annotated[str | None, typer.Option("--type", help="List errors of this type only, such as role.")] = None,
    report: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Also write an HTML page: scores, reliability plot, errors.")
    ] = None,
    errors: Annotated[bool, typer.Option(help="List every error with its sentence.")] = True,
    floors: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Exit 1 when an F1 is below its floor in FILE.")
    ] = None,
    split: Annotated[str | None, typer.Option(help="The split whose floors count; default: GOLD's name.")] = None,
    update: Annotated[bool, typer.Option("--update", help="Raise the floors to these scores.")] = False,
    allow_regression: Annotated[
        bool, typer.Option("--allow-regression", help="With --update: lower floors too.")
    ] = False,
) -> None:
    """Score a run against gold: precision, recall and F1 by type, and the errors.

    RUN may be a folder of .gold files, or one file, by another annotator: F1 is then the agreement of the two. What is
    optional in either is right either way; articles that RUN lacks are left out, and dates if either has none.

    Example: factuel extract corpus/gold/dev -o run; factuel evaluate corpus/gold/dev run --by genre
    """
    from factuel.corpus.gold import GoldError
    from factuel.evaluation import check_floors, evaluate_folder, update_floors

    if by not in {None, "genre"}:
        fail(f"--by takes genre, not {by}")
    try:
        result = evaluate_folder(gold, run)
    except (GoldError, OSError, ValueError) as error:
        fail(error)
    if not result.articles:
        fail(f"{gold} holds no .gold file")
    if result.agreement and floors:
        fail(f"{run} is an annotation: floors are for runs")
    if errors:
        _print_errors(result.total, kind)
    _print_scores(result, by_genre=by == "genre")
    if report:
        _write_report(result, report, f"{gold} against {run}")
    if floors is None:
        return
    name = split or gold.name
    failing = (
        update_floors(result.total, floors, name, gold, allow_regression=allow_regression)
        if update
        else check_floors(result.total, floors, name)
    )
    for line in failing:
        typer.echo(line, err=True)
    raise typer.Exit(BELOW_FLOOR if failing else DONE)


def _write_report(result: Evaluation, path: Path, title: str) -> None:
    from factuel.evaluation.report import write_report

    try:
        write_report(result, path, title=title)
    except OSError as error:
        fail(f"cannot write {path}: {error.strerror}")


def _print_errors(score: Score, kind: str | None) -> None:
    for mistake in score.mistakes:
        if kind in {None, mistake.type}:
            typer.echo(f"{mistake.article} {mistake.type} {mistake.kind}: {mistake.what}\n    … {mistake.sentence} …")


def _print_scores(result: Evaluation, *, by_genre: bool) -> None:
    from rich.console import Console
    from rich.table import Table

    from factuel.evaluation.calibration import calibration_error

    console = Console()
    if result.agreement:
        console.print("two annotations are compared: F1 is their agreement")
    tables = [(f"{result.articles} articles", result.total)]
    tables += sorted(result.by_genre.items()) if by_genre else []
    for title, score in tables:
        table = Table("type", "precision", "recall", "F1", "wanted", "found", title=title, title_justify="left")
        for name, tally in score.tallies.items():
            cells = (f"{tally.precision:.3f}", f"{tally.recall:.3f}", f"{tally.f1:.3f}", str(tally.wanted))
            table.add_row(name, *cells, str(tally.found))
        console.print(table)
    if not result.agreement:
        console.print(f"calibration error of confidence: {calibration_error(result.total.judgements):.3f}")
    table = Table("detail, among matched", "right", "of", title_justify="left")
    for name, count in result.total.detail_of.items():
        table.add_row(name, f"{result.total.share(name):.3f}", str(count))
    console.print(table)
