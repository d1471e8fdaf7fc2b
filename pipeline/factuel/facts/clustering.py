"""Which mentions name the same thing: groups of mentions by key, then surnames, short forms and acronyms joined."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Final

from factuel.annotation.notation.folding import fold
from factuel.facts.name_keys import (
    initials,
    is_defined_acronym,
    is_short_form,
    name_key,
    name_words,
    without_legal_form,
)
from factuel.models import read_words
from factuel.records import EntityType

_FAMILY: Final = re.compile(
    r"(?:\b(?:les|aux|des|famille|familles|frères|soeurs|sœurs|époux|clan|cousins|deux|dynastie)\s+)$", re.IGNORECASE
)
_TITLE: Final = re.compile(r"\b(M|Mme|Mlle|Monsieur|Madame|Mademoiselle)\.?\s+$")
_OPENED: Final = re.compile(r"\s*[(\[,–-]\s*[«\"“]?\s*$")
_CORE_WORDS: Final = 3
_PLACE_REST: Final = re.compile(r"^(?:en|sur|les|lez|sous|aux|la|le|du|de|des|d|l) ")


@dataclass(frozen=True)
class Named:
    """A mention to be grouped: its characters (end exclusive), type, text and key."""

    start: int
    end: int
    type: EntityType
    text: str
    key: str
    before: str


Group = list[Named]


def group_mentions(mentions: Iterable[Named], text: str) -> list[Group]:
    """Return the groups of mentions that name one thing each, in order of their first mention."""
    by_type: dict[EntityType, list[Named]] = {}
    for mention in mentions:
        by_type.setdefault(mention.type, []).append(mention)
    groups = [
        *_group_people(by_type.get("person", [])),
        *_group_institutions([*by_type.get("organisation", []), *by_type.get("misc", [])], text),
        *_group_places(by_type.get("place", [])),
    ]
    return sorted((sorted(group, key=lambda m: m.start) for group in groups), key=lambda group: group[0].start)


def _by_key(mentions: Iterable[Named]) -> dict[tuple[str, str], Group]:
    groups: dict[tuple[str, str], Group] = {}
    for mention in mentions:
        groups.setdefault((mention.type, mention.key), []).append(mention)
    return groups


def _group_people(mentions: list[Named]) -> list[Group]:
    """Full names first; then each bare surname or given name goes to the nearest compatible person before it."""
    families = [m for m in mentions if _is_family(m)]
    singles = [m for m in mentions if not _is_family(m) and _is_partial(m)]
    groups = list(_by_key(m for m in mentions if not _is_family(m) and not _is_partial(m)).values())
    groups = _join_variants(groups)
    alone: dict[tuple[str, str], Group] = {}
    for mention in singles:
        target = _owner(mention, groups)
        (target if target is not None else alone.setdefault(("person", mention.key), [])).append(mention)
    return [*groups, *alone.values(), *_by_key(families).values()]


def _is_family(mention: Named) -> bool:
    return _is_partial(mention) and _FAMILY.search(mention.before) is not None


@cache
def _particles() -> frozenset[str]:
    return frozenset(map(fold, read_words("name_words", kind="foreign"))) | {"de", "du", "des", "la", "le", "d"}


def _is_partial(mention: Named) -> bool:
    """Is the mention one name only, particles aside ("Carlot", "de Villers", "Ben Salem")?"""
    words = [word for word in name_words(mention.text) if word not in _particles() and word != "d"]
    return len(words) <= 1


def _join_variants(groups: list[Group]) -> list[Group]:
    """Join "J.-P. Morel" to "Jean-Pierre Morel", and "Anne Le Goff" to "Anne-Sophie Le Goff" never."""
    kept: list[Group] = []
    for group in sorted(groups, key=lambda g: -len(g[0].key)):
        target = next((other for other in kept if _abbreviates(group[0], other[0])), None)
        if target is None:
            kept.append(group)
        else:
            target.extend(group)
    return kept


def _abbreviates(short: Named, long: Named) -> bool:
    a, b = short.key.split(), long.key.split()
    if a == b or len(a) > len(b) or a[-1] != b[-1]:
        return False
    given, full = a[:-1], b[:-1]
    if all(len(word) == 1 for word in given) and len(given) <= len(full):
        return all(long_word.startswith(word) for word, long_word in zip(given, full, strict=False))
    return False


def _owner(mention: Named, groups: list[Group]) -> Group | None:
    """Return the person whom a bare name means: the only one it fits, else the nearest one named before it."""
    fitting = [group for group in groups if _fits(mention, group)]
    if len(fitting) == 1:
        return fitting[0]
    before = [group for group in fitting if any(m.start < mention.start for m in group)]
    if not before:
        return None
    return max(before, key=lambda group: max(m.start for m in group if m.start < mention.start))


def _fits(mention: Named, group: Group) -> bool:
    words = name_words(mention.text)
    for other in group:
        full = name_words(other.text)
        if len(full) > len(words) and (full[-len(words) :] == words or full[: len(words)] == words):
            return not _gender_differs(mention, group)
    return False


def _gender_differs(mention: Named, group: Group) -> bool:
    """ "Mme Delmotte" is not the man whom the article calls "M. Delmotte"; without titles nothing is known."""
    mine = title_gender(mention.before)
    theirs = {gender for other in group if (gender := title_gender(other.before))}
    return bool(mine) and bool(theirs) and mine not in theirs


def title_gender(before: str) -> str | None:
    """Return Masc or Fem for the courtesy title that ends the text before a name."""
    found = _TITLE.search(before)
    if found is None:
        return None
    return "Masc" if found[1] in {"M", "Monsieur"} else "Fem"


def _group_institutions(mentions: list[Named], text: str) -> list[Group]:
    groups = list(_by_key(mentions).values())
    groups = _join_defined(groups, text)
    return _join_short(groups)


def _join_defined(groups: list[Group], text: str) -> list[Group]:
    """Join an acronym to the name that stands right before or after it, or to the only name with its initials."""
    order = sorted((m for group in groups for m in group), key=lambda m: m.start)
    owner = {id(m): group for group in groups for m in group}
    for first, second in itertools.pairwise(order):
        between = text[first.end : second.start]
        if len(between) <= 4 and _OPENED.fullmatch(between) and owner[id(first)] is not owner[id(second)]:
            short, long = sorted((first, second), key=lambda m: len(m.text))
            parenthesis = text[second.end : second.end + 1] == ")"
            if is_short_form(short.text, long.text) or (parenthesis and is_defined_acronym(short.text, long.text)):
                _merge(owner, owner[id(long)], owner[id(short)])
    return _distinct(owner, order)


def _merge(owner: dict[int, Group], into: Group, group: Group) -> None:
    into.extend(group)
    for mention in group:
        owner[id(mention)] = into


def _distinct(owner: dict[int, Group], order: list[Named]) -> list[Group]:
    return list({id(owner[id(m)]): owner[id(m)] for m in order}.values())


def _join_short(groups: list[Group]) -> list[Group]:
    """Join a short form to the only longer name that begins with it ("Nuvia", "Nuvia Tx")."""
    kept: list[Group] = []
    for group in sorted(groups, key=lambda g: -max(len(m.key) for m in g)):
        fitting = [other for other in kept if _shortens(group, other)]
        if len(fitting) == 1:
            fitting[0].extend(group)
        else:
            kept.append(group)
    return kept


def _shortens(group: Group, other: Group) -> bool:
    if group[0].type != other[0].type:
        return False
    keys = {m.key for m in other}
    for key in {m.key for m in group}:
        if any(without_legal_form(long) == without_legal_form(key) for long in keys):
            return True
        bare_acronym = group[0].text.isupper() and len(group[0].text) <= 6
        if not bare_acronym and any(long.startswith(key + " ") for long in keys):
            return True
        if bare_acronym and any(_initials_only(group[0].text, m.text) for m in other):
            return True
        if not bare_acronym and any(_names_core(key, long) for long in keys):
            return True
    return False


def _initials_only(short: str, long: str) -> bool:
    letters = fold(short)
    return len(letters) >= 2 and len(long.split()) >= 2 and letters in {initials(long), initials(long, spelled=True)}


def _names_core(short: str, long: str) -> bool:
    """Return whether a short name is the core of a longer one ("Aubry" of "Manufacture Aubry SA"), or leaves out
    adjectives of it ("cave de Tautavel")."""
    a, b = short.split(), long.split()
    if len(a) == 1:
        return len(b) <= _CORE_WORDS and short in b and short not in _known_organisations()
    return len(a) < len(b) and a[0] == b[0] and a[-1] == b[-1] and set(a) < set(b)


@cache
def _known_organisations() -> frozenset[str]:
    return frozenset(map(name_key, read_words("organisations")))


def _group_places(mentions: list[Named]) -> list[Group]:
    """Join "Romans" to "Romans-sur-Isère" when it is the only such place."""
    kept: list[Group] = []
    for group in sorted(_by_key(mentions).values(), key=lambda g: -len(g[0].key)):
        key = group[0].key
        fitting = [
            other
            for other in kept
            if other[0].key.startswith(key + " ") and _PLACE_REST.match(other[0].key[len(key) + 1 :])
        ]
        if len(fitting) == 1:
            fitting[0].extend(group)
        else:
            kept.append(group)
    return kept


def make_named(start: int, end: int, type_: EntityType, text: str) -> Named:
    """Return the mention at characters `start` to `end` of `text`, with its key."""
    surface = text[start:end]
    return Named(start, end, type_, surface, name_key(surface) or fold(surface), text[max(0, start - 24) : start])
