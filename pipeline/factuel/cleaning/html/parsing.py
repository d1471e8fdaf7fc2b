"""Characters in, element tree out, within bounds."""

from __future__ import annotations

import re
from typing import Final

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from factuel.cleaning.errors import CleaningError

MAX_ELEMENTS: Final = 120_000
"""Before pruning; the largest page of the press sample has 6,000."""
_CHROME: Final = ("style", "svg", "template", "iframe", "object", "embed", "canvas", "noscript", "select", "textarea")
_TOO_DEEP: Final = frozenset({"ERR_RESOURCE_LIMIT", "ERR_INTERNAL_ERROR"})
_NOT_XML: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
"""Characters that a tree may not hold (XML 1.0, production 2); lxml reads them but refuses to move them."""


def parse_html(text: str) -> HtmlElement:
    """Return the tree of a page, without comments and processing instructions.

    Raises CleaningError for a page without elements, nested deeper than libxml2 allows (256 levels: what is deeper
    would be lost in silence, and recursion over it is unsafe), or with more elements than `MAX_ELEMENTS`.
    """
    parser = HTMLParser(collect_ids=False, encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        tree = document_fromstring(_NOT_XML.sub("", text).encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError) as error:
        raise CleaningError("no_article", f"no HTML can be read: {error}") from error
    for entry in parser.error_log:
        if entry.type_name in _TOO_DEEP:
            raise CleaningError("too_deep", f"elements are nested too deep: {entry.message}")
    elements = sum(1 for _ in tree.iter())
    if elements > MAX_ELEMENTS:
        raise CleaningError("too_large", f"the page has {elements:,} elements, more than {MAX_ELEMENTS:,}")
    return tree


def strip_scripts(tree: HtmlElement) -> None:
    """Remove what never is text, once the metadata has been read from it."""
    etree.strip_elements(tree, "script", *_CHROME, with_tail=False)
