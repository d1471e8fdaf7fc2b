"""What an article is about at a given point: the name that an unsaid participant most likely is."""

from __future__ import annotations

from functools import cache

from spacy.tokens import Token

from factuel.facts.entities import EntityIndex
from factuel.facts.syntax import ancestors
from factuel.models import read_words, unaccented
from factuel.records import Entity, EntityRef

NEAR = 400
"""Characters, about three sentences of press prose, within which a possessive finds its owner."""


class Topic:
    """The names of an article by place of mention."""

    def __init__(self, text: str, index: EntityIndex) -> None:
        self._text = text
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
        """Return the entity of this type that the article is about at a character: named often, in this paragraph, in
        the title; of several, the one named last. Public bodies count less, for articles name them in passing."""
        seen = [(start, entity) for start, entity in self._mentions if start < before and entity.type == kind]
        if not seen:
            return None
        last = {entity.id: start for start, entity in seen}
        paragraph = self._text.rfind("\n\n", 0, before)
        title_end = self._text.find("\n\n")

        def weight(entity: Entity) -> tuple[int, int]:
            mentions = min(len(entity.mentions), 4)
            here = 2 * (last[entity.id] > paragraph)
            titled = entity.mentions[0].start < title_end
            public = 3 * (unaccented(entity.name).split(" ")[0] in _public_bodies())
            return mentions + here + titled - public, last[entity.id]

        return self._index.ref(max({entity.id: entity for _, entity in seen}.values(), key=weight))


@cache
def _public_bodies() -> frozenset[str]:
    return frozenset(unaccented(form) for form in read_words("public_bodies"))
