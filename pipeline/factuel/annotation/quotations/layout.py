"""Where paragraphs, sentences and tokens of a doc stand, as characters, without asking the parser."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import cached_property
from itertools import pairwise
from typing import Final

from spacy.tokens import Doc, Token

from factuel.annotation.quotations.lexicon import words
from factuel.annotation.quotations.marks import Marked, upright

# A run of final punctuation, closing marks, a blank, then what can begin a sentence; or a line break. Possessive, and
# tried at the head of a run only, so that a megabyte of full stops is read once.
_BREAK: Final = re.compile(
    r"(?<![.!?…])[.!?…]++[\s\u00a0\u202f]?[»”\"›)\]]*+[\s\u00a0\u202f]++(?=[A-ZÀ-ÖØ-Þ0-9«“\"‹—–\[(])|\n\s*+"
)
_DATELINE: Final = re.compile(
    r"(?:[A-ZÀ-Þ][A-ZÀ-Þ' -]{2,30}(?:,\s[^()\n.–—]{1,25}?\d{4}|,\s\d{1,2}(?:er)?\s[^\W\d]{3,9})?"
    r"(?:\s?\([^()\n]{1,40}\))?\s?(?:[-–—]|\._)"
    r"|[A-ZÀ-Þ][\w' -]{2,30}(?:\s?\([^()\n]{1,40}\))?\s[–—])[\s\u00a0]+(?=[A-ZÀ-Þ0-9«“\"])"
)
_ONE_STOP: Final = re.compile(r"\.\s")
_LINE_BREAK: Final = re.compile(r"\n\s*+")
_WORD: Final = re.compile(r"[^\W\d_]+")
_LAST_WORD: Final = re.compile(r"[^\W\d_]+$")
_LONGEST_ABBREVIATION: Final = 6
_LONGEST_SENTENCE: Final = 2000


class Layout:
    """The skeleton of a doc. Ends are exclusive; sentences are the text's own (full stops and line breaks)."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.text: str = upright(doc.text)

    @cached_property
    def token_starts(self) -> list[int]:
        """First character of each token."""
        return [token.idx for token in self.doc]

    @cached_property
    def sentence_starts(self) -> list[int]:
        """First character of each sentence, ascending, beginning with 0."""
        abbreviations = words("abbreviation")
        starts = {0, *map(self._after_dateline, self.paragraph_starts)}
        for found in _BREAK.finditer(self.text):
            if not self._is_abbreviation(found, abbreviations):
                starts.add(found.end())
        return list(self._cut(sorted(starts)))

    def _after_dateline(self, start: int) -> int:
        """Return where the words of a paragraph begin: after "PARIS (AFP) -", if it begins like that."""
        dateline = _DATELINE.match(self.text, start)
        return dateline.end() if dateline else start

    def _cut(self, starts: list[int]) -> Iterator[int]:
        """Yield the starts, and cut sentences longer than any real one, so that hostile text stays cheap."""
        for start, following in pairwise([*starts, len(self.text)]):
            yield from range(start, max(following, start + 1), _LONGEST_SENTENCE)

    def _is_abbreviation(self, found: re.Match[str], abbreviations: frozenset[str]) -> bool:
        """Is the full stop that of "M. Roux" or "J. Roux", on one line and before no quotation mark?"""
        at = found.start()
        word = _LAST_WORD.search(self.text, max(0, at - _LONGEST_ABBREVIATION), at)
        if word is None or not _ONE_STOP.match(found.group()) or "\n" in found.group():
            return False
        initial = len(word.group()) == 1 and word.group().isupper()
        following = _WORD.match(self.text, found.end())
        initial = initial and following is not None and following.group().lower() not in words("opening")
        return word.group() in abbreviations or initial

    @cached_property
    def paragraph_starts(self) -> list[int]:
        """First character of each line that holds anything, ascending, beginning with 0."""
        return [0, *(found.end() for found in _LINE_BREAK.finditer(self.text))]

    def sentence(self, at: int) -> tuple[int, int]:
        """Return start and end of the sentence around character `at`, without the blanks after it."""
        return self._stretch(self.sentence_starts, at)

    def paragraph(self, at: int) -> tuple[int, int]:
        """Return start and end of the paragraph around character `at`, without the blanks after it."""
        return self._stretch(self.paragraph_starts, at)

    def sentence_before(self, at: int) -> tuple[int, int]:
        """Return start and end of the sentence before the one around `at`; empty at the head of the text."""
        start, _ = self.sentence(at)
        return self.sentence(start - 1) if start else (0, 0)

    def _stretch(self, starts: list[int], at: int) -> tuple[int, int]:
        index = bisect_right(starts, at) - 1
        end = starts[index + 1] if index + 1 < len(starts) else len(self.text)
        while end > starts[index] and self.text[end - 1].isspace():
            end -= 1
        return starts[index], end

    def token_from(self, at: int) -> int:
        """Return the index of the first token that begins at character `at` or after it (len(doc) when none does)."""
        return bisect_left(self.token_starts, at)

    def sentence_limit(self, token: Token) -> int:
        """Return the index of the token after the sentence that `token` stands in."""
        return self.token_from(self.sentence(token.idx)[1])

    @staticmethod
    def marks_between(marked: list[Marked], start: int, end: int) -> list[Marked]:
        """Return the stretches of `marked` (in order) that open at characters `start` to `end`, inclusive."""
        low = bisect_left(marked, start, key=lambda mark: mark.open)
        high = bisect_right(marked, end, key=lambda mark: mark.open)
        return marked[low:high]
