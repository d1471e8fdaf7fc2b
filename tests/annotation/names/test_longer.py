"""Longer designations that the model sees and the rules see a part of."""

import pytest
import spacy
from spacy.tokens import Doc, Span

from factuel.annotation.names.candidate import Decided
from factuel.annotation.names.longer import widen

NLP = spacy.blank("fr")


def outcome(doc, opinion, decided):
    found = widen(doc, [Span(doc, *opinion[:2], label=opinion[2])], [Decided(*name) for name in decided])
    return [(name.start, name.end, name.label) for name in found]


@pytest.mark.parametrize(
    ("words", "opinion", "decided", "taken"),
    [
        (["champ", "de", "Lanvel"], (0, 3, "LOC"), [(2, 3, "PER", 0.0)], True),
        (["champ", "de", "Lanvel"], (0, 3, "PER"), [(2, 3, "PER", 0.0)], False),
        (["groupe", "Lanvel"], (0, 2, "ORG"), [(1, 2, "ORG", 1.0)], False),
        (["maison", "de", "Lanvel"], (0, 3, "LOC"), [(2, 3, "LOC", 1.0)], False),
        (["scierie", "de", "Lanvel"], (0, 3, "ORG"), [(2, 3, "ORG", 1.0)], True),
        (["scierie", "de", "Lanvel"], (0, 3, "ORG"), [(2, 3, "ORG", 4.0)], False),
        (["Nord", "de", "Lanvel"], (0, 3, "ORG"), [(2, 3, "LOC", 4.5, True)], False),
        (["Air", "Lanvel"], (0, 2, "ORG"), [(1, 2, "ORG", 4.0)], True),
        (["«", "Les", "Amis", "»"], (1, 3, "MISC"), [(2, 3, "ORG", 7.0, True)], True),
        (["Les", "Amis", "dînent"], (0, 2, "MISC"), [(1, 2, "ORG", 7.0, True)], False),
        (["Entente", "rugby", "Lanvel"], (0, 3, "ORG"), [(0, 1, "ORG", 3.0), (2, 3, "LOC", 1.0)], True),
        (
            ["Entente", "Lanvel", "-", "Morvel"],
            (0, 4, "ORG"),
            [(0, 1, "ORG", 3.0), (1, 2, "LOC"), (3, 4, "LOC")],
            False,
        ),
        (["Bleuets", "du", "Nord"], (0, 3, "ORG"), [(0, 1, "ORG", 5.0), (2, 3, "LOC", 4.5, True)], True),
        (["Campus", "aux", "Antilles"], (0, 3, "ORG"), [(0, 1, "ORG", 5.0), (2, 3, "LOC", 4.5, True)], False),
        (["Cité", "de", "Lanvel"], (0, 3, "ORG"), [(0, 1, "LOC", 1.0), (2, 3, "LOC", 2.0)], False),
        (["Ville", "Zoé", "Lanvel"], (0, 3, "ORG"), [(0, 1, "ORG", 1.0), (1, 3, "PER", 3.0)], False),
    ],
)
def test_the_longer_designation_is_the_models(words, opinion, decided, taken):
    kept = [name[:3] for name in decided]
    assert outcome(Doc(NLP.vocab, words=list(words)), opinion, decided) == ([opinion] if taken else kept)


def test_a_hyphen_within_a_word_does_not_part_a_name():
    doc = Doc(NLP.vocab, words=["Entente", "Drôme", "-", "Vercors"], spaces=[True, False, False, False])
    assert outcome(doc, (0, 4, "ORG"), [(0, 1, "ORG", 3.0), (1, 4, "ORG", 1.0)]) == [(0, 4, "ORG")]
