"""The value of a quotation span: where the words, the cue and the speaker stand in `doc.text`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from factuel.records import QuotationStyle

SpeakerKind = Literal["name", "noun", "pronoun"]


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks: characters `start` (inclusive) to `end` (exclusive), a name, a noun phrase or a pronoun."""

    start: int
    end: int
    kind: SpeakerKind


@dataclass(frozen=True, slots=True)
class Cue:
    """The verb of saying or preposition, with its auxiliary and inverted pronoun: characters `start` to `end`."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class QuotationValue:
    """A quotation: characters `start` (inclusive) to `end` (exclusive) of `doc.text`, first to last quoted word.

    Quotation marks and final punctuation are outside; a cue that interrupts the words is inside. `inherited` says that
    the speaker is the one of the quotation before (or right after), because the text names nobody here. `antecedent`
    is the phrase before that a pronoun who speaks may stand for.
    """

    start: int
    end: int
    style: QuotationStyle
    cue: Cue | None = None
    speaker: Speaker | None = None
    inherited: bool = False
    antecedent: Speaker | None = None

    @property
    def evidence(self) -> tuple[int, int]:
        """The stretch that holds the words, the cue, and the speaker unless it is inherited from elsewhere."""
        parts = [(self.start, self.end)]
        if self.cue:
            parts.append((self.cue.start, self.cue.end))
        if self.speaker and not self.inherited:
            parts.append((self.speaker.start, self.speaker.end))
        return min(start for start, _ in parts), max(end for _, end in parts)
