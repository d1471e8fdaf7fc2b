import pytest


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Le député RN Paul Lefort a voté.", [("RN", "ORG"), ("Paul Lefort", "PER")]),
        ("La conseillère régionale EELV Zoé Marquis a voté.", [("EELV", "ORG"), ("Zoé Marquis", "PER")]),
        ("Le mot revient au chef de l'État Paul Lefort.", [("Paul Lefort", "PER")]),
        ("Le maire de Nancy André Lefort a voté.", [("Nancy", "LOC"), ("André Lefort", "PER")]),
        ("Le roman de Nancy André Lefort paraît.", [("Nancy André Lefort", "PER")]),
        ("Le député Paul Lefort a voté.", [("Paul Lefort", "PER")]),
        ("Le délégué du PS de Lens Paul Lefort a voté.", [("PS", "ORG"), ("Lens", "LOC"), ("Paul Lefort", "PER")]),
    ],
)
def test_what_stands_before_a_person_is_apart(names, sentence, expected):
    assert names(sentence) == expected
