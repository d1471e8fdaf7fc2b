"""Speed of find_figures and find_dates on press text, beside other tools, in one run on one core.

    python benchmarks/figures_and_dates.py [FOLDER] [--others]

FOLDER holds `.gold` or `.txt` articles (default: corpus/gold/train). With `--others`, EDS-NLP, dateparser's search and
Recognizers-Text run too where they are installed (`pip install -e '.[benchmark]'`, in an environment of its own); they
are no part of the project. Times are processor seconds, medians of several rounds, so that other work on the machine weighs little.
"""

from __future__ import annotations

import argparse
import re
import statistics
import sys
import time
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

from factuel.annotation.dates import find_dates
from factuel.annotation.figures import find_figures

ROUNDS = 5
REFERENCE = date(2023, 4, 6)
MARK = re.compile(r"\[[A-Z|]+\?? ([^\[\]=]+)(?:=[^\[\]=]+)?\]")
Reader = Callable[[str], object]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", default="corpus/gold/train", type=Path)
    parser.add_argument("--others", action="store_true")
    arguments = parser.parse_args()
    texts = articles(arguments.folder)
    size = sum(map(len, texts))
    print(f"{len(texts)} articles, {size} characters, Python {sys.version.split()[0]}")
    readers: dict[str, Reader] = {
        "find_figures": find_figures,
        "find_dates": lambda text: find_dates(text, REFERENCE),
        "both": lambda text: (find_figures(text), find_dates(text, REFERENCE)),
    }
    for name, reader in readers.items():
        report(name, reader, texts, ROUNDS)
    print("length  characters a second of both (the same article repeated)")
    for times in (1, 10, 100):
        text = "\n\n".join(texts[:10]) * times
        print(f"{len(text):>8}  {len(text) / spent(readers['both'], [text]):>12,.0f}")
    if arguments.others:
        for name, reader in others().items():
            report(name, reader, texts[:10], 1)


def articles(folder: Path) -> list[str]:
    """Return the texts of a folder, the marks of gold files removed."""
    texts = []
    for path in sorted(folder.glob("*")):
        content = path.read_text(encoding="utf-8")
        if path.suffix == ".gold":
            content = MARK.sub(r"\1", content.split("\n===\n")[1])
        texts.append(content)
    return texts


def report(name: str, reader: Reader, texts: list[str], rounds: int) -> None:
    reader(texts[0])
    size = sum(map(len, texts))
    # A text seen before would be answered from the scan that both finders share, so each round has its own texts.
    seconds = [spent(reader, [f"{text}\n{turn}" for text in texts]) for turn in range(rounds)]
    print(f"{name:<28} {size / statistics.median(seconds):>12,.0f} characters a second")


def spent(reader: Reader, texts: list[str]) -> float:
    start = time.process_time()
    for text in texts:
        reader(text)
    return time.process_time() - start


def others() -> dict[str, Reader]:
    """Return the other tools that are installed."""
    found: dict[str, Reader] = {}
    try:
        from dateparser.search import search_dates

        settings = {"RELATIVE_BASE": datetime(2023, 4, 6)}  # noqa: DTZ001 - a day, as the articles have
        found["dateparser search_dates"] = lambda text: search_dates(text, languages=["fr"], settings=settings)
    except ImportError:
        print("dateparser is not installed")
    try:
        import edsnlp

        nlp = edsnlp.blank("eds")
        for pipe in ("eds.sentences", "eds.dates", "eds.quantities"):
            nlp.add_pipe(pipe)
        found["EDS-NLP dates, quantities"] = nlp
    except ImportError:
        print("edsnlp is not installed")
    try:
        from recognizers_date_time import recognize_datetime
        from recognizers_number import recognize_number

        base = datetime(2023, 4, 6)  # noqa: DTZ001
        found["Recognizers-Text"] = lambda text: (
            recognize_number(text, "fr-fr"),
            recognize_datetime(text, "fr-fr", reference=base),
        )
    except ImportError:
        print("recognizers-text-suite is not installed")
    return found


if __name__ == "__main__":
    main()
