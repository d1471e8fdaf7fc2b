"""Fetching against a server that misbehaves: each misdeed one reject, in bounded time; and good manners."""

from __future__ import annotations

import gzip
import importlib.util
import socket
import time
import zlib
from dataclasses import replace
from pathlib import Path
from types import ModuleType

import pytest

from factuel.corpus import read_pages
from factuel.corpus.protocol import CorpusError, Location
from factuel.corpus.web.connections import is_public
from factuel.corpus.web.fetcher import Fetcher
from factuel.corpus.web.lists import addresses_of, is_list
from factuel.corpus.web.policy import FetchPolicy
from factuel.records import RawPage, Reject


def _load(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, Path(__file__).with_name(f"{name}.py"))
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


servers = _load("servers")
answer, serving, PAGE = servers.answer, servers.serving, servers.PAGE
QUICK = FetchPolicy(allow_private=True, interval=0.0, total=1.5, read=0.5, retries=1, max_bytes=200_000)


class Sleeps(list[float]):
    def __call__(self, seconds: float) -> None:
        self.append(seconds)


def fetch(server: object, path: str, policy: FetchPolicy = QUICK, sleep: Sleeps | None = None) -> bytes:
    return Fetcher(policy, sleep if sleep is not None else Sleeps()).fetch(server.address + path).content  # type: ignore[attr-defined]


def error_of(server: object, path: str, policy: FetchPolicy = QUICK) -> str:
    started = time.monotonic()
    with pytest.raises(CorpusError) as raised:
        fetch(server, path, policy)
    assert time.monotonic() - started < 8
    return raised.value.error


def test_a_page_with_its_address_charset_and_day() -> None:
    with serving({"/a": [answer(Date="Tue, 12 Mar 2024 07:30:00 GMT")]}) as server:
        (page,) = read_pages([f"{server.address}/a"], QUICK)
    assert isinstance(page, RawPage)
    assert (page.content, page.media_type, page.metadata.charset) == (PAGE, "text/html", "utf-8")
    assert page.metadata.url == page.uri == f"{server.address}/a"
    assert page.metadata.retrieved == "2024-03-12T07:30:00+00:00"


def slow(connection: socket.socket) -> None:
    connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n")
    for _ in range(100):
        time.sleep(0.3)
        connection.sendall(b"X-Slow: 1\r\n")


def endless(connection: socket.socket) -> None:
    connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n")
    while True:
        connection.sendall(b"<p>encore" * 1000)


def silent(connection: socket.socket) -> None:
    time.sleep(5)


BOMB = gzip.compress(b"\0" * 50_000_000)


@pytest.mark.parametrize(
    ("said", "error"),
    [
        (slow, "network"),
        (silent, "network"),
        (endless, "too_large"),
        (answer(BOMB, Content_Encoding="gzip"), "too_large"),
        (answer(b"no gzip", Content_Encoding="gzip"), "corrupted"),
        (answer(PAGE, Content_Encoding="br"), "corrupted"),
        (answer(PAGE, Content_Length="9999"), "network"),
        (answer(PAGE, Content_Length="-3"), "network"),
        (b"this is not http\r\n\r\n", "network"),
        (b"", "network"),
        (answer(b"", "200 OK"), "empty"),
        (answer(b"", "404 Not Found"), "http_status"),
        (answer(b"", "500 Broken"), "http_status"),
        (answer(b"", "302 Found", Location="/a"), "redirects"),
        (answer(b"", "302 Found", Location="file:///etc/passwd"), "bad_address"),
        (answer(b"", "302 Found", Location="ftp://exemple.fr/a"), "bad_address"),
        (answer(b"", "302 Found", Location="http://[::1/a"), "bad_address"),
        (answer(b"", "302 Found", Location="//exemple.fr:port/a"), "bad_address"),
        (answer(b"", "429 Too Many", Retry_After="²"), "http_status"),
        (answer(b"", "302 Found"), "http_status"),
    ],
)  # fmt: skip
def test_misbehaviour_is_one_error_in_time(said: object, error: str) -> None:
    with serving({"/a": [said]}) as server:
        assert error_of(server, "/a") == error


