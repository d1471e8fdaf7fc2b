"""Pages built to exhaust a parser: each is an article or a reason within ten seconds, and nothing else is raised."""

import random
import time

import pytest

from factuel.cleaning import CleaningError, clean_page
from factuel.records import RawPage

LIMIT_S = 10
PROSE = "Le syndicat des eaux de la Vérone a voté jeudi le remplacement de quarante kilomètres de conduites en plomb. "


def page(body):
    return f"<html><head><title>Les conduites</title></head><body><h1>Les conduites</h1>{body}</body></html>".encode()


HOSTILE = {
    "36 MB of nested div": lambda: b"<div>" * 7_200_000,
    "tags 100,000 deep": lambda: b"<html><body>" + b"<div>" * 100_000 + PROSE.encode() + b"</div>" * 100_000,
    "unclosed tags": lambda: page(f"<p><font>{PROSE}" * 400),
    "100,000 attributes": lambda: page("<p " + " ".join(f"a{n}='x'" for n in range(100_000)) + f">{PROSE}"),
    "attributes with brackets": lambda: page("<p " + " ".join(f"a{n}='<>'" for n in range(50_000)) + f">{PROSE}"),
    "19,000 paragraphs": lambda: page("".join(f"<p>{PROSE[:40]} {n}</p>" for n in range(19_000))),
    "25,000 links": lambda: page(
        "".join(f"<li><a href='/{n}'>Le titre numéro {n} du jour</a></li>" for n in range(40_000))
    ),
    "100,000 breaks": lambda: page("<br>" * 100_000),
    "nested tables": lambda: page("<table><tr><td>" * 80 + PROSE * 5),
    "nested spans": lambda: page("<p>" + "<span>" * 240 + PROSE * 5),
    "long class": lambda: page(f"<div class='{'ab-' * 200_000}'><p>{PROSE * 5}</p></div>"),
    "long title": lambda: b"<html><head><title>" + b"a | " * 100_000 + b"</title><body><p>" + PROSE.encode() * 5,
    "deep json": lambda: page(f"<script type='application/ld+json'>{'[' * 100_000}</script><p>{PROSE * 5}</p>"),
    "json of the wrong types": lambda: page(
        '<script type="application/ld+json">{"@type": ["NewsArticle", 5], "headline": {"a": 1}, "author": [[["x"]], 5],'
        ' "datePublished": 12, "publisher": "x", "articleBody": ["y"], "url": {}}</script>' + f"<p>{PROSE * 5}</p>"
    ),
    "comments": lambda: page("<!--" * 100_000 + f"<p>{PROSE * 5}</p>"),
    "brackets": lambda: b"<" * 250_000,
    "half a tag": lambda: page(f"<p>{PROSE * 5}</p><a href='" + "x" * 1_000_000),
    "foreign declaration": lambda: b"<?xml version='1.0' encoding='utf-16'?>" + page(f"<p>{PROSE * 5}</p>"),
    "one word": lambda: b"bonjour " * 120_000,
    "no space": lambda: b"a" * 900_000,
    "capitals": lambda: b"Par Jean " * 100_000,
    "hyphens": lambda: b"A-" * 400_000,
    "hyphened name": lambda: b"\n".join([b"Par " + b"A-" * 70] * 600),
    "dates": lambda: b"Un titre\n12.12.2022\n" * 6_000,
    "cut lines": lambda: "Une phrase qui se finit par trois points et…\n".encode() * 6_000,
    "captions": lambda: b"\n".join([b"photo photo / " * 40] * 1500),
    "guillemets": lambda: "« ".encode() * 200_000,
    "twice encoded": lambda: "Ã©".encode() * 200_000,
    "NUL bytes": lambda: page(f"<p>{PROSE * 5}</p>").replace(b" ", b"\x00 "),
    "random bytes": lambda: random.Random(3).randbytes(1_000_000),
    "lone surrogates": lambda: b"<p>\xed\xa0\x80" + PROSE.encode() * 5,
}


@pytest.mark.parametrize("media_type", ["text/html", "text/plain"])
@pytest.mark.parametrize("name", HOSTILE)
def test_bounded_and_explained(name, media_type):
    raw = RawPage(uri=name, content=HOSTILE[name](), media_type=media_type)
    started = time.process_time()
    try:
        article = clean_page(raw)
    except CleaningError as error:
        assert error.message
    else:
        assert "\x00" not in article.text
    assert time.process_time() - started < LIMIT_S
