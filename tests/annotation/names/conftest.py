"""Tokens and tags without a model's opinion on names: what the tests find, the rules found."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.language import Language

from factuel.annotation.names.component import NameRepairer
from factuel.annotation.names.lexicon import name_lexicon
from factuel.annotation.names.reading import Reading
from factuel.models.language import load_french

Names = list[tuple[str, str]]


@pytest.fixture(scope="session")
def nlp() -> Language:
    return load_french("fr_core_news_md", ["lemmatizer", "attribute_ruler", "senter", "parser", "ner"])


@pytest.fixture(scope="session")
def names(nlp: Language) -> Callable[[str], Names]:
    """Return a function from a text to its names and their labels, in order."""
    repairer = NameRepairer()
    return lambda text: [(span.text, span.label_) for span in repairer(nlp(text)).ents]


@pytest.fixture(scope="session")
def reading(nlp: Language) -> Callable[[str], Reading]:
    lexicon = name_lexicon()
    return lambda text: Reading(nlp(text), lexicon)