def test_gzip_and_deflate_are_unpacked() -> None:
    packed = {"/a": [answer(gzip.compress(PAGE), Content_Encoding="gzip")]}
    with serving(packed | {"/b": [answer(zlib.compress(PAGE), Content_Encoding="deflate")]}) as server:
        assert fetch(server, "/a") == fetch(server, "/b") == PAGE


def test_redirects_are_followed_to_the_pages_own_address() -> None:
    with serving({"/a": [answer(b"", "301 Moved", Location="/b?x=1")], "/b?x=1": [answer()]}) as server:
        (page,) = read_pages([f"{server.address}/a"], QUICK)
        assert isinstance(page, RawPage) and page.metadata.url == f"{server.address}/b?x=1"


def test_a_busy_server_is_asked_again_when_it_says() -> None:
    sleeps = Sleeps()
    with serving({"/a": [answer(b"", "429 Too Many", Retry_After="7"), answer()]}) as server:
        assert fetch(server, "/a", sleep=sleeps) == PAGE
    assert sleeps == [7.0]


def test_what_a_server_asks_to_wait_is_bounded() -> None:
    sleeps = Sleeps()
    with serving({"/a": [answer(b"", "503 Busy", Retry_After="99999"), answer()]}) as server:
        fetch(server, "/a", replace(QUICK, longest_wait=30), sleeps)
    assert sleeps == [30.0]


def test_one_request_a_second_and_host() -> None:
    sleeps = Sleeps()
    with serving({"/a": [answer()], "/b": [answer()]}) as server:
        fetcher = Fetcher(replace(QUICK, interval=1.0), sleeps)
        for path in ("/a", "/b"):
            fetcher.fetch(server.address + path)
    assert len(sleeps) == 2 and all(0.8 < pause <= 1.0 for pause in sleeps)  # after robots.txt, then after /a


def test_robots_are_respected() -> None:
    rules = answer(b"User-agent: *\nDisallow: /interne/\nCrawl-delay: 3\n", Content_Type="text/plain")
    sleeps = Sleeps()
    with serving({"/robots.txt": [rules], "/a": [answer()], "/interne/b": [answer()]}) as server:
        assert error_of(server, "/interne/b") == "robots"
        assert fetch(server, "/a", sleep=sleeps) == PAGE
        assert server.count("/interne/b") == 0
    assert len(sleeps) == 1 and 2.5 < sleeps[0] <= 3.0


@pytest.mark.parametrize("said", [answer(b"", "503 Busy"), b""])
def test_without_an_answer_on_robots_nothing_is_asked(said: bytes) -> None:
    with serving({"/robots.txt": [said], "/a": [answer()]}) as server:
        assert error_of(server, "/a") == "robots"
        assert server.count("/a") == 0


def test_a_page_that_did_not_change_is_not_sent_again(tmp_path: Path) -> None:
    policy = replace(QUICK, cache=tmp_path / "cache")
    with serving({"/a": [answer(ETag='"v1"'), answer(b"", "304 Not Modified")]}) as server:
        assert fetch(server, "/a", policy) == fetch(server, "/a", policy) == PAGE
        assert 'If-None-Match: "v1"' in server.heads[-1]


def test_a_damaged_cache_is_not_believed(tmp_path: Path) -> None:
    policy = replace(QUICK, cache=tmp_path)
    with serving({"/a": [answer(ETag='"v1"')]}) as server:
        fetch(server, "/a", policy)
        for body in tmp_path.glob("*.body"):
            body.write_bytes(b"other")
        assert fetch(server, "/a", policy) == PAGE
        assert "If-None-Match" not in server.heads[-1]


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "localhost", "[::1]", "0.0.0.0", "169.254.169.254", "10.0.0.8", "[::ffff:127.0.0.1]"]
)
def test_private_addresses_are_refused(host: str) -> None:
    (reject,) = read_pages([f"http://{host}:9/a"], replace(QUICK, allow_private=False))
    assert isinstance(reject, Reject) and reject.error == "refused_address"


def test_a_redirect_to_a_private_address_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    from factuel.corpus.web import connections

    with serving({"/a": [answer(b"", "302 Found", Location="http://10.0.0.8/secret")]}) as server:
        monkeypatch.setattr(connections, "is_public", lambda address: address == "127.0.0.1")
        assert error_of(server, "/a", replace(QUICK, allow_private=False)) == "refused_address"


