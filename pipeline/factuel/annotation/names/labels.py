"""Labels that open a line and are run into its sentence: "FOOTBALL Le club", "SONDAGE EXCLUSIF - Le maire"."""

from __future__ import annotations

from typing import Final

from factuel.annotation.names.reading import Reading

_SENTENCE: Final = frozenset({"Le", "La", "Les", "L'", "L’", "Un", "Une", "Des", "Au", "Il", "Elle", "Ce", "Cette"})
"""Words that open a sentence and no second word of a name."""
_DASHES: Final = frozenset({"-", "–", "—", "|", "•"})
_SHORTEST: Final = 4
_LONGEST: Final = 5


def is_label(r: Reading, i: int) -> bool:
    """Return whether token i is of a label: words in capitals that French writes in small letters, from the beginning
    of the line to its sentence or to a dash."""
    first = i
    while first and not r.newline[first - 1] and _is_word(r, first - 1) and i - first < _LONGEST:
        first -= 1
    if (first and not r.newline[first - 1]) or len(r.text[first]) < _SHORTEST:
        return False
    end = first
    while end < len(r) and end - first < _LONGEST and _is_word(r, end):
        end += 1
    if end <= i or end >= len(r):
        return False
    return r.text[end] in _SENTENCE or (r.text[end] in _DASHES and not r.glued[end])


def _is_word(r: Reading, i: int) -> bool:
    if not (r.text[i].isupper() and r.text[i].isalpha() and len(r.text[i]) > 1):
        return False
    return r.is_common(i) or r.folded[i] in r.written_low or r.text[i].capitalize() in r.lexicon.words["rubric"]
