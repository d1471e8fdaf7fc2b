"""Quotations between marks whose cue stands after or inside the words, or that stand by themselves."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from factuel.annotation.quotations.announced import AnnouncedReader
from factuel.annotation.quotations.clause_kinds import has_subject_before
from factuel.annotation.quotations.cues import bare_inversion, inverted_cue
from factuel.annotation.quotations.forms import is_finite, is_verbal, plain
from factuel.annotation.quotations.inversions import inverted_speaker
from factuel.annotation.quotations.layout import Layout
from factuel.annotation.quotations.lexicon import words
from factuel.annotation.quotations.marks import Marked
from factuel.annotation.quotations.phrases import CLITICS
from factuel.annotation.quotations.reading import cue_of
from factuel.annotation.quotations.sources import source_at
from factuel.annotation.quotations.speakers import can_speak, last_named, speaker_after
from factuel.annotation.quotations.value import Cue, QuotationValue, Speaker
from factuel.annotation.quotations.wording import announces, is_phrase, is_sentence, quotation_start

_SKIPPED_AFTER: Final = frozenset({",", ".", "!", "?", "…", "...", "–", "—", "-", ")", ":"})
_INTERRUPTERS: Final = frozenset({",", "!", "?", "…", ".", "–", "—"})
_PLURAL: Final = frozenset({"les", "des", "ces", "ses", "leurs", "plusieurs", "tous", "toutes"})
_MAX_SUBJECT: Final = 7
_LONGEST_INTERRUPTION: Final = 160


class DirectReader:
    """Reads the quotation that each marked stretch is, if it is one."""

    def __init__(self, layout: Layout, marked: list[Marked]) -> None:
        self.layout, self.doc, self.marked = layout, layout.doc, marked
        self.announced = AnnouncedReader(layout)

    def read(self) -> Iterator[QuotationValue]:
        """Yield the quotations, in order of their marks; those without a speaker have none named beside them."""
        previous: QuotationValue | None = None
        for index, mark in enumerate(self.marked):
            if previous is not None and self._goes_on(previous, mark) and not self._is_cued(previous, index, mark):
                previous = replace(previous, end=mark.end)
                continue
            if previous is not None:
                yield previous
            previous = self._after(index, mark) or self._inside(mark) or self.announced.read(mark) or self._alone(mark)
        if previous is not None:
            yield previous

    def _is_cued(self, previous: QuotationValue, index: int, mark: Marked) -> bool:
        """Do the marks open a sentence that has a cue of its own: « A, » dit X. « B », ajoute-t-il?"""
        assert previous.cue is not None
        new = "." in self.layout.text[previous.cue.end : mark.open]
        return new and self._after(index, mark) is not None

    def _goes_on(self, previous: QuotationValue, mark: Marked) -> bool:
        """Is it one quotation around a cue: « A », explique X, « suite »; or « A, » explique X. « Suite »?

        A comma inside the marks says that the quoted sentence is not over.
        """
        text, cue = self.layout.text, previous.cue
        if cue is None or previous.style != "direct" or not previous.end <= cue.start < mark.open:
            return False
        between = text[cue.end : mark.open]
        if "\n" in between or previous.speaker is None or len(between) > _LONGEST_INTERRUPTION:
            return False
        words_between = self.doc[self.layout.token_from(cue.end) : self.layout.token_from(mark.open)]
        if any(is_verbal(token) or plain(token) in words("relative_pronoun") for token in words_between):
            return False
        stops = sum(between.count(stop) for stop in ".!?")
        if text[previous.end] == ",":
            return stops <= 1 and between.rstrip().endswith((".", ","))
        return stops == 0 and text[mark.start].islower()

    def _after(self, index: int, mark: Marked) -> QuotationValue | None:
        """« … », explique X; also when the sentence holds words before the marks: style mixed.

        The quotation is then the whole sentence, or what a comma sets apart in marks (", « soit la moitié », dit X").
        """
        if not mark.closed:
            return None
        limit = self._limit_after(index, mark)
        i = self.layout.token_from(mark.close)
        comma = self.layout.text[mark.start : mark.close].rstrip('»”" \u00a0\u202f').endswith((",", "!", "?", "…"))
        while i < limit and self.doc[i].text in _SKIPPED_AFTER:
            comma = comma or self.doc[i].text != ":"
            i += 1
        start, alone = quotation_start(self.layout, mark)
        found = self._cue_after(i, limit) if i < limit else None
        if found is None and alone:
            found = self._any_verb(i, limit, mark)
        if found is None:
            return (self._commented(i, limit, mark) or self._signed(i, limit, mark)) if alone else None
        cue, speaker = found
        if not (comma or alone or (speaker is not None and speaker.kind == "pronoun")):
            return None
        if not alone and speaker is not None and speaker.kind == "noun" and self._is_object(i, speaker):
            return None
        if not comma and speaker is not None and self._is_named(i, cue, speaker):
            return None
        if not alone and self._set_apart(mark):
            start = mark.start
        end = mark.close if start < mark.open else mark.end
        return QuotationValue(start, end, "direct" if alone else "mixed", cue, speaker)

    def _set_apart(self, mark: Marked) -> bool:
        """Does a comma set the marks apart from a sentence that has its verb: "…, « soit la moitié », dit X"?"""
        if not self.layout.text[max(0, mark.open - 8) : mark.open].rstrip().endswith((",", ", mais")):
            return False
        inside = self.doc[self.layout.token_from(mark.start) : self.layout.token_from(mark.end)]
        first = next((token for token in inside if plain(token) not in CLITICS), None)
        return first is None or not is_finite(first)

    def _is_named(self, i: int, cue: Cue, speaker: Speaker) -> bool:
        """Are the marks around the name of who acts: is the noun after the verb plural and the verb not, as in "« Les
        mains du port » appelle les élus à signer"?"""
        verb = next((self.doc[k] for k in range(i, self.layout.token_from(cue.end)) if is_finite(self.doc[k])), None)
        plural = plain(self.doc[self.layout.token_from(speaker.start)]) in _PLURAL
        return plural and verb is not None and "Sing" in verb.morph.get("Number", [])

    def _is_object(self, i: int, speaker: Speaker) -> bool:
        """Is a noun after the verb at token `i` its object: "La CFDT, qui dit craindre « … », réclame une réunion"?"""
        verb = next(
            (self.doc[k] for k in range(i, self.layout.token_from(speaker.start)) if is_verbal(self.doc[k])), None
        )
        return verb is not None and has_subject_before(verb)

    def _any_verb(self, i: int, limit: int, mark: Marked) -> tuple[Cue, Speaker | None] | None:
        """« … », savourait l'entraîneur Paul Roux: any verb, when a person's name or an inverted pronoun follows it."""
        whole = is_sentence(self.layout, mark)
        long = not self.layout.text[mark.start].islower() and is_phrase(self.layout, mark)
        cue = bare_inversion(self.doc, i, limit) if whole or long else None
        if cue is None:
            return None
        speaker = inverted_speaker(self.layout, cue, limit)
        if speaker is None or speaker.kind == "noun" or not (whole or speaker.kind == "name"):
            return None
        if self.layout.token_from(speaker.start) - cue.last > _MAX_SUBJECT:
            return None
        return cue_of(self.doc, cue.first, cue.last), speaker

    def _signed(self, i: int, limit: int, mark: Marked) -> QuotationValue | None:
        """« … » (Paul Roux, maire)."""
        if i + 1 >= limit or self.doc[i].text != "(" or self.doc[i + 1].ent_type_ != "PER":
            return None
        speaker = speaker_after(self.doc, i + 1, limit)
        return QuotationValue(mark.start, mark.end, "direct", None, speaker) if is_sentence(self.layout, mark) else None

    def _commented(self, i: int, limit: int, mark: Marked) -> QuotationValue | None:
        """« … » : le substitut a requis la sévérité. The speaker is the subject of what follows the colon."""
        if i >= limit or self.doc[i - 1].text != ":" or not is_sentence(self.layout, mark):
            return None
        if plain(self.doc[i]) in {"c'", "voilà", "telle", "tel"}:
            named = last_named(self.doc, i, limit)
            return QuotationValue(mark.start, mark.end, "direct", None, named) if named is not None else None
        speaker = speaker_after(self.doc, i, min(limit, i + _MAX_SUBJECT))
        if speaker is None or not can_speak(self.doc, speaker):
            return None
        return QuotationValue(mark.start, mark.end, "direct", None, speaker)

    def _limit_after(self, index: int, mark: Marked) -> int:
        _, end = self.layout.sentence(max(mark.open, mark.close - 1))
        i = self.layout.token_from(mark.close)
        if i < len(self.doc):
            _, end = self.layout.sentence(self.doc[i].idx)
        following = self.marked[index + 1].open if index + 1 < len(self.marked) else len(self.layout.text)
        return self.layout.token_from(min(end, following))

    def _cue_after(self, i: int, limit: int) -> tuple[Cue, Speaker | None] | None:
        cue = inverted_cue(self.doc, i, limit)
        if cue is not None:
            speaker = inverted_speaker(self.layout, cue, limit)
            said = speaker is not None or (cue.clitic is not None and "direct" in cue.takes)
            return (cue_of(self.doc, cue.first, cue.last), speaker) if said else None
        source = source_at(self.doc, i, limit) if not self.doc[i].is_title else None
        if source is None or source.needs == "person":
            return None
        return cue_of(self.doc, source.first, source.last), source.speaker

    def _inside(self, mark: Marked) -> QuotationValue | None:
        """« Le marché, souligne-t-elle, est porteur »: the cue stays inside the quotation."""
        last = self.layout.token_from(mark.end)
        for i in range(self.layout.token_from(mark.start) + 1, last):
            if self.doc[i - 1].text not in _INTERRUPTERS:
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
        rest = self.layout.text[speaker.end : mark.close].lstrip()
        return not rest or rest[0] in ',.;!?»”"…–—('

    def _alone(self, mark: Marked) -> QuotationValue | None:
        """A sentence between marks that stands by itself; its speaker is to be inherited."""
        _, alone = quotation_start(self.layout, mark)
        if not alone or not is_sentence(self.layout, mark) or announces(self.layout, mark):
            return None
        rest = self.layout.text[mark.close : self.layout.sentence(max(mark.open, mark.close - 1))[1]].strip()
        if rest.strip(' .,;:!?…»"”)'):
            return None
        return QuotationValue(mark.start, mark.end, "direct")
