"""Records to lines and back: order of keys, whole lines, what is left out, what is refused when read."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from factuel.outputs.reading import RunFolderError, read_articles, read_facts, read_manifest, read_rejects, read_run
from factuel.outputs.rendering import FILES, PageLines, render
from factuel.outputs.run_folder import RunFiles, write_manifest
from factuel.records import Article, Extraction, Manifest, Reject

REJECT = Reject(source="b.html", stage="cleaning", error="no_text", message="the page has no text")


def write(folder: Path, *results: Extraction | Reject) -> None:
    with RunFiles(folder) as files:
        for result in results:
            files.write(render(result))


def test_what_is_written_is_read_back(tmp_path: Path, extraction: Extraction) -> None:
    write(tmp_path, extraction, REJECT)
    assert list(read_run(tmp_path)) == [extraction]
    assert list(read_rejects(tmp_path)) == [REJECT]


def test_keys_stand_in_the_order_of_the_contract(tmp_path: Path, extraction: Extraction) -> None:
    write(tmp_path, extraction)
    row = json.loads((tmp_path / "articles.jsonl").read_text(encoding="utf-8"))
    assert list(row) == list(Article.model_fields)
    first = json.loads((tmp_path / "facts.jsonl").read_text(encoding="utf-8").split("\n")[0])
    assert list(first)[:5] == ["id", "schema_version", "type", "article_id", "evidence"]


def test_all_files_are_made_even_when_empty(tmp_path: Path) -> None:
    write(tmp_path)
    assert {path.name: path.stat().st_size for path in tmp_path.iterdir()} == {f"{name}.jsonl": 0 for name in FILES}


def test_no_character_but_the_newline_ends_a_line(tmp_path: Path, extraction: Extraction) -> None:
    write(tmp_path, extraction)
    text = (tmp_path / "articles.jsonl").read_text(encoding="utf-8")
    assert text.splitlines() == text.removesuffix("\n").split("\n")
    assert json.loads(text)["text"] == extraction.article.text
    assert "🙂" in text


def test_numbers_are_json_numbers(extraction: Extraction) -> None:
    assert b'"value":12500000,' in render(extraction).lines[2]


def test_joined_line_is_one_object(extraction: Extraction) -> None:
    row = json.loads(render(extraction).joined())
    assert Extraction.model_validate_json(json.dumps(row)) == extraction
    assert json.loads(render(REJECT).joined()) == {"reject": REJECT.model_dump()}
    bare = extraction.model_copy(update={"entities": (), "facts": ()})
    assert json.loads(render(bare).joined())["facts"] == []


def test_fact_whose_words_are_elsewhere_is_left_out_and_counted(extraction: Extraction) -> None:
    wrong = extraction.facts[0].evidence.model_copy(update={"start": 1, "end": 33})
    facts = (extraction.facts[0].model_copy(update={"evidence": wrong}), *extraction.facts[1:])
    page = render(extraction.model_copy(update={"facts": facts}))
    assert (page.counts["facts"], page.counts["facts_ungrounded"]) == (3, 1)
    assert page.lines[2].count(b"\n") == 3


def test_cut_takes_away_what_was_not_finished(tmp_path: Path, extraction: Extraction) -> None:
    page = render(extraction)
    with RunFiles(tmp_path) as files:
        files.write(page)
        ends = files.ends
        files._files[0].write(b'{"half')
        files.cut()
    with RunFiles(tmp_path, ends) as files:
        files.write(PageLines((b"", b"", b"", b"{}\n")))
    assert (tmp_path / "articles.jsonl").read_bytes() == page.lines[0]
    assert (tmp_path / "rejects.jsonl").read_bytes() == b"{}\n"


def test_manifest_is_read_back(tmp_path: Path) -> None:
    manifest = Manifest(
        complete=False,
        versions={"factuel": "1"},
        settings={"workers": 2},
        inputs=3,
        counts={"articles": 2},
        facts_by_type={},
        rejects_by_stage={"corpus": 1},
        timings={"seconds": 1.5},
    )
    write_manifest(tmp_path, manifest)
    assert read_manifest(tmp_path) == manifest
    assert [path.name for path in tmp_path.iterdir()] == ["manifest.json"]


def test_broken_record_is_named_by_file_and_line(tmp_path: Path, extraction: Extraction) -> None:
    write(tmp_path, extraction)
    with (tmp_path / "facts.jsonl").open("a", encoding="utf-8") as out:
        out.write('{"type": "figure"}\n')
    with pytest.raises(RunFolderError, match=r"facts\.jsonl, line 5: figure\.id: Field required"):
        list(read_facts(tmp_path))


def test_folder_that_is_no_run_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RunFolderError, match="is this a run folder"):
        list(read_articles(tmp_path))
    with pytest.raises(RunFolderError, match="not a run folder"):
        read_manifest(tmp_path)
