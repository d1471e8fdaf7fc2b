"""Entities: one record per real-world thing named in an article, and the index that finds them by characters."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping
from typing import Final

from spacy.tokens import Doc, Span

from factuel.facts.clustering import group_mentions
from factuel.facts.doc_tables import table_of
from factuel.facts.named import Group, Named, make_named
from factuel.records import Entity, EntityRef, EntityType, Mention, content_id

_TYPES: Final[Mapping[str, EntityType]] = {"PER": "person", "ORG": "organisation", "LOC": "place", "MISC": "misc"}
_LETTER: Final = re.compile(r"(?:^|\s)[A-ZÀ-Ý]\.$")
_HYPHENS: Final = frozenset("-–")
"""At the end of a word they open what is put between dashes ("Lure- une forge")."""
_NEXT: Final = re.compile(r"\s*$|\s*\n|\s+[«\"“]?\s*[A-ZÀ-Ý]")
_ONCE: Final = 0.7
_EACH_MORE: Final = 0.05
_SEVERAL_WORDS: Final = 0.1
_MOST: Final = 0.95


class EntityIndex:
    """The entities of an article, by first mention, and where they are mentioned."""

    def __init__(self, entities: tuple[Entity, ...]) -> None:
        self.entities = entities
        self.by_id: Mapping[str, Entity] = {entity.id: entity for entity in entities}
        spans = sorted((m.start, m.end, entity.id) for entity in entities for m in entity.mentions)
        self._starts = [start for start, _, _ in spans]
        self._spans = spans

    def entity_at(self, start: int, end: int) -> Entity | None:
        """Return the entity of the first mention that overlaps characters `start` to `end` (exclusive)."""
        found = self.mentions_in(start, end)
        return found[0] if found else None

    def mentions_in(self, start: int, end: int) -> list[Entity]:
        """Return the entity of each mention that overlaps characters `start` to `end` (exclusive), in text order."""
        return [entity for _, _, entity in self.spans_in(start, end)]

    def spans_in(self, start: int, end: int) -> list[tuple[int, int, Entity]]:
        """Return (start, end, entity) of each mention that overlaps characters `start` to `end`, in text order."""
        at = max(0, bisect_right(self._starts, start) - 1)
        found = []
        while at < len(self._spans) and self._spans[at][0] < end:
            low, high, identifier = self._spans[at]
            if high > start:
                found.append((low, high, self.by_id[identifier]))
            at += 1
        return found

    def ref(self, entity: Entity) -> EntityRef:
        """Return the reference to an entity of this index."""
        return EntityRef(entity_id=entity.id, name=entity.name)


def build_entities(doc: Doc, article_id: str) -> EntityIndex:
    """Return the index of the things that `doc.ents` name, one record each."""
    text = table_of(doc).text
    mentions = [make_named(e.start_char, _end(e, text), _TYPES[e.label_], text) for e in doc.ents if e.label_ in _TYPES]
    seen: Counter[tuple[str, str]] = Counter()
    records = []
    for group in group_mentions(mentions, text):
        best = min(group, key=lambda m: (m.text.isupper(), -len(m.text), m.start))
        seen[best.type, best.key] += 1
        records.append(_record(group, best, article_id, seen[best.type, best.key]))
    return EntityIndex(tuple(records))


def _end(name: Span, text: str) -> int:
    """Return the end of a name in characters without the stop of its sentence, which the tokenizer leaves together with
    a letter before it ("on Radio J. Then"); a person's initial keeps it."""
    if name.text[-1] in _HYPHENS and len(name.text) > 1:
        return name.end_char - 1
    stop = name.label_ != "PER" and _LETTER.search(name.text) is not None and _NEXT.match(text, name.end_char)
    return name.end_char - 1 if stop else name.end_char


def _record(group: Group, best: Named, article_id: str, rank: int) -> Entity:
    """Return the record of a group whose fullest form is `best`; `rank` tells apart two things of one name (a person
    and their family)."""
    name = " ".join(best.text.split())
    surfaces = dict.fromkeys(" ".join(m.text.split()) for m in group)
    surfaces.pop(name, None)
    confidence = _ONCE + _EACH_MORE * (len(group) - 1) + (_SEVERAL_WORDS if " " in name else 0.0)
    return Entity(
        id=content_id("e", article_id, best.type, best.key, *([str(rank)] if rank > 1 else [])),
        article_id=article_id,
        type=best.type,
        name=name,
        aliases=tuple(surfaces),
        mentions=tuple(Mention(text=m.text, start=m.start, end=m.end) for m in group),
        confidence=round(min(_MOST, confidence), 3),
    )
