"""The command line: what it prints, where, and how it ends. No model is loaded."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from pathlib import Path

import pytest
from typer.testing import CliRunner

import factuel
from factuel.cli import app
from factuel.runs import extraction

RUNNER = CliRunner()
FAKES = Path(__file__).parents[1] / "runs"


@pytest.fixture
def pages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder of three good pages, worked on without a model."""
    monkeypatch.syspath_prepend(str(FAKES))
    monkeypatch.setitem(extraction.extract_to_folder.__kwdefaults__, "maker", "fake_work:fake_lines")
    monkeypatch.setitem(extraction.extract_to_stream.__kwdefaults__, "maker", "fake_work:fake_lines")
    folder = tmp_path / "pages"
    folder.mkdir()
    for number in range(3):
        (folder / f"{number}.txt").write_text(f"Article {number}", encoding="utf-8")
    return folder


def run(*arguments: object) -> tuple[int, str, str]:
    result = RUNNER.invoke(app, [str(argument) for argument in arguments])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result.exit_code, result.stdout, result.stderr


def test_extract_writes_a_run_and_a_closing_table_to_stderr(pages: Path, tmp_path: Path) -> None:
    code, out, err = run("extract", pages, "-o", tmp_path / "run")
    assert (code, out) == (0, "")
    rows = dict(line.rsplit(maxsplit=1) for line in err.splitlines())
    assert (rows["articles"], rows["rejects"], rows["facts"]) == ("3", "0", "3")
    assert {"seconds", "pages/s"} <= {label.strip() for label in rows}
    assert json.loads((tmp_path / "run" / "manifest.json").read_text(encoding="utf-8"))["complete"]


def test_extract_ends_with_1_when_an_input_is_rejected(pages: Path, tmp_path: Path) -> None:
    code, _, err = run("extract", pages, tmp_path / "nowhere", "-o", tmp_path / "run")
    assert code == 1
    assert "rejects.jsonl" in err
    assert len((tmp_path / "run" / "articles.jsonl").read_text(encoding="utf-8").splitlines()) == 3


def test_extract_to_stdout_writes_a_line_a_page(pages: Path) -> None:
    code, out, err = run("extract", pages, "-o", "-")
    assert code == 0
    assert [list(json.loads(line)) for line in out.splitlines()] == [["article", "entities", "facts"]] * 3
    assert "articles" in err


def test_extract_reads_stdin(pages: Path) -> None:
    result = RUNNER.invoke(app, ["extract", "-", "-o", "-"], input="Une dépêche du jour.")
    assert result.exit_code == 0
    assert json.loads(result.stdout)["article"]["source"]["uri"] == "-"


def test_extract_takes_options_before_the_settings_file(pages: Path, tmp_path: Path) -> None:
    settings = tmp_path / "factuel.toml"
    settings.write_text('workers = 2\nmin_confidence = 0.9\npublished = "2023-04-06"\n', encoding="utf-8")
    code, _, _ = run("extract", pages, "-o", tmp_path / "run", "--config", settings, "--min-confidence", "0.2")
    written = json.loads((tmp_path / "run" / "manifest.json").read_text(encoding="utf-8"))["settings"]
    assert code == 0
    assert (written["workers"], written["min_confidence"], written["published"]) == (2, 0.2, "2023-04-06")


def test_existing_run_is_refused_then_overwritten_or_resumed(pages: Path, tmp_path: Path) -> None:
    folder = tmp_path / "run"
    assert run("extract", pages, "-o", folder)[0] == 0
    code, _, err = run("extract", pages, "-o", folder)
    assert code == 2
    assert err.count("\n") == 1
    assert "--overwrite" in err
    assert run("extract", pages, "-o", folder, "--overwrite")[0] == 0
    assert run("extract", pages, "-o", folder, "--resume")[0] == 0
    assert run("extract", pages, "-o", folder, "--resume", "--overwrite")[0] == 2


@pytest.mark.parametrize(
    ("arguments", "settings"),
    [
        (["--workers", "0"], ""),
        (["--workers", "two"], ""),
        (["--published", "hier"], ""),
        (["--min-confidence", "2"], ""),
        (["--engine", "cloud"], ""),
        (["--colour"], ""),
        (["--config", "settings.toml"], "colour = 1"),
        (["--config", "settings.toml"], "workers ="),
        (["--config", "settings.toml"], "workers = 'many'"),
        (["--config", "nowhere.toml"], ""),
    ],
)
def test_misuse_ends_with_2_and_leaves_nothing(
    pages: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], settings: str
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("settings.toml").write_text(settings, encoding="utf-8")
    code, out, err = run("extract", pages, "-o", "run", *arguments)
    assert (code, out) == (2, "")
    assert err
    assert "Traceback" not in err
    assert not Path("run").exists()


def test_source_and_output_are_required() -> None:
    assert run("extract", "-o", "run")[0] == 2
    assert run("extract", "pages")[0] == 2


def test_model_that_is_missing_is_told_in_a_line(pages: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(extraction.extract_to_folder.__kwdefaults__, "maker", "fake_work:broken_maker")
    code, _, err = run("extract", pages, "-o", tmp_path / "run")
    assert code == 2
    assert "the model is not installed" in err
    assert err.count("\n") == 1


def test_schema_prints_one_or_lists_all(tmp_path: Path) -> None:
    code, out, _ = run("schema")
    assert (code, out.splitlines()[0]) == (0, "fact")
    assert json.loads(run("schema", "role")[1])["title"] == "Role"
    code, _, err = run("schema", "colour")
    assert code == 2
    assert "figure" in err
    assert run("schema", "--write", tmp_path / "schema")[0] == 0
    assert (tmp_path / "schema" / "fact.json").exists()


def test_version_is_that_of_the_package() -> None:
    assert run("--version") == (0, f"factuel {factuel.__version__}\n", "")


def test_help_loads_neither_the_model_nor_the_records() -> None:
    code = (
        "import sys, factuel.cli; print([m for m in ('spacy', 'pydantic', 'rich', 'trafilatura') if m in sys.modules])"
    )
    started = time.monotonic()
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
    assert time.monotonic() - started < 5


def test_export_writes_another_format_or_says_what_is_wrong(pages: Path, tmp_path: Path) -> None:
    run("extract", pages, "-o", tmp_path / "run")
    assert run("export", tmp_path / "run", "--to", "csv", "-o", tmp_path / "csv") == (0, "", "")
    assert len((tmp_path / "csv" / "facts.csv").read_text(encoding="utf-8").splitlines()) == 4
    for arguments in (
        (tmp_path / "run", "--to", "csv", "-o", tmp_path / "csv"),
        (tmp_path / "run", "--to", "odt", "-o", tmp_path / "new"),
        (pages, "--to", "jsonl", "-o", tmp_path / "new"),
        (tmp_path / "run", "--to", "jsonl", "-o", tmp_path / "no" / "folder" / "new"),
    ):
        code, out, err = run("export", *arguments)
        assert (code, out, err.count("\n")) == (2, "", 1)
