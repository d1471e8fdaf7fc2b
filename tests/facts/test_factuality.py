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
    ("Lumexia inaugurait hier un atelier de 40 personnes.", "asserted"),
    ("Les élus figuraient parmi 40 invités.", "asserted"),
    ("Lumexia recrute 40 personnes.", "planned"),
    ("On y attend 40 exposants.", "planned"),
    ("Nous avons attendu 40 exposants.", "asserted"),
    ("Six communes ont décidé de fusionner.", "asserted"),
    ("Six emplois vont disparaître.", "planned"),
    ("40 familles pourraient suivre.", "hypothetical"),
    ("Six élus n'ont pas voté.", "asserted"),
    ("L'épreuve n'en coûte pas moins 38 000 euros.", "asserted"),
    ("Lumexia toucherait 40 000 euros, à condition que la mairie signe.", "hypothetical"),
    ("Lumexia ouvrira un atelier après avoir obtenu 40 000 euros.", "asserted"),
    ("Lumexia construira son usine sur un terrain de 4 hectares.", "asserted"),
    ("Son entrepôt, d'une capacité de 5 000 tonnes, sera étendu.", "asserted"),
    ("La salle rouvrira en mai. Prix : 20 euros.", "asserted"),
    ("Lumexia et la ville ont signé une convention pour accueillir 40 élèves.", "planned"),
    ("Elle a informé le conseil de l'intention de supprimer 40 postes.", "planned"),
]


@pytest.mark.parametrize(("sentence", "expected"), FACTUALITY)
def test_factuality_of_a_figure(read, sentence, expected):
    assert [figure.factuality for figure in read(sentence, "figure")] == [expected]


def test_a_part_is_as_certain_as_the_whole(read):
    found = read("Lumexia embauchera 40 personnes, dont 12 ingénieurs.", "figure")
    assert [figure.factuality for figure in found] == ["planned", "planned"]


def test_a_part_with_a_verb_of_its_own_is_as_certain_as_that(read):
    found = read("Lumexia embauchera 40 personnes, dont 12 ont déjà été choisies.", "figure")
    assert [figure.factuality for figure in found] == ["planned", "asserted"]


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
        ("Implantée à Lens, la société Lumexia fournira des capteurs.", "location", "asserted"),
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
