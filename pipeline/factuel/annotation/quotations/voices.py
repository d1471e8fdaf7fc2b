"""Who speaks where the verb has no subject that names anybody: "on", a spokesman "par la voix de", "de source …"."""

from __future__ import annotations

from typing import Final

from spacy.tokens import Doc

from factuel.annotation.quotations.forms import plain
from factuel.annotation.quotations.layout import Layout
from factuel.annotation.quotations.lexicon import words
from factuel.annotation.quotations.phrases import noun_phrase
from factuel.annotation.quotations.speakers import can_speak
from factuel.annotation.quotations.value import Speaker

_OF: Final = frozenset({"de", "d'", "du", "des"})
_AT: Final = frozenset({"à", "au", "aux", "chez", "dans", "auprès", "aupres", "du", "de", "côté"})
_SURE: Final = frozenset({"auprès", "aupres", "de", "chez", "du"})
_ON: Final = frozenset({"on", "l'on"})
_BEFORE_ON: Final = 14


def mouthpiece(layout: Layout, speaker: Speaker) -> Speaker | None:
    """Return who lends a group its voice: X of "la région, par la voix de X, a annoncé …"."""
    doc = layout.doc
    limit = layout.token_from(layout.sentence(speaker.start)[1])
    for i in range(layout.token_from(speaker.end), limit - 4):
        if plain(doc[i]) == "par" and plain(doc[i + 2]) in words("mouthpiece") and plain(doc[i + 3]) in _OF:
            found = noun_phrase(doc, i + 4, limit)
            return found if found is not None and can_speak(doc, found) else None
    return None


def place_after(doc: Doc, i: int, limit: int) -> Speaker | None:
    """Return who is meant by "on" before token `i`: "assure-t-on à la préfecture", "du côté de X", "de source …"."""
    while i < limit and (plain(doc[i]) in words("time") or plain(doc[i]) in {"le", "la"} or doc[i].pos_ == "ADV"):
        i += 1
    if i + 1 >= limit or (doc[i].pos_ != "ADP" and plain(doc[i]) not in _AT):
        return None
    return _place(doc, i, limit)


def place_before(doc: Doc, first: int, verb: int) -> Speaker | None:
    """Return who is meant by "on", subject of the verb at token `verb`: "À la mairie, on assure que …".

    The sentence begins at token `first` with the phrase, or with a connector before it.
    """
    if verb - first > _BEFORE_ON or not any(plain(doc[i]) in _ON for i in range(max(first, verb - 4), verb)):
        return None
    i = first
    while i < verb and (doc[i].pos_ in {"CCONJ", "ADV"} or doc[i].text == ","):
        i += 1
    return _place(doc, i, verb) if i < verb and plain(doc[i]) in _AT else None


def is_same_source(doc: Doc, first: int) -> bool:
    """Does the sentence begin with "De même source": whoever spoke before?"""
    return first + 1 < len(doc) and plain(doc[first]) in {"de", "d'"} and plain(doc[first + 1]) == "même"


def _place(doc: Doc, i: int, limit: int) -> Speaker | None:
    """Return the speaker of a phrase after the preposition at token `i`; a mere place is none."""
    at = i + 1
    if plain(doc[i]) in {"auprès", "aupres"}:
        at += 1
    elif at + 1 < limit and plain(doc[at]) in {"côté", "sein"}:
        at += 2
    if at < limit and plain(doc[at]) == "même":
        return None
    if at >= limit or (doc[at].ent_type_ == "LOC" and plain(doc[i]) != "chez"):
        return None
    found = noun_phrase(doc, at, limit)
    return found if found is not None and (plain(doc[i]) in _SURE or can_speak(doc, found)) else None
