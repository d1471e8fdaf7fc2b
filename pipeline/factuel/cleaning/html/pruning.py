"""Removing from the tree what only the tree shows: parts named as boilerplate, and paragraphs that are one link.

Nothing that contains the article's part or headline is removed, so a wrapper called "with-newsletter" does no harm.
"""

from __future__ import annotations

import re
from collections.abc import Set
from typing import Final, cast

from lxml.html import HtmlElement

from factuel.cleaning.html.boxes import find_pictures, find_posts
from factuel.cleaning.html.names import Named, other_name
from factuel.cleaning.html.survey import Survey, joined_text
from factuel.cleaning.press.patterns import cue_pattern, heading_pattern
from factuel.records import DiscardKind

_LINES: Final = frozenset({"p", "li", "h2", "h3", "h4", "h5", "h6", "blockquote", "div", "dt", "dd", "strong", "b"})
_INLINE: Final = frozenset({"strong", "b", "em", "i", "u", "span", "a"})
_BLOCKS: Final = frozenset({"p", "div", "ul", "ol", "table", "section", "article", "blockquote", "h1", "h2", "h3"})
_SECTIONS: Final = frozenset({"section", "div", "aside", "ul", "table"})
_HEADING: Final = 70
_LINK_SHARE: Final = 0.9
_LINK_WORDS: Final = range(3, 41)
_SMALL: Final = 0.3
"""A part whose name is also given to parts of articles goes only when it is this small beside the article."""
_FEW_LINKS: Final = 0.15
_CAPSULE: Final = 200
_CAPSULE_LEAST: Final = 20
_RUNNING: Final = 30
"""Characters directly in a parent that make it running text."""


def prune(survey: Survey, outside: Set[HtmlElement] = frozenset()) -> list[tuple[DiscardKind, str]]:
    """Remove boilerplate from the surveyed tree and return what was removed: its kind and its text, in page order.

    The elements of `outside` the article go too; without a name and prose they are furniture, and not returned.
    """
    removed: list[tuple[DiscardKind, str]] = []
    gone: set[HtmlElement] = set()
    pictures, posts = find_pictures(survey), find_posts(survey)
    for element in survey.elements:
        if element in gone or element in survey.protected:
            continue
        kind = "caption" if element in pictures else _judge(element, survey) or ("other" if element in posts else None)
        is_said = kind is not None or survey.prose[element] > 0
        kind = kind or ("other" if element in outside else None)
        if kind is None or element.getparent() is None:
            continue
        gone.update(element.iter())
        if survey.text[element] and is_said:
            removed.append((kind, joined_text(element)))
        _remove(element)
    return removed


def _judge(element: HtmlElement, survey: Survey) -> DiscardKind | None:
    name = survey.names[element]
    if name is not None and name.word in survey.voided:
        name = other_name(element, survey.voided)
    if name is not None and element.tag in _INLINE and _is_in_sentence(element, survey):
        name = name if _is_foreign_to_sentences(name, element, survey) else None
    if name is not None:
        return name.kind if _is_certain(name, element, survey) else None
    if element.tag == "figure":
        return None if any(True for _ in element.iter("table", "blockquote", "p")) else "caption"
    if element.tag in _SECTIONS and survey.text[element] and _is_led_by_cue(element):
        return "teaser"
    if element.tag in _LINES and _is_one_link(element, survey):
        return "teaser"
    if element.tag in _INLINE and survey.text[element] < _CAPSULE and _opens_with_cue(element):
        return None if _heads_list(element) else "teaser"
    return None


def _heads_list(element: HtmlElement) -> bool:
    """Say whether a run is a heading of its own, above blocks: the press layer sets aside what follows it."""
    following = element.getnext()
    if (element.tail or "").strip() or following is None or following.tag not in _BLOCKS:
        return False
    return heading_pattern().fullmatch(joined_text(element).replace("’", "'")) is not None


def _is_certain(name: Named, element: HtmlElement, survey: Survey) -> bool:
    """Say whether a part is what it is called: it is small beside the article, or no article is called so; but a large
    "teaser" with few links is a part of the article that a button unfolds."""
    if survey.text[element] <= _SMALL * survey.article or not survey.article:
        return True
    return name.sure and (name.kind != "teaser" or survey.linked[element] >= _FEW_LINKS * survey.text[element])


def _is_in_sentence(element: HtmlElement, survey: Survey) -> bool:
    """Say whether an inline element stands in running text, where a "tag-link" is a word of the sentence."""
    parent = element.getparent()
    return parent is not None and survey.own[parent] >= _RUNNING


def _is_foreign_to_sentences(name: Named, element: HtmlElement, survey: Survey) -> bool:
    """Say whether what a run inside a paragraph is called is never a part of its sentence."""
    if name.kind in {"caption", "credit"}:
        return not name.byline
    is_capsule = survey.text[element] >= _CAPSULE_LEAST and element.tag != "a"
    return name.sure and (name.kind == "other" or (name.kind in {"teaser", "share", "comment"} and is_capsule))


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


def _is_led_by_cue(element: HtmlElement) -> bool:
    """Say whether a section opens with the heading of a list of other articles, of comments or of a newsletter."""
    heading = next(
        (child for child in element.iter() if isinstance(child.tag, str) and (child.text or "").strip()), None
    )
    if heading is None or heading is element:
        return False
    text = joined_text(heading)
    return len(text) <= _HEADING and heading_pattern().fullmatch(text.replace("’", "'")) is not None


def _opens_with_cue(element: HtmlElement) -> bool:
    text = (element.text or "").strip() or (element[0].text or "" if len(element) else "").strip()
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
