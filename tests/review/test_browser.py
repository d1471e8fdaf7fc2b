"""The desk in Debian's Chromium: a review by keyboard, selections, two curators, a narrow screen, contrast.

With FACTUEL_SCREENSHOTS=1 the pictures of docs/review.md are made anew.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from tests.review.conftest import make_extraction
from tests.review.desk_client import served

from factuel.records import FACT, content_id
from factuel.review.database import Database
from factuel.review.deciding import item_of
from factuel.review.filters import read_filters
from factuel.review.queue import progress

sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe-playwright-python is not installed")
AXE_RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
CHROMIUM = shutil.which("chromium")
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed (Debian's package chromium)")
PICTURES = Path(__file__).parents[2] / "docs" / "pictures"
ROLE = content_id("f", content_id("a", "0"), "role")
CONTRASTS = """() => {
  const numbers = (colour) => colour.match(/[\\d.]+/g).map(Number);
  const light = (rgb) => rgb.slice(0, 3).map((c) => c / 255).map((c) => c <= .04045 ? c / 12.92 : ((c + .055) / 1.055) ** 2.4)
    .reduce((sum, c, i) => sum + c * [.2126, .7152, .0722][i], 0);
  const behind = (node) => { for (let at = node; at; at = at.parentElement) {
    const colour = numbers(getComputedStyle(at).backgroundColor); if (colour.length < 4 || colour[3] === 1) return colour; }
    return [255, 255, 255]; };
  return [...document.querySelectorAll("body *")].filter((node) => node.checkVisibility()
    && [...node.childNodes].some((child) => child.nodeType === 3 && child.data.trim())).map((node) => {
    const [one, other] = [light(numbers(getComputedStyle(node).color)), light(behind(node))];
    return [(Math.max(one, other) + .05) / (Math.min(one, other) + .05), node.outerHTML.slice(0, 80)]; });
}"""
NAMELESS = """() => [...document.querySelectorAll("input:not([type=hidden]), select, textarea, button, a")]
  .filter((node) => !(node.labels && node.labels.length) && !node.ariaLabel && !node.textContent.trim())
  .map((node) => node.outerHTML)"""
SELECT = """(words) => {
  const text = document.querySelector("#text"), walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
  const nodes = []; while (walker.nextNode()) nodes.push(walker.currentNode);
  const whole = nodes.map((node) => node.data).join(""), start = whole.indexOf(words), end = start + words.length;
  const range = document.createRange(); let at = 0;
  for (const node of nodes) { const next = at + node.data.length;
    if (start >= at && start < next) range.setStart(node, start - at);
    if (end > at && end <= next) range.setEnd(node, end - at); at = next; }
  const selection = getSelection(); selection.removeAllRanges(); selection.addRange(range); }"""


@dataclass
class Watched:
    """A page of a curator, and what it said and asked for."""

    page: sync_api.Page
    errors: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)


@pytest.fixture(scope="module")
def chromium() -> Iterator[object]:
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def address(opened: Database) -> Iterator[str]:
    with served(opened) as port:
        yield f"http://127.0.0.1:{port}"


def visit(chromium: object, address: str, name: str = "Ana", **options: object) -> Watched:
    page = chromium.new_context(locale="fr-FR", **options).new_page()  # type: ignore[attr-defined]
    page.set_default_timeout(10_000)
    watched = Watched(page)
    page.on("console", lambda message: watched.errors.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: watched.errors.append(str(error)))
    page.on("dialog", lambda dialog: watched.errors.append(f"dialog {dialog.message}"))
    page.on("request", lambda request: watched.requests.append(request.url))
    page.goto(address)
    page.fill("input[name=name]", name)
    page.keyboard.press("Enter")
    page.wait_for_selector("#accept")
    if options.get("java_script_enabled", True):
        page.wait_for_function("() => document.activeElement.id === 'fact'")
    return watched


def press(watched: Watched, key: str) -> None:
    """Press a key and wait for another fact (or none) on the desk."""
    page = watched.page
    before = page.get_attribute("#desk", "data-item")
    page.keyboard.press(key)
    page.wait_for_function("(before) => document.querySelector('#desk').dataset.item !== before", arg=before)
    page.wait_for_function("() => document.activeElement.id === 'fact'")


def test_ten_facts_by_keyboard(chromium: object, address: str, opened: Database) -> None:
    watched = visit(chromium, address)
    keys = ["a", "a", "1", "a", "a", "4", "a", "a", "a", "5"]
    for key in keys:
        press(watched, key)
    assert "Plus rien à décider" in watched.page.inner_text("h1")
    with opened.reading() as connection:
        assert progress(connection, read_filters({}), "Ana").states == {"accepted": 7, "rejected": 3}
    assert watched.errors == []
    assert all(url.startswith(address) for url in watched.requests)


def test_undo_shows_the_fact_again(chromium: object, address: str, opened: Database) -> None:
    watched = visit(chromium, address)
    first = watched.page.get_attribute("#desk", "data-item")
    press(watched, "a")
    press(watched, "2")
    press(watched, "u")
    press(watched, "u")
    assert watched.page.get_attribute("#desk", "data-item") == first
    with opened.reading() as connection:
        assert progress(connection, read_filters({}), "Ana").done == 0
    assert watched.errors == []


@pytest.mark.parametrize("words", ["directrice de Lumeo 0, est allée", "l'été 🙂, Zoé Marquis, directrice", "À"])
def test_correction_by_selection_after_accents_and_an_emoji(
    chromium: object, address: str, opened: Database, words: str
) -> None:
    watched = visit(chromium, address)
    page = watched.page
    page.goto(f"{address}/fact/{ROLE}")
    page.evaluate(SELECT, words)
    page.keyboard.press("e")
    page.fill("#f-title", "gérante")
    page.keyboard.press("Control+Enter")
    page.wait_for_selector("[data-announce]")
    with opened.reading() as connection:
        fact = FACT.validate_json(item_of(connection, ROLE).current_record)
    text = make_extraction(0).article.text
    assert fact.evidence.text == words == text[fact.evidence.start : fact.evidence.end]
    assert fact.title == "gérante"  # type: ignore[union-attr]
    assert watched.errors == []


def test_missed_fact_is_added_by_selecting_its_words(chromium: object, address: str, opened: Database) -> None:
    watched = visit(chromium, address)
    page = watched.page
    page.goto(f"{address}/fact/{ROLE}")
    page.evaluate(SELECT, "Lumeo 0, est allée à Metz")
    page.keyboard.press("n")
    page.select_option("#add-type", "location")
    page.keyboard.press("Control+Enter")
    page.wait_for_selector("#n-entity")
    assert (page.input_value("#n-entity"), page.input_value("#n-location")) == ("Lumeo 0", "Metz")
    page.keyboard.press("Control+Enter")
    page.wait_for_selector("[data-announce]")
    with opened.reading() as connection:
        assert progress(connection, read_filters({"type": "location"}), "Ana").states == {"added": 1}
    assert watched.errors == []


def test_amount_is_read_while_it_is_typed(chromium: object, address: str) -> None:
    watched = visit(chromium, address)
    page = watched.page
    page.goto(f"{address}/fact/{content_id('f', content_id('a', '0'), 'figure')}")
    page.keyboard.press("c")
    page.fill("#f-measure", "plus de 2 Mds €")
    page.wait_for_function("() => document.querySelector('#f-measure-read').textContent.includes('plus de 2')")
    assert watched.errors == []


def test_two_curators_at_once_have_two_facts(chromium: object, address: str) -> None:
    ana, bob = visit(chromium, address), visit(chromium, address, "Bob")
    shown = {one.page.get_attribute("#desk", "data-item") for one in (ana, bob)}
    assert len(shown) == 2
    bob.page.goto(f"{address}/fact/{ana.page.get_attribute('#desk', 'data-item')}")
    assert "Ana a ce fait" in bob.page.inner_text("[role=alert]")
    assert not bob.page.is_visible("#accept")
    assert ana.errors == bob.errors == []


@pytest.mark.parametrize("path", ["/", "/list", "/people", "/orphans", f"/fact/{ROLE}"])
def test_narrow_screen_contrast_and_names_of_controls(chromium: object, address: str, path: str) -> None:
    watched = visit(chromium, address, viewport={"width": 380, "height": 800})
    page = watched.page
    page.goto(address + path)
    page.evaluate("() => document.querySelectorAll('details').forEach((one) => { one.open = true; })")
    assert page.evaluate("document.documentElement.scrollWidth") <= 380
    low = [where for ratio, where in page.evaluate(CONTRASTS) if ratio < 4.5]
    assert low == []
    assert page.evaluate(NAMELESS) == []
    assert watched.errors == []


@pytest.mark.parametrize(
    "path", ["/", "/list", "/people", "/orphans", "/?type=event", f"/fact/{ROLE}", "/fact/none", "/list?q=directrice"]
)
def test_screen_readers_are_told_everything(chromium: object, address: str, path: str) -> None:
    """axe-core finds nothing against WCAG 2.2 A and AA or against its best practice, with everything unfolded."""
    page = visit(chromium, address).page
    page.goto(address + path)
    page.evaluate("() => document.querySelectorAll('details').forEach((one) => { one.open = true; })")
    found = axe.Axe().run(page, options={"runOnly": AXE_RULES})
    assert [(one["id"], [node["html"] for node in one["nodes"]]) for one in found.response["violations"]] == []
    assert len(found.response["passes"]) > 15


def test_screen_readers_hear_the_fact_and_its_evidence(chromium: object, address: str) -> None:
    page = visit(chromium, address).page
    page.goto(f"{address}/fact/{ROLE}")
    page.wait_for_function("() => document.querySelector('#announce').textContent")
    tree = page.locator("body").aria_snapshot()
    said = "Zoé Marquis est directrice de Lumeo 0, selon l'article."
    assert f"- status: {said}" in tree and f'heading "{said}"' in tree
    assert "Preuve : « Zoé Marquis, directrice de Lumeo 0 »" in tree


def test_single_keys_can_be_turned_off(chromium: object, address: str, opened: Database) -> None:
    watched = visit(chromium, address)
    page = watched.page
    page.click("#help")
    page.click("#one-key")
    page.keyboard.press("Escape")
    page.reload()
    page.wait_for_function("() => document.activeElement.id === 'fact'")
    page.keyboard.press("a")
    page.click("#skip")
    page.wait_for_selector("#accept")
    with opened.reading() as connection:
        assert progress(connection, read_filters({}), "Ana").done == 0
    page.click("#help")
    assert not page.is_checked("#one-key")
    page.click("#one-key")
    page.keyboard.press("Escape")
    press(watched, "a")
    assert watched.errors == []


def test_focus_is_seen_and_everything_is_reached_by_tab(chromium: object, address: str) -> None:
    page = visit(chromium, address).page
    reached = set()
    for _ in range(30):
        page.keyboard.press("Tab")
        reached.add(page.evaluate("document.activeElement.id || document.activeElement.tagName"))
        style = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
        assert style != "none" or page.evaluate("document.activeElement === document.body")
    assert {"accept", "undo", "skip", "back", "help", "SUMMARY"} <= reached


def test_keys_are_shown(chromium: object, address: str) -> None:
    watched = visit(chromium, address)
    watched.page.keyboard.press("?")
    assert watched.page.is_visible("#keys")
    watched.page.keyboard.press("Escape")
    press(watched, "a")
    assert watched.errors == []


def test_hostile_title_does_nothing(chromium: object, address: str) -> None:
    watched = visit(chromium, address, "<img src=x onerror=alert(1)>")
    for path in (f"/fact/{content_id('f', content_id('a', '3'), 'role')}", "/list", "/people"):
        watched.page.goto(address + path)
    assert watched.errors == []
    assert all(url.startswith(address) for url in watched.requests)


def test_desk_works_without_its_script(chromium: object, address: str, opened: Database) -> None:
    watched = visit(chromium, address, java_script_enabled=False)
    first = str(watched.page.get_attribute("#desk", "data-item"))
    watched.page.click("#accept")
    watched.page.wait_for_selector("#accept")
    with opened.reading() as connection:
        assert item_of(connection, first).state == "accepted"


@pytest.mark.skipif("FACTUEL_SCREENSHOTS" not in os.environ, reason="FACTUEL_SCREENSHOTS is not set")
def test_pictures_of_the_manual(chromium: object, address: str) -> None:
    """The desk, its keys, a correction, a narrow screen; taking a picture sets a style, which the page refuses."""
    page = visit(chromium, address).page
    PICTURES.mkdir(exist_ok=True)
    page.goto(f"{address}/fact/{ROLE}")
    page.screenshot(path=PICTURES / "desk.png")
    page.keyboard.press("?")
    page.screenshot(path=PICTURES / "keys.png")
    page.keyboard.press("Escape")
    page.keyboard.press("c")
    page.screenshot(path=PICTURES / "correct.png")
    page.goto(f"{address}/fact/{ROLE}")
    page.set_viewport_size({"width": 380, "height": 800})
    page.screenshot(path=PICTURES / "narrow.png")
    assert {path.name for path in PICTURES.iterdir()} >= {"desk.png", "keys.png", "correct.png", "narrow.png"}
