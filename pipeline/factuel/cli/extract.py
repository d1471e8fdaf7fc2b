"""`factuel extract`: sources in, a run folder out."""

from __future__ import annotations

import sys
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from factuel.cli.exits import DONE, INTERRUPTED, SOME_REJECTED, TERMINATED, fail

if TYPE_CHECKING:
    from factuel.records import Manifest
    from factuel.runs.folder import Existing
    from factuel.runs.settings import RunConfig


class Engine(StrEnum):
    """What runs the workers."""

    local = "local"


def extract(
    sources: Annotated[
        list[str], typer.Argument(metavar="SOURCE", help="Folders, files, globs, addresses, queries, or - (stdin).")
    ],
    output: Annotated[Path, typer.Option("-o", "--output", metavar="RUN", help="The run folder, or - for stdout.")],
    workers: Annotated[int | None, typer.Option(help="Processes, each with the model (0.7 GB). Default 1.")] = None,
    engine: Annotated[Engine | None, typer.Option(help="What runs the workers. Default local.")] = None,
    published: Annotated[
        datetime | None, typer.Option(formats=["%Y-%m-%d"], help="Publication date of pages that do not say theirs.")
    ] = None,
    min_confidence: Annotated[float | None, typer.Option(help="Leave out facts below it (0 to 1). Default 0.")] = None,
    cache: Annotated[Path | None, typer.Option(metavar="DIR", help="Keep fetched pages; ask only for changes.")] = None,
    allow_private: Annotated[
        bool, typer.Option("--allow-private", help="Fetch from private and loopback addresses too.")
    ] = False,
    config: Annotated[Path | None, typer.Option(metavar="FILE", help="Settings in TOML; options go before it.")] = None,
    overwrite: Annotated[bool, typer.Option("--overwrite", help="Replace the run that RUN holds.")] = False,
    resume: Annotated[bool, typer.Option("--resume", help="Continue the interrupted run that RUN holds.")] = False,
) -> None:
    """Extract articles, entities and facts from French press pages.

    Reads web pages, texts, archives, web archives, tables, exports of press databases, feeds and addresses: `factuel
    sources` lists all. Writes articles.jsonl, entities.jsonl, facts.jsonl, rejects.jsonl and manifest.json to RUN; with
    -o - one line a page to stdout: {"article", "entities", "facts"} or {"reject"}.

    Exit code: 0 all processed, 1 some inputs rejected (see rejects.jsonl), 2 usage error.

    Example: factuel extract pages/ more.zip -o run --workers 2
    """
    if overwrite and resume:
        fail("--overwrite and --resume exclude each other")
    day = published.date() if published else None
    given: dict[str, object] = {
        "workers": workers,
        "engine": engine,
        "published": day,
        "min_confidence": min_confidence,
        "cache": cache,
        "allow_private": allow_private or None,
    }
    settings = _settings(config, given)
    existing: Existing = "overwrite" if overwrite else "resume" if resume else "refuse"
    manifest = _run(sources, output, settings, existing)
    raise typer.Exit(SOME_REJECTED if manifest.counts["rejects"] else DONE)


def _settings(path: Path | None, given: dict[str, object]) -> RunConfig:
    from factuel.runs.errors import SettingsError
    from factuel.runs.settings import read_config

    try:
        return read_config(path, **given)
    except SettingsError as error:
        fail(error)


def _run(sources: list[str], output: Path, settings: RunConfig, existing: Existing) -> Manifest:
    from factuel.cli.progress import progress
    from factuel.cli.summary import print_summary
    from factuel.runs.errors import RunError
    from factuel.runs.extraction import extract_to_folder, extract_to_stream
    from factuel.runs.interrupts import Terminated, termination_as_interrupt

    to_stdout = str(output) == "-"
    try:
        with termination_as_interrupt(), progress(sources) as on_page:
            if to_stdout:
                manifest = extract_to_stream(sources, sys.stdout.buffer, settings, on_page=on_page)
            else:
                manifest = extract_to_folder(sources, output, settings, existing=existing, on_page=on_page)
    except RunError as error:
        fail(error)
    except BrokenPipeError:
        raise  # typer ends the command without a word, as programs do whose reader has gone
    except OSError as error:
        fail(f"cannot write the run: {error}")
    except KeyboardInterrupt as stop:
        what = "interrupted" if to_stdout else f"interrupted; {output} is incomplete, continue it with --resume"
        fail(what, TERMINATED if isinstance(stop, Terminated) else INTERRUPTED)
    print_summary(manifest, None if to_stdout else output)
    return manifest
