"""Unquoted sentences that a source or a verb of saying opens, interrupts or closes: "selon X, …", "…, explique X"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from spacy.tokens import Token

from factuel.annotation.quotations.clause_kinds import has_main_clause, has_subject_before, says_that
from factuel.annotation.quotations.cues import VerbCue, inverted_cue
from factuel.annotation.quotations.forms import (
    has_finite_verb,
    is_conditional,
    is_finite,
    is_participle,
    is_verbal,
    plain,
)
from factuel.annotation.quotations.inversions import inverted_speaker
from factuel.annotation.quotations.layout import Layout
from factuel.annotation.quotations.lexicon import connectors, words
from factuel.annotation.quotations.phrases import name_at, noun_phrase, phrase_ending, speaker_of
from factuel.annotation.quotations.reading import CLOSING, OPENING, said_between, trimmed
from factuel.annotation.quotations.sources import Source, may_begin_source, source_at
from factuel.annotation.quotations.speakers import can_speak
from factuel.annotation.quotations.value import QuotationValue, Speaker

_MAX_APPOSITION: Final = 25
_BEFORE_CUE: Final = frozenset({",", "?", "!"})
_SHORT_OPENING: Final = 2
_LONGEST_ANSWER: Final = 8
_MIN_VERBLESS: Final = 4
_IMPERSONAL: Final = frozenset({"il", "c'", "c’", "ce"})
_RELATIVE_SOURCES: Final = frozenset({"selon", "pour"})
_RELATIVE: Final = frozenset({"que", "qu'", "qui", "dont"})


class ClosingReader:
    """Reads the sentences that a cue reports as a whole."""

    def __init__(self, layout: Layout) -> None:
        self.layout, self.doc = layout, layout.doc

    def read(self) -> Iterator[QuotationValue]:
        """Yield the quotations in order of their cues."""
        for token in self.doc:
            value: QuotationValue | None = None
            if token.text in _BEFORE_CUE:
                value = self._closed(token)
            elif plain(token) == "comme":
                value = self._as_said(token)
            elif may_begin_source(token):
                value = self._relative(token) or self._sourced(token)
            if value is not None:
                yield value

    def _bounds(self, token: Token) -> tuple[int, int]:
        """Return the tokens of the sentence around `token`; what a colon announces is a sentence of its own."""
        first = self.layout.token_from(self.layout.sentence(token.idx)[0])
        limit = self.layout.sentence_limit(token)
        for i in range(token.i - 1, first, -1):
            if self.doc[i].text in {":", ";"} and has_finite_verb(self.doc[i + 1 : limit]):
                return i + 1, limit
        return first, limit

    # -- …, explique X ----------------------------------------------------------------------------------------------

    def _closed(self, comma: Token) -> QuotationValue | None:
        """A sentence and then ", explique X": the quotation is that sentence up to the comma."""
        limit = self.layout.sentence_limit(comma)
        cue = inverted_cue(self.doc, comma.i + 1, limit)
        if cue is None:
            return None
        speaker = inverted_speaker(self.layout, cue, limit)
        first, _ = self._bounds(comma)
        if cue.clitic is None and not self._may_close(cue, speaker, first, limit):
            return None
        end = comma.i
        opening = self.layout.text[self.doc[first].idx : comma.idx].lower().replace("’", "'") + " "
        if connectors().fullmatch(opening):
            return None
        if self._quotation_follows(cue, speaker, limit) or (
            cue.clitic is not None and self._lacks_object(comma.i - 1, cue.last, limit)
        ):
            end = trimmed(self.doc, first, limit)
        elif self._answers(first, end):
            return said_between(self.doc, first, end, cue.first, cue.last, speaker)
        elif not has_main_clause(self.doc[first:end]):
            end = trimmed(self.doc, first, limit)
            if not self._interrupts(cue, speaker, end):
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
        if is_finite(self.doc[cue.first - 2]) and self._quotation_follows(cue, speaker, limit):
            return True
        return speaker.kind == "name" or not has_subject_before(self.doc[cue.main])

    def _quotation_follows(self, cue: VerbCue, speaker: Speaker | None, limit: int) -> bool:
        """Does the sentence go on in marks: "Il avait, dit-il, « … »"?"""
        after = cue.last if cue.clitic is not None or speaker is None else self.layout.token_from(speaker.end)
        return after + 1 < limit and self.doc[after].text == "," and self.doc[after + 1].text in OPENING

    def _interrupts(self, cue: VerbCue, speaker: Speaker | None, end: int) -> bool:
        """Does the sentence go on, with its verb, after ", explique X,"?"""
        after = cue.last
        if cue.clitic is None and speaker is not None:
            after = self.layout.token_from(speaker.end)
        if after + 1 >= end or self.doc[after].text != "," or plain(self.doc[after + 1]) in _RELATIVE:
            return False
        return has_finite_verb(self.doc[after:end])

    def _lacks_object(self, before: int, after: int, end: int) -> bool:
        """Does the cue stand between a verb and what it governs: "Les analyses montrent, a-t-il dit, un taux …"?"""
        if after + 1 >= end or self.doc[after].text != "," or not is_finite(self.doc[before]):
            return False
        return self.doc[after + 1].pos_ in {"DET", "NUM"} and not has_finite_verb(self.doc[after:end])

    # -- selon X ----------------------------------------------------------------------------------------------------

    def _sourced(self, token: Token) -> QuotationValue | None:
        """ "Selon X, …" and "…, selon X": the quotation is the rest of the sentence."""
        limit = self.layout.sentence_limit(token)
        source = source_at(self.doc, token.i, limit)
        if source is None or source.needs == "after":
            return None
        first, _ = self._bounds(token)
        opening = self.doc[first : token.i]
        if len(opening) <= _SHORT_OPENING and not any(word.pos_ in {"VERB", "NOUN"} for word in opening):
            start = self._after_source(source.end, limit)
            end = trimmed(self.doc, start, self._before_comment(start, limit))
        elif source.needs == "nothing" and self.doc[token.i - 1].text in {",", *CLOSING}:
            start, end = first, self._before_source(source, first, token.i, limit)
        else:
            return None
        if not has_finite_verb(self.doc[start:end]) or not self._holds(source, start, end):
            return None
        return said_between(self.doc, start, end, source.first, source.last, source.speaker)

    def _as_said(self, token: Token) -> QuotationValue | None:
        """ "Comme le rappelle X, …": the quotation is the rest of the sentence."""
        first, limit = self._bounds(token)
        cue = inverted_cue(self.doc, token.i, limit) if token.i - first <= _SHORT_OPENING else None
        speaker = inverted_speaker(self.layout, cue, limit) if cue is not None else None
        if cue is None or speaker is None or not can_speak(self.doc, speaker):
            return None
        start = self._after_source(self.layout.token_from(speaker.end), limit)
        end = trimmed(self.doc, start, limit)
        if not has_finite_verb(self.doc[start:end]) or any(word.text in OPENING for word in self.doc[start:end]):
            return None
        return said_between(self.doc, start, end, cue.first, cue.last, speaker)

    def _relative(self, token: Token) -> QuotationValue | None:
        """X, selon qui …; X, pour lequel …: the quotation is the rest of the sentence, X says it."""
        start, limit = token.i + 2, self.layout.sentence_limit(token)
        if token.i < 2 or start >= limit or self.doc[token.i - 1].text != "," or plain(token) not in _RELATIVE_SOURCES:
            return None
        if plain(self.doc[token.i + 1]) not in words("relative"):
            return None
        name = name_at(self.doc, token.i - 2)
        person = name is not None and name.label_ == "PER" and plain(self.doc[token.i + 1]) == "qui"
        speaker = speaker_of(self.doc, name.start, name.end, "name") if name and person else None
        if speaker is None and plain(token) == "pour" and plain(self.doc[token.i + 1]) != "qui":
            return None
        speaker = speaker or phrase_ending(self.doc, token.i)
        end = trimmed(self.doc, start, limit)
        if speaker is None or not can_speak(self.doc, speaker) or not has_finite_verb(self.doc[start:end]):
            return None
        return said_between(self.doc, start, end, token.i, token.i + 1, speaker)

    def _before_comment(self, start: int, limit: int) -> int:
        """Return the end of the sentence without a comment that the newspaper adds: ", ce que X n'a pas confirmé"."""
        for i in range(start, limit - 2):
            if self.doc[i].text == "," and self.doc[i + 1].lower_ == "ce" and plain(self.doc[i + 2]) in _RELATIVE:
                return i
        return limit

    def _before_source(self, source: Source, first: int, at: int, limit: int) -> int:
        """Return the end of what "…, selon X" closes; the end of the sentence when the source only interrupts it."""
        goes_on = source.end + 1 < limit and self.doc[source.end].text in {",", "("}
        goes_on = goes_on and self.doc[source.end + 1].lower_ not in {"qui", "dont", "où"}
        if goes_on and is_verbal(self.doc[at - 2]) and self.doc[source.end + 1].pos_ in {"NUM", "DET"}:
            return first
        if goes_on and self.doc[at - 2].pos_ == "AUX" and is_participle(self.doc[source.end + 1]):
            return trimmed(self.doc, first, limit)
        if not goes_on or not has_finite_verb(self.doc[source.end : limit]):
            return trimmed(self.doc, first, at)
        return first if has_main_clause(self.doc[first:at]) else trimmed(self.doc, first, limit)

    def _holds(self, source: Source, start: int, end: int) -> bool:
        """A preposition that may mean something else ("pour") needs a person, or a quotation in the sentence."""
        if source.needs == "nothing":
            return True
        said = self.doc[start:end]
        if any(token.text in OPENING for token in said):
            return source.speaker.kind == "name" or not any(says_that(token) for token in said)
        if source.speaker.kind == "noun":
            return False
        if said[0].lower_ in _IMPERSONAL:
            return True
        if any(is_conditional(token) for token in said):
            return True
        return any(token.ent_type_ == "PER" for token in self.doc[source.last : source.end])

    def _after_source(self, i: int, limit: int) -> int:
        """Return the token after the comma that closes the source and its appositions, which hold no verb."""
        commas = [j for j in range(i, min(limit, i + _MAX_APPOSITION)) if self.doc[j].text == ","]
        for j, following in pairwise([*commas, limit]):
            chunk = self.doc[j + 1 : following]
            if len(chunk) and has_finite_verb(chunk) and chunk[0].lower_ not in {"qui", "dont", "où"}:
                return j + 1
        return commas[-1] + 1 if commas else i
