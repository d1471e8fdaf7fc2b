import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factuel.annotation.quotations.component import QuotationFinder

WORDS = ["« ", " »", "“", "”", '"', "dit ", "Marie ", "que ", ", ", ". ", "\n\n", "explique ", "-t-il", "selon ", ": ",
         "a ", "déclaré ", "le port ", "est ", "grand ", "? ", "vous ", "— "]  # fmt: skip


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(WORDS), max_size=40))
def test_offsets_hold_whatever_the_text(values, pieces):
    text = "".join(pieces)
    for value in values(text):
        assert 0 <= value.start < value.end <= len(text)
        assert not text[value.start].isspace() and not text[value.end - 1].isspace()
        low, high = value.evidence
        assert low <= value.start and value.end <= high
        for part in (value.cue, value.speaker):
            assert part is None or 0 <= part.start < part.end <= len(text)


def test_finding_changes_nothing_and_repeats(nlp):
    doc = nlp("« Nous partons demain », dit Marie Dupuis. Selon elle, le port est fermé.")
    finder = QuotationFinder()
    first, second = ([span._.quotation for span in finder.find(doc)] for _ in range(2))
    assert first == second and len(first) == 2


def test_spans_cover_the_words(nlp):
    doc = nlp("Le port« Nous partons demain », dit Marie Dupuis.")
    for span in doc.spans["quotations"]:
        assert span.start_char <= span._.quotation.start and span._.quotation.end <= span.end_char


@pytest.mark.parametrize("piece", ["« oui » ", "dit que ", ", dit-il ", "selon Marie, ", '" ', "Quoi ? "])
def test_hostile_docs_cost_linear_time(nlp, piece):
    doc = nlp.make_doc(piece * (30_000 // len(piece)))
    started = time.process_time()
    list(QuotationFinder().find(doc))
    assert time.process_time() - started < 8
