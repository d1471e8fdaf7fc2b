"""Words that name a function, and the words around them, as the lexicons know them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Final

from spacy.tokens import Token

from factuel.annotation.notation.folding import fold as fold_text
from factuel.models import read_lexicon, read_words, unaccented

_COMPOUNDS: Final = frozenset({"tete", "bras", "charge", "chargee", "maitre", "maitresse", "numero", "homme", "femme"})
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
    if not token.whitespace_ and token.i + 1 < len(token.doc) and token.nbor(1).text.startswith("-"):
        whole = word + unaccented(token.nbor(1).text)
        if token.nbor(1).text == "-" and token.i + 2 < len(token.doc):
            whole += unaccented(token.nbor(2).text)
        return whole if whole in _compounds() else word
    return word


def is_plural(token: Token) -> bool:
    """Return whether a token is a function in the plural ("les ministres")."""
    word = fold(token)
    return word.endswith("s") and word not in function_kinds() and word[:-1] in function_kinds() and word != "elus"


_GENDERS: Final = (
    ("et", "ète"),
    ("teur", "trice"),
    ("eur", "euse"),
    ("er", "ère"),
    ("f", "ve"),
    ("ien", "ienne"),
    ("", "e"),
)
"""Endings in the masculine and the feminine, after the Académie's report of 2019."""


def in_gender(title: str, gender: str | None) -> str:
    """Return a title in the gender `Masc` or `Fem`: "directeur général" in the feminine is "directrice générale"."""
    return " ".join(_word_in_gender(word, gender) for word in title.split(" "))


def _word_in_gender(word: str, gender: str | None) -> str:
    for masculine, feminine in _GENDERS:
        old, new = (masculine, feminine) if gender == "Fem" else (feminine, masculine)
        other = word[: len(word) - len(old)] + new
        if word.endswith(old) and {word, other} <= _title_forms() and gender is not None:
            return other
    return word


@cache
def _title_forms() -> frozenset[str]:
    return read_words("functions") | read_words("title_words", role="after")


@cache
def _compounds() -> frozenset[str]:
    words = {unaccented(row["form"]) for name in ("functions", "organisation_nouns") for row in read_lexicon(name)}
    return frozenset(word for word in words if "-" in word)


@lru_cache(maxsize=100_000)
def may_be_function(form: str) -> bool:
    """Return whether a token of this form in lower case can be a function's head word, whatever stands around it."""
    word = unaccented(form).removeprefix("ex-")
    kinds = function_kinds()
    simple = word in kinds or (word.endswith("s") and word[:-1] in kinds) or word in _COMPOUNDS or _is_trade(word)
    return simple or word in {"premier", "premiere", "conseil"} or word in _compound_starts()


@cache
def _compound_starts() -> frozenset[str]:
    return frozenset(word.split("-")[0] for word in _compounds())


def is_function(token: Token) -> bool:
    """Return whether a token is a function's head word, "ex-" in front of it included."""
    if not token.text[0].isalpha():
        return False
    word = fold(token)
    following = fold(token.nbor(1)) if token.i + 1 < len(token.doc) else ""
    if word in {"premier", "premiere"}:
        return following in function_kinds()
    if word in _COMPOUNDS:
        third = fold(token.nbor(2)) if token.i + 2 < len(token.doc) else ""
        if word in {"charge", "chargee"} and third and token.nbor(2).pos_ == "VERB":
            return False
        return following in _PHRASE_SECONDS and third in _PHRASE_THIRDS.get(word, {third})
    if word == "conseil":
        return _is_counsel(token)
    if _is_other_word(token, word, following):
        return False
    if (
        word in {"elu", "elue"}
        and (token.pos_ != "NOUN" or following in function_kinds())
        and not _is_someone_elected(token, following)
    ):
        return False
    return (
        word in function_kinds()
        or is_plural(token)
        or (token.pos_ == "NOUN" and _is_profession(word) and _before_person(token))
        or (_is_trade(word) and _after_person(token))
    )


