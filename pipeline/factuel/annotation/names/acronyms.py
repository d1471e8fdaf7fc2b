"""Parties in front of who they elect: "le député RN Paul Morel" names two, not one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache
from typing import Final

from spacy.tokens import Doc

from factuel.annotation.names.opinions import Decided
from factuel.models import read_words

_LONGEST: Final = 6


def part_parties(doc: Doc, names: Iterable[Decided]) -> Iterator[Decided]:
    """Yield the names in order, the acronym of a party that opens a longer one apart from the person after it."""
    for name in names:
        if name.end == name.start + 1 and name.label == "PER" and doc[name.start].text in _acronyms():
            yield replace(name, label="ORG")
            continue
        opens = doc[name.start].text in _acronyms() and doc[name.start].whitespace_
        if name.end - name.start < 3 or name.label not in {"PER", "ORG"} or not opens or not _is_personal(doc, name):
            yield name
            continue
        yield replace(name, end=name.start + 1, label="ORG")
        yield replace(name, start=name.start + 1, label="PER")


def _is_personal(doc: Doc, name: Decided) -> bool:
    """Are the words after the first a given name and a family name: capitals, then small letters?"""
    words = [token.text for token in doc[name.start + 1 : name.end] if token.text[0].isalpha()]
    return bool(words) and all(word.istitle() for word in words)


@cache
def _acronyms() -> frozenset[str]:
    return frozenset(
        form for form in read_words("organisations", kind="party") if form.isupper() and len(form) <= _LONGEST
    )
