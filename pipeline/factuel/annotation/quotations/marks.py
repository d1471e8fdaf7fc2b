"""Pairing of quotation marks: pure text in, stretches between marks out; linear whatever the marks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

_EVENT: Final = re.compile(r"<<|>>|[«»‹›“”„\"]|\n\s*")
_FAMILY: Final = {"«": "g", "»": "g", "<<": "g", ">>": "g", "‹": "s", "›": "s", "“": "c", "”": "c", "„": "c", '"': "q"}
_OPENS: Final = frozenset("«‹“„") | {"<<"}
_TRAILING: Final = ".,;:!?…"
# A quotation without repeated opening marks may run over paragraphs up to its one closing mark, but not over a whole
# article: beyond this an opening mark is held to be a slip.
_LONGEST_CARRY: Final = 4000
_INDENT: Final = 8
_GUILLEMETS: Final = re.compile(r"[«»]")
_SWAPPED: Final = str.maketrans("«»", "»«")


@dataclass(frozen=True, slots=True)
class Marked:
    """Words between marks: `start` to `end` are the words, `open` to `close` includes the marks; ends exclusive."""

    open: int
    start: int
    end: int
    close: int
    closed: bool


def find_marked(text: str) -> list[Marked]:
    """Return the outermost quoted stretches of `text`, in order, none overlapping another."""
    text = upright(text)
    return [marked for piece in _Pairing(text).run() if (marked := _trim(text, *piece)) is not None]


def upright(text: str) -> str:
    """Return the text with its guillemets swapped, when it opens with » and closes with « all through: when more
    paragraphs begin with the closing one and end with the opening one than begin with the opening one."""
    usual = reverse = 0
    for paragraph in text.split("\n"):
        marks = _GUILLEMETS.findall(paragraph)
        usual += marks[:1] == ["«"]
        reverse += marks[:1] == ["»"] and marks[-1] == "«"
    return text.translate(_SWAPPED) if reverse > usual else text


def _trim(text: str, opened: int, inner: int, outer: int, close: int, closed: bool) -> Marked | None:
    start = inner
    while start < outer and text[start].isspace():
        start += 1
    end = outer
    while end > start and (text[end - 1].isspace() or text[end - 1] in _TRAILING):
        end -= 1
    return Marked(opened, start, end, close, closed) if start < end else None


Piece = tuple[int, int, int, int, bool]  # before the mark, after it, before the closing mark, after it, was it closed


class _Pairing:
    """One pass over the marks of a text; the stack holds marks of one family only, what they enclose is ignored."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.events = list(_EVENT.finditer(text))
        self.stack: list[tuple[int, int]] = []
        self.family = ""
        self.inner: list[Piece] = []
        self.foreign: tuple[int, int] | None = None

    def run(self) -> Iterator[Piece]:
        """Yield the pieces in text order."""
        following = self._next_marks()
        for index, event in enumerate(self.events):
            mark = event.group()
            if mark[0] == "\n":
                if self.stack and not self._carries_over(event.end(), following[index]):
                    yield from self._give_up(event.start())
            elif not self.stack:
                self._open(event, mark)
            elif _FAMILY[mark] == self.family:
                yield from self._same_family(event, mark)
            elif mark in "»”›>>":
                self.foreign = event.span()
        if self.stack:
            yield from self._give_up(len(self.text))

    def _next_marks(self) -> list[re.Match[str] | None]:
        """For each event, the first mark (not line break) after it."""
        following: list[re.Match[str] | None] = [None] * len(self.events)
        for index in range(len(self.events) - 2, -1, -1):
            event = self.events[index + 1]
            following[index] = following[index + 1] if event.group()[0] == "\n" else event
        return following

    def _open(self, event: re.Match[str], mark: str) -> None:
        before = self.text[event.start() - 1] if event.start() else " "
        if mark in _OPENS or (mark == '"' and not before.isalnum()):
            self.stack, self.family, self.inner, self.foreign = [event.span()], _FAMILY[mark], [], None

    def _same_family(self, event: re.Match[str], mark: str) -> Iterator[Piece]:
        if mark in _OPENS and not (mark == "“" and self.text[self.stack[-1][0]] == "„"):
            if not self._starts_paragraph(event.start()):
                self.stack.append(event.span())
            return
        opened, inner = self.stack.pop()
        piece = (opened, inner, event.start(), event.end(), True)
        if self.stack:
            self.inner.append(piece)
        else:
            yield piece

    def _starts_paragraph(self, at: int) -> bool:
        before = self.text[max(0, at - _INDENT) : at]
        return before.rstrip(" \t\u00a0\u202f").endswith("\n") or at == 0

    def _carries_over(self, at: int, following: re.Match[str] | None) -> bool:
        """Does the open quotation go on in the paragraph that begins at `at`?"""
        if following is None or _FAMILY[following.group()] != self.family:
            return False
        if following.start() == at:
            return following.group() in _OPENS or following.group() == '"'
        if self.family == "q":
            return False
        return following.group() not in _OPENS and following.start() - self.stack[0][0] <= _LONGEST_CARRY

    def _give_up(self, at: int) -> Iterator[Piece]:
        """A paragraph ends inside marks: close at a foreign mark, keep inner pairs, or take the words up to its end."""
        opened, inner = self.stack[0]
        if self.inner:
            outermost = -1
            for piece in sorted(self.inner):
                if piece[0] >= outermost:
                    yield piece
                    outermost = piece[3]
        elif self.foreign:
            yield (opened, inner, *self.foreign, True)
        else:
            yield (*self.stack[-1], at, at, False)
        self.stack, self.inner, self.foreign = [], [], None
