"""What type of page an article is, and whether the page shows all of it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import Final, cast
from urllib.parse import urlsplit

from factuel.cleaning.typography import normalise_line
from factuel.models import read_lexicon, read_patterns
from factuel.records import Discarded, PageType

_OPENING: Final = re.compile(r"^\W*(?P<label>[^\W\d](?:[\w' ]{0,24}))\s*(?:[:.|–—•»]|$)")
_SPEECH: Final = 0.25
_QUESTION: Final = re.compile(r"\?\W*$")
_BRIEF_WORDS: Final = 110
"""Briefs of the press have up to a hundred words or so; the shortest articles with a byline more than that."""
_LEAST_QUESTIONS: Final = 3


def read_page_type(kind: str | None, url: str | None, labels: Iterable[str | None], paragraphs: list[str]) -> PageType:
    """Return the type of an article: declared, said by its address, by a label (section, title), or shown by its text.

    `kind` is the schema.org or OpenGraph type, `labels` are section and title, `paragraphs` the body in order.
    """
    declared = _types("kind").get((kind or "").lower())
    said = _of_path(url) or next((found for label in labels if (found := _of_label(label))), None)
    return declared or said or _of_text(paragraphs)


def is_truncated(discarded: Iterable[Discarded], is_free: bool | None, paragraphs: list[str]) -> bool:
    """Say whether the page shows a part of the article only: it says so, or it is declared not free and is cut short.

    `is_free` is `isAccessibleForFree` of schema.org, null when it is not declared.
    """
    if any(item.kind == "subscription" and _says_cut().search(item.text.lower()) for item in discarded):
        return True
    last = paragraphs[-1].rstrip() if paragraphs else ""
    return is_free is False and last.endswith(("…", "..."))


def _of_path(url: str | None) -> PageType | None:
    try:
        path = urlsplit(url or "").path.lower()
    except ValueError:
        return None
    types = _types("path")
    return next((types[part] for part in path.split("/")[:-1] if part in types), None)


def _of_label(label: str | None) -> PageType | None:
    found = _OPENING.match(normalise_line(label or ""))
    return _types("title").get(found["label"].strip().lower().replace("’", "'")) if found else None


def _of_text(paragraphs: list[str]) -> PageType:
    """Return `interview` where questions alternate with answers, `brief` for a few words, else `article`."""
    questions = [index for index, text in enumerate(paragraphs) if _QUESTION.search(text) and len(text) < 300]
    answered = [index for index in questions if index + 1 < len(paragraphs) and index + 1 not in questions]
    if len(answered) >= _LEAST_QUESTIONS and len(answered) >= _SPEECH * len(paragraphs):
        return "interview"
    return "brief" if sum(len(text.split()) for text in paragraphs) <= _BRIEF_WORDS else "article"


@cache
def _types(where: str) -> dict[str, PageType]:
    return {row["form"]: cast(PageType, row["type"]) for row in read_lexicon("page_types") if row["where"] == where}


@cache
def _says_cut() -> re.Pattern[str]:
    rows = [row["pattern"] for row in read_patterns("page_lines") if row["use"] == "cut"]
    return re.compile("|".join(f"(?:{pattern})" for pattern in rows))
