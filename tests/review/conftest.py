"""A small run written for these tests, in SQLite and, where it is installed, in PostgreSQL."""

from __future__ import annotations

import os
import pwd
import signal
import socket
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from factuel.outputs.rendering import render
from factuel.outputs.run_folder import RunFiles, write_manifest
from factuel.records import (
    Article,
    Entity,
    EntityRef,
    Evidence,
    Extraction,
    Fact,
    Figure,
    Manifest,
    Measure,
    Mention,
    Role,
    Source,
    content_id,
)
from factuel.review.database import Database, database_url
from factuel.review.indexing import open_run

HOSTILE = "<script>alert('titre')</script>\" onload=\"alert(1)"
PEOPLE = ("Zoé Marquis", "Ahmed Sorel", "Inès Vauban", "Luc Perrin", "Ève Tessier")


def words_at(text: str, words: str) -> dict[str, object]:
    """Return the span of words in a text."""
    start = text.index(words)
    return {"text": words, "start": start, "end": start + len(words)}


def evidence(text: str, words: str) -> Evidence:
    """Return the evidence of words, with the line as its sentence."""
    span = words_at(text, words)
    start = text.rfind("\n", 0, int(span["start"])) + 1  # type: ignore[call-overload]
    end = text.find("\n", int(span["end"]))  # type: ignore[call-overload]
    return Evidence(**span, sentence_start=start, sentence_end=end if end >= 0 else len(text))  # type: ignore[arg-type]


def make_extraction(number: int, text: str | None = None, **changes: object) -> Extraction:
    """Return an article about a company with a director: a role (confidence 0.6) and a figure (0.9)."""
    person, company = PEOPLE[number % 5], f"Lumeo {number}"
    title = HOSTILE if number == 3 else f"{company} s'agrandit"
    text = text or (
        f"{title}\n\nÀ l'été 🙂, {person}, directrice de {company}, est allée à Metz.\n"
        f"Selon elle, {company} emploie {100 + number} salariés."
    )
    article = Article(
        id=content_id("a", str(number)),
        source=Source(uri=f"pages/{number}.html", sha256="0" * 64, media_type="text/html"),
        url="javascript:alert(1)" if number == 3 else f"https://exemple.fr/{number}",
        site="exemple.fr",
        title=title,
        published="2023-04-06",
        modified=None,
        language="fr",
        text=text,
    )
    entities = tuple(
        Entity(
            id=content_id("e", article.id, kind, name),
            article_id=article.id,
            type=kind,
            name=name,
            mentions=(Mention(**words_at(text, name)),),  # type: ignore[arg-type]
            confidence=0.9,
        )
        for kind, name in (("person", person), ("organisation", company), ("place", "Metz"))
    )
    who, where = (EntityRef(entity_id=one.id, name=one.name) for one in entities[:2])
    said = f"{100 + number} salariés"
    amount = words_at(text, str(100 + number))
    facts: tuple[Fact, ...] = (
        Role(
            id=content_id("f", article.id, "role"),
            article_id=article.id,
            evidence=evidence(text, f"{person}, directrice de {company}"),
            confidence=0.6,
            extractor="test",
            person=who,
            title=str(changes.get("title", "directrice")),
            organisation=where,
        ),
        Figure(
            id=content_id("f", article.id, "figure"),
            article_id=article.id,
            evidence=evidence(text, said),
            confidence=0.9,
            extractor="test",
            measure=Measure(**amount, kind="count", value=100 + number),  # type: ignore[arg-type]
            of="salariés",
            subject=where,
        ),
    )
    return Extraction(article=article, entities=entities, facts=facts)


def write_run(folder: Path, extractions: list[Extraction], version: str = "1") -> Path:
    """Write a run folder, or replace the records of one."""
    for name in ("articles", "entities", "facts", "rejects"):
        (folder / f"{name}.jsonl").unlink(missing_ok=True)
    with RunFiles(folder) as files:
        for extraction in extractions:
            files.write(render(extraction))
    manifest = Manifest(
        complete=True,
        versions={"factuel": version},
        settings={},
        inputs=len(extractions),
        counts={"articles": len(extractions)},
        facts_by_type={},
        rejects_by_stage={},
        timings={},
    )
    write_manifest(folder, manifest)
    return folder


@pytest.fixture
def run(tmp_path: Path) -> Path:
    """Return a run of five articles with ten facts."""
    return write_run(tmp_path / "run", [make_extraction(number) for number in range(5)])


@pytest.fixture(scope="session")
def postgres(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Start PostgreSQL of Debian's package for these tests; give its address without a database."""
    pytest.importorskip("psycopg", reason="psycopg is not installed")
    programs = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    if not programs:
        pytest.skip("PostgreSQL is not installed (Debian's package postgresql)")
    folder = tmp_path_factory.mktemp("postgres")
    as_user: dict[str, object] = {}
    if os.geteuid() == 0:
        owner = pwd.getpwnam("postgres")
        for path in (folder, *folder.parents[:2]):
            path.chmod(0o755)
        os.chown(folder, owner.pw_uid, owner.pw_gid)
        as_user = {"user": owner.pw_uid, "group": owner.pw_gid, "extra_groups": []}
    bin_folder, data = programs[-1].parent, folder / "data"
    made = subprocess.run(
        [bin_folder / "initdb", "-D", data, "-U", "review", "-A", "trust", "-E", "UTF8", "--locale=C"],
        cwd=folder,
        capture_output=True,
        text=True,
        **as_user,
    )  # type: ignore[call-overload]
    if made.returncode:
        pytest.skip(f"PostgreSQL does not start here: {made.stderr[-300:]}")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    options = ["-p", str(port), "-k", str(folder), "-c", "listen_addresses=127.0.0.1"]
    server = subprocess.Popen(  # type: ignore[call-overload]
        [bin_folder / "postgres", "-D", data, *options], cwd=folder, stderr=subprocess.DEVNULL, **as_user
    )
    try:
        _wait_for(port)
        yield f"postgresql://review@127.0.0.1:{port}"
    finally:
        server.send_signal(signal.SIGQUIT)  # at once: what it holds is thrown away
        server.wait(60)


def _wait_for(port: int) -> None:
    import time

    import psycopg

    for _ in range(100):
        try:
            psycopg.connect(host="127.0.0.1", port=port, user="review", dbname="postgres").close()
            return
        except psycopg.OperationalError:
            time.sleep(0.1)
    pytest.skip("PostgreSQL does not answer")


@pytest.fixture(params=["sqlite", "postgresql"])
def address(request: pytest.FixtureRequest, run: Path) -> str:
    """Return the address of an empty database of each kind."""
    if request.param == "sqlite":
        return database_url(run)
    server: str = request.getfixturevalue("postgres")
    import psycopg

    name = f"review_{abs(hash(str(run)))}"
    with psycopg.connect(f"{server}/postgres", autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
    return f"{server}/{name}"


@pytest.fixture
def database(run: Path, address: str) -> Iterator[Database]:
    """Return the review of the run, opened."""
    opened = Database(address)
    open_run(run, opened)
    yield opened
    opened.close()


@pytest.fixture
def opened(run: Path) -> Iterator[Database]:
    database = Database(database_url(run))
    open_run(run, database)
    yield database
    database.close()
