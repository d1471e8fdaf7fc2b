"""Who stands right after a function and its body: "le premier secrétaire du Parti du lac Armel Diane"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from spacy.tokens import Doc, Span

from factuel.annotation.names.candidate import Candidate, Decided
from factuel.annotation.names.lexicon import name_lexicon
from factuel.annotation.names.reading import Reading
from factuel.annotation.notation.folding import fold

HOLDER: Final = 4.5
"""More than the noun before the name weighs, which is a complement of the function."""
_FAR: Final = 9
_MAX_NAME: Final = 4
_TIES: Final = frozenset({"de", "d'", "du", "des", "la", "le", "les", "l'", "-", "à", "au", "et"})
_OF: Final = frozenset({"de", "d'", "du", "des"})
_ARTICLES: Final = frozenset({"la", "le", "les", "l'"})


def weigh_holder(r: Reading, c: Candidate) -> None:
    """Add what a function and its body right before a full name say of it."""
    if is_full_name(r.text[c.start : c.end], r.folded[c.start]) and _ends_function(r, c.start):
        c.hint("PER", HOLDER)


def is_full_name(words: list[str], first: str) -> bool:
    """Return whether words are those of a full name: a given name (`first`, folded) and one or more with a capital."""
    names = [word for word in words if word[0].isalpha()]
    return (
        2 <= len(names) <= _MAX_NAME
        and all(word.istitle() for word in names)
        and name_lexicon().given.get(first, 0) > 0
    )


def _ends_function(r: Reading, end: int) -> bool:
    """Return whether a phrase that ends at token `end` begins with a function and goes on with "de" and a body."""
    if r.pos[end - 1] not in {"NOUN", "PROPN", "ADJ"} or r.low[end - 1] in _TIES:
        return False
    governed = False
    for k in range(end - 1, max(-1, end - _FAR), -1):
        if r.newline[k] or not (r.text[k][0].isalnum() or r.low[k] in _TIES):
            return False
        if r.low[k] in r.lexicon.functions and r.text[k].islower():
            return governed
        governed = governed or r.low[k] in _OF
        if r.pos[k] in {"VERB", "AUX", "PRON", "CCONJ", "SCONJ"} and r.text[k].islower() and r.low[k] != "et":
            return False
    return False


def part_holders(doc: Doc, opinions: Iterable[Span], names: Iterable[Decided]) -> Iterator[Decided]:
    """Yield the names in order, a person whom the model sees at the end of a body's name apart from it ("la directrice
    du Village" Armel Tran Diane), where a function governs the body."""
    people = {span.end: span for span in opinions if span.label_ == "PER"}
    for name in names:
        person = people.get(name.end)
        if person is None or person.start <= name.start or not _is_held(doc, name, person):
            yield name
            continue
        if doc[name.start].text[:1].isupper():
            yield replace(name, end=person.start)
        yield replace(name, start=person.start, label="PER")


def _is_held(doc: Doc, name: Decided, person: Span) -> bool:
    words = [token.text for token in person]
    if name.label == "PER" or not is_full_name(words, fold(words[0])) or doc[person.start - 1].lower_ in _TIES:
        return False
    at = name.start - 1
    while at > 0 and doc[at].lower_.replace("’", "'") in _OF | _ARTICLES:
        at -= 1
    functions = name_lexicon().functions
    governed = at < name.start - 1 and doc[at].is_alpha
    return governed and any(doc[k].lower_ in functions for k in (at, at - 1) if k >= 0)
