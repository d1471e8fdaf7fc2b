"""From a pruned tree to blocks of text, by way of trafilatura."""

from __future__ import annotations

from typing import Any, Final

from lxml.html import HtmlElement
from trafilatura import bare_extraction
from trafilatura.settings import Document

from factuel.cleaning.errors import CleaningError
from factuel.cleaning.press.block import Block, Role
from factuel.cleaning.typography import normalise_line

MAX_ELEMENTS: Final = 12_000
"""trafilatura's time grows with the square of what is flat: 12,000 paragraphs take about three seconds."""
MAX_TEXT: Final = 1_000_000
"""Characters; five times the longest article that the parser accepts."""
_VALUE: Final = 200
_ROLES: Final[dict[str, Role]] = {"head": "heading", "item": "item", "quote": "quote", "row": "row", "p": "paragraph"}
_SENTENCE_END: Final = (".", "!", "?", "…", ":", "»", '"', "”", ")")


def extract_blocks(tree: HtmlElement, url: str | None) -> list[Block]:
    """Return the blocks that trafilatura takes for the article, in page order; empty when it finds none.

    Raises CleaningError for more than `MAX_ELEMENTS` or `MAX_TEXT` left after pruning.
    """
    elements = sum(1 for _ in tree.iter())
    if elements > MAX_ELEMENTS:
        raise CleaningError("too_large", f"the page has {elements:,} elements, more than {MAX_ELEMENTS:,}")
    size = sum(map(len, tree.itertext()))
    if size > MAX_TEXT:
        raise CleaningError("too_large", f"the page has {size:,} characters of text, more than {MAX_TEXT:,}")
    document = bare_extraction(tree, url=url, favor_precision=True, include_comments=False, with_metadata=False)
    if not isinstance(document, Document) or document.body is None:
        return []
    blocks: list[Block] = []
    _collect(document.body, "paragraph", blocks)
    return blocks


def _collect(element: Any, role: Role, blocks: list[Block]) -> None:
    """Append the lines of `element` to `blocks`; a nested block ends the line before it."""
    lines = [element.text or ""]
    for child in element:
        if child.tag in _ROLES and child.tag != "p":
            _flush(lines, role, blocks)
            _collect(child, _ROLES[child.tag], blocks)
        elif child.tag in {"p", "list", "table", "code", "div", "body"}:
            _flush(lines, role, blocks)
            _collect(child, role, blocks)
        elif child.tag == "cell" and _is_layout(child):
            _flush(lines, role, blocks)
            _collect(child, "paragraph", blocks)
        elif child.tag == "cell":
            lines[-1] += (" | " if lines[-1].strip() else "") + "".join(child.itertext())
        elif child.tag == "lb":
            lines.append("")
        else:
            lines[-1] += "".join(child.itertext())
        lines[-1] += child.tail or ""
    _flush(lines, role, blocks)


def _is_layout(cell: Any) -> bool:
    """Say whether a cell holds a column of the page rather than a value: several lines, or a long text."""
    return len(cell) > 0 and (
        next(cell.iter("lb", "p", "list", "table"), None) is not None or len("".join(cell.itertext())) > _VALUE
    )


def _flush(lines: list[str], role: Role, blocks: list[Block]) -> None:
    """Turn the lines read so far into blocks; a line that goes on in lower case is joined to the one before."""
    joined: list[str] = []
    for line in filter(None, map(normalise_line, lines)):
        if joined and line[0].islower() and not joined[-1].endswith(_SENTENCE_END):
            joined[-1] += " " + line
        else:
            joined.append(line)
    blocks.extend(Block(line, role) for line in joined)
    lines[:] = [""]
