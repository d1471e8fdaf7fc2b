"""Pages kept for later give the same pages again."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factuel.corpus import read_pages
from factuel.corpus.fields import page_of_fields
from factuel.corpus.web.policy import FetchPolicy
from factuel.records import PageMetadata, RawPage
from factuel.runs.collecting import collect_pages, page_line
from factuel.runs.errors import FolderError

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("name", ["pages.jsonl", "pages.jsonl.zst"])
def test_collected_pages_are_the_same_pages(tmp_path: Path, name: str) -> None:
    sources = [str(ROOT / "corpus" / "exports"), str(ROOT / "corpus" / "pages")]
    heard: list[object] = []
    counts = collect_pages(sources, tmp_path / name, FetchPolicy(), heard.append)
    before = [page for page in read_pages(sources) if isinstance(page, RawPage)]
    after = [page for page in read_pages([str(tmp_path / name)]) if isinstance(page, RawPage)]
    assert [page.content for page in after] == [page.content for page in before]
    assert [page.metadata.authors for page in after] == [page.metadata.authors for page in before]
    assert counts == (len(before), len(heard) - len(before))


def test_rejects_are_kept_beside(tmp_path: Path) -> None:
    (tmp_path / "vide.html").write_bytes(b"")
    assert collect_pages([str(tmp_path / "vide.html")], tmp_path / "a.jsonl", FetchPolicy(), print) == (0, 1)
    (reject,) = (tmp_path / "a.jsonl.rejects.jsonl").read_text(encoding="utf-8").splitlines()
    assert json.loads(reject)["error"] == "empty"
    assert not list(tmp_path.glob("*.partial"))


@pytest.mark.parametrize("name", ["pages.html", "there.jsonl"])
def test_no_file_is_overwritten_and_no_other_kind_written(tmp_path: Path, name: str) -> None:
    (tmp_path / "there.jsonl").write_text("kept", encoding="utf-8")
    with pytest.raises(FolderError):
        collect_pages([str(ROOT / "corpus" / "exports")], tmp_path / name, FetchPolicy(), print)
    assert (tmp_path / "there.jsonl").read_text(encoding="utf-8") == "kept"


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(st.binary(min_size=1), st.sampled_from(["text/html", "text/plain"]), st.lists(st.text(min_size=1, max_size=9)))
def test_any_page_is_read_back(content: bytes, media_type: str, authors: list[str]) -> None:
    authors = [author.encode("utf-8", "replace").decode() for author in authors]
    page = RawPage(uri="a", content=content, media_type=media_type, metadata=PageMetadata(authors=tuple(authors)))
    again = page_of_fields("a", json.loads(page_line(page)))
    assert (again.content, again.media_type, again.metadata.authors) == (content, media_type, tuple(authors))
