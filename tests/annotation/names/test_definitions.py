import pytest

from factuel.annotation.names.definitions import is_translated_acronym


@pytest.mark.parametrize(
    ("short", "long", "fits"),
    [
        ("IRL", "Ligue internationale des rivières", True),
        ("IPRV", "Fédération internationale des rives vives", True),
        ("ILX", "Ligue internationale des rivières", False),
        ("IRL", "Ligue internationale des rivières vives de la haute Vesse", False),
        ("IL", "Ligue internationale", False),
    ],
)
def test_letters_in_another_order(short, long, fits):
    assert is_translated_acronym(short, long) is fits


def test_an_acronym_of_common_nouns_is_no_name(names):
    text = "Il a touché l'indemnité représentative de logement (IRVL). Cette IRVL disparaît."
    assert names(text) == []


def test_an_acronym_of_a_body_stays_a_name(names):
    text = "Le syndicat vestrien des eaux (SVE) se réunit. Le SVE vote."
    assert {surface for surface, _ in names(text)} >= {"SVE"}


def test_an_acronym_of_nothing_before_it_stays_a_name(names):
    assert ("OVREL", "ORG") in names("Un avion a atterri (OVREL) hier. OVREL est content.")
