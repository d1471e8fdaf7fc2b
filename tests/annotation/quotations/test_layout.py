import time

import pytest
import spacy
from spacy.tokens import Doc

from factuel.annotation.quotations.layout import Layout


def layout(text: str) -> Layout:
    return Layout(spacy.blank("fr")(text))


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Un. Deux ! Trois ?", ["Un.", "Deux !", "Trois ?"]),
        ("M. Roux et J. Petit arrivent. Ils parlent.", ["M. Roux et J. Petit arrivent.", "Ils parlent."]),
        ("« Un. » Deux.", ["« Un. »", "Deux."]),
        ("« Un ! » dit-il.", ["« Un ! » dit-il."]),
        ("Titre sans point\n\nLe plan B. « Oui »", ["Titre sans point", "Le plan B.", "« Oui »"]),
    ],
)
def test_sentences_follow_typography(text, sentences):
    read = layout(text)
    assert [text[slice(*read.sentence(start))] for start in read.sentence_starts] == sentences


def test_a_sentence_is_never_endless():
    read = layout("mot " * 3000)
    assert max(end - start for start, end in map(read.sentence, read.sentence_starts)) <= 2000


@pytest.mark.parametrize("piece", [".", "a", "\n", ". A", "?!", " "])
def test_hostile_text_costs_linear_time(piece):
    text = piece * (300_000 // len(piece))
    read = Layout(Doc(spacy.blank("fr").vocab, words=[text], spaces=[False]))
    started = time.process_time()
    assert read.sentence_starts and read.paragraph_starts
    assert time.process_time() - started < 8
