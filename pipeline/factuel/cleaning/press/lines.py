"""Lines that are page furniture by their whole form: buttons, menus, notices, bylines, date lines."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from factuel.cleaning.language import is_foreign
from factuel.cleaning.metadata.authors import read_byline
from factuel.cleaning.metadata.dates import read_date_line
from factuel.cleaning.press.block import Block, Draft
from factuel.cleaning.press.head import read_meta_line
from factuel.cleaning.press.patterns import MAX_LINE, Where, line_rules, menu_words
from factuel.records import DiscardKind

_HEAD: Final = 3
"""A date line or byline stands before the third paragraph of prose: title, standfirst, byline, text."""
_NOTE: Final = 40
"""Words of the longest note about the author at the end of an article."""


def set_aside_lines(draft: Draft) -> None:
    """Set aside the lines that are furniture where they stand; remember the dates and bylines among them."""
    first, last = draft.prose_span()
    head = _end_of_head(draft.blocks)
    kinds: dict[int, DiscardKind] = {}
    for position, block in enumerate(draft.blocks):
        inside = first <= position < last
        kind = _kind_of_line(block, inside, bottom=position >= last - 1)
        if kind is None and (position < head or position >= last):
            kind = _read_head_line(draft, block, in_head=position < head)
        elif kind is None and position == last - 1 and _is_about_author(draft, block):
            kind = "credit"
        elif kind == "other" and position < head:
            read_meta_line(block.text, draft)
        if kind is not None:
            kinds[position] = kind
    draft.discard(kinds)


def _end_of_head(blocks: list[Block]) -> int:
    prose = [position for position, block in enumerate(blocks) if block.is_prose]
    return prose[_HEAD - 1] if len(prose) >= _HEAD else len(blocks)


def _kind_of_line(block: Block, inside: bool, bottom: bool) -> DiscardKind | None:
    if len(block.text) > MAX_LINE:
        return None
    if not block.words:
        return "other"
    menu = menu_words().get(block.text.lower().strip(" :>›»•·-|"))
    if menu is not None and (menu == "any" or not inside):
        return "navigation"
    for kind, where in _matches(block.text, len(block.words)):
        if where == "any" or (where == "edge" and not inside) or (where == "bottom" and bottom):
            return kind
    return "other" if not inside and len(block.words) <= 25 and is_foreign(block.text) else None


@lru_cache(maxsize=20_000)
def _matches(text: str, words: int) -> tuple[tuple[DiscardKind, Where], ...]:
    """Return the kinds that a line's form says it may be, and where each may stand, first rule first."""
    rules = (rule for rule in line_rules() if words <= rule.max_words)
    return tuple((rule.kind, rule.where) for rule in rules if rule.pattern.fullmatch(text))


def _read_head_line(draft: Draft, block: Block, in_head: bool) -> DiscardKind | None:
    line = read_date_line(block.text)
    if line is not None and in_head:
        draft.dates.append(block.text)
        return "other"
    if line is not None or read_meta_line(block.text, draft):
        return "other"
    if _is_about_author(draft, block):
        return "credit"
    names = read_byline(block.text)
    if names:
        draft.bylines.extend(names)
        return "credit"
    return None


def _is_about_author(draft: Draft, block: Block) -> bool:
    """Say whether a line is an author's name, or a short note that opens with it."""
    return len(block.words) <= _NOTE and any(block.text.startswith(author) for author in draft.authors if " " in author)
