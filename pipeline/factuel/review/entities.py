"""The entities of the articles, with what curators changed: types, names that are one, names that are two."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from typing import Any

import sqlalchemy as sa

from factuel.records import Entity, EntityChange, EntityRef, Fact
from factuel.review.history import MOST_IN_QUERY, chunks, live
from factuel.review.identity import folded
from factuel.review.participants import with_references
from factuel.review.tables import DECISION, ENTITY

Row = dict[str, Any]


@dataclass
class Fold:
    """The entities of one article, changed step by step; `merged` has for each that is part of another, which one."""

    article_id: str
    entities: dict[str, Entity]
    merged: dict[str, str] = field(default_factory=dict)

    def apply(self, change: EntityChange) -> None:
        """Make one change; one about entities that the run no longer has does nothing."""
        {"create": self._create, "merge": self._merge, "split": self._split, "retype": self._retype}[change.change](
            change
        )

    def _create(self, change: EntityChange) -> None:
        self.entities[change.entity_ids[0]] = Entity(
            id=change.entity_ids[0],
            article_id=self.article_id,
            type=change.type,
            name=change.name,
            mentions=change.mentions,
            confidence=1.0,
        )

    def _split(self, change: EntityChange) -> None:
        whole = self.entities.get(change.entity_ids[1])
        if whole is None:
            return
        left = tuple(mention for mention in whole.mentions if mention not in change.mentions)
        if left:
            self.entities[whole.id] = whole.model_copy(update={"mentions": left})
            self._create(change)

    def _merge(self, change: EntityChange) -> None:
        parts = [self.entities[one] for one in change.entity_ids if one in self.entities]
        if len(parts) < 2:
            return
        mentions = {(m.start, m.end): m for part in parts for m in part.mentions}
        names = dict.fromkeys(name for part in parts for name in (part.name, *part.aliases) if name != change.name)
        update = {
            "name": change.name,
            "type": change.type,
            "aliases": tuple(names),
            "mentions": tuple(mentions[key] for key in sorted(mentions)),
            "links": parts[0].links if change.type == parts[0].type else (),
        }
        self.entities[parts[0].id] = parts[0].model_copy(update=update)
        for part in parts[1:]:
            self.merged[part.id] = parts[0].id

    def _retype(self, change: EntityChange) -> None:
        for key, entity in self.entities.items():
            same_name = change.scope == "all" and folded(entity.name) == folded(change.name)
            if same_name or key in change.entity_ids:
                links = entity.links if change.type == entity.type else ()
                self.entities[key] = entity.model_copy(update={"type": change.type, "links": links})

    def whole(self, entity_id: str) -> str:
        """Return the entity that this one is part of, at the end of the chain; itself when it is whole."""
        seen = {entity_id}
        while (target := self.merged.get(entity_id)) and target not in seen:
            seen.add(target)
            entity_id = target
        return entity_id


def entity_row(entity: Entity, *, extracted: bool = True) -> Row:
    """Return the row of an entity; not `extracted` when a curator made it."""
    record = entity.model_dump_json()
    return {
        "id": entity.id,
        "article_id": entity.article_id,
        "type": entity.type,
        "name": entity.name,
        "folded": folded(entity.name),
        "merged_into": None,
        "extracted": record if extracted else None,
        "current_record": record,
    }


def refresh_entities(connection: sa.Connection, articles: Collection[str] | None = None) -> None:
    """Bring the entities of articles in step with the history; of all that a change concerns without `articles`."""
    changes = _changes(connection, articles)
    if articles is None:
        articles = _concerned(connection, changes)
    for chunk in chunks(sorted(articles)):
        rows = connection.execute(sa.select(ENTITY).where(ENTITY.c.article_id.in_(chunk))).all()
        for article_id in chunk:
            fold = _folded(article_id, [row for row in rows if row.article_id == article_id], changes)
            _write(connection, fold, {row.id: row for row in rows if row.article_id == article_id})


def articles_naming(connection: sa.Connection, name: str) -> set[str]:
    """Return the articles that have an entity of this name."""
    query = sa.select(ENTITY.c.article_id).where(ENTITY.c.folded == folded(name)).distinct()
    return set(connection.scalars(query))


def _changes(connection: sa.Connection, articles: Collection[str] | None) -> list[tuple[str | None, EntityChange]]:
    """Return the changes that count, in their order: those of the articles and those of all, or every one."""
    query = sa.select(DECISION.c.article_id, DECISION.c.entities).where(DECISION.c.kind == "entity", live())
    if articles is not None and len(articles) <= MOST_IN_QUERY:
        query = query.where(sa.or_(DECISION.c.article_id.is_(None), DECISION.c.article_id.in_(articles)))
    rows = connection.execute(query.order_by(DECISION.c.number))
    return [(article_id, EntityChange.model_validate_json(change)) for article_id, change in rows]


def _concerned(connection: sa.Connection, changes: Iterable[tuple[str | None, EntityChange]]) -> set[str]:
    found: set[str] = set()
    for article_id, change in changes:
        found |= articles_naming(connection, change.name) if article_id is None else {article_id}
    return found


def _folded(article_id: str, rows: Iterable[Any], changes: Iterable[tuple[str | None, EntityChange]]) -> Fold:
    entities = [Entity.model_validate_json(row.extracted) for row in rows if row.extracted]
    fold = Fold(article_id, {entity.id: entity for entity in entities})
    for where, change in changes:
        if where is None or where == article_id:
            fold.apply(change)
    return fold


def _write(connection: sa.Connection, fold: Fold, rows: dict[str, Any]) -> None:
    for key in rows:
        if key not in fold.entities:
            connection.execute(sa.delete(ENTITY).where(ENTITY.c.id == key))
    for key, entity in fold.entities.items():
        row = entity_row(entity, extracted=False)
        del row["extracted"], row["id"]
        whole = fold.whole(key)
        row["merged_into"] = whole if whole != key else None
        if key in rows:
            connection.execute(sa.update(ENTITY).where(ENTITY.c.id == key).values(row))
        else:
            connection.execute(sa.insert(ENTITY).values(row | {"id": key, "extracted": None}))


def article_entities(connection: sa.Connection, article_id: str) -> tuple[list[Entity], dict[str, str]]:
    """Return the entities of an article as curators hold them, by first mention, and which are part of which."""
    rows = connection.execute(sa.select(ENTITY).where(ENTITY.c.article_id == article_id)).all()
    merged = {row.id: row.merged_into for row in rows if row.merged_into}
    entities = [Entity.model_validate_json(row.current_record) for row in rows if not row.merged_into]
    return sorted(entities, key=lambda one: (one.mentions[0].start, one.id)), merged


def with_entities(fact: Fact, entities: Iterable[Entity], merged: dict[str, str]) -> Fact:
    """Return the fact with its references to the entities as curators hold them; see `article_entities`.

    A reference to an entity that is no more (another version of the run has others) is to the one entity of its name,
    else a name only.
    """
    held = list(entities)
    by_id = {entity.id: entity for entity in held}
    return with_references(fact, lambda reference: _resolved(reference, held, by_id, merged))


def _resolved(
    reference: EntityRef, entities: list[Entity], by_id: dict[str, Entity], merged: dict[str, str]
) -> EntityRef:
    if reference.entity_id is None:
        return reference
    entity = by_id.get(merged.get(reference.entity_id, reference.entity_id))
    if entity is None:
        named = [one for one in entities if folded(reference.name) in map(folded, (one.name, *one.aliases))]
        return EntityRef(entity_id=named[0].id if len(named) == 1 else None, name=reference.name)
    name = entity.name if reference.entity_id in merged else reference.name
    return EntityRef(entity_id=entity.id, name=name)
