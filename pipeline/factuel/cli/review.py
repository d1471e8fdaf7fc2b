"""`factuel review`: the curators' desk for a run, and what they decided as JSON Lines."""

from __future__ import annotations

import sys
from contextlib import nullcontext
from pathlib import Path
from typing import Annotated

import typer

from factuel.cli.exits import INTERRUPTED, fail


def review(
    run: Annotated[list[str], typer.Argument(metavar="[export] RUN", help="The run folder.")],
    output: Annotated[
        Path | None, typer.Option("-o", "--output", metavar="FILE", help="With export: a new file. Default stdout.")
    ] = None,
    host: Annotated[str, typer.Option(help="Where to listen; another than this machine needs --token.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(help="The port; 0 takes a free one.", min=0, max=65535)] = 8765,
    token: Annotated[
        str | None, typer.Option(envvar="FACTUEL_REVIEW_TOKEN", help="What browsers must bring: /?token=TOKEN.")
    ] = None,
    database: Annotated[
        str | None, typer.Option(metavar="URL", help="postgresql://…; without it RUN/review.sqlite.")
    ] = None,
    double: Annotated[
        float | None, typer.Option(help="Percent of the facts that two curators judge.", min=0, max=100)
    ] = None,
) -> None:
    """Open the desk where curators decide the facts of a run, in the browser.

    Decisions are kept beside the run and stay when the run is done again. `factuel review export RUN` writes them as
    JSON Lines (schema `decision`), `factuel export RUN --reviewed` the run as they have it.

    Example: factuel review run
    """
    if len(run) == 2 and run[0] == "export":
        return _export(Path(run[1]), database, output)
    if len(run) != 1:
        fail("give one run folder, or export and one run folder")
    _serve(Path(run[0]), host, port, token, database, double)


def _serve(run: Path, host: str, port: int, token: str | None, database: str | None, double: float | None) -> None:
    from factuel.outputs.reading import RunFolderError
    from factuel.review.database import DatabaseError
    from factuel.review.opening import opened_review
    from factuel.review.serving import ServingError, check_address, free_port, serve

    try:
        check_address(host, token)
        with opened_review(run, database, double) as opened:
            port = port or free_port(host)
            typer.echo(f"http://{host}:{port}/" + (f"?token={token}" if token else ""), err=True)
            serve(opened, host, port, token)
    except (RunFolderError, DatabaseError, ServingError, OSError) as error:
        fail(error)
    except KeyboardInterrupt:
        fail("stopped", INTERRUPTED)


def _export(run: Path, database: str | None, output: Path | None) -> None:
    from factuel.outputs.reading import RunFolderError
    from factuel.outputs.rendering import record_line
    from factuel.review.database import DatabaseError
    from factuel.review.export import read_decisions
    from factuel.review.opening import opened_review

    try:
        with opened_review(run, database) as opened:
            out = output.open("xb") if output else sys.stdout.buffer
            with out if output else nullcontext():
                out.writelines(map(record_line, read_decisions(opened)))
    except (RunFolderError, DatabaseError, OSError) as error:
        fail(error)
