"""Web archives, tapes, saved pages and Zstandard: what each gives, and what is wrong with it in one reject."""

from __future__ import annotations

import gzip
import io
import tarfile
import zipfile
from pathlib import Path

import brotli
import pytest
import zstandard

from factuel.corpus import read_pages
from factuel.records import RawPage, Reject

HTML = "<html><body><p>Le fabricant Ormel ouvre un atelier à Gérardmer.</p></body></html>".encode()


def read(path: Path) -> list[RawPage | Reject]:
    return list(read_pages([str(path)]))


def outcome(item: RawPage | Reject) -> str:
    return item.error if isinstance(item, Reject) else item.media_type


class Archive:
    """Writes a WARC file record by record, each gzipped on its own when `packed`, as crawlers do."""

    def __init__(self, path: Path, packed: bool = False) -> None:
        self._path = path
        self._packed = packed
        self._records: list[bytes] = []

    def add(self, url: str, body: bytes, status: str = "200 OK", kind: str = "response", **headers: str) -> None:
        lines = [f"HTTP/1.1 {status}", *(f"{key.replace('_', '-')}: {value}" for key, value in headers.items())]
        block = "\r\n".join(lines).encode() + b"\r\n\r\n" + body
        head = (
            f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2024-03-12T08:30:00Z\r\n"
            f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(block)}\r\n\r\n"
        )
        record = head.encode() + block + b"\r\n\r\n"
        self._records.append(gzip.compress(record) if self._packed else record)

    def close(self) -> None:
        self._path.write_bytes(b"".join(self._records))


