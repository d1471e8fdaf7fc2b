"""Pairs that a hyphen joins: "Metz-Luxembourg" is two places, "Belvès-Cazals 27-26" two teams."""

from __future__ import annotations

from itertools import pairwise

from factuel.annotation.names.candidate import Candidate
from factuel.annotation.names.hints import HINT_DIRECT
from factuel.annotation.names.lexicon import AREAS
from factuel.annotation.names.reading import Reading
from factuel.annotation.names.sport import rivals


def split_pairs(r: Reading, c: Candidate) -> list[Candidate]:
    """Split "Metz-Luxembourg" into two places when the pair is not a name itself, and both halves are."""
    hyphens = [i for i in range(c.start + 1, c.end - 1) if r.text[i] in {"-", "–"} and r.glued[i]]
    if not hyphens or c.head or r.spaced[r.starts[c.start] : r.ends[c.end - 1]] in r.lexicon.known:
        return [c]
    between = rivals(r, c.start, c.end, hyphens)
    if between is not None:
        return [_part(c, c.start, between), _part(c, between + 1, c.end)]
    edges = [c.start - 1, *hyphens, c.end]
    parts = [(a + 1, b) for a, b in pairwise(edges)]
    keys = [r.spaced[r.starts[a] : r.ends[b - 1]] for a, b in parts]
    entries = [r.lexicon.known.get(key, ()) for key in keys]
    places = [any(k.label == "LOC" and k.weight >= 2 and k.kind not in AREAS for k in found) for found in entries]
    if any(places) and c.local["LOC"] >= HINT_DIRECT:
        return [_part(c, a, b) for a, b in parts]
    if not all(places) and not all(key in r.seen_inside or place for key, place in zip(keys, places, strict=True)):
        return [c]
    if any(key in r.lexicon.given for key in keys[:-1]) and not all(places):
        return [c]
    return [_part(c, a, b) for a, b in parts]


def _part(c: Candidate, start: int, end: int) -> Candidate:
    """Return one place of a pair; what announces the pair says nothing of it ("le train Metz-Nancy")."""
    part = Candidate(start, end)
    part.local = {label: weight if label == "LOC" else 0.0 for label, weight in c.local.items()}
    return part
