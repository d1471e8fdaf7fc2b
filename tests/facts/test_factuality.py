import pytest

FACTUALITY = [
    ("Lumexia emploie 40 personnes.", "asserted"),
    ("Lumexia a embauché 40 personnes.", "asserted"),
    ("Lumexia embauchera 40 personnes.", "planned"),
    ("Lumexia va embaucher 40 personnes.", "planned"),
    ("Lumexia prévoit d'embaucher 40 personnes.", "planned"),
    ("Lumexia devrait embaucher 40 personnes.", "planned"),
    ("Lumexia aurait licencié 40 personnes.", "conditional"),
    ("Lumexia pourrait embaucher 40 personnes.", "hypothetical"),
    ("Si Lumexia recrutait 40 personnes, la mairie serait contente.", "hypothetical"),
    ("Lumexia n'a pas embauché 40 personnes.", "negated"),
    ("Lumexia renonce à embaucher 40 personnes.", "negated"),
    ("Les 40 salariés recevront une lettre.", "asserted"),
    ("La salle Berlioz, 900 places, fermera en juin.", "asserted"),
    ("Lumexia compte 40 salariés.", "asserted"),
]


@pytest.mark.parametrize(("sentence", "expected"), FACTUALITY)
def test_factuality_of_a_figure(read, sentence, expected):
    assert [figure.factuality for figure in read(sentence, "figure")] == [expected]


def test_a_part_is_as_certain_as_the_whole(read):
    found = read("Lumexia embauchera 40 personnes, dont 12 ingénieurs.", "figure")
    assert [figure.factuality for figure in found] == ["planned", "planned"]


def test_the_point_of_departure_is_there_already(read):
    found = read("La capacité passera de 200 à 300 tonnes.", "figure")
    assert [figure.factuality for figure in found] == ["asserted", "planned"]


def test_a_quoted_figure_is_attributed_to_its_speaker(read):
    found = read("« Nous avons recruté 40 personnes en un an », explique Sophie Marchand.", "figure")
    assert found[0].attribution.name == "Sophie Marchand"


@pytest.mark.parametrize(
    ("sentence", "kind", "factuality"),
    [
        ("Le groupe Ardelis envisagerait d'ouvrir une usine à Lens.", "site_change", "conditional"),
        ("Pourquoi la société Ardelis a-t-elle licencié 40 salariés ?", "figure", "asserted"),
        (
            "L'accord signé en 2018 entre la société Ardelis et le groupe Lumexia prévoyait un délai.",
            "agreement",
            "asserted",
        ),
    ],
)
def test_what_a_verb_does_not_reach(read, sentence, kind, factuality):
    (found,) = read(sentence, kind)
    assert found.factuality == factuality
