"""Where and when a clause is set: from the clause, else from the sentence when it says only one; never a guess."""

from __future__ import annotations

from functools import cached_property
from typing import Final

from spacy.tokens import Doc, Span, Token

from factuel.facts.doc_tables import names_in, sent_of
from factuel.facts.entities import EntityIndex
from factuel.facts.syntax import governing_verb
from factuel.records import DateMention, EntityRef

_PLACE_PREPOSITIONS: Final = frozenset({"à", "au", "aux", "en", "dans", "sur", "près", "chez", "a"})


class Setting:
    """The dates and places of an article, asked by the word that governs a statement."""

    def __init__(self, doc: Doc, index: EntityIndex) -> None:
        self._doc = doc
        self._index = index

    def time_of(self, anchor: Token) -> DateMention | None:
        """Return the date of the anchor's clause, else the only date of its sentence, else null."""
        sentence = sent_of(anchor)
        dates = [(date, token) for date, token in self._dated if sentence.start <= token.i < sentence.end]
        verb = governing_verb(anchor)
        inside = [date for date, token in dates if governing_verb(token) == verb]
        if inside:
            return min(inside, key=lambda date: abs(date.start - anchor.idx))
        return dates[0][0] if len(dates) == 1 else None

    def place_of(self, anchor: Token) -> EntityRef | None:
        """Return the place that a preposition of place gives to the anchor's clause, else to its sentence."""
        sentence, verb = sent_of(anchor), governing_verb(anchor)
        spans = [span for span in names_in(sentence) if span.label_ == "LOC" and self._locates(span)]
        inside = [span for span in spans if governing_verb(span.root) == verb]
        chosen = inside or (spans if len(spans) == 1 else [])
        if not chosen:
            return None
        nearest = min(chosen, key=lambda span: abs(span.start - anchor.i))
        entity = self._index.entity_at(nearest.start_char, nearest.end_char)
        return self._index.ref(entity) if entity else None

    @cached_property
    def _dated(self) -> list[tuple[DateMention, Token]]:
        return [(span._.date, span.root) for span in self._doc.spans.get("dates", ())]

    def _locates(self, span: Span) -> bool:
        before = [self._doc[i].lower_ for i in range(max(0, span.start - 3), span.start)]
        return bool(before) and (
            before[-1] in _PLACE_PREPOSITIONS or any(w in _PLACE_PREPOSITIONS for w in before[-2:])
        )
