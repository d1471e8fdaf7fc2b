"""Which mentions name the same person: full names first, then bare surnames and given names."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import Final

from factuel.annotation.notation.folding import fold
from factuel.facts.name_keys import name_words
from factuel.facts.named import Gender, Group, Named, group_by_key, title_gender
from factuel.models import read_words

_FAMILY: Final = re.compile(
    r"(?:\b(?:les|aux|des|famille|familles|frères|soeurs|sœurs|époux|clan|cousins|deux|dynastie)\s+)$", re.IGNORECASE
)


@dataclass
class _Person:
    """A full name and its mentions; `words` are the folded words of each of its forms."""

    group: Group
    words: set[tuple[str, ...]] = field(default_factory=set)
    genders: set[Gender] = field(default_factory=set)
    starts: list[int] = field(default_factory=list)

    def note(self) -> None:
        """Fill what is known of the mentions, once all full names are there."""
        self.words = {name_words(mention.text) for mention in self.group}
        self.genders = {gender for mention in self.group if (gender := title_gender(mention.before))}
        self.starts = sorted(mention.start for mention in self.group)

    def last_before(self, position: int) -> int:
        """Return where the full name stands last before a character, -1 when nowhere."""
        at = bisect_left(self.starts, position)
        return self.starts[at - 1] if at else -1


def group_people(mentions: list[Named]) -> list[Group]:
    """Return the groups of mentions of one person each.

    A bare surname or given name goes to the only person it fits, else to the nearest one named in full before it, else
    it stays by itself; "les Morel" are a family of their own.
    """
    families = [m for m in mentions if _is_partial(m) and _FAMILY.search(m.before)]
    taken = {id(m) for m in families}
    bare = [m for m in mentions if id(m) not in taken and _is_partial(m)]
    taken.update(map(id, bare))
    groups = _join_initials(group_by_key([m for m in mentions if id(m) not in taken]))
    people = [_Person(group) for group in groups]
    index = _index(people)
    alone = [m for m in bare if not _give(m, index)]
    return [*groups, *group_by_key(alone), *group_by_key(families)]


@cache
def _particles() -> frozenset[str]:
    return frozenset(map(fold, read_words("name_words", kind="foreign"))) | {"de", "du", "des", "la", "le", "d"}


def _is_partial(mention: Named) -> bool:
    """Return whether the mention is one name only, particles aside ("Carlot", "de Villers", "Ben Salem")."""
    return sum(word not in _particles() for word in name_words(mention.text)) <= 1


def _join_initials(groups: list[Group]) -> list[Group]:
    """Join "J.-P. Morel" to "Jean-Pierre Morel"."""
    kept: list[Group] = []
    by_surname: dict[str, list[Group]] = {}
    for group in sorted(groups, key=lambda g: -len(g[0].key)):
        surname = group[0].key.rpartition(" ")[2]
        same = by_surname.setdefault(surname, [])
        target = next((other for other in same if _abbreviates(group[0].key, other[0].key)), None)
        if target is None:
            kept.append(group)
            same.append(group)
        else:
            target.extend(group)
    return kept


def _abbreviates(short: str, long: str) -> bool:
    given, full = short.split()[:-1], long.split()[:-1]
    if not given or not all(len(word) == 1 for word in given) or len(given) > len(full):
        return False
    return all(word.startswith(initial) for initial, word in zip(given, full, strict=False))


def _index(people: list[_Person]) -> dict[tuple[str, ...], list[_Person]]:
    """Return the people by each part of their names that may stand for them."""
    index: dict[tuple[str, ...], list[_Person]] = {}
    for person in people:
        person.note()
        for part in {part for words in person.words for part in (*_parts(words), *_halves(words))}:
            index.setdefault(part, []).append(person)
    return index


def _halves(words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Yield the halves of a double family name, marked as such: they stand for it when no whole name does."""
    if len(words) > 1 and "-" in words[-1]:
        yield from (("-", half) for half in words[-1].split("-"))


def _parts(words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    for k in range(1, len(words)):
        yield words[k:]
        yield words[:k]


def _give(mention: Named, index: dict[tuple[str, ...], list[_Person]]) -> bool:
    """Give a bare name to its person, if there is one."""
    gender = title_gender(mention.before)
    words = name_words(mention.text)
    named = index.get(words) or index.get(("-", *words), [])
    fitting = [p for p in named if not (gender and p.genders and gender not in p.genders)]
    if len(fitting) > 1:
        nearest = max(fitting, key=lambda person: person.last_before(mention.start))
        fitting = [nearest] if nearest.last_before(mention.start) >= 0 else []
    for person in fitting:
        person.group.append(mention)
    return bool(fitting)
