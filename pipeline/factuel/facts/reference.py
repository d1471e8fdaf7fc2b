"""Resolver: which entity a participant phrase means; unresolved rather than wrong."""

from __future__ import annotations

import re
from typing import Final

from spacy.tokens import Doc

from factuel.facts.anaphora import Anaphora
from factuel.facts.entities import EntityIndex
from factuel.records import EntityRef

_ARTICLE: Final = re.compile(r"^(?:l['’]|d['’]|(?:le|la|les|un|une|des|du|de|au|aux|ce|cet|cette|ces|son|sa|ses|leur|leurs)\s+)", re.IGNORECASE)  # fmt: skip


class Resolver:
    """Resolves the participant phrases of one article."""

    def __init__(self, doc: Doc, index: EntityIndex) -> None:
        self._doc = doc
        self._index = index
        self._anaphora = Anaphora(doc, index)

    def resolve(self, start: int, end: int) -> EntityRef | None:
        """Return who the phrase at characters `start` to `end` (exclusive) is; without `entity_id` when not known."""
        entity = self._index.entity_at(start, end)
        if entity is not None:
            return self._index.ref(entity)
        phrase = self._doc.char_span(start, end, alignment_mode="expand")
        antecedent = self._anaphora.resolve(phrase.root, phrase) if phrase is not None else None
        if antecedent is not None:
            return self._index.ref(antecedent)
        name = _ARTICLE.sub("", " ".join(self._doc.text[start:end].split()))
        return EntityRef(entity_id=None, name=name) if name else None
