"""Whatever is thrown at it: one line in the rejects or an article, never a traceback, never a hang, the others done."""

from __future__ import annotations

import gzip
import json
import os
import random
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

PAGE_SECONDS = 40
PARAGRAPHS = (
    "La conserverie Brelan, installée à Concarneau depuis 1962, va embaucher 35 personnes d'ici à la fin de l'année.",
    "Selon sa directrice, Maud Le Gallou, l'entreprise a vendu 12 millions de boîtes l'an dernier, soit 8 % de plus.",
    "« Nous manquons de bras sur les lignes de mise en boîte », explique-t-elle. Ils seront formés sur place.",
    "La région Bretagne soutient le projet à hauteur de 400 000 euros, et la commune a cédé un terrain voisin.",
)
ENGLISH = (
    "The cannery will hire thirty-five people before the end of the year, its managing director said on Monday. "
    "The company sold twelve million tins last year, eight per cent more than the year before, and it is now looking "
    "for workers in the whole of the county. The council has agreed to sell a piece of land that lies next to the site."
)
LINK = '<li><a href="/article/{0}">Les titres de la rubrique numéro {0}</a></li>'


def html(*paragraphs: str) -> bytes:
    body = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    head = '<head><meta charset="utf-8"><title>Brelan embauche à Concarneau</title></head>'
    article = f"<article><h1>Brelan embauche</h1>{body}</article>"
    return f'<!doctype html><html lang="fr">{head}<body>{article}</body></html>'.encode()


GOOD = html(*PARAGRAPHS)
FILES: dict[str, Callable[[], bytes]] = {
    "empty.html": lambda: b"",
    "nested_36mb.html": lambda: b"<div>" * 7_200_000,
    "random.html": lambda: random.Random(1).randbytes(200_000),
    "random.txt": lambda: random.Random(2).randbytes(200_000),
    "pdf.html": lambda: (
        b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<< /Type /Catalog >>\nendobj\n" + bytes(range(256)) * 200
    ),
    "truncated.html.gz": lambda: gzip.compress(GOOD, mtime=0)[:-30],
    "english.html": lambda: html(ENGLISH, ENGLISH.upper()),
    "links.html": lambda: f"<html><body><ul>{''.join(map(LINK.format, range(300)))}</ul></body></html>".encode(),
    "nul.html": lambda: GOOD.replace(b" ", b" \0"),
    "nul.txt": lambda: b"\0" * 5000,
    "invalid_utf8.html": lambda: GOOD.replace("é".encode(), b"\xc3"),
    "deep_100k.html": lambda: b"<html><body>" + b"<b>" * 100_000 + GOOD + b"</b>" * 100_000,
    "one_word.txt": lambda: b"conserve " * 120_000,
    "one_line.txt": lambda: b"a" * 1_000_000,
    "open_guillemets.txt": lambda: "« ".encode() * 50_000,
    "control.txt": lambda: "".join(map(chr, [*range(1, 32), 0x85, 0x2028, 0xFEFF, 0xFFFF, 0x202E])).encode() * 50,
    "entities.html": lambda: b"<p>&#0;&#x110000;&#xD800;&bogus;&#x80;</p>" * 1000,
}
"""The files that are one input each, by name."""


@dataclass(frozen=True)
class Run:
    """A finished run: its exit code, what it printed to stderr, how long it took, and its records by source."""

    code: int
    stderr: str
    seconds: float
    articles: dict[str, list[str]]
    rejects: dict[str, list[dict[str, str]]]


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Run:
    folder = tmp_path_factory.mktemp("bad")
    for name, content in FILES.items():
        (folder / name).write_bytes(content())
    (folder / "good.html").write_bytes(GOOD)
    (folder / "unreadable.html").write_bytes(GOOD)
    (folder / "unreadable.html").chmod(0)
    with zipfile.ZipFile(folder / "escaping.zip", "w") as archive:
        archive.writestr("../evil.html", GOOD)
        archive.writestr("inside.html", GOOD + b"<!-- inside -->")
    lines = ['{"html": "<p>coupé', json.dumps({"text": "\n\n".join(PARAGRAPHS)}, ensure_ascii=False)]
    (folder / "lines.jsonl").write_text("\n".join(lines), encoding="utf-8")
    (folder / "settings.toml").write_text(f"page_seconds = {PAGE_SECONDS}\n", encoding="utf-8")
    return _extract(folder)


def _extract(folder: Path) -> Run:
    command = [sys.executable, "-c", "from factuel.cli import app; app()", "extract", ".", "nowhere.html", "-o", "run"]
    started = time.monotonic()
    done = subprocess.run(
        [*command, "--config", "settings.toml"], cwd=folder, capture_output=True, text=True, timeout=600, check=False
    )
    articles: dict[str, list[str]] = {}
    rejects: dict[str, list[dict[str, str]]] = {}
    for line in (folder / "run" / "articles.jsonl").read_text(encoding="utf-8").splitlines():
        article = json.loads(line)
        articles.setdefault(article["source"]["uri"], []).append(article["text"])
    for line in (folder / "run" / "rejects.jsonl").read_text(encoding="utf-8").splitlines():
        reject = json.loads(line)
        rejects.setdefault(reject["source"], []).append(reject)
    return Run(done.returncode, done.stderr, time.monotonic() - started, articles, rejects)


def test_run_ends_with_1_and_no_traceback(run: Run) -> None:
    assert run.code == 1
    assert "Traceback" not in run.stderr
    assert run.seconds < 300


@pytest.mark.parametrize("name", sorted(FILES))
def test_bad_page_is_one_reject_or_one_article(run: Run, name: str) -> None:
    articles, rejects = run.articles.get(name, []), run.rejects.get(name, [])
    assert len(articles) + len(rejects) == 1
    for reject in rejects:
        assert reject["error"] not in {"crashed", "killed", "timeout", "RecursionError", "MemoryError"}, reject
        assert " " in reject["message"]


@pytest.mark.parametrize(
    ("source", "stage", "error"),
    [
        ("empty.html", "corpus", "empty"),
        ("truncated.html.gz", "corpus", "truncated"),
        ("nowhere.html", "corpus", "not_found"),
        ("escaping.zip#../evil.html", "corpus", "unsafe_path"),
        ("lines.jsonl#L1", "corpus", "broken_json"),
    ],
)
def test_what_cannot_be_read_is_rejected_for_what_it_is(run: Run, source: str, stage: str, error: str) -> None:
    (reject,) = run.rejects[source]
    assert (reject["stage"], reject["error"]) == (stage, error)


@pytest.mark.parametrize(
    "name", ["english.html", "random.html", "pdf.html", "links.html", "nested_36mb.html", "nul.txt"]
)
def test_what_is_no_french_article_is_rejected_by_cleaning(run: Run, name: str) -> None:
    (reject,) = run.rejects[name]
    assert reject["stage"] == "cleaning"


@pytest.mark.parametrize("source", ["good.html", "escaping.zip#inside.html", "lines.jsonl#L2"])
def test_good_pages_among_them_are_done(run: Run, source: str) -> None:
    (text,) = run.articles[source]
    assert "Maud Le Gallou" in text


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads every file")
def test_unreadable_file_is_a_reject(run: Run) -> None:
    (reject,) = run.rejects["unreadable.html"]
    assert reject["error"] == "unreadable"
