"""The headline of pages without `h1` and metadata: what the page shows of its `<title>`, else what leads the text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from factuel.cleaning.html.survey import NO_ARTICLE, Survey, joined_text
from factuel.cleaning.metadata.titles import title_parts
from factuel.cleaning.typography import normalise_line

_SIZE: Final = range(15, 251)
_PROSE: Final = 150
_LEADS: Final = (("h2", "h3"), ("b", "strong", "big"))


def visible_headline(survey: Survey, title: str) -> str | None:
    """Return the longest part of `<title>` that the page shows as a text of its own, else the last heading, or bold
    line, before the first prose; null when there is neither."""
    shown = {text.casefold() for text in _short_texts(survey)}
    part = next((part for part in title_parts(title) if part.casefold() in shown), None)
    return part or _lead(survey)


def _short_texts(survey: Survey) -> Iterator[str]:
    for element in survey.elements:
        if survey.text[element] in _SIZE and element.tag not in {"title", "head", "html"}:
            yield normalise_line(joined_text(element))


def _lead(survey: Survey) -> str | None:
    found: dict[tuple[str, ...], str] = {}
    for element in survey.elements:
        if survey.own[element] >= _PROSE:
            break
        for tags in _LEADS:
            if element.tag in tags and survey.text[element] in _SIZE and survey.doubts[element] < NO_ARTICLE:
                found[tags] = normalise_line(joined_text(element))
    return next((found[tags] for tags in _LEADS if tags in found), None)
