"""Deciding: each decision is checked against what others did meanwhile, written, and shown in the fact's row."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from factuel.records import EntityChange, Fact, RejectReason
from factuel.review.claims import holder, release
from factuel.review.entities import articles_naming, refresh_entities
from factuel.review.history import NewDecision, append, judgements
from factuel.review.identity import content_key
from factuel.review.items import item_row, refresh, shown_fact
from factuel.review.state import latest_by_curator
from factuel.review.tables import ARTICLE, DECISION, ITEM


class ReviewError(RuntimeError):
    """Something that cannot be done; `key` names the sentence of the interface that says why, `values` fill it."""

    def __init__(self, key: str, **values: str) -> None:
        super().__init__(f"{key} {values}" if values else key)
        self.key = key
        self.values = values


class MissingError(ReviewError):
    """A fact or an article that is not there."""


class ConflictError(ReviewError):
    """A decision about something that another curator changed or holds."""


@dataclass(frozen=True)
class Verdict:
    """What a curator says of a fact: accept it, reject it for a reason, or hold `after` true instead."""

    kind: str
    after: Fact | None = None
    reason: RejectReason | None = None
    comment: str | None = None
    new_entities: Sequence[EntityChange] = ()


def item_of(connection: sa.Connection, item: str) -> Any:
    """Return the row of a fact; raises MissingError."""
    row = connection.execute(sa.select(ITEM).where(ITEM.c.id == item)).first()
    if row is None:
        raise MissingError("no_such_fact")
    return row


def decide(connection: sa.Connection, curator: str, item: str, version: int, verdict: Verdict) -> int:
    """Write a verdict on the fact that the curator saw at `version`, and return its number; inside `writing`.

    The same verdict sent twice is one decision. Raises ConflictError when another curator decided meanwhile, or has
    the fact on the desk.
    """
    row = item_of(connection, item)
    before = shown_fact(row)
    after = before if verdict.kind == "accept" else verdict.after
    if row.version != version:
        return _same_again(connection, curator, row, version, verdict, after)
    if who := holder(connection, item, curator):
        raise ConflictError("held_by", who=who)
    if verdict.kind != "reject" and after is None:
        raise ReviewError("nothing_to_accept")
    batch = _create_entities(connection, curator, row.article_id, verdict.new_entities)
    number = append(
        connection,
        NewDecision(
            curator,
            verdict.kind,  # type: ignore[arg-type]
            article_id=row.article_id,
            item=item,
            fact_id=row.fact_id,
            content=row.content if row.extracted else None,
            reason=verdict.reason,
            comment=verdict.comment,
            before=before,
            after=after,
            adjudicates=_adjudicates(connection, curator, row),
            batch=batch,
        ),
    )
    release(connection, curator)
    refresh(connection, [item])
    return number


def add(connection: sa.Connection, curator: str, fact: Fact, new_entities: Sequence[EntityChange] = ()) -> str:
    """Add a fact that the run missed, and return its item; inside `writing`. The same fact is added once."""
    state = connection.scalar(sa.select(ITEM.c.state).where(ITEM.c.id == fact.id))
    if state not in (None, "gone"):
        return fact.id
    place = sa.select(sa.func.max(ITEM.c.position)).where(
        ITEM.c.article_id == fact.article_id, ITEM.c.start_char <= fact.evidence.start
    )
    if state is None:
        row = item_row(fact, fact.id, connection.scalar(place) or 0, teaches=0.0, contradicted=False, needed=1)
        connection.execute(sa.insert(ITEM).values(row | {"extracted": None, "present": 0, "todo": 0, "state": "added"}))
    batch = _create_entities(connection, curator, fact.article_id, new_entities)
    decision = NewDecision(
        curator, "add", article_id=fact.article_id, item=fact.id, fact_id=fact.id, after=fact, batch=batch
    )
    append(connection, decision)
    refresh(connection, [fact.id])
    return fact.id


def change_entities(connection: sa.Connection, curator: str, article_id: str, change: EntityChange) -> int:
    """Write a change of entities and return its number; with the scope `all` it is of every article."""
    everywhere = change.scope == "all"
    if not everywhere and connection.scalar(sa.select(ARTICLE.c.id).where(ARTICLE.c.id == article_id)) is None:
        raise MissingError("no_such_article")
    where = None if everywhere else article_id
    number = append(connection, NewDecision(curator, "entity", article_id=where, entities=change))
    refresh_entities(connection, articles_naming(connection, change.name) if everywhere else [article_id])
    return number


def _create_entities(
    connection: sa.Connection, curator: str, article_id: str, new: Sequence[EntityChange]
) -> int | None:
    """Write the entities that a correction names for the first time; return the batch that they open."""
    batch: int | None = None
    for change in new:
        number = append(connection, NewDecision(curator, "entity", article_id=article_id, entities=change, batch=batch))
        batch = batch or number
    if new:
        refresh_entities(connection, [article_id])
    return batch


def _same_again(
    connection: sa.Connection, curator: str, row: Any, version: int, verdict: Verdict, after: Fact | None
) -> int:
    """Return the number of the last decision if it is this very one, sent again; else raise ConflictError."""
    last = connection.execute(sa.select(DECISION).where(DECISION.c.number == row.version)).one()
    earlier = sa.select(sa.func.max(DECISION.c.number)).where(
        DECISION.c.item == row.id, DECISION.c.number < last.number
    )
    same = (last.curator, last.kind, last.reason, connection.scalar(earlier) or 0) == (
        curator,
        verdict.kind,
        verdict.reason,
        version,
    )
    content = content_key(after) if after is not None and verdict.kind != "reject" else None
    if same and last.content_after == content:
        return int(last.number)
    raise ConflictError("decided_meanwhile", who=last.curator, when=last.made_at)


def _adjudicates(connection: sa.Connection, curator: str, row: Any) -> bool:
    """Say whether a decision settles two that differ: it does when a third makes it, or when one did before."""
    made = judgements(connection, [row.id]).get(row.id, [])
    if any(one.adjudicates for one in made):
        return True
    return row.state == "conflict" and curator not in {one.curator for one in latest_by_curator(made)}
