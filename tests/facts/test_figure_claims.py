import pytest


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("Le syndicat Unisol évalue les stocks à 40 tonnes, soit 8 mois de ventes.", ["Unisol", "Unisol"]),
        ("Le syndicat Unisol, qui estime ses pertes à 80 %, attend.", ["Unisol"]),
        ("La préfecture avait chiffré les dégâts à 3 millions d'euros.", ["préfecture"]),
        (
            "Des militants, une trentaine selon la police, une centaine selon les organisateurs, ont défilé.",
            ["police", "organisateurs"],
        ),
        ("Les combats ont fait, selon la Croix-Rouge, 110 morts.", ["Croix-Rouge"]),
        ("Soit 530 salariés dans 88 usines, d'après le syndicat Unisol.", ["Unisol", "Unisol"]),
    ],
)
def test_whoever_gives_a_figure_is_named(read, sentence, wanted):
    assert [fact.attribution and fact.attribution.name for fact in read(sentence, "figure")] == wanted


@pytest.mark.parametrize(
    "sentence",
    [
        "Les stocks sont évalués à 40 tonnes.",
        "Le chantier, estimé à 3 millions d'euros, commence.",
        "Le prix varie de 4 euros selon la saison.",
        "On évalue les stocks à 40 tonnes.",
        "Le stock est tombé à 40 tonnes.",
    ],
)
def test_nobody_is_made_to_claim_a_figure(read, sentence):
    assert [fact.attribution for fact in read(sentence, "figure")] == [None]
