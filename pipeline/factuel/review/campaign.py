"""Several curators: their names, the articles assigned to each, and what they did."""

from __future__ import annotations

from dataclasses import dataclass

import sqlalchemy as sa

from factuel.review.claims import still_held
from factuel.review.database import moment
from factuel.review.history import live
from factuel.review.tables import ARTICLE, ASSIGNMENT, CLAIM, CURATOR, DECISION


@dataclass(frozen=True)
class Curator:
    """A curator: decisions that count, articles assigned, and the fact that they have on the desk, if any."""

    name: str
    decisions: int
    articles: int
    held: str | None


def remember(connection: sa.Connection, name: str) -> None:
    """Note that a curator takes part; inside `writing`."""
    if connection.scalar(sa.select(CURATOR.c.name).where(CURATOR.c.name == name)) is None:
        connection.execute(sa.insert(CURATOR).values(name=name, since=moment()))


def curators(connection: sa.Connection) -> list[Curator]:
    """Return the curators, by name."""
    made = sa.select(DECISION.c.curator, sa.func.count()).where(live()).group_by(DECISION.c.curator)
    decisions = {name: count for name, count in connection.execute(made)}
    given = sa.select(ASSIGNMENT.c.curator, sa.func.count()).group_by(ASSIGNMENT.c.curator)
    articles = {name: count for name, count in connection.execute(given)}
    claims = sa.select(CLAIM.c.curator, CLAIM.c.item).where(still_held())
    held = {name: item for name, item in connection.execute(claims)}
    names = sorted({*connection.scalars(sa.select(CURATOR.c.name)), *decisions, *articles})
    return [Curator(name, decisions.get(name, 0), articles.get(name, 0), held.get(name)) for name in names]


def free_articles(connection: sa.Connection) -> int:
    """Return how many articles are assigned to nobody."""
    return connection.scalar(sa.select(sa.func.count()).select_from(ARTICLE).where(_free())) or 0


def assign(connection: sa.Connection, name: str, count: int) -> int:
    """Assign to a curator the first `count` articles that are free, and return how many there were; inside `writing`.

    Nobody else is given a fact of an assigned article by the queue.
    """
    query = sa.select(ARTICLE.c.id).where(_free()).order_by(ARTICLE.c.position).limit(count)
    rows = [{"article_id": article, "curator": name} for article in connection.scalars(query)]
    if rows:
        remember(connection, name)
        connection.execute(sa.insert(ASSIGNMENT), rows)
    return len(rows)


def _free() -> sa.ColumnElement[bool]:
    taken = sa.select(sa.literal(1)).select_from(ASSIGNMENT).where(ASSIGNMENT.c.article_id == ARTICLE.c.id)
    return sa.and_(ARTICLE.c.present == 1, ~sa.exists(taken))
