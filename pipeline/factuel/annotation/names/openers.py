"""What stands in front of a person without being part of their name: the party that they are elected for ("le député RN
Paul Morel"), the State ("le chef de l'État Paul Morel"), their town ("le maire de Lens Paul Morel")."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache
from typing import Final

from spacy.tokens import Doc

from factuel.annotation.names.candidate import Decided
from factuel.annotation.names.lexicon import name_lexicon
from factuel.annotation.notation.folding import fold
from factuel.models import read_words

_LONGEST: Final = 6
_STATE: Final = frozenset({"état", "etat"})
_CIVIC: Final = frozenset({"maire", "mairesse", "bourgmestre", "député", "députée", "évêque", "curé"})
_OF: Final = frozenset({"de", "d'", "d’"})


def part_openers(doc: Doc, names: Iterable[Decided]) -> Iterator[Decided]:
    """Yield the names in order, what opens a person's apart from it; a party alone is no person."""
    for name in names:
        if name.end == name.start + 1 and name.label == "PER" and doc[name.start].text in _acronyms():
            yield replace(name, label="ORG")
            continue
        label = _opener(doc, name) if name.end - name.start > 2 and _is_personal(doc, name) else None
        if label is None:
            yield name
            continue
        if label:
            yield replace(name, end=name.start + 1, label=label)
        yield replace(name, start=name.start + 1, label="PER")


def _opener(doc: Doc, name: Decided) -> str | None:
    """Return the label of the first word of a name that is another one, "" when it is none, null when it belongs."""
    first = doc[name.start]
    if name.label not in {"PER", "ORG"} or not first.whitespace_:
        return None
    if first.text in _acronyms():
        return "ORG"
    if first.lower_ in _STATE:
        return ""
    governed = name.start > 1 and doc[name.start - 1].lower_ in _OF and doc[name.start - 2].lower_ in _CIVIC
    return "LOC" if governed and name.label == "PER" and _is_town(first.text) else None


def _is_personal(doc: Doc, name: Decided) -> bool:
    """Are the words after the first a given name and a family name: capitals, then small letters?"""
    words = [token.text for token in doc[name.start + 1 : name.end] if token.text[0].isalpha()]
    return len(words) > 1 and all(word.istitle() for word in words)


@cache
def _acronyms() -> frozenset[str]:
    parties = read_words("organisations", kind="party")
    return frozenset(form for form in parties if form.isupper() and len(form) <= _LONGEST)


def _is_town(word: str) -> bool:
    return any(known.label == "LOC" for known in name_lexicon().known.get(fold(word), ()))
