"""Unquoted sentences that a verb of saying closes or interrupts: "…, explique X", "…, dit-elle, …"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from spacy.tokens import Token

from factuel.annotation.quotations.clause_kinds import has_main_clause, has_subject_before
from factuel.annotation.quotations.cues import VerbCue, inverted_cue
from factuel.annotation.quotations.forms import (
    has_finite_verb,
    is_finite,
    is_infinitive,
    is_verbal,
    plain,
)
from factuel.annotation.quotations.inversions import inverted_speaker
from factuel.annotation.quotations.layout import Layout
from factuel.annotation.quotations.lexicon import connectors
from factuel.annotation.quotations.phrases import CLITICS, noun_phrase, phrase_end
from factuel.annotation.quotations.reading import OPENING, said_between, trimmed
from factuel.annotation.quotations.speakers import can_speak
from factuel.annotation.quotations.value import QuotationValue, Speaker

_BEFORE_CUE: Final = frozenset({",", "?", "!"})
_LONGEST_ANSWER: Final = 8
_MIN_VERBLESS: Final = 4
_RELATIVE: Final = frozenset({"que", "qu'", "qui", "dont"})
_AUXILIARIES: Final = frozenset({"a", "ont", "avait", "est", "sont", "était", "étaient", "avaient", "n'a", "aura"})
_NOUNS: Final = frozenset({"NOUN", "PROPN", "ADJ"})
_GOVERNED: Final = frozenset(
    {"à", "au", "aux", "de", "d'", "du", "des", "pour", "par", "contre", "vers", "jusqu'", "afin"}
)


def clause_bounds(layout: Layout, token: Token) -> tuple[int, int]:
    """Return the tokens of the sentence around `token`; what a colon announces is a sentence of its own."""
    first = layout.token_from(layout.sentence(token.idx)[0])
    limit = layout.sentence_limit(token)
    for i in range(token.i - 1, first, -1):
        if layout.doc[i].text in {":", ";"} and has_finite_verb(layout.doc[i + 1 : limit]):
            return i + 1, limit
    return first, limit


class ClosingReader:
    """Reads the sentences that a verb of saying with its subject after it reports as a whole."""

    def __init__(self, layout: Layout) -> None:
        self.layout, self.doc = layout, layout.doc

    def read(self) -> Iterator[QuotationValue]:
        """Yield the quotations in order of their cues."""
        for token in self.doc:
            value = self._closed(token) if token.text in _BEFORE_CUE else None
            if value is not None:
                yield value

    def _closed(self, comma: Token) -> QuotationValue | None:
        """A sentence and then ", explique X": the quotation is that sentence up to the comma."""
        limit = self.layout.sentence_limit(comma)
        cue = inverted_cue(self.doc, comma.i + 1, limit)
        if cue is None:
            return None
        speaker = inverted_speaker(self.layout, cue, limit)
        first, _ = clause_bounds(self.layout, comma)
        if cue.clitic is None and not self._may_close(cue, speaker, first, limit):
            return None
        end = comma.i
        after = self._after_cue(cue, speaker)
        opening = self.layout.text[self.doc[first].idx : comma.idx].lower().replace("’", "'") + " "
        if connectors().fullmatch(opening):
            return None
        if self._quotation_follows(after, limit) or self._goes_on(comma.i - 1, after, limit, cue.clitic is not None):
            end = trimmed(self.doc, first, limit)
        elif self._answers(first, end):
            return said_between(self.doc, first, end, cue.first, cue.last, speaker)
        elif not has_main_clause(self.doc[first:end]):
            end = trimmed(self.doc, first, limit)
            if not self._interrupts(after, end):
                end = comma.i
                if not self._is_verbless_saying(cue, first, end, limit):
                    return None
        return said_between(self.doc, first, end, cue.first, cue.last, speaker)

    def _is_verbless_saying(self, cue: VerbCue, first: int, end: int, limit: int) -> bool:
        """Is it "Pas question d'ouvrir à Albi, a indiqué X": no verb, nobody who could be the subject of the cue?"""
        if end - first < _MIN_VERBLESS or has_finite_verb(self.doc[cue.last : limit]):
            return False
        opening = noun_phrase(self.doc, first, end)
        return not has_subject_before(self.doc[cue.main]) and (opening is None or not can_speak(self.doc, opening))

    def _answers(self, first: int, end: int) -> bool:
        """Is it a short answer right after a question: "Combien ? Une vingtaine, répond X"?"""
        before = next(
            (self.doc[i].text for i in range(first - 1, max(-1, first - 3), -1) if not self.doc[i].is_space), ""
        )
        return before == "?" and end - first <= _LONGEST_ANSWER and not has_finite_verb(self.doc[first:end])

    def _may_close(self, cue: VerbCue, speaker: Speaker | None, first: int, limit: int) -> bool:
        if speaker is None or not can_speak(self.doc, speaker):
            return False
        if self._answers(first, cue.first - 1):
            return True
        after = self._after_cue(cue, speaker)
        if is_finite(self.doc[cue.first - 2]) and self._quotation_follows(after, limit):
            return True
        return speaker.kind == "name" or not has_subject_before(self.doc[cue.main])

    def _after_cue(self, cue: VerbCue, speaker: Speaker | None) -> int:
        """Return the token after a verb of saying, who says it and where."""
        alone = cue.clitic is not None or speaker is None
        after = cue.last if alone or speaker is None else self.layout.token_from(speaker.end)
        if after + 1 < len(self.doc) and self.doc[after].pos_ == "ADP":
            return phrase_end(self.doc, after + 1, len(self.doc), towards=True)
        return after

    def _quotation_follows(self, after: int, limit: int) -> bool:
        """Does the sentence go on in marks: "Il avait, dit-il, « … »", "…, dit X, directrice, « si tout va bien »"?"""
        if after + 1 >= limit or self.doc[after].text != ",":
            return False
        for i in range(after + 1, limit):
            if self.doc[i].text in OPENING:
                return self.doc[i - 1].text == "," and (i == after + 1 or self.doc[i + 1].is_lower)
            if is_finite(self.doc[i]):
                return False
        return False

    def _interrupts(self, after: int, end: int) -> bool:
        """Does the sentence go on, with its verb, after ", explique X,"?"""
        if after + 1 >= end or self.doc[after].text != "," or plain(self.doc[after + 1]) in _RELATIVE:
            return False
        return has_finite_verb(self.doc[after:end])

    def _goes_on(self, before: int, after: int, limit: int, pronoun: bool) -> bool:
        """Does the cue only interrupt the sentence: between a verb and what it governs ("Les analyses montrent, a-t-il
        dit, un taux …", "Elle doit beaucoup, dit-elle, à son père"), an auxiliary and its participle, or a subject and
        its verb ("Les salariés, déplore le syndicat, n'ont rien su")? After a pronoun also before another clause."""
        if after + 1 >= limit or self.doc[after].text != ",":
            return False
        following = self.doc[after + 1]
        if self.doc[before].pos_ == "AUX" or plain(self.doc[before]) in _AUXILIARIES:
            return True
        first = next((t for t in self.doc[after + 1 : limit] if plain(t) not in CLITICS and t.pos_ != "ADV"), following)
        if is_finite(first) and self.doc[before].pos_ in _NOUNS:
            return True
        if is_infinitive(first) and is_verbal(self.doc[before]):
            return True
        if following.pos_ in {"DET", "NUM"} and not has_finite_verb(self.doc[after:limit]):
            return is_verbal(self.doc[before])
        if not pronoun:
            return False
        if following.pos_ in {"CCONJ", "SCONJ"} or plain(following) in _GOVERNED:
            return True
        return following.pos_ in {"DET", "PRON", "PROPN"} and has_finite_verb(self.doc[after:limit])
