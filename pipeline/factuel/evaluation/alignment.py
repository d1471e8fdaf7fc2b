"""Where the characters of a gold text went in a run's text, when cleaning has reflowed it."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

_WORD = re.compile(r"\w+|[^\w\s]")


class Alignment:
    """Maps spans of `gold` to spans of `text`, word by word; the identity when both are the same."""

    def __init__(self, gold: str, text: str) -> None:
        self._same = gold == text
        self._starts: dict[int, int] = {}
        self._ends: dict[int, int] = {}
        if not self._same:
            self._align(gold, text)

    def span(self, start: int, end: int) -> tuple[int, int] | None:
        """Return where a span that begins and ends at word borders went, or None when its edges are gone."""
        if self._same:
            return start, end
        low, high = self._starts.get(start), self._ends.get(end)
        return (low, high) if low is not None and high is not None and low < high else None

    def _align(self, gold: str, text: str) -> None:
        left, right = list(_WORD.finditer(gold)), list(_WORD.finditer(text))
        a, b = [_plain(word.group()) for word in left], [_plain(word.group()) for word in right]
        for block in SequenceMatcher(None, a, b, autojunk=False).get_matching_blocks():
            for offset in range(block.size):
                here, there = left[block.a + offset], right[block.b + offset]
                self._starts[here.start()] = there.start()
                self._ends[here.end()] = there.end()


def _plain(word: str) -> str:
    return word.replace("’", "'")
