"""The review desk under load: python -m benchmarks.review_load [--facts N] [--seconds S] [--database URL].

Prints how long a run of N facts takes to open, the first page, the median and 95th percentile of 300 decisions by one
curator, and what twenty curators in parallel do in S seconds; stops with an error when a decision is lost or doubled.
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from tests.review.conftest import make_extraction, write_run
from tests.review.desk_client import Client
from tests.review.load import Curator, decided_items, server_process, work_in_parallel

from factuel.records import Extraction, Figure, content_id
from factuel.review.database import database_url

FACTS_AN_ARTICLE = 20
_FILLER = "\n\n" + "Le reste de la page parle d'autre chose, assez longuement pour ressembler à un article. " * 35


def articles(facts: int) -> Iterator[Extraction]:
    """Yield articles of 3,000 characters with twenty facts each."""
    for number in range(facts // FACTS_AN_ARTICLE):
        made = make_extraction(number)
        role, figure = made.facts
        assert isinstance(figure, Figure)
        more = [
            figure.model_copy(
                update={
                    "id": content_id("f", made.article.id, str(copy)),
                    "of": f"salariés {copy}",
                    "confidence": (number * 7 + copy * 13) % 100 / 100,
                }
            )
            for copy in range(FACTS_AN_ARTICLE - 1)
        ]
        article = made.article.model_copy(update={"text": made.article.text + _FILLER})
        yield made.model_copy(update={"article": article, "facts": (role, *more)})


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--facts", type=int, default=100_000)
    parser.add_argument("--seconds", type=float, default=120)
    parser.add_argument("--database")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        run = write_run(Path(folder) / "run", list(articles(options.facts)))
        began = time.perf_counter()
        with server_process(run, options.database):
            print(f"opening a new run: {time.perf_counter() - began:.1f} s")
        began = time.perf_counter()
        with server_process(run, options.database) as (_, port):
            print(f"opening it again: {time.perf_counter() - began:.1f} s")
            measure(port)
            people = work_in_parallel(port, 20, options.seconds)
        report(people, decided_items(options.database or database_url(run)))


def measure(port: int) -> None:
    """Print the times of one curator."""
    client = Client(port, "Ana")
    for path in ("/", "/list", "/?q=lumeo+99", "/?type=role", "/?entity=Lumeo+77", "/list?order=confidence", "/people"):
        began = time.perf_counter()
        assert client.get(path).status == 200
        print(f"page {path}: {(time.perf_counter() - began) * 1000:.0f} ms")
    curator = Curator("Ana", port)
    curator.work(time.monotonic() + 300, facts=300)
    spent = sorted(curator.seconds)
    print(f"300 decisions: median {statistics.median(spent) * 1000:.0f} ms, p95 {spent[285] * 1000:.0f} ms")


def report(people: list[Curator], kept: list[str]) -> None:
    """Print what the curators in parallel did; fail when a decision is lost or doubled."""
    acknowledged = Counter(item for one in people for item in one.acknowledged)
    spent = sorted(second for one in people for second in one.seconds)
    print(
        f"{len(people)} curators: {sum(acknowledged.values())} decisions, {sum(one.refused for one in people)} refused"
    )
    print(f"median {statistics.median(spent) * 1000:.0f} ms, p95 {spent[len(spent) * 95 // 100] * 1000:.0f} ms")
    counted = Counter(kept)
    lost = acknowledged - counted
    doubled = [item for item, count in counted.items() if count > 1]
    print(f"lost {len(lost)}, doubled {len(doubled)}, unfinished curators {sum(not one.finished for one in people)}")
    assert not lost and not doubled


if __name__ == "__main__":
    main()
