"""Sentences that the next one reports: "Les freins fonctionnaient. C'est ce qu'a indiqué le procureur."."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from factuel.annotation.quotations.cues import inverted_cue, verb_cue
from factuel.annotation.quotations.forms import has_finite_verb, plain
from factuel.annotation.quotations.inversions import inverted_speaker
from factuel.annotation.quotations.layout import Layout
from factuel.annotation.quotations.reading import said_between, trimmed
from factuel.annotation.quotations.saying import is_cue_verb
from factuel.annotation.quotations.speakers import can_speak
from factuel.annotation.quotations.subjects import subject_of
from factuel.annotation.quotations.value import QuotationValue

_MAX_BEFORE: Final = 8
_MAX_SUBJECT: Final = 15


class AboveReader:
    """Reads "C'est ce que X a dit", whose quotation is the sentence before."""

    def __init__(self, layout: Layout) -> None:
        self.layout, self.doc = layout, layout.doc

    def read(self) -> Iterator[QuotationValue]:
        """Yield the quotations in text order."""
        for start in self.layout.sentence_starts[1:]:
            first = self.layout.token_from(start)
            if first + 3 < len(self.doc) and plain(self.doc[first]) == "c'":
                value = self._reported(first, self.layout.sentence_limit(self.doc[first]))
                if value is not None:
                    yield value

    def _reported(self, first: int, limit: int) -> QuotationValue | None:
        that = next((i for i in range(first + 2, min(limit - 1, first + _MAX_BEFORE)) if self._is_what(i)), None)
        start, end = self.layout.sentence_before(self.doc[first].idx)
        low, high = self.layout.token_from(start), self.layout.token_from(end)
        if that is None or low >= high or not has_finite_verb(self.doc[low:high]):
            return None
        i = that + 2
        cue = inverted_cue(self.doc, i, limit)
        speaker = inverted_speaker(self.layout, cue, limit) if cue is not None else None
        if speaker is None:
            verb = next((t for t in self.doc[i : min(limit, i + _MAX_SUBJECT)] if is_cue_verb(t) and verb_cue(t)), None)
            cue = verb_cue(verb) if verb is not None else None
            speaker = subject_of(verb, cue.first, i) if verb is not None and cue is not None else None
        if cue is None or speaker is None or not can_speak(self.doc, speaker):
            return None
        return said_between(self.doc, low, trimmed(self.doc, low, high), cue.first, cue.last, speaker)

    def _is_what(self, i: int) -> bool:
        return plain(self.doc[i]) == "ce" and plain(self.doc[i + 1]) in {"que", "qu'"}
