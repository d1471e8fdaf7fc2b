"""Which language a text is in, from its most frequent words."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from typing import Final

from factuel.cleaning.errors import CleaningError
from factuel.models import read_lexicon

_WORD: Final = re.compile(r"[^\W\d_]+")
_SAMPLE: Final = 60_000
_ENOUGH: Final = 25
"""With fewer words a text is not judged: a headline or a list has no function words to count."""


def find_language(text: str) -> str | None:
    """Return the ISO 639-1 code of the language whose frequent words the text has most of, null if too short to say.

    A language wins by the share of the text's words that are frequent in it (`models/lexicons/frequent_words.tsv`).
    A text of another script, or of no listed language, is `und`.
    """
    words = _WORD.findall(text[:_SAMPLE].lower())
    if len(words) < _ENOUGH:
        return None
    languages = _languages()
    counts: Counter[str] = Counter()
    for word, number in Counter(words).items():
        for language in languages.get(word, ()):
            counts[language] += number
    if not counts:
        return "und"
    best = max(sorted(counts), key=counts.__getitem__)
    if counts["fr"] * 10 >= counts[best] * 9:
        best = "fr"
    return best if counts[best] >= 0.08 * len(words) else "und"


def refuse_foreign(text: str) -> None:
    """Raise CleaningError for a text that is mostly not French; an English paragraph in a French article passes."""
    language = find_language(text)
    if language not in {None, "fr"}:
        name = "an unknown language" if language == "und" else language
        raise CleaningError("not_french", f"the article is not in French; language found: {name}")


def is_foreign(text: str) -> bool:
    """Say whether a short line is plainly not French: three frequent words of another language and none of French."""
    languages = _languages()
    words = _WORD.findall(text.lower())
    known = [languages[word] for word in words if len(word) > 1 and word in languages]
    return len(known) >= 3 and not any("fr" in found for found in known)


@cache
def function_words() -> frozenset[str]:
    """Return the frequent words of French of three letters or more, which are in no name (le, la, de are)."""
    return frozenset(word for word, found in _languages().items() if "fr" in found and len(word) >= 3)


@cache
def _languages() -> dict[str, tuple[str, ...]]:
    languages: dict[str, tuple[str, ...]] = {}
    for row in read_lexicon("frequent_words"):
        for word in row["words"].split(" "):
            languages[word] = (*languages.get(word, ()), row["language"])
    return languages
