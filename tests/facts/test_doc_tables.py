"""The table of a doc says what the doc itself says, faster."""

from __future__ import annotations

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Span

from factuel.facts.doc_tables import names_in, table_of, text_sentence, token_at

NLP = spacy.blank("fr")
TEXT = "La société Ormel (Vosges) recrute. Elle ouvre un site à Lens !\n\nM. Petit s'en réjouit"


def test_sentences_end_at_their_punctuation() -> None:
    doc = NLP(TEXT)
    found = {text_sentence(token).text.strip() for token in doc}
    assert found == {"La société Ormel (Vosges) recrute.", "Elle ouvre un site à Lens !", "", "M. Petit s'en réjouit"}


def test_names_inside_a_span() -> None:
    doc = NLP(TEXT)
    doc.ents = [Span(doc, 2, 3, label="ORG"), Span(doc, 4, 5, label="LOC")]
    assert names_in(doc[:4]) == [Span(doc, 2, 3, label="ORG")]
    assert names_in(doc[2:8]) == list(doc[2:8].ents)
    assert names_in(doc[5:]) == []


@settings(max_examples=50, deadline=None)
@given(st.text(min_size=1, max_size=80), st.integers(0, 100))
def test_token_at_any_character(text: str, start: int) -> None:
    doc = NLP(text)
    if not len(doc):
        return
    token = token_at(doc, start)
    assert token.idx + len(token) > start or token.i == len(doc) - 1
    assert token.i == 0 or doc[token.i - 1].idx + len(doc[token.i - 1]) <= start
    assert table_of(doc).text == text


@pytest.mark.parametrize("length", [1, 500])
def test_a_sentence_is_bounded(length: int) -> None:
    doc = NLP("mot " * length)
    assert len(text_sentence(doc[length // 2])) <= 181
