"""Teasers of other articles: cut sentences in a row, cards with a date or a button, lists under a heading."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final

from factuel.cleaning.metadata.dates import read_date_line
from factuel.cleaning.press.block import Block, Draft
from factuel.cleaning.press.patterns import comments_pattern, heading_pattern
from factuel.records import DiscardKind

_FEED: Final = 3
_LED: Final = re.compile(r"(?:\d{1,2} ?[:h] ?\d{2}|\d{1,2}[/.]\d{1,2}(?:[/.]\d{2,4})?) ?[-–|:]? ?[A-ZÀ-Ý«]")
_CUT_ROW: Final = 2
_LEAST_PROSE: Final = 2
_HEADING: Final = 120
_CARD_GAP: Final = 4
_BLURB_WORDS: Final = 45
_CAPSULE_LINES: Final = 2
_PARAGRAPH_WORDS: Final = 20
"""Words from which prose below a link is rather a paragraph than a blurb."""


def set_aside_teasers(draft: Draft) -> None:
    """Set aside what readers wrote and the teasers that stand after the article."""
    _set_aside_comments(draft)
    _set_aside_feed(draft)
    _set_aside_cards(draft)
    _set_aside_list(draft)
    _set_aside_cut_row(draft)


def _set_aside_cut_row(draft: Draft) -> None:
    """Two or more sentences cut by an ellipsis, one after the other at the end."""
    start = len(draft.blocks)
    while start and draft.blocks[start - 1].is_cut:
        start -= 1
    if len(draft.blocks) - start >= _CUT_ROW and start > 0:
        draft.discard(dict.fromkeys(range(start, len(draft.blocks)), "teaser"))


def _set_aside_cards(draft: Draft) -> None:
    """Two or more dated cards (headline, date, perhaps a blurb and a button) after the article's first prose.

    A card is as long as the distance between two dates, so the last one ends where another would begin.
    """
    blocks = draft.blocks
    first, _ = draft.prose_span()
    dated = [position for position in range(first + 1, len(blocks)) if _is_card_date(blocks, position)]
    kinds: dict[int, DiscardKind] = {}
    for row in _rows(dated, _CARD_GAP):
        length = min(after - before for before, after in pairwise(row))
        end = min(len(blocks), row[-1] + length - 1)
        kinds.update(dict.fromkeys(range(row[0] - 1, end), "teaser"))
    draft.discard({p: k for p, k in kinds.items() if len(blocks[p].words) <= 2 * _BLURB_WORDS})


def _rows(positions: list[int], gap: int) -> list[list[int]]:
    """Return the runs of two or more positions that are at most `gap` apart."""
    rows: list[list[int]] = []
    for position in positions:
        if rows and position - rows[-1][-1] <= gap:
            rows[-1].append(position)
        else:
            rows.append([position])
    return [row for row in rows if len(row) >= 2]


def _is_card_date(blocks: list[Block], position: int) -> bool:
    line = read_date_line(blocks[position].text)
    return line is not None and not blocks[position - 1].is_prose


def _set_aside_feed(draft: Draft) -> None:
    """Three or more headlines in a row that a time or a day leads ("10h52 Le pont rouvre"), below the first prose."""
    first, _ = draft.prose_span()
    led = [position for position, block in enumerate(draft.blocks) if position > first and _is_led_by_time(block)]
    draft.discard({position: "teaser" for row in _rows(led, 1) if len(row) >= _FEED for position in row})


def _is_led_by_time(block: Block) -> bool:
    return len(block.words) <= _BLURB_WORDS and not block.is_sentence and _LED.match(block.text) is not None


def _set_aside_comments(draft: Draft) -> None:
    """All from the heading of comments on, when two paragraphs of prose stand before it."""
    prose = [position for position, block in enumerate(draft.blocks) if block.is_prose]
    start = prose[1] + 1 if len(prose) >= _LEAST_PROSE else len(draft.blocks)
    for position in range(start, len(draft.blocks)):
        text = draft.blocks[position].text
        if len(text) <= _HEADING and comments_pattern().fullmatch(text):
            draft.discard(dict.fromkeys(range(position, len(draft.blocks)), "comment"))
            return


def _set_aside_list(draft: Draft) -> None:
    """What follows "Sur le même sujet" and its like, as long as it looks like headlines and blurbs; each in turn."""
    blocks = draft.blocks
    kinds: dict[int, DiscardKind] = {}
    position = len(blocks) // 3
    while position < len(blocks):
        text, end = blocks[position].text, position + 1
        if len(text) <= _HEADING and heading_pattern().fullmatch(text):
            end = _end_of_list(blocks, position + 1)
            kinds.update(dict.fromkeys(range(position, end), "teaser"))
        position = end
    draft.discard(kinds)


def _end_of_list(blocks: list[Block], start: int) -> int:
    """Return one past the last block of a list of other articles: the end when all that follows is headlines and
    blurbs, else where the first sentence stands."""
    rest = blocks[start:]
    is_short = all(len(block.words) <= _BLURB_WORDS for block in rest)
    if rest and is_short and sum(block.is_prose for block in rest) * 2 <= len(rest) and not _goes_on(rest):
        return len(blocks)
    end = start
    while end < len(blocks) and not blocks[end].is_sentence and len(blocks[end].words) <= _BLURB_WORDS:
        end += 1
    return end


def _goes_on(rest: list[Block]) -> bool:
    """Say whether the article goes on after a capsule of one or two links: a paragraph stands right below them, and is
    not the blurb of a card, which another headline and blurb follow."""
    first = next((position for position, block in enumerate(rest) if block.is_prose), 0)
    if not 1 <= first <= _CAPSULE_LINES or len(rest[first].words) < _PARAGRAPH_WORDS:
        return False
    card = rest[first + 1 : first + 3]
    return len(card) < 2 or card[0].is_prose or not card[1].is_sentence
