"""What an article is about at a given point: the name that an unsaid participant most likely is."""

from __future__ import annotations

from spacy.tokens import Token

from factuel.facts.entities import EntityIndex
from factuel.facts.syntax import ancestors
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
            if start < before and entity.type == kind and (kind != "place" or entity.name[:1].isupper()):
                return self._index.ref(entity) if before - start <= NEAR else None
        return None

    def possessor(self, possessive: Token, kind: str) -> EntityRef | None:
        """Return the owner that "sa", "son" or "leur" most likely points at: the subject of its sentence or of the
        sentence before, else the entity named last."""
        sentence = possessive.sent
        sentences = [sentence] + ([possessive.doc[sentence.start - 1].sent] if sentence.start else [])
        for place in sentences:
            for start, entity in self._mentions:
                if place.start_char <= start < min(place.end_char, possessive.idx) and entity.type == kind:
                    token = next(word for word in place if word.idx + len(word) > start)
                    if any(word.dep_.startswith("nsubj") for word in list(ancestors(token))[:3]):
                        return self._index.ref(entity)
        return self.recent(possessive.idx, kind)

    def dominant(self, before: int, kind: str) -> EntityRef | None:
        """Return the entity of this type named before a character that the article names most; of several, the one
        named first."""
        seen = [entity for start, entity in self._mentions if start < before and entity.type == kind]
        if not seen:
            return None
        return self._index.ref(max(dict.fromkeys(seen), key=lambda entity: len(entity.mentions)))
