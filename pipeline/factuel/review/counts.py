"""How many facts are in each state, kept beside the facts so that no answer has to count them."""

from __future__ import annotations

import sqlalchemy as sa

from factuel.review.tables import COUNT, ITEM


def count_anew(connection: sa.Connection) -> None:
    """Count all facts that are present; inside `Database.writing`."""
    connection.execute(sa.delete(COUNT))
    counted = sa.select(ITEM.c.state, sa.func.count()).where(ITEM.c.present == 1).group_by(ITEM.c.state)
    connection.execute(sa.insert(COUNT).from_select(["state", "facts"], counted))


def shift(connection: sa.Connection, before: str | None, after: str | None) -> None:
    """Note that a fact went from one state to another; None is for one that is not present. Inside `writing`."""
    if before == after:
        return
    for state, change in ((before, -1), (after, 1)):
        if state is None:
            continue
        row = sa.update(COUNT).where(COUNT.c.state == state).values(facts=COUNT.c.facts + change)
        if connection.execute(row).rowcount == 0:
            connection.execute(sa.insert(COUNT).values(state=state, facts=change))


def counts(connection: sa.Connection) -> dict[str, int]:
    """Return the facts that are present, by state; states without facts are left out."""
    query = sa.select(COUNT.c.state, COUNT.c.facts).where(COUNT.c.facts > 0)
    return {state: facts for state, facts in connection.execute(query)}
