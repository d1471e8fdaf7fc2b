"""Europresse: the HTML exports of the press database that French university libraries give, many articles a file.

Shapes (class names as the exports have them; several generations, mixed within one library's files):

| part | since about 2019 | before | oldest |
| --- | --- | --- | --- |
| article | `article` | `article` | none: from one source name to the next |
| source | `span.DocPublicationName` | same | same |
| date line | `span.DocHeader` | same, or the span after `span.DocTitreSousSection` | `span.DocHeader` |
| title | `p.rdp__articletitle` | `p.titreArticleVisu`, `div.titreArticle` | `span.TitreArticleVisu` |
| standfirst | `p.rdp__subtitle` | none | none |
| author | `div.docAuthors`, `p.sm-margin-bottomNews` | same | none |
| text | `div.docOcurrContainer` | `div.DocText` | what follows the title |
| number | `div.publiC-lblNodoc` | in the footer | in a line of its own |

The number of a document (`news·20240415·LM·1234567`) says its day better than the date line, which may be in English.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final

from factuel.corpus.databases.export import Exported, day_of, page_of, paragraphs_of, parse_export, with_class, words
from factuel.records import RawPage, Reject

_MARK: Final = b"DocPublicationName"
_SOURCE: Final = "DocPublicationName"
_TITLES: Final = ("rdp__articletitle", "titreArticleVisu", "TitreArticleVisu", "titreArticle")
_TEXTS: Final = ("docOcurrContainer", "DocText")
_AUTHORS: Final = ("docAuthors", "sm-margin-bottomNews")
_NUMBER: Final = re.compile(r"\bnews[·.\-](?P<year>(?:19|20)\d\d)(?P<month>\d\d)(?P<day>\d\d)[·.\-]\S+")
_SITE_END: Final = re.compile(
    r"\s*(?:,? no\.? .*|,? n[°º] .*|\(site web\).*|\(réf\. site web\).*|\s[-–|;]\s.*|,\s*\d.*)$", re.I
)
_END: Final = re.compile(r"^(?:numéro de document|©|\(c\) \d{4}|tous droits réservés|all rights reserved)", re.I)
_ADDRESS: Final = re.compile(r"cet article est paru dans|this article appeared", re.I)

_LINE: Final = 200
"""Characters of a line that says where the article is on the paper's site; a longer one is a paragraph."""


def is_europresse(content: bytes) -> bool:
    """Say whether a page is an export of Europresse."""
    return _MARK in content


def split_europresse(uri: str, content: bytes) -> Iterator[RawPage | Reject]:
    """Yield the articles of an export as `path#3` (articles count from 1), as plain text with what the export says.

    An article without text is a reject.
    """
    tree = parse_export(content)
    articles = [element for element in tree.iter("article") if with_class(element, _SOURCE) is not None]
    read = [_read(article) for article in articles] or _read_oldest(tree)
    for number, article in enumerate(read, start=1):
        yield page_of(f"{uri}#{number}", article)


def _read(article: Any) -> Exported:
    body = with_class(article, *_TEXTS)
    title = words(with_class(article, *_TITLES))
    standfirst = words(with_class(article, "rdp__subtitle"))
    return Exported(
        title=title,
        paragraphs=[*([standfirst] if standfirst else []), *_without_address(paragraphs_of(body))],
        site=site_name(words(with_class(article, _SOURCE))),
        day=_day(article),
        authors=_authors(words(with_class(article, *_AUTHORS))),
        url=_address(body),
    )


def site_name(source: str | None) -> str | None:
    """Return the name of the paper without number, edition or section: "La Voix de l'Aube, no. 1234" is the Voix."""
    return _SITE_END.sub("", source).strip() or source if source else None


def _day(article: Any) -> str | None:
    number = _NUMBER.search(words(with_class(article, "publiC-lblNodoc")) or words(article) or "")
    if number:
        return f"{number['year']}-{number['month']}-{number['day']}"
    header = words(with_class(article, "DocHeader"))
    section = with_class(article, "DocTitreSousSection")
    after = section.getnext() if section is not None else None
    return day_of(header) or day_of(words(after))


def _authors(line: str | None) -> tuple[str, ...]:
    return tuple(part for part in re.split(r"\s*[;,]\s*|\s+et\s+", line or "") if part)


def _address(body: Any | None) -> str | None:
    for link in body.iter("a") if body is not None else ():
        target = link.get("href") or ""
        line = words(link.getparent()) or ""
        if len(line) < _LINE and _ADDRESS.search(line) and target.startswith(("http://", "https://")):
            return str(target)
    return None


def _without_address(paragraphs: list[str]) -> list[str]:
    return [line for line in paragraphs if not (_ADDRESS.search(line) and len(line) < _LINE)]


def _read_oldest(tree: Any) -> list[Exported]:
    """Read an export that has no `article`: text between one source name and the next."""
    articles: list[Exported] = []
    for source in tree.xpath("//*[contains(@class, $name)]", name=_SOURCE):
        holder = source.getparent()
        title = with_class(holder, *_TITLES)
        header = words(with_class(holder, "DocHeader"))
        lines = _lines_after(title, _SOURCE) if title is not None else []
        number = next((found for line in lines if (found := _NUMBER.search(line))), None)
        day = f"{number['year']}-{number['month']}-{number['day']}" if number else day_of(header)
        ends = next((index for index, line in enumerate(lines) if _END.search(line)), len(lines))
        articles.append(Exported(words(title), lines[:ends], site_name(words(source)), day))
    return articles


def _lines_after(title: Any, stop: str) -> list[str]:
    """Return the lines that follow a title in its holder, up to the next source name."""
    pieces = [title.tail or ""]
    for element in title.itersiblings():
        if stop in (element.get("class") or ""):
            break
        inner = paragraphs_of(element)
        pieces.append("\n" if element.tag == "br" else "\n" + "\n".join(inner) + "\n" if inner else "")
        pieces.append(element.tail or "")
    return [line for part in "".join(pieces).split("\n") if (line := " ".join(part.split()))]
