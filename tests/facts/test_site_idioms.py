"""Verbs of opening, growing and shrinking that tell of no site, beside those that do."""

import pytest


@pytest.mark.parametrize(
    ("sentence", "change"),
    [
        ("L'usine du groupe Ardelis à Lens a ouvert ses portes.", "opening"),
        ("Le groupe Ardelis a licencié 40 salariés de son usine de Lens.", "reduction"),
        ("Le groupe Ardelis va moderniser son usine de Lens.", "extension"),
        ("Le groupe Ardelis a ouvert le 3 mai une usine à Lens.", "opening"),
    ],
)
def test_a_site_changes(read, sentence, change):
    assert [fact.change for fact in read(sentence, "site_change")] == [change]


@pytest.mark.parametrize(
    "sentence",
    [
        "L'usine de Lens a ouvert grand ses portes aux visiteurs.",
        "Le parc naturel du Morvan, qui lui a ouvert l'accès aux fouilles, se tait.",
        "Le groupe Ardelis a dû licencier quatre salariés.",
        "L'État a accordé au groupe Ardelis 3 M€ pour moderniser l'usine.",
    ],
)
def test_other_senses_give_nothing(read, sentence):
    assert read(sentence, "site_change") == []
