"""Results of companies: what is one, of whom, with which growth; and what is none."""

from __future__ import annotations

from decimal import Decimal

import pytest

import factuel
from factuel.records import Figure, Result

OPENING = "La société Lumexia publie ses comptes.\n\n"


def results(text: str) -> list[Result]:
    found = factuel.extract(OPENING + text, published="2024-03-12").facts
    return [fact for fact in found if isinstance(fact, Result)]


@pytest.mark.parametrize(
    ("sentence", "indicator", "amount"),
    [
        ("La société Lumexia a réalisé un chiffre d'affaires de 12 M€ en 2023.", "revenue", 12_000_000),
        ("La société Lumexia réalise 12 M€ de chiffre d'affaires.", "revenue", 12_000_000),
        ("Le chiffre d'affaires de la société Lumexia a atteint 12,5 M€ en 2023.", "revenue", 12_500_000),
        ("La société Lumexia a dégagé un bénéfice net de 3 M€ en 2023.", "profit", 3_000_000),
        ("La société Lumexia affiche une perte nette de 4 M€ en 2023.", "loss", 4_000_000),
        ("Le carnet de commandes de la société Lumexia s'élève à 80 M€.", "orders", 80_000_000),
        ("La société Lumexia a dégagé un résultat opérationnel de 5 M€.", "operating_profit", 5_000_000),
    ],
)
def test_a_sum_of_the_accounts_is_a_result(sentence: str, indicator: str, amount: int) -> None:
    found = results(sentence)
    assert [(fact.organisation.name, fact.indicator, fact.amount.value) for fact in found] == [
        ("Lumexia", indicator, Decimal(amount))
    ]


def test_a_result_has_its_period_and_its_growth() -> None:
    (fact,) = results("La société Lumexia a réalisé en 2023 un chiffre d'affaires de 12 M€, en hausse de 4 %.")
    assert fact.time is not None
    assert fact.time.edtf == "2023"
    assert fact.growth is not None
    assert (fact.growth.value, fact.growth.direction) == (Decimal(4), "up")


def test_what_it_is_compared_with_is_none() -> None:
    found = results("La société Lumexia a réalisé un chiffre d'affaires de 12 M€ en 2023, contre 10 M€ un an plus tôt.")
    assert [fact.amount.value for fact in found] == [Decimal(12_000_000)]


@pytest.mark.parametrize(
    ("sentence", "indicator", "amount"),
    [
        ("La société Lumexia a perdu 3 M€ en 2023.", "loss", 3_000_000),
        ("La société Lumexia vient de perdre 3 M€ sur l'exercice.", "loss", 3_000_000),
        ("La société Lumexia a dégagé en 2023 un résultat de 640 000 euros.", "profit", 640_000),
    ],
)
def test_a_verb_and_an_unsure_noun_need_a_period(sentence: str, indicator: str, amount: int) -> None:
    assert [(fact.indicator, fact.amount.value) for fact in results(sentence)] == [(indicator, Decimal(amount))]


def test_a_sum_that_has_changed_is_the_one_it_came_to() -> None:
    (fact,) = results("Le chiffre d'affaires de la société Lumexia est passé de 38 à 45 M€ en 2023.")
    assert fact.amount.value == Decimal(45_000_000)


def test_a_growth_before_the_sum_is_its_growth() -> None:
    (fact,) = results("Les ventes de la société Lumexia ont progressé de 9 %, à 45 M€.")
    assert (fact.indicator, fact.amount.value) == ("revenue", Decimal(45_000_000))
    assert fact.growth is not None
    assert fact.growth.value == Decimal(9)


def test_each_sum_has_the_noun_said_since_the_sum_before() -> None:
    text = (
        "La société Lumexia : le chiffre d'affaires atteint 45 M€ et le résultat opérationnel recule de 19 %, à 3 M€."
    )
    assert [(fact.indicator, fact.amount.value) for fact in results(text)] == [
        ("revenue", Decimal(45_000_000)),
        ("operating_profit", Decimal(3_000_000)),
    ]


