"""What can be read, told to a person: each kind of source with an example."""

from __future__ import annotations

from typing import Final, NamedTuple


class Kind(NamedTuple):
    """A kind of source: what it is, the suffixes or schemes it is known by, an example, and what to know."""

    name: str
    known_by: tuple[str, ...]
    example: str
    note: str


KINDS: Final = (
    Kind("web page", (".html", ".htm", ".xhtml"), "une.html", "also SingleFile and 'page complète' saves"),
    Kind("text", (".txt",), "article.txt", "one article a file; a named file of addresses is fetched"),
    Kind("page in one file", (".mhtml", ".mht"), "une.mhtml", "as browsers save it"),
    Kind("press database", (".html",), "europresse.HTML", "exports of Europresse and Factiva (HTML): many articles"),
    Kind("JSON Lines", (".jsonl", ".ndjson"), "pages.jsonl", "html or text; url, published, title, site, authors"),
    Kind("table", (".csv", ".parquet"), "articles.csv", "a column html or text (texte, contenu, body...)"),
    Kind("web archive", (".warc", ".wacz"), "crawl.warc.gz", "HTML responses; redirects left out, revisits rejected"),
    Kind("archive", (".zip", ".tar", ".tgz"), "pages.zip", "of any of the files above"),
    Kind("compressed", (".gz", ".zst"), "pages.jsonl.zst", "any of the files above"),
    Kind("address", ("http", "https"), "https://example.org/a", "robots.txt, one request a second and host"),
    Kind("list", (".urls", ".rss", ".atom", ".xml"), "journal.rss", "addresses, feed, site map: each page is fetched"),
    Kind("database", ("sqlite", "postgresql"), "sqlite:///p.db#SELECT html FROM pages", "columns as in tables"),
    Kind("folder, glob", (), "pages/  'pages/**/*.html'", "walked recursively; lists in it are not followed"),
    Kind("standard input", ("-",), "-", "its first bytes say what it is"),
    Kind("gold", (".gold",), "corpus/gold/dev", "the text of annotated articles"),
)
