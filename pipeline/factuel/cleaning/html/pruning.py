"""Removing from the tree what only the tree shows: parts named as boilerplate, and paragraphs that are one link.

Nothing that contains the article's part or headline is removed, so a wrapper called "with-newsletter" does no harm.
"""

from __future__ import annotations

import re
from typing import Final, cast

from lxml.html import HtmlElement

from factuel.cleaning.html.survey import Survey, joined_text
from factuel.cleaning.press.patterns import cue_pattern
from factuel.records import DiscardKind

_LINES: Final = frozenset({"p", "li", "h2", "h3", "h4", "h5", "h6", "blockquote", "div", "dt", "dd", "strong", "b"})
_INLINE: Final = frozenset({"strong", "b", "em", "i", "u", "span", "a"})
_BLOCKS: Final = frozenset({"p", "div", "ul", "ol", "table", "section", "article", "blockquote", "h1", "h2", "h3", "h4"})
_LINK_SHARE: Final = 0.9
_LINK_WORDS: Final = range(3, 41)
_SMALL: Final = 0.3
"""A part whose name is also given to parts of articles goes only when it is this small beside the article."""
_CAPSULE: Final = 200


def prune(survey: Survey) -> list[tuple[DiscardKind, str]]:
    """Remove boilerplate from the surveyed tree and return what was removed: its kind and its text, in page order."""
    removed: list[tuple[DiscardKind, str]] = []
    gone: set[HtmlElement] = set()
    for element in survey.elements:
        if element in gone or element in survey.protected:
            continue
        kind = _judge(element, survey)
        if kind is None or element.getparent() is None:
            continue
        gone.update(element.iter())
        if survey.text[element]:
            removed.append((kind, joined_text(element)))
        _remove(element)
    return removed


def _judge(element: HtmlElement, survey: Survey) -> DiscardKind | None:
    name = survey.names[element]
    if name is not None:
        is_small = survey.text[element] <= _SMALL * survey.article
        return name.kind if name.sure or is_small or not survey.article else None
    if element.tag == "figure":
        return None if any(True for _ in element.iter("table", "blockquote", "p")) else "caption"
    if element.tag in _LINES and _is_one_link(element, survey):
        return "teaser"
    if element.tag in _INLINE and survey.text[element] < _CAPSULE and _opens_with_cue(element):
        return "teaser"
    return None


def _is_one_link(element: HtmlElement, survey: Survey) -> bool:
    """Say whether a line is a link from end to end to another page, and as short as a headline."""
    text = survey.text[element]
    if not text or survey.linked[element] < _LINK_SHARE * text:
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
