"""Where the words stand that a curator selected in the article, or typed from it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from factuel.records import Article, Span
from factuel.review.deciding import ReviewError
from factuel.review.typed import LONGEST, read_whole

Form = Mapping[str, str]
_SENTENCE_END: Final = re.compile(r"[.!?…](?=[\s»\"”)]|$)[»\"”)]*|\n")


def selection(form: Form, name: str, article: Article, near: int = 0) -> Span | None:
    """Return the span of a field of a form, without spaces at its ends; None when nothing was selected or typed.

    `NAME_start` and `NAME_end` count code points of the article, the end exclusive; `NAME_words` are the words as the
    article has them, for who cannot select; they count before a selection, where they stand nearest to `near`. Raises
    ReviewError for a place or words that the article does not have.
    """
    first, last = form.get(f"{name}_start", ""), form.get(f"{name}_end", "")
    words = form.get(f"{name}_words", "")[:LONGEST].split()
    if words:
        return _typed(words, article.text, near)
    if not first and not last:
        return None
    start, end = read_whole(first), read_whole(last)
    if start is None or end is None or end > len(article.text):
        raise ReviewError("bad_selection")
    text = article.text[start:end]
    if not text.strip():
        raise ReviewError("bad_selection")
    start += len(text) - len(text.lstrip())
    text = text.strip()
    return Span(text=text, start=start, end=start + len(text))


def _typed(words: list[str], text: str, near: int) -> Span:
    places = re.finditer(r"\s+".join(map(re.escape, words)), text)
    found = min(places, key=lambda one: abs(one.start() - near), default=None)
    if found is None:
        raise ReviewError("words_not_found", text=" ".join(words))
    return Span(text=found[0], start=found.start(), end=found.end())


def sentence_around(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the bounds of the sentence or sentences that hold `start` to `end`, within their paragraphs."""
    low = max(text.rfind("\n", 0, start) + 1, 0)
    for stop in _SENTENCE_END.finditer(text, low, start):
        low = stop.end()
    while low < start and text[low].isspace():
        low += 1
    stop_after = _SENTENCE_END.search(text, max(start, end - 1))
    high = stop_after.end() if stop_after else len(text)
    return low, max(end, high - 1 if stop_after and stop_after[0] == "\n" else high)
