"""Head nouns and their complements, as a grammar over tokens: "tribunal correctionnel d'Épinal", "rue des Lilas"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from factuel.annotation.names.chunks import (
    ARTICLES,
    OF,
    absorb_adjectives,
    chunk_end,
    is_demonym,
    is_name_word,
    joins_common_head,
    known_end,
)
from factuel.annotation.names.lexicon import Head
from factuel.annotation.names.reading import Reading

_MAX_LINKS: Final = 5
_MAX_TOKENS: Final = 16
_MAX_NOUNS: Final = 4
_OWNERS: Final = frozenset({"ville", "commune", "département", "région", "province", "canton"})
_NOMINAL: Final = frozenset({"NOUN", "PROPN", "X"})
_PURPOSES: Final = frozenset({"pour", "contre", "sur"})
_STREETS: Final = frozenset({"rue", "avenue", "place", "boulevard", "quai", "cours"})
_EVENTS_UPPER: Final = frozenset({"route", "tour"})
"""With a capital that is not due, these are races ("la Route du Rhum")."""
_WAYS: Final = frozenset({"chemin", "route", "port"})
_ARTICLES_UPPER: Final = frozenset({"Le", "La", "Les", "L'", "L’"})


@dataclass(frozen=True)
class HeadPhrase:
    """A head noun read, `end` after its own words: `name` is the whole name when the head belongs to it, else `hinted`
    is the token where the name it announces begins; a `common` name has common complements only."""

    label: str
    end: int
    name: tuple[int, int] | None = None
    hinted: int | None = None
    link: str = "direct"
    common: bool = False


@dataclass(frozen=True)
class _Complement:
    """Where the name after a head begins, how it is tied to it, and whether common nouns stand between."""

    name: int
    link: str
    chained: bool


def find_head(r: Reading, i: int) -> tuple[Head, int] | None:
    """Return the longest head noun at token i with its end."""
    for head in r.lexicon.heads.get(r.low[i], ()):
        end = i + len(head.words)
        if end <= len(r) and all(r.low[i + k] == word for k, word in enumerate(head.words)):
            plain = r.text[i].islower() and len(head.words) == 1
            allowed = _NOMINAL | {"ADJ"} if head.direct == "out" else _NOMINAL
            return None if plain and r.pos[i] not in allowed and head.label != "MISC" else (head, end)
    return _plural(r, i) or _implicit_head(r, i)


def _plural(r: Reading, i: int) -> tuple[Head, int] | None:
    """Return the head of which token i is the plural, which only announces names ("les drones Guêpe-2")."""
    if not r.text[i].islower() or not r.text[i].endswith("s") or r.pos[i] != "NOUN":
        return None
    for head in r.lexicon.heads.get(r.low[i][:-1], ()):
        if len(head.words) == 1 and head.direct == "out":
            return Head((r.low[i],), head.label, "-", "out", "no"), i + 1
    return None


def _implicit_head(r: Reading, i: int) -> tuple[Head, int] | None:
    """A common noun with a capital that is not due is the head of an institution: "Crédit rural du Limousin"."""
    if not r.capital[i] or r.shout[i] or not joins_common_head(r, i, i + 1) or r.text[i] in r.lexicon.words["never"]:
        return None
    if r.low[i] in r.lexicon.functions or is_demonym(r, i):
        return None
    end = i + 1
    if end < len(r) and r.capital[end] and joins_common_head(r, end, end + 1) and r.pos[end] == "NOUN":
        end += 1
    if (end < len(r) and r.capital[end]) or (end == i + 1 and r.folded[i] in r.lexicon.known):
        return None
    return Head((r.low[i],), "ORG", "-", "-", "yes"), end


def read_head(r: Reading, i: int) -> HeadPhrase | None:
    """Return what the head noun at token i, if it is one, says about the name after it."""
    found = find_head(r, i)
    if found is None:
        return None
    head, end = found
    free = (
        r.text[i][0].isupper()
        and r.text[i] not in r.lexicon.words["never"]
        and not r.shout[i]
        and not r.start[i]
        and head.words[0] not in r.lexicon.functions
    )
    after = _adjectives(r, end, head.label == "PER")
    complement = _complement(r, after, len(head.words) > 1) or (_purpose(r, after) if free else None)
    if (
        complement is not None
        and head.low == "adj"
        and complement.link == "of"
        and (complement.chained or head.of == "-")
    ):
        complement = None
    if complement is None:
        common = _without_name(r, head, i, after) if free and head.low != "no" and head.label != "PER" else None
        return common or HeadPhrase(head.label, end)
    return _with_name(r, head, free, (i, end), complement)


def _with_name(r: Reading, head: Head, free: bool, at: tuple[int, int], found: _Complement) -> HeadPhrase:
    i, end = at
    belongs = head.of if found.link == "of" else head.direct
    label = head.label
    opens = r.text[i][0].isupper() and r.start[i] and label == "ORG" and belongs == "out" and not found.chained
    if (free or opens) and belongs != "in" and label != "PER" and not (found.link == "of" and _keeps_outside(head)):
        belongs, label = "in", "ORG" if label == "LOC" else label
    if i and r.low[i - 1] == "en" and belongs == "in" and label == "ORG" and found.link == "of":
        belongs, label = "out", "LOC"
    if free and head.words[0] in _EVENTS_UPPER:
        label = "MISC"
    if head.words[0] == "place" and i and r.pos[i - 1] in {"ADJ", "NUM"}:
        return HeadPhrase(label, end)
    if head.words[0] in _WAYS and _is_country(r, found.name):
        return HeadPhrase(label, end)
    if belongs == "in" and found.chained and found.link == "direct" and label == "ORG" and not r.text[i][0].isupper():
        belongs = "out"
    if belongs == "in" and label != "PER":
        name_end = _name_end(r, found.name)
        if label == "MISC" and found.link == "direct" and known_end(r, found.name) == name_end:
            return HeadPhrase(label, end, hinted=found.name)
        return HeadPhrase(label, end, name=(i, name_end)) if name_end > found.name else HeadPhrase(label, end)
    if belongs == "out" and not (found.chained and (label == "PER" or (found.link == "of" and label != "LOC"))):
        return HeadPhrase(label, end, hinted=found.name, link=found.link)
    return HeadPhrase(label, end)


def _is_country(r: Reading, i: int) -> bool:
    known = r.lexicon.known.get(r.spaced[r.starts[i] : r.ends[max(i + 1, known_end(r, i)) - 1]], ())
    return any(place.kind in {"country", "continent"} for place in known)


def _keeps_outside(head: Head) -> bool:
    """Return whether the capitalised head and "de" before a name make no name of an organisation."""
    return head.label in {"LOC", "MISC"} and " ".join(head.words) not in _OWNERS


def _adjectives(r: Reading, j: int, person: bool) -> int:
    first = j
    while j < len(r) and j - first < _MAX_NOUNS and (r.is_adjective(j) or (person and r.is_noun_like(j))):
        j += 1
    return j


def _complement(r: Reading, j: int, several_words: bool) -> _Complement | None:
    chained, first = False, j
    for _ in range(_MAX_LINKS):
        if j >= len(r) or r.newline[j] or j - first > _MAX_TOKENS:
            return None
        k = _skip_of(r, j)
        if k < len(r) and _may_begin(r, k):
            return _Complement(k, "of" if k > j else "direct", chained)
        if k == j:
            if r.low[j] != "et" or not (chained or several_words) or j + 1 >= len(r):
                return None
            k = _skip_of(r, j + 1)
            if k < len(r) and _may_begin(r, k) and k > j + 1:
                return _Complement(k, "of", chained)
        after = _nouns(r, k)
        if after == k or (after < len(r) and r.capital[after] and _announces(r, after - 1)):
            return None
        j, chained = after, True
    return None


def _purpose(r: Reading, j: int) -> _Complement | None:
    """Read "pour la Gestion", "contre la Contrebande" after a capitalised institution."""
    if j < len(r) and r.low[j] in _PURPOSES:
        k = j + 1
        while k < len(r) and r.low[k] in ARTICLES | {"un", "une", "nos"}:
            k += 1
        if k < len(r) and _may_begin(r, k):
            return _Complement(k, "direct", False)
    return None


def _announces(r: Reading, i: int) -> bool:
    """Return whether the common noun at token i announces the name after it by itself ("la naissance du projet X")."""
    return any(head.direct == "out" and len(head.words) == 1 for head in r.lexicon.heads.get(r.low[i], ()))


def _may_begin(r: Reading, k: int) -> bool:
    if r.start[k]:
        return False
    if r.text[k] in _ARTICLES_UPPER:
        return k + 1 < len(r) and is_name_word(r, k + 1)
    if is_name_word(r, k) and r.text[k] not in r.lexicon.words["never"]:
        return not is_demonym(r, k)
    if found_number(r, k):
        return True
    return r.text[k][0].isupper() and known_end(r, k) > k + 1


def found_number(r: Reading, k: int) -> bool:
    """Return whether a number opens a name at token k ("3 Grains & Co")."""
    return r.text[k].isdigit() and len(r.text[k]) <= 2 and k + 1 < len(r) and is_name_word(r, k + 1)


def _skip_of(r: Reading, j: int) -> int:
    if j < len(r) and (r.low[j] in OF or r.low[j] == "aux"):
        j += 1
        while j < len(r) and r.low[j] in ARTICLES and r.text[j].islower():
            j += 1
    return j


def _nouns(r: Reading, j: int) -> int:
    first = j
    while j < len(r) and j - first < _MAX_NOUNS and r.is_noun_like(j) and r.low[j] not in OF | _STREETS:
        j += 1
    return j


def _without_name(r: Reading, head: Head, i: int, j: int) -> HeadPhrase | None:
    """A capitalised institution with common complements only: "Autorité de la concurrence"."""
    end = j
    for _ in range(_MAX_LINKS if head.low == "yes" else 0):
        k = _skip_of(r, end)
        if k == end and k < len(r) and r.low[k] in _PURPOSES and _is_defined(r, k):
            k = _skip_of(r, k + 1) if r.low[k + 1] not in ARTICLES else k + 2
        if end < len(r) and r.low[end] == "et" and end > j:
            k = _skip_of(r, end + 1)
        after = _nouns(r, k)
        if k == end or after == k:
            break
        end = after
    if end == i + 1 or (end == j and head.of == "-" and r.pos[j - 1] != "ADJ"):
        return None
    return HeadPhrase(head.label, end, name=(i, end), common=True)


def _is_defined(r: Reading, k: int) -> bool:
    """Return whether an acronym in parentheses follows soon, before any other punctuation."""
    for j in range(k + 1, min(len(r) - 2, k + _MAX_TOKENS)):
        if r.text[j] == "(":
            return r.text[j + 2] == ")" and r.text[j + 1][0].isupper()
        if not r.text[j][0].isalpha():
            return False
    return False


def _name_end(r: Reading, start: int) -> int:
    """Return the end of the name in a head's complement; another head may stand there ("de l'Organisation de ..."),
    and a head without a name of its own is none."""
    inner = read_head(r, start) if r.text[start][0].isupper() else None
    if inner is not None and inner.name is not None:
        return inner.name[1]
    first = start + 1 if r.text[start] in _ARTICLES_UPPER else start
    end = _with_second(r, absorb_adjectives(r, chunk_end(r, first, announced=True)))
    bare = end == start + 1 and any(head.direct == "out" for head in r.lexicon.heads.get(r.low[start], ()))
    return start if bare and r.is_common(start) else end


def _with_second(r: Reading, end: int) -> int:
    """Read "et des Finances", "et de la Formation professionnelle" after "ministère de l'Économie"."""
    if end + 1 < len(r) and r.low[end] == "et" and r.is_common(end - 1):
        k = _skip_of(r, end + 1)
        if k > end + 1 and k < len(r) and r.capital[k] and r.is_common(k):
            return absorb_adjectives(r, k + 1)
    return end
