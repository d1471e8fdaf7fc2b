"""Holding a fact: while one curator has it on the desk, nobody else is given it."""

from __future__ import annotations

import time
from typing import Final

import sqlalchemy as sa

from factuel.review.tables import CLAIM

CLAIM_SECONDS: Final = 600.0
"""A fact that was left on a desk is free again after this time; each action on it begins the time anew."""


def take(connection: sa.Connection, item: str, curator: str) -> bool:
    """Give the fact to the curator, who then holds no other; False when somebody else has it. Inside `writing`."""
    if holder(connection, item, curator) is not None:
        return False
    mine = sa.or_(CLAIM.c.curator == curator, CLAIM.c.item == item)
    connection.execute(sa.delete(CLAIM).where(mine))
    until = time.time() + CLAIM_SECONDS
    connection.execute(sa.insert(CLAIM).values(item=item, curator=curator, until=until))
    return True


def holder(connection: sa.Connection, item: str, curator: str) -> str | None:
    """Return who else has the fact on the desk, None when nobody has."""
    query = sa.select(CLAIM.c.curator).where(CLAIM.c.item == item, CLAIM.c.curator != curator, still_held())
    name: str | None = connection.scalar(query)
    return name


def still_held() -> sa.ColumnElement[bool]:
    """Return the condition on `CLAIM` that its time is not over."""
    return CLAIM.c.until > time.time()


def release(connection: sa.Connection, curator: str) -> None:
    """Take from the curator the fact that they have."""
    connection.execute(sa.delete(CLAIM).where(CLAIM.c.curator == curator))


def held_by_others(curator: str, item: sa.ColumnElement[str]) -> sa.ColumnElement[bool]:
    """Return the condition that somebody else has the fact `item` on the desk."""
    query = sa.select(sa.literal(1)).select_from(CLAIM)
    return sa.exists(query.where(CLAIM.c.item == item, CLAIM.c.curator != curator, still_held()))
