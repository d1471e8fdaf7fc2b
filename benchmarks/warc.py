"""A web archive of 20,000 records, made of the own pages by repetition with other words: is memory flat, is nothing lost?

python benchmarks/warc.py [--records 20000] [--read-only]

Reads the archive and cleans each page, in one process; prints pages a second and resident memory as it goes, and checks
that what went in came out as a page, a reject, or something left out by rule. Extraction on top costs what
`benchmarks/memory.py` measures.
"""

from __future__ import annotations

import argparse
import gzip
import os
import random
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from factuel.cleaning import CleaningError, clean_page
from factuel.corpus import read_pages
from factuel.records import RawPage

ROOT = Path(__file__).parents[1]
KINDS = (("page", 0.80), ("redirect", 0.08), ("picture", 0.07), ("missing", 0.03), ("revisit", 0.02))
"""Shares of records in the archive: roughly those of a crawl of news sites."""


def record(kind: str, url: str, body: bytes) -> bytes:
    status, media = {"redirect": ("301 Moved", "text/html"), "missing": ("404 Not Found", "text/html")}.get(
        kind, ("200 OK", "text/html")
    )
    media = "image/png" if kind == "picture" else media
    block = f"HTTP/1.1 {status}\r\nContent-Type: {media}\r\n\r\n".encode() + body
    head = (
        f"WARC/1.1\r\nWARC-Type: {'revisit' if kind == 'revisit' else 'response'}\r\nWARC-Target-URI: {url}\r\n"
        f"WARC-Date: 2024-03-12T08:30:00Z\r\nContent-Type: application/http\r\nContent-Length: {len(block)}\r\n\r\n"
    )
    return gzip.compress(head.encode() + block + b"\r\n\r\n", 1)


def write_archive(path: Path, records: int) -> Counter[str]:
    """Write the archive; return how many records of each kind are in it."""
    pages = [
        page.content
        for page in read_pages([str(ROOT / "corpus" / "pages")])
        if isinstance(page, RawPage) and page.media_type == "text/html"
    ]
    chance = random.Random(7)
    written: Counter[str] = Counter()
    with path.open("wb") as file:
        for number in range(records):
            kind = chance.choices([kind for kind, _ in KINDS], [share for _, share in KINDS])[0]
            page = pages[number % len(pages)].replace(b" le ", f" le n{number} ".encode())
            body = {"page": page, "picture": b"\x89PNG", "revisit": b""}.get(kind, b"<p>ailleurs</p>")
            file.write(record(kind, f"https://exemple.fr/{number}", body))
            written[kind] += 1
    return written


def resident_mb() -> float:
    return int(Path(f"/proc/{os.getpid()}/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--records", type=int, default=20_000)
    parser.add_argument("--read-only", action="store_true", help="do not clean the pages")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "crawl.warc.gz"
        written = write_archive(path, options.records)
        print(f"{options.records} records, {path.stat().st_size / 1e6:.0f} MB: {dict(written)}")
        outcomes: Counter[str] = Counter()
        started = time.monotonic()
        for number, item in enumerate(read_pages([str(path)]), start=1):
            if not isinstance(item, RawPage):
                outcomes[item.error] += 1
            elif options.read_only:
                outcomes["page"] += 1
            else:
                try:
                    clean_page(item)
                    outcomes["article"] += 1
                except CleaningError as error:
                    outcomes[f"cleaning: {error.error}"] += 1
            if number in {100, 1000, 2000, 5000, 10_000, 15_000}:
                print(
                    f"{number:>7} {number / (time.monotonic() - started):8.1f} pages/s {resident_mb():8.0f} MB",
                    flush=True,
                )
        total = sum(outcomes.values())
        print(
            f"{total:>7} {total / (time.monotonic() - started):8.1f} pages/s {resident_mb():8.0f} MB: {dict(outcomes)}"
        )
        expected = written["page"] + written["missing"] + written["revisit"]
        print(f"in {expected}, out {total}: {'nothing lost' if total == expected else 'LOST'}")
        return int(total != expected)


if __name__ == "__main__":
    sys.exit(main())