def test_a_sum_without_currency_has_that_of_the_one_before() -> None:
    found = results("En 2023, la société Lumexia a affiché 600 000 euros de pertes pour 5 millions de ventes.")
    assert [(fact.indicator, fact.amount.value, fact.amount.unit) for fact in found] == [
        ("loss", Decimal(600_000), "EUR"),
        ("revenue", Decimal(5_000_000), "EUR"),
    ]


def test_what_a_body_is_to_earn_is_planned() -> None:
    (fact,) = results("La société Lumexia vise un chiffre d'affaires de 20 M€ en 2027.")
    assert fact.factuality == "planned"


@pytest.mark.parametrize(
    "sentence",
    [
        "La société Lumexia investit 12 M€ dans son usine de Lens.",
        "La région a subi 3 M€ de pertes après l'orage.",
        "Le directeur, Paul Morel, a vendu sa maison 400 000 euros.",
        "En 2023, la société Lumexia a subi 90 000 euros de pertes dues à la grêle.",
        "La société Lumexia a perdu 3 M€ dans l'affaire.",
        "Les adhérents de la société Lumexia réalisent 120 M€ de chiffre d'affaires.",
        "Le bénéfice de la société Lumexia est en recul de 3 M€.",
    ],
)
def test_other_sums_are_none(sentence: str) -> None:
    assert results(sentence) == []


def test_a_part_points_at_its_whole() -> None:
    found = factuel.extract("Le cluster Vivalis réunit 190 entreprises, dont 80 à Lens. Il a 12 salariés.").facts
    figures = {fact.measure.value: fact for fact in found if isinstance(fact, Figure)}
    assert figures[Decimal(80)].part_of == figures[Decimal(190)].id
    assert figures[Decimal(12)].part_of is None


@pytest.mark.parametrize(
    ("text", "indicator", "amount", "time"),
    [
        (
            "Le bénéfice d'exploitation de la société Lumexia a reculé en 2023. Il s'est élevé à 20 millions d'euros, "
            "contre 25 millions un an plus tôt.",
            "operating_profit",
            20_000_000,
            "2023",
        ),
        (
            "Les ventes de la société Lumexia ont reculé au premier semestre 2023. Elles atteignent 241 millions d'euros.",
            "revenue",
            241_000_000,
            "2023-01/2023-06",
        ),
        (
            "Lumexia publie un bénéfice net de 3 millions de dollars (2,8 millions d'euros) en 2023.",
            "profit",
            3_000_000,
            "2023",
        ),
        (
            "La société Lumexia a vu ses commandes se contracter de 3 %, à 8 millions d'euros, en 2023.",
            "orders",
            8_000_000,
            "2023",
        ),
    ],
)
def test_a_pronoun_stands_for_the_accounts_said_before(text: str, indicator: str, amount: int, time: str) -> None:
    found = results(text)
    assert [(fact.organisation.name, fact.indicator, fact.amount.value) for fact in found] == [
        ("Lumexia", indicator, Decimal(amount))
    ]
    assert found[0].time is not None
    assert found[0].time.edtf == time


@pytest.mark.parametrize(
    "sentence",
    [
        "Selon l'agence Ardelis, les cliniques privées ont dégagé un bénéfice net cumulé de 627 millions d'euros en 2022.",
        "Les analystes sondés par l'agence Ardelis tablaient sur un bénéfice de 2 millions d'euros en 2023.",
        "L'usine a brûlé en 2023. Elle s'est élevée à 3 millions d'euros.",
    ],
)
def test_a_source_has_no_result(sentence: str) -> None:
    assert results(sentence) == []


def test_the_heading_says_whose_accounts_they_are() -> None:
    text = (
        "La société Ardelis progresse\n\nLe laboratoire recrute.\n\nSur six mois, son chiffre d'affaires a atteint 12 M€ en "
        "2023, dépassant les prévisions des experts interrogés par l'agence Vitalor."
    )
    assert [fact.organisation.name for fact in results(text)] == ["Ardelis"]
