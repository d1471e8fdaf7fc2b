"""Reported speech: "X affirme que …", "X dit vouloir …", "selon X, …", and sentences closed by ", explique X"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from spacy.tokens import Token

from factuel.annotation.quotations.cues import VerbCue, inverted_cue, plain, verb_cue
from factuel.annotation.quotations.layout import Layout
from factuel.annotation.quotations.lexicon import words
from factuel.annotation.quotations.sources import source_at
from factuel.annotation.quotations.speakers import speaker_after, subject_of
from factuel.annotation.quotations.value import Cue, QuotationValue, Speaker
from factuel.records import QuotationStyle

_THAT: Final = frozenset({"que", "qu'"})
_TO: Final = frozenset({"de", "d'", "à"})
_MAX_BETWEEN: Final = 14
_QUOTE_MARKS: Final = frozenset("«“\"")


class IndirectReader:
    """Reads reported speech, clause by clause."""

    def __init__(self, layout: Layout) -> None:
        self.layout, self.doc = layout, layout.doc

    def read(self) -> Iterator[QuotationValue]:
        """Yield the quotations in order of their cues."""
        for token in self.doc:
            if token.pos_ in {"VERB", "AUX", "NOUN", "ADJ"}:
                yield from self._clause(token)
            if token.text == ",":
                yield from self._closed(token)
            yield from self._sourced(token)

    # -- que, infinitives -------------------------------------------------------------------------------------------

    def _clause(self, token: Token) -> Iterator[QuotationValue]:
        if token.pos_ not in {"VERB", "AUX"}:
            return
        cue = verb_cue(token)
        if cue is None:
            return
        start = self._clause_start(token, cue)
        if start is None:
            return
        speaker = subject_of(token)
        if speaker is None:
            return
        value = self._value(start, self._clause_end(token, start), cue, speaker)
        if value is not None:
            yield value

    def _clause_start(self, token: Token, cue: VerbCue) -> int | None:
        """Return the first token of what is said, after "que" or at the infinitive."""
        if "que" in cue.takes and (start := self._that(token)) is not None:
            return start
        if "infinitive" in cue.takes and (start := self._bare_infinitive(token)) is not None:
            return start
        if cue.takes & {"object", "de"}:
            return self._infinitive_with(token)
        return None

    def _limit(self, token: Token) -> int:
        return self.layout.token_from(self.layout.sentence(token.idx)[1])

    def _that(self, token: Token) -> int | None:
        limit = min(self._limit(token), token.i + _MAX_BETWEEN)
        for i in range(token.i + 1, limit):
            word = self.doc[i]
            if plain(word) in _THAT:
                return i + 1 if word.pos_ == "SCONJ" or word.dep_ == "mark" or i == token.i + 1 else None
            if word.pos_ in {"VERB", "AUX"} or word.text in {":", ";", "(", "«"}:
                return None
        return None

    def _bare_infinitive(self, token: Token) -> int | None:
        limit = min(self._limit(token), token.i + 6)
        i = token.i + 1
        while i < limit and (self.doc[i].pos_ in {"ADV", "PUNCT"} or plain(self.doc[i]) in words("time")):
            if plain(self.doc[i]) in {"ne", "n'"}:
                break
            i += 1
        start = i
        while i < limit and (self.doc[i].pos_ in {"ADV", "PRON"}):
            i += 1
        return start if i < limit and _is_infinitive(self.doc[i]) else None

    def _infinitive_with(self, token: Token) -> int | None:
        limit = min(self._limit(token), token.i + _MAX_BETWEEN)
        for i in range(token.i + 1, limit - 1):
            word = self.doc[i]
            if plain(word) in _TO:
                j = i + 1
                while j < limit and self.doc[j].pos_ in {"ADV", "PRON"}:
                    j += 1
                if j < limit and _is_infinitive(self.doc[j]):
                    return i + 1
            elif word.pos_ in {"VERB", "AUX", "SCONJ"} or word.text in {":", ";"}:
                return None
        return None

    def _clause_end(self, token: Token, start: int) -> int:
        """Return the token after the clause: the end of its subtree, or of the sentence when little is left."""
        limit = self._limit(token)
        head = next((t for t in token.subtree if t.i >= start and t.head.i < start), None)
        end = limit
        if head is not None:
            end = min(limit, max(t.i for t in head.subtree if t.i < limit) + 1)
        if limit - end <= 2:
            end = limit
        return self._trimmed(start, end)

    def _trimmed(self, start: int, end: int) -> int:
        while end > start and self.doc[end - 1].text in {".", ",", ";", ":", "!", "?", "…", "...", "»", "”", '"', "«"}:
            if self.doc[end - 1].text in {"»", "”", '"'} and any(t.text in _QUOTE_MARKS for t in self.doc[start : end - 1]):
                break
            end -= 1
        return end

    def _value(self, start: int, end: int, cue: VerbCue, speaker: Speaker) -> QuotationValue | None:
        while start < end and self.doc[start].is_punct:
            start += 1
        if end - start < 2:
            return None
        words_said = self.doc[start:end]
        said = self.doc[cue.first : cue.last]
        return QuotationValue(
            words_said.start_char, words_said.end_char, _style(words_said), Cue(said.start_char, said.end_char), speaker
        )

    # -- closed by a cue --------------------------------------------------------------------------------------------

    def _closed(self, comma: Token) -> Iterator[QuotationValue]:
        """A sentence and then ", explique X": the quotation is that sentence up to the comma."""
        limit = self._limit(comma)
        if comma.i + 1 >= limit:
            return
        cue = inverted_cue(self.doc, comma.i + 1, limit)
        if cue is None or _has_subject_before(self.doc[cue.main]):
            return
        speaker = self._closing_speaker(cue, limit)
        if speaker is None and cue.clitic is None:
            return
        first = self.layout.token_from(self.layout.sentence(comma.idx)[0])
        before = self.doc[first : comma.i]
        end = comma.i
        if not _has_finite_verb(before):
            end = self._trimmed(first, limit)
            if cue.clitic is None and not self._interrupts(speaker, end):
                return
        said = self.doc[first:end]
        if _has_finite_verb(said):
            span = self.doc[cue.first : cue.last]
            yield QuotationValue(said.start_char, said.end_char, _style(said), Cue(span.start_char, span.end_char), speaker)

    def _interrupts(self, speaker: Speaker | None, end: int) -> bool:
        if speaker is None:
            return False
        i = self.layout.token_from(speaker.end)
        return i < end and self.doc[i].text == "," and i + 1 < end

    def _closing_speaker(self, cue: VerbCue, limit: int) -> Speaker | None:
        if cue.clitic is None:
            return speaker_after(self.doc, cue.last, limit)
        token = self.doc[cue.clitic]
        if plain(token) in words("opaque"):
            return None
        return Speaker(token.idx + len(token) - len(plain(token)), token.idx + len(token), "pronoun")

    # -- selon ------------------------------------------------------------------------------------------------------

    def _sourced(self, token: Token) -> Iterator[QuotationValue]:
        """ "Selon X, …" and "…, selon X": the quotation is the rest of the sentence."""
        limit = self._limit(token)
        source = source_at(self.doc, token.i, limit)
        if source is None or source.needs == "after":
            return
        first = self.layout.token_from(self.layout.sentence(token.idx)[0])
        opening = self.doc[first : token.i]
        if len(opening) <= 2 and not any(word.pos_ in {"VERB", "NOUN"} for word in opening):
            start = self._after_source(source.end, limit)
            end = self._trimmed(start, limit)
        elif source.needs == "nothing" and self.doc[token.i - 1].text in {",", "»", '"', "”"}:
            start, end = first, self._trimmed(first, token.i)
        else:
            return
        said = self.doc[start:end]
        if _has_finite_verb(said) and (source.needs == "nothing" or _personal(source.speaker)):
            cue = self.doc[source.first : source.last]
            yield QuotationValue(said.start_char, said.end_char, _style(said), Cue(cue.start_char, cue.end_char), source.speaker)

    def _after_source(self, i: int, limit: int) -> int:
        """Return the token after the comma that closes the source and its appositions."""
        start = i
        for j in range(i, min(limit, i + 25)):
            if self.doc[j].text == ",":
                start = j + 1
                rest = self.doc[start : min(limit, start + 12)]
                if rest and (rest[0].pos_ in {"PRON", "DET"} or rest[0].text in _QUOTE_MARKS):
                    return start
        return start


def _personal(speaker: Speaker) -> bool:
    return speaker.kind == "name"


def _is_infinitive(token: Token) -> bool:
    return token.pos_ in {"VERB", "AUX"} and token.morph.get("VerbForm") == ["Inf"]


def _has_finite_verb(tokens) -> bool:  # type: ignore[no-untyped-def]
    return any(token.pos_ in {"VERB", "AUX"} and token.morph.get("VerbForm") == ["Fin"] for token in tokens)


def _has_subject_before(verb: Token) -> bool:
    return any(child.dep_ in {"nsubj", "nsubj:pass"} and plain(child) not in {"m'", "s'", "l'"} for child in verb.lefts)


def _style(said) -> QuotationStyle:  # type: ignore[no-untyped-def]
    return "mixed" if any(token.text in _QUOTE_MARKS for token in said) else "indirect"
