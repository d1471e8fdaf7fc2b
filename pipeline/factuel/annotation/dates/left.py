"""What stands before a date: edges ("depuis"), vague modifiers ("fin"), approximations ("vers"), articles."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal, cast

from factuel.annotation.dates.expressions import Expression, Turn
from factuel.annotation.dates.stretches import Approximate, Edge, Open
from factuel.annotation.notation.contexts import before
from factuel.annotation.notation.folding import fold
from factuel.annotation.notation.vocabulary import alternation, folded_rows, folded_words
from factuel.records import Modifier

_REACH = 48  # the longest introduction in the lexicons is "jusqu'a la fin du mois de"


@dataclass(frozen=True, slots=True)
class _Patterns:
    modifier: re.Pattern[str]
    approximation: re.Pattern[str]
    edge: re.Pattern[str]
    article: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    modifiers = alternation(folded_rows("date_modifiers"))
    return _Patterns(
        modifier=re.compile(rf"(?<!\w)(?P<form>{modifiers})(?P<article>(?:l'|la |le |les )?) ?\Z"),
        approximation=re.compile(rf"(?<!\w)(?P<form>{alternation(folded_words('date_approximations'))}) ?\Z"),
        edge=re.compile(rf"(?<!\w)(?P<form>{alternation(folded_rows('date_edges'))})(?: ce| cet| cette)? ?\Z"),
        article=re.compile(
            r"(?<!\w)(?:(?:le |du |au )?mois d(?:e |')|(?:l')?annee |l'an |(?:les )?annees |la decennie |le |la |les |"
            r"l'|cet |cette |ce )\Z"
        ),
    )


def introduced(text: str, folded: str, start: int, expression: Expression) -> tuple[int, Expression]:
    """Return the expression with what introduces it in `folded` before `start`, and where that begins."""
    start, expression = _modified(folded, start, expression)
    window = folded[max(0, start - _REACH) : start]
    match = _patterns().approximation.search(window)
    if match is not None:
        start, expression = start - len(window) + match.start(), Approximate(expression)
    return opened(text, folded, start, expression)


def opened(text: str, folded: str, start: int, expression: Expression) -> tuple[int, Expression]:
    """Return the expression as a half-open interval when a word before `start` opens or closes one."""
    window = folded[max(0, start - _REACH) : start]
    match = _patterns().edge.search(window)
    if match is None or text[start - len(window) + match.start() : start][:4] in ("des ", "Des "):
        return start, expression
    row = folded_rows("date_edges")[re.sub(" {2,}", " ", match.group("form"))]
    side = cast(Literal["before", "after"], row["side"])
    turn = cast("Turn | None", row["turn"] or None)
    return start - len(window) + match.start(), Open(expression, side, turn)


def _modified(folded: str, start: int, expression: Expression) -> tuple[int, Expression]:
    """Return the expression with "fin", "début" or "mi-" before it."""
    window = folded[max(0, start - _REACH) : start]
    match = _patterns().modifier.search(window)
    if match is None:
        return start, expression
    row = folded_rows("date_modifiers")[re.sub(" {2,}", " ", match.group("form"))]
    return start - len(window) + match.start(), Edge(expression, cast(Modifier, row["modifier"]))


def articled(folded: str, start: int) -> int:
    """Return where the article before `start` begins, or `start` when there is none."""
    window = folded[max(0, start - 16) : start]
    match = _patterns().article.search(window)
    return start if match is None else start - len(window) + match.start()


def is_street(text: str, start: int) -> bool:
    """Tell whether the words before a day make it the name of a street: "la rue du 11-Novembre"."""
    return before("street").search(fold(text[max(0, start - 16) : start])) is not None
