"""What is said of a run while it goes on."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest

from factuel.cli import progress as module
from factuel.cli.progress import progress, progress_line
from factuel.corpus.counting import count_pages
from factuel.outputs.rendering import PageLines

PAGE = PageLines((b"", b"", b"", b""))


@pytest.mark.parametrize(
    ("done", "total", "seconds", "line"),
    [
        (50, 200, 10.0, "50/200 pages, 5.0 pages/s, 30 s left"),
        (50, None, 10.0, "50 pages, 5.0 pages/s"),
        (50, 49, 10.0, "50/49 pages, 5.0 pages/s, 0 s left"),
    ],
)
def test_line_says_rate_and_remaining_time(done: int, total: int | None, seconds: float, line: str) -> None:
    assert progress_line(done, total, seconds) == line


def test_piped_progress_is_quiet_until_some_time_has_passed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with progress([str(tmp_path)]) as on_page:
        on_page(PAGE)
        assert capsys.readouterr().err == ""
        monkeypatch.setattr(module, "QUIET_SECONDS", 0.0)
        on_page(PAGE)
    assert capsys.readouterr().err.startswith("2")


def test_terminal_has_a_bar(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("TERM", "xterm")
    with progress([str(tmp_path)]) as on_page:
        on_page(PAGE)
    assert "extracting" in capsys.readouterr().err


def test_pages_are_counted_in_archives_and_lines(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text("<p>", encoding="utf-8")
    (tmp_path / "b.jsonl").write_text("".join(json.dumps({"text": "x"}) + "\n" for _ in range(5)), encoding="utf-8")
    with zipfile.ZipFile(tmp_path / "c.zip", "w") as archive:
        for number in range(3):
            archive.writestr(f"{number}.html", "<p>")
    (tmp_path / "d.zip").write_bytes(b"broken")
    assert count_pages([str(tmp_path), str(tmp_path / "nowhere")]) == 11
    assert count_pages([str(tmp_path), "-"]) is None
