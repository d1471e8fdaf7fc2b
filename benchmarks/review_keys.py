"""A scripted review of 300 facts in Chromium: python -m benchmarks.review_keys.

Seven facts in ten are accepted, two rejected with a reason, one has its title or amount corrected. Prints the keystrokes,
the time from a key to the next fact on the desk, and how many facts an hour that allows for a curator who reads each
for eight seconds and takes a fifth of a second for a keystroke.
"""

from __future__ import annotations

import statistics
import tempfile
import time
from pathlib import Path

from benchmarks.review_load import articles
from playwright.sync_api import Page, sync_playwright
from tests.review.conftest import write_run
from tests.review.desk_client import served

from factuel.review.opening import opened_review

FACTS = 300
_READING_SECONDS = 8.0
_KEY_SECONDS = 0.2


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        run = write_run(Path(folder) / "run", list(articles(20_000)))
        with opened_review(run) as database, served(database) as port:
            browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
            page = browser.new_page()
            page.goto(f"http://127.0.0.1:{port}/")
            page.fill("input[name=name]", "Ana")
            page.keyboard.press("Enter")
            page.wait_for_selector("#accept")
            page.wait_for_function("() => document.activeElement.id === 'fact'")
            counts, seconds = zip(*(decide(page, number) for number in range(FACTS)), strict=True)
            browser.close()
    print(f"{FACTS} facts: {sum(counts)} keystrokes, {sum(counts) / FACTS:.2f} a fact")
    print(f"key to next fact: median {statistics.median(seconds) * 1000:.0f} ms")
    each = _READING_SECONDS + _KEY_SECONDS * sum(counts) / FACTS + statistics.mean(seconds)
    print(f"{3600 / each:.0f} facts an hour with {_READING_SECONDS:.0f} s of reading each")


def decide(page: Page, number: int) -> tuple[int, float]:
    """Decide the fact on the desk; return the keystrokes and the seconds from the last of them to the next fact."""
    before = page.get_attribute("#desk", "data-item")
    count = 1
    key = "a" if number % 10 < 7 else "1"
    if number % 10 == 9:
        page.keyboard.press("c")
        typed = "une centaine"
        if page.query_selector("#f-measure") is None:
            page.keyboard.press("Tab")
            page.keyboard.press("Tab")
            typed, count = "gérante", 3
        page.keyboard.press("Control+a")
        page.keyboard.type(typed)
        key, count = "Control+Enter", count + 2 + len(typed)
    began = time.perf_counter()
    page.keyboard.press(key)
    page.wait_for_function("(before) => document.querySelector('#desk').dataset.item !== before", arg=before)
    page.wait_for_function("() => document.activeElement.id === 'fact'")
    return count, time.perf_counter() - began


if __name__ == "__main__":
    main()
