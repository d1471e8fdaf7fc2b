"""Reading the article's part directly, for pages of which trafilatura keeps too little."""

from __future__ import annotations

from typing import Final, cast

from lxml.html import HtmlElement

from factuel.cleaning.html.survey import Survey
from factuel.cleaning.press.block import Block, Role
from factuel.cleaning.typography import normalise_line

_LEAST: Final = 0.5
"""trafilatura keeps between 0.8 and 1.2 of the characters of the article's part on the press sample."""
_ROLES: Final[dict[str, Role]] = {
    "p": "paragraph",
    "h2": "heading",
    "h3": "heading",
    "h4": "heading",
    "li": "item",
    "blockquote": "quote",
    "tr": "row",
}
_BREAKS: Final = frozenset(
    ["br", "div", "section", "article", "ul", "ol", "table", "tbody", "figure", "h1", "h5", "h6"]
)


def complete_blocks(blocks: list[Block], survey: Survey) -> list[Block]:
    """Return `blocks`, or those of the article's part when they have less than half of its text."""
    if survey.holder is None or sum(len(block.text) for block in blocks) >= _LEAST * survey.article:
        return blocks
    found: list[Block] = []
    _collect(survey.holder, "paragraph", found)
    return found if sum(len(block.text) for block in found) > sum(len(block.text) for block in blocks) else blocks


def _collect(element: HtmlElement, role: Role, blocks: list[Block]) -> None:
    line = element.text or ""
    for child in element:
        tag = str(child.tag)
        if tag in _ROLES or tag in _BREAKS:
            _flush(line, role, blocks)
            _collect(cast(HtmlElement, child), _ROLES.get(tag, role), blocks)
            line = ""
        else:
            line += "".join(child.itertext())
        line += child.tail or ""
    _flush(line, role, blocks)


def _flush(line: str, role: Role, blocks: list[Block]) -> None:
    text = normalise_line(line)
    if text:
        blocks.append(Block(text, role))
