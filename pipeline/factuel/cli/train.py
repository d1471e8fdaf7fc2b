"""`factuel train`: train a component that ships, from the repository's gold."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import Annotated

import typer

from factuel.cli.exits import fail


def train(
    component: Annotated[str, typer.Argument(metavar="COMPONENT", help="What to train: names or confidence.")],
    gold: Annotated[Path, typer.Option(metavar="FOLDER", help="The gold: its train, dev and names folders.")] = Path(
        "corpus/gold"
    ),
    output: Annotated[
        Path | None, typer.Option("-o", "--output", metavar="PATH", help="Where the weights go. Default: models/.")
    ] = None,
    reviewed: Annotated[
        Path | None, typer.Option("--from", metavar="RUN", help="confidence: learn from what curators decided, too.")
    ] = None,
    database: Annotated[
        str | None, typer.Option(metavar="URL", help="With --from: postgresql://… of the review.")
    ] = None,
) -> None:
    """Train a component on the repository's own articles.

    names: the named-entity component (models/configs/names.cfg), in ten minutes; the epoch that is best on dev is kept.
    confidence: how sure facts are, in one minute. The same gold gives the same weights.
    With --from the facts of a reviewed run that curators accepted, rejected or corrected are learnt from as well, and
    what they gain on dev is told.

    Example: factuel train names
    """
    from factuel.corpus.gold import GoldError

    needed = {"names": ("train", "dev", "names"), "confidence": ("train", "dev")}.get(component)
    if needed is None:
        fail(f"there is no component {component!r} to train; there are names and confidence")
    missing = [folder for folder in needed if not (gold / folder).is_dir()]
    if missing:
        fail(f"{gold} has no folder {missing[0]}")
    if reviewed and component != "confidence":
        fail("--from is for confidence")
    try:
        if component == "names":
            _train_names(gold, output)
        elif reviewed:
            _train_from_decisions(gold, output, reviewed, database)
        else:
            _train_confidence(gold, output)
    except (GoldError, ImportError) as error:
        fail(error)


def _train_names(gold: Path, output: Path | None) -> None:
    from factuel.training.names import train_names

    logging.basicConfig(level=logging.INFO, format="%(message)s")
    folder = output or Path("models/weights/names")
    folder.mkdir(parents=True, exist_ok=True)
    score = train_names([gold / "train", gold / "names"], gold / "dev", folder)
    typer.echo(f"precision {score.precision:.3f}, recall {score.recall:.3f}, F1 {score.f1:.3f} on dev; in {folder}")


def _train_confidence(gold: Path, output: Path | None) -> None:
    from factuel.training.confidence import fit, read_examples, write_weights

    path = output or Path("models/lexicons/confidence_weights.tsv")
    examples = read_examples(gold / "train")
    write_weights(fit(examples).items(), path)
    typer.echo(f"{len(examples)} judged facts; weights in {path}")


def _train_from_decisions(gold: Path, output: Path | None, run: Path, database: str | None) -> None:
    from factuel.outputs.reading import RunFolderError
    from factuel.review.database import DatabaseError
    from factuel.review.opening import opened_review
    from factuel.training.confidence import fit, read_examples, write_weights
    from factuel.training.decisions import gain, read_decided

    path = output or Path("models/lexicons/confidence_weights.tsv")
    try:
        with opened_review(run, database) as opened:
            decided = list(read_decided(run, opened))
    except (RunFolderError, DatabaseError) as error:
        fail(error)
    examples = read_examples(gold / "train")
    before, after = fit(examples), fit([*examples, *decided])
    write_weights(after.items(), path)
    typer.echo(f"{len(examples)} judged facts, {len(decided)} decided ones; weights in {path}")
    typer.echo(gain(before, after, read_examples(gold / "dev")))
