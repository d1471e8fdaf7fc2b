"""A run as its curators hold it: rejected facts are out, corrected and added ones in, each marked as human."""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import sqlalchemy as sa

from factuel.outputs.reading import read_articles, read_manifest
from factuel.outputs.rendering import render
from factuel.outputs.run_folder import RunFiles, write_manifest
from factuel.records import FACT, Article, Extraction, Fact
from factuel.review.database import Database
from factuel.review.entities import article_entities, with_entities
from factuel.review.tables import ITEM

ACCEPTED: Final = "human:accepted"
"""`extractor` of facts that a curator accepted as they were; see `corrections` for the others."""


def write_reviewed(run: Path, database: Database, target: Path) -> None:
    """Write the reviewed run to the new folder `target`.

    A fact that nobody decided stays as the program extracted it; of two curators in conflict neither counts. A fact
    that a curator confirmed stays when a later version of the run does not say it, if the article has its words.
    """
    counts: Counter[str] = Counter()
    types: Counter[str] = Counter()
    with RunFiles(target) as files:
        for extraction in reviewed(run, database):
            page = render(extraction)
            counts.update(page.counts)
            types.update(page.fact_types)
            files.write(page)
    shutil.copyfile(run / "rejects.jsonl", target / "rejects.jsonl")
    manifest = read_manifest(run)
    update = {"counts": manifest.counts | dict(counts), "facts_by_type": dict(sorted(types.items()))}
    write_manifest(target, manifest.model_copy(update=update))


def reviewed(run: Path, database: Database) -> Iterator[Extraction]:
    """Yield the articles of a run with their entities and facts as the curators hold them, in the order of the run."""
    for article in read_articles(run):
        with database.reading() as connection:
            entities, merged = article_entities(connection, article.id)
            query = sa.select(ITEM.c.state, ITEM.c.extracted, ITEM.c.current_record)
            rows = connection.execute(query.where(ITEM.c.article_id == article.id)).all()
        held = [fact for row in rows if (fact := _held(row)) is not None]
        facts = [with_entities(fact, entities, merged) for fact in held]
        yield Extraction(article=article, entities=tuple(entities), facts=tuple(_sorted(facts, article)))


def _held(row: Any) -> Fact | None:
    """Return the fact that a row stands for, None when it is rejected or lost."""
    if row.state in ("rejected", "gone"):
        return None
    if row.current_record and row.state in ("accepted", "corrected", "added", "changed"):
        fact = FACT.validate_json(row.current_record)
        return _human(fact) if row.state != "changed" or fact.extractor.startswith("human:") else _machine(row)
    return _machine(row)


def _machine(row: Any) -> Fact | None:
    return FACT.validate_json(row.extracted) if row.extracted else None


def _human(fact: Fact) -> Fact:
    if fact.extractor.startswith("human:"):
        return fact
    return fact.model_copy(update={"extractor": ACCEPTED, "confidence": 1.0})


def _sorted(facts: list[Fact], article: Article) -> list[Fact]:
    """Return the facts by place, each id once."""
    seen = {fact.id: fact for fact in facts if fact.article_id == article.id}
    return sorted(seen.values(), key=lambda fact: (fact.evidence.start, fact.evidence.end, fact.type, fact.id))
