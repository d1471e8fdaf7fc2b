"""Unquoted words after a colon, and other sentences whose cue stands far from them; own sentences."""

import pytest

SAID = [
    ("Marie Dupuis prévient : le port ne fermera pas.", "le port ne fermera pas"),
    ("Marie Dupuis l'affirme : le port ne fermera pas.", "le port ne fermera pas"),
    ("Marie Dupuis est formelle : le port ne fermera pas.", "le port ne fermera pas"),
    ("Comme le rappelle Marie Dupuis, le port date de 1975.", "le port date de 1975"),
    ("Marie Dupuis, qui affirme que le port date de 1975, quitte la salle.", "le port date de 1975"),
    ("Marie Dupuis se dit convaincue que le port rouvrira.", "convaincue que le port rouvrira"),
    ("Marie Dupuis ne cache pas que l'année sera difficile.", "l'année sera difficile"),
]


@pytest.mark.parametrize(("text", "quote"), SAID)
def test_said_without_marks(quotations, text, quote):
    assert quotations(text) == [(quote, "Marie Dupuis", "indirect")]


@pytest.mark.parametrize(
    "text",
    ["Le port est grand : il compte trois quais.", "Marie Dupuis a deux frères : ils sont marins."],
)
def test_a_colon_alone_reports_nothing(quotations, text):
    assert quotations(text) == []


SUPPORTED = [
    ("Marie Dupuis a fait part de sa « grande inquiétude ».", "grande inquiétude"),
    ("Marie Dupuis a mis en garde contre « une crise annoncée ».", "une crise annoncée"),
    ("Marie Dupuis plaide pour « une autre politique de l'eau ».", "une autre politique de l'eau"),
    ("Marie Dupuis y voit « un déni de démocratie ».", "un déni de démocratie"),
]


@pytest.mark.parametrize(("text", "quote"), SUPPORTED)
def test_verbs_with_a_noun_or_a_preposition(quotations, text, quote):
    assert quotations(text) == [(quote, "Marie Dupuis", "mixed")]


def test_a_film_that_is_seen_is_no_quotation(quotations):
    assert quotations("Marie Dupuis a vu « Les Enfants du port ».") == []


IMPERSONAL = [
    ("« Je pars », dit Marie Dupuis. Il lui est reproché d'avoir menti.", "d'avoir menti"),
    ("« Je pars », dit Marie Dupuis. Il lui a été répondu que le port fermait.", "le port fermait"),
]


@pytest.mark.parametrize(("text", "quote"), IMPERSONAL)
def test_an_impersonal_passive_is_said_by_nobody(quotations, text, quote):
    assert quotations(text)[1] == (quote, None, "indirect")
