"""Factiva: the HTML exports of the press database, many articles a file.

Shapes, established from public parsers of such exports (facteaser, factiva_html_parser, tm.plugin.factiva): each
article is a `div.article`; either its parts are in a table whose first cells are field codes (`HD` headline, `BY`
author, `PD` day, `SN` source, `LP` first paragraph, `TD` the others), or they are lines: headline in `#hd` or
`span.*Headline`, author in `div.author`, then lines of words, day and source, then `p.articleParagraph`. RTF exports
are not read: their layout is known only from scripts that work on its text after conversion by a word processor.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final

from factuel.corpus.databases.export import Exported, day_of, page_of, paragraphs_of, parse_export, with_class, words
from factuel.records import RawPage, Reject

_MARK: Final = re.compile(rb"class=[\"'][^\"']*\barticleParagraph\b|class=[\"']article \w{2}Article\b")
_ARTICLES: Final = "//div[contains(concat(' ', normalize-space(@class), ' '), ' article ')]"
_HEADLINE: Final = ".//*[@id='hd'] | .//*[contains(@class, 'Headline')]"
_COUNT: Final = re.compile(r"^[\d\s.,]+ (?:mots|words)$")
_BY: Final = re.compile(r"^(?:par|by|de)\s+", re.I)


def is_factiva(content: bytes) -> bool:
    """Say whether a page is an export of Factiva."""
    return _MARK.search(content) is not None


def split_factiva(uri: str, content: bytes) -> Iterator[RawPage | Reject]:
    """Yield the articles of an export as `path#3` (articles count from 1), as plain text with what the export says.

    An article without text is a reject.
    """
    for number, element in enumerate(parse_export(content).xpath(_ARTICLES), start=1):
        fields = _fields(element)
        yield page_of(f"{uri}#{number}", _read_fields(fields) if fields else _read_lines(element))


def _fields(article: Any) -> dict[str, Any]:
    """Return code -> cell of an article laid out as a table; empty for the other layout."""
    rows = ((row.xpath("./td"), row) for row in article.iter("tr"))
    cells = {(words(found[0]) or ""): found[1] for found, _ in rows if len(found) >= 2}
    return cells if {"HD", "TD"} & cells.keys() else {}


def _read_fields(fields: dict[str, Any]) -> Exported:
    return Exported(
        title=words(fields.get("HD")),
        paragraphs=[*paragraphs_of(fields.get("LP")), *paragraphs_of(fields.get("TD"))],
        site=words(fields.get("SN")),
        day=day_of(words(fields.get("PD"))),
        authors=_authors(words(fields.get("BY"))),
    )


def _read_lines(article: Any) -> Exported:
    headline = next(iter(article.xpath(_HEADLINE)), None)
    lines = [line for div in article.iter("div") if not len(div) and (line := words(div))]
    dated = next((index for index, line in enumerate(lines) if day_of(line)), None)
    counted = next((index for index, line in enumerate(lines) if _COUNT.match(line)), None)
    after = [line for line in lines[(dated or 0) + 1 :] if not re.fullmatch(r"\d{1,2}:\d\d", line)]
    return Exported(
        title=words(headline),
        paragraphs=[line for text in article.xpath(".//p") for line in paragraphs_of(text)],
        site=after[0] if dated is not None and after else None,
        day=day_of(lines[dated]) if dated is not None else None,
        authors=_authors(words(with_class(article, "author")) or _line_before(lines, counted, words(headline))),
    )


def _line_before(lines: list[str], counted: int | None, headline: str | None) -> str | None:
    """Return the line between headline and number of words, which is the author's when it opens with "par"."""
    line = lines[counted - 1] if counted else None
    return line if line and line != headline and _BY.match(line) else None


def _authors(line: str | None) -> tuple[str, ...]:
    names = re.split(r"\s*[;,]\s*|\s+et\s+|\s+and\s+", _BY.sub("", line or "").strip())
    return tuple(name for name in names if name)