@pytest.mark.parametrize("name", ["a.warc", "a.warc.gz"])
def test_pages_of_a_web_archive(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    archive = Archive(path, packed=name.endswith("gz"))
    archive.add("https://exemple.fr/1", HTML, Content_Type="text/html; charset=utf-8")
    archive.add("https://exemple.fr/logo.png", b"\x89PNG", Content_Type="image/png")
    archive.add("https://exemple.fr/vieux", b"moved", "301 Moved Permanently", Content_Type="text/html", Location="/1")
    archive.add("https://exemple.fr/rien", HTML, "404 Not Found", Content_Type="text/html")
    archive.add("https://exemple.fr/1", b"", kind="revisit", Content_Type="text/html")
    archive.add("https://exemple.fr/sans-type", HTML)
    archive.add("https://exemple.fr/vide", b"", Content_Type="text/html")
    archive.close()
    items = read(path)
    assert [outcome(item) for item in items] == ["text/html", "http_status", "revisit", "text/html", "empty"]
    page = items[0]
    assert isinstance(page, RawPage)
    assert (page.uri, page.content) == (f"{path.as_posix()}#R1", HTML)
    assert (page.metadata.url, page.metadata.charset) == ("https://exemple.fr/1", "utf-8")
    assert page.metadata.retrieved == "2024-03-12T08:30:00Z"


@pytest.mark.parametrize(("encoding", "packed"), [("gzip", gzip.compress(HTML)), ("br", brotli.compress(HTML))])
def test_packed_bodies_are_unpacked(tmp_path: Path, encoding: str, packed: bytes) -> None:
    archive = Archive(tmp_path / "a.warc")
    archive.add("https://exemple.fr/1", packed, Content_Type="text/html", Content_Encoding=encoding)
    archive.close()
    (page,) = read(tmp_path / "a.warc")
    assert isinstance(page, RawPage) and page.content == HTML


def test_truncated_web_archive_gives_what_comes_before(tmp_path: Path) -> None:
    path = tmp_path / "a.warc.gz"
    archive = Archive(path, packed=True)
    for number in range(3):
        archive.add(f"https://exemple.fr/{number}", HTML * 40, Content_Type="text/html")
    archive.close()
    path.write_bytes(path.read_bytes()[:-60])
    items = read(path)
    assert [outcome(item) for item in items] == ["text/html", "text/html", "truncated"]


@pytest.mark.parametrize("content", [b"", b"WARC/1.0\r\n", b"not an archive\r\n" * 50])
def test_what_is_no_web_archive_is_one_reject(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a.warc").write_bytes(content)
    (reject,) = read(tmp_path / "a.warc")
    assert isinstance(reject, Reject) and reject.stage == "corpus"


def test_wacz_gives_the_pages_of_its_archives(tmp_path: Path) -> None:
    archive = Archive(tmp_path / "data.warc.gz", packed=True)
    archive.add("https://exemple.fr/1", HTML, Content_Type="text/html")
    archive.close()
    with zipfile.ZipFile(tmp_path / "a.wacz", "w") as packed:
        packed.write(tmp_path / "data.warc.gz", "archive/data.warc.gz")
        packed.writestr("pages/pages.jsonl", '{"format": "json-pages-1.0"}\n')
        packed.writestr("indexes/index.cdx.gz", gzip.compress(b"fr,exemple)/1 2024"))
    (page,) = read(tmp_path / "a.wacz")
    assert isinstance(page, RawPage) and page.uri.endswith("a.wacz#archive/data.warc.gz#R1")


def tape(path: Path, mode: str) -> Path:
    with tarfile.open(path, mode) as archive:  # type: ignore[call-overload]
        for name in ("une/a.html", "une/notes.css", "../hors.html", "b.txt"):
            member = tarfile.TarInfo(name)
            member.size = len(HTML)
            archive.addfile(member, io.BytesIO(HTML))
        link = tarfile.TarInfo("lien.html")
        link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
        archive.addfile(link)
    return path


@pytest.mark.parametrize(("name", "mode"), [("a.tar", "w"), ("a.tar.gz", "w:gz"), ("a.tgz", "w:gz")])
def test_members_of_a_tape(tmp_path: Path, name: str, mode: str) -> None:
    items = read(tape(tmp_path / name, mode))
    assert [outcome(item) for item in items] == ["text/html", "unsafe_path", "text/plain", "not_a_file"]
    assert isinstance(items[0], RawPage) and items[0].content == HTML
    assert items[0].uri == f"{(tmp_path / name).as_posix()}#une/a.html"


SAVED = b"""From: <Saved by Blink>
Snapshot-Content-Location: https://exemple.fr/atelier
Subject: =?utf-8?Q?Ormel?=
Date: Tue, 12 Mar 2024 08:30:00 +0100
MIME-Version: 1.0
Content-Type: multipart/related; type="text/html"; boundary="----coupe"

------coupe
Content-Type: image/png
Content-Transfer-Encoding: base64
Content-Location: https://exemple.fr/logo.png

iVBORw0KGgo=

------coupe
Content-Type: text/html; charset="utf-8"
Content-Transfer-Encoding: quoted-printable
Content-Location: https://exemple.fr/atelier

<html><body><p>Ormel ouvre un atelier =C3=A0 G=C3=A9rardmer.</p></body></html>
------coupe--
"""


@pytest.mark.parametrize("name", ["a.mhtml", "a.mht"])
def test_page_saved_with_its_pictures(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(SAVED)
    (page,) = read(tmp_path / name)
    assert isinstance(page, RawPage)
    assert "Ormel ouvre un atelier à Gérardmer." in page.content.decode(page.metadata.charset or "")
    assert page.metadata.url == "https://exemple.fr/atelier"
    assert page.metadata.retrieved == "2024-03-12T08:30:00+01:00"


@pytest.mark.parametrize("content", [b"", b"no header at all", SAVED[:300]])
def test_saved_file_without_a_page_is_one_reject(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a.mhtml").write_bytes(content)
    (reject,) = read(tmp_path / "a.mhtml")
    assert isinstance(reject, Reject) and reject.error == "no_content"


def test_zstandard_lines(tmp_path: Path) -> None:
    lines = b'{"text": "Ormel ouvre un atelier."}\n' * 3
    (tmp_path / "a.jsonl.zst").write_bytes(zstandard.compress(lines[:36]) + zstandard.compress(lines[36:]))
    assert [outcome(item) for item in read(tmp_path / "a.jsonl.zst")] == ["text/plain"] * 3


@pytest.mark.parametrize("content", [b"", b"no frame", zstandard.compress(HTML)[:6]])
def test_damaged_zstandard_is_one_reject(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a.html.zst").write_bytes(content)
    (reject,) = read(tmp_path / "a.html.zst")
    assert isinstance(reject, Reject) and reject.stage == "corpus"
