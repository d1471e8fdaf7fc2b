"""What an article is about at a given point: the name that an unsaid participant most likely is."""

from __future__ import annotations

from collections import Counter

from factuel.facts.entities import EntityIndex
from factuel.records import EntityRef

NEAR = 400
"""Characters, about three sentences of press prose, within which a possessive finds its owner."""


class Topic:
    """The names of an article by place of mention."""

    def __init__(self, index: EntityIndex) -> None:
        self._index = index
        self._mentions = sorted(
            ((mention.start, entity) for entity in index.entities for mention in entity.mentions),
            key=lambda pair: pair[0],
        )

    def recent(self, before: int, kind: str) -> EntityRef | None:
        """Return the entity of this type named last before a character, not further than `NEAR`."""
        for start, entity in reversed(self._mentions):
            if start < before and entity.type == kind:
                return self._index.ref(entity) if before - start <= NEAR else None
        return None

    def dominant(self, before: int, kind: str) -> EntityRef | None:
        """Return the entity of this type named most before a character; of several, the one named last."""
        seen = [entity for start, entity in self._mentions if start < before and entity.type == kind]
        if not seen:
            return None
        counts: Counter[str] = Counter(entity.id for entity in seen)
        last: dict[str, int] = {entity.id: rank for rank, entity in enumerate(seen)}
        best = max(seen, key=lambda entity: (counts[entity.id], last[entity.id]))
        return self._index.ref(best)
