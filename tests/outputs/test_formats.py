"""Each format says what the run says, and none overwrites anything."""

from __future__ import annotations

import csv
import json
import sqlite3
import sys
from contextlib import closing
from pathlib import Path

import pytest

from factuel.outputs.formats import FORMATS, export
from factuel.outputs.parquet import MissingExtraError
from factuel.outputs.reading import RunFolderError
from factuel.outputs.rendering import render
from factuel.outputs.run_folder import RunFiles
from factuel.outputs.tables import TABLES
from factuel.records import Extraction, Reject


@pytest.fixture
def run(tmp_path: Path, extraction: Extraction) -> Path:
    folder = tmp_path / "run"
    with RunFiles(folder) as files:
        files.write(render(extraction))
        files.write(render(Reject(source="b.html", stage="cleaning", error="no_text", message="no text, sorry")))
    return folder


def read_csv(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def test_csv_has_a_row_for_each_record(run: Path, tmp_path: Path, extraction: Extraction) -> None:
    export(run, "csv", tmp_path / "csv")
    facts = read_csv(tmp_path / "csv" / "facts.csv")
    assert [row["type"] for row in facts] == ["agreement", "figure", "quotation", "role"]
    assert facts[0]["parties"] == "Lumeo | Ormel"
    assert (facts[1]["measure.value"], facts[1]["measure.unit"], facts[1]["measure.low"]) == ("12500000", "EUR", "")
    assert (facts[2]["speaker.name"], facts[2]["speaker.entity_id"]) == ("Zoé Marquis", "e-3")
    (article,) = read_csv(tmp_path / "csv" / "articles.csv")
    assert (article["text"], article["authors"]) == (extraction.article.text, "A. Bel | C. Dune")
    assert article["source.uri"] == "pages/lumeo.html"
    entities = read_csv(tmp_path / "csv" / "entities.csv")
    assert entities[0]["mentions"] == "0-5"
    assert read_csv(tmp_path / "csv" / "rejects.csv")[0]["message"] == "no text, sorry"


def test_columns_of_a_table_are_distinct_and_have_one_kind_each() -> None:
    for table in TABLES:
        names = [column.name for column in table.columns]
        assert len(names) == len(set(names)), table.name
    kinds = {column.name: column.kind for column in TABLES[2].columns}
    assert (kinds["measure.value"], kinds["evidence.start"], kinds["time.approximate"]) == ("number", "integer", "flag")
    assert kinds["time.from"] == "text"


def test_jsonl_has_an_article_a_line(run: Path, tmp_path: Path, extraction: Extraction) -> None:
    export(run, "jsonl", tmp_path / "all.jsonl")
    assert Extraction.model_validate_json((tmp_path / "all.jsonl").read_bytes()) == extraction


def test_parquet_has_typed_columns(run: Path, tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    export(run, "parquet", tmp_path / "parquet")
    facts = parquet.read_table(tmp_path / "parquet" / "facts.parquet").to_pylist()
    assert [row["measure.value"] for row in facts] == [None, 12500000.0, None, None]
    assert facts[3]["person.name"] == "Zoé Marquis"
    assert parquet.read_table(tmp_path / "parquet" / "rejects.parquet").num_rows == 1


def test_parquet_without_its_library_says_how_to_get_it(
    run: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(MissingExtraError, match=r"pip install 'factuel\[parquet\]'"):
        export(run, "parquet", tmp_path / "parquet")
    assert not (tmp_path / "parquet").exists()


def test_sqlite_can_be_asked(run: Path, tmp_path: Path) -> None:
    export(run, "sqlite", tmp_path / "run.db")
    with closing(sqlite3.connect(tmp_path / "run.db")) as database:
        question = (
            "SELECT entity.name, json_extract(fact.details, '$.title') FROM fact "
            "JOIN entity ON entity.id = json_extract(fact.details, '$.person.entity_id') WHERE fact.type = 'role'"
        )
        assert database.execute(question).fetchall() == [("Zoé Marquis", "directrice")]
        grounded = "SELECT count(*) FROM fact JOIN article ON article.id = article_id WHERE substr(text, start_char + 1, end_char - start_char) = evidence"
        assert database.execute(grounded).fetchone() == (4,)
        assert database.execute("SELECT count(*) FROM mention").fetchone() == (3,)
        assert json.loads(database.execute("SELECT authors FROM article").fetchone()[0]) == ["A. Bel", "C. Dune"]
        assert database.execute("PRAGMA foreign_key_check").fetchall() == []


@pytest.mark.parametrize("name", sorted(FORMATS))
def test_nothing_is_overwritten_and_a_folder_that_is_no_run_is_refused(run: Path, tmp_path: Path, name: str) -> None:
    (tmp_path / "there").write_text("à garder", encoding="utf-8")
    with pytest.raises(FileExistsError):
        export(run, name, tmp_path / "there")
    assert (tmp_path / "there").read_text(encoding="utf-8") == "à garder"
    with pytest.raises(RunFolderError):
        export(tmp_path, name, tmp_path / "new")
