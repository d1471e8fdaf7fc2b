"""A raw page in, an article out."""

from __future__ import annotations

import hashlib

from factuel.cleaning.decoding import decode_page
from factuel.cleaning.errors import CleaningError
from factuel.cleaning.guards import refuse_bytes, refuse_characters, refuse_markup
from factuel.cleaning.html.body import extract_blocks
from factuel.cleaning.html.parsing import parse_html, strip_scripts
from factuel.cleaning.html.pruning import prune
from factuel.cleaning.html.survey import survey_page
from factuel.cleaning.language import refuse_foreign
from factuel.cleaning.metadata.authors import tidy_authors
from factuel.cleaning.metadata.dates import read_date_line, read_machine_date
from factuel.cleaning.metadata.json_ld import read_nodes
from factuel.cleaning.metadata.reading import Metadata, read_metadata
from factuel.cleaning.plain import read_blocks
from factuel.cleaning.press.block import Draft
from factuel.cleaning.press.layer import apply_press_layer
from factuel.cleaning.typography import normalise_line
from factuel.records import Article, Discarded, PageMetadata, RawPage, Source, content_id

_MIN_WORDS_HTML = 12


def clean_page(page: RawPage, *, published: str | None = None) -> Article:
    """Return the article of a page: its text without what surrounds it, and what the page says of it.

    The publication date is what the source gave, else the page's metadata, else its visible date line, else
    `published` (ISO). Raises CleaningError when the page gives no French article.
    """
    refuse_bytes(page.content)
    text = decode_page(page.content, page.metadata.charset)
    refuse_characters(text)
    is_html = page.media_type != "text/plain"
    draft, metadata = _read_html(text, page.metadata) if is_html else _read_plain(text, page.metadata)
    apply_press_layer(draft, find_title=not is_html)
    _refuse_empty(draft, metadata, is_html)
    refuse_foreign("\n".join(block.text for block in draft.blocks))
    return _article(page, draft, metadata, published)


def _read_html(html: str, given: PageMetadata) -> tuple[Draft, Metadata]:
    refuse_markup(html)
    tree = parse_html(html)
    nodes = read_nodes(tree)
    strip_scripts(tree)
    survey = survey_page(tree)
    metadata = read_metadata(tree, nodes, survey, given)
    removed = [(kind, normalise_line(text)) for kind, text in prune(survey)]
    discarded = [Discarded(kind=kind, text=text) for kind, text in removed if text]
    blocks = extract_blocks(tree, metadata.url)
    return Draft(blocks, title=metadata.title, discarded=discarded), metadata


def _read_plain(text: str, given: PageMetadata) -> tuple[Draft, Metadata]:
    title = normalise_line(given.title) if given.title else None
    metadata = Metadata(title, (), None, None, given.site, given.url, None)
    return Draft(read_blocks(text), title=title), metadata


def _refuse_empty(draft: Draft, metadata: Metadata, is_html: bool) -> None:
    words = sum(len(block.words) for block in draft.blocks)
    if words >= (_MIN_WORDS_HTML if is_html else 1):
        return
    raise CleaningError(
        "no_article", f"no article text is left, {words} words and {len(draft.discarded)} passages set aside"
    )


def _article(page: RawPage, draft: Draft, metadata: Metadata, published: str | None) -> Article:
    lines = [line for text in draft.dates if (line := read_date_line(text))]
    visible = next((line.published for line in lines if line.published), None)
    changed = next((line.modified for line in lines if line.modified), None)
    sha256 = hashlib.sha256(page.content).hexdigest()
    paragraphs = [*([draft.title] if draft.title else []), *(block.text for block in draft.blocks)]
    return Article(
        id=content_id("a", sha256),
        source=Source(uri=page.uri, sha256=sha256, media_type=page.media_type),
        url=metadata.url,
        site=metadata.site,
        title=draft.title,
        authors=metadata.authors or tuple(tidy_authors(draft.bylines, metadata.site)),
        published=read_machine_date(page.metadata.published) or metadata.published or visible or published,
        modified=metadata.modified or changed,
        language="fr",
        text="\n\n".join(paragraphs),
        discarded=tuple(draft.discarded),
    )
