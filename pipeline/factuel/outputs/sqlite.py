"""The format `sqlite`: one database with articles, entities, mentions, facts and rejects, made by `outputs/sql/`."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Final

from factuel.models import resource_folder
from factuel.outputs.reading import read_articles, read_entities, read_facts, read_rejects
from factuel.records import Article, Entity, EntityRef, Fact, FactBase

_COMMON: Final = set(FactBase.model_fields)
Row = tuple[object, ...]


def write(run: Path, target: Path) -> None:
    """Write a run to the new database `target`."""
    if target.exists():
        raise FileExistsError(f"{target} exists")
    with closing(sqlite3.connect(target)) as database:
        migrate(database)
        with database:
            _insert(database, "article", map(_article_row, read_articles(run)))
            for entity in read_entities(run):
                _insert(database, "entity", [_entity_row(entity)])
                _insert(database, "mention", _mention_rows(entity))
            _insert(database, "fact", map(_fact_row, read_facts(run)))
            _insert(database, "reject", ((r.source, r.stage, r.error, r.message) for r in read_rejects(run)))


def migrate(database: sqlite3.Connection) -> None:
    """Apply the migrations of `outputs/sql/` that the database has not had, in the order of their names."""
    database.execute("CREATE TABLE IF NOT EXISTS migration (name TEXT PRIMARY KEY) STRICT")
    applied = {name for (name,) in database.execute("SELECT name FROM migration")}
    for path in sorted((resource_folder().parent / "outputs" / "sql").glob("m*.sql")):
        if path.stem not in applied:
            database.executescript(path.read_text(encoding="utf-8"))
            _insert(database, "migration", [(path.stem,)])


def _insert(database: sqlite3.Connection, table: str, rows: Iterator[Row] | list[Row]) -> None:
    for row in rows:
        marks = ", ".join("?" * len(row))
        database.execute(f"INSERT INTO {table} VALUES ({marks})", row)


def _article_row(article: Article) -> Row:
    source = (article.source.uri, article.source.sha256, article.source.media_type)
    authors = json.dumps(article.authors, ensure_ascii=False)
    said = (article.title, authors, article.published, article.modified, article.language, article.text)
    return (article.id, *source, article.url, article.site, *said)


def _entity_row(entity: Entity) -> Row:
    aliases = json.dumps(entity.aliases, ensure_ascii=False)
    links = json.dumps([link.model_dump() for link in entity.links], ensure_ascii=False)
    return (entity.id, entity.article_id, entity.type, entity.name, aliases, links, entity.confidence)


def _mention_rows(entity: Entity) -> Iterator[Row]:
    return ((entity.id, mention.text, mention.start, mention.end) for mention in entity.mentions)


def _fact_row(fact: Fact) -> Row:
    evidence, time = fact.evidence, fact.time
    details = fact.model_dump_json(exclude=_COMMON)
    return (
        *(fact.id, fact.type, fact.article_id),
        *(evidence.text, evidence.start, evidence.end, evidence.sentence_start, evidence.sentence_end),
        fact.factuality,
        *_reference(fact.attribution),
        *((time.edtf, time.from_, time.to) if time else (None, None, None)),
        *_reference(fact.place),
        *(fact.confidence, fact.extractor, details),
    )


def _reference(participant: EntityRef | None) -> Row:
    return (participant.entity_id, participant.name) if participant else (None, None)
