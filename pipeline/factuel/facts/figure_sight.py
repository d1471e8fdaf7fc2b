"""How far each name is from a figure: in its sentence, the one before, its paragraph, its section, or the title."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import Final, cast

from factuel.facts.context import FactContext
from factuel.facts.figure_candidates import Clues
from factuel.facts.figure_clause import Clause
from factuel.facts.figure_items import item_of
from factuel.records import Entity

_BREAK: Final = "\n\n"
_HEADING: Final = 110
"""Characters that a subhead has at most."""
_CLOSED: Final = re.compile(r"[.!?…:;,»”\"][\s»”\"]*$")


def read_sight(clues: Clues, context: FactContext, clause: Clause, subject: str) -> None:
    """Add how near each candidate is to the figure of `clause`, alone and with what the clause's subject is."""
    at = clause.span.start_char
    low, high = clause.sentence.start_char, clause.sentence.end_char
    paragraph = max(0, context.text.rfind(_BREAK, 0, at))
    item = item_of(context, at)
    section = item.start if not item.whole else section_start(context, at)
    title = max(0, context.text.find(_BREAK, item.start))
    for entity in clues.candidates():
        starts = [mention.start for mention in entity.mentions]
        clues.add(f"sight {_distance(starts, (low, high), paragraph, section, title)}", [entity])
    for entity in clues.candidates():
        seen = next((clue for clue in clues.found[entity.id] if clue.startswith("sight ")), "")
        clues.add(f"{seen}, subject {subject}", [entity])
        if section and item.whole and seen not in {"sight sentence", "sight section"}:
            clues.add("in a section below", [entity])


def _distance(starts: list[int], sentence: tuple[int, int], paragraph: int, section: int, title: int) -> str:
    if any(sentence[0] <= start < sentence[1] for start in starts):
        return "sentence"
    before = [start for start in starts if start < sentence[0]]
    if any(section <= start < title for start in before) and before[-1] < paragraph:
        return "title"
    if not before:
        return "after"
    last = before[-1]
    if last >= paragraph:
        return "paragraph"
    if last >= section:
        return "section"
    return "title" if last < title else "text"


def section_start(context: FactContext, at: int) -> int:
    """Return where the last subhead before a character starts, 0 before the first."""
    asked = ("subheads", 0)
    if asked not in context.memo:
        context.memo[asked] = _subheads(context.text)
    heads = cast("list[int]", context.memo[asked])
    found = bisect_right(heads, at) - 1
    return heads[found] if found >= 0 else 0


def _subheads(text: str) -> list[int]:
    """Return where the paragraphs start that are subheads: short, without a closing sign, or an item's hour."""
    found: list[int] = []
    start = text.find(_BREAK) + len(_BREAK)
    while start >= len(_BREAK):
        end = text.find(_BREAK, start)
        paragraph = text[start : end if end > 0 else len(text)]
        if end > 0 and len(paragraph) <= _HEADING and not _CLOSED.search(paragraph):
            found.append(start)
        start = end + len(_BREAK) if end > 0 else 0
    return found


def section_names(context: FactContext, at: int) -> list[Entity]:
    """Return those named in the subhead above a character, in order."""
    start = section_start(context, at)
    if not start:
        return []
    end = context.text.find(_BREAK, start)
    return [entity for _, _, entity in context.index.spans_in(start, end if end > 0 else start)]
