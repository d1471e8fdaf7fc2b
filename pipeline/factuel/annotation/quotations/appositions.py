"""Names in a doc, and those that stand in apposition after a noun phrase."""

from __future__ import annotations

from typing import Final

from spacy.tokens import Doc, Span

from factuel.annotation.quotations.forms import plain
from factuel.annotation.quotations.lexicon import may_say, words
from factuel.annotation.quotations.punctuation import CLOSING, OPENING

_OWNERS: Final = frozenset({"son", "sa", "leur"})
_NAME_ARTICLES: Final = frozenset({"the", "le", "la", "les"})


def name_at(doc: Doc, i: int) -> Span | None:
    """Return the name that holds token `i`."""
    if not doc[i].ent_type:
        return None
    start, end = i, i + 1
    while start > 0 and doc[start].ent_iob_ != "B" and doc[start - 1].ent_type:
        start -= 1
    while end < len(doc) and doc[end].ent_iob_ == "I":
        end += 1
    return Span(doc, start, end, label=doc[start].ent_type)


def person_beside(doc: Doc, end: int, limit: int) -> Span | None:
    """Return the person in apposition after the phrase: "le maire, Paul Roux"."""
    if end + 1 >= limit or doc[end].text != ",":
        return None
    i = end + 1
    if i + 2 < limit and plain(doc[i]) in {"le", "la", "l'"} and may_say(doc[i + 1].lower_):
        i += 2
    while i + 1 < limit and doc[i].text in words("title"):
        i += 1
    name = name_at(doc, i)
    if name is None or name.label_ != "PER" or name.start != i:
        return None
    end = name.end
    while end < limit and doc[end].is_title and doc[end].pos_ == "PROPN" and not doc[end].ent_type_:
        end += 1
    return Span(doc, i, end, label="PER") if end >= limit or doc[end].is_punct or plain(doc[end]) == "et" else None


def organisation_beside(doc: Doc, i: int, end: int, limit: int) -> Span | None:
    """Return the organisation in apposition after a phrase that a possessive begins: "leur syndicat, la CGT"."""
    if plain(doc[i]) not in _OWNERS or end + 1 >= limit or doc[end].text != ",":
        return None
    first = end + 2 if doc[end + 1].pos_ == "DET" else end + 1
    name = name_at(doc, first) if first < limit else None
    if name is None or name.label_ != "ORG" or name.start != first:
        return None
    return name if name.end >= limit or doc[name.end].is_punct else None


def medium_beside(doc: Doc, end: int, limit: int) -> Span | None:
    """Return the name between marks in apposition after the phrase: "le journal « La Vigie »"."""
    if end + 1 >= limit or doc[end].text not in OPENING:
        return None
    first = end + 2 if doc[end + 1].lower_ in _NAME_ARTICLES and end + 2 < limit else end + 1
    name = name_at(doc, first)
    if name is None or name.start > first or name.label_ not in {"ORG", "MISC"} or name.end >= len(doc):
        return None
    return name if doc[name.end].text in CLOSING else None
