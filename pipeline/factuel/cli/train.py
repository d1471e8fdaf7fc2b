"""`factuel train`: train a component that ships, from the repository's gold."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import Annotated

import typer

from factuel.cli.exits import fail


def train(
    component: Annotated[str, typer.Argument(metavar="COMPONENT", help="What to train: names.")],
    gold: Annotated[Path, typer.Option(metavar="FOLDER", help="The gold: its train, dev and names folders.")] = Path(
        "corpus/gold"
    ),
    output: Annotated[Path, typer.Option("-o", "--output", metavar="FOLDER", help="Where the weights go.")] = Path(
        "models/weights/names"
    ),
) -> None:
    """Train a component on the repository's own articles; the epoch that is best on dev is kept.

    The same gold and settings (models/configs/names.cfg) give the same weights, in some ten minutes.

    Example: factuel train names
    """
    from factuel.corpus.gold import GoldError
    from factuel.training.names import train_names

    if component != "names":
        fail(f"there is no component {component!r} to train; there is names")
    missing = [folder for folder in ("train", "dev", "names") if not (gold / folder).is_dir()]
    if missing:
        fail(f"{gold} has no folder {missing[0]}")
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    output.mkdir(parents=True, exist_ok=True)
    try:
        score = train_names([gold / "train", gold / "names"], gold / "dev", output)
    except GoldError as error:
        fail(error)
    typer.echo(f"precision {score.precision:.3f}, recall {score.recall:.3f}, F1 {score.f1:.3f} on dev; in {output}")
