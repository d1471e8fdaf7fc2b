"""How long a function lasts, and whether it is one at all: past terms, "eut pour directrice", verbs of trying."""

from __future__ import annotations

from typing import Final

from spacy.tokens import Doc, Span, Token

from factuel.facts.doc_tables import sent_of
from factuel.facts.role_people import after_courtesy, person_starting
from factuel.facts.titles import Title
from factuel.models import verb_forms
from factuel.records import DateMention

_HAD: Final = frozenset({"eut", "avait", "eurent", "avaient", "eu"})
_HAS: Final = frozenset({"a", "ont", "ayant"})
_OPENING: Final = frozenset({"«", "“", '"'})
_CLOSING: Final = frozenset({"»", "”", '"'})
_WORK: Final = 14
"""Tokens of the title of a work in guillemets."""
_REACH: Final = 5
"""Tokens between a verb of trying and "devenir"."""


def is_past_term(time: DateMention | None, published: str | None) -> bool:
    """Return whether the dates right after a title are a term that ended before the year of the page: "maire de Lens de
    1971 à 1989", "jusqu'en 1989"."""
    if time is None or time.to is None or "/" not in time.edtf or not published:
        return False
    several = time.from_ is None or time.from_[:4] != time.to[:4]
    return several and time.to[:4] < published[:4]


def had_by(doc: Doc, first: int, *, past: bool = False) -> Token | None:
    """Return the verb of having before the title at token `first` ("qui a pour directrice", "eut pour maire"); only a
    past one when `past`."""
    if first < 2 or doc[first - 1].lower_ != "pour":
        return None
    verb = doc[first - 2]
    return verb if verb.lower_ in _HAD or (verb.lower_ in _HAS and not past) else None


def past_patron(doc: Doc, title: Title) -> Span | None:
    """Return the second name of "le directeur de cabinet de X, Y, ...", "l'avocat de X, Me Y": Y works for X. A third
    one makes it a list ("l'avocat de X, Y et Z")."""
    at = title.stop
    if title.first == title.start or at >= len(doc) or doc[at].lower_ not in {"de", "d'", "d’"}:
        return None
    patron = person_starting(doc, after_courtesy(doc, at + 1))
    if patron is None or patron.end >= len(doc) or doc[patron.end].text != ",":
        return None
    person = person_starting(doc, after_courtesy(doc, patron.end + 1))
    listed = person is not None and person.end < len(doc) and doc[person.end].lower_ in {"et", "ou"}
    return None if listed else person


def past_work(doc: Doc, title: Title) -> Span | None:
    """Return the name after a work in guillemets: "le réalisateur de « La Peur », Jan Kowal"."""
    at = title.stop
    if at + 1 >= len(doc) or doc[at].lower_ not in {"de", "du", "d'", "d’"} or doc[at + 1].text not in _OPENING:
        return None
    closing = next((word.i for word in doc[at + 2 : at + _WORK] if word.text in _CLOSING), None)
    if closing is None or closing + 1 >= len(doc):
        return None
    comma = doc[closing + 1].text == ","
    return person_starting(doc, after_courtesy(doc, closing + 1 + comma)) if title.first < title.start else None


def is_tried(verb: Token) -> bool:
    """Return whether the verb that gives a function is only what somebody tries or dreams of: "tente de devenir
    comédienne", "rêve d'être nommée directrice"."""
    forms = verb_forms("trying_verbs")
    before = verb.doc[max(sent_of(verb).start, verb.i - _REACH) : verb.i]
    infinitive = "Inf" in verb.morph.get("VerbForm", []) or any(word.lower_ == "être" for word in before)
    return infinitive and any(word.lower_ in forms and word.pos_ in {"VERB", "AUX", "NOUN", "ADJ"} for word in before)
