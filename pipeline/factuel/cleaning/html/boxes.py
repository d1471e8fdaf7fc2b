"""Small parts of the article's region that are no part of its text, told by their make and not by their names."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final

from lxml.html import HtmlElement

from factuel.cleaning.html.standfirst import is_called, is_called_standfirst
from factuel.cleaning.html.survey import Survey, joined_text

_ONE_MAKE: Final = 0.75
"""Share of an article's prose that parts of one make hold when others are boxes."""
_BOX: Final = 300
"""Characters of the largest box; encadrés that belong to an article are longer on the press sample."""
_BOX_TAGS: Final = frozenset({"div", "section", "aside", "details", "center", "table"})
_CELLS: Final = 2
"""Cells of a table that frames a box; tables of figures have more."""
_TEXT: Final = "text"
"""The make of paragraphs that stand in the region itself, parted by `<br>`."""
_DIGITS: Final = re.compile(r"\d+")
_FRAMES: Final = frozenset({"div", "table", "span", "center"})
_PICTURES: Final = ("img", "picture", "amp-img", "video")
_CAPTION: Final = 200
_QUOTED: Final = frozenset({"blockquote", "div", "section", "amp-twitter"})
_POST: Final = 600
_SIGNED_POST: Final = re.compile(
    r"(?<![\w.])@\w{2,30}\s?\)?[\s·—–-]*"
    r"(?:(?:le )?\d{1,2}(?:er)? \w+,? \d{4}|[A-Z]\w+ \d{1,2}, \d{4}|\d\d?/\d\d?/\d{2,4})?\W*$"
)


def find_boxes(region: HtmlElement, survey: Survey) -> Iterator[HtmlElement]:
    """Yield the small parts among the paragraphs of `region` that are of another make than they: adverts, polls,
    offers, posts of social networks. Subheads, quotations, lists, tables and what holds text directly stay."""
    children = [each for each in region if isinstance(each.tag, str)]
    makes: Counter[str] = Counter({_TEXT: survey.own[region]})
    for each in children:
        makes[_make(each)] += survey.prose[each]
    make, size = makes.most_common(1)[0] if makes else ("", 0)
    if size < _ONE_MAKE * survey.prose[region]:
        return
    begun = bool((region.text or "").strip()) and make == _TEXT
    for each in children:
        is_other = begun and each.tag in _BOX_TAGS and _make(each) != make
        if is_other and _is_box(each, survey):
            yield each
        begun = begun or survey.prose[each] > 0 or (make == _TEXT and bool((each.tail or "").strip()))


def _is_box(element: HtmlElement, survey: Survey) -> bool:
    headed = sum(survey.text[each] for each in element.iter("h2", "h3"))
    is_small = survey.text[element] <= _BOX and not survey.own[element] and headed < survey.text[element]
    is_list = next(element.iter("li"), None) is not None and next(element.iter("a", "input"), None) is None
    is_data = element.tag == "table" and sum(1 for _ in element.iter("td", "th")) > _CELLS
    is_text = is_list or is_data or is_called_standfirst(element) or is_called(element, "text")
    return is_small and not is_text


def _make(element: HtmlElement) -> str:
    """Return the tag of a paragraph; of another part its tag and names."""
    return "p" if element.tag == "p" else f"{element.tag} {part_names(element)}"


def find_pictures(survey: Survey) -> set[HtmlElement]:
    """Return the parts that are a picture and its caption; none when they hold most of the page's prose."""
    found = {each for each in survey.elements if each not in survey.protected and is_framed_picture(each, survey)}
    prose = sum(survey.prose[each] for each in found if each.getparent() not in found)
    return found if 2 * prose < survey.prose[survey.elements[0]] else set()


def is_framed_picture(element: HtmlElement, survey: Survey) -> bool:
    """Say whether a part holds a picture and no more words than a caption."""
    if element.tag not in _FRAMES or not 0 < survey.text[element] <= _CAPTION:
        return False
    if next(element.iter(*_PICTURES), None) is None:
        return False
    return next(element.iter("h1", "h2", "h3", "h4", "input"), None) is None


def find_posts(survey: Survey) -> set[HtmlElement]:
    """Return the posts of social networks: the innermost parts that end with who wrote them, "(@name)", and perhaps a
    date. Linear in the page's elements."""
    found: set[HtmlElement] = set()
    holding: set[HtmlElement | None] = set()
    for element in reversed(survey.elements):
        if element in holding or (element.tag in _QUOTED and _is_signed(element, survey)):
            if element not in holding:
                found.add(element)
            holding.add(element.getparent())
    return found


def _is_signed(element: HtmlElement, survey: Survey) -> bool:
    if not 0 < survey.text[element] <= _POST:
        return False
    text = joined_text(element)
    return "@" in text and _SIGNED_POST.search(text) is not None


def part_names(element: HtmlElement) -> str:
    """Return the class and identifier of a part without their digits."""
    return _DIGITS.sub("", f"{element.get('class') or ''} {element.get('id') or ''}")
