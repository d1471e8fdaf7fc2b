"""Names that a noun announces and that go on in small letters."""

import pytest

GOES_ON = [
    ("L'association Vivre à Lanvellec s'agite.", "Vivre à Lanvellec", "ORG"),
    ("Elle a rejoint la coalition Vosges sans pylône, hier.", "Vosges sans pylône", "ORG"),
    ("L'alliance Cidre juste a signé.", "Cidre juste", "ORG"),
    ("Le cabinet Atelier d'ici a reçu le prix.", "Atelier d'ici", "ORG"),
    ("Le film Tous au moulin sera montré.", "Tous au moulin", "MISC"),
]
STOPS = [
    ("La société Halvorsen implantée à Vesoul recrute.", "Halvorsen"),
    ("L'association Lumière pour la défense des murets vote.", "Lumière"),
    ("Le groupe Orvelane recrute.", "Orvelane"),
    ("Le réseau Mistral ou le train passe.", "Mistral"),
]


@pytest.mark.parametrize(("text", "name", "label"), GOES_ON)
def test_small_letters_belong_to_the_name(names, text, name, label):
    assert (name, label) in names(text)


@pytest.mark.parametrize(("text", "name"), STOPS)
def test_small_letters_of_the_sentence_do_not(names, text, name):
    assert (name, "ORG") in names(text)
