import pytest


@pytest.mark.parametrize(
    "text",
    [
        "FOOTBALL Le club cherche un gardien.",
        "SONDAGE EXCLUSIF - Le maire reste populaire.",
        "Un mot.\nENTRETIEN La députée répond.",
    ],
)
def test_a_label_that_opens_a_line_is_no_name(names, text):
    assert not [found for found in names(text) if found[0].isupper()]


def test_an_acronym_that_opens_a_line_is_one(names):
    assert ("OVREL", "ORG") in names("OVREL - Le groupe ferme une usine de câbles.")
