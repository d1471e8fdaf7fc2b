import json

import pytest
from lxml.html import document_fromstring

from factuel.cleaning.metadata.json_ld import find_article, names_in, read_nodes, text_in


def nodes_of(*scripts):
    tags = "".join(f'<script type="application/ld+json">{script}</script>' for script in scripts)
    return read_nodes(document_fromstring(f"<html><head>{tags}</head><body><p>x</p></body></html>"))


ARTICLE = {"@type": "NewsArticle", "headline": "La halle rouvre"}


@pytest.mark.parametrize(
    "script",
    [
        json.dumps(ARTICLE),
        json.dumps([{"@type": "WebSite"}, ARTICLE]),
        json.dumps({"@graph": [{"@type": "Organization"}, ARTICLE]}),
        json.dumps({"@type": "WebPage", "mainEntity": ARTICLE}),
        json.dumps({**ARTICLE, "@type": ["Thing", "NewsArticle"]}),
        "<![CDATA[" + json.dumps(ARTICLE) + "]]>",
        '{"@type": "NewsArticle", "headline": "La halle rouvre",}',
        '{"@type": "NewsArticle", "headline": "La halle rouvre", "description": "deux\nlignes"}',
    ],
)
def test_article_is_found_in_every_wrapping(script):
    assert find_article(nodes_of("{broken", script))["headline"] == "La halle rouvre"


@pytest.mark.parametrize("script", ["", "null", "[[[[", "[" * 100_000, '{"@graph": 5}', '"x"', "{}"])
def test_what_cannot_be_read_is_passed_over(script):
    assert find_article(nodes_of(script)) == {}


def test_names_persons_first():
    value = [{"@type": "Organization", "name": "AFP"}, {"@type": "Person", "name": ["Nora Vidal"]}, 5, None, "Léo Roux"]
    assert names_in(value) == ["Nora Vidal", "Léo Roux", "AFP"]


@pytest.mark.parametrize(
    ("value", "text"), [("a", "a"), (["a", "b"], "a"), ([], None), (5, None), ({}, None), (" ", None)]
)
def test_text_in(value, text):
    assert text_in(value) == text
