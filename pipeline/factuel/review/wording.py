"""The words of the interface, in the language that the browser asks for."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Final, Literal

from factuel.models import read_lexicon

Language = Literal["fr", "en"]
_LONGEST_HEADER: Final = 200


def language_of(accepted: str) -> Language:
    """Return the language of an `Accept-Language` header: English when it is wanted more than French, else French."""
    weights = {"fr": 0.0, "en": 0.0}
    for part in accepted[:_LONGEST_HEADER].split(","):
        tag, _, quality = part.strip().partition(";q=")
        name = tag.casefold().partition("-")[0]
        if name in weights:
            weights[name] = max(weights[name], _weight(quality))
    return "en" if weights["en"] > weights["fr"] else "fr"


def _weight(quality: str) -> float:
    try:
        return float(quality) if quality else 1.0
    except ValueError:
        return 0.0


@dataclass(frozen=True)
class Words:
    """The interface in one language; called with a key, and values for the braces in its words."""

    language: Language

    def __call__(self, key: str, **values: object) -> str:
        """Return the words of a key; a key without words stands for itself."""
        words = _words(self.language).get(key)
        if words is None:
            return key
        return words.format(**values) if values else words


@cache
def _words(language: Language) -> dict[str, str]:
    return {row["key"]: row[language] for row in read_lexicon("review_interface")}
