"""What the page shows beside the article: the byline and the date line, for pages whose markup does not say them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Final

from lxml.html import HtmlElement

from factuel.cleaning.html.survey import NO_ARTICLE, Survey, joined_text
from factuel.cleaning.metadata.authors import find_names, has_byline
from factuel.cleaning.metadata.dates import find_date, is_led_by_date, read_date_line, read_machine_date
from factuel.cleaning.typography import normalise_line

_BYLINE: Final = 220
"""Characters of the longest part that is looked at as a byline or date line."""
_MARKS: Final = frozenset({"datepublished", "dc:date", "dc:created", "dcterms:created", "schema:datepublished"})
_MAX_TEXTS: Final = 400
_NO_TEXTS: Final = frozenset({"title", "option", "label", "a"})


def visible_authors(survey: Survey, *, search: bool) -> list[str]:
    """Return the names in the first part that is called a byline; with `search`, else in the first line "Par ..."."""
    named = (element for element in survey.elements if _is_authors(element, survey))
    for element in islice(named, _MAX_TEXTS):
        if survey.text[element] <= _BYLINE and (names := find_names(normalise_line(joined_text(element)))):
            return names
    for text in _short_texts(survey) if search else ():
        if has_byline(text) and (names := find_names(text)):
            return names
    return []


def visible_date(survey: Survey, zone: str | None) -> str | None:
    """Return the publication date that the page shows: marked up as such, else its first `<time>`, else its first date
    line, else the first date in a short text; null without any. Dates of other articles are passed over."""
    return _marked_date(survey, zone) or _first_time(survey, zone) or _first_line(survey)


def _marked_date(survey: Survey, zone: str | None) -> str | None:
    """Return the date that microdata or RDFa before the article's end calls that of publication."""
    for element in survey.elements:
        marks = f"{element.get('itemprop') or ''} {element.get('property') or ''}".lower().split()
        if any(mark in _MARKS for mark in marks) and (day := read_machine_date(_stamp(element), zone)):
            return day
        if element is survey.holder:
            return None
    return None


def _first_time(survey: Survey, zone: str | None) -> str | None:
    for element in survey.elements:
        is_time = element.tag in {"time", "abbr"} and survey.doubts[element] < NO_ARTICLE
        if is_time and (day := read_machine_date(_stamp(element), zone)):
            return day
    return None


def _first_line(survey: Survey) -> str | None:
    lines = [text for text in _short_texts(survey) if any(character.isdigit() for character in text)]
    for text in lines:
        line = read_date_line(text)
        day = line.published if line is not None else find_date(text) if is_led_by_date(text) else None
        if day:
            return day
    return next((day for text in lines if (day := find_date(text))), None)


def _stamp(element: HtmlElement) -> str | None:
    """Return the machine-readable date of an element, else its text (not that of an abbreviation)."""
    for attribute in ("datetime", "content", "title"):
        if value := element.get(attribute):
            return str(value)
    return element.text if element.tag != "abbr" else None


def _is_authors(element: HtmlElement, survey: Survey) -> bool:
    """Say whether an element is called a byline, and stands in no part of other articles or comments."""
    if element.get("rel") == "author" or "author" in str(element.get("itemprop") or ""):
        return not _is_inside_others(element, survey)
    name = survey.names[element]
    return name is not None and name.byline and not _is_inside_others(element, survey)


def _is_inside_others(element: HtmlElement, survey: Survey) -> bool:
    parent = element.getparent()
    return parent is not None and survey.doubts[parent] == NO_ARTICLE


def _short_texts(survey: Survey) -> Iterator[str]:
    """Yield the first texts that stand directly in an element and are short, in page order, outside other articles."""
    texts = (
        normalise_line(joined_text(element))
        for element in survey.elements
        if survey.own[element]
        and survey.text[element] <= _BYLINE
        and survey.doubts[element] < NO_ARTICLE
        and element.tag not in _NO_TEXTS
    )
    return islice(texts, _MAX_TEXTS)
