"""Words beside a number that decide what it is: the lexicon `number_contexts`, one role a question."""

from __future__ import annotations

import re
from functools import cache

from factuel.annotation.notation.vocabulary import alternation, folded_words


@cache
def before(role: str) -> re.Pattern[str]:
    """Return a pattern for `search` in the folded text that ends at a number: a word of the role stands right there."""
    return re.compile(rf"(?<!\w){alternation(folded_words('number_contexts', role=role))}[ .]?\Z")


@cache
def after(role: str) -> re.Pattern[str]:
    """Return a pattern for `match` in the folded text at the end of a number: a word of the role follows."""
    return re.compile(
        rf"(?: |(?='|-)|(?<=')){alternation(folded_words('number_contexts', role=role))}(?:(?<=')|(?!\w))"
    )
