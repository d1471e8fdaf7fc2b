"""The decisions of a review as records: `records.Decision`, one a line, in the order in which they were made."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import sqlalchemy as sa

from factuel.records import FACT, Decision, EntityChange
from factuel.review.database import Database
from factuel.review.tables import DECISION, VERSION


def read_decisions(database: Database) -> Iterator[Decision]:
    """Yield all decisions, also those that were taken back."""
    with database.reading() as connection:
        undone = set(connection.scalars(sa.select(DECISION.c.undoes).where(DECISION.c.undoes.is_not(None))))
        versions = {row.number: json.loads(row.versions) for row in connection.execute(sa.select(VERSION))}
        for row in connection.execute(sa.select(DECISION).order_by(DECISION.c.number)):
            yield _decision(row, versions[row.version], undone=row.number in undone)


def _decision(row: Any, versions: dict[str, str], *, undone: bool) -> Decision:
    return Decision(
        number=row.number,
        batch=row.batch,
        at=row.made_at,
        curator=row.curator,
        kind=row.kind,
        article_id=row.article_id,
        item=row.item,
        fact_id=row.fact_id,
        reason=row.reason,
        comment=row.remark,
        before=FACT.validate_json(row.record_before) if row.record_before else None,
        after=FACT.validate_json(row.record_after) if row.record_after else None,
        entities=EntityChange.model_validate_json(row.entities) if row.entities else None,
        adjudicates=bool(row.adjudicates),
        undoes=row.undoes,
        undone=undone,
        run=versions,
    )
