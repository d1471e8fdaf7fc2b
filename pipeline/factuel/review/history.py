"""The history of decisions: adding to it, and reading from it what still counts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Final

import sqlalchemy as sa

from factuel.records import DecisionKind, EntityChange, Fact, RejectReason
from factuel.review.database import moment
from factuel.review.identity import content_key
from factuel.review.state import Judgement
from factuel.review.tables import COUNTER, DECISION, VERSION

MOST_IN_QUERY: Final = 500
"""Identifiers in one query."""


@dataclass(frozen=True)
class NewDecision:
    """A decision to be written; see `records.Decision`.

    `content` is the identity of what the run said of the fact, None when it did not say it. `batch` is None for the
    first decision of an action.
    """

    curator: str
    kind: DecisionKind
    article_id: str | None = None
    item: str | None = None
    fact_id: str | None = None
    content: str | None = None
    reason: RejectReason | None = None
    comment: str | None = None
    before: Fact | None = None
    after: Fact | None = None
    entities: EntityChange | None = None
    adjudicates: bool = False
    undoes: int | None = None
    batch: int | None = None


def append(connection: sa.Connection, decision: NewDecision) -> int:
    """Write a decision and return its number; inside `Database.writing`."""
    counter = sa.update(COUNTER).where(COUNTER.c.name == "decision").values(value=COUNTER.c.value + 1)
    connection.execute(counter)
    number = int(connection.execute(sa.select(COUNTER.c.value).where(COUNTER.c.name == "decision")).scalar_one())
    before, after = decision.before, decision.after
    some = before or after
    row = {
        "number": number,
        "batch": decision.batch or number,
        "made_at": moment(),
        "curator": decision.curator,
        "kind": decision.kind,
        "article_id": decision.article_id,
        "item": decision.item,
        "fact_id": decision.fact_id,
        "fact_type": some.type if some else None,
        "content_before": decision.content,
        "content_after": content_key(after) if after else None,
        "reason": decision.reason,
        "remark": decision.comment,
        "record_before": before.model_dump_json() if before else None,
        "record_after": after.model_dump_json() if after else None,
        "entities": decision.entities.model_dump_json() if decision.entities else None,
        "adjudicates": int(decision.adjudicates),
        "undoes": decision.undoes,
        "version": connection.scalar(sa.select(sa.func.max(VERSION.c.number))),
    }
    connection.execute(sa.insert(DECISION).values(row))
    return number


def live() -> sa.ColumnElement[bool]:
    """Return the condition on `DECISION` that a decision is no undo and was not undone."""
    undo = DECISION.alias("undo")
    undone = sa.exists(sa.select(sa.literal(1)).select_from(undo).where(undo.c.undoes == DECISION.c.number))
    return sa.and_(DECISION.c.kind != "undo", ~undone)


def judgements(connection: sa.Connection, items: Collection[str]) -> dict[str, list[Judgement]]:
    """Return the judgements that count of each item that has any, in their order."""
    found: dict[str, list[Judgement]] = defaultdict(list)
    columns = (
        DECISION.c.item,
        DECISION.c.number,
        DECISION.c.curator,
        DECISION.c.kind,
        DECISION.c.content_before,
        DECISION.c.content_after,
        DECISION.c.record_after,
        DECISION.c.adjudicates,
    )
    for chunk in chunks(sorted(items)):
        query = sa.select(*columns).where(DECISION.c.item.in_(chunk), live()).order_by(DECISION.c.number)
        for item, number, curator, kind, before, after, record, adjudicates in connection.execute(query):
            found[item].append(Judgement(number, curator, kind, before, after, record, bool(adjudicates)))
    return found


def last_number(connection: sa.Connection, item: str) -> int:
    """Return the number of the last decision of an item, undone or not: its version; 0 when there is none."""
    return connection.scalar(sa.select(sa.func.max(DECISION.c.number)).where(DECISION.c.item == item)) or 0


def chunks(values: Sequence[str]) -> list[Sequence[str]]:
    """Return the values in groups small enough for one query."""
    return [values[at : at + MOST_IN_QUERY] for at in range(0, len(values), MOST_IN_QUERY)]
