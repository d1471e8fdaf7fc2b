"""The lines and cues of boilerplate, compiled once from `models/`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Final, Literal

from factuel.models import read_lexicon, read_patterns
from factuel.records import DiscardKind

Where = Literal["any", "edge", "bottom"]
MAX_LINE: Final = 600
"""No line of boilerplate is longer, in characters; longer ones are not tried, so no pattern meets a megabyte."""


@dataclass(frozen=True)
class LineRule:
    """A kind of line: where it may stand, how many words it has at most, and its whole form."""

    kind: DiscardKind
    where: Where
    max_words: int
    pattern: re.Pattern[str]


@cache
def line_rules() -> tuple[LineRule, ...]:
    """Return the rules of `boilerplate_lines.jsonl`, in their order: the first that matches names the kind."""
    rows = read_patterns("boilerplate_lines")
    return tuple(LineRule(r["kind"], r["where"], r["max"], re.compile(r["pattern"], re.IGNORECASE)) for r in rows)


@cache
def menu_words() -> dict[str, Where]:
    """Return the whole lines of `menu_words.tsv` in lower case, and where each may stand."""
    return {row["form"]: "any" if row["where"] == "any" else "edge" for row in read_lexicon("menu_words")}


@cache
def cue_pattern() -> re.Pattern[str]:
    """Match the opening of a run that announces a link to another article."""
    return re.compile(_cues("inline"), re.IGNORECASE)


@cache
def heading_pattern() -> re.Pattern[str]:
    """Match, as a whole line, the heading of a list of other articles, a comment form or a newsletter box."""
    return re.compile(_cues("heading"), re.IGNORECASE)


@cache
def comments_pattern() -> re.Pattern[str]:
    """Match, as a whole line, the heading of what readers wrote."""
    return re.compile(_cues("comments"), re.IGNORECASE)


def _cues(use: str) -> str:
    return "|".join(f"(?:{row['pattern']})" for row in read_patterns("boilerplate_cues") if row["use"] == use)
