"""Undo, without limit: each takes back the curator's last action that still counts."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa

from factuel.records import EntityChange
from factuel.review.claims import release
from factuel.review.deciding import ConflictError, ReviewError
from factuel.review.entities import articles_naming, refresh_entities
from factuel.review.history import NewDecision, append, live
from factuel.review.items import refresh
from factuel.review.tables import DECISION


def undo(connection: sa.Connection, curator: str) -> str | None:
    """Take back the curator's last action; return the fact it was about, None for one about entities.

    Inside `writing`. Raises ReviewError when there is none, ConflictError when another curator decided the same fact
    since then.
    """
    last = sa.select(DECISION.c.batch).where(DECISION.c.curator == curator, live())
    batch = connection.scalar(last.order_by(DECISION.c.number.desc()).limit(1))
    if batch is None:
        raise ReviewError("nothing_to_undo")
    query = sa.select(DECISION).where(DECISION.c.batch == batch, live()).order_by(DECISION.c.number.desc())
    rows = connection.execute(query).all()
    first: int | None = None
    for row in rows:
        _refuse_if_others_built_on(connection, row)
        number = append(
            connection,
            NewDecision(
                curator,
                "undo",
                article_id=row.article_id,
                item=row.item,
                fact_id=row.fact_id,
                undoes=row.number,
                batch=first,
            ),
        )
        first = first or number
    release(connection, curator)
    return _refresh(connection, rows)


def _refuse_if_others_built_on(connection: sa.Connection, row: Any) -> None:
    if row.item is None:
        return
    later = sa.select(DECISION).where(
        DECISION.c.item == row.item, DECISION.c.number > row.number, DECISION.c.curator != row.curator, live()
    )
    other = connection.execute(later.limit(1)).first()
    if other is not None and row.kind == "add":
        raise ConflictError("decided_meanwhile", who=other.curator, when=other.made_at)


def _refresh(connection: sa.Connection, rows: Any) -> str | None:
    items = [row.item for row in rows if row.item]
    refresh(connection, items)
    for row in rows:
        if row.entities:
            change = EntityChange.model_validate_json(row.entities)
            articles = articles_naming(connection, change.name) if row.article_id is None else {row.article_id}
            refresh_entities(connection, articles)
    return items[0] if items else None
