"""What the exports of press databases share: days in words, paragraphs, and the page that comes of an article."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from lxml import html as lxml_html

from factuel.corpus.protocol import corpus_reject
from factuel.models import read_lexicon
from factuel.records import PageMetadata, RawPage, Reject

_SPACES: Final = re.compile(r"\s+")
_BLOCKS: Final = frozenset({"p", "div", "li", "h1", "h2", "h3", "h4", "h5", "h6", "tr", "blockquote", "section"})
_SILENT: Final = frozenset({"script", "style", "head", "aside", "footer", "img"})


@dataclass(frozen=True)
class Exported:
    """An article of an export; `day` is ISO, `paragraphs` are in order, without the title."""

    title: str | None
    paragraphs: list[str]
    site: str | None = None
    day: str | None = None
    authors: tuple[str, ...] = ()
    url: str | None = None


def page_of(uri: str, article: Exported) -> RawPage | Reject:
    """Return the article as a page of plain text; a reject when it has no text."""
    content = "\n\n".join(article.paragraphs)
    if not content.strip():
        return corpus_reject(uri, "no_content", f"the article has no text: {article.title or 'without title'}"[:300])
    metadata = PageMetadata(
        url=article.url,
        site=article.site,
        title=article.title,
        published=article.day,
        charset="utf-8",
        authors=article.authors,
    )
    return RawPage(uri=uri, content=content.encode("utf-8"), media_type="text/plain", metadata=metadata)


def parse_export(content: bytes) -> Any:
    """Return the tree of an export (lxml element): UTF-8 where it is, else Windows-1252."""
    try:
        content.decode("utf-8")
        encoding = "utf-8"
    except UnicodeDecodeError:
        encoding = "windows-1252"
    parser = lxml_html.HTMLParser(encoding=encoding, huge_tree=True)
    return lxml_html.document_fromstring(content.replace(b"\x00", b""), parser=parser)


def with_class(element: Any, *names: str) -> Any | None:
    """Return the first element inside `element` that has one of the classes, the first name before the next."""
    for name in names:
        found = element.xpath(
            ".//*[contains(concat(' ', normalize-space(@class), ' '), concat(' ', $name, ' '))]", name=name
        )
        if found:
            return found[0]
    return None


def words(element: Any | None) -> str | None:
    """Return the text of an element on one line; null when there is none."""
    return None if element is None else _SPACES.sub(" ", "".join(element.itertext())).strip() or None


def paragraphs_of(element: Any | None) -> list[str]:
    """Return the text of an element in paragraphs: a new one at each block and each double line break."""
    pieces: list[str] = []
    if element is not None:
        _gather(element, pieces)
    text = re.sub(r"\n[ \t\xa0]*\n\s*", "\n\n", "".join(pieces))
    return [line for part in text.split("\n\n") if (line := _SPACES.sub(" ", part).strip())]


def _gather(top: Any, pieces: list[str]) -> None:
    """Append the text below `top`, "\\n\\n" around blocks and "\\n" for a break; a walk, for exports may be deep."""
    stack: list[tuple[Any, bool]] = [(top, False)]
    while stack:
        element, is_done = stack.pop()
        name = element.tag if isinstance(element.tag, str) else "script"
        if is_done:
            pieces.append("\n\n" if name in _BLOCKS else "")
        elif name not in _SILENT:
            pieces.append("\n\n" if name in _BLOCKS else "\n" if name == "br" else "")
            pieces.append(_SPACES.sub(" ", element.text or ""))
            stack.append((element, True))
            stack.extend((child, False) for child in reversed(element))
            continue
        if element is not top:
            pieces.append(_SPACES.sub(" ", element.tail or ""))


def day_of(text: str | None) -> str | None:
    """Return the first day of a line, as ISO: "lundi 15 avril 2024", "1er juin 2014", "April 15, 2024"."""
    for found in _days().finditer((text or "").lower()):
        day = int(found["day"] or found["english_day"])
        month = _months()[found["month"] or found["english_month"]]
        if 1 <= day <= 31:
            return f"{found['year'] or found['english_year']}-{month:02}-{day:02}"
    return None


@cache
def _months() -> dict[str, int]:
    return {row["form"]: int(row["month"]) for name in ("months", "english_months") for row in read_lexicon(name)}


@cache
def _days() -> re.Pattern[str]:
    month = "|".join(re.escape(name) for name in sorted(_months(), key=len, reverse=True))
    return re.compile(
        rf"\b(?P<day>\d{{1,2}})(?:er)?\s+(?P<month>{month})\s+(?P<year>(?:19|20)\d\d)\b"
        rf"|\b(?P<english_month>{month})\s+(?P<english_day>\d{{1,2}}),?\s+(?P<english_year>(?:19|20)\d\d)\b"
    )
