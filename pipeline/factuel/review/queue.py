"""The queue: which fact comes next, the list of facts, and how far the campaign is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

import sqlalchemy as sa

from factuel.review.claims import held_by_others, release, take
from factuel.review.counts import counts
from factuel.review.filters import Filters, assigned_to_others, conditions, ordering
from factuel.review.tables import ARTICLE, ITEM

PAGE: Final = 50
"""Facts on a page of the list."""
_CANDIDATES: Final = 30


@dataclass(frozen=True)
class Progress:
    """How many of the facts that the filters concern are in which state."""

    states: dict[str, int]

    @property
    def total(self) -> int:
        """All facts."""
        return sum(self.states.values())

    @property
    def done(self) -> int:
        """Facts that need no decision any more."""
        return sum(count for state, count in self.states.items() if state in _DONE)

    @property
    def percent(self) -> int:
        """The share that is done, 100 only when all is."""
        return self.done * 100 // self.total if self.total else 100


_DONE: Final = frozenset({"accepted", "rejected", "corrected", "added"})


def next_item(
    connection: sa.Connection, filters: Filters, curator: str, after: str = "", *, back: bool = False
) -> str | None:
    """Give the curator the next fact of the queue that nobody else has or is to have; None at its end.

    It comes after the fact `after` in the order, or with `back` before it. Inside `writing`, for the fact is held.
    """
    columns = ordering(filters.order)
    query = sa.select(ITEM.c.id).where(*conditions(filters, curator), ~assigned_to_others(curator))
    query = query.where(~held_by_others(curator, ITEM.c.id))
    if after:
        query = query.where(_beyond(connection, columns, after, back=back))
    sorted_by = [column.desc() if back else column for column in columns]
    for item in list(connection.scalars(query.order_by(*sorted_by).limit(_CANDIDATES))):
        if take(connection, item, curator):
            return str(item)
    release(connection, curator)
    return None


def _beyond(
    connection: sa.Connection, columns: tuple[sa.ColumnClause[object], ...], after: str, *, back: bool
) -> sa.ColumnElement[bool]:
    place = connection.execute(sa.select(*columns).where(ITEM.c.id == after)).first()
    if place is None:
        return sa.true()
    here = sa.tuple_(*map(sa.literal, place))
    return sa.tuple_(*columns) < here if back else sa.tuple_(*columns) > here


def page_of_items(connection: sa.Connection, filters: Filters, curator: str, page: int) -> list[Any]:
    """Return the rows of one page of the list, with the title of their article; pages count from 0.

    A row more than `PAGE` says that another page follows.
    """
    query = (
        sa.select(ITEM, ARTICLE.c.title)
        .join(ARTICLE, ARTICLE.c.id == ITEM.c.article_id)
        .where(*conditions(filters, curator))
        .order_by(*ordering(filters.order))
    )
    return list(connection.execute(query.limit(PAGE + 1).offset(page * PAGE)))


def progress(connection: sa.Connection, filters: Filters, curator: str) -> Progress:
    """Return how far the facts are that the filters concern, whatever state they show."""
    if filters.of_all:
        return Progress(counts(connection))
    query = sa.select(ITEM.c.state, sa.func.count()).where(*conditions(filters, curator, any_state=True))
    return Progress({state: count for state, count in connection.execute(query.group_by(ITEM.c.state))})


def orphans(connection: sa.Connection, limit: int = 500) -> list[Any]:
    """Return the facts that somebody decided and the present version of the run does not say, the latest first."""
    lost = ITEM.c.extracted.is_(None) & ITEM.c.state.not_in(("gone", "open", "added"))
    query = sa.select(ITEM).where(lost).order_by(ITEM.c.version.desc()).limit(limit)
    return list(connection.execute(query))
