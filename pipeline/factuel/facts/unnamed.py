"""People without a name that the text has just spoken of: whom "ils", "l'un d'eux" or "elle" may stand for."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from spacy.tokens import Doc, Token

from factuel.annotation.quotations.antecedents import Gender
from factuel.annotation.quotations.phrases import phrase_end

_FARTHEST: Final = 60
"""Tokens looked at before the pronoun: about two sentences."""
_NEW: Final = frozenset({"un", "une"})


def people_before(doc: Doc, position: int, is_human: Callable[[str], bool]) -> str | None:
    """Return the noun phrase, without article, of the people spoken of last before a character: "riverains du quai"."""
    for token in _back(doc, position):
        if token.pos_ == "NOUN" and "Plur" in token.morph.get("Number", []) and is_human(singular(token.text)):
            return doc[token.i : phrase_end(doc, token.i, len(doc))].text
    return None


def newcomer_before(doc: Doc, position: int, gender: Gender | None, is_human: Callable[[str], bool]) -> str | None:
    """Return the phrase, without article, of the person of that gender whom the text has just brought in: "ouvrière de
    57 ans"."""
    for token in _back(doc, position):
        acts = token.i < 2 or doc[token.i - 2].pos_ not in {"ADP", "SCONJ", "CCONJ", "VERB", "AUX"}
        brought = acts and token.i > 0 and doc[token.i - 1].lower_ in _NEW and is_human(token.text)
        if brought and (gender is None or (doc[token.i - 1].lower_ == "une") == (gender == "Fem")):
            return doc[token.i : phrase_end(doc, token.i, len(doc))].text
    return None


def singular(noun: str) -> str:
    """Return a noun in the singular, as far as its ending tells: "commerciaux" gives "commercial"."""
    word = noun.lower()
    if word.endswith("aux") and not word.endswith("eaux"):
        return word[:-3] + "al"
    return word[:-1] if word.endswith(("s", "x")) else word


def _back(doc: Doc, position: int) -> list[Token]:
    span = doc.char_span(max(0, position - 1), position, alignment_mode="expand") if position else None
    last = span.start if span is not None else 0
    return list(reversed(doc[max(0, last - _FARTHEST) : last]))
