"""What each candidate is, decided for the whole article: a name is the same thing wherever the article writes it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from factuel.annotation.names.candidate import LABELS, Candidate, Decided
from factuel.annotation.names.capitals import OF
from factuel.annotation.names.debris import is_debris
from factuel.annotation.names.reading import Reading
from factuel.annotation.names.sport import mark_clubs, mark_teams

_SHARED: Final = 0.7
_CAP: Final = 6.0
_SURNAME: Final = 4.0
_SHORT_FORM: Final = 3.0
_DISTRICT: Final = 2
_CANTON: Final = 5.0
_ANNOUNCED: Final = 3.0
_NOTHING: Final = 0.4
_SMALL_WORDS: Final = frozenset({"ADP", "DET", "PRON", "CCONJ", "SCONJ", "ADV"})
_SOME: Final = frozenset({"quelques", "plusieurs", "certains", "certaines", "aucun", "aucune"})
_ANY: Final = _SOME | {"un", "une"}
_NEIGHBOUR: Final = 0.35
_KNOWN_ENOUGH: Final = 2.0
_PARTICLE: Final = 3
"""Letters of the longest particle; longer words inside a full name are the first of two family names."""


def decide(r: Reading, candidates: list[Candidate]) -> list[Decided]:
    """Return the names, in order; candidates without evidence are left out."""
    groups: dict[str, list[Candidate]] = defaultdict(list)
    for key, candidate in _keyed(r, candidates):
        candidate.key = key
        groups[key].append(candidate)
    _share_along_lists(r, candidates)
    for group in groups.values():
        _share(group)
    mark_teams(r, candidates)
    mark_clubs(r, candidates)
    seen = _complete_short_forms(r, candidates) | {c.key for c in candidates if not r.shout[c.start]}
    return [decided for c in candidates if (decided := _decided(r, c, seen)) is not None]


def _keyed(r: Reading, candidates: list[Candidate]) -> Iterator[tuple[str, Candidate]]:
    """Yield each candidate with its key: folded, without leading article, hyphens as spaces."""
    for candidate in candidates:
        text = r.spaced[r.starts[candidate.start] : r.ends[candidate.end - 1]]
        for article in ("le ", "la ", "les ", "l'"):
            if text.startswith(article):
                text = text[len(article) :]
                break
        yield " ".join(text.split()), candidate


def _share_along_lists(r: Reading, candidates: list[Candidate]) -> None:
    """Names that only a comma or "et" parts are of one kind; after "Mes" or "MM." all are people."""
    for before, after in pairwise(candidates):
        if after.start - before.end != 1:
            continue
        if r.text[before.end] == "(" and after.end < len(r) and r.text[after.end] == ")":
            _share_definition(r, before, after)
        if r.low[before.end] not in {",", "et", "ou"}:
            continue
        if before.listed or (
            before.start and r.text[before.start - 1] in {"Mes", "MM.", "Mmes", "Messieurs", "Mesdames"}
        ):
            after.listed = True
            after.hint("PER", _SURNAME)
            continue
        for giver, taker in ((before, after), (after, before)):
            label, margin = giver.best()
            if margin > 1 and not taker.head:
                taker.hint(label, _NEIGHBOUR * min(margin, 3.0))


def _share_definition(r: Reading, before: Candidate, after: Candidate) -> None:
    """What stands alone in parentheses after an organisation or work may be its acronym, and is of its kind; two
    letters after a town are its canton or province."""
    label, margin = before.best()
    district = label == "LOC" and len(after.key) == _DISTRICT
    if margin <= (0 if district else 1) or after.end != after.start + 1 or after.certain:
        return
    if after.key in r.lexicon.cues["canton"] and r.text[after.start].isupper():
        after.hint("LOC", _CANTON)
    elif label in {"ORG", "MISC"} and after.scores["LOC"] <= _KNOWN_ENOUGH:
        after.hint(label, 2.0)
    elif district:
        after.hint(label, _SURNAME)


def _share(group: list[Candidate]) -> None:
    """Let each mention count part of what stands around the others."""
    opinions = {label: sum(c.model[label] for c in group) for label in LABELS}
    sums = {label: sum(c.local[label] for c in group) for label in LABELS}
    for candidate in group:
        for label in LABELS:
            others = sums[label] - candidate.local[label]
            candidate.scores[label] += max(-_CAP, min(_CAP, _SHARED * others))
            candidate.model[label] = (candidate.model[label] + opinions[label] / len(group)) / 2


def _complete_short_forms(r: Reading, candidates: list[Candidate]) -> set[str]:
    """A surname or given name of a person of the article is that person; a company's first word is the company.

    Returns the short forms of people.
    """
    persons: set[str] = set()
    others: dict[str, str] = {}
    for c in candidates:
        words = c.key.split()
        label, margin = c.best()
        if len(words) < 2 or margin <= 0:
            continue
        if label == "PER":
            persons.update(" ".join(words[k:]) for k in range(1, len(words)))
            persons.update((words[0], *(f"{words[0]} {word}" for word in words[1:2] if len(words) > 2)))
            persons.update(word for word in words[1:-1] if len(word) > _PARTICLE)
        elif label == "ORG" and not c.head:
            others.setdefault(words[0], label)
        elif c.head and label in {"ORG", "MISC"} and r.low[c.start + 1] not in OF:
            others.setdefault(" ".join(words[1:]), label)
    for c in candidates:
        if c.key in persons and c.key in others:
            c.add("PER", _SHORT_FORM / 3)
            c.add("ORG", _SHORT_FORM / 2)
        elif c.key in persons and not c.head and c.local["ORG"] < _ANNOUNCED:
            c.add("PER", _SURNAME)
        elif c.key in others and not c.certain and c.scores["LOC"] < _KNOWN_ENOUGH:
            c.add(others[c.key], _SHORT_FORM)
    return persons


def _decided(r: Reading, c: Candidate, seen: set[str]) -> Decided | None:
    label, margin = c.best()
    total = c.total(label)
    alone = c.end == c.start + 1
    if is_debris(r.surface(c.start, c.end)):
        return None
    indefinite = c.start > 0 and r.low[c.start - 1] in _ANY and not (c.certain and not alone)
    if (
        (not c.head or (c.implicit and r.low[c.start - 1] in _SOME))
        and indefinite
        and all(map(r.is_common, range(c.start, c.end)))
    ):
        return None
    if alone and r.text[c.start] in r.lexicon.words["never"] | r.lexicon.words["never.alone"]:
        return None
    if (
        alone
        and not c.certain
        and r.text[c.start].istitle()
        and r.pos[c.start] in _SMALL_WORDS
        and r.is_common(c.start)
    ):
        return None
    if r.shout[c.start] and c.key not in seen and not _known_well(r, c):
        return None
    if total < _NOTHING and alone and r.start[c.start]:
        return None
    return Decided(c.start, _own_end(r, c), label if total >= _NOTHING else "ORG", margin, c.head or c.certain)


def _own_end(r: Reading, c: Candidate) -> int:
    """Return the end of the name without a preposition that nothing follows ("le Parlement" de ce pays)."""
    end = c.end
    while end > c.start + 1 and r.text[end - 1] in OF:
        end -= 1
    return end


def _known_well(r: Reading, c: Candidate) -> bool:
    key = r.spaced[r.starts[c.start] : r.ends[c.end - 1]]
    if c.end == c.start + 1 and r.is_common(c.start):
        return False
    return any(known.weight >= _KNOWN_ENOUGH for known in r.lexicon.known.get(key, ()))
