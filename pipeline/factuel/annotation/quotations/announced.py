"""Quotations between marks that the words before them announce: "X explique : « … »", "selon X, « … »"."""

from __future__ import annotations

from typing import Final

from factuel.annotation.quotations.clause_kinds import has_subject_before
from factuel.annotation.quotations.cues import VerbCue, inverted_cue, verb_cue
from factuel.annotation.quotations.forms import has_finite_verb, is_finite, is_infinitive, plain
from factuel.annotation.quotations.inversions import inverted_speaker
from factuel.annotation.quotations.layout import Layout
from factuel.annotation.quotations.lexicon import words
from factuel.annotation.quotations.marks import Marked
from factuel.annotation.quotations.nouns import announcing_noun
from factuel.annotation.quotations.objects import ObjectReader
from factuel.annotation.quotations.phrases import CLITICS, NOMINAL, noun_phrase, phrase_ending
from factuel.annotation.quotations.reading import cue_of
from factuel.annotation.quotations.saying import is_cue_verb
from factuel.annotation.quotations.sources import source_at
from factuel.annotation.quotations.speakers import can_speak, last_named, speaker_after
from factuel.annotation.quotations.subjects import phrase_that_speaks, subject_of
from factuel.annotation.quotations.value import QuotationValue, Speaker
from factuel.annotation.quotations.wording import COLON, is_phrase, is_sentence

_NEAR: Final = 4
_COORDINATORS: Final = frozenset({"mais", "et", "or", "car", "donc"})
_FARTHEST: Final = 60
"""Tokens looked at before the marks."""


