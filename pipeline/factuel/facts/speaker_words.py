"""The words of noun phrases that speak: their head, gender and kind, without asking the article."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from factuel.annotation.notation.folding import fold
from factuel.annotation.quotations.antecedents import Gender, pronoun_gender
from factuel.facts.profiles import functions, human_nouns
from factuel.models import read_words

_ARTICLE: Final = re.compile(
    r"(?:(?:les|le|la|une|un|des|ce|cet|cette|ces|son|sa|ses|leurs|leur)\s+|l['’]\s*)(?=\w)", re.IGNORECASE
)
DEMONSTRATIVE: Final = re.compile(r"(?:ce|cet|cette|ces)\s", re.IGNORECASE)
DEFINITE: Final = re.compile(r"(?:(?:le|la|ce|cet|cette)\s+|l['’]\s*)(?P<noun>\S.*)", re.IGNORECASE | re.DOTALL)
OTHER: Final = re.compile(r"\b(?:précédente?|futur?e?|autre|prochaine?|seconde?)\b", re.IGNORECASE)
"""An adjective that tells somebody from those spoken of."""
OWNED: Final = re.compile(r"\s(?:du|des|de\s+la|de\s+l['’]|au|aux|à\s+la)[\s\w]|\s(?:de\s+|d['’]\s?)(?=[A-ZÀ-Þ])")
"""A complement that tells whose function it is: "du club", "de Lumeo", unlike "en scène", "de file"."""
OFFICE: Final = re.compile(
    r"\b(?:cantonal|municipal|régional|départemental|communal|général|adjoint|technique|financi|commercial|fédéral|"
    r"national|médical|sportif|sportive|artistique|scientifique|pédagogique)",
    re.IGNORECASE,
)
"""An adjective that tells which office a function is."""
_CONSONANT: Final = re.compile(r"[^aeiouyhàâéèêëîïôùûAEIOUYHÀÂÉÈÊÎÔ]")
COMPLEMENT: Final = re.compile(r"\s(?:d['’]|(?:de|du|des|à|au|aux|en)\s)", re.IGNORECASE)


def head_of(noun: str) -> str:
    """Return the first word of a noun phrase without article that is a noun for people, folded; else the first.

    A demonym after another word describes it ("présidence française").
    """
    words = [fold(word).removeprefix("ex-") for word in noun.split()] or [""]
    if words[0] in people_nouns():
        return words[0]
    return next((word for word in words[1:2] if word in people_nouns() - demonyms()), words[0])


def is_new(phrase: str) -> bool:
    """Does the noun phrase bring somebody new: "une ouvrière", "le chef du parti", but not "l'ouvrière"?"""
    stated = DEFINITE.match(phrase)
    if DEMONSTRATIVE.match(phrase):
        return False
    return stated is None or bool(COMPLEMENT.search(stated["noun"]))


def shows_other(name: str, pronoun: str) -> bool:
    """Does a noun phrase show another gender than the pronoun: "ancien cadre" and "elle"?"""
    return noun_gender(head_of(name)) not in {pronoun_gender(pronoun), None}


def noun_gender(noun: str) -> Gender | None:
    """Return the gender of a noun for people that has a form for each: "accusé", "éleveuse"; None for "cadre"."""
    forms = people_nouns()
    if noun not in forms:
        return None
    if {noun + "e", noun + "ne", noun[:-1] + "se", noun[:-3] + "rice", noun[:-2] + "ere"} & (forms - {noun}):
        return "Masc"
    masculine = {noun[:-1], noun[:-2], noun[:-2] + "r", noun[:-4] + "eur", noun[:-3] + "er"}
    return "Fem" if noun.endswith("e") and masculine & forms else None


def shown_gender(phrase: str) -> Gender | None:
    """Return the gender of a phrase for a person: its article's, else its noun's ("l'éleveuse")."""
    article = phrase.split(maxsplit=1)[0].lower() if phrase.strip() else ""
    if article in {"le", "ce", "cet", "un"} or (article == "son" and _CONSONANT.match(without_article(phrase))):
        return "Masc"
    return "Fem" if article in {"la", "cette", "une", "sa"} else noun_gender(head_of(without_article(phrase)))


@cache
def people_nouns() -> frozenset[str]:
    """Return the folded nouns for people: functions, other human nouns, nationalities."""
    return human_nouns() | functions() | frozenset(map(fold, read_words("demonyms")))


def is_human(noun: str) -> bool:
    """Is the word, in the singular, a noun for people?"""
    return fold(noun) in people_nouns()


@cache
def demonyms() -> frozenset[str]:
    """Return the folded nouns for people of a place."""
    return frozenset(map(fold, read_words("demonyms")))


@cache
def general_nouns() -> frozenset[str]:
    """Return the folded nouns that name a person again whatever they do: "l'élu", "l'artisan"."""
    return frozenset(map(fold, read_words("reporting_words", kind="general")))


@cache
def institutions() -> frozenset[str]:
    """Return the folded nouns for institutions that stand for no other kind of body: "préfecture", "parquet"."""
    return frozenset(map(fold, read_words("reporting_words", kind="institution")))


@cache
def impersonal_nouns() -> frozenset[str]:
    """Return the folded nouns that stand for no one person: "source", "défense"."""
    return frozenset(map(fold, read_words("reporting_words", kind="impersonal")))


@cache
def body_nouns() -> frozenset[str]:
    """Return the folded nouns that name an organisation again: "entreprise", "parti", but not "direction"."""
    return frozenset(map(fold, read_words("reporting_words", kind="body")))


@cache
def relational_nouns() -> frozenset[str]:
    """Return the folded nouns for who is somebody to another: "fille", "avocat", "voisin"."""
    return frozenset(map(fold, read_words("reporting_words", kind="relational")))


@cache
def document_nouns() -> frozenset[str]:
    """Return the folded nouns for documents."""
    return frozenset(map(fold, read_words("speaker_nouns", kind="document")))


def without_article(phrase: str) -> str:
    """Return a noun phrase without its article: "l'ambassade d'Espagne" gives "ambassade d'Espagne"."""
    found = _ARTICLE.match(phrase)
    return phrase[found.end() :] if found else phrase
