"""When two wordings are the same: by words, after folding case, apostrophes and ligatures."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from decimal import Decimal

SAME_NAME = 0.6
"""Share of common words (Jaccard) from which two names are one, as in the shared scoring tools."""


def fold(text: str | None) -> str:
    """Return the text in lower case, with one apostrophe, one space and no outer punctuation."""
    plain = unicodedata.normalize("NFKC", text or "").replace("’", "'").replace("œ", "oe").casefold()
    return re.sub(r"\s+", " ", plain).strip(" .,;:«»\"'")


def overlap(left: str | None, right: str | None) -> float:
    """Return the Jaccard index of the words of two texts, counted with repetition; 0 when neither has any."""
    a, b = Counter(re.findall(r"\w+", fold(left))), Counter(re.findall(r"\w+", fold(right)))
    union = sum((a | b).values())
    return sum((a & b).values()) / union if union else 0.0


def contains(left: str | None, right: str | None) -> bool:
    """Return whether one of two non-empty texts stands inside the other."""
    a, b = fold(left), fold(right)
    return bool(a and b) and (a in b or b in a)


def same_name(found: str | None, wanted: Iterable[str]) -> bool:
    """Return whether a name is one of those wanted; with none wanted, whether there is no name."""
    names = [name for name in wanted if name]
    if not names:
        return not found
    return bool(found) and any(contains(found, name) or overlap(found, name) >= SAME_NAME for name in names)


def same_number(found: Decimal | float | None, wanted: float | None) -> bool:
    """Return whether two numbers agree within a millionth."""
    if found is None or wanted is None:
        return found is wanted
    return abs(float(found) - float(wanted)) <= 1e-4 * max(1.0, abs(float(wanted)))
