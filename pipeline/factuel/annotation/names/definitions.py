"""Acronyms in brackets: of the name before them, in whatever order or language, or of common nouns and then no name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from spacy.tokens import Doc

from factuel.annotation.names.candidate import Decided
from factuel.annotation.names.lexicon import name_lexicon
from factuel.annotation.notation.folding import fold

_SHORTEST: Final = 3
_LONGEST: Final = 7
_SMALL: Final = 3
"""Letters of words that have no letter in an acronym ("de", "la", "sur")."""
_BODIES: Final = frozenset({"ORG", "MISC"})


def is_translated_acronym(short: str, long: str) -> bool:
    """Return whether `short` has the first letters of the words of `long` in another order, as in other languages
    ("Ligue internationale des rivières (IRL)"); of four letters or more one may be another."""
    letters = [character for character in fold(short) if character.isalpha()]
    words = [word for word in fold(long).replace("'", " ").replace("-", " ").split() if word[0].isalpha()]
    if not _SHORTEST <= len(letters) <= _LONGEST or " " in short or len(words) < _SHORTEST:
        return False
    full = Counter(word[0] for word in words if len(word) > _SMALL)
    shared = sum((Counter(letters) & full).values())
    return shared >= len(letters) - (len(letters) > _SHORTEST) and sum(full.values()) <= len(letters) + 1


def define(doc: Doc, names: Iterable[Decided]) -> Iterator[Decided]:
    """Yield the names in order, acronyms as what they are defined to be, without those of common nouns."""
    found = list(names)
    kinds: dict[str, str | None] = {}
    for at, name in enumerate(found):
        if not _is_bracketed(doc, name):
            continue
        before = found[at - 1] if at and found[at - 1].end == name.start - 1 else None
        surface = doc[name.start].text
        if before is None:
            if surface.isupper() and not name.firm and _is_of_common_nouns(doc, name.start):
                kinds[surface] = None
        elif before.label in _BODIES and is_translated_acronym(surface, doc[before.start : before.end].text):
            kinds[surface] = before.label
    for name in found:
        label = kinds.get(doc[name.start].text, name.label) if name.end == name.start + 1 else name.label
        if label is not None:
            yield replace(name, label=label)


def _is_bracketed(doc: Doc, name: Decided) -> bool:
    """Return whether the name is one word alone in brackets."""
    i = name.start
    return name.end == i + 1 and 0 < i < len(doc) - 1 and doc[i - 1].text == "(" and doc[i + 1].text == ")"


def _is_of_common_nouns(doc: Doc, i: int) -> bool:
    """Return whether the words before the bracket of token i are common nouns that it shortens ("fonds de secours des
    rives (FSR)"), and their first is no body's."""
    letters = doc[i].text
    if not _SHORTEST <= len(letters) <= _LONGEST:
        return False
    words = _small_words_before(doc, i - 1, len(letters))
    for number in (len(letters), len(letters) - 1):
        if len(words) >= number and _fits(letters, words[-number:]):
            heads = [head for head in name_lexicon().heads.get(words[-number], ()) if len(head.words) == 1]
            return all(head.label == "PER" or (head.label == "MISC" and head.direct == "out") for head in heads)
    return False


def _small_words_before(doc: Doc, end: int, most: int) -> list[str]:
    """Return the last words in small letters before token `end`, at most `most`, those too short for a letter left
    out."""
    words: list[str] = []
    for k in range(end - 1, max(-1, end - 1 - 2 * _LONGEST), -1):
        text = doc[k].text
        if len(words) == most or not text.islower() or not (text.isalpha() or text[-1] in "'’"):
            break
        if len(text) > _SMALL:
            words.insert(0, text)
    return words


def _fits(letters: str, words: list[str]) -> bool:
    shared = Counter(fold(letters)) & Counter(fold(word)[0] for word in words)
    return sum(shared.values()) == len(words)
