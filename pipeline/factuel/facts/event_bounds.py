"""Where what is said of an event ends: the second side of its name, the comma that brings who tells of it."""

from __future__ import annotations

from typing import Final

from spacy.tokens import Token

from factuel.facts.context import FactContext
from factuel.facts.doc_tables import names_in, sent_of

_PAIR: Final = 4
"""Tokens from the first side of an event to the name of the second."""
_SAID: Final = frozenset({"a", "ont", "avait", "avaient", "a-t-il", "a-t-elle", "a-t-on"})


def is_said_after(word: Token) -> bool:
    """Return whether a comma brings who says it: ", a annoncé mardi la présidente à Lens" is of no event."""
    return word.text == "," and word.i + 1 < len(word.doc) and word.nbor().lower_ in _SAID


def end_of_pair(context: FactContext, token: Token, end: int) -> int:
    """Return the end of the second side where a name breaks off after the first: "la rencontre entre la France | et
    l'Italie"; 0 elsewhere."""
    if " entre " not in context.text[token.idx : end]:
        return 0
    after = token.doc[context.token_at(end - 1).i + 1 :][:_PAIR]
    named = next((word for word in after if word.ent_type_), None)
    if len(after) == 0 or after[0].lower_ != "et" or named is None:
        return 0
    span = next((span for span in names_in(sent_of(named)) if span.start == named.i), None)
    return span.end_char if span is not None else 0
