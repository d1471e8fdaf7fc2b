"""Things whose name begins with the word of a unit are counted; the unit itself is measured."""

import pytest

from factuel.annotation.figures import find_figures


@pytest.mark.parametrize(
    ("sentence", "unit"),
    [
        ("Les deux points chauds du secteur sont surveillés.", None),
        ("Le groupe ouvre douze points de vente.", None),
        ("La commune compte 40 points d’apport volontaire.", None),
        ("L'indice gagne deux points vendredi.", "point"),
        ("Le taux perd 3 points de pourcentage.", "point"),
        ("Le titre cède cinq points de plus.", "point"),
    ],
)
def test_points_that_are_counted_and_points_that_measure(sentence, unit):
    (figure,) = find_figures(sentence)
    assert figure.measure.unit == unit
