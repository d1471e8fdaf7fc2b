"""What a number counts, read from the words that follow it: "190 entreprises adhérentes", "80 % des Français".

Without a parser the phrase stops early: head noun, the adjectives that agree in -s or -x, one complement in "de".
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from factuel.annotation.notation.folding import fold
from factuel.annotation.notation.vocabulary import folded_words

_WORD = re.compile(r"(?P<gap>[ \u00a0\u202f]| ?[«“\"] ?)(?P<word>[^\W\d_][^\W\d_’']*(?:-[^\W\d_]+)*)(?![’'\w])")
_LINK = re.compile(r" (?:de la |de l'|des |du |de |d')(?:(?:ses|leurs|nos|ces|son|sa|leur|cette|ce) )?")
_BARE_LINK = re.compile(r" (?:de |d')")
_DEFINITE = re.compile(r"(?:la|les|ses|leurs|nos|ces|son|sa|leur|cette|ce) |l'")
_ADVERB = re.compile(
    r" (?:plus|moins|tres)(?= (?:grand|petit|gros|jeune|vieu|vieil|bel|beau|haut|long|import|fort)\w*)"
)
_PERIODS = frozenset({"samedi", "dimanche", "lundi", "mardi", "mercredi", "jeudi", "vendredi"})
_PLURAL = re.compile(r"[sxz]\Z")


@dataclass(frozen=True, slots=True)
class Counted:
    """The phrase from `start` to `end` (exclusive); `head_end` is where its noun ends."""

    start: int
    end: int
    head_end: int


@cache
def _stops() -> frozenset[str]:
    return folded_words("function_words")


@cache
def _endings() -> tuple[str, ...]:
    return tuple(sorted(folded_words("adjective_endings")))


def counted_at(text: str, folded: str, end: int, plural: bool, linked: bool, bare: bool = False) -> Counted | None:
    """Return the counted phrase after a number that ends at `end`.

    `plural` asks for a plural noun (a number of two or more); `linked` asks for "de", "des", "du" before it, `bare` for
    "de" alone: "15 000 euros de dons" counts gifts, "15 000 euros de la région" says who gives.
    """
    if linked:
        link = (_BARE_LINK if bare else _LINK).match(folded, end)
        if link is None or text[end : end + 4].lower() == " dès" or (bare and _DEFINITE.match(folded, link.end())):
            return None
        end = link.end() - 1 if folded[link.end() - 1] == " " else link.end()
        return _phrase(text, folded, end, plural=False, elided=folded[link.end() - 1] == "'")
    return _phrase(text, folded, end, plural, elided=False)


def _next(text: str, end: int, elided: bool = False) -> re.Match[str] | None:
    if elided:
        return re.compile(r"(?P<gap>)(?P<word>[^\W\d_][^\W\d_’']*(?:-[^\W\d_]+)*)").match(text, end)
    return _WORD.match(text, end)


def _phrase(text: str, folded: str, end: int, plural: bool, elided: bool) -> Counted | None:
    adverb = _ADVERB.match(folded, end)
    word = _next(text, adverb.end() if adverb else end, elided)
    start = None
    seen = 0
    while word is not None and fold(word.group("word")) in folded_words("counted_adjectives") and seen < 3:
        start = word.start("word") if start is None else start
        after = _next(text, word.end())
        if after is None or fold(after.group("word")) in _stops():
            break
        word, seen = after, seen + 1
    if word is None:
        return None
    start = word.start("word") if start is None else start
    if plural and not _is_noun(word.group("word"), plural) and _is_noun(word.group("word"), plural=False):
        word = _foreign_plural(text, word)
    if word is None or not _is_noun(word.group("word"), plural):
        return None
    head_end = word.end()
    return Counted(start, _extended(text, folded, head_end), head_end)


def _foreign_plural(text: str, word: re.Match[str]) -> re.Match[str] | None:
    """Return the plural after a word in the singular when the two make a foreign noun ("deux family offices")."""
    after = _next(text, word.end())
    known = after is None or word.group("word")[0].isupper() or after.group("word")[0].isupper()
    return None if known or fold(word.group("word")) in _PERIODS else after


def _is_noun(word: str, plural: bool) -> bool:
    folded = fold(word)
    if folded in _stops() or len(folded) < 2:
        return False
    return not plural or _PLURAL.search(folded) is not None


def _extended(text: str, folded: str, end: int) -> int:
    """Return the end of the phrase with an adjective and one complement in "de" with its adjective."""
    end = _adjective_end(text, end)
    link = _BARE_LINK.match(folded, end)
    if link is None:
        return end
    elided = folded[link.end() - 1] == "'"
    noun = _next(text, link.end() if elided else link.end() - 1, elided)
    if noun is None or not _is_noun(noun.group("word"), plural=False) or noun.group("word")[0].isupper():
        return end
    return _adjective_end(text, noun.end())


def _adjective_end(text: str, end: int) -> int:
    word = _WORD.match(text, end)
    if word is None or word.group("gap") not in (" ", "\u00a0"):
        return end
    folded = fold(word.group("word"))
    if folded in _stops() or word.group("word")[0].isupper() or not folded.endswith(_endings()) or len(folded) < 5:
        return end
    return word.end()
