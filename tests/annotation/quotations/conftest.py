"""The French model with sentence starts and quotations only, loaded once; names are the model's own."""

from collections.abc import Callable

import pytest
import spacy
from spacy.language import Language

from factuel.annotation.quotations.value import QuotationValue

Found = list[tuple[str, str | None, str]]


@pytest.fixture(scope="session")
def nlp() -> Language:
    nlp = spacy.load("fr_core_news_md", exclude=["lemmatizer", "attribute_ruler", "senter"])
    nlp.add_pipe("factuel_sentences", before="parser")
    nlp.add_pipe("factuel_quotations", last=True)
    return nlp


@pytest.fixture(scope="session")
def values(nlp: Language) -> Callable[[str], list[QuotationValue]]:
    def read(text: str) -> list[QuotationValue]:
        doc = nlp(text)
        return [span._.quotation for span in doc.spans["quotations"]]

    return read


@pytest.fixture(scope="session")
def quotations(values: Callable[[str], list[QuotationValue]]) -> Callable[[str], Found]:
    """Read (words, speaker's words, style) of each quotation of a text."""

    def read(text: str) -> Found:
        return [
            (text[v.start : v.end], text[v.speaker.start : v.speaker.end] if v.speaker else None, v.style)
            for v in values(text)
        ]

    return read
