"""Head nouns and their complements, as a grammar over tokens: "tribunal correctionnel d'Épinal", "rue des Lilas"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from factuel.annotation.names.chunks import absorb_adjectives, chunk_end, is_demonym, is_name_word, known_end
from factuel.annotation.names.lexicon import Head
from factuel.annotation.names.reading import Reading

_OF: Final = frozenset({"de", "d'", "du", "des"})
_ARTICLES: Final = frozenset({"la", "l'", "le", "les"})
_MAX_LINKS: Final = 5
_MAX_TOKENS: Final = 16
_OWNERS: Final = frozenset({"ville", "commune", "département", "région", "province", "canton"})


@dataclass(frozen=True)
class HeadPhrase:
    """A head noun read: `name` is the whole name when the head belongs to it, else `hinted` is the token where the
    name it announces begins."""

    label: str
    name: tuple[int, int] | None = None
    hinted: int | None = None
    link: str = "direct"


def find_head(r: Reading, i: int) -> tuple[Head, int] | None:
    """Return the longest head noun at token i with its end."""
    for head in r.lexicon.heads.get(r.low[i], ()):
        end = i + len(head.words)
        if end <= len(r) and all(r.low[i + k] == word for k, word in enumerate(head.words)):
            return head, end
    return None


def read_head(r: Reading, i: int) -> HeadPhrase | None:
    """Return what the head noun at token i, if it is one, says about the name after it."""
    found = find_head(r, i)
    if found is None:
        return None
    head, end = found
    capital = r.text[i][0].isupper() and not r.shout[i]
    free = capital and not r.start[i]
    end = _adjectives(r, end, head.label == "PER")
    name, link, chained = _complement(r, end)
    if name is None:
        return _without_name(r, head, i, end) if free and head.low and head.label != "PER" else None
    belongs = head.of if link == "of" else head.direct
    label = head.label
    if head.label == "PER":
        return HeadPhrase("PER", hinted=name) if link == "direct" and not chained else None
    if (
        free
        and (belongs != "in")
        and not (link == "of" and head.label in {"LOC", "MISC"} and " ".join(head.words) not in _OWNERS)
    ):
        belongs, label = "in", "ORG" if head.label == "LOC" else head.label
    if belongs == "in":
        return HeadPhrase(label, name=(i, _name_end(r, name)))
    if belongs == "out" and not chained:
        return HeadPhrase(label, hinted=name, link=link)
    return None


def _adjectives(r: Reading, j: int, person: bool) -> int:
    count = 0
    while j < len(r) and count < 4 and (r.is_adjective(j) or (person and r.is_noun_like(j))):
        j += 1
        count += 1
    return j


def _complement(r: Reading, j: int) -> tuple[int | None, str, bool]:
    """Return (token where the name after the head begins, how it is tied, whether common nouns stand between)."""
    chained, link, first = False, "direct", j
    for _ in range(_MAX_LINKS):
        if j >= len(r) or r.newline[j] or j - first > _MAX_TOKENS:
            break
        k = _skip_of(r, j)
        link = "of" if k > j or chained else link
        if k < len(r) and _may_begin(r, k):
            return k, link, chained
        if k == j and not (r.low[j] == "et" and chained):
            break
        k = k + 1 if k == j else k
        k = _skip_of(r, k)
        if k < len(r) and _may_begin(r, k):
            return k, link, chained
        after = _nouns(r, k)
        if after == k:
            break
        j, chained = after, True
    return None, link, chained


def _may_begin(r: Reading, k: int) -> bool:
    if r.text[k] in {"Le", "La", "Les", "L'", "L’"}:
        return k + 1 < len(r) and is_name_word(r, k + 1)
    return (is_name_word(r, k) and not r.start[k] and not is_demonym(r, k)) or (known_end(r, k) > k + 1 and not r.start[k])


def _skip_of(r: Reading, j: int) -> int:
    if r.low[j] in _OF or r.low[j] in {"aux", "à"}:
        j += 1
        while j < len(r) and r.low[j] in _ARTICLES and r.text[j].islower():
            j += 1
    return j


def _nouns(r: Reading, j: int) -> int:
    count = 0
    while j < len(r) and count < 4 and r.is_noun_like(j) and r.low[j] not in _OF:
        j += 1
        count += 1
    return j


def _without_name(r: Reading, head: Head, i: int, j: int) -> HeadPhrase | None:
    """A capitalised institution with common complements only: "Autorité de la concurrence"."""
    end = j
    for _ in range(_MAX_LINKS):
        k = _skip_of(r, end) if end < len(r) else end
        if end < len(r) and r.low[end] == "et":
            k = _skip_of(r, end + 1) if end + 1 < len(r) else end + 1
        after = _nouns(r, k) if k < len(r) else k
        if k == end or after == k:
            break
        end = after
    if end == i + len(head.words) and len(head.words) == 1:
        return None
    return HeadPhrase(head.label if head.label != "LOC" else "ORG", name=(i, end))


def _name_end(r: Reading, start: int) -> int:
    """Return the end of the name in a head's complement; another head may stand there ("de l'Organisation de ...")."""
    inner = read_head(r, start) if r.text[start][0].isupper() else None
    if inner is not None and inner.name is not None:
        return inner.name[1]
    first = start + 1 if r.text[start] in {"Le", "La", "Les", "L'", "L’"} else start
    end = absorb_adjectives(r, chunk_end(r, first))
    return _with_second(r, end)


def _with_second(r: Reading, end: int) -> int:
    """Read "et des Finances", "et de la Formation professionnelle" after "ministère de l'Économie"."""
    if end + 1 < len(r) and r.low[end] == "et" and r.is_common(end - 1):
        k = _skip_of(r, end + 1)
        if k > end + 1 and k < len(r) and r.capital[k] and r.is_common(k):
            return absorb_adjectives(r, k + 1)
    return end
