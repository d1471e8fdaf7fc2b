"""`factuel train`: train a component that ships, from the repository's gold."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from factuel.cli.exits import fail

if TYPE_CHECKING:
    from spacy.language import Language

    from factuel.training.confidence import Example

_LEXICONS: Final = Path("models/lexicons")
_COMPONENTS: Final[dict[str, tuple[str, ...]]] = {"names": ("names",), "figures": (), "confidence": ()}
"""What can be trained, with the folders of gold that it needs beside train and dev."""


def train(
    component: Annotated[str, typer.Argument(metavar="COMPONENT", help="What to train: names, figures or confidence.")],
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
    figures: what figures count and whom they are about, in one minute; PATH is a folder.
    confidence: how sure facts are, in one minute. The same gold gives the same weights.
    With --from the facts of a reviewed run that curators accepted, rejected or corrected are learnt from as well, and
    what they gain on dev is told.

    Example: factuel train names
    """
    from factuel.corpus.gold import GoldError

    if component not in _COMPONENTS:
        fail(f"there is no component {component!r} to train; there are {', '.join(_COMPONENTS)}")
    missing = [folder for folder in ("train", "dev", *_COMPONENTS[component]) if not (gold / folder).is_dir()]
    if missing:
        fail(f"{gold} has no folder {missing[0]}")
    if reviewed and component != "confidence":
        fail("--from is for confidence")
    try:
        if component == "names":
            _train_names(gold, output)
        elif component == "figures":
            _train_figures(gold, output)
        else:
            _train_confidence(gold, output, reviewed, database)
    except (GoldError, ImportError) as error:
        fail(error)


def _train_names(gold: Path, output: Path | None) -> None:
    from factuel.training.names import train_names

    logging.basicConfig(level=logging.INFO, format="%(message)s")
    folder = output or Path("models/weights/names")
    folder.mkdir(parents=True, exist_ok=True)
    score = train_names([gold / "train", gold / "names"], gold / "dev", folder)
    typer.echo(f"precision {score.precision:.3f}, recall {score.recall:.3f}, F1 {score.f1:.3f} on dev; in {folder}")


def _train_confidence(gold: Path, output: Path | None, reviewed: Path | None, database: str | None) -> None:
    from factuel.models.pipeline import load_language
    from factuel.training.confidence import HEADER, fit, read_examples
    from factuel.training.decisions import gain
    from factuel.training.weights import write_weights

    path = output or _LEXICONS / "confidence_weights.tsv"
    nlp = load_language()
    decided = _decided(nlp, reviewed, database) if reviewed else []
    examples = read_examples(nlp, gold / "train")
    weights = fit([*examples, *decided])
    write_weights(weights, path, HEADER)
    learnt = f", {len(decided)} decided ones" if reviewed else ""
    typer.echo(f"{len(examples)} judged facts{learnt}; weights in {path}")
    if reviewed:
        typer.echo(gain(fit(examples), weights, read_examples(nlp, gold / "dev")))


def _decided(nlp: Language, run: Path, database: str | None) -> list[Example]:
    from factuel.outputs.reading import RunFolderError
    from factuel.review.database import DatabaseError
    from factuel.review.opening import opened_review
    from factuel.training.decisions import read_decided

    try:
        with opened_review(run, database) as opened:
            return list(read_decided(nlp, run, opened))
    except (RunFolderError, DatabaseError) as error:
        fail(error)


def _train_figures(gold: Path, output: Path | None) -> None:
    from factuel.corpus.gold import read_gold
    from factuel.models.pipeline import load_language
    from factuel.training import figure_counts, figure_subjects
    from factuel.training.choice import fit
    from factuel.training.weights import write_weights

    nlp = load_language()
    articles = [article for split in ("train", "dev") for article in read_gold(gold / split)]
    for task, name in ((figure_subjects, "figure_weights"), (figure_counts, "figure_count_weights")):
        examples = list(task.read_examples(nlp, articles))
        path = (output or _LEXICONS) / f"{name}.tsv"
        write_weights(fit(examples, task.PENALTY), path, task.HEADER)
        typer.echo(f"{len(examples)} annotated figures; weights in {path}")
