"""Keys of names and acronyms."""

import pytest

from factuel.facts.name_keys import initials, is_defined_acronym, is_short_form, name_key, without_legal_form


@pytest.mark.parametrize(
    ("form", "key"),
    [("l’Hôtel-Dieu", "hotel dieu"), ("La Réunion", "reunion"), ("St-Dié", "saint die"), ("D'Urville", "urville"), ("C&A", "c a")],
)  # fmt: skip
def test_key(form, key):
    assert name_key(form) == key


@pytest.mark.parametrize(
    ("short", "long"),
    [("ADR", "Association du rail"), ("Feriv", "Fonds européen des rivières"), ("ARIA", "Association régionale de l'industrie aéronautique")],
)  # fmt: skip
def test_short_forms(short, long):
    assert is_short_form(short, long)


@pytest.mark.parametrize(
    ("short", "long"),
    [("Lens", "Association du rail"), ("ORNE", "Orvelane"), ("Lille", "Lions du Littoral"), ("AR", "A R"), ("X Y", "Xavier Yves Zoé")],
)  # fmt: skip
def test_other_words_are_no_short_forms(short, long):
    assert not is_short_form(short, long)


def test_a_defined_acronym_needs_its_first_two_letters_only():
    assert is_defined_acronym("CABX", "communauté d'agglomération de Bray-Xaintois")
    assert not is_defined_acronym("CXBA", "communauté d'agglomération de Bray-Xaintois")


def test_initials_leave_small_words_out_and_may_spell_acronyms():
    assert initials("Association du rail de l'Est") == "are"
    assert initials("SC Marmande", spelled=True) == "scm"


def test_legal_forms_are_left_out():
    assert without_legal_form("orvelane s a") == "orvelane"
    assert without_legal_form("sa") == "sa"
