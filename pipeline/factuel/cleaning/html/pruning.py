"""Removing from the tree what only the tree shows: parts named as boilerplate, and paragraphs that are one link.

The part that holds the article is found first, from where the paragraphs are; nothing that contains it is removed, so a
wrapper called "with-newsletter" does no harm.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from typing import Final, cast

from lxml.html import HtmlElement

from factuel.cleaning.html.names import kind_of
from factuel.cleaning.press.patterns import cue_pattern
from factuel.records import DiscardKind

_LINES: Final = frozenset({"p", "li", "h2", "h3", "h4", "h5", "h6", "blockquote", "div", "dt", "dd", "strong", "b"})
_INLINE: Final = frozenset({"strong", "b", "em", "i", "u", "span", "a"})
_BLOCKS: Final = frozenset(
    {"p", "div", "ul", "ol", "table", "section", "article", "blockquote", "h1", "h2", "h3", "h4"}
)
_LINK_SHARE: Final = 0.9
_LINK_WORDS: Final = range(3, 41)
_SOFT: Final[frozenset[DiscardKind]] = frozenset({"caption", "credit", "other", "navigation"})
"""Kinds whose names also name parts of articles: these go only when they are small beside the article."""
_SOFT_SHARE: Final = 0.3


@dataclass
class _Weights:
    """For each element the characters of its text, and of its text inside links; the element that holds the article."""

    text: dict[HtmlElement, int] = field(default_factory=lambda: defaultdict(int))
    linked: dict[HtmlElement, int] = field(default_factory=lambda: defaultdict(int))
    protected: set[HtmlElement] = field(default_factory=set)
    article: int = 0


def prune(tree: HtmlElement) -> list[tuple[DiscardKind, str]]:
    """Remove boilerplate from `tree` and return what was removed: its kind and its text, in page order."""
    elements = [element for element in tree.iter() if isinstance(element.tag, str)]
    weights = _weigh(elements)
    removed: list[tuple[DiscardKind, str]] = []
    gone: set[HtmlElement] = set()
    for element in elements:
        if element in gone or element in weights.protected:
            continue
        kind = _judge(element, weights)
        if kind is None or element.getparent() is None:
            continue
        gone.update(element.iter())
        if weights.text[element]:
            removed.append((kind, element.text_content()))
        _remove(element)
    return removed


def _weigh(elements: list[HtmlElement]) -> _Weights:
    weights = _Weights()
    prose: dict[HtmlElement, float] = defaultdict(float)
    headings = []
    for element in reversed(elements):
        parent = element.getparent()
        own = len((element.text or "").strip())
        weights.text[element] += own
        if element.tag == "a":
            weights.linked[element] = weights.text[element]
        elif element.tag == "h1":
            headings.append(element)
        elif element.tag == "p" and parent is not None:
            _credit(prose, element, weights.text[element] - weights.linked[element])
        if parent is not None:
            weights.text[parent] += weights.text[element] + len((element.tail or "").strip())
            weights.linked[parent] += weights.linked[element]
    _protect(weights, prose, headings)
    return weights


def _credit(prose: dict[HtmlElement, float], paragraph: HtmlElement, size: int) -> None:
    """Give a paragraph's size to its parent and half of it to its grandparent, unless a part in between is named."""
    share = float(size) if size > 80 else 0.0
    parent = paragraph.getparent()
    while share > size / 4 and parent is not None and kind_of(parent) is None:
        prose[parent] += share
        parent, share = parent.getparent(), share / 2


def _protect(weights: _Weights, prose: dict[HtmlElement, float], headings: list[HtmlElement]) -> None:
    if prose:
        best = max(prose, key=prose.__getitem__)
        weights.article = weights.text[best]
        weights.protected.update([best, *best.iterancestors()])
    for heading in headings:
        if kind_of(heading) is None:
            weights.protected.update([heading, *heading.iterancestors()])


def _judge(element: HtmlElement, weights: _Weights) -> DiscardKind | None:
    kind = kind_of(element)
    if kind is not None:
        small = weights.text[element] <= _SOFT_SHARE * weights.article
        return kind if small or kind not in _SOFT or not weights.article else None
    if element.tag in {"figure"}:
        return None if any(True for _ in element.iter("table", "blockquote", "p")) else "caption"
    if element.tag in _LINES and _is_one_link(element, weights):
        return "teaser"
    if element.tag in _INLINE and weights.text[element] < 200 and _opens_with_cue(element):
        return "teaser"
    return None


def _is_one_link(element: HtmlElement, weights: _Weights) -> bool:
    """Say whether a line is a link from end to end to another page, and as short as a headline."""
    text = weights.text[element]
    if not text or weights.linked[element] < _LINK_SHARE * text:
        return False
    if any(child.tag in _BLOCKS for child in element):
        return False
    if len(element.text_content().split()) not in _LINK_WORDS:
        return False
    link = next(element.iter("a"), None)
    href = str(link.get("href") or "") if link is not None else ""
    return bool(href) and not href.startswith(("#", "mailto:", "tel:"))


def _opens_with_cue(element: HtmlElement) -> bool:
    text = (element.text or "").strip()
    return bool(text) and cue_pattern().match(text) is not None


def _remove(element: HtmlElement) -> None:
    """Remove an element but not its tail; of a cue, the link that it announces goes too."""
    if element.tag in _INLINE and element.tag != "a" and not (element.tail or "").strip(" :>»\xa0\n\t"):
        following = element.getnext()
        if following is not None and following.tag == "a":
            cast("HtmlElement", following).drop_tree()
    if element.tail and re.match(r"\w", element.tail):
        element.tail = " " + element.tail
    element.drop_tree()
