"""Figures keep out of the way of dates, and read what hangs together."""

import pytest

from factuel.annotation.dates import find_dates
from factuel.annotation.figures import find_figures

TEXTS = [
    "Le 14 juin 2022, 300 coureurs ont parcouru 12 km entre 9 h et 11 h ; en 2023, ils seront 500.",
    "D'ici trois ans, 80 % des 2 000 lots seront vendus, contre 12 % en 2020.",
    "Il y a deux ans, la dette atteignait 3,5 M€ au 31 décembre 2021.",
    "Pendant trois ans, de 2019 à 2022, elle a touché 1 800 euros par mois.",
]


@pytest.mark.parametrize("text", TEXTS)
def test_no_figure_overlaps_a_date(text: str) -> None:
    figures, dates = find_figures(text), find_dates(text)
    assert figures and dates
    assert not [(f.text, d.text) for f in figures for d in dates if f.start < d.end and d.start < f.end]


@pytest.mark.parametrize(
    ("text", "of"),
    [
        ("Le cluster rassemble 190 entreprises adhérentes.", "entreprises adhérentes"),
        ("Il élève 320 brebis.", "brebis"),
        ("Deux autres mineurs sont recherchés.", "autres mineurs"),
        ("Plus de 2 Mds € de chiffre d'affaires.", "chiffre d'affaires"),
        ("80 % des électeurs ont voté.", "électeurs"),
        ("38 millions de litres de lait ont été collectés.", "lait"),
        ("Une soixantaine d'industriels a signé.", "industriels"),
        ("Ils ont écopé de trois ans de prison.", "prison"),
        ("La moitié des salariés habite ici.", "salariés"),
        ("Le club a 137 membres, dont 31 actifs.", "membres"),
        ("De nombreux ateliers (17) ont fermé.", "ateliers"),
        ("Le loyer coûte 600 euros.", None),
    ],
)
def test_of_is_what_is_counted(text: str, of: str | None) -> None:
    assert find_figures(text)[0].of == of


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("À Genève, le canton suisse versera 3 millions de francs.", "CHF"),
        ("Le prix est de 300 francs CFA, puis de 400 francs.", "XOF"),
        ("À Québec et à Montréal, le prêt est de 45 millions $.", "CAD"),
        ("Le repas coûtait 42 francs.", "FRF"),
        ("En Suisse et à Genève, l'achat fut payé 500 $ US.", "USD"),
    ],
)
def test_currency_is_the_one_of_the_place(text: str, unit: str) -> None:
    assert find_figures(text)[0].measure.unit == unit


def test_bare_millions_take_the_currency_of_the_text() -> None:
    found = find_figures("Le coût est de 19,2 millions d'euros. La région apporte 1,5 million.")
    assert [figure.measure.unit for figure in found] == ["EUR", "EUR"]
