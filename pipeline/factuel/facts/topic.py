"""What an article is about at a given point: the name that an unsaid participant most likely is."""

from __future__ import annotations

from functools import cache, cached_property

from spacy.tokens import Token

from factuel.facts.doc_tables import sent_of
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

    @cached_property
    def ranked(self) -> list[Entity]:
        """The entities of the article, those mentioned most first, then by first mention."""
        return sorted(self._index.entities, key=lambda e: (-len(e.mentions), e.mentions[0].start))

    def recent(self, before: int, kind: str) -> EntityRef | None:
        """Return the entity of this type named last before a character, not further than `NEAR`."""
        for start, entity in reversed(self._mentions):
            if start < before and entity.type == kind and (kind != "place" or entity.name[:1].isupper()):
                return self._index.ref(entity) if before - start <= NEAR else None
        return None

    def only_person(self, token: Token, sentences: int) -> EntityRef | None:
        """Return the only person named before a token in its sentence and in that many sentences before it."""
        first = sent_of(token)
        for _ in range(sentences):
            first = token.doc[max(0, first.start - 1)].sent
        near = [e for start, e in self._mentions if first.start_char <= start < token.idx and e.type == "person"]
        people = {entity.id: entity for entity in near}
        return self._index.ref(near[0]) if len(people) == 1 else None

    def protagonist(self, before: int) -> EntityRef | None:
        """Return the person named most in the article, if it is named before a character."""
        people = [entity for entity in self._index.entities if entity.type == "person"]
        most = max(people, key=lambda e: (len(e.mentions), -e.mentions[0].start), default=None)
        return self._index.ref(most) if most is not None and most.mentions[0].start < before else None

    def possessor(self, possessive: Token, kind: str) -> EntityRef | None:
        """Return the owner that "sa", "son" or "leur" most likely points at: the subject of its sentence or of the
        sentence before, else the entity named last."""
        sentence = sent_of(possessive)
        sentences = [sentence] + ([possessive.doc[sentence.start - 1].sent] if sentence.start else [])
        for place in sentences:
            for start, entity in self._mentions:
                if place.start_char <= start < min(place.end_char, possessive.idx) and entity.type == kind:
                    token = next(word for word in place if word.idx + len(word) > start)
                    if any(word.dep_.startswith("nsubj") for word in list(ancestors(token))[:3]):
                        return self._index.ref(entity)
        return self.recent(possessive.idx, kind)

    def called(self, before: int, noun: str) -> EntityRef | None:
        """Return the organisation named last whose name begins with a common noun (without accents)."""
        for start, entity in reversed(self._mentions):
            if start < before and entity.type == "organisation" and unaccented(entity.name).split(" ")[0] == noun:
                return self._index.ref(entity)
        return None

    def _paragraph(self, at: int) -> int:
        return self._text.rfind("\n\n", 0, at)

    def dominant(self, before: int, kind: str) -> EntityRef | None:
        """Return the entity of this type that the article is about at a character: named often, in this paragraph, in
        the title; of several, the one named last. Public bodies count less, for articles name them in passing."""
        seen = [(start, entity) for start, entity in self._mentions if start < before and entity.type == kind]
        if not seen:
            return None
        last = {entity.id: start for start, entity in seen}
        paragraph = self._paragraph(before)
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
