"""`factuel collect`: the raw pages of any sources, kept in one file for later runs."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from factuel.cli.exits import DONE, INTERRUPTED, SOME_REJECTED, fail


def collect(
    sources: Annotated[list[str], typer.Argument(metavar="SOURCE", help="What `factuel sources` lists.")],
    output: Annotated[Path, typer.Option("-o", "--output", metavar="FILE", help="A new .jsonl or .jsonl.zst file.")],
    cache: Annotated[Path | None, typer.Option(metavar="DIR", help="Keep fetched pages; ask only for changes.")] = None,
    allow_private: Annotated[
        bool, typer.Option("--allow-private", help="Fetch from private and loopback addresses too.")
    ] = False,
) -> None:
    """Keep the raw pages of sources in one file, to extract from later, again and again.

    Fetches addresses, feeds and site maps politely. The file keeps each page's bytes, address, and the time when it was
    retrieved; what could not be read is in FILE.rejects.jsonl.

    Exit code: 0 all kept, 1 some inputs rejected, 2 usage error.

    Example: factuel collect https://example.org/rss -o pages.jsonl.zst
    """
    from factuel.cli.progress import counting
    from factuel.corpus.web.policy import FetchPolicy
    from factuel.runs.collecting import collect_pages
    from factuel.runs.errors import RunError

    policy = FetchPolicy(allow_private=allow_private, cache=cache)
    try:
        with counting(sources, "collecting") as on_item:
            pages, rejects = collect_pages(sources, output, policy, on_item)
    except RunError as error:
        fail(error)
    except OSError as error:
        fail(f"cannot write {output}: {error.strerror or error}")
    except KeyboardInterrupt:
        fail(f"interrupted; what was collected is in {output}.partial", INTERRUPTED)
    typer.echo(f"{pages} pages in {output}, {rejects} inputs rejected", err=True)
    raise typer.Exit(SOME_REJECTED if rejects else DONE)
