"""Offsets are sacred: every span of every record is the text at its offsets, on every input."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factuel.assembly import extract_page, load_pipeline
from factuel.corpus import read_pages
from factuel.records import Extraction, RawPage

PAGES = Path(__file__).parents[2] / "corpus" / "pages"
WORDS = st.sampled_from(
    ["Le", "groupe", "Lumexia", "« ", " »", "“", "”", '"', "annonce", "selon", "Zoé", "Marquis", "12", "M€", "%", "de", "20", "à", "30",
     "mardi", "14 juin", "2022", "directrice", "maire", "Lille", ",", ".", "\n\n", "😀", "é", "\u00a0", "\u202f", "\u200b", "’", "n'", "pas",
     "ouvrira", "usine", "signé", "accord", "avec", "(", ")", "…", "—", "🏭", "ﬁ", "Ǆ"]
)  # fmt: skip


@pytest.fixture(scope="module")
def pipeline():
    return load_pipeline()


def spans(result):
    for entity in result.entities:
        yield from entity.mentions
    for fact in result.facts:
        yield fact.evidence
        for name in ("measure", "quote", "amount", "time"):
            span = getattr(fact, name, None)
            if span is not None:
                yield span


def assert_grounded(result):
    text = result.article.text
    for span in spans(result):
        assert text[span.start : span.end] == span.text
    for fact in result.facts:
        assert 0 <= fact.evidence.sentence_start <= fact.evidence.start
        assert fact.evidence.end <= fact.evidence.sentence_end <= len(text)
    known = {entity.id for entity in result.entities}
    assert len(known) == len(result.entities)
    assert len({fact.id for fact in result.facts}) == len(result.facts)


def test_every_span_of_the_sample_pages_is_the_text_at_its_offsets(pipeline):
    results = [extract_page(pipeline, page) for page in read_pages([str(PAGES)]) if isinstance(page, RawPage)]
    articles = [result for result in results if isinstance(result, Extraction)]
    assert len(articles) > 50
    for result in articles:
        assert_grounded(result)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(WORDS, min_size=5, max_size=60))
def test_every_span_of_any_text_is_the_text_at_its_offsets(pipeline, words):
    frame = "Le maire de la ville a dit que les habitants de la commune sont dans la rue et que le projet est prêt. "
    page = RawPage(uri="any", content=(frame + " ".join(words)).encode(), media_type="text/plain")
    result = extract_page(pipeline, page, published="2024-03-12")
    if isinstance(result, Extraction):
        assert_grounded(result)


def test_offsets_count_code_points_after_an_emoji(pipeline):
    text = (
        "😀 Accents é et emoji 🏭. La société Lumexia, basée à Lens, emploie 40 personnes dans cette ville de France."
    )
    result = extract_page(pipeline, RawPage(uri="x", content=text.encode(), media_type="text/plain"))
    assert_grounded(result)
    assert [fact.evidence.text for fact in result.facts if fact.type == "figure"] == ["40 personnes"]
