"""The same pages through factuel and through the bare parts (trafilatura, then fr_core_news_md), alternating.

    python benchmarks/against_parts.py corpus/pages [--rounds 7]

Prints the median seconds of each, the ratio of medians, and the share of each stage of factuel.
"""

import argparse
import statistics
import sys
import time
from collections import Counter
from pathlib import Path

import spacy
import trafilatura

from factuel.assembly import load_pipeline
from factuel.cleaning import CleaningError, clean_page
from factuel.corpus import read_pages
from factuel.facts.extraction import extract_facts
from factuel.records import RawPage


def bare(nlp, pages):
    for page in pages:
        if page.media_type == "text/html":
            extracted = trafilatura.bare_extraction(page.content, favor_precision=True, with_metadata=True)
            text = extracted.text if extracted is not None else ""
        else:
            text = page.content.decode("utf-8", "replace")
        nlp(text or "")


def ours(pipeline, pages, shares):
    clock = time.perf_counter
    for page in pages:
        started = clock()
        try:
            article = clean_page(page)
        except CleaningError:
            shares["cleaning"] += clock() - started
            continue
        shares["cleaning"] += clock() - started
        doc = pipeline.nlp.make_doc(article.text)
        for name, component in pipeline.nlp.pipeline:
            started = clock()
            doc = component(doc)
            shares[name] += clock() - started
        started = clock()
        extract_facts(doc, article)
        shares["facts"] += clock() - started


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("sources", nargs="+", type=Path)
    parser.add_argument("--rounds", type=int, default=7)
    options = parser.parse_args()
    pages = [page for page in read_pages([str(source) for source in options.sources]) if isinstance(page, RawPage)]
    pages = [page for page in pages if len(page.content) < 2_000_000]
    plain, pipeline = spacy.load("fr_core_news_md"), load_pipeline()
    shares, times = Counter(), {"bare": [], "factuel": []}
    for round_ in range(options.rounds + 1):
        for name, run in (("bare", lambda: bare(plain, pages)), ("factuel", lambda: ours(pipeline, pages, shares))):
            started = time.perf_counter()
            run()
            if round_:
                times[name].append(time.perf_counter() - started)
            else:
                shares.clear()
    medians = {name: statistics.median(values) for name, values in times.items()}
    print(f"{len(pages)} pages, {options.rounds} rounds, spaCy {spacy.__version__}, Python {sys.version.split()[0]}")
    for name, median in medians.items():
        print(f"{name:8} median {median:.3f} s, {len(pages) / median:.1f} pages/s")
    print(f"ratio factuel / bare parts: {medians['factuel'] / medians['bare']:.2f}")
    whole = sum(shares.values())
    for name, seconds in shares.most_common():
        print(f"  {name:20} {100 * seconds / whole:5.1f} %")


if __name__ == "__main__":
    main()
