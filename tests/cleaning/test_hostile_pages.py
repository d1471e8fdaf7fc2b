"""Two hundred pages that mean harm: each is an article or a reason, in bounded time and memory, and no page is obeyed.

Half is made by hand (`hostile_pages`) and cleaned in a process that notes what is asked of Python and of a server; half
is put together by hypothesis.
"""

from __future__ import annotations

import json
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.cleaning.hostile_pages import BODY, FETCH, PARSED, RUN, hostile_pages

from factuel.cleaning import CleaningError, clean_page
from factuel.records import RawPage

SECONDS = 10
MEGABYTES = 150
SECRET = "sesame-des-eaux"
ROOT = Path(__file__).parents[2]


@dataclass
class Watched:
    """What the process told of each page, by name, and the paths that the server was asked for."""

    pages: dict[str, dict[str, object]]
    asked: list[str]


@pytest.fixture(scope="module")
def watched(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Watched]:
    asked: list[str] = []

    class Counting(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_error(404)

        def log_message(self, format: str, *arguments: object) -> None:
            pass

    secret = tmp_path_factory.mktemp("secret") / "secret.txt"
    secret.write_text(SECRET, encoding="ascii")
    server = ThreadingHTTPServer(("127.0.0.1", 0), Counting)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    command = [sys.executable, "-m", "tests.cleaning.hostile_worker", f"http://127.0.0.1:{server.server_port}", secret]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=400, check=False)
    server.shutdown()
    server.server_close()
    assert done.returncode == 0, done.stderr[-2000:]
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    yield Watched({row["name"]: row for row in rows}, asked)


NAMES = [name for name, _ in hostile_pages("http://127.0.0.1", "/secret")]


@pytest.mark.parametrize("name", NAMES)
def test_page_is_bounded_and_not_obeyed(watched: Watched, name: str) -> None:
    row = watched.pages[name]
    assert row["seconds"] < SECONDS
    assert row["megabytes"] < MEGABYTES
    assert row["events"] == []
    assert (row["text"] is None) != (row["reason"] is None)
    assert SECRET not in str(row["text"])
    assert "49" not in str(row["text"])  # what {{7*7}} would have given


def test_nothing_is_fetched(watched: Watched) -> None:
    assert len(watched.pages) == len(NAMES) >= 130
    assert watched.asked == []


@pytest.mark.parametrize("name", ["run 0", "fetch 0", "fetch 7", "entities that grow", "JSON-LD cut", "emoji"])
def test_article_inside_is_still_read(watched: Watched, name: str) -> None:
    assert "a voté jeudi le remplacement" in str(watched.pages[name]["text"])


PIECES = st.one_of(
    st.sampled_from([BODY, *PARSED.values(), *RUN, *FETCH]).map(lambda one: one[:20_000].replace("{body}", BODY)),
    st.text(max_size=200),
    st.sampled_from(
        ["<p>", "</p>", "<div class='share'>", "</div>", "<!--", "-->", "<![CDATA[", "]]>", "&#0;", "<", "\x00"]
    ),
)


@given(st.lists(PIECES, min_size=1, max_size=12), st.binary(max_size=40), st.integers(0, 100_000), st.booleans())
@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.data_too_large, HealthCheck.too_slow])
def test_pages_put_together(pieces: list[str], noise: bytes, at: int, cut: bool) -> None:
    content = "".join(pieces).encode("utf-8", "surrogatepass")
    at %= len(content) + 1
    content = content[:at] + noise + (b"" if cut else content[at:])
    started = time.process_time()
    try:
        article = clean_page(RawPage(uri="page", content=content, media_type="text/html"))
    except CleaningError as error:
        assert error.message
    else:
        assert article.text.strip() and "\x00" not in article.text
    assert time.process_time() - started < SECONDS
