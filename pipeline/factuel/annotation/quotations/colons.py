"""Unquoted sentences after a colon that a verb of saying announces: "X prévient : la loi ne passera pas"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from spacy.tokens import Token

from factuel.annotation.quotations.cues import VerbCue, verb_cue
from factuel.annotation.quotations.forms import has_finite_verb, is_finite, is_infinitive, plain
from factuel.annotation.quotations.joined import subject_of_cue
from factuel.annotation.quotations.layout import Layout
from factuel.annotation.quotations.lexicon import NOTHING, words
from factuel.annotation.quotations.nouns import announcing_noun
from factuel.annotation.quotations.phrases import NOMINAL
from factuel.annotation.quotations.reading import OPENING, said_between, trimmed
from factuel.annotation.quotations.saying import is_cue_verb, is_said
from factuel.annotation.quotations.speakers import can_speak
from factuel.annotation.quotations.subjects import subject_of
from factuel.annotation.quotations.value import QuotationValue, Speaker

_MAX_COMPLEMENTS: Final = 9
_SAYING: Final = frozenset({"que", "direct"})


class ColonReader:
    """Reads what stands after a colon without marks."""

    def __init__(self, layout: Layout) -> None:
        self.layout, self.doc = layout, layout.doc

    def read(self) -> Iterator[QuotationValue]:
        """Yield the quotations in text order."""
        for token in self.doc:
            if token.text == ":" and token.i > 1:
                value = self._announced(token)
                if value is not None:
                    yield value

    def _announced(self, colon: Token) -> QuotationValue | None:
        start, limit = colon.i + 1, self.layout.sentence_limit(colon)
        said = self.doc[start : trimmed(self.doc, start, limit)]
        if len(said) == 0 or any(token.text in OPENING for token in said) or not has_finite_verb(said):
            return None
        found = self._cue(self._verb_before(colon.i - 1))
        if found is None:
            first = self.layout.token_from(self.layout.sentence(colon.idx)[0])
            noun = announcing_noun(self.doc, first, colon.i)
            found = (VerbCue(noun[0], noun[0] + 1, noun[0], NOTHING), noun[1]) if noun is not None else None
        if found is None:
            return None
        cue, speaker = found
        return said_between(self.doc, start, said.end, cue.first, cue.last, speaker)

    def _verb_before(self, i: int) -> int:
        """Return the verb before the complements that end at token `i`: "confirme lundi aux élus"; else `i`."""
        for j in range(i, max(0, i - _MAX_COMPLEMENTS), -1):
            token = self.doc[j]
            if is_cue_verb(token) and (cue := verb_cue(token)) is not None and cue.first > 0:
                return i if any(self._is_object(k) for k in range(j + 1, i + 1)) else j
            if token.pos_ not in NOMINAL | {"ADP", "ADV"} and plain(token) not in words("time"):
                return i
        return i

    def _is_object(self, i: int) -> bool:
        """Does a phrase without preposition, and no date, begin at token `i`?"""
        if self.doc[i].pos_ not in {"DET", "NOUN", "PROPN"} or plain(self.doc[i]) in words("time"):
            return False
        before, following = self.doc[i - 1], self.doc[min(i + 1, len(self.doc) - 1)]
        tied = before.pos_ in NOMINAL | {"ADP"} or plain(before) in {"au", "aux", "du", "des"}
        return not tied and plain(following) not in words("time")

    def _cue(self, i: int) -> tuple[VerbCue, Speaker] | None:
        """Return the verb of saying that ends at token `i`, or "est formel", with its subject."""
        token = self.doc[i]
        first = self.layout.token_from(self.layout.sentence(token.idx)[0])
        if plain(self.doc[min(first + 1, i)]) in words("saying_noun"):
            return None
        if plain(token) in words("assured") and i - 1 > first and is_finite(self.doc[i - 1]):
            cue = VerbCue(i - 1, i + 1, i - 1, NOTHING)
            speaker = subject_of(token, i - 1, first)
            named = speaker is not None and can_speak(self.doc, speaker)
            return (cue, speaker) if speaker is not None and named else None
        found = verb_cue(token) if is_cue_verb(token) and not is_infinitive(token) else None
        if found is None or not found.takes >= _SAYING or not is_said(token, found):
            return None
        who = subject_of_cue(self.layout, token, found)
        return (found, who) if who is not None else None
