"""Reading the article's part directly: what trafilatura leaves out of it.

Of a page of which trafilatura keeps too little, all; of others, paragraphs of prose (text after a part inside a cell or
a `<div>`), and the subheads and list items that it drops between paragraphs that it keeps (in chapters and entries with
a `<div>` each). Other short texts stay out: on the corpus they are buttons, clock times and embedded posts.
"""

from __future__ import annotations

from typing import Final, cast

from lxml.html import HtmlElement

from factuel.cleaning.html.survey import Survey
from factuel.cleaning.press.block import Block, Role
from factuel.cleaning.press.declared import grams, share_known
from factuel.cleaning.typography import normalise_line

_LEAST: Final = 0.5
"""trafilatura keeps between 0.8 and 1.2 of the characters of the article's part on the press sample."""
_LEAST_WORDS: Final = {False: 25, True: 15}
"""Words of a paragraph that comes back, before the first that is kept, where headlines stand, and after it."""
_SHARED: Final = 0.1
_ROLES: Final[dict[str, Role]] = {
    "p": "paragraph",
    "h1": "heading",
    "h2": "heading",
    "h3": "heading",
    "h4": "heading",
    "li": "item",
    "blockquote": "quote",
    "tr": "row",
}
_BREAKS: Final = frozenset(
    {"br", "div", "section", "article", "header", "main", "footer", "aside", "center", "form", "address", "pre", "hr"}
    | {"ul", "ol", "dl", "dt", "dd", "table", "tbody", "td", "th", "figure", "figcaption", "h5", "h6"}
)
_RESTORED: Final = frozenset({"heading", "item"})


def complete_blocks(blocks: list[Block], survey: Survey, region: HtmlElement | None) -> list[Block]:
    """Return `blocks` with the subheads and items of the article's `region` that they lack, or the blocks of the
    article's part when they have less than half of its text."""
    if survey.holder is None or region is None:
        return blocks
    if sum(map(_length, blocks)) >= _LEAST * survey.article:
        return _restore(blocks, read_part(region))
    found = read_part(survey.holder)
    return found if sum(map(_length, found)) > sum(map(_length, blocks)) else blocks


def read_part(element: HtmlElement) -> list[Block]:
    """Return all blocks of a part of the page, in page order."""
    found: list[Block] = []
    _collect(element, "paragraph", found)
    return found


def _restore(blocks: list[Block], found: list[Block]) -> list[Block]:
    """Put what `blocks` lack of `found` before the block that follows it in both: paragraphs of prose, and between
    two blocks subheads and list items."""
    places: dict[tuple[str, ...], int] = {}
    for position, block in enumerate(blocks):
        places.setdefault(block.words, position)
    known = {gram for block in blocks for gram in grams(block)}
    before: dict[int, list[Block]] = {}
    waiting: list[Block] = []
    is_inside = False
    for block in found:
        place = places.get(block.words)
        if place is not None:
            before.setdefault(place, []).extend(waiting)
            waiting, is_inside = [], True
        elif (is_inside and block.role in _RESTORED) or _is_lost(block, known, _LEAST_WORDS[is_inside]):
            waiting.append(block)
    lost = [block for block in waiting if block.role not in _RESTORED]
    return [each for position, block in enumerate(blocks) for each in (*before.get(position, ()), block)] + lost


def _is_lost(block: Block, known: set[tuple[str, ...]], least: int) -> bool:
    """Say whether a paragraph of prose of `least` words has next to nothing in common with what is kept."""
    if block.role != "paragraph" or not block.is_prose or len(block.words) < least:
        return False
    return share_known(block, known) <= _SHARED


def _length(block: Block) -> int:
    return len(block.text)


def _collect(element: HtmlElement, role: Role, blocks: list[Block]) -> None:
    line = element.text or ""
    for child in element:
        tag = str(child.tag)
        if tag in _ROLES or tag in _BREAKS:
            _flush(line, role, blocks)
            is_quoted = role == "quote" and tag == "p"
            _collect(cast(HtmlElement, child), role if is_quoted else _ROLES.get(tag, role), blocks)
            line = ""
        else:
            line += "".join(child.itertext())
        line += child.tail or ""
    _flush(line, role, blocks)


def _flush(line: str, role: Role, blocks: list[Block]) -> None:
    text = normalise_line(line)
    if text:
        blocks.append(Block(text, role))
