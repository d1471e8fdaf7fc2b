"""Annotation with factuel's pipeline and with plain fr_core_news_md, the same texts alternating in one process.

    python benchmarks/annotation.py corpus/pages [--rounds 5]

Prints the median seconds of each, how many times faster ours is, the share of each component, and the seconds that loading
takes. Seconds are of the processor, so that other work on the machine does not count.
"""

import argparse
import statistics
import time
from collections import Counter
from pathlib import Path

import spacy

from factuel.assembly import load_pipeline
from factuel.cleaning import CleaningError, clean_page
from factuel.corpus import read_pages
from factuel.records import RawPage

clock = time.process_time
OWN = ("factuel_figures", "factuel_dates", "factuel_quotations")


def texts_of(sources):
    for page in read_pages([str(source) for source in sources]):
        if isinstance(page, RawPage) and len(page.content) < 2_000_000:
            try:
                yield clean_page(page).text
            except CleaningError:
                continue


def ours(nlp, texts, shares):
    for text in texts:
        doc = nlp.make_doc(text)
        for name, component in nlp.pipeline:
            started = clock()
            doc = component(doc)
            shares[name] += clock() - started


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("sources", nargs="+", type=Path)
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    started = clock()
    nlp = load_pipeline().nlp
    loading = clock() - started
    plain, texts, shares = spacy.load("fr_core_news_md"), list(texts_of(options.sources)), Counter()
    times = {"plain": [], "factuel": []}
    for round_ in range(options.rounds + 1):
        for name in times:
            started = clock()
            if name == "plain":
                for text in texts:
                    plain(text)
            else:
                ours(nlp, texts, shares)
            if round_:
                times[name].append(clock() - started)
    medians = {name: statistics.median(values) for name, values in times.items()}
    print(f"{len(texts)} texts, {sum(map(len, texts)):,} characters, {options.rounds} rounds; loading {loading:.1f} s")
    for name, median in medians.items():
        print(f"{name:8} median {median:.2f} s of the processor")
    print(
        f"speed of factuel's annotation: {medians['plain'] / medians['factuel']:.2f} times that of plain fr_core_news_md"
    )
    whole = sum(shares.values())
    alike = 1 - sum(shares[name] for name in OWN) / whole
    print(
        f"without what plain has not (figures, dates, quotations): {medians['plain'] / medians['factuel'] / alike:.2f} times"
    )
    for name, seconds in shares.most_common():
        print(f"  {name:20} {100 * seconds / whole:5.1f} %")


if __name__ == "__main__":
    main()
