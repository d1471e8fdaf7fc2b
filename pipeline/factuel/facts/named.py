"""Named: a mention on its way to an entity, with what stands before it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final, Literal

from factuel.annotation.notation.folding import fold
from factuel.facts.name_keys import name_key
from factuel.records import EntityType

Gender = Literal["Masc", "Fem"]
_BEFORE: Final = 24
_TITLE: Final = re.compile(r"\b(M|Mme|Mlle|Monsieur|Madame|Mademoiselle)\.?\s+$")


@dataclass(frozen=True)
class Named:
    """A mention to be grouped: its characters (end exclusive), type, text, key, and the text just before it."""

    start: int
    end: int
    type: EntityType
    text: str
    key: str
    before: str


Group = list[Named]


def make_named(start: int, end: int, type_: EntityType, text: str) -> Named:
    """Return the mention at characters `start` to `end` of `text`, with its key."""
    surface = text[start:end]
    return Named(start, end, type_, surface, name_key(surface) or fold(surface), text[max(0, start - _BEFORE) : start])


def group_by_key(mentions: list[Named]) -> list[Group]:
    """Return the mentions of one type and key together, in order of first mention."""
    groups: dict[tuple[str, str], Group] = {}
    for mention in mentions:
        groups.setdefault((mention.type, mention.key), []).append(mention)
    return list(groups.values())


def title_gender(before: str) -> Gender | None:
    """Return the gender of the courtesy title that ends the text before a name."""
    found = _TITLE.search(before)
    if found is None:
        return None
    return "Masc" if found[1] in {"M", "Monsieur"} else "Fem"
