import pytest

OF = [
    ("Le groupe a validé un budget de 3 millions d'euros.", ["budget"]),
    ("La coopérative produit 180 tonnes de verre par jour.", ["verre"]),
    ("Il reste 12 kilomètres jusqu'à la mer.", [None]),
    ("La dette nette est ramenée à 212 millions d'euros.", ["dette nette"]),
    ("La halle, d'une surface de 4 500 mètres carrés, ouvrira en mai.", ["halle"]),
    ("La société vend 30 000 lampes, dont 60 % à l'étranger.", ["lampes", "lampes"]),
    ("Le chiffre d'affaires est passé de 12 à 18 millions d'euros.", ["chiffre d'affaires", "chiffre d'affaires"]),
    ("L'atelier emploie 40 soudeurs et soudeuses.", ["soudeurs et soudeuses"]),
    ("Le chiffre d'affaires progresse de 6 %, à 38 millions d'euros.", ["chiffre d'affaires", "chiffre d'affaires"]),
    ("Elle achète la bergerie pour 60 000 euros.", ["bergerie"]),
    ("La ville consacre 2 millions d'euros à la piscine.", ["piscine"]),
    ("Le partenariat réunit deux points chauds du métier.", ["points chauds du métier"]),
    ("Il a reçu un don de 15 000 euros de la laiterie.", ["don"]),
    ("Le repreneur garde 22 des 29 salariés.", ["salariés", "salariés"]),
    ("La marge s'est contractée de 1,4 point, à 6,2 %.", ["marge", "marge"]),
    ("Les émissions de CO2 baisseront de 38 %.", ["émissions de CO2"]),
    ("Le pôle rassemble 190 entreprises, dont 80 spécialisées.", ["entreprises", "entreprises"]),
    ("L'atelier emploie 640 personnes, dont 85 intérimaires.", ["personnes", "intérimaires"]),
    ("Le fonds aide 60 jeunes de la vallée.", ["jeunes de la vallée"]),
    ("Le fonds aide 60 artisans de Douai.", ["artisans"]),
    ("Le pôle réunit 45 parfumeurs et chimistes.", ["parfumeurs et chimistes"]),
    ("Le plan prévoit 30 départs à la retraite.", ["départs à la retraite"]),
    ("La société compte 90 employés et en cherche 30 autres.", ["employés", "employés"]),
    ("Le groupe veut réduire de 15 % d'ici à 2030 les pertes du réseau.", ["pertes du réseau"]),
    ("L'usine a licencié 12 de ses 80 ouvriers.", ["ouvriers", "ouvriers"]),
]


@pytest.mark.parametrize(("sentence", "expected"), OF)
def test_what_a_figure_counts(read, sentence, expected):
    assert [figure.of for figure in read(sentence, "figure")] == expected


SUBJECTS = [
    ("Lumexia emploie 640 personnes à Douai.", "Lumexia"),
    ("Les salariés de Lumexia ont touché 300 euros.", "Lumexia"),
    ("Sophie Marchand, 47 ans, habite Douai.", "Sophie Marchand"),
    ("La société Novaterre a perdu 12 clients en juin.", "Novaterre"),
    ("La Bretagne compte 27 ports de pêche.", "Bretagne"),
    ("Filiale du groupe Ostrava, la Banque Heller gère 40 agences.", "Banque Heller"),
    ("La région Bretagne versera 45 000 euros à Lumexia.", "région Bretagne"),
]


@pytest.mark.parametrize(("sentence", "expected"), SUBJECTS)
def test_whom_a_figure_is_about(read, sentence, expected):
    found = read(sentence, "figure")
    assert [figure.subject.name if figure.subject else None for figure in found] == [expected]


@pytest.mark.parametrize(
    "sentence",
    [
        "Les deux pays ont signé un accord.",
        "Le maire est arrivé en premier.",
        "Elle publie des comptes 2022 contrastés.",
    ],
)
def test_no_figure_is_invented(read, sentence):
    assert read(sentence, "figure") == []


def test_a_figure_of_nobody_has_no_subject(read):
    assert [figure.subject for figure in read("Il faut compter 40 kilomètres.", "figure")] == [None]


def test_a_bare_part_of_a_sum_is_money(read):
    found = read("Sur les 12 millions d'euros du chantier, la ville de Nevers en apporte 4.", "figure")
    assert [(int(figure.measure.value), figure.measure.unit) for figure in found] == [
        (12_000_000, "EUR"),
        (4_000_000, "EUR"),
    ]


def test_a_bare_number_beside_a_sum_is_none(read):
    found = read("Le chantier coûte 12 millions d'euros. La ville emploie 40 maçons.", "figure")
    assert [figure.measure.unit for figure in found] == ["EUR", None]
