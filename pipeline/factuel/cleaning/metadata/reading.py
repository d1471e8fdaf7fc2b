"""Everything the page says of itself, read once from the tree before it is pruned."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Final
from urllib.parse import urljoin, urlsplit

from lxml.html import HtmlElement

from factuel.cleaning.html.survey import Survey
from factuel.cleaning.metadata.authors import has_given_name, is_person, tidy_authors
from factuel.cleaning.metadata.dates import read_machine_date
from factuel.cleaning.metadata.headline import visible_headline
from factuel.cleaning.metadata.json_ld import Node, find_article, names_in, text_in, types_of
from factuel.cleaning.metadata.titles import choose_title
from factuel.cleaning.metadata.visible import visible_authors, visible_date
from factuel.cleaning.typography import normalise_line
from factuel.models import read_lexicon
from factuel.records import PageMetadata

_URL_DATE: Final = re.compile(r"/((?:19|20)\d\d)[/-]?([01]\d)[/-]?([0-3]\d)(?:[/_-]|\d{4}|$)")
_FREE: Final = {"true": True, "false": False, "http://schema.org/true": True, "http://schema.org/false": False}
_SECTION: Final = 60
"""Characters; what is longer is a list of tags."""


@dataclass(frozen=True)
class Metadata:
    """What markup and source say; null and empty where they do not.

    `kind` is the OpenGraph or JSON-LD type, `body` the article's text as JSON-LD declares it, `description` the summary
    for search engines, `is_free` whether it is declared to be readable without paying.
    """

    title: str | None
    authors: tuple[str, ...]
    published: str | None
    modified: str | None
    site: str | None
    url: str | None
    kind: str | None
    body: str | None = None
    description: str | None = None
    section: str | None = None
    is_free: bool | None = None


def read_metadata(tree: HtmlElement, nodes: list[Node], survey: Survey, given: PageMetadata) -> Metadata:
    """Return the metadata of a page; what the source gave (`given`) comes first, what the page shows last."""
    metas = _read_metas(tree)
    article = find_article(nodes)
    url = _url(tree, metas, article, given)
    zone = _zone(url)
    publisher = names_in(article.get("publisher"))
    site = given.site or _first(metas, "site") or (publisher[0] if publisher else None) or _host(url)
    sites = [name for name in (site, _host(url), *publisher, *metas.get("site", ())) if name]
    published = _date(("datePublished", "dateCreated", "uploadDate"), "published", metas, article, zone)
    return Metadata(
        title=_title(survey, metas, article, given, sites),
        authors=tuple(_authors(metas, article, survey, site)),
        published=published or _url_date(url) or visible_date(survey, zone),
        modified=_date(("dateModified",), "modified", metas, article, zone),
        site=normalise_line(site).removeprefix("www.").rstrip("/") if site else None,
        url=url,
        kind=(types_of(article)[0] if article else None) or _first(metas, "kind"),
        body=text_in(article.get("articleBody")),
        description=_first(metas, "description"),
        section=_section(metas, article),
        is_free=_FREE.get(str(article.get("isAccessibleForFree")).lower()),
    )


def _section(metas: dict[str, list[str]], article: Node) -> str | None:
    declared = article.get("articleSection")
    first = declared[0] if isinstance(declared, list) and declared else declared
    section = normalise_line(_first(metas, "section") or (first if isinstance(first, str) else "") or "")
    return section if 0 < len(section) <= _SECTION else None


def _read_metas(tree: HtmlElement) -> dict[str, list[str]]:
    """Return the contents of the page's `<meta>` by what they say, best source first (`page_metadata.tsv`)."""
    found: dict[str, list[str]] = {}
    for meta in tree.iter("meta"):
        content = str(meta.get("content") or "").strip()
        for attribute in ("property", "name", "itemprop"):
            name = str(meta.get(attribute) or "").lower()
            if content and name:
                found.setdefault(name, []).append(content)
    by_field: dict[str, list[str]] = {}
    for row in read_lexicon("page_metadata"):
        by_field.setdefault(row["field"], []).extend(found.get(row["name"], ()))
    return by_field


def _first(metas: dict[str, list[str]], field: str) -> str | None:
    values = metas.get(field)
    return values[0] if values else None


def _title(
    survey: Survey, metas: dict[str, list[str]], article: Node, given: PageMetadata, sites: list[str]
) -> str | None:
    if given.title:
        return normalise_line(given.title)
    tree = survey.elements[0]
    headings = [heading.text_content() for heading in tree.iter("h1")]
    head = tree.find(".//head/title")
    window = normalise_line(head.text_content()) if head is not None else ""
    claimed = [text_in(article.get("headline")), *metas.get("title", ())]
    if window and not headings and not any(claimed):
        return visible_headline(survey, window) or choose_title([], [window], sites)
    return choose_title(headings, [*claimed, window], sites)


def _authors(metas: dict[str, list[str]], article: Node, survey: Survey, site: str | None) -> list[str]:
    """Return the authors of the markup, and those whom the page's byline names beside them or in their stead."""
    names = tidy_authors(names_in(article.get("author")), site) or tidy_authors(metas.get("author", ()), site)
    shown = visible_authors(survey, search=not names)
    known = {name.casefold() for name in names}
    if not names or any(name.casefold() in known for name in shown):
        return tidy_authors([*shown, *names], site)
    if any(is_person(name, site) and has_given_name(name) for name in names):
        return names
    return tidy_authors([*(name for name in shown if has_given_name(name)), *names], site)


def _date(
    keys: tuple[str, ...], field: str, metas: dict[str, list[str]], article: Node, zone: str | None
) -> str | None:
    values = [text_in(article.get(key)) for key in keys]
    return next((day for value in [*values, *metas.get(field, ())] if (day := read_machine_date(value, zone))), None)


def _url(tree: HtmlElement, metas: dict[str, list[str]], article: Node, given: PageMetadata) -> str | None:
    canonical = next((link.get("href") for link in tree.iter("link") if link.get("rel") == "canonical"), None)
    for value in (canonical, _first(metas, "url"), text_in(article.get("url"))):
        try:
            address = urljoin(given.url or "", value.strip()) if value else ""
            if address.startswith(("http://", "https://")) and urlsplit(address).path.strip("/"):
                return address
        except ValueError:
            continue
    return given.url


def _host(url: str | None) -> str | None:
    try:
        host = urlsplit(url or "").hostname
    except ValueError:
        return None
    return host.removeprefix("www.") if host else None


def _url_date(url: str | None) -> str | None:
    found = _URL_DATE.search(url or "")
    return read_machine_date("-".join(found.groups())) if found else None


def _zone(url: str | None) -> str | None:
    return _zones().get((_host(url) or "").rsplit(".", 1)[-1])


@cache
def _zones() -> dict[str, str]:
    return {row["domain"]: row["zone"] for row in read_lexicon("site_zones")}