@pytest.mark.parametrize(
    ("address", "public"),
    [("93.184.216.34", True), ("2606:4700::1111", True), ("192.168.1.1", False), ("fe80::1%eth0", False), ("::ffff:10.0.0.1", False), ("224.0.0.1", False)],
)  # fmt: skip
def test_public_addresses(address: str, public: bool) -> None:
    assert is_public(address) is public


@pytest.mark.parametrize("address", ["http://", "http://exemple .fr/", "https://nulle-part.invalid/a", "http://[bad/a"])
def test_no_address_is_one_reject(address: str) -> None:
    (reject,) = read_pages([address], QUICK)
    assert isinstance(reject, Reject) and reject.stage == "corpus"


FEED = """<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>Une</title>
<item><title>Un</title><link>{0}/a</link></item><item><title>Deux</title><link>{0}/b</link></item>
<item><title>Encore</title><link>{0}/a</link></item></channel></rss>"""
MAP = '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>{0}/a</loc></url><url><loc> {0}/c </loc></url></urlset>'
INDEX = '<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><sitemap><loc>{0}/plan.xml</loc></sitemap></sitemapindex>'


def test_a_feed_and_a_site_map_give_the_pages_that_they_list() -> None:
    with serving({"/a": [answer()], "/b": [answer()]}) as server:
        xml = {"Content_Type": "application/xml"}
        server.answers["/rss"] = [answer(FEED.format(server.address).encode(), **xml)]
        server.answers["/plan.xml"] = [answer(MAP.format(server.address).encode(), **xml)]
        server.answers["/index.xml"] = [answer(INDEX.format(server.address).encode(), **xml)]
        feed = list(read_pages([f"{server.address}/rss"], QUICK))
        index = list(read_pages([f"{server.address}/index.xml"], QUICK))
    assert [item.uri[-2:] for item in feed if isinstance(item, RawPage)] == ["/a", "/b"]
    assert [item.error if isinstance(item, Reject) else item.uri[-2:] for item in index] == ["/a", "http_status"]


@pytest.mark.parametrize("name", ["a.urls", "a.txt", "a.xml", "a.rss"])
def test_a_file_of_addresses(tmp_path: Path, name: str) -> None:
    with serving({"/a": [answer()], "/b": [answer()]}) as server:
        lines = f"{server.address}/a\n# une note\n\n{server.address}/b\n{server.address}/a\n"
        content = lines if name in {"a.urls", "a.txt"} else FEED.format(server.address)
        (tmp_path / name).write_text(content, encoding="utf-8")
        items = list(read_pages([str(tmp_path / name)], QUICK))
    assert [item.uri[-2:] for item in items if isinstance(item, RawPage)] == ["/a", "/b"]


def test_a_list_met_in_a_folder_is_not_followed(tmp_path: Path) -> None:
    with serving({"/a": [answer()]}) as server:
        (tmp_path / "a.urls").write_text(f"{server.address}/a\n", encoding="utf-8")
        (reject,) = read_pages([str(tmp_path)], QUICK)
        assert isinstance(reject, Reject) and reject.error == "not_named" and server.asked == []


def test_lists_of_lists_end() -> None:
    with serving({}) as server:
        server.answers["/index.xml"] = [answer(INDEX.format(server.address).replace("plan", "index").encode())]
        (reject,) = read_pages([f"{server.address}/index.xml"], QUICK)
        assert isinstance(reject, Reject) and reject.error == "nested_list"


def test_an_article_that_begins_with_an_address_in_a_sentence_is_an_article(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("https://exemple.fr est le site de la mairie.\n", encoding="utf-8")
    (page,) = read_pages([str(tmp_path / "a.txt")], QUICK)
    assert isinstance(page, RawPage)


def test_entities_of_a_site_map_are_not_expanded() -> None:
    content = (
        b'<!DOCTYPE u [<!ENTITY x SYSTEM "file:///etc/passwd">]><urlset><url><loc>http://e.fr/&x;</loc></url></urlset>'
    )
    assert is_list(content) and all("root" not in address for address in addresses_of(content))


def test_scheme_of_a_location() -> None:
    assert Location("postgresql+psycopg://host/db#SELECT 1").scheme == "postgresql"
    assert Location("HTTPS://exemple.fr").scheme == "https"
