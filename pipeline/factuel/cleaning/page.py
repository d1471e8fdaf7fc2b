"""A raw page in, an article out."""

from __future__ import annotations

import hashlib
from itertools import islice
from typing import Final

from factuel.cleaning.decoding import decode_page
from factuel.cleaning.guards import refuse_bytes, refuse_characters, refuse_length, refuse_markup
from factuel.cleaning.html.body import extract_blocks
from factuel.cleaning.html.holder import complete_blocks
from factuel.cleaning.html.parsing import parse_html, strip_scripts
from factuel.cleaning.html.pruning import prune
from factuel.cleaning.html.region import find_outside, find_region
from factuel.cleaning.html.standfirst import find_standfirst, is_lacking
from factuel.cleaning.html.survey import survey_page
from factuel.cleaning.language import refuse_foreign
from factuel.cleaning.metadata.authors import tidy_authors
from factuel.cleaning.metadata.dates import find_date, read_date_line, read_machine_date
from factuel.cleaning.metadata.json_ld import read_nodes
from factuel.cleaning.metadata.page_type import is_truncated, read_page_type
from factuel.cleaning.metadata.reading import Metadata, read_metadata
from factuel.cleaning.plain import read_blocks
from factuel.cleaning.press.block import Draft
from factuel.cleaning.press.declared import set_aside_undeclared
from factuel.cleaning.press.layer import apply_press_layer
from factuel.cleaning.refusals import PageShape, read_shape, refuse_no_article
from factuel.cleaning.typography import normalise_line, repair_twice_encoded
from factuel.records import Article, Discarded, PageMetadata, RawPage, Source, content_id

_MAX_PICTURES: Final = 500


def clean_page(page: RawPage, *, published: str | None = None) -> Article:
    """Return the article of a page: its text without what surrounds it, and what the page says of it.

    The publication date is what the source gave, else the page's metadata, else its visible date line, else
    `published` (ISO). Raises CleaningError when the page gives no French article.
    """
    refuse_bytes(page.content)
    text = repair_twice_encoded(decode_page(page.content, page.metadata.charset))
    refuse_characters(text)
    is_html = page.media_type != "text/plain"
    read = _read_html if is_html else _read_plain
    draft, metadata, shape = read(text, page.metadata)
    apply_press_layer(draft, find_title=not is_html)
    if metadata.body:
        set_aside_undeclared(draft, metadata.body)
    refuse_no_article(draft.blocks, shape)
    refuse_foreign("\n".join(block.text for block in draft.blocks))
    return _article(page, draft, metadata, published)


def _read_html(html: str, given: PageMetadata) -> tuple[Draft, Metadata, PageShape]:
    refuse_markup(html)
    tree = parse_html(html)
    nodes = read_nodes(tree)
    strip_scripts(tree)
    alts = [image.get("alt") or "" for image in islice(tree.iter("img"), _MAX_PICTURES)]
    survey = survey_page(tree)
    metadata = read_metadata(tree, nodes, survey, given)
    shape = read_shape(survey, metadata.kind)
    standfirst = find_standfirst(survey, metadata.description)
    region = find_region(survey)
    outside = find_outside(survey, region, metadata.title)
    removed = [(kind, normalise_line(text)) for kind, text in prune(survey, outside)]
    discarded = [Discarded(kind=kind, text=text) for kind, text in removed if text]
    blocks = complete_blocks(extract_blocks(tree, metadata.url), survey, region)
    if standfirst is not None and is_lacking(blocks, standfirst):
        blocks = [standfirst, *blocks]
    elif standfirst is not None and standfirst not in blocks:
        discarded.append(Discarded(kind="other", text=standfirst.text))
    pictures = tuple(normalise_line(str(alt)) for alt in alts)
    draft = Draft(blocks, metadata.title, metadata.authors, pictures, discarded)
    return draft, metadata, shape


def _read_plain(text: str, given: PageMetadata) -> tuple[Draft, Metadata, PageShape]:
    refuse_length(text)
    title = normalise_line(given.title) if given.title else None
    metadata = Metadata(title, (), None, None, given.site, given.url, None)
    return Draft(read_blocks(text), title=title), metadata, PageShape()


def _article(page: RawPage, draft: Draft, metadata: Metadata, published: str | None) -> Article:
    visible, changed = _visible_dates(draft)
    sha256 = hashlib.sha256(page.content).hexdigest()
    body = [block.text for block in draft.blocks]
    paragraphs = [*([draft.title] if draft.title else []), *body]
    return Article(
        id=content_id("a", sha256),
        source=Source(uri=page.uri, sha256=sha256, media_type=page.media_type),
        url=metadata.url,
        site=metadata.site,
        title=draft.title,
        authors=tuple(tidy_authors(page.metadata.authors))
        or metadata.authors
        or tuple(tidy_authors(draft.bylines, metadata.site)),
        published=read_machine_date(page.metadata.published) or metadata.published or visible or published,
        modified=metadata.modified or changed,
        retrieved=page.metadata.retrieved,
        language="fr",
        text="\n\n".join(paragraphs),
        discarded=tuple(draft.discarded),
        section=metadata.section,
        page_type=read_page_type(metadata.kind, metadata.url, (metadata.section, draft.title), body),
        truncated=is_truncated(draft.discarded, metadata.is_free, body),
    )


def _visible_dates(draft: Draft) -> tuple[str | None, str | None]:
    """Return the days of publication and update that the set-aside date lines say."""
    lines = [line for text in draft.dates if (line := read_date_line(text))]
    published = next((line.published for line in lines if line.published), None)
    modified = next((line.modified for line in lines if line.modified), None)
    return published or next((day for text in draft.dates if (day := find_date(text))), None), modified
