import pytest
import spacy
from spacy.tokens import Doc, Span

from factuel.annotation.names.candidate import Candidate, Decided
from factuel.annotation.names.holders import part_holders, weigh_holder

NLP = spacy.blank("fr")


def test_a_function_and_its_body_announce_a_person(names):
    text = "On a vu hier le nouveau premier secrétaire du Parti socialiste Harlem Vesterka, tout sourire."
    assert ("Harlem Vesterka", "PER") in names(text)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("la directrice du musée Lescot Zoé Vesterka", True),
        ("la directrice du musée attend Zoé Vesterka", False),
        ("la directrice du musée de Zoé Vesterka", False),
        ("la directrice, du musée Lescot Zoé Vesterka", False),
    ],
)
def test_nothing_parts_the_function_from_the_name(reading, text, told):
    r = reading(text)
    candidate = Candidate(len(r) - 2, len(r))
    weigh_holder(r, candidate)
    assert (candidate.local["PER"] > 0) is told


def parted(words, opinion, name):
    doc = Doc(NLP.vocab, words=words)
    spans = [Span(doc, opinion[0], opinion[1], label=opinion[2])]
    return [(n.start, n.end, n.label) for n in part_holders(doc, spans, [Decided(*name)])]


def test_a_person_at_the_end_of_a_body_that_a_function_governs():
    words = ["la", "directrice", "du", "Village", "Armelle", "Tran", "Diane", "sourit"]
    assert parted(words, (4, 7, "PER"), (3, 7, "ORG")) == [(3, 4, "ORG"), (4, 7, "PER")]


def test_a_body_that_bears_a_name_stays_whole():
    words = ["on", "visite", "le", "Lycée", "Armelle", "Diane", "de", "Lure"]
    assert parted(words, (4, 6, "PER"), (3, 6, "ORG")) == [(3, 6, "ORG")]
    words = ["la", "directrice", "du", "Lycée", "Armelle", "Diane", "part"]
    assert parted(words, (5, 6, "PER"), (3, 6, "ORG")) == [(3, 6, "ORG")]
