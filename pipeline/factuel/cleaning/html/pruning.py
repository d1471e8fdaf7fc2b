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

from factuel.cleaning.html.names import Named, name_of
from factuel.cleaning.press.patterns import cue_pattern
from factuel.records import DiscardKind

_LINES: Final = frozenset({"p", "li", "h2", "h3", "h4", "h5", "h6", "blockquote", "div", "dt", "dd", "strong", "b"})
_INLINE: Final = frozenset({"strong", "b", "em", "i", "u", "span", "a"})
_BLOCKS: Final = frozenset(
    {"p", "div", "ul", "ol", "table", "section", "article", "blockquote", "h1", "h2", "h3", "h4"}
)
_LINK_SHARE: Final = 0.9
_LINK_WORDS: Final = range(3, 41)
_SOFT_SHARE: Final = 0.3
"""A part whose name is also given to parts of articles goes only when it is this small beside the article."""
_PROSE: Final = 80
"""Characters of a paragraph that counts as prose when the article is looked for."""
_TRUST: Final = (1.0, 0.8, 0.35)
"""What a paragraph's size counts for, by the doubt that the names of the parts around it raise."""


@dataclass
class _Weights:
    """For each element what it is called, the characters that stand in it directly, in all and inside links; what
    holds the article."""

    names: dict[HtmlElement, Named | None] = field(default_factory=dict)
    own: dict[HtmlElement, int] = field(default_factory=lambda: defaultdict(int))
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
    weights = _Weights(names={element: name_of(element) for element in elements})
    own, text, linked = weights.own, weights.text, weights.linked
    for element in reversed(elements):
        own[element] += len((element.text or "").strip())
        text[element] += own[element]
        if element.tag == "a":
            linked[element] = text[element]
        parent = element.getparent()
        if parent is not None:
            own[parent] += len((element.tail or "").strip())
            text[parent] += text[element]
            linked[parent] += linked[element]
    _protect(elements, weights)
    return weights


def _protect(elements: list[HtmlElement], weights: _Weights) -> None:
    """Protect what holds the article's paragraphs or its headline, and all that contains it."""
    doubts = _doubts(elements, weights)
    scores: dict[HtmlElement, float] = defaultdict(float)
    for element in elements:
        is_paragraph = element.tag == "p"
        size = weights.text[element] - weights.linked[element] if is_paragraph else weights.own[element]
        if size < _PROSE or element.tag == "a":
            continue
        holder, share = (element.getparent() if is_paragraph else element), float(size)
        while holder is not None and share >= size / 2:
            scores[holder] += share * _TRUST[doubts[element]]
            holder, share = holder.getparent(), share / 2
    if scores:
        best = max(scores, key=scores.__getitem__)
        weights.article = weights.text[best]
        weights.protected.update([best, *best.iterancestors()])
    for heading in elements:
        if heading.tag == "h1" and doubts[heading] == 0:
            weights.protected.update([heading, *heading.iterancestors()])


def _doubts(elements: list[HtmlElement], weights: _Weights) -> dict[HtmlElement, int]:
    """Return for each element 0, or 1 or 2 when it stands in a part with a name that may, or cannot, hold an article."""
    doubts: dict[HtmlElement, int] = {}
    for element in elements:
        name, parent = weights.names[element], element.getparent()
        own = 0 if name is None else 1 if not name.sure else 2
        doubts[element] = max(own, doubts.get(parent, 0)) if parent is not None else own
    return doubts


def _judge(element: HtmlElement, weights: _Weights) -> DiscardKind | None:
    name = weights.names[element]
    if name is not None:
        small = weights.text[element] <= _SOFT_SHARE * weights.article
        return name.kind if name.sure or small or not weights.article else None
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
