"""People beside a function: the name that starts or ends at a token, whatever the sentence borders say."""

from __future__ import annotations

from functools import cache
from typing import Final

from spacy.tokens import Doc, Span, Token

from factuel.facts.function_words import demonyms, title_words
from factuel.models import read_words, unaccented

ASIDE: Final = 8
"""Tokens of an age, a party, a town or a kinship between a name and its function."""
_SHORT_NAME: Final = 4
_ARTICLES: Final = frozenset({"le", "la", "l'", "l’"})


def person_starting(doc: Doc, at: int) -> Span | None:
    """Return the person's name whose first token is `at`."""
    if not 0 <= at < len(doc) or doc[at].ent_type_ != "PER" or doc[at].ent_iob_ != "B":
        return None
    end = at + 1
    while end < len(doc) and doc[end].ent_type_ == "PER" and doc[end].ent_iob_ == "I":
        end += 1
    return None if end == at + 1 and _is_acronym(doc[at]) else doc[at:end]


def _is_acronym(token: Token) -> bool:
    """Return whether a name in capitals is a party's ("le député LREM") rather than a person's ("le député DUPONT")."""
    return token.text in read_words("organisations", kind="party") or (token.is_upper and len(token) < _SHORT_NAME)


def person_ending(doc: Doc, at: int) -> Span | None:
    """Return the person's name that ends before token `at`."""
    if not 0 < at <= len(doc) or doc[at - 1].ent_type_ != "PER":
        return None
    start = at - 1
    while start > 0 and doc[start].ent_iob_ == "I":
        start -= 1
    person = person_starting(doc, start)
    return person if person is not None and person.end == at else None


def after_courtesy(doc: Doc, at: int) -> int:
    """Step right over "M.", "le Dr", "Mes" in front of a name."""
    courtesy = read_words("courtesy_titles") | {"mes", "mm.", "mmes"}
    if at + 1 < len(doc) and doc[at].lower_ in _ARTICLES and doc[at + 1].lower_ in courtesy:
        at += 1
    while at < len(doc) and doc[at].lower_ in courtesy:
        at += 1
    return _after_people(doc, at)


def _after_people(doc: Doc, at: int) -> int:
    """Step right over "le Gallois", "l'Espagnole", "le socialiste" in front of a name."""
    named = at + 2 < len(doc) and doc[at].lower_ in _ARTICLES and doc[at + 2].ent_type_ == "PER"
    return at + 2 if named and unaccented(doc[at + 1].text) in demonyms() else at


def before_adverbs(doc: Doc, at: int) -> int:
    """Step left over "aujourd'hui", "jusqu'ici", "par ailleurs", "lui-même" in front of a title."""
    adverbs = title_words("adverb")
    while at > 0 and unaccented(doc[at - 1].text) in adverbs:
        at -= 1
    return at


def before_aside(doc: Doc, at: int) -> int:
    """Step left over an age, a party or a town between commas or brackets: "X, 45 ans,", "X (Lille),"; 0 if none."""
    for index in range(at - 1, max(0, at - ASIDE), -1):
        if doc[index].text in {",", "("} and index < at - 1:
            return index
        if _is_finite(doc, index) or doc[index].is_sent_start or doc[index].ent_type_ == "PER":
            break
    return 0


def person_before(doc: Doc, at: int) -> Span | None:
    """Return the person named before a comma or bracket at token `at`, one aside between allowed."""
    return person_ending(doc, at) or person_ending(doc, before_aside(doc, at))


def person_before_verb(doc: Doc, at: int) -> Span | None:
    """Return the person named just before the verb at token `at`: its auxiliaries, clitics and a closed aside are
    stepped over ("X, 47 ans, vient d'être nommé", "X, qui devient")."""
    while at > 0 and (doc[at - 1].pos_ in {"AUX", "ADV"} or unaccented(doc[at - 1].text) in _before_verb()):
        at -= 1
    if at > 0 and doc[at - 1].text == ",":
        return person_before(doc, at - 1)
    return person_ending(doc, at)


def _is_finite(doc: Doc, at: int) -> bool:
    return doc[at].pos_ in {"VERB", "AUX"} and "Fin" in doc[at].morph.get("VerbForm", [])


@cache
def _before_verb() -> frozenset[str]:
    return frozenset(unaccented(word) for word in read_words("grammatical_words", role="before_verb"))
