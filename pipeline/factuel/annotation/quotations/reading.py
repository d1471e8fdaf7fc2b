"""What the readers share: the punctuation around words that are said, and the value made of them."""

from __future__ import annotations

from typing import Final

from spacy.tokens import Doc, Span

from factuel.annotation.quotations.punctuation import CLOSING, OPENING
from factuel.annotation.quotations.value import Cue, QuotationValue, Speaker
from factuel.records import QuotationStyle

__all__ = ["CLOSING", "OPENING", "cue_of", "said_between", "style_of", "trimmed", "unwrapped"]
_DASHES: Final = frozenset({"—", "–", "-"})
_FINAL: Final = frozenset({".", ",", ";", ":", "!", "?", "…", "...", "-", "–", "—"}) | CLOSING | OPENING


def trimmed(doc: Doc, start: int, end: int) -> int:
    """Return `end` moved back over final punctuation and blanks; a mark that closes one inside stays."""
    while end > start and (doc[end - 1].text in _FINAL or doc[end - 1].is_space):
        if doc[end - 1].text in CLOSING and any(token.text in OPENING for token in doc[start : end - 1]):
            return end
        end -= 1
    return end


def said_between(
    doc: Doc, start: int, end: int, cue_first: int, cue_last: int, speaker: Speaker | None
) -> QuotationValue | None:
    """Return the reported speech of tokens `start` to `end`, or None when it is less than two words.

    Words after a dash are spoken: their style is direct.
    """
    spoken = doc[start].text in _DASHES
    while start < end and (doc[start].is_space or (doc[start].is_punct and doc[start].text not in OPENING)):
        start += 1
    while end > start and doc[end - 1].is_space:
        end -= 1
    if end - start < 2:
        return None
    said = doc[start:end]
    low, high = unwrapped(said)
    style: QuotationStyle = "direct" if spoken else style_of(said)
    return QuotationValue(low, high, style, cue_of(doc, cue_first, cue_last), speaker)


def unwrapped(said: Span) -> tuple[int, int]:
    """Return the characters of words said, without the marks when these enclose all of it."""
    inner = [token.text for token in said[1:-1]]
    if len(said) > 2 and said[0].text in OPENING and said[-1].text in CLOSING and not CLOSING & set(inner):
        core = said[1:-1]
        return core.start_char, core[: trimmed(said.doc, core.start, core.end) - core.start].end_char
    return said.start_char, said.end_char


def style_of(said: Span) -> QuotationStyle:
    """Return `mixed` when there is a quotation mark among the words, else `indirect`."""
    return "mixed" if any(token.text in OPENING for token in said) else "indirect"


def cue_of(doc: Doc, first: int, last: int) -> Cue:
    """Return the cue made of tokens `first` to `last` (exclusive)."""
    span = doc[first:last]
    return Cue(span.start_char, span.end_char)
