"""`corpus/pages/LEAKS.tsv`: what surrounds the articles of the sample pages, by kind, and how much of each there is."""

import csv
import gzip
import re
from collections import Counter, defaultdict
from functools import cache
from pathlib import Path

from lxml import html

from factuel.cleaning.decoding import decode_page

CORPUS = Path(__file__).parents[2] / "corpus"
LINES = (CORPUS / "pages" / "LEAKS.tsv").read_text(encoding="utf-8").splitlines()
LEAKS = list(csv.DictReader(LINES, delimiter="\t", quoting=csv.QUOTE_NONE))


@cache
def page_words(name):
    content = (CORPUS / "pages" / name).read_bytes()
    text = decode_page(gzip.decompress(content) if name.endswith(".gz") else content, None)
    if ".txt" in name:
        return " ".join(text.split())
    tree = html.document_fromstring(re.sub(r"^\ufeff?\s*<\?xml[^>]*\?>", "", text))
    for part in tree.xpath("//script|//style|//comment()"):
        part.drop_tree()
    return " ".join(" ".join(tree.itertext()).split())


def gold_of(name):
    gold = CORPUS / "gold" / "pages" / f"{name.removesuffix('.gz').rsplit('.', 1)[0]}.txt"
    return " ".join(gold.read_text(encoding="utf-8").split()) if gold.exists() else ""


def test_leaks_are_on_their_page():
    lost = [leak for leak in LEAKS if leak["words"] not in page_words(leak["file"])]
    assert not lost


def test_leaks_are_not_in_the_gold():
    """Pull quotes and repeated captions say what the article says; a very short leak is met by chance."""
    repeats = {"pull_quote", "tags", "topics"}
    golds = defaultdict(str, {name: gold_of(name) for name in {leak["file"] for leak in LEAKS}})
    kept = [
        leak
        for leak in LEAKS
        if leak["kind"] not in repeats and len(leak["words"].split()) >= 4 and leak["words"] in golds[leak["file"]]
    ]
    assert not kept


def test_every_kind_often_enough():
    """Ten times each over the corpus (issue 8)."""
    counts = Counter(leak["kind"] for leak in LEAKS)
    assert not {kind: count for kind, count in counts.items() if count < 10}
