"""A page in, its records out: the whole pipeline as one readable function."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from spacy.language import Language
from spacy.tokens import Doc

from factuel.cleaning import CleaningError, clean_page
from factuel.facts.extraction import extract_facts
from factuel.models.pipeline import load_language
from factuel.records import Article, Extraction, RawPage, Reject, Stage, content_id

logger = logging.getLogger(__name__)
MAX_ARTICLE_CHARACTERS = 120_000
"""Longer texts are rejected: the parse needs about 1 GB for each 100,000 characters (spaCy stops at 1,000,000)."""


@dataclass(frozen=True)
class Pipeline:
    """What is loaded once and serves every page."""

    nlp: Language


def load_pipeline() -> Pipeline:
    """Load the French pipeline, in about two seconds; keep it, for it serves every page."""
    return Pipeline(load_language())


def extract_page(
    pipeline: Pipeline, page: RawPage, *, published: str | None = None, occurrence: int = 1
) -> Extraction | Reject:
    """Return the records of one page, or why it has none; never raises for bad input.

    `published` (ISO) is used when the page does not say when it was published. `occurrence` is 2 for the second page
    of a run with the same bytes, and so on, so that each has identifiers of its own.
    """
    try:
        article = clean_page(page, published=published)
    except CleaningError as error:
        return Reject(source=page.uri, stage="cleaning", error=error.error, message=error.message)
    except Exception as error:
        return _failure(page, "cleaning", error)
    if len(article.text) > MAX_ARTICLE_CHARACTERS:
        message = f"the article has {len(article.text):,} characters, more than {MAX_ARTICLE_CHARACTERS:,}"
        return Reject(source=page.uri, stage="annotation", error="too_long", message=message)
    if occurrence > 1:
        article = article.model_copy(update={"id": content_id("a", article.source.sha256, str(occurrence))})
    stage: Stage = "annotation"
    try:
        doc = annotate(pipeline.nlp, article)
        stage = "facts"
        entities, facts = extract_facts(doc, article)
    except Exception as error:
        return _failure(page, stage, error)
    return Extraction(article=article, entities=entities, facts=facts)


def extract_pages(
    pipeline: Pipeline, pages: Iterator[RawPage | Reject], *, published: str | None = None
) -> Iterator[Extraction | Reject]:
    """Yield the records of each page, in order; a reject of the reader passes through."""
    for page in pages:
        yield page if isinstance(page, Reject) else extract_page(pipeline, page, published=published)


def annotate(nlp: Language, article: Article) -> Doc:
    """Return the article's text annotated; its dates are relative to the day on which it was published."""
    doc = nlp.make_doc(article.text)
    doc._.published = date.fromisoformat(article.published[:10]) if article.published else None
    return nlp(doc)


def _failure(page: RawPage, stage: Stage, error: Exception) -> Reject:
    """A fault of ours: the run goes on, the log keeps the traceback, the reject says what happened."""
    logger.debug("%s failed on %s", stage, page.uri, exc_info=error)
    return Reject(source=page.uri, stage=stage, error=type(error).__name__, message=str(error) or "no message")
