"""Words that name a function, and the words around them, as the lexicons know them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Final

from spacy.tokens import Token

from factuel.models import read_lexicon, read_words, unaccented

_COMPOUNDS: Final = frozenset(
    {"tete", "milieu", "bras", "charge", "chargee", "maitre", "maitresse", "demi", "numero", "homme", "femme"}
)
"""Heads that are functions only in a fixed phrase: "tête de liste", "numéro deux", "bras droit", "homme d'affaires"."""
_PHRASE_SECONDS: Final = frozenset({"de", "droit", "des", "du", "un", "deux", "1", "2", "d'"})
_PHRASE_THIRDS: Final = {"tete": {"liste", "serie"}, "homme": {"affaires"}, "femme": {"affaires"}}


def _folded(lexicon: str, **where: str) -> frozenset[str]:
    return frozenset(unaccented(form) for form in read_words(lexicon, **where))


@cache
def function_kinds() -> Mapping[str, str]:
    """Return the kind of each function word, by its form without accents."""
    return {unaccented(row["form"]): row["kind"] for row in read_lexicon("functions")}


@cache
def demonyms() -> frozenset[str]:
    """Return the adjectives of nationality, region and party, without accents."""
    return _folded("demonyms")


@cache
def title_words(role: str) -> frozenset[str]:
    """Return the words around a title that play a role (see models/lexicons/title_words.tsv), without accents."""
    return _folded("title_words", role=role)


@cache
def organisation_nouns() -> frozenset[str]:
    """Return the common nouns that stand for an organisation, without accents."""
    return _folded("organisation_nouns")


def fold(token: Token) -> str:
    """Return the form of a token as the lexicons of titles are asked for it, "ex-" left out; "P-DG", which the
    tokenizer cuts in two, is one."""
    word = unaccented(token.text).removeprefix("ex-")
    if token.i + 1 < len(token.doc) and token.nbor(1).text.startswith("-") and not token.whitespace_:
        whole = word + unaccented(token.nbor(1).text)
        return whole if whole in _compounds() else word
    return word


@cache
def _compounds() -> frozenset[str]:
    words = {unaccented(row["form"]) for name in ("functions", "organisation_nouns") for row in read_lexicon(name)}
    return frozenset(word for word in words if "-" in word)


def is_function(token: Token) -> bool:
    """Return whether a token is a function's head word, "ex-" in front of it included."""
    word = fold(token)
    following = fold(token.nbor(1)) if token.i + 1 < len(token.doc) else ""
    if word in {"premier", "premiere"}:
        return following in function_kinds()
    if word in _COMPOUNDS:
        third = fold(token.nbor(2)) if token.i + 2 < len(token.doc) else ""
        return following in _PHRASE_SECONDS and third in _PHRASE_THIRDS.get(word, {third})
    if word in {"elu", "elue"} and token.pos_ != "NOUN":
        return False
    return word in function_kinds() or (token.pos_ == "NOUN" and _is_profession(word) and _before_person(token))


@cache
def _is_profession(word: str) -> bool:
    endings = tuple(_folded("profession_endings", kind="ending"))
    return word.endswith(endings) and word not in _folded("profession_endings", kind="never") and word not in demonyms()


def _before_person(token: Token) -> bool:
    """Return whether a person's name follows at once."""
    at = token.i + 1
    return at < len(token.doc) and token.doc[at].ent_type_ == "PER"
