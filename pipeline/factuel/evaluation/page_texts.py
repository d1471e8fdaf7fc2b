"""How close the text of a cleaned page is to its gold text: shared runs of five words, and words leaked."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Mapping, Set
from dataclasses import dataclass
from typing import Final

_WORD: Final = re.compile(r"\w+")
_RUN: Final = 5
"""Words in a run; long enough that two passages share few by chance, short enough to forgive a word cut at a border."""
_FOREIGN: Final = 0.3
"""A line with a smaller share of its runs in the gold is not the article's."""
_SAME: Final = str.maketrans({"\xad": None, "\u200b": None, "’": "'", "‘": "'"})

Run = tuple[str, ...]


@dataclass(frozen=True)
class TextScore:
    """What one cleaned text shares with its gold: `precision`, `recall`, `f` in 0..1, over runs of five words.

    `leaked` counts the words of the lines that the gold does not know, out of `words`; `lines` are those lines.
    """

    precision: float
    recall: float
    f: float
    leaked: int
    words: int
    lines: tuple[str, ...]


def score_text(text: str, gold: str) -> TextScore:
    """Compare a text with its gold, whole, then line by line for what leaked; case, spaces and quotes are equal."""
    words, gold_words = _words(text), _words(gold)
    found, wanted = _runs(words), _runs(gold_words)
    shared = sum((found & wanted).values())
    precision, recall = shared / max(1, sum(found.values())), shared / max(1, sum(wanted.values()))
    f = 2 * precision * recall / (precision + recall) if shared else 0.0
    known = {size: _runs(gold_words, size).keys() for size in range(1, _RUN + 1)}
    foreign = [line for line in text.splitlines() if _is_foreign(_words(line), known)]
    leaked = sum(len(_words(line)) for line in foreign)
    return TextScore(precision, recall, f, leaked, len(words), tuple(foreign))


def _is_foreign(words: list[str], known: Mapping[int, Set[Run]]) -> bool:
    if not words:
        return False
    size = min(_RUN, len(words))
    runs = _runs(words, size)
    return sum(count for run, count in runs.items() if run in known[size]) / sum(runs.values()) < _FOREIGN


def _words(text: str) -> list[str]:
    return _WORD.findall(unicodedata.normalize("NFKC", text).translate(_SAME).lower())


def _runs(words: list[str], size: int = _RUN) -> Counter[Run]:
    if 0 < len(words) < size:
        return Counter([tuple(words)])
    return Counter(tuple(words[start : start + size]) for start in range(len(words) - size + 1))
