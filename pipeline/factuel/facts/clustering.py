"""Which mentions name the same thing: by key, then short forms, acronyms and adjectives left out."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from itertools import pairwise
from typing import Final

from factuel.annotation.names.definitions import is_translated_acronym
from factuel.annotation.notation.folding import fold
from factuel.facts.name_keys import (
    CLUB_ENDINGS,
    acronyms_of,
    initials,
    is_club_acronym,
    is_defined_acronym,
    is_known_acronym,
    is_short_form,
    name_key,
    without_legal_form,
)
from factuel.facts.named import Group, Named, group_by_key
from factuel.facts.people import group_people
from factuel.models import read_words
from factuel.records import EntityType

_OPENED: Final = re.compile(r"\s*[(\[,–-]\s*[«\"“]?\s*")
_SUBSIDIARY: Final = re.compile(r"\bfiliale (?:\w+ ?)?,? ?$")
_MAX_BETWEEN: Final = 4
_PLACE_REST: Final = re.compile(r"(?:en|sur|les|lez|sous|aux|la|le|du|de|des|d|l) ")
_CORE_WORDS: Final = 3
_ACRONYM: Final = 6
_STATES: Final = frozenset({"etat", "congres"})
"""Bodies that another body of the kind may be named after beside them ("l'État", "l'État de Vesse")."""
_MAX_SIMILAR: Final = 40
"""Names that begin with the same word beyond which a short form is ambiguous anyhow."""


def group_mentions(mentions: Iterable[Named], text: str) -> list[Group]:
    """Return the groups of mentions that name one thing each, in order of their first mention."""
    by_type: dict[EntityType, list[Named]] = {}
    for mention in mentions:
        by_type.setdefault(mention.type, []).append(mention)
    institutions = [*by_type.get("organisation", []), *by_type.get("misc", [])]
    groups = [
        *group_people(by_type.get("person", [])),
        *_join(_join_defined(group_by_key(institutions), text), _shortens),
        *_join(group_by_key(by_type.get("place", [])), _shortens_place),
    ]
    return sorted((sorted(group, key=lambda m: m.start) for group in groups), key=lambda group: group[0].start)


def _join_defined(groups: list[Group], text: str) -> list[Group]:
    """Join an acronym to the name that stands right before or after it ("Association du rail (ADR)")."""
    order = sorted((m for group in groups for m in group), key=lambda m: m.start)
    owner = {id(m): group for group in groups for m in group}
    for first, second in pairwise(order):
        if second.start - first.end > _MAX_BETWEEN or owner[id(first)] is owner[id(second)]:
            continue
        if not _OPENED.fullmatch(text, first.end, second.start):
            continue
        short, long = sorted((first, second), key=lambda m: len(m.text))
        parenthesis = text[second.end : second.end + 1] == ")"
        if is_short_form(short.text, long.text) or (parenthesis and _defines(long.text, short.text)):
            into, group = owner[id(long)], owner[id(short)]
            into.extend(group)
            owner.update((id(mention), into) for mention in group)
    return list({id(owner[id(m)]): owner[id(m)] for m in order}.values())


def _defines(long: str, short: str) -> bool:
    return is_defined_acronym(short, long) or is_translated_acronym(short, long)


class _Long:
    """The groups that later, shorter ones may join, found by a word or the initials of their names."""

    def __init__(self) -> None:
        self._by_word: dict[str, list[Group]] = {}

    def add(self, group: Group) -> None:
        """Note a group under all its words and initials."""
        for hook in {hook for m in group for hook in _hooks(m)}:
            self._by_word.setdefault(hook, []).append(group)

    def near(self, group: Group) -> Iterator[Group]:
        """Yield the groups that share a first word or initials with one."""
        seen: set[int] = set()
        for hook in {hook for m in group for hook in (m.key.split(" ")[0], f"={fold(m.text)}")}:
            for other in self._by_word.get(hook, ())[: _MAX_SIMILAR + 1]:
                if id(other) not in seen:
                    seen.add(id(other))
                    yield other


def _hooks(m: Named) -> Iterator[str]:
    yield from m.key.split()
    yield f"={initials(m.text)}"
    yield f"={initials(m.text, spelled=True)}"
    yield from (f"={acronym}" for acronym in acronyms_of(m.key))
    yield from (f"={initials(m.text)}{ending}" for ending in CLUB_ENDINGS)


def _join(groups: list[Group], shortens: Callable[[Named, Named], bool]) -> list[Group]:
    """Join each group to the only longer-named one of its type that it is a short form of."""
    kept: list[Group] = []
    longer = _Long()
    for group in sorted(groups, key=lambda g: -max(len(m.key) for m in g)):
        near = [other for other in longer.near(group) if other[0].type == group[0].type]
        fitting = [
            other
            for other in near
            if any(shortens(a, b) for a in _forms(group) for b in _forms(other)) and not _is_subsidiary(other)
        ]
        if len(fitting) == 1 and len(near) <= _MAX_SIMILAR:
            fitting[0].extend(group)
        else:
            kept.append(group)
            longer.add(group)
    return kept


def _is_subsidiary(group: Group) -> bool:
    """Return whether a name is said to be a subsidiary's, that bears its group's name: "sa filiale Lumeo Belgique"."""
    return any(_SUBSIDIARY.search(m.before) for m in group)


def _forms(group: Group) -> list[Named]:
    return list({m.key: m for m in group}.values())


def _shortens(a: Named, b: Named) -> bool:
    """Return whether `a` is a short form of `b`: "Nuvia" of "Nuvia Tx", "ADR" of "Association du rail"."""
    if without_legal_form(a.key) == without_legal_form(b.key) or is_known_acronym(a.key, b.key):
        return True
    if a.key in _STATES and b.key.startswith(f"{a.key} de "):
        return False
    if a.text.isupper() and len(a.text) <= _ACRONYM:
        return (
            len(a.text) > 1
            and len(b.key.split()) > 1
            and (fold(a.text) in {initials(b.text), initials(b.text, spelled=True)} or is_club_acronym(a.text, b.text))
        )
    return b.key.startswith(a.key + " ") or _is_core(a.key.split(), b.key.split()) or _is_named(a, b)


def _is_core(a: list[str], b: list[str]) -> bool:
    """Return whether a name is the core of a longer one ("Aubry" of "Manufacture Aubry SA"), or leaves out adjectives
    of it ("cave de Tautavel")."""
    if len(a) == 1:
        return len(b) <= _CORE_WORDS and a[0] in b and a[0] not in _known_organisations()
    return len(a) < len(b) and a[0] == b[0] and a[-1] == b[-1] and set(a) < set(b)


def _is_named(a: Named, b: Named) -> bool:
    """Return whether `b` is `a` after its own noun ("Sainte-Begge" and "clinique Sainte-Begge")."""
    return b.text[:1].islower() and b.key.partition(" ")[2] == a.key


def _shortens_place(a: Named, b: Named) -> bool:
    """Return whether `a` is "Romans" and `b` is "Romans-sur-Isère"; "Corse" is not "Corse-du-Sud"."""
    return (
        a.key not in _known_areas()
        and b.key.startswith(a.key + " ")
        and _PLACE_REST.match(b.key, len(a.key) + 1) is not None
    )


@cache
def _known_areas() -> frozenset[str]:
    kinds = ("country", "region", "department")
    return frozenset(name_key(form) for kind in kinds for form in read_words("places", kind=kind))


@cache
def _known_organisations() -> frozenset[str]:
    return frozenset(map(name_key, read_words("organisations")))
