"""Cleaning of the sample pages against their gold texts, by third of the corpus.

    python benchmarks/cleaning.py [train dev test] [--worst 5]

Prints for each split the mean F of five-word runs and the share of words leaked; for train and dev also the worst pages
with the lines that leaked, and the kinds of leak (corpus/pages/LEAKS.tsv) of which words are still in the text. Of the
test third numbers only: rules are not written on it.
"""

import argparse
import csv
from collections import Counter
from pathlib import Path

from factuel.cleaning import CleaningError, clean_page
from factuel.cleaning.typography import normalise_line
from factuel.corpus import read_pages
from factuel.evaluation.page_texts import score_text
from factuel.records import RawPage

CORPUS = Path(__file__).parents[1] / "corpus"


def rows(name):
    lines = (CORPUS / "pages" / name).read_text(encoding="utf-8").splitlines()
    return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def gold_of(name):
    """Return the gold text: `NAME.txt` for a file, `q25-MEMBER.txt` for what an archive holds."""
    whole, _, member = name.removesuffix(".gz").partition("#")
    stem = f"{whole.split('-')[0]}-{Path(member).stem}" if member else whole.rsplit(".", 1)[0]
    gold = CORPUS / "gold" / "pages" / f"{stem}.txt"
    return gold.read_text(encoding="utf-8") if gold.exists() else None


def cleaned(page):
    try:
        return clean_page(page).text
    except CleaningError as error:
        return error


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("splits", nargs="*", default=["train", "dev", "test"])
    parser.add_argument("--worst", type=int, default=5)
    options = parser.parse_args()
    read = [page for page in read_pages([str(CORPUS / "pages")]) if isinstance(page, RawPage)]
    raw = {page.uri.removeprefix(f"{CORPUS / 'pages'}/"): page for page in read}
    manifest, leaks = rows("MANIFEST.tsv"), rows("LEAKS.tsv")
    for split in options.splits:
        report(split, [row for row in manifest if row["split"] == split], raw, leaks, options.worst)


def report(split, pages, raw, leaks, worst):
    scores, wrong, texts = {}, [], {}
    for row in pages:
        text, gold = cleaned(raw[row["file"]]), gold_of(row["file"])
        if isinstance(text, CleaningError) != (row["expected"] == "reject"):
            wrong.append(row["file"])
        if row["expected"] == "article" and gold:
            texts[row["file"]] = "" if isinstance(text, CleaningError) else text
            scores[row["file"]] = score_text(texts[row["file"]], gold)
    words = max(1, sum(score.words for score in scores.values()))
    f = sum(score.f for score in scores.values()) / max(1, len(scores))
    leaked = sum(score.leaked for score in scores.values()) / words
    print(f"{split}: {len(scores)} texts, F {f:.4f}, words leaked {leaked:.4f}, wrongly kept or refused {len(wrong)}")
    if split == "test":
        return
    print("  wrongly kept or refused:", *(wrong or ["none"]))
    for file in sorted(scores, key=lambda file: scores[file].f)[:worst]:
        score = scores[file]
        print(f"  {file}: P {score.precision:.3f} R {score.recall:.3f} F {score.f:.3f}")
        for line in score.lines:
            print(f"      {line[:150]}")
    kinds = [(leak["kind"], survives(leak["words"], texts[leak["file"]])) for leak in leaks if leak["file"] in texts]
    through, whole = Counter(kind for kind, kept in kinds if kept), Counter(kind for kind, _ in kinds)
    print("  leaks through:", ", ".join(f"{kind} {n}/{whole[kind]}" for kind, n in through.most_common()) or "none")


def survives(words, text):
    """Tell whether the leak's words stand in the text; those of fewer than four words would be met by chance."""
    return len(words.split()) >= 4 and normalise_line(words) in text


if __name__ == "__main__":
    main()
