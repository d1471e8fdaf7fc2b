"""Which kind of thing the names in an element's attributes say it is (`models/patterns/boilerplate_dom.jsonl`)."""

from __future__ import annotations

import re
from collections.abc import Set
from dataclasses import dataclass
from functools import cache
from typing import Final, cast

from lxml.html import HtmlElement

from factuel.models import read_patterns
from factuel.records import DiscardKind

_CAMEL: Final = re.compile(r"(?<=[a-z])(?=[A-Z][a-z])")
_ATTRIBUTES: Final = (
    "class",
    "id",
    "role",
    "itemprop",
    "data-component",
    "data-module",
    "data-testid",
    "data-type",
    "slot",
)
_MAX_NAMES: Final = 300


@dataclass(frozen=True)
class Named:
    """What a part is called, by which word, whether no article goes by such a name, and whether it is a byline's."""

    kind: DiscardKind
    sure: bool
    byline: bool = False
    word: str = ""


_TAGS: Final = {
    "nav": Named("navigation", True),
    "footer": Named("navigation", False),
    "button": Named("navigation", True),
    "aside": Named("teaser", True),
    "figcaption": Named("caption", True),
    "form": Named("other", False, word="form"),
}
_ROLES: Final = {
    "complementary": Named("teaser", True),
    "contentinfo": Named("navigation", True),
    "navigation": Named("navigation", True),
    "dialog": Named("other", True),
    "search": Named("navigation", True),
    "banner": Named("navigation", False),
}


def name_of(element: HtmlElement) -> Named | None:
    """Return what an element's tag and attributes call it, null when they do not call it boilerplate."""
    if named := _TAGS.get(cast(str, element.tag)):
        return named
    attributes = element.attrib
    if not attributes and "-" not in str(element.tag):
        return None
    if named := _ROLES.get(str(attributes.get("role", ""))):
        return named
    return other_name(element, frozenset())


def regular_names(element: HtmlElement) -> str:
    """Return the names in an element's attributes: lower case, camelCase split, "_" as "-"; empty without any."""
    return _regular(_join_names(element))


def named_pattern(names: str) -> re.Pattern[str]:
    """Return a pattern that finds any of `names` (alternatives) in regular names, whole between "-" and " "."""
    return re.compile(rf"(?<![^\s-])(?:{names})(?![^\s-])")


def _join_names(element: HtmlElement) -> str:
    """Return what an element is called, the tag too when it is a custom element's ("x-comments")."""
    attributes, tag = element.attrib, str(element.tag)
    own = [tag] if "-" in tag else []
    return " ".join([*own, *(str(attributes[key]) for key in _ATTRIBUTES if key in attributes)])[:_MAX_NAMES]


def _regular(names: str) -> str:
    return _CAMEL.sub("-", names).replace("_", "-").lower()


def other_name(element: HtmlElement, voided: Set[str]) -> Named | None:
    """Return the first thing that an element's attributes call it by a word that means something on the page."""
    return next((named for named in _read_names(_join_names(element)) if named.word not in voided), None)


@cache
def _read_names(names: str) -> tuple[Named, ...]:
    rows = read_patterns("boilerplate_dom")
    found = (
        (match, rows[int(str(match.lastgroup).lstrip("row"))]) for match in _names_pattern().finditer(_regular(names))
    )
    return tuple(
        Named(row["kind"], row["sure"], row.get("byline", False), match.group().rstrip("s")) for match, row in found
    )


@cache
def _names_pattern() -> re.Pattern[str]:
    """One pattern with a group for each row of the file; the earliest name in the attributes decides."""
    groups = []
    for number, row in enumerate(read_patterns("boilerplate_dom")):
        names = "|".join(row["names"])
        before, after = (r"(?<![^\s])", r"(?![^\s])") if row.get("whole") else (r"(?<![^\s-])", r"(?![^\s-])")
        groups.append(f"(?P<row{number}>{before}(?:{names}){after})")
    return re.compile("|".join(groups))
