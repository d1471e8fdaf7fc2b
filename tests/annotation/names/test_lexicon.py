"""The lexicons of names as the component sees them."""

import pytest

from factuel.annotation.names.lexicon import is_acronym, name_lexicon, spaced, split_words


def test_keys_are_folded():
    known = name_lexicon().known
    assert all(key == spaced(key) for key in known)
    assert "aix en provence" in known and "epinal" in known


def test_a_town_is_known_without_its_article_but_less():
    known = name_lexicon().known
    assert known["le havre"][0].weight > known["havre"][0].weight


def test_a_large_town_weighs_more_than_a_hamlet():
    known = name_lexicon().known
    assert known["nantes"][0].weight > known["ambazac"][0].weight


@pytest.mark.parametrize(("form", "expected"), [("FO", True), ("SNCF", True), ("Fo", False), ("UNIVERSITE", False)])
def test_short_capitals_are_acronyms(form, expected):
    assert is_acronym(form) is expected


def test_heads_with_more_words_come_first():
    heads = name_lexicon().heads["conseil"]
    assert [len(head.words) for head in heads] == sorted((len(head.words) for head in heads), reverse=True)


def test_phrases_are_split_like_the_tokenizer():
    assert split_words("cour d'assises") == ["cour", "d'", "assises"]
