"""The words inside and around quotation marks: are they a sentence, and where does the sentence before them begin?"""

from __future__ import annotations

import re
from typing import Final

from factuel.annotation.quotations.forms import has_finite_verb
from factuel.annotation.quotations.layout import Layout
from factuel.annotation.quotations.lexicon import connectors
from factuel.annotation.quotations.marks import Marked

COLON: Final = re.compile(r":[\s\u00a0\u202f]*+$")
_WORD: Final = re.compile(r"\w+(?:-\w+)*")
_MIN_WORDS_SENTENCE: Final = 3
_MIN_WORDS_PHRASE: Final = 3
_IMPERATIVE: Final = ("ons", "ez")
_STOPS: Final = " \u00a0\u202f\n–—-:,"


def is_sentence(layout: Layout, mark: Marked) -> bool:
    """Do the marked words begin like a sentence, hold a conjugated verb, and count three words or more?"""
    text = layout.text[mark.start : mark.end]
    if text[0].islower() or word_count(text) < _MIN_WORDS_SENTENCE:
        return False
    said = layout.doc[layout.token_from(mark.start) : layout.token_from(mark.end)]
    return has_finite_verb(said) or (len(said) > 0 and said[0].lower_.endswith(_IMPERATIVE))


def is_phrase(layout: Layout, mark: Marked) -> bool:
    """Do the marked words count three or more: enough for a quoted phrase, too many for irony or a nickname?"""
    return word_count(layout.text[mark.start : mark.end]) >= _MIN_WORDS_PHRASE


def word_count(text: str) -> int:
    """Return how many words there are."""
    return sum(1 for _ in _WORD.finditer(text))


def quotation_start(layout: Layout, mark: Marked) -> tuple[int, bool]:
    """Return where the quotation begins that the marks are in, and whether they hold all of it.

    A connector at the head of the sentence ("Mais", "En outre,") is outside; so is what ends in a colon, and a word
    that the marks are glued to, debris of a caption.
    """
    if mark.open and layout.text[mark.open - 1].isalnum() and is_sentence(layout, mark):
        return mark.start, True
    start, before = _before(layout, mark)
    connector = connectors().match(before.lower().replace("’", "'"))
    length = connector.end() if connector else 0
    if COLON.search(before) or not before[length:].strip(_STOPS):
        return mark.start, True
    return start + length, False


def announces(layout: Layout, mark: Marked) -> bool:
    """Do the words before the marks end in a colon?"""
    return bool(COLON.search(_before(layout, mark)[1]))


def _before(layout: Layout, mark: Marked) -> tuple[int, str]:
    start, _ = layout.sentence(mark.open)
    semicolon = layout.text.rfind(";", start, mark.open)
    if semicolon >= 0 and not layout.text[semicolon + 1 : mark.open].strip():
        start = mark.open
    return start, layout.text[start : mark.open]
