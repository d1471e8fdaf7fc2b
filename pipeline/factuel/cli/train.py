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
) -> None:
    """Train a component on the repository's own articles.

    names: the named-entity component (models/configs/names.cfg), in ten minutes; the epoch that is best on dev is kept.
    confidence: how sure facts are, in one minute. The same gold gives the same weights.

    Example: factuel train names
    """
    from factuel.corpus.gold import GoldError

    needed = {"names": ("train", "dev", "names"), "confidence": ("train", "dev")}.get(component)
    if needed is None:
        fail(f"there is no component {component!r} to train; there are names and confidence")
    missing = [folder for folder in needed if not (gold / folder).is_dir()]
    if missing:
        fail(f"{gold} has no folder {missing[0]}")
    try:
        (_train_names if component == "names" else _train_confidence)(gold, output)
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
