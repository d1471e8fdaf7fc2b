import pytest

from factuel.models import verb_forms
from factuel.models.verbs import _expand


@pytest.mark.parametrize(
    ("stem", "group", "forms"),
    [
        ("annonc", "1", {"annonce", "annonçait", "annoncera", "annoncé", "annoncées"}),
        ("engag", "1", {"engage", "engageait", "engagera", "engagé"}),
        ("investi", "2", {"investit", "investissent", "investira", "investir", "investi"}),
        ("vend", "3", {"vend", "vendent", "vendra", "vendu", "vendre"}),
        ("va|vont", "=", {"va", "vont"}),
    ],
)
def test_expand_makes_the_forms_of_press_prose(stem, group, forms):
    assert forms <= set(_expand(stem, group))


def test_expand_makes_no_form_of_another_verb():
    assert "annoncait" not in _expand("annonc", "1")
    assert "engagait" not in _expand("engag", "1")


def test_verb_forms_give_the_row_of_each_form():
    assert verb_forms("agreement_verbs")["signé"]["status"] == "signed"
    assert "table" not in verb_forms("agreement_verbs")
