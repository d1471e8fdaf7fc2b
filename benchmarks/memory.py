"""Memory of a run as it grows: resident memory of the parent and its workers, from 100 to 10,000 pages.

    python benchmarks/memory.py [--pages 10000] [--workers 1] [SOURCE...]

Pages are those of the sources (default: corpus/pages and corpus/gold), over and over, each time with numbers of its
own, so that no two have the same bytes and new words keep coming. Prints a table: pages done, seconds, MB.
"""

from __future__ import annotations

import argparse
import itertools
import os
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from factuel.corpus import read_pages
from factuel.outputs.rendering import PageLines
from factuel.records import RawPage
from factuel.runs import extraction
from factuel.runs.settings import RunConfig

ROOT = Path(__file__).parents[1]
MEGABYTE = 1_000_000


def repeated(sources: list[str], count: int) -> Iterator[RawPage]:
    pages = [page for page in read_pages(sources) if isinstance(page, RawPage)]
    for number, page in zip(range(count), itertools.cycle(pages), strict=False):
        word = f"référence mot{number:x}neuf{number % 97}".encode()
        marked = page.content.replace(b"</p>", b" Texte " + word + b".</p>", 1)
        content = marked if marked != page.content else page.content + b"\n\nTexte de " + word + b"."
        yield page.model_copy(update={"uri": f"{page.uri}?{number}", "content": content})


def resident_mb(process: int) -> float:
    status = Path(f"/proc/{process}/status").read_text(encoding="ascii", errors="replace")
    kilobytes = next(line.split()[1] for line in status.splitlines() if line.startswith("VmRSS"))
    return int(kilobytes) * 1024 / MEGABYTE


def children() -> list[int]:
    listing = Path(f"/proc/self/task/{os.getpid()}/children").read_text(encoding="ascii")
    return [int(child) for child in listing.split()]


class Watch:
    """Prints a line whenever the number of pages is one of `points`."""

    def __init__(self, points: set[int]) -> None:
        self.points = points
        self.done = 0
        self.started = time.monotonic()

    def __call__(self, page: PageLines) -> None:
        self.done += 1
        if self.done in self.points:
            workers = " ".join(f"{resident_mb(child):8.0f}" for child in children())
            seconds = time.monotonic() - self.started
            print(f"{self.done:>8} {seconds:9.1f} {resident_mb(os.getpid()):9.0f}  {workers}", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sources", nargs="*", default=[str(ROOT / "corpus" / "pages"), str(ROOT / "corpus" / "gold")])
    parser.add_argument("--pages", type=int, default=10_000)
    parser.add_argument("--workers", type=int, default=1)
    arguments = parser.parse_args()
    points = {n for n in (100, 200, 500, 1000, 2000, 3000, 5000, 7000, 10_000, arguments.pages) if n <= arguments.pages}
    extraction.read_pages = lambda sources, policy=None: repeated(list(sources), arguments.pages)  # type: ignore[assignment]
    print(f"{'pages':>8} {'seconds':>9} {'parent':>9}  worker(s), MB resident")
    with tempfile.TemporaryDirectory() as folder:
        config = RunConfig(workers=arguments.workers)
        extraction.extract_to_folder(arguments.sources, Path(folder) / "run", config, on_page=Watch(points))


if __name__ == "__main__":
    sys.exit(main())
