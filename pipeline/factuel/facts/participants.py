"""Who takes part in a statement: from the head of a noun phrase to a reference."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from spacy.tokens import Token

from factuel.facts.context import FactContext
from factuel.facts.syntax import phrase_bounds
from factuel.records import Entity, EntityRef

ACTORS: Final = frozenset({"organisation", "person", "misc"})
ORGANISATIONS: Final = frozenset({"organisation"})


def named(context: FactContext, token: Token, types: frozenset[str] = ACTORS) -> Entity | None:
    """Return the entity of these types that the token is part of, or that its phrase names ("le groupe Lumeo")."""
    entity = context.index.entity_at(token.idx, token.idx + len(token))
    if entity is not None:
        return entity if entity.type in types else None
    start, end = phrase_bounds(token)
    if token.pos_ == "NOUN" and token.i + 1 < len(token.doc) and token.nbor().ent_type_ == "ORG":
        beside = context.index.entity_at(token.nbor().idx, token.nbor().idx + 1)
        if beside is not None and beside.type in types:
            return beside
    inside = [found for found in context.index.mentions_in(start, end) if found.type in types]
    return inside[0] if len(inside) == 1 else None


def participant(context: FactContext, token: Token, types: frozenset[str] = ACTORS) -> EntityRef | None:
    """Return the reference of the noun phrase headed by `token`: a named entity of these types, or what a pronoun or
    common noun stands for; null when it stands for nothing of these types."""
    entity = named(context, token, types)
    if entity is not None:
        return context.index.ref(entity)
    if context.index.entity_at(token.idx, token.idx + len(token)) is not None:
        return None
    start, end = phrase_bounds(token, determiner=True)
    reference = context.resolver.resolve(start, end)
    if reference is None or reference.entity_id is None:
        return None
    entity = context.index.by_id.get(reference.entity_id)
    return reference if entity is not None and entity.type in types else None


def participants(context: FactContext, tokens: Iterable[Token], types: frozenset[str] = ACTORS) -> list[EntityRef]:
    """Return the references of several phrases, without repetition, in order."""
    return distinct(reference for token in tokens if (reference := participant(context, token, types)))


def distinct(references: Iterable[EntityRef]) -> list[EntityRef]:
    """Return the references without repetition, in order."""
    return list({reference.entity_id or reference.name: reference for reference in references}.values())


def entities_between(context: FactContext, start: int, end: int, types: frozenset[str]) -> list[EntityRef]:
    """Return the entities mentioned between two characters, of these types, in order."""
    found = [entity for entity in context.index.mentions_in(start, end) if entity.type in types]
    return distinct(context.index.ref(entity) for entity in found)
