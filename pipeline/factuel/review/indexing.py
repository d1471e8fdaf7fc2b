"""Opening a run for review: its records are put in the database, once for each version of the run."""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import Final

import sqlalchemy as sa

from factuel.outputs.reading import read_articles, read_facts, read_manifest, read_run
from factuel.outputs.run_folder import MANIFEST
from factuel.records import FACT, Article, Extraction, Manifest, content_id
from factuel.review.counts import count_anew
from factuel.review.database import Database, moment
from factuel.review.entities import entity_row, refresh_entities
from factuel.review.history import judgements
from factuel.review.identity import content_key
from factuel.review.items import Row, item_row, participant_rows, refresh
from factuel.review.matching import Known, match
from factuel.review.settings import double_share, needs_two
from factuel.review.tables import ARTICLE, CLAIM, DECISION, ENTITY, ITEM, PARTICIPANT, VERSION
from factuel.review.teaching import Survey

_BATCH: Final = 50
"""Articles written at a time; bounds memory."""


def open_run(run: Path, database: Database) -> int:
    """Put the run in the database unless this version of it is there; return the version's number.

    Decisions stay with the facts that they are about; see `matching`. Raises RunFolderError when `run` is no run.
    """
    manifest = read_manifest(run)
    fingerprint = _fingerprint(run)
    with database.reading() as connection:
        last = connection.execute(sa.select(VERSION).order_by(VERSION.c.number.desc()).limit(1)).first()
    if last is not None and last.fingerprint == fingerprint:
        return int(last.number)
    survey = Survey(read_facts(run))
    number = (last.number if last else 0) + 1
    with database.writing() as connection:
        _add_version(connection, number, fingerprint, manifest)
        _Indexing(connection, survey).replace(run)
        connection.exec_driver_sql("ANALYZE")
    return int(number)


def _fingerprint(run: Path) -> str:
    """Return what tells one version of a run from another: its manifest and the sizes of its files."""
    digest = hashlib.sha256((run / MANIFEST).read_bytes())
    for name in ("articles", "entities", "facts"):
        digest.update(f"{(run / f'{name}.jsonl').stat().st_size} ".encode())
    return digest.hexdigest()


def _add_version(connection: sa.Connection, number: int, fingerprint: str, manifest: Manifest) -> None:
    versions = json.dumps(manifest.versions, ensure_ascii=False)
    row = {"number": number, "fingerprint": fingerprint, "versions": versions, "opened_at": moment()}
    connection.execute(sa.insert(VERSION).values(row))


@dataclass
class _Indexing:
    """One replacement of the index, inside a transaction."""

    connection: sa.Connection
    survey: Survey
    known: dict[str, list[Known]] = field(default_factory=dict)
    taken: set[str] = field(default_factory=set)
    earlier: dict[str, str] = field(default_factory=dict)
    double: float = 0.0
    position: int = 0

    def replace(self, run: Path) -> None:
        """Replace articles, entities and facts by those of the run; decided facts stay, matched or orphaned."""
        self.double = double_share(self.connection)
        self.known = self._known_facts()
        self.earlier = self._earlier_crawls(run) if self.known else {}
        decided = {one.item for group in self.known.values() for one in group}
        self._clear(decided)
        for new, old in self.earlier.items():
            self.connection.execute(sa.update(ITEM).where(ITEM.c.article_id == old).values(article_id=new))
        numbered = enumerate(read_run(run))
        while batch := list(islice(numbered, _BATCH)):
            self._add(batch)
        refresh(self.connection, decided)
        count_anew(self.connection)
        refresh_entities(self.connection)

    def _known_facts(self) -> dict[str, list[Known]]:
        """Return the facts that somebody decided, by article."""
        query = sa.select(ITEM).where(ITEM.c.id.in_(sa.select(DECISION.c.item).where(DECISION.c.item.is_not(None))))
        rows = self.connection.execute(query).all()
        made = judgements(self.connection, [row.id for row in rows])
        known = defaultdict(list)
        for row in rows:
            record = row.current_record or row.extracted
            if record is None:
                continue
            fact = FACT.validate_json(record)
            contents = {row.content, content_key(fact)}
            contents |= {content for one in made.get(row.id, ()) for content in (one.before, one.after) if content}
            known[row.article_id].append(Known(row.id, fact, frozenset(contents)))
        return known

    def _earlier_crawls(self, run: Path) -> dict[str, str]:
        """Return which article of the last version each new article is a later crawl of: its address is the same."""
        now = {article.id: article.url for article in read_articles(run)}
        rows = self.connection.execute(sa.select(ARTICLE.c.id, ARTICLE.c.url)).all()
        gone = {row.url: row.id for row in rows if row.url and row.id not in now}
        before = {row.id for row in rows}
        return {one: gone.pop(url) for one, url in now.items() if one not in before and url in gone}

    def _clear(self, decided: set[str]) -> None:
        for table in (PARTICIPANT, ARTICLE, ENTITY, CLAIM):
            self.connection.execute(sa.delete(table))
        kept = sa.select(DECISION.c.item).where(DECISION.c.item.is_not(None))
        self.connection.execute(sa.delete(ITEM).where(ITEM.c.id.not_in(kept)))
        gone = {"extracted": None, "present": 0, "todo": 0}
        self.connection.execute(sa.update(ITEM).values(gone))
        self.taken = set(decided)

    def _add(self, batch: Iterable[tuple[int, Extraction]]) -> None:
        articles: list[Row] = []
        entities: list[Row] = []
        for position, extraction in batch:
            articles.append(_article_row(extraction.article, position))
            entities += [entity_row(entity) for entity in extraction.entities]
            self._add_facts(extraction)
        for table, rows in ((ARTICLE, articles), (ENTITY, entities)):
            if rows:
                self.connection.execute(sa.insert(table), rows)

    def _add_facts(self, extraction: Extraction) -> None:
        article = extraction.article.id
        known = [*self.known.get(article, []), *self.known.get(self.earlier.get(article, ""), [])]
        items = match(known, extraction.facts, extraction.article.text) if known else {}
        new: list[Row] = []
        people: list[Row] = []
        for fact in extraction.facts:
            item = items.get(fact.id) or self._new_name(fact.id)
            needed = 2 if needs_two(item, self.double) else 1
            survey, position = self.survey, self.position
            row = item_row(
                fact,
                item,
                position,
                teaches=survey.teaches(fact),
                contradicted=survey.contradicted(fact),
                needed=needed,
            )
            self.position += 1
            people += participant_rows(fact, item)
            if fact.id in items:
                del row["needed"]
                self.connection.execute(sa.update(ITEM).where(ITEM.c.id == item).values(row))
            else:
                new.append(row)
        for table, rows in ((ITEM, new), (PARTICIPANT, people)):
            if rows:
                self.connection.execute(sa.insert(table), rows)

    def _new_name(self, fact_id: str) -> str:
        """Return the item of a fact that is new: the fact's id, unless a decided fact that is another has it."""
        item, rank = fact_id, 1
        while item in self.taken:
            rank += 1
            item = content_id("f", fact_id, "review", str(rank))
        self.taken.add(item)
        return item


def _article_row(article: Article, position: int) -> Row:
    title = article.title or article.url or article.source.uri
    return {
        "id": article.id,
        "position": position,
        "url": article.url,
        "title": title,
        "present": 1,
        "record": article.model_dump_json(),
    }
