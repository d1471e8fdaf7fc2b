"""Comparing names: the key that hyphen, apostrophe, case, accent and article variants share, and acronyms."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from factuel.annotation.notation.folding import fold
from factuel.models import read_lexicon, read_words

_ARTICLE: Final = re.compile(r"^(?:(?:le|la|les|au|aux|du|des|the) |l'|d')")
_SAINT: Final = re.compile(r"\b(s)t(e?)\b[. -]")
_WORD: Final = re.compile(r"[^\W_]+")
_MAX_ACRONYM: Final = 10
_MIN_DEFINED: Final = 3
_MIN_FIRSTS: Final = 2
CLUB_ENDINGS: Final = ("fc", "sc", "ac", "rc", "hb", "bc", "vb")
"""Letters that close a club's acronym: football club, sporting club, and their like."""


@cache
def _small_words() -> frozenset[str]:
    return read_words("name_words", kind="small")


@cache
def _legal_forms() -> frozenset[str]:
    return frozenset(fold(form) for form in read_words("name_words", kind="legal")) | {"group", "groupe", "holding"}


def name_key(text: str) -> str:
    """Return what variants of one name share: "l'Hôtel-Dieu" and "HOTEL DIEU" have the same key."""
    folded = " ".join(fold(text).split())
    folded = _ARTICLE.sub("", folded)
    folded = _SAINT.sub(r"\1aint\2 ", folded + " ")
    return " ".join(_WORD.findall(folded))


def name_words(text: str) -> tuple[str, ...]:
    """Return the folded words of a name, double names kept whole: "Anne-Sophie Le Goff" has three."""
    return tuple(word.strip(".,'\"«»()") for word in fold(text).split() if word.strip(".,'\"«»()"))


def without_legal_form(key: str) -> str:
    """Return the key of a company without the legal form at its end ("luxfrigo s a" is "luxfrigo")."""
    words = key.split()
    while len(words) > 1 and (words[-1] in _legal_forms() or len(words[-1]) == 1):
        words.pop()
    return " ".join(words)


def is_short_form(short: str, long: str) -> bool:
    """Return whether `short` may be the acronym of `long`: its letters begin words of it, or stand in them in order.

    "Feder" is one of "Fonds européen de développement régional"; only the first letter must begin a word.
    """
    letters = [character for character in fold(short) if character.isalpha()]
    words = _WORD.findall(fold(long))
    if not 2 <= len(letters) <= _MAX_ACRONYM or " " in short.strip() or len(words) < 2 or len(long) <= len(short) + 2:
        return False
    if initials(long).startswith("".join(letters)) or "".join(letters) in initials(long):
        return True
    if words[0][0] != letters[0] or not short[0].isupper():
        return False
    return _in_order(letters, words)


def initials(text: str, *, spelled: bool = False) -> str:
    """Return the first letters of the words of a name, small words left out; acronyms in it whole when `spelled`."""
    words = [word for word in _WORD.findall(text) if fold(word) not in _small_words()]
    return "".join(fold(word) if spelled and word.isupper() and len(word) < 5 else fold(word)[0] for word in words)


@cache
def _names_by_acronym() -> dict[str, frozenset[str]]:
    names: dict[str, set[str]] = {}
    for row in read_lexicon("acronyms"):
        names.setdefault(name_key(row["form"]), set()).add(name_key(row["name"]))
    return {acronym: frozenset(keys) for acronym, keys in names.items()}


@cache
def acronyms_of(key: str) -> frozenset[str]:
    """Return the keys of the acronyms that stand for the name of this key, by the lexicon."""
    return frozenset(acronym for acronym, names in _names_by_acronym().items() if key in names)


def is_known_acronym(short: str, long: str) -> bool:
    """Return whether one acronym stands for the names of both keys by the lexicon, or is one of them."""
    return bool((acronyms_of(short) | ({short} & _names_by_acronym().keys())) & acronyms_of(long))


def is_club_acronym(short: str, long: str) -> bool:
    """Return whether `short` is a club's acronym with the letters that its name leaves out ("SVFC", Stade vestrien)."""
    plain = fold(short)
    return short.isupper() and any(
        plain == initials(long) + ending and len(plain) > len(ending) + 1 for ending in CLUB_ENDINGS
    )


def is_defined_acronym(short: str, long: str) -> bool:
    """Return whether `short` in parentheses after `long` may be its acronym though not all its letters are there:
    capitals of which the first two begin words of the name in order ("communauté d'agglomération X (CABX)")."""
    letters = fold(short)
    return short.isupper() and " " not in short and len(letters) >= _MIN_DEFINED and initials(long)[:2] == letters[:2]


def _in_order(letters: list[str], words: list[str]) -> bool:
    """Return whether the letters stand in the words in order, at least two of them as first letters."""
    firsts, at, position = 0, 0, 0
    for letter in letters:
        while at < len(words):
            found = words[at].find(letter, position)
            begins = any(word[0] == letter for word in words[at + 1 :])
            if found >= 0 and not (found > 0 and begins and word_begins_later(words, at, letter)):
                firsts += found == 0
                position = found + 1
                break
            at, position = at + 1, 0
        else:
            return False
    return firsts >= _MIN_FIRSTS


def word_begins_later(words: list[str], at: int, letter: str) -> bool:
    """Return whether the next word that is not a small one begins with the letter."""
    following = next((word for word in words[at + 1 :] if word not in _small_words()), "")
    return following.startswith(letter)
