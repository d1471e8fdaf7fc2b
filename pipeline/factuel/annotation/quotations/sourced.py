"""Unquoted sentences whose source is named: "selon X, …", "…, d'après X", "comme le rappelle X, …"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from spacy.tokens import Span, Token

from factuel.annotation.quotations.appositions import name_at
from factuel.annotation.quotations.clause_ends import before_identification
from factuel.annotation.quotations.clause_kinds import has_main_clause, says_that
from factuel.annotation.quotations.closings import clause_bounds
from factuel.annotation.quotations.cues import inverted_cue, verb_cue
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
from factuel.annotation.quotations.lexicon import connectors, person_nouns, words
from factuel.annotation.quotations.phrases import CLITICS, phrase_ending, speaker_of
from factuel.annotation.quotations.reading import CLOSING, OPENING, said_between, trimmed
from factuel.annotation.quotations.sources import DEMONSTRATIVE, Source, may_begin_source, source_at
from factuel.annotation.quotations.speakers import can_speak
from factuel.annotation.quotations.value import QuotationValue

_MAX_APPOSITION: Final = 45
_SHORT_OPENING: Final = 2
_IMPERSONAL: Final = frozenset({"il", "c'", "c’", "ce"})
_RELATIVE_SOURCES: Final = frozenset({"selon", "pour"})
_RELATIVE: Final = frozenset({"que", "qu'", "qui", "dont"})
_SINGULAR: Final = frozenset({"le", "la", "l'"})
_OPENERS: Final = frozenset({"ADV", "CCONJ", "PUNCT", "SPACE", "INTJ", "SCONJ"})


class SourceReader:
    """Reads the sentences whose source a preposition, "comme" or a relative names."""

    def __init__(self, layout: Layout) -> None:
        self.layout, self.doc = layout, layout.doc

    def read(self) -> Iterator[QuotationValue]:
        """Yield the quotations in order of their sources."""
        for token in self.doc:
            value: QuotationValue | None = None
            if plain(token) == "comme":
                value = self._as_said(token)
            elif may_begin_source(token):
                value = self._relative(token) or self._sourced(token)
            if value is not None:
                yield value

    def _sourced(self, token: Token) -> QuotationValue | None:
        """ "Selon X, …" and "…, selon X": the quotation is the rest of the sentence."""
        limit = self.layout.sentence_limit(token)
        source = source_at(self.doc, token.i, limit)
        if source is None or source.needs == "after":
            return None
        first, _ = clause_bounds(self.layout, token)
        opening = self.doc[first : token.i]
        if len(opening) <= _SHORT_OPENING and all(self._may_open(word) for word in opening):
            start = self._after_source(source.end, limit)
            if start + 1 < limit and plain(self.doc[start]) == "on" and verb_cue(self.doc[start + 1]) is not None:
                return None
            end = before_identification(self.doc, start, self._before_comment(start, limit))
            end = trimmed(self.doc, start, end)
        elif source.needs == "nothing" and self.doc[token.i - 1].text in {",", *CLOSING}:
            start, end = first, self._before_source(source, first, token.i, limit)
        else:
            return None
        if not has_finite_verb(self.doc[start:end]) or not self._holds(source, start, end):
            return None
        return said_between(self.doc, start, end, source.first, source.last, source.speaker)

    def _may_open(self, word: Token) -> bool:
        """May the word stand before a source at the head of a sentence: "Mais selon X", "Toujours d'après Y"?"""
        return word.pos_ in _OPENERS or bool(connectors().fullmatch(word.lower_ + " "))

    def _as_said(self, token: Token) -> QuotationValue | None:
        """ "Comme le rappelle X, …": the quotation is the rest of the sentence."""
        first, limit = clause_bounds(self.layout, token)
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
        at = name is not None and name.label_ == "ORG" and name.start > 0 and plain(self.doc[name.start - 1]) == "chez"
        person = (at or (name is not None and name.label_ == "PER")) and plain(self.doc[token.i + 1]) == "qui"
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
        if goes_on and is_verbal(self.doc[at - 2]) and self._opens_amount(source.end + 1):
            return trimmed(self.doc, first, limit)
        if goes_on and self.doc[at - 2].pos_ == "AUX" and is_participle(self.doc[source.end + 1]):
            return trimmed(self.doc, first, limit)
        if not goes_on or not has_finite_verb(self.doc[source.end : limit]):
            return trimmed(self.doc, first, at)
        return first if has_main_clause(self.doc[first:at]) else trimmed(self.doc, first, limit)

    def _opens_amount(self, i: int) -> bool:
        """Does the object of the verb before the source begin at token `i`: "6 % de", "une somme", "plus de 700"?"""
        if self.doc[i].pos_ in {"NUM", "DET"}:
            return True
        return plain(self.doc[i]) in words("bound") and any(word.like_num for word in self.doc[i + 1 : i + 4])

    def _holds(self, source: Source, start: int, end: int) -> bool:
        """A preposition that may mean something else ("pour") needs a person, or a quotation in the sentence."""
        if source.needs == "nothing":
            return True
        said = self.doc[start:end]
        if source.speaker.kind == "pronoun":
            return any(token.text in OPENING for token in said)
        if any(token.text in OPENING for token in said):
            return source.speaker.kind == "name" or not any(says_that(token) for token in said)
        first = plain(self.doc[source.last])
        if source.speaker.kind == "noun" and plain(self.doc[source.last + 1]) in words("ordinal"):
            return False
        if source.speaker.kind == "noun":
            one = first in DEMONSTRATIVE or (first in _SINGULAR and said[0].lower_ in _IMPERSONAL)
            return one and plain(self.doc[source.last + 1]) in person_nouns()
        if said[0].lower_ in _IMPERSONAL:
            return True
        if any(is_conditional(token) for token in said):
            return True
        return any(token.ent_type_ == "PER" for token in self.doc[source.last : source.end])

    def _after_source(self, i: int, limit: int) -> int:
        """Return the token after the comma that closes the source and its appositions, which hold no verb."""
        commas = [j for j in range(i, min(limit, i + _MAX_APPOSITION)) if self.doc[j].text == ","]
        starts: list[int] = []
        for j, following in pairwise([*commas, limit]):
            chunk = self.doc[j + 1 : following]
            if len(chunk) and has_finite_verb(chunk) and chunk[0].lower_ not in {"qui", "dont", "où"}:
                return self._subject_start(starts) if self._begins_with_verb(chunk) and starts else j + 1
            if len(chunk) and chunk[0].lower_ not in {"qui", "dont", "où"}:
                starts.append(j + 1)
        return commas[-1] + 1 if commas else i

    def _begins_with_verb(self, chunk: Span) -> bool:
        """Is the subject elsewhere: "se distingue par sa vitesse", "n'a pas cédé"?"""
        first = next((token for token in chunk if plain(token) not in CLITICS and token.pos_ != "ADV"), chunk[0])
        return is_finite(first)

    def _subject_start(self, starts: list[int]) -> int:
        """Return where the subject begins among phrases that commas set apart: the last that has a determiner, a name
        or a pronoun, but for a person's name in apposition."""
        opening = [i for i in starts if self.doc[i].pos_ in {"DET", "PROPN", "PRON"} or self.doc[i].ent_type_]
        if not opening:
            return starts[-1]
        if len(opening) > 1 and self.doc[opening[-1]].ent_type_ in {"PER", "LOC"}:
            return opening[-2]
        return opening[-1]
