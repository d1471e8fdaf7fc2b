"""What stands around the mentions of a place: the article before it, the department in brackets after it, the river."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final

from factuel.annotation.notation.folding import fold
from factuel.facts.gazetteer import Area, areas_named, department_numbered, has_article
from factuel.facts.name_keys import name_key
from factuel.models import read_words
from factuel.records import Entity, Mention

_SWITZERLAND: Final = "suisse"
_NEAR: Final = 60
"""Characters on each side of a mention in which words tell a river."""
_BEFORE: Final = 40
_AFTER: Final = 45
_DETERMINER: Final = re.compile(r"(?:\b(?:le|la|les|du|des|au|aux) |\bl')$")
_AT: Final = (" a ", "\na ")
_EN: Final = re.compile(r"\ben $")
_DANS: Final = re.compile(r"\bdans (?:le |la |les |l')$")
_WORD_BEFORE: Final = re.compile(r"([a-z][a-z-]+) (?:(?:de |dans )?(?:le |la |les |l')|d'|du |des |de )?$")
_BRACKET: Final = re.compile(r"\s?\(\s*([^()\n]{2,40})\)")
_INSIDE: Final = re.compile(r",? (?:dans|en) (?:le |la |les |l['’])?([A-ZÀ-Þ][\w'’-]*(?: [\w'’-]+){0,3})")
_AND: Final = re.compile(r"(?:,| et) (?:le |la |l['’])([A-ZÀ-Þ][\w-]+)")
_OF: Final = re.compile(r" (?:de|du|des|d['’])\b")
_CODE: Final = re.compile(r"\d[\dAB]\d?$")
_WORD: Final = re.compile(r"[a-z]+(?:-[a-z]+)*")


@dataclass(frozen=True)
class Use:
    """How a mention stands: `definite` after an article, `at` after "à", `area` after "en", `within` brackets, `dans`
    after "dans le", `part` after a word that makes it no town, `cued` after a word that only departments have, `water`
    near words of rivers, `compass` before "de" (the north of). `inside` are the areas that it is said to be in;
    `bracketed` says that brackets after it hold such an area, so that it is nowhere else."""

    definite: bool
    at: bool
    area: bool
    within: bool
    dans: bool
    part: bool
    cued: bool
    water: bool
    compass: bool
    inside: tuple[Area, ...]
    bracketed: bool


def uses_of(entity: Entity, text: str) -> tuple[Use, ...]:
    """Return how each mention of an entity stands in the article's text."""
    return tuple(_use(mention, text) for mention in entity.mentions)


def _use(mention: Mention, text: str) -> Use:
    before = fold(text[max(0, mention.start - _BEFORE) : mention.start])
    after = text[mention.end : mention.end + _AFTER]
    word = _WORD_BEFORE.search(before)
    kind = word[1] if word else ""
    within = before.endswith("(") and after.startswith((")", ","))
    beside = _AND.match(after)
    near = fold(text[max(0, mention.start - _NEAR) : mention.end + _NEAR])
    inside, bracketed = _said_inside(after)
    return Use(
        definite=bool(_DETERMINER.search(before)) or has_article(mention.text),
        at=before.endswith(_AT),
        area=bool(_EN.search(before)),
        within=within,
        dans=bool(_DANS.search(before)),
        part=kind in _cues("part") or before.endswith(" dans "),
        cued=kind in _cues("department"),
        water=not _cues("water").isdisjoint(_WORD.findall(near)) or bool(beside and name_key(beside[1]) in _nature()),
        compass=_OF.match(after) is not None,
        inside=inside,
        bracketed=bracketed,
    )


def _said_inside(after: str) -> tuple[tuple[Area, ...], bool]:
    """Return the areas that the words after a town say it is in, and whether brackets name it ("(VD)" is
    Switzerland). A number in brackets may be an age or a score."""
    bracket = _BRACKET.match(after)
    if bracket:
        content = bracket[1].split(",")[0].strip()
        inside = areas_named(_SWITZERLAND) if fold(content) in _cues("canton") else _areas_of(content)
        return inside, bool(inside) and not _CODE.match(content)
    phrase = _INSIDE.match(after)
    return (next(filter(None, map(_areas_of, _beginnings(phrase[1]))), ()) if phrase else ()), False


def _areas_of(content: str) -> tuple[Area, ...]:
    """Return the areas of a name or of a department's number; none for "(59 ans)"."""
    return department_numbered(content) if _CODE.match(content) else areas_named(name_key(content))


def _beginnings(phrase: str) -> Iterator[str]:
    words = phrase.split(" ")
    for count in range(len(words), 0, -1):
        yield " ".join(words[:count])


@cache
def _cues(kind: str) -> frozenset[str]:
    return read_words("place_cues", kind=kind)


@cache
def _nature() -> frozenset[str]:
    """Return the keys of rivers, seas and mountains that are no departments."""
    return frozenset(name_key(form) for form in read_words("places", kind="nature"))
