"""The headline of pages without `h1` and metadata: what the page shows of its `<title>`, else what it calls a title,
else what leads the text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from factuel.cleaning.html.names import named_pattern, regular_names
from factuel.cleaning.html.survey import NO_ARTICLE, Survey, joined_text
from factuel.cleaning.metadata.titles import title_parts
from factuel.cleaning.typography import normalise_line

_SIZE: Final = range(15, 251)
_PROSE: Final = 150
_TITLED: Final = named_pattern("titre|title|headline|content-?heading")
_OTHERS: Final = named_pattern("site|blog|page|widget|block|box|sidebar|section|logo|header|sub|sous|sur")
_LEADS: Final = (("h2", "h3"), ("b", "strong", "big"))


def visible_headline(survey: Survey, title: str) -> str | None:
    """Return the longest part of `<title>` that the page shows as a text of its own, else what it calls a title, else
    the last heading, or bold line, before the first prose; null when there is none."""
    shown = {text.casefold() for text in _short_texts(survey)}
    part = next((part for part in title_parts(title) if part.casefold() in shown), None)
    return part or _called_title(survey) or _lead(survey)


def _called_title(survey: Survey) -> str | None:
    """Return the first short text before the first prose that is called a title, and not that of a site or a box."""
    for element in survey.elements:
        if survey.own[element] >= _PROSE:
            return None
        names = regular_names(element) if survey.text[element] in _SIZE else ""
        if names and _TITLED.search(names) and not _OTHERS.search(names) and survey.doubts[element] < NO_ARTICLE:
            return normalise_line(joined_text(element))
    return None


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
