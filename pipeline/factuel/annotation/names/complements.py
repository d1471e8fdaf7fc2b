"""The complement of a head noun, up to the name in it: "de commerce et d'industrie des Vosges"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from factuel.annotation.names.capitals import ARTICLES, OF, is_demonym, is_name_word, known_end
from factuel.annotation.names.reading import Reading

MAX_LINKS: Final = 5
ARTICLES_UPPER: Final = frozenset({"Le", "La", "Les", "L'", "L’"})
PURPOSES: Final = frozenset({"pour", "contre", "sur"})
_MAX_TOKENS: Final = 16
_MAX_NOUNS: Final = 4
_MAX_TOWN: Final = 8
_STREETS: Final = frozenset({"rue", "avenue", "place", "boulevard", "quai", "cours"})


@dataclass(frozen=True)
class Complement:
    """Where the name after a head begins, how it is tied to it, and whether common nouns stand between."""

    name: int
    link: str
    chained: bool


def read_complement(r: Reading, j: int, several_words: bool) -> Complement | None:
    """Return the complement that begins at token j, or None when no name is in it; `several_words` heads may go on
    with "et" at once ("chambre de commerce et d'industrie de X")."""
    chained, first = False, j
    for _ in range(MAX_LINKS):
        if j >= len(r) or r.newline[j] or j - first > _MAX_TOKENS:
            return None
        k = skip_of(r, j)
        if k < len(r) and may_begin(r, k):
            return Complement(k, "of" if k > j else "direct", chained)
        if k == j:
            if r.low[j] != "et" or not (chained or several_words) or j + 1 >= len(r):
                return None
            k = skip_of(r, j + 1)
            if k < len(r) and may_begin(r, k) and k > j + 1:
                return Complement(k, "of", chained)
        after = skip_nouns(r, k)
        if after == k or (after < len(r) and r.capital[after] and _announces(r, after - 1)):
            return None
        j, chained = after, True
    return None


def read_purpose(r: Reading, j: int) -> Complement | None:
    """Read "pour la Gestion", "contre la Contrebande" after a capitalised institution."""
    if j < len(r) and r.low[j] in PURPOSES:
        k = j + 1
        while k < len(r) and r.low[k] in ARTICLES | {"un", "une", "nos"}:
            k += 1
        if k < len(r) and may_begin(r, k):
            return Complement(k, "direct", False)
    return None


def _announces(r: Reading, i: int) -> bool:
    """Return whether the common noun at token i announces the name after it by itself ("la naissance du projet X")."""
    return any(head.direct == "out" and len(head.words) == 1 for head in r.lexicon.heads.get(r.low[i], ()))


def may_begin(r: Reading, k: int) -> bool:
    """Return whether the name of a complement may begin at token k."""
    if r.start[k]:
        return False
    if r.text[k] in ARTICLES_UPPER:
        return k + 1 < len(r) and is_name_word(r, k + 1)
    if is_name_word(r, k) and r.text[k] not in r.lexicon.words["never"]:
        return not is_demonym(r, k)
    if _is_number(r, k):
        return True
    return (r.text[k][0].isupper() or r.folded[k] in r.lexicon.lower_starts) and known_end(r, k) > k + 1


def _is_number(r: Reading, k: int) -> bool:
    """Return whether a number opens a name at token k ("3 Grains & Co")."""
    return r.text[k].isdigit() and len(r.text[k]) <= 2 and k + 1 < len(r) and is_name_word(r, k + 1)


def skip_of(r: Reading, j: int) -> int:
    """Return the token after "de", "du", "de la", "aux" at token j, or j."""
    if j < len(r) and (r.low[j] in OF or r.low[j] == "aux"):
        j += 1
        while j < len(r) and r.low[j] in ARTICLES and r.text[j].islower():
            j += 1
    return j


def skip_nouns(r: Reading, j: int) -> int:
    """Return the token after the lower-case nouns and adjectives that begin at token j."""
    first = j
    while j < len(r) and j - first < _MAX_NOUNS and _is_noun(r, j) and r.low[j] not in OF | _STREETS:
        j += 1
    return j


def _is_noun(r: Reading, j: int) -> bool:
    """Return whether token j is a noun or adjective in small letters, or an acronym that is a common noun ("PME")."""
    text = r.text[j]
    return r.is_noun_like(j) or (
        len(text) > 2 and text.isupper() and text in r.lexicon.words["never"] and not r.shout[j]
    )


def is_defined(r: Reading, k: int) -> bool:
    """Return whether an acronym in parentheses follows soon, before any other punctuation."""
    for j in range(k + 1, min(len(r) - 2, k + _MAX_TOKENS)):
        if r.text[j] == "(":
            return r.text[j + 2] == ")" and r.text[j + 1][0].isupper()
        if not r.text[j][0].isalpha():
            return False
    return False


def is_inner(r: Reading, j: int, found: Complement) -> bool:
    """Return whether another place's noun stands between a noun and the name, which is that place's ("la salle de
    l'espace Lescot", "la halle de la route de Lure")."""
    return found.chained and any(
        any(
            head.label == "LOC" and head.direct == "in" and len(head.words) == 1
            for head in r.lexicon.heads.get(low, ())
        )
        for low in r.low[skip_of(r, j) : found.name]
    )


def before_town(r: Reading, head: str, found: Complement, end: int) -> int:
    """Return the end of the name before "de" and the town it stands in ("lycée Siegfried" de Haguenau); unions and
    institutes keep theirs."""
    if head in r.lexicon.words["branch"]:
        return end
    for k in range(max(found.name + (found.link == "direct"), end - _MAX_TOWN), end):
        inside = any(known_end(r, start) > k for start in range(found.name, k))
        if not inside and r.low[k - 1] in {"de", "d'"} and is_town(r, k, end):
            return k - 1
    return end


def common_part(r: Reading, found: Complement, end: int) -> int:
    """Return the end of an event's common nouns, which began at token `end`, before "de" and its town ("Salon du
    cheval" de Craon), or `end`."""
    town = max(found.name + 1, known_end(r, found.name))
    tied = found.chained and found.link == "of" and r.low[found.name - 1] in {"de", "d'"}
    return found.name - 1 if tied and is_town(r, found.name, town) else end


def is_work(r: Reading, start: int, end: int) -> bool:
    """Return whether tokens `start` to `end` are a work or event known by heart."""
    return r.is_known(start, end, "MISC")


def stands_in_town(r: Reading, i: int, found: Complement) -> bool:
    """Return whether the venue with a capital at token i, where one goes, stands in the town after it ("au Colisée"
    de Roubaix)."""
    there = i > 0 and (r.low[i - 1] == "au" or (i > 1 and r.low[i - 1] in {"la", "l'"} and r.low[i - 2] == "à"))
    return there and found.link == "of" and r.low[found.name - 1] in {"de", "d'"} and is_town_at(r, found.name)


def is_town_at(r: Reading, k: int) -> bool:
    """Return whether the name that begins at token k is a town known by heart, or may be one that is not."""
    return is_town(r, k, max(k + 1, known_end(r, k))) or r.spaced[r.starts[k] : r.ends[k]] not in r.lexicon.known


def is_town(r: Reading, start: int, end: int) -> bool:
    """Return whether tokens `start` to `end` are a town known by heart."""
    entries = r.known(start, end)
    return any(known.label == "LOC" and known.kind in {"town", "city"} for known in entries)


def with_second_place(r: Reading, start: int, end: int) -> int:
    """Return the end with "et de la Haute-Corse" after "chambre de commerce de Bastia", or `end`."""
    k = skip_of(r, end + 1)
    if not (start < end < k < len(r) and r.low[end] == "et" and r.is_known(start, end, "LOC")):
        return end
    after = known_end(r, k)
    wider = r.low[end + 1] != r.low[start - 1] or k > end + 2
    return after if after > k and wider and r.is_known(k, after, "LOC") else end
