"""Decision: what a curator said of a fact or an entity, when, and about which version of the run."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from factuel.records.base import SCHEMA_VERSION, Record
from factuel.records.entity import EntityType, Mention
from factuel.records.fact import Fact

DecisionKind = Literal["accept", "reject", "correct", "add", "entity", "undo"]
RejectReason = Literal["not_said", "wrong_type", "wrong_participant", "wrong_value", "duplicate", "not_useful", "other"]


class EntityChange(Record):
    """A change of entities.

    `create` makes the entity `entity_ids[0]` with `name`, `type` and `mentions`; `split` makes it as well, and takes
    its mentions away from `entity_ids[1]`; `merge` makes all of `entity_ids` one, the first; `retype` gives the type
    `type` to `entity_ids[0]`, or with the scope `all` to every entity of the run with that `name`.
    """

    change: Literal["create", "merge", "split", "retype"]
    scope: Literal["article", "all"] = "article"
    entity_ids: tuple[str, ...] = ()
    name: str
    type: EntityType
    mentions: tuple[Mention, ...] = ()


class Decision(Record):
    """One line of the history, never changed after it is written.

    `number` counts the decisions of a run from 1, in the order in which they were made; `at` is an ISO date-time in
    UTC. Decisions of one action share a `batch` (the number of its first). `item` names the fact through all versions
    of the run; `fact_id` is its id in the version that the curator saw, whose versions are in `run`. `before` and
    `after` are the fact as it was and as the curator holds it to be true (null when there was or is none).
    `adjudicates` says that the decision settles two others. `undoes` is the number of the decision that this one
    takes back; `undone` says that a later one took this back.
    """

    number: int = Field(ge=1)
    schema_version: str = SCHEMA_VERSION
    batch: int = Field(ge=1)
    at: str = Field(pattern=r"^\d{4}-\d{2}-\d{2}T")
    curator: str
    kind: DecisionKind
    article_id: str | None
    item: str | None
    fact_id: str | None
    reason: RejectReason | None
    comment: str | None
    before: Fact | None
    after: Fact | None
    entities: EntityChange | None
    adjudicates: bool
    undoes: int | None
    undone: bool
    run: dict[str, str]
