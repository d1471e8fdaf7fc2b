"""Runs to a folder and to a stream: order, counts, refusals, interruption and resumption."""

from __future__ import annotations

import io
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from factuel.outputs.reading import read_manifest, read_rejects, read_run
from factuel.outputs.rendering import FILES, PageLines
from factuel.records import Manifest
from factuel.runs.errors import FolderError
from factuel.runs.extraction import extract_to_folder, extract_to_stream
from factuel.runs.folder import Existing
from factuel.runs.journal import Journal
from factuel.runs.settings import RunConfig

MAKER = "fake_work:fake_lines"


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    folder = tmp_path / "pages"
    folder.mkdir()
    for number in range(12):
        text = "REJECT" if number == 4 else "EXIT" if number == 7 else f"Article numéro {number % 10}"
        (folder / f"{number:02}.txt").write_text(text, encoding="utf-8")
    (folder / "99.html").write_bytes(b"")
    return folder


def run(
    pages: Path,
    folder: Path,
    existing: Existing = "refuse",
    on_page: Callable[[PageLines], None] = lambda page: None,
    **settings: object,
) -> Manifest:
    config = RunConfig(**settings)  # type: ignore[arg-type]
    return extract_to_folder([str(pages)], folder, config, existing=existing, on_page=on_page, maker=MAKER)


def contents(folder: Path) -> dict[str, bytes]:
    return {name: (folder / f"{name}.jsonl").read_bytes() for name in FILES}


def stop_after(count: int) -> Callable[[PageLines], None]:
    def on_page(page: PageLines) -> None:
        nonlocal count
        count -= 1
        if not count:
            raise KeyboardInterrupt

    return on_page


def test_run_folder_has_all_records_and_a_manifest_that_counts_them(pages: Path, tmp_path: Path) -> None:
    manifest = run(pages, tmp_path / "run")
    assert manifest == read_manifest(tmp_path / "run")
    assert sorted(path.name for path in (tmp_path / "run").iterdir()) == sorted(
        [*(f"{name}.jsonl" for name in FILES), "manifest.json"]
    )
    assert (manifest.complete, manifest.inputs) == (True, 13)
    assert manifest.counts == {
        "articles": 10,
        "entities": 10,
        "facts": 10,
        "rejects": 3,
        "facts_below_confidence": 0,
        "facts_ungrounded": 0,
        "duplicates": 0,
        "facts_of_duplicates": 0,
    }
    assert manifest.facts_by_type["event"] == 10
    assert manifest.facts_by_type["role"] == 0
    assert manifest.rejects_by_stage == {"annotation": 1, "cleaning": 1, "corpus": 1}
    assert {"seconds", "pages_per_second", "first_record_seconds"} == set(manifest.timings)
    assert {"factuel", "spacy", "models", "schema"} <= set(manifest.versions)
    assert [reject.error for reject in read_rejects(tmp_path / "run")] == ["no_text", "crashed", "empty"]


def test_same_bytes_whatever_the_number_of_workers(pages: Path, tmp_path: Path) -> None:
    run(pages, tmp_path / "one")
    run(pages, tmp_path / "three", workers=3)
    assert contents(tmp_path / "one") == contents(tmp_path / "three")


def test_identical_pages_are_two_articles(pages: Path, tmp_path: Path) -> None:
    run(pages, tmp_path / "run")
    ids = [extraction.article.id for extraction in read_run(tmp_path / "run")]
    assert len(set(ids)) == 10


def test_facts_below_the_confidence_are_left_out_and_counted(pages: Path, tmp_path: Path) -> None:
    manifest = run(pages, tmp_path / "run", min_confidence=0.6)
    assert (manifest.counts["facts"], manifest.counts["facts_below_confidence"]) == (0, 10)
    assert (tmp_path / "run" / "facts.jsonl").read_bytes() == b""


def test_existing_folder_is_refused_unless_told_otherwise(pages: Path, tmp_path: Path) -> None:
    folder = tmp_path / "run"
    run(pages, folder)
    before = contents(folder)
    with pytest.raises(FolderError, match="--overwrite"):
        run(pages, folder)
    assert contents(folder) == before
    (folder / "notes.txt").write_text("à garder", encoding="utf-8")
    run(pages, folder, "overwrite")
    assert contents(folder) == before
    assert (folder / "notes.txt").exists()


def test_folder_of_something_else_is_never_overwritten(pages: Path, tmp_path: Path) -> None:
    before = sorted(pages.iterdir())
    for existing in ("overwrite", "resume"):
        with pytest.raises(FolderError, match="not a run folder"):
            run(pages, pages, existing)  # type: ignore[arg-type]
    assert sorted(pages.iterdir()) == before


def test_file_in_place_of_the_folder_is_refused(pages: Path, tmp_path: Path) -> None:
    (tmp_path / "run").write_text("", encoding="utf-8")
    with pytest.raises(FolderError, match="cannot write"):
        run(pages, tmp_path / "run")


