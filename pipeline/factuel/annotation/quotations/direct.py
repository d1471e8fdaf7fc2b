"""Quotations between marks: their cue and speaker after, inside or before the words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from factuel.annotation.quotations.closings import inverted_speaker
from factuel.annotation.quotations.cues import inverted_cue, is_said, plain, verb_cue
from factuel.annotation.quotations.layout import Layout
from factuel.annotation.quotations.lexicon import words
from factuel.annotation.quotations.marks import Marked
from factuel.annotation.quotations.reading import cue_of, has_finite_verb
from factuel.annotation.quotations.sources import source_at
from factuel.annotation.quotations.speakers import can_speak, noun_phrase, speaker_after, subject_of
from factuel.annotation.quotations.value import Cue, QuotationValue, Speaker

_COLON: Final = re.compile(r":[\s\u00a0\u202f]*$")
_SKIPPED_AFTER: Final = frozenset(", . ! ? … ... – — - )".split())
_MIN_WORDS_ALONE: Final = 4
_MIN_WORDS_PHRASE: Final = 3
_MAX_COMPLEMENT: Final = 6


class DirectReader:
    """Reads the quotation that each marked stretch is, if it is one."""

    def __init__(self, layout: Layout, marked: list[Marked]) -> None:
        self.layout, self.doc, self.marked = layout, layout.doc, marked

    def read(self) -> Iterator[QuotationValue]:
        """Yield the quotations, in order of their marks; those without a speaker have none named beside them."""
        for index, mark in enumerate(self.marked):
            value = self._after(index, mark) or self._inside(mark) or self._before(mark) or self._alone(mark)
            if value is not None:
                yield value

    def _after(self, index: int, mark: Marked) -> QuotationValue | None:
        """« … », explique X; also when the sentence holds words before the marks: style mixed."""
        if not mark.closed:
            return None
        limit = self._limit_after(index, mark)
        i = self.layout.token_from(mark.close)
        comma = self.doc.text[mark.start : mark.close].rstrip("»”\" \u00a0\u202f").endswith((",", "!", "?", "…"))
        while i < limit and self.doc[i].text in _SKIPPED_AFTER | {":"}:
            comma = comma or self.doc[i].text != ":"
            i += 1
        start, alone = self._start(mark)
        found = self._cue_after(i, limit) if i < limit else None
        if found is None:
            return self._commented(i, limit, mark) if alone else None
        cue, speaker = found
        if not (comma or alone or (speaker is not None and speaker.kind == "pronoun")):
            return None
        return QuotationValue(start, mark.end, "direct" if alone else "mixed", cue, speaker)

    def _commented(self, i: int, limit: int, mark: Marked) -> QuotationValue | None:
        """« … » : le substitut a requis la sévérité. The speaker is the subject of what follows the colon."""
        if i >= limit or self.doc[i - 1].text != ":" or not self._sentence_like(mark):
            return None
        speaker = speaker_after(self.doc, i, min(limit, i + 1 + _MAX_COMPLEMENT))
        if speaker is None or not can_speak(self.doc, speaker):
            return None
        return QuotationValue(mark.start, mark.end, "direct", None, speaker)

    def _limit_after(self, index: int, mark: Marked) -> int:
        _, end = self.layout.sentence(max(mark.open, mark.close - 1))
        i = self.layout.token_from(mark.close)
        if i < len(self.doc):
            _, end = self.layout.sentence(self.doc[i].idx)
        following = self.marked[index + 1].open if index + 1 < len(self.marked) else len(self.doc.text)
        return self.layout.token_from(min(end, following))

    def _cue_after(self, i: int, limit: int) -> tuple[Cue, Speaker | None] | None:
        cue = inverted_cue(self.doc, i, limit)
        if cue is not None:
            speaker = inverted_speaker(self.layout, cue, limit)
            return (cue_of(self.doc, cue.first, cue.last), speaker) if speaker or cue.clitic is not None else None
        source = source_at(self.doc, i, limit)
        return (cue_of(self.doc, source.first, source.last), source.speaker) if source and source.needs != "person" else None

    def _start(self, mark: Marked) -> tuple[int, bool]:
        """Return where the quotation begins, and whether its marks hold all of it (connectors aside)."""
        start, _ = self.layout.sentence(mark.open)
        before = self.doc.text[start : mark.open]
        colon = _COLON.search(before)
        if colon or not _substance(before):
            return mark.start, True
        return start + _connector_length(before), False

    def _inside(self, mark: Marked) -> QuotationValue | None:
        """« Le marché, souligne-t-elle, est porteur »: the cue stays inside the quotation."""
        last = self.layout.token_from(mark.end)
        for i in range(self.layout.token_from(mark.start) + 1, last):
            if self.doc[i - 1].text not in {",", "!", "?", "…", ".", "–", "—"}:
                continue
            cue = inverted_cue(self.doc, i, last)
            if cue is None:
                continue
            speaker = inverted_speaker(self.layout, cue, last)
            if cue.clitic is not None or (speaker is not None and self._bounded(speaker, mark)):
                return QuotationValue(mark.start, mark.end, "direct", cue_of(self.doc, cue.first, cue.last), speaker)
        return None

    def _bounded(self, speaker: Speaker, mark: Marked) -> bool:
        """Is the speaker followed by a stop, as in an interruption?"""
        rest = self.doc.text[speaker.end : mark.close].lstrip()
        return not rest or rest[0] in ",.;!?»”\"…–—"

    def _before(self, mark: Marked) -> QuotationValue | None:
        """X explique : « … »; selon X, « … »; X dénonce « une décision … »."""
        start, _ = self.layout.sentence(mark.open)
        before = self.doc.text[start : mark.open]
        colon = _COLON.search(before)
        if colon is None and not before.strip() and start and self._paragraph_opens(mark):
            start, before = self._introduction(mark)
            colon = _COLON.search(before)
        first, last = self.layout.token_from(start), self.layout.token_from(mark.open)
        if colon and before.strip() != ":":
            return self._announced(first, last, mark)
        return self._phrase(first, last, mark)

    def _paragraph_opens(self, mark: Marked) -> bool:
        return not self.doc.text[self.layout.paragraph(mark.open)[0] : mark.open].strip()

    def _introduction(self, mark: Marked) -> tuple[int, str]:
        """Return the last sentence of the paragraph before the one that the marks open."""
        text = self.doc.text
        end = self.layout.paragraph(mark.open)[0]
        while end > 0 and text[end - 1].isspace():
            end -= 1
        start, _ = self.layout.sentence(max(0, end - 1))
        return start, text[start:end]

    def _announced(self, first: int, last: int, mark: Marked) -> QuotationValue | None:
        """The words come after a colon: the speaker is the subject of the sentence that announces them."""
        cue, speaker = None, None
        for i in range(last - 1, first - 1, -1):
            found = verb_cue(self.doc[i]) if self.doc[i].pos_ in {"VERB", "AUX"} else None
            if found and "direct" in found.takes:
                cue, speaker = cue_of(self.doc, found.first, found.last), subject_of(self.doc[i], found.first)
                break
        if speaker is None and cue is None:
            speaker = self._main_subject(first, last)
        if cue is None and not self._sentence_like(mark) and not self._named(mark, speaker):
            return None
        return QuotationValue(mark.start, mark.end, "direct", cue, speaker)

    def _named(self, mark: Marked, speaker: Speaker | None) -> bool:
        """Does a person announce words that begin like a sentence, though they hold no verb: "X rassure : « Rien »"?"""
        if speaker is None or speaker.kind != "name" or self.doc.text[mark.start].islower():
            return False
        return self.doc[self.layout.token_from(speaker.start)].ent_type_ == "PER"

    def _main_subject(self, first: int, last: int) -> Speaker | None:
        """Return the subject of the announcing sentence, or its only phrase: "Paul Roux : « … »"."""
        announced = self.doc[first:last]
        if any(plain(token) in words("title_noun") for token in announced[-4:]):
            return None
        heads = [token.head for token in announced if token.dep_ in {"nsubj", "nsubj:pass"} and token.head.i < last]
        for head in sorted(set(heads), key=lambda token: (token.dep_ != "ROOT", token.i)):
            speaker = subject_of(head)
            if speaker is not None and can_speak(self.doc, speaker):
                return speaker
        return None if has_finite_verb(announced) else speaker_after(self.doc, first, last)

    def _phrase(self, first: int, last: int, mark: Marked) -> QuotationValue | None:
        for i in range(first, last):
            source = source_at(self.doc, i, last)
            if source and source.end <= last and self._leads_to(source.end, last):
                return QuotationValue(mark.start, mark.end, "direct", cue_of(self.doc, source.first, source.last), source.speaker)
            if plain(self.doc[i]) == "comme" and (value := self._as_said(i, last, mark)):
                return value
        return self._verb_in_marks(first, last, mark) or self._object(first, last, mark)

    def _as_said(self, i: int, last: int, mark: Marked) -> QuotationValue | None:
        """Comme disait X, « … »."""
        cue = inverted_cue(self.doc, i, last)
        speaker = inverted_speaker(self.layout, cue, last) if cue else None
        if cue is None or speaker is None or not self._leads_to(self.layout.token_from(speaker.end), last):
            return None
        return QuotationValue(mark.start, mark.end, "direct", cue_of(self.doc, cue.first, cue.last), speaker)

    def _verb_in_marks(self, first: int, last: int, mark: Marked) -> QuotationValue | None:
        """Le syndicat « déplore la méthode »: the subject stands before the marks, the verb in them."""
        i = self.layout.token_from(mark.start)
        verb = self.doc[i]
        if verb.pos_ != "VERB" or verb.morph.get("VerbForm") != ["Fin"] or self._too_short(mark):
            return None
        if has_finite_verb(self.doc[first:last]):
            return None
        speaker = noun_phrase(self.doc, first, last)
        if speaker is None or speaker.end < self.doc[last - 1].idx or not can_speak(self.doc, speaker):
            return None
        return QuotationValue(mark.start, mark.end, "mixed", None, speaker)

    def _too_short(self, mark: Marked) -> bool:
        return _word_count(self.doc.text[mark.start : mark.end]) < _MIN_WORDS_PHRASE

    def _object(self, first: int, last: int, mark: Marked) -> QuotationValue | None:
        """X dénonce « une décision brutale »: the quoted phrase is the object of a verb of saying."""
        if last == first or self._too_short(mark):
            return None
        i = self._verb_before(first, last)
        cue = verb_cue(self.doc[i]) if self.doc[i].pos_ in {"VERB", "AUX"} else None
        if cue is None or not cue.takes & self._phrase_takes(mark) or not is_said(self.doc[i], cue):
            return None
        speaker = subject_of(self.doc[i], cue.first)
        if speaker is None or not can_speak(self.doc, speaker):
            return None
        return QuotationValue(mark.start, mark.end, "mixed", cue_of(self.doc, cue.first, cue.last), speaker)

    def _phrase_takes(self, mark: Marked) -> frozenset[str]:
        """A quoted phrase is the object of some verbs; a quoted sentence stands beside any verb of saying."""
        return frozenset({"phrase"}) if self.doc.text[mark.start].islower() else frozenset({"phrase", "direct"})

    def _verb_before(self, first: int, last: int) -> int:
        """Return the token that governs the marks: over adverbs, "de", and a complement ("sur les réseaux sociaux")."""
        i = last - 1
        while i > first and (self.doc[i].pos_ == "ADV" or self.doc[i].is_space or self.doc[i].text in {",", ":"}):
            i -= 1
        if plain(self.doc[i]) in {"de", "d'", "'"} and i > first:
            return i - 1
        j = i
        while j > first and i - j < _MAX_COMPLEMENT and self.doc[j].pos_ in {"NOUN", "ADJ", "DET", "PROPN", "NUM"}:
            j -= 1
        return j - 1 if j > first and j < i and self.doc[j].pos_ == "ADP" and plain(self.doc[j]) not in {"de", "d'"} else i

    def _leads_to(self, i: int, last: int) -> bool:
        """Does nothing but punctuation, or an apposition between commas, stand between a source and the marks?"""
        rest = self.doc[i:last]
        if all(token.is_punct or token.is_space for token in rest):
            return True
        return rest[0].text == "," and rest[-1].text == "," and not has_finite_verb(rest)

    def _alone(self, mark: Marked) -> QuotationValue | None:
        """A sentence between marks that stands by itself; its speaker is to be inherited."""
        _, alone = self._start(mark)
        if not alone or not self._sentence_like(mark):
            return None
        rest = self.doc.text[mark.close : self.layout.sentence(max(mark.open, mark.close - 1))[1]].strip()
        if rest.strip(" .,;:!?…»\"”)"):
            return None
        return QuotationValue(mark.start, mark.end, "direct")

    def _sentence_like(self, mark: Marked) -> bool:
        text = self.doc.text[mark.start : mark.end]
        tokens = self.doc[self.layout.token_from(mark.start) : self.layout.token_from(mark.end)]
        verbal = any(token.pos_ in {"VERB", "AUX"} and token.morph.get("VerbForm") == ["Fin"] for token in tokens)
        return not text[0].islower() and verbal and _word_count(text) >= _MIN_WORDS_ALONE


def _substance(before: str) -> bool:
    """Do the words before the marks belong to the sentence that is quoted?"""
    return bool(before[_connector_length(before) :].strip(" \u00a0\u202f\n–—-:,"))


def _connector_length(before: str) -> int:
    """Return the length of the connector that opens the sentence ("Mais ", "En outre, "), 0 without one."""
    low = before.lower().replace("’", "'")
    for connector in sorted(words("connector"), key=len, reverse=True):
        found = re.match(rf"{re.escape(connector)}(?:\s*,)?\s+", low)
        if found:
            return found.end()
    return 0


def _word_count(text: str) -> int:
    return len(re.findall(r"\w+", text))
