"""Entity: one record per real-world thing named in an article."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from factuel.records.base import Record
from factuel.records.measure import Span

EntityType = Literal["organisation", "person", "place", "misc"]


class Mention(Span):
    """One place where the article names the entity."""


class Link(Record):
    """An identifier of the entity in a shipped authority file; `score` in 0..1.

    `authority` is `ISO 3166-1` (alpha-2 codes of countries), `INSEE région`, `INSEE département`, `INSEE collectivité
    d'outre-mer` or `INSEE commune` (codes of the code officiel géographique); `name` is the authority's. A place has at
    most one link of each.
    """

    authority: str
    id: str
    name: str
    score: float = Field(ge=0, le=1)


class Entity(Record):
    """A person, organisation, place or misc (named programme, event, product, work); `name` is the fullest form."""

    id: str
    article_id: str
    type: EntityType
    name: str
    aliases: tuple[str, ...] = ()
    mentions: tuple[Mention, ...] = Field(min_length=1)
    links: tuple[Link, ...] = ()
    confidence: float = Field(ge=0, le=1)


class EntityRef(Record):
    """A participant of a fact; `entity_id` is null for a noun phrase that could not be resolved to an entity."""

    entity_id: str | None
    name: str
