"""What each kind of source gives, and that whatever is wrong with it becomes one reject."""

from __future__ import annotations

import gzip
import io
import json
import os
import sys
import zipfile
from pathlib import Path
from types import SimpleNamespace

import pytest

from factuel.corpus import READERS, UNPACKERS, json_lines, read_pages, single_page
from factuel.corpus.kinds import KINDS
from factuel.corpus.readers import DATABASES, WEB
from factuel.records import RawPage, Reject

HTML = b"<html><body><p>Le fabricant Ormel ouvre un atelier.</p></body></html>"
TEXT = "La mairie de Valcourt a voté son budget.".encode()


def read(*sources: object) -> list[RawPage | Reject]:
    return list(read_pages([str(source) for source in sources]))


def outcome(item: RawPage | Reject) -> str:
    return item.error if isinstance(item, Reject) else item.media_type


def zip_of(path: Path, members: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return path


@pytest.mark.parametrize(
    ("name", "content", "media_type"),
    [
        ("a.html", HTML, "text/html"),
        ("a.HTM", HTML, "text/html"),
        ("a.xhtml", HTML, "text/html"),
        ("a.txt", TEXT, "text/plain"),
        ("a.html.gz", gzip.compress(HTML), "text/html"),
        ("a.html.gz", HTML, "text/html"),
        ("a.TXT.GZ", gzip.compress(TEXT), "text/plain"),
        ("a.php", HTML, "text/html"),
        ("without suffix", TEXT, "text/plain"),
        ("a.gz", gzip.compress(HTML), "text/html"),
    ],
)
def test_named_file_is_one_page(tmp_path: Path, name: str, content: bytes, media_type: str) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    (page,) = read(path)
    assert isinstance(page, RawPage)
    assert (page.uri, page.media_type) == (path.as_posix(), media_type)
    assert page.content in (HTML, TEXT)


@pytest.mark.parametrize(
    ("name", "content", "error"),
    [
        ("a.html", b"", "empty"),
        ("a.html.gz", gzip.compress(HTML * 50)[:-20], "truncated"),
        ("a.html.gz", b"\x1f\x8bnot gzip", "corrupted"),
        ("a.html.gz", gzip.compress(HTML)[:10] + b"\xff" * 30, "corrupted"),
        ("a.html.gz.gz", gzip.compress(gzip.compress(HTML)), "nested_archive"),
        ("a.zip.gz", gzip.compress(b"PK\x03\x04"), "nested_archive"),
        ("a.zip", b"PK\x03\x04 no directory", "corrupted"),
        ("a.zip", b"", "corrupted"),
        ("a.bin", bytes(range(256)) * 20, "unknown_kind"),
        ("report.pdf", b"%PDF-1.7\n1 0 obj", "unknown_kind"),
        ("a.gold", b"no separators", "broken_gold"),
        ("a.gold", b"\xff\xfe", "broken_gold"),
    ],
)
def test_bad_file_is_one_reject(tmp_path: Path, name: str, content: bytes, error: str) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    (reject,) = read(path)
    assert isinstance(reject, Reject)
    assert (reject.source, reject.stage, reject.error) == (path.as_posix(), "corpus", error)
    assert len(reject.message) > 10


def test_missing_path_and_empty_glob_are_rejects(tmp_path: Path) -> None:
    found = read(tmp_path / "nowhere", tmp_path / "*.html", "nul\0name")
    assert [outcome(item) for item in found] == ["not_found"] * 3


def test_folder_is_walked_in_order_without_what_is_clearly_no_page(tmp_path: Path) -> None:
    for name in ("b/2.html", "b/1.txt", "a.html", "c.html"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(HTML)
    for name in ("README.md", "README", "style.css", "app.js", "data.json", "photo.JPG", ".hidden.html"):
        (tmp_path / name).write_bytes(b"x")
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "page.html").write_bytes(HTML)
    names = [Path(item.uri).relative_to(tmp_path).as_posix() for item in read(tmp_path) if isinstance(item, RawPage)]
    assert names == ["a.html", "b/1.txt", "b/2.html", "c.html"]


def test_unknown_suffix_in_a_folder_is_a_reject(tmp_path: Path) -> None:
    (tmp_path / "report.pdf").write_bytes(b"%PDF-1.7")
    (reject,) = read(tmp_path)
    assert isinstance(reject, Reject)
    assert reject.error == "unknown_kind"
    assert "'.pdf'" in reject.message


def test_glob_reads_what_it_matches(tmp_path: Path) -> None:
    for name in ("x/1.html", "y/2.html", "y/3.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(HTML)
    found = read(tmp_path / "**" / "*.html")
    assert [Path(item.uri).name for item in found if isinstance(item, RawPage)] == ["1.html", "2.html"]


def test_file_whose_name_looks_like_a_glob_is_read(tmp_path: Path) -> None:
    path = tmp_path / "[a]*.html"
    path.write_bytes(HTML)
    assert [outcome(item) for item in read(path)] == ["text/html"]


def test_file_met_twice_is_read_once(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_bytes(HTML)
    assert len(read(tmp_path, tmp_path / "a.html", f"{tmp_path}/./a.html")) == 1


def test_link_loops_and_broken_links_end(tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "page.html").write_bytes(HTML)
    (folder / "up").symlink_to(tmp_path)
    (folder / "self").symlink_to(folder / "self")
    (folder / "gone.html").symlink_to(tmp_path / "gone")
    assert sorted(outcome(item) for item in read(tmp_path)) == ["link_loop", "text/html", "unreadable", "unreadable"]


def test_pipe_in_a_folder_does_not_hang(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.html")
    assert [outcome(item) for item in read(tmp_path)] == ["not_a_file"]


def test_deep_folders_do_not_exhaust_the_stack(tmp_path: Path) -> None:
    deep = tmp_path
    for _ in range(1200):
        deep = deep / "d"
        if len(str(deep)) > 3900:
            break
        deep.mkdir()
    (deep / "a.html").write_bytes(HTML)
    try:
        assert [outcome(item) for item in read(tmp_path)] == ["text/html"]
    finally:  # pytest cannot remove folders this deep
        (deep / "a.html").unlink()
        while deep != tmp_path:
            deep.rmdir()
            deep = deep.parent


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads every file")
def test_unreadable_file_and_folder_are_rejects(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_bytes(HTML)
    (tmp_path / "a.html").chmod(0)
    (tmp_path / "b").mkdir(mode=0)
    assert [outcome(item) for item in read(tmp_path)] == ["unreadable", "unreadable"]


def test_name_that_is_not_utf8_is_escaped(tmp_path: Path) -> None:
    path = os.fsencode(tmp_path) + b"/caf\xe9.html"
    with open(path, "wb") as out:  # noqa: PTH123 -- a name in bytes
        out.write(HTML)
    (page,) = read(tmp_path)
    assert isinstance(page, RawPage)
    assert page.uri.endswith("/caf\\xe9.html")


def test_run_folder_is_no_source(tmp_path: Path) -> None:
    run = tmp_path / "run"
    run.mkdir()
    for name in ("manifest.json", "articles.jsonl", "facts.jsonl"):
        (run / name).write_text('{"text": "Un article."}\n', encoding="utf-8")
    assert read(tmp_path) == []
    assert [outcome(item) for item in read(run)] == ["run_folder"]


def test_zip_gives_its_members_in_order(tmp_path: Path) -> None:
    path = zip_of(tmp_path / "a.zip", {"b.html": HTML, "sub/a.txt.gz": gzip.compress(TEXT), "sub/style.css": b"x"})
    pages = read(path)
    assert [item.uri for item in pages if isinstance(item, RawPage)] == [f"{path}#b.html", f"{path}#sub/a.txt.gz"]
    assert [outcome(item) for item in pages] == ["text/html", "text/plain"]


@pytest.mark.parametrize("name", ["../evil.html", "/etc/evil.html", "a/../../evil.html", "..\\evil.html", "C:\\e.html"])
def test_zip_member_that_escapes_is_a_reject_and_the_rest_is_read(tmp_path: Path, name: str) -> None:
    found = read(zip_of(tmp_path / "a.zip", {name: HTML, "good.html": HTML}))
    assert [outcome(item) for item in found] == ["unsafe_path", "text/html"]


def test_zip_member_that_is_damaged_is_a_reject_and_the_rest_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as archive:
        archive.writestr("bad.html", HTML)
        archive.writestr("good.html", HTML + b" ")
    content = path.read_bytes().replace(b"Ormel", b"Ormal", 1)
    path.write_bytes(content)
    assert [outcome(item) for item in read(path)] == ["corrupted", "text/html"]


def test_zip_member_that_is_encrypted_nested_or_a_link_is_a_reject(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("inner.zip", zip_of(tmp_path / "inner.zip", {"a.html": HTML}).read_bytes())
        link = zipfile.ZipInfo("link.html")
        link.external_attr = 0o120777 << 16
        archive.writestr(link, "target.html")
        archive.writestr("secret.html", HTML)
    content = bytearray(path.read_bytes())
    entry = content.rindex(b"PK\x01\x02")
    content[entry + 8] |= 1
    path.write_bytes(content)
    assert [outcome(item) for item in read(path)] == ["nested_archive", "not_a_file", "encrypted"]


@pytest.fixture
def small_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(single_page.read_bounded, "__defaults__", (1000,))
    monkeypatch.setattr(json_lines, "MAX_PAGE_BYTES", 1000)


@pytest.mark.usefixtures("small_limit")
def test_page_that_is_too_large_is_a_reject_however_it_is_packed(tmp_path: Path) -> None:
    bomb = b"<div>" * 1000
    (tmp_path / "a.html").write_bytes(bomb)
    (tmp_path / "b.html.gz").write_bytes(gzip.compress(bomb))
    zip_of(tmp_path / "c.zip", {"bomb.html": bomb})
    lines = [json.dumps({"html": "x" * 5000}), json.dumps({"html": "<p>court</p>"})]
    (tmp_path / "d.jsonl").write_text("\n".join(lines), encoding="utf-8")
    assert [outcome(item) for item in read(tmp_path)] == ["too_large"] * 4 + ["text/html"]


def test_json_lines_gives_content_and_metadata(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    row = {"html": "<p>Été</p>", "url": "https://exemple.fr/1", "published": "2023-04-06", "title": "Été", "site": "Ex"}
    path.write_text("\ufeff" + json.dumps(row) + "\n\n" + json.dumps({"text": "Été", "rank": 4}), encoding="utf-8")
    first, second = read(path)
    assert isinstance(first, RawPage)
    assert isinstance(second, RawPage)
    assert (first.uri, first.media_type, first.content) == (f"{path}#L1", "text/html", "<p>Été</p>".encode())
    assert first.metadata.model_dump(exclude_defaults=True) == {
        key: row[key] for key in ("url", "site", "title", "published")
    } | {"charset": "utf-8"}
    assert (second.uri, second.media_type) == (f"{path}#L3", "text/plain")


@pytest.mark.parametrize(
    ("line", "error"),
    [
        (b'{"html": "<p>coup', "broken_json"),
        (b'["html"]', "broken_json"),
        (b'{"html": 12}', "bad_field"),
        (b'{"text": "a", "title": ["b"]}', "bad_field"),
        (b'{"text": "\xff\xfe"}', "broken_json"),
        (b"[" * 100_000, "broken_json"),
        (b"1" * 10_000, "broken_json"),
        (b'{"url": "https://exemple.fr"}', "no_content"),
        (b'{"html": "", "text": null}', "no_content"),
        (b'{"text": "a", "published": "06/04/2023"}', "bad_date"),
    ],
)
def test_broken_line_is_a_reject_and_the_next_is_read(tmp_path: Path, line: bytes, error: str) -> None:
    path = tmp_path / "a.ndjson"
    path.write_bytes(line + b'\n{"text": "suite"}\n')
    assert [outcome(item) for item in read(path)] == [error, "text/plain"]


def test_lone_surrogate_in_json_does_not_break_the_run(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text('{"text": "a\\ud800b", "title": "\\udfff"}', encoding="utf-8")
    (page,) = read(path)
    assert isinstance(page, RawPage)
    assert (page.content, page.metadata.title) == (b"a?b", "?")


def test_gold_is_read_without_its_marks(tmp_path: Path) -> None:
    path = tmp_path / "a.gold"
    path.write_text(
        "genre: local\npublished: 2024-02-01\n===\nTitre\n\n[PER Zoé Marquis] sourit.\n===\n", encoding="utf-8"
    )
    (page,) = read(path)
    assert isinstance(page, RawPage)
    assert page.content.decode() == "Titre\n\nZoé Marquis sourit."
    assert (page.media_type, page.metadata.title, page.metadata.published) == ("text/plain", "Titre", "2024-02-01")


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (HTML, [("-", "text/html")]),
        (TEXT, [("-", "text/plain")]),
        (b'{"text": "a"}\n{"text": "b"}', [("-#L1", "text/plain"), ("-#L2", "text/plain")]),
        (gzip.compress(b" " * 9000 + HTML), [("-", "text/plain")]),
        (gzip.compress(HTML), [("-", "text/html")]),
    ],
)
def test_standard_input_is_sniffed(monkeypatch: pytest.MonkeyPatch, content: bytes, expected: list[object]) -> None:
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(content)))
    assert [(item.uri, item.media_type) for item in read("-", "-") if isinstance(item, RawPage)] == expected


@pytest.mark.parametrize(
    ("content", "error"), [(b"", "empty"), (b"%PDF-1.4", "unknown_kind"), (b"PK\x03\x04", "unseekable")]
)
def test_bad_standard_input_is_one_reject(monkeypatch: pytest.MonkeyPatch, content: bytes, error: str) -> None:
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(content)))
    (reject,) = read("-")
    assert (reject.source, outcome(reject)) == ("-", error) if isinstance(reject, Reject) else False


def test_what_a_browser_saves_beside_a_page_is_left_out(tmp_path: Path) -> None:
    for name in ("une.html", "une_fichiers/cadre.html", "autres_fichiers/page.html"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(HTML)
    assert [outcome(item) for item in read(tmp_path)] == ["text/html", "text/html"]
    assert [item.uri.rsplit("/", 1)[-1] for item in read(tmp_path) if isinstance(item, RawPage)] == [
        "page.html",
        "une.html",
    ]


def test_every_kind_that_is_read_is_listed() -> None:
    listed = {known for kind in KINDS for known in kind.known_by}
    assert listed == {*READERS, *UNPACKERS, *DATABASES, *WEB, "-"}
