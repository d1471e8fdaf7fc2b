"""Which facts the desk shows, and in which order: as the address of the page says."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, Literal
from urllib.parse import urlencode

import sqlalchemy as sa
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from factuel.review.history import live
from factuel.review.identity import folded
from factuel.review.items import searchable
from factuel.review.tables import ASSIGNMENT, DECISION, ITEM, PARTICIPANT

Order = Literal["teaches", "article", "type", "entity", "confidence"]
Shown = Literal["todo", "all", "open", "changed", "half", "conflict", "accepted", "rejected", "corrected", "added"]
_LONGEST: Final = 200


class Filters(BaseModel):
    """The filters and the order, as in the address. `low` and `high` bound the confidence in percent, inclusive."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    show: Shown = "todo"
    order: Order = "teaches"
    type: str = Field(default="", pattern="^[a-z_]*$", max_length=30)
    factuality: str = Field(default="", pattern="^[a-z]*$", max_length=30)
    article: str = Field(default="", max_length=_LONGEST)
    entity: str = Field(default="", max_length=_LONGEST)
    q: str = Field(default="", max_length=_LONGEST)
    low: int = Field(default=0, ge=0, le=100)
    high: int = Field(default=100, ge=0, le=100)

    @property
    def of_all(self) -> bool:
        """Whether the filters let every fact through, whatever state they show and in whatever order."""
        return self.model_copy(update={"show": "todo", "order": "teaches"}) == Filters()

    def query_string(self, **changes: str) -> str:
        """Return the address's query with what differs from the default, `changes` made; empty when nothing does."""
        values = {key: str(value) for key, value in self if value != type(self).model_fields[key].default}
        return urlencode({key: value for key, value in (values | changes).items() if value})


def read_filters(query: Mapping[str, str]) -> Filters:
    """Return the filters of an address; a value that makes no sense is passed over."""
    values = {key: value.strip() for key, value in query.items() if key in Filters.model_fields and value.strip()}
    try:
        return Filters.model_validate(values)
    except ValidationError as error:
        wrong = {str(problem["loc"][0]) for problem in error.errors()}
        return Filters.model_validate({key: value for key, value in values.items() if key not in wrong})


def conditions(filters: Filters, curator: str, *, any_state: bool = False) -> list[sa.ColumnElement[bool]]:
    """Return the conditions on `ITEM`; with `any_state` those of the state are left out."""
    found: list[sa.ColumnElement[bool]] = [ITEM.c.present == 1]
    if not any_state:
        found += _of_state(filters.show, curator)
    for column, value in ((ITEM.c.type, filters.type), (ITEM.c.factuality, filters.factuality)):
        if value:
            found.append(column == value)
    if filters.article:
        found.append(ITEM.c.article_id == filters.article)
    if filters.entity:
        named = sa.select(PARTICIPANT.c.item).where(PARTICIPANT.c.name == folded(filters.entity))
        found.append(ITEM.c.id.in_(named))
    if filters.low > 0 or filters.high < 100:
        found.append(ITEM.c.confidence.between(filters.low / 100, filters.high / 100))
    return found + [ITEM.c.words.contains(word, autoescape=True) for word in searchable(filters.q).split()]


def _of_state(shown: str, curator: str) -> list[sa.ColumnElement[bool]]:
    if shown == "all":
        return []
    if shown != "todo":
        return [ITEM.c.state == shown]
    made = sa.select(sa.literal(1)).select_from(DECISION)
    judged = sa.exists(made.where(DECISION.c.item == ITEM.c.id, DECISION.c.curator == curator, live()))
    return [ITEM.c.todo == 1, sa.or_(ITEM.c.state != "half", ~judged)]


def assigned_to_others(curator: str) -> sa.ColumnElement[bool]:
    """Return the condition that the fact's article is assigned to somebody else."""
    query = sa.select(sa.literal(1)).select_from(ASSIGNMENT)
    return sa.exists(query.where(ASSIGNMENT.c.article_id == ITEM.c.article_id, ASSIGNMENT.c.curator != curator))


def ordering(order: Order) -> tuple[sa.ColumnClause[object], ...]:
    """Return the columns that the facts are sorted by, ascending; the last two make every place different."""
    first = {
        "teaches": (ITEM.c.teaches,),
        "article": (),
        "type": (ITEM.c.type,),
        "entity": (ITEM.c.entity,),
        "confidence": (ITEM.c.confidence,),
    }[order]
    return (*first, ITEM.c.position, ITEM.c.id)
