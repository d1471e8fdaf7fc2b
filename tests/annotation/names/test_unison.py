import spacy
from spacy.tokens import Doc

from factuel.annotation.names.candidate import Decided
from factuel.annotation.names.unison import agree

NLP = spacy.blank("fr")


def labels(words, *names):
    doc = Doc(NLP.vocab, words=words)
    return [name.label for name in agree(doc, [Decided(*name) for name in names])]


def test_one_string_has_the_type_that_most_speaks_for():
    words = ["Arve", "Nord", "rit", "à", "Arve", "Nord", "ou", "l'", "Arve-Nord"]
    assert labels(words, (0, 2, "MISC", 0.4), (4, 6, "ORG", 3.0), (8, 9, "MISC", 0.1)) == ["ORG"] * 3


def test_case_and_a_foreign_article_make_no_other_name():
    words = ["The", "Orvel", "Times", "et", "ORVEL", "TIMES"]
    assert labels(words, (0, 3, "PER", 0.2), (4, 6, "MISC", 1.0)) == ["MISC", "MISC"]


def test_one_word_may_be_a_town_and_its_team_or_a_family_and_its_company():
    assert labels(["Belvès", "bat", "Belvès"], (0, 1, "ORG", 2.0), (2, 3, "LOC", 4.0)) == ["ORG", "LOC"]
    assert labels(["Lescot", "vend", "Lescot"], (0, 1, "PER", 2.0), (2, 3, "ORG", 4.0)) == ["PER", "ORG"]


def test_other_strings_keep_their_types():
    assert labels(["Arve", "Nord", "et", "Arve", "Sud"], (0, 2, "ORG", 1.0), (3, 5, "LOC", 3.0)) == ["ORG", "LOC"]
