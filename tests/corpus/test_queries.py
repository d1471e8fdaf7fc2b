"""Database queries as a source."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from factuel.corpus import read_pages
from factuel.corpus.queries import query_name
from factuel.records import RawPage, Reject


@pytest.fixture
def database(tmp_path: Path) -> Path:
    path = tmp_path / "presse de l'Est.db"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE pages (url TEXT, texte TEXT, jour TEXT)")
        rows = [(f"https://exemple.fr/{number}", f"Il a neigé {number} jours.", "2023-12-04") for number in range(150)]
        connection.executemany("INSERT INTO pages VALUES (?, ?, ?)", rows)
    connection.close()
    return path


def read(source: str) -> list[RawPage | Reject]:
    return list(read_pages([source]))


def test_a_page_a_row(database: Path) -> None:
    items = read(f"sqlite:///{database}#SELECT url, texte, jour AS published FROM pages ORDER BY url")
    assert [type(item) for item in items] == [RawPage] * 150
    first = items[0]
    assert isinstance(first, RawPage)
    assert first.uri == query_name(f"sqlite:///{database}") + "#1"
    assert (first.metadata.url, first.metadata.published) == ("https://exemple.fr/0", "2023-12-04")


@pytest.mark.parametrize(
    ("query", "error"),
    [
        ("", "no_query"),
        ("#  ", "no_query"),
        ("#SELECT texte FROM nulle_part", "database"),
        ("#DELETE FROM pages", "database"),
        ("#SELECT url FROM pages", "no_content_column"),
    ],
)
def test_what_cannot_be_asked_is_one_reject(database: Path, query: str, error: str) -> None:
    (reject,) = read(f"sqlite:///{database}{query}")
    assert isinstance(reject, Reject) and reject.error == error


def test_a_missing_database_is_not_made(tmp_path: Path) -> None:
    (reject,) = read(f"sqlite:///{tmp_path}/non.db#SELECT 1 AS text")
    assert isinstance(reject, Reject) and reject.error == "not_found"
    assert not (tmp_path / "non.db").exists()


def test_the_password_is_not_written() -> None:
    assert "secret" not in query_name("postgresql://lecteur:secret@hote/presse#SELECT 1")
    (reject,) = read("postgresql://lecteur:secret@127.0.0.1:1/presse#SELECT 1 AS text")
    assert isinstance(reject, Reject) and "secret" not in reject.source + reject.message
