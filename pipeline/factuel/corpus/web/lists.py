"""Lists of addresses: feeds (RSS, Atom), site maps, and text files with an address a line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from lxml import etree

from factuel.corpus.protocol import CorpusError, Input, Location, read_bounded

MAX_ADDRESSES: Final = 50_000
"""More are left out; the limit that sitemaps.org sets a site map."""
_FEED: Final = re.compile(rb"<(?:rss|feed|rdf:RDF)[\s>]", re.IGNORECASE)
_SITE_MAP: Final = re.compile(rb"<(?:\w+:)?(?:urlset|sitemapindex)[\s>]", re.IGNORECASE)
_HEAD: Final = 2_000
_WEB: Final = ("http://", "https://")


def read_list_file(source: Input) -> Iterator[Location]:
    """Yield the addresses of a `.urls`, `.rss`, `.atom` or `.xml` file that the user named.

    Raises CorpusError when it holds none, or when it was met in a folder or archive: nobody asked for the web then.
    """
    if not source.sniff:
        raise CorpusError("not_named", "a list of addresses is followed only when it is named itself")
    with source.open() as stream:
        content = read_bounded(stream)
    found = addresses_of(content)
    if not found:
        raise CorpusError("no_address", "the file lists no address (http or https)")
    yield from (Location(address, 1) for address in found)


def starts_with_address(head: bytes) -> bool:
    """Say whether a text begins with a line that is an address and nothing else."""
    line = head.removeprefix(b"\xef\xbb\xbf").lstrip().split(b"\n", 1)[0].split(b"#")[0].strip()
    return line.lower().startswith((b"http://", b"https://")) and b" " not in line


def is_list(content: bytes) -> bool:
    """Say whether a document is a feed or a site map."""
    head = content[:_HEAD]
    return bool(_FEED.search(head) or _SITE_MAP.search(head))


def addresses_of(content: bytes) -> list[str]:
    """Return the addresses of a feed's entries, of a site map, or of a text, each once, in their order."""
    head = content[:_HEAD]
    if _SITE_MAP.search(head):
        found = _of_site_map(content)
    elif _FEED.search(head):
        found = _of_feed(content)
    else:
        found = [line.split("#")[0].strip() for line in content.decode("utf-8-sig", "replace").splitlines()]
    return list(dict.fromkeys(address for address in found if address.lower().startswith(_WEB)))[:MAX_ADDRESSES]


def _of_feed(content: bytes) -> list[str]:
    import feedparser  # loaded when needed

    return [str(entry.get("link") or "").strip() for entry in feedparser.parse(content).entries]


def _of_site_map(content: bytes) -> list[str]:
    """Return the text of all `loc` elements. No entity is expanded, nothing is loaded."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, recover=True, huge_tree=False)
    root = etree.fromstring(content, parser=parser)
    if root is None:
        return []
    return [(element.text or "").strip() for element in root.iter("{*}loc") if _is_of_page(element)]


def _is_of_page(element: etree._Element) -> bool:
    """Say whether a `loc` is that of a page or site map, not of a picture or video of it."""
    parent = element.getparent()
    return parent is not None and etree.QName(parent).localname in {"url", "sitemap"}
