"""Which kind of thing the names in an element's attributes say it is (`models/patterns/boilerplate_dom.jsonl`)."""

from __future__ import annotations

import re
from functools import cache
from typing import Final, cast

from lxml.html import HtmlElement

from factuel.models import read_patterns
from factuel.records import DiscardKind

_CAMEL: Final = re.compile(r"(?<=[a-z])(?=[A-Z][a-z])")
_ATTRIBUTES: Final = ("class", "id", "role", "itemprop", "data-component", "data-module")
_MAX_NAMES: Final = 300
_TAGS: Final[dict[str, DiscardKind]] = {
    "nav": "navigation",
    "footer": "navigation",
    "button": "navigation",
    "aside": "teaser",
    "figcaption": "caption",
    "form": "other",
}
_ROLES: Final[dict[str, DiscardKind]] = {
    "complementary": "teaser",
    "contentinfo": "navigation",
    "navigation": "navigation",
    "dialog": "other",
    "search": "navigation",
    "banner": "navigation",
}


def kind_of(element: HtmlElement) -> DiscardKind | None:
    """Return what an element's tag and names say it is, null for what they do not call boilerplate."""
    if kind := _TAGS.get(cast(str, element.tag)):
        return kind
    attributes = element.attrib
    if not attributes:
        return None
    if kind := _ROLES.get(str(attributes.get("role", ""))):
        return kind
    names = " ".join(str(attributes[key]) for key in _ATTRIBUTES if key in attributes)
    return _kind_of_names(names[:_MAX_NAMES]) if names else None


@cache
def _kind_of_names(names: str) -> DiscardKind | None:
    regular = _CAMEL.sub("-", names).replace("_", "-").lower()
    found = _names_pattern().search(regular)
    return cast("DiscardKind", str(found.lastgroup).rstrip("0123456789")) if found else None


@cache
def _names_pattern() -> re.Pattern[str]:
    """One pattern with a named group for each row of the file; the earliest name of an attribute decides."""
    groups = []
    for number, row in enumerate(read_patterns("boilerplate_dom")):
        names = "|".join(row["names"])
        before, after = (r"(?<![^\s])", r"(?![^\s])") if row.get("whole") else (r"(?<![^\s-])", r"(?![^\s-])")
        groups.append(f"(?P<{row['kind']}{number}>{before}(?:{names}){after})")
    return re.compile("|".join(groups))
