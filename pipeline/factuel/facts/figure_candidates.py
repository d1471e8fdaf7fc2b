"""The names that a figure may be about, each with the clues that speak for it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from factuel.records import Entity

Named = list[tuple[int, int, Entity]]


@dataclass
class Clues:
    """The clues of each candidate, by entity identifier; `situation` is what is so for all of them, `kind` that of the
    measure, or "age", `sayers` those whom the article quotes, `sources` those who only say the figure, `nobody` what
    speaks for none of the names."""

    found: dict[str, set[str]] = field(default_factory=dict)
    entities: dict[str, Entity] = field(default_factory=dict)
    public: frozenset[str] = field(default_factory=frozenset)
    situation: set[str] = field(default_factory=set)
    kind: str = ""
    sayers: frozenset[str] = field(default_factory=frozenset)
    sources: set[str] = field(default_factory=set)
    nobody: set[str] = field(default_factory=set)

    def add(self, clue: str, entities: Iterable[Entity | None]) -> None:
        """Note a clue for entities; null ones are left out."""
        for entity in entities:
            if entity is not None:
                self.entities[entity.id] = entity
                self.found.setdefault(entity.id, set()).add(clue)

    def of(self, entity: Entity) -> list[str]:
        """Return the clues of an entity, sorted."""
        return sorted(self.found.get(entity.id, ()))

    def candidates(self) -> list[Entity]:
        """Return the entities that have a clue, by first mention."""
        return sorted(self.entities.values(), key=lambda entity: entity.mentions[0].start)