@pytest.mark.parametrize("count", [1, 6, 12])
def test_interrupted_run_has_whole_pages_and_resumes_to_the_same_bytes(pages: Path, tmp_path: Path, count: int) -> None:
    run(pages, tmp_path / "whole")
    folder = tmp_path / "run"
    with pytest.raises(KeyboardInterrupt):
        run(pages, folder, on_page=stop_after(count))
    manifest = read_manifest(folder)
    assert (manifest.complete, manifest.inputs) == (False, count)
    assert len(list(read_run(folder))) + len(list(read_rejects(folder))) == count
    heard: list[PageLines] = []
    resumed = run(pages, folder, "resume", on_page=heard.append, workers=2)
    assert resumed.complete
    assert len(heard) == resumed.inputs == 13
    assert resumed.counts == read_manifest(tmp_path / "whole").counts
    assert contents(folder) == contents(tmp_path / "whole")


def test_page_half_written_when_the_machine_stopped_is_written_again(pages: Path, tmp_path: Path) -> None:
    run(pages, tmp_path / "whole")
    folder = tmp_path / "run"
    with pytest.raises(KeyboardInterrupt):
        run(pages, folder, on_page=stop_after(3))
    for name in ("articles.jsonl", "journal.jsonl"):
        with (folder / name).open("ab") as out:
            out.write(b'{"id": "a-12')
    run(pages, folder, "resume")
    assert contents(folder) == contents(tmp_path / "whole")


def test_resumed_run_does_again_what_has_changed_and_all_after_it(pages: Path, tmp_path: Path) -> None:
    folder = tmp_path / "run"
    with pytest.raises(KeyboardInterrupt):
        run(pages, folder, on_page=stop_after(9))
    (pages / "03.txt").write_text("Autre article", encoding="utf-8")
    (pages / "05.txt").unlink()
    run(pages, folder, "resume")
    run(pages, tmp_path / "whole")
    assert contents(folder) == contents(tmp_path / "whole")


def test_resuming_with_other_settings_is_refused_but_with_other_workers_is_not(pages: Path, tmp_path: Path) -> None:
    folder = tmp_path / "run"
    with pytest.raises(KeyboardInterrupt):
        run(pages, folder, on_page=stop_after(3))
    with pytest.raises(FolderError, match="other settings"):
        run(pages, folder, "resume", min_confidence=0.3)
    assert run(pages, folder, "resume", workers=2).complete


def test_resuming_a_complete_run_changes_nothing(pages: Path, tmp_path: Path) -> None:
    manifest = run(pages, tmp_path / "run")
    assert run(pages, tmp_path / "run", "resume") == manifest
    assert run(pages, tmp_path / "new", "resume").complete


def test_two_runs_do_not_write_to_one_folder(pages: Path, tmp_path: Path) -> None:
    folder = tmp_path / "run"
    with pytest.raises(KeyboardInterrupt):
        run(pages, folder, on_page=stop_after(3))
    with Journal(folder), pytest.raises(FolderError, match="another process"):
        run(pages, folder, "resume")


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_signal_leaves_whole_lines_and_an_incomplete_manifest(tmp_path: Path, number: signal.Signals) -> None:
    folder = tmp_path / "run"
    path = tmp_path / "pages.jsonl"
    path.write_text("".join(json.dumps({"text": f"SLOW {n}"}) + "\n" for n in range(100)), encoding="utf-8")
    code = (
        "import sys; sys.path[:0] = [sys.argv[1]]\n"
        "from pathlib import Path\n"
        "from factuel.runs.extraction import extract_to_folder\n"
        "from factuel.runs.interrupts import termination_as_interrupt\n"
        "from factuel.runs.settings import RunConfig\n"
        "with termination_as_interrupt():\n"
        f"    extract_to_folder([sys.argv[2]], Path(sys.argv[3]), RunConfig(), maker={MAKER!r})\n"
    )
    arguments = [str(Path(__file__).parent), str(path), str(folder)]
    process = subprocess.Popen([sys.executable, "-c", code, *arguments], stderr=subprocess.DEVNULL)
    articles = folder / "articles.jsonl"
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline and not (articles.exists() and articles.stat().st_size):
        time.sleep(0.05)
    os.kill(process.pid, number)
    process.wait(timeout=10)
    assert not read_manifest(folder).complete
    done = list(read_run(folder))
    assert 0 < len(done) < 100
    assert all(extraction.facts for extraction in done)


def test_stream_has_a_line_for_each_input(pages: Path) -> None:
    out = io.BytesIO()
    manifest = extract_to_stream([str(pages)], out, RunConfig(), maker=MAKER)
    rows = [json.loads(line) for line in out.getvalue().splitlines()]
    assert len(rows) == manifest.inputs == 13
    assert [list(row) for row in rows[3:5]] == [["article", "entities", "facts"], ["reject"]]
    assert rows[0]["facts"][0]["article_id"] == rows[0]["article"]["id"]
