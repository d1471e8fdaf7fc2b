"""CSV and Parquet: a page a row, columns found by their usual names."""

from __future__ import annotations

from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from factuel.corpus import read_pages
from factuel.corpus.columns import find_columns
from factuel.corpus.protocol import CorpusError
from factuel.records import RawPage, Reject


def read(path: Path) -> list[RawPage | Reject]:
    return list(read_pages([str(path)]))


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "windows-1252"])
def test_rows_of_a_csv_file(tmp_path: Path, delimiter: str, encoding: str) -> None:
    rows = [
        ["Titre", "Date", "Texte", "rang"],
        ["Été chaud", "2023-07-04", '"Il a fait chaud.\nTrès chaud."', "1"],
        ["Hiver", "2023-12-04", "Il a neigé.", "2"],
    ]
    path = tmp_path / "a.csv"
    path.write_bytes("\n".join(delimiter.join(row) for row in rows).encode(encoding))
    first, second = read(path)
    assert isinstance(first, RawPage) and isinstance(second, RawPage)
    assert first.content.decode() == "Il a fait chaud.\nTrès chaud."
    assert (first.metadata.title, first.metadata.published) == ("Été chaud", "2023-07-04")
    assert (first.uri[-3:], second.uri[-3:]) == ("#L2", "#L4")


def test_html_column_goes_before_text(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("url,text,html\nhttps://exemple.fr,brut,<p>page</p>\n", encoding="utf-8")
    (page,) = read(tmp_path / "a.csv")
    assert isinstance(page, RawPage) and (page.media_type, page.content) == ("text/html", b"<p>page</p>")


@pytest.mark.parametrize(
    ("content", "error"),
    [
        (b"a,b\n1,2\n", "no_content_column"),
        (b"", "no_content_column"),
        (b"text,date\nbonjour,hier\n", "bad_date"),
        (b'text\n""\n', "no_content"),
    ],
)
def test_bad_table_is_one_reject(tmp_path: Path, content: bytes, error: str) -> None:
    (tmp_path / "a.csv").write_bytes(content)
    (reject,) = read(tmp_path / "a.csv")
    assert isinstance(reject, Reject) and reject.error == error


def test_rows_of_a_parquet_file(tmp_path: Path) -> None:
    table = pa.table(
        {"maintext": ["Il a neigé."] * 100 + [None], "date_publish": ["2023-12-04"] * 101, "id": range(101)}
    )
    pq.write_table(table, tmp_path / "a.parquet", row_group_size=30)
    items = read(tmp_path / "a.parquet")
    assert [type(item) for item in items] == [RawPage] * 100 + [Reject]
    assert items[99].uri.endswith("a.parquet#100")  # type: ignore[union-attr]


def test_bytes_and_dates_of_a_parquet_file(tmp_path: Path) -> None:
    import datetime

    table = pa.table({"html": ["<p>Été</p>".encode("windows-1252")], "published": [datetime.date(2023, 7, 4)]})
    pq.write_table(table, tmp_path / "a.parquet")
    (page,) = read(tmp_path / "a.parquet")
    assert isinstance(page, RawPage)
    assert (page.content, page.metadata.charset, page.metadata.published) == (b"<p>\xc9t\xe9</p>", None, "2023-07-04")


def test_no_parquet_is_a_reject(tmp_path: Path) -> None:
    (tmp_path / "a.parquet").write_bytes(b"PAR1 and nothing more")
    (reject,) = read(tmp_path / "a.parquet")
    assert isinstance(reject, Reject) and reject.error == "corrupted"


def test_columns_by_name() -> None:
    assert find_columns(["ID", "Titre", "CONTENU", "url"]) == {"text": "CONTENU", "url": "url", "title": "Titre"}
    assert find_columns(["html", "raw_html"])["html"] == "html"
    with pytest.raises(CorpusError, match="there are: a, b"):
        find_columns(["a", "b"])
