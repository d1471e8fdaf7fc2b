"""One string, one type: a name that an article writes several times is the same thing each time.

Kept apart is what press does mean by one string: a town and its team, a family and its company, a person and a place of
one word.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from spacy.tokens import Doc

from factuel.annotation.names.candidate import Decided
from factuel.annotation.notation.folding import fold

_LEAST: Final = 0.5
_FIRM: Final = 2.0
_MOST: Final = 6.0
"""Evidence that one mention counts for at least and at most, and what a head noun or a lexicon adds to it; to no place,
for a body is called as its building is."""
_APART: Final = frozenset({frozenset({"LOC", "ORG"}), frozenset({"PER", "ORG"}), frozenset({"PER", "LOC"})})
"""Labels that one word may have in turn."""
_ARTICLES: Final = ("le ", "la ", "les ", "l'", "the ")


def agree(doc: Doc, names: Iterable[Decided]) -> list[Decided]:
    """Return the names in order, those of one string with the label that most speaks for."""
    found = list(names)
    groups: dict[str, list[int]] = defaultdict(list)
    for at, name in enumerate(found):
        groups[_key(doc, name)].append(at)
    for key, places in groups.items():
        labels = {found[at].label for at in places}
        if len(labels) > 1 and not (" " not in key and labels in _APART):
            label = _strongest([found[at] for at in places])
            for at in places:
                found[at] = replace(found[at], label=label)
    return found


def _key(doc: Doc, name: Decided) -> str:
    """Return the folded text of a name without hyphens and a leading article."""
    key = " ".join(fold(doc[name.start : name.end].text).replace("-", " ").split())
    return next((key.removeprefix(article) for article in _ARTICLES if key.startswith(article)), key)


def _strongest(names: list[Decided]) -> str:
    """Return the label with most evidence; of equal ones the first in the text."""
    weights: dict[str, float] = {}
    for name in names:
        weight = min(_MOST, max(_LEAST, name.margin)) + _FIRM * (name.firm and name.label != "LOC")
        weights[name.label] = weights.get(name.label, 0.0) + weight
    return max(weights, key=lambda label: weights[label])
