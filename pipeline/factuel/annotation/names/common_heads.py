"""Institutions named by common nouns only: "Autorité de la concurrence", "Ligue contre le cancer"."""

from __future__ import annotations

from factuel.annotation.names.capitals import ARTICLES
from factuel.annotation.names.complements import MAX_LINKS, PURPOSES, is_defined, skip_nouns, skip_of
from factuel.annotation.names.lexicon import Head
from factuel.annotation.names.reading import Reading


def common_end(r: Reading, head: Head, i: int, j: int) -> int:
    """Return the end of the institution whose head with a capital is at token i, its adjectives ending at token j, and
    that has common complements only ("Autorité de la concurrence"); i when it is none."""
    end = j
    for _ in range(MAX_LINKS if head.low == "yes" else 0):
        k = skip_of(r, end)
        cause = _is_cause(r, head, end, j)
        if k == end and k < len(r) and r.low[k] in PURPOSES and (is_defined(r, k) or cause):
            k = skip_of(r, k + 1) if r.low[k + 1] not in ARTICLES else k + 2
        if end < len(r) and r.low[end] == "et" and end > j:
            k = skip_of(r, end + 1)
        after = k + 1 if cause else skip_nouns(r, k)
        if k == end or after == k or _announces(r, after):
            break
        end = after
    if end == i + 1 or (end == j and head.of == "-" and r.pos[j - 1] != "ADJ"):
        return i
    return end


def _announces(r: Reading, end: int) -> bool:
    """Return whether a noun that announces a name and this name meet at token `end` ("le Pôle sud du groupe X")."""
    heads = r.lexicon.heads.get(r.low[end - 1], ())
    return end < len(r) and r.capital[end] and any(head.direct == "out" and len(head.words) == 1 for head in heads)


def _is_cause(r: Reading, head: Head, end: int, j: int) -> bool:
    """Return whether what an association is for or against follows at once ("la Ligue contre le cancer")."""
    tied = end == j and head.label == "ORG" and head.of == "in" and end + 2 < len(r)
    return tied and r.low[end] in {"pour", "contre"} and r.low[end + 1] in ARTICLES and r.is_noun_like(end + 2)
