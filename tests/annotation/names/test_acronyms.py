import pytest


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Le député RN Paul Lefort a voté.", [("RN", "ORG"), ("Paul Lefort", "PER")]),
        ("La conseillère régionale EELV Zoé Marquis a voté.", [("EELV", "ORG"), ("Zoé Marquis", "PER")]),
        ("Le député Paul Lefort a voté.", [("Paul Lefort", "PER")]),
        ("Le délégué du PS de Lens Paul Lefort a voté.", [("PS", "ORG"), ("Lens", "LOC"), ("Paul Lefort", "PER")]),
    ],
)
def test_the_acronym_of_a_party_stands_apart_from_the_person(names, sentence, expected):
    assert names(sentence) == expected
