"""`find_figures`: one scan for places where a number may stand, then a reading of each."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace

from factuel.annotation.dates.finder import scan_dates
from factuel.annotation.figures import blocked, shares
from factuel.annotation.figures.clock import clock_end
from factuel.annotation.figures.draft import Draft, mention
from factuel.annotation.figures.ellipsis import completed
from factuel.annotation.figures.left import Left, left_of
from factuel.annotation.figures.patterns import patterns
from factuel.annotation.figures.quantity import quantity_at
from factuel.annotation.figures.reading import collective_draft, drafts_of
from factuel.annotation.notation.folding import fold
from factuel.records import FigureMention


def find_figures(text: str) -> list[FigureMention]:
    """Return the figures of a text, in order, without overlap; offsets are code points, `end` exclusive.

    A figure of things counted ends with the noun ("190 entreprises"); its `measure` ends with the number and unit.
    `of` is the counted phrase in the words that follow. No figure overlaps a date of `find_dates`.
    """
    folded = fold(text)
    return [mention(text, draft) for draft in completed(text, folded, list(_drafts(text, folded)))]


@dataclass(slots=True)
class _Dates:
    """The stretches of a text that dates occupy, to be asked in any order."""

    starts: list[int]
    ends: list[int]

    def end_at(self, start: int) -> int | None:
        """Return the end of the date that covers `start`, or None."""
        index = bisect_right(self.starts, start) - 1
        return self.ends[index] if index >= 0 and self.ends[index] > start else None

    def next_start(self, start: int) -> int:
        """Return where the first date after `start` begins; far away when none does."""
        index = bisect_right(self.starts, start)
        return self.starts[index] if index < len(self.starts) else 1 << 62


def _drafts(text: str, folded: str) -> Iterator[Draft]:
    """Yield the figures in the order of the text, none overlapping the one before or a date."""
    found = scan_dates(text)
    dates = _Dates([date.start for date in found], [date.end for date in found])
    done = floor = 0
    for match in patterns().trigger.finditer(folded):
        start = match.start()
        if start < done:
            continue
        covered = dates.end_at(start)
        if covered is not None:
            done = covered
            continue
        drafts, done = _read(text, folded, match, floor)
        for draft in drafts:
            if draft.end <= dates.next_start(start):
                floor = draft.end
                yield draft


def _read(text: str, folded: str, match: re.Match[str], floor: int) -> tuple[list[Draft], int]:
    """Return the figures that begin at a trigger, and where to go on."""
    start, group = match.start(), match.lastgroup
    if group == "fraction":
        draft = shares.half_at(text, folded, match)
        if draft is not None and draft.bound == "exact":
            after_de = folded.startswith(("de ", "du "), draft.start)
            draft = _after(draft, left_of(text, folded, match.start() if after_de else draft.start), floor)
    elif group == "multiple":
        draft = shares.multiple_at(text, folded, match)
        if draft is not None and draft.bound == "exact":
            draft = _after(draft, left_of(text, folded, draft.start), floor)
    elif group == "collective":
        draft = collective_draft(text, folded, match, floor)
    else:
        return _number(text, folded, start, floor)
    if draft is None or draft.start < floor:
        return [], match.end()
    return [draft], draft.end


def _number(text: str, folded: str, start: int, floor: int) -> tuple[list[Draft], int]:
    """Return the figures that a number begins, or none where it is a time of day, a score, a label, a code."""
    end = blocked.blocked_end(text, folded, start)
    if end is None:
        end = clock_end(folded, start)
    if end is not None:
        return [], end
    quantity = quantity_at(text, folded, start)
    if quantity is None:
        return [], start + 1
    draft = shares.share_at(text, folded, quantity) or shares.times_at(folded, quantity)
    left = left_of(text, folded, start)
    if draft is not None:
        return ([_after(draft, left, floor)], draft.end) if draft.start >= floor else ([], draft.end)
    return drafts_of(text, folded, quantity, left, floor)


def _after(draft: Draft, left: Left, floor: int) -> Draft:
    """Return a share or multiple with the bound and direction that the words before it give."""
    if left.negative:
        return draft
    start = max(floor, min(draft.start, left.start))
    return replace(draft, bound=left.bound or draft.bound, direction=draft.direction or left.direction, start=start)
