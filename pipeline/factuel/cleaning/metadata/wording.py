"""The words around dates and names on pages (`models/patterns/page_lines.jsonl`)."""

from __future__ import annotations

from functools import cache

from factuel.models import read_patterns


@cache
def page_words(use: str) -> str:
    """Return the alternatives of one use as a regular expression, to be read with case ignored."""
    return "|".join(f"(?:{row['pattern']})" for row in read_patterns("page_lines") if row["use"] == use)
