"""What each candidate is, decided for the whole article: a name is the same thing wherever the article writes it."""

from __future__ import annotations

from collections import defaultdict
from typing import Final

from factuel.annotation.names.candidate import LABELS, Candidate
from factuel.annotation.names.reading import Reading
from factuel.annotation.names.spotting import surfaces

_SHARED: Final = 0.5
_CAP: Final = 6.0
_SURNAME: Final = 4.0
_SHORT_FORM: Final = 3.0
_NOTHING: Final = 0.4


def decide(r: Reading, candidates: list[Candidate]) -> list[tuple[int, int, str]]:
    """Return (first token, end, label) of the names, in order; candidates without evidence are left out."""
    groups: dict[str, list[Candidate]] = defaultdict(list)
    for key, candidate in surfaces(r, candidates):
        candidate.key = key
        groups[key].append(candidate)
    for group in groups.values():
        _share(group)
    _complete_short_forms(r, candidates)
    return [decided for candidate in candidates if (decided := _decided(r, candidate)) is not None]


def _share(group: list[Candidate]) -> None:
    """Let each mention count half of what stands around the others."""
    sums = {label: sum(c.local[label] for c in group) for label in LABELS}
    for candidate in group:
        for label in LABELS:
            others = sums[label] - candidate.local[label]
            candidate.scores[label] += max(-_CAP, min(_CAP, _SHARED * others))


def _complete_short_forms(r: Reading, candidates: list[Candidate]) -> None:
    """A surname or given name of a person of the article is that person; a company's first word is the company."""
    persons: set[str] = set()
    others: dict[str, str] = {}
    for c in candidates:
        words = c.key.split()
        label, margin = c.best()
        if len(words) < 2 or margin <= 0:
            continue
        if label == "PER":
            persons.update(" ".join(words[k:]) for k in range(1, len(words)))
            persons.add(words[0])
            persons.add(words[-1])
        elif label in {"ORG", "LOC"} and not c.head:
            others.setdefault(words[0], label)
    for c in candidates:
        if c.key in persons and not c.head:
            c.add("PER", _SURNAME)
        elif c.key in others and not c.certain and c.scores["LOC"] < 2:
            c.add(others[c.key], _SHORT_FORM)


def _decided(r: Reading, c: Candidate) -> tuple[int, int, str] | None:
    label, _ = c.best()
    total = c.scores[label] + c.local[label]
    alone = c.end == c.start + 1
    if alone and r.text[c.start] in r.lexicon.words["never"]:
        return None
    if total < _NOTHING and alone:
        label = "ORG" if not r.start[c.start] else label
        if r.start[c.start]:
            return None
    return c.start, c.end, label
