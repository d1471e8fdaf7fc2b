"""Where on the page the article stands: the part that holds it, widened to the parts that go on with it.

On the press sample the part that holds the article's prose has its whole text but for title and standfirst, so that
what follows it, and what precedes the headline, is the page's: boxes about the author or the source, offers, polls,
live columns, lists of other articles.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Final

from lxml.html import HtmlElement

from factuel.cleaning.html.boxes import find_boxes, part_names
from factuel.cleaning.html.standfirst import is_called_standfirst
from factuel.cleaning.html.survey import Survey, joined_text
from factuel.cleaning.typography import normalise_line

_GROWTH: Final = 1.5
"""How many times more prose the parts that go on with the article must hold together than one alone."""
_PARTS: Final = frozenset({"div", "p", "section", "header", "figure", "table", "aside", "dl"})
_LONG: Final = 600
"""Characters of prose that a second half away from the first has; a note about the author or the site has fewer."""
_PARAGRAPHS: Final = frozenset({"p", "blockquote", "h2", "h3", "h4"})
_CELLS: Final = frozenset({"td", "tr", "tbody", "table"})
"""Side by side in a layout table stand columns of the page, not parts of an article."""
_MUCH: Final = 0.25
"""A part after the article's with this share of its prose may be the article's second half, and stays."""


def find_outside(survey: Survey, region: HtmlElement | None, title: str | None) -> set[HtmlElement]:
    """Return the elements that stand before the headline or after the article's `region`, and the boxes in it; empty
    without a region.

    To be called before the tree is pruned. None of them contains the article's part or the headline.
    """
    if region is None:
        return set()
    start = survey.elements.index(region)
    end = start + sum(1 for each in region.iter() if isinstance(each.tag, str))
    much = _MUCH * survey.prose[region]
    first = _headline(survey, title, end)
    if sum(survey.prose[each] for each in survey.elements[start:first] if each.getparent() is region) >= much:
        first = start
    outside = set(find_boxes(region, survey))
    if first:
        outside.update(each for each in survey.elements[first + 1 : start] if _is_furniture(each, survey))
    outside.update(_set_apart((*survey.elements[:first], *survey.elements[end:]), region, survey))
    return outside


def _set_apart(elements: tuple[HtmlElement, ...], region: HtmlElement, survey: Survey) -> Iterator[HtmlElement]:
    """Yield those of the `elements` outside `region` that are no second half of the article, nor in one."""
    much = _MUCH * survey.prose[region]
    makes = Counter(_make(each) for each in elements if survey.prose[each])
    halves: set[HtmlElement] = set()
    for element in elements:
        parent = element.getparent()
        if parent is None or parent.tag in {"html", "head"} or element in survey.protected:
            continue
        is_repeated = element.tag not in _PARAGRAPHS and makes[_make(element)] > 1
        if parent in halves or (not is_repeated and _is_half(element, region, survey)):
            halves.add(element)
        elif element.tag == "p" or survey.prose[element] < much or is_repeated:
            yield element


def _make(element: HtmlElement) -> tuple[HtmlElement | None, str, str]:
    """Return what is the same of posts, cards or comments in a row: what holds them, their tag and their names."""
    return element.getparent(), str(element.tag), part_names(element)


def _is_half(element: HtmlElement, region: HtmlElement, survey: Survey) -> bool:
    """Say whether a part has much prose of its own, beside the article's part or more than any box has."""
    own = survey.prose[element] if element.tag == "p" else _own_prose(element, survey)
    is_beside = element.getparent() is region.getparent()
    return own >= _MUCH * survey.prose[region] and (is_beside or own >= _LONG)


def find_region(survey: Survey) -> HtmlElement | None:
    """Return the article's part, or the outermost part around it where others of its name go on with it; null without.

    To be called before the tree is pruned.
    """
    region = survey.holder
    if region is None:
        return None
    for inner in (region, *region.iterancestors()):
        outer = inner.getparent()
        if outer is None or outer.tag == "html":
            break
        goes_on = any(_goes_on(each, inner, survey) for each in outer if each is not inner)
        if goes_on and survey.prose[outer] >= _GROWTH * survey.prose[region]:
            region = outer
    return region


def _is_furniture(element: HtmlElement, survey: Survey) -> bool:
    """Say whether a part between headline and article has no prose, and is neither a list nor called a standfirst."""
    parent = element.getparent()
    is_part = element.tag in _PARTS and parent is not None and parent.tag != "p" and not survey.own[parent]
    if not is_part or element in survey.protected or survey.prose[element]:
        return False
    return next(element.iter("li"), None) is None and not is_called_standfirst(element)


def _own_prose(element: HtmlElement, survey: Survey) -> int:
    """Return the characters of prose in the paragraphs that stand directly in a part."""
    return sum(survey.prose[each] for each in element if each.tag == "p")


def _goes_on(other: HtmlElement, inner: HtmlElement, survey: Survey) -> bool:
    """Say whether a part beside another has its tag and names, and prose of its own."""
    if other.tag != inner.tag or other.tag in _CELLS or not survey.prose.get(other):
        return False
    return part_names(other) == part_names(inner)


def _headline(survey: Survey, title: str | None, end: int) -> int:
    """Return the position of the first element before `end` that shows the title and nothing else, an `h1` before
    others; 0 when there is none."""
    wanted = (title or "").casefold()
    shown = [
        position
        for position, element in enumerate(survey.elements[:end])
        if element.tag not in {"title", "head"} and _shows(element, wanted, survey)
    ]
    return next((each for each in shown if survey.elements[each].tag == "h1"), shown[0] if shown else 0)


def _shows(element: HtmlElement, wanted: str, survey: Survey) -> bool:
    size = survey.text[element]
    return len(wanted) <= 2 * size <= 3 * len(wanted) and normalise_line(joined_text(element)).casefold() == wanted
