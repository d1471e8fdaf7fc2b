"""Whom a common noun means that the article has put beside a name: "le broyeur" after "le broyeur belge Lumeo"."""

from __future__ import annotations

import re
from typing import Final

from factuel.facts.context import FactContext
from factuel.records import EntityRef

_ARTICLE: Final = r"(?:(?:le|la|un|une)\s|l['’]\s?)?"
_BESIDE: Final = 60
"""Characters before or after a name in which the noun may stand."""


def described(context: FactContext, at: int, noun: str) -> EntityRef | None:
    """Return the person or organisation, named last before character `at`, that the article has called by `noun`, in
    apposition before the name (one adjective between allowed) or after it and a comma or bracket."""
    word = re.escape(noun)
    before = re.compile(rf"\b{word}(?:\s[\w-]+)?\s(?:[«“\"]\s?)?$", re.IGNORECASE)
    after = re.compile(rf"[»”\"\s]*[,(]\s?{_ARTICLE}{word}\b", re.IGNORECASE)
    found: tuple[int, EntityRef] | None = None
    for start, end, entity in context.index.spans_in(0, at):
        if entity.type not in {"person", "organisation"} or (found is not None and start < found[0]):
            continue
        beside = before.search(context.text, max(0, start - _BESIDE), start) or after.match(context.text, end)
        if beside is not None:
            found = (start, context.index.ref(entity))
    return found[1] if found is not None else None
