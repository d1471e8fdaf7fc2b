"""One pipeline for all sentences of the fact tests."""

from datetime import date

import pytest

from factuel.assembly import load_pipeline
from factuel.facts.extraction import extract_facts
from factuel.records import Article, Source


@pytest.fixture(scope="session")
def pipeline():
    return load_pipeline()


@pytest.fixture(scope="session")
def read(pipeline):
    """Return a function from a text to its facts, all or of one type."""

    def facts(text, kind=None, published="2024-03-12"):
        source = Source(uri="test", sha256="0" * 64, media_type="text/plain")
        article = Article(
            id="a-test",
            source=source,
            url=None,
            site=None,
            title=None,
            published=published,
            modified=None,
            language="fr",
            text=text,
        )
        doc = pipeline.nlp.make_doc(text)
        doc._.published = date.fromisoformat(published)
        _, found = extract_facts(pipeline.nlp(doc), article)
        for fact in found:
            assert text[fact.evidence.start : fact.evidence.end] == fact.evidence.text
            assert fact.evidence.sentence_start <= fact.evidence.start
            assert fact.evidence.end <= fact.evidence.sentence_end
        return [fact for fact in found if kind in {None, fact.type}]

    return facts


def name(reference):
    return reference.name if reference else None