class AnnouncedReader:
    """Reads what stands before marks."""

    def __init__(self, layout: Layout) -> None:
        self.layout, self.doc = layout, layout.doc
        self.objects = ObjectReader(layout)

    def read(self, mark: Marked) -> QuotationValue | None:
        """X explique : « … »; selon X, « … »; X dénonce « une décision … »."""
        start, _ = self.layout.sentence(mark.open)
        before = self.layout.text[start : mark.open]
        colon = COLON.search(before)
        if colon is None and not before.strip() and start and self._paragraph_opens(mark):
            start, before = self._introduction(mark)
            colon = COLON.search(before)
        last = self.layout.token_from(mark.open)
        first = max(self.layout.token_from(start), last - _FARTHEST)
        if colon and before.strip() != ":":
            return self._announced(first, last, mark)
        return self._phrase(first, last, mark)

    def _paragraph_opens(self, mark: Marked) -> bool:
        return not self.layout.text[self.layout.paragraph(mark.open)[0] : mark.open].strip()

    def _introduction(self, mark: Marked) -> tuple[int, str]:
        """Return the last sentence of the paragraph before the one that the marks open."""
        text = self.layout.text
        end = self.layout.paragraph(mark.open)[0]
        while end > 0 and text[end - 1].isspace():
            end -= 1
        start, _ = self.layout.sentence(max(0, end - 1))
        return start, text[start:end]

    def _announced(self, first: int, last: int, mark: Marked) -> QuotationValue | None:
        """The words come after a colon: the speaker is the subject of the sentence that announces them."""
        if any(plain(token) in words("title_noun") for token in self.doc[max(first, last - _NEAR) : last]):
            return None
        cue, speaker = None, None
        for i in range(last - 1, first - 1, -1):
            found = verb_cue(self.doc[i]) if is_cue_verb(self.doc[i]) else None
            if found and "direct" in found.takes:
                cue = cue_of(self.doc, found.first, found.last)
                speaker = self._after_comma(found, last) or subject_of(self.doc[i], found.first, first)
                if speaker is not None and speaker.kind == "noun" and not can_speak(self.doc, speaker):
                    cue, speaker = (None if is_infinitive(self.doc[i]) else cue), None
                break
        if speaker is None and (noun := announcing_noun(self.doc, first, last)) is not None:
            cue, speaker = cue_of(self.doc, noun[0], noun[0] + 1), noun[1]
        if speaker is None:
            speaker = self._main_subject(first, last)
        if cue is None and not is_sentence(self.layout, mark) and not self._named(mark, speaker):
            return None
        return QuotationValue(mark.start, mark.end, "direct", cue, speaker)

    def _after_comma(self, cue: VerbCue, last: int) -> Speaker | None:
        """Return the subject after the verb of "Faux, répond Marie Dupuis : « … »", "comme le dit X : « … »"."""
        at = cue.first - 1
        while at > 0 and plain(self.doc[at]) in CLITICS:
            at -= 1
        likened = at >= 0 and plain(self.doc[at]) == "comme"
        if at < 0 or not (likened or self.doc[at].text == ",") or has_subject_before(self.doc[cue.main]):
            return None
        inverted = inverted_cue(self.doc, cue.first, last)
        speaker = inverted_speaker(self.layout, inverted, last) if inverted is not None else None
        return speaker if speaker is not None and can_speak(self.doc, speaker) else None

    def _named(self, mark: Marked, speaker: Speaker | None) -> bool:
        """Does a person announce words that begin like a sentence, though they hold no verb: "X rassure : « Rien »"?"""
        if speaker is None or speaker.kind != "name" or self.layout.text[mark.start].islower():
            return False
        return self.doc[self.layout.token_from(speaker.start)].ent_type_ == "PER"

    def _main_subject(self, first: int, last: int) -> Speaker | None:
        """Return the subject of the announcing sentence, or its only phrase: "Paul Roux : « … »"."""
        announced = self.doc[first:last]
        heads = [token.head for token in announced if token.dep_ in {"nsubj", "nsubj:pass"} and token.head.i < last]
        for head in sorted(set(heads), key=lambda token: (token.dep_ != "ROOT", token.i)):
            speaker = subject_of(head)
            if speaker is not None and can_speak(self.doc, speaker):
                return speaker
        only = None if has_finite_verb(announced) else speaker_after(self.doc, first, last)
        if only is not None and (only.kind == "name" or can_speak(self.doc, only)):
            return only
        return last_named(self.doc, first, last) or only or phrase_that_speaks(self.doc, first, last)

    def _phrase(self, first: int, last: int, mark: Marked) -> QuotationValue | None:
        for i in range(first, last):
            source = source_at(self.doc, i, last)
            if source and source.end <= last and self._leads_to(source.end, last):
                return QuotationValue(
                    mark.start, mark.end, "direct", cue_of(self.doc, source.first, source.last), source.speaker
                )
            if plain(self.doc[i]) == "comme" and (value := self._as_said(i, last, mark)):
                return value
        if self.layout.token_from(mark.start) == len(self.doc):  # one token from before the marks to the text's end
            return None
        return (
            self._interjected(first, last, mark)
            or self._verb_in_marks(first, last, mark)
            or self.objects.read(first, last, mark)
        )

    def _interjected(self, first: int, last: int, mark: Marked) -> QuotationValue | None:
        """Mais, dit-elle, « … »; …, mais, assure X, « … »: a connector and a verb of saying alone before the marks."""
        for comma in range(last - 1, first, -1):
            if self.doc[comma].text != "," or not self._opens_clause(first, comma):
                continue
            cue = inverted_cue(self.doc, comma + 1, last)
            speaker = inverted_speaker(self.layout, cue, last) if cue is not None else None
            if cue is None or (cue.clitic is None and (speaker is None or not can_speak(self.doc, speaker))):
                continue
            after = cue.last if cue.clitic is not None or not speaker else self.layout.token_from(speaker.end)
            if self._leads_to(after, last):
                return QuotationValue(mark.start, mark.end, "direct", cue_of(self.doc, cue.first, cue.last), speaker)
        return None

    def _opens_clause(self, first: int, comma: int) -> bool:
        """Do the words before the comma open a clause without being of it: "Mais,", "…, et surtout,"?"""
        if plain(self.doc[comma - 1]) in _COORDINATORS:
            return True
        if comma - first > _NEAR:
            return False
        return not any(
            token.pos_ in NOMINAL or token.pos_ in {"VERB", "AUX", "PRON"} for token in self.doc[first:comma]
        )

    def _as_said(self, i: int, last: int, mark: Marked) -> QuotationValue | None:
        """Comme disait X, « … »."""
        cue = inverted_cue(self.doc, i, last)
        speaker = inverted_speaker(self.layout, cue, last) if cue else None
        if cue is None or speaker is None or not self._leads_to(self.layout.token_from(speaker.end), last):
            return None
        return QuotationValue(mark.start, mark.end, "direct", cue_of(self.doc, cue.first, cue.last), speaker)

    def _verb_in_marks(self, first: int, last: int, mark: Marked) -> QuotationValue | None:
        """Le syndicat « déplore la méthode », X, qui « n'en veut pas »: the subject stands before the marks."""
        i = self.layout.token_from(mark.start)
        while i + 1 < len(self.doc) and (plain(self.doc[i]) in CLITICS):
            i += 1
        if not is_finite(self.doc[i]) or not is_phrase(self.layout, mark):
            return None
        if last - first > 2 and plain(self.doc[last - 1]) == "qui":
            named = phrase_ending(self.doc, last - 1)
            said = named is not None and can_speak(self.doc, named)
            return QuotationValue(mark.start, mark.end, "mixed", None, named) if said else None
        if has_finite_verb(self.doc[first:last]):
            return None
        speaker = noun_phrase(self.doc, first, last)
        if speaker is None or speaker.end < self.doc[last - 1].idx or not can_speak(self.doc, speaker):
            return None
        return QuotationValue(mark.start, mark.end, "mixed", None, speaker)

    def _leads_to(self, i: int, last: int) -> bool:
        """Does nothing but punctuation, or an apposition between commas, stand between a source and the marks?"""
        rest = self.doc[i:last]
        if all(token.is_punct or token.is_space for token in rest):
            return True
        return rest[0].text == "," and rest[-1].text == "," and not has_finite_verb(rest)