def _is_other_word(token: Token, word: str, following: str) -> bool:
    """ "jugé" is no "juge", "elle juge que" neither, nor is the adjective of "le principal prévenu" a headmaster, nor
    is "associé à deux cadres" a partner or "titulaire d'un master" in office."""
    if token.lower_.endswith("é") and token.lower_ not in read_words("functions"):
        return True
    if word in {"principal", "principale"} and following not in {"du", "de", "d'"} and not _announces_person(token):
        return True
    if token.pos_ == "ADJ" and token.i and _is_described(token.nbor(-1)):
        return True
    if word in {"associe", "associee"} and (following in {"a", "au", "aux"} or _is_owned(token)):
        return True
    adverb = token.i + 1 < len(token.doc) and token.nbor().pos_ == "ADV"
    if word == "juge" and (adverb or following in title_words("article") - {"du", "des", "au", "aux"}):
        return True
    if word == "titulaire" and following == "d'":
        return True
    return token.pos_ == "VERB" and following in {"que", "qu'", "«", ":"}


def _is_owned(token: Token) -> bool:
    """ "son associée, Zoé Marquis": whose, but not of what."""
    return token.i > 0 and token.nbor(-1).lower_ in {"son", "sa", "leur", "mon", "ma"}


def _announces_person(token: Token) -> bool:
    """ "Le principal, Thomas Brunel": a comma and a name follow."""
    at = token.i + 2
    return at < len(token.doc) and token.nbor().text == "," and token.doc[at].ent_type_ == "PER"


def _is_described(token: Token) -> bool:
    """ "le débat permanent": the adjective of a noun that is no function."""
    return token.pos_ == "NOUN" and fold(token) not in function_kinds() and not is_plural(token)


def _is_someone_elected(token: Token, following: str) -> bool:
    """ "Une élue", and what the tagger reads as participles: "l'élue Zoé Marquis", "Paul Morel, élu d'opposition",
    "élu CGT", "élu de la Somme"; not "élu maire"."""
    if token.pos_ == "NOUN":
        return following not in function_kinds()
    article = token.i > 0 and token.nbor(-1).pos_ == "DET" and _before_person(token)
    where = token.doc[token.i + 1 : token.i + (4 if following in {"de", "du", "des", "d'"} else 2)]
    named = any(word.ent_type_ in {"ORG", "LOC"} for word in where)
    return article or ((following == "d'" or named) and _after_person(token))


def _is_counsel(token: Token) -> bool:
    """ "Me X, conseil de M. Y", "son conseil, Me X": a lawyer, not a council."""
    if token.i > 0 and token.i + 2 < len(token.doc) and token.nbor(-1).lower_ in {"son", "leur"}:
        return token.nbor().text == "," and token.nbor(2).lower_ in {"me", "maître"}
    if token.i < 2 or token.i + 2 >= len(token.doc) or token.nbor(-1).text != ",":
        return False
    whose = token.nbor(2)
    return token.nbor(-2).ent_type_ == "PER" and (whose.ent_type_ == "PER" or whose.lower_ in {"m.", "mme", "mm."})


@cache
def _is_profession(word: str) -> bool:
    endings = tuple(_folded("profession_endings", kind="ending"))
    return word.endswith(endings) and word not in _folded("profession_endings", kind="never") and word not in demonyms()


@cache
def _trades() -> frozenset[str]:
    return _folded("profession_endings", kind="after")


def _is_trade(word: str) -> bool:
    """Return whether a word is a profession after a name: by its ending, or one that before a name tells of a
    company."""
    return word in _trades() or _is_profession(word)


def _after_person(token: Token) -> bool:
    """Return whether the word is an apposition to a person's name: "X, horloger", "X, un statisticien bernois"."""
    at = token.i - 1
    while at > 1 and fold(token.doc[at]) in title_words("article") | title_words("former") | title_words("skipped"):
        at -= 1
    return at > 0 and token.doc[at].text in {",", "("} and token.doc[at - 1].ent_type_ == "PER"


def _before_person(token: Token) -> bool:
    """Return whether a person's name follows at once."""
    at = token.i + 1
    return at < len(token.doc) and token.doc[at].ent_type_ == "PER"


@cache
def _groups() -> Mapping[str, frozenset[str]]:
    groups: dict[str, set[str]] = {}
    for row in read_lexicon("function_groups"):
        groups.setdefault(fold_text(row["form"]), set()).add(fold_text(row["member"]))
    return {form: frozenset(members) for form, members in groups.items()}


def function_group(word: str) -> frozenset[str]:
    """Return the folded functions that a folded noun may mean ("élu": maire, sénateur)."""
    return _groups().get(word, frozenset())
