"""Titles in quotation marks: which quoted words are a work, by the words before them."""

from __future__ import annotations

from typing import Final

from factuel.annotation.names.reading import Reading

_FAR: Final = 9
_MAX_WORDS: Final = 7


def is_title(r: Reading, start: int, end: int) -> bool:
    """Return whether the quoted tokens `start` to `end` (exclusive, without the marks) are a work's title: a capital,
    few words, no stop, and a work, a prize or a stage not far before ("son roman, « Les Noyés du matin »")."""
    if end - start > _MAX_WORDS or not r.text[start][0].isupper() or r.text[end - 1] in {".", "!", "?", ","}:
        return False
    for k in range(start - 2, max(-1, start - 2 - _FAR), -1):
        if r.newline[k] or r.text[k] in {".", ";", "»", "!", "?"}:
            return False
        if _tells_work(r, k):
            return True
    return False


def _tells_work(r: Reading, k: int) -> bool:
    cues = r.lexicon.cues
    return r.low[k] in cues["work"] or r.low[k] in cues["work.of"]
