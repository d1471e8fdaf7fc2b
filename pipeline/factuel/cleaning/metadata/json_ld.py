"""JSON-LD: the nodes of a page that describe an article, whatever way the page nests and breaks them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any, Final

from lxml.html import HtmlElement

_ARTICLE: Final = re.compile(
    r"Article$|^BlogPosting$|^Report$|^LiveBlogPosting$|^(?:Opinion|Review)NewsArticle$|Episode$"
)
_WRAPPING: Final = re.compile(r"^\s*(?://)?\s*<!(?:--|\[CDATA\[)|(?://)?\s*(?:-->|\]\]>)\s*;?\s*$")
_COMMA: Final = re.compile(r",(?=\s*[}\]])")
_MAX_NODES: Final = 500
_MAX_SCRIPT: Final = 2_000_000

Node = dict[str, Any]


def read_nodes(tree: HtmlElement) -> list[Node]:
    """Return all typed objects of the page's JSON-LD, in order; what cannot be read is passed over."""
    nodes: list[Node] = []
    for script in tree.iter("script"):
        if "ld+json" not in str(script.get("type") or ""):
            continue
        for node in _flatten(_load(script.text or "")):
            nodes.append(node)
            if len(nodes) >= _MAX_NODES:
                return nodes
    return nodes


def find_article(nodes: list[Node]) -> Node:
    """Return the first node that is an article (or an episode, or has what an article has), else empty."""
    articles = (node for node in nodes if any(_ARTICLE.search(kind) for kind in types_of(node)))
    return next(articles, None) or next(
        (node for node in nodes if "datePublished" in node and {"headline", "name"} & node.keys()), {}
    )


def types_of(node: Node) -> list[str]:
    """Return the types that a node says it has."""
    kind = node.get("@type")
    return [str(each) for each in kind] if isinstance(kind, list) else [str(kind or "")]


def names_in(value: Any) -> list[str]:
    """Return the names in a value: a text, an object with a name, or a list of either; persons before the others."""
    if isinstance(value, str):
        return [value]
    if isinstance(value, dict):
        return names_in(value.get("name")) if value.get("name") else []
    if isinstance(value, list):
        ranked = sorted(value, key=lambda each: isinstance(each, dict) and "Organization" in types_of(each))
        return [name for each in ranked for name in names_in(each)]
    return []


def text_in(value: Any) -> str | None:
    """Return a value that is a text (or the first of a list of texts), else null."""
    if isinstance(value, list):
        value = value[0] if value else None
    return value.strip() or None if isinstance(value, str) else None


def _load(text: str) -> Any:
    text = _WRAPPING.sub("", text.strip()[:_MAX_SCRIPT])
    text = _WRAPPING.sub("", text)
    for attempt in (text, _COMMA.sub("", text)):
        try:
            return json.loads(attempt, strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def _flatten(value: Any) -> Iterator[Node]:
    """Yield the objects of lists and graphs, and the article inside a page object."""
    waiting, budget = [value], 2_000
    while waiting and budget:
        budget -= 1
        each = waiting.pop(0)
        if isinstance(each, list):
            waiting[:0] = each[:_MAX_NODES]
        elif isinstance(each, dict):
            yield each
            for key in ("@graph", "mainEntity"):
                if isinstance(each.get(key), (list, dict)):
                    waiting.append(each[key])
