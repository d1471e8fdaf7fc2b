"""Where organisations are: seats, sites and foundings in their syntactic forms, and what only looks like them."""

import pytest


def placed(read, text):
    return sorted((f.entity.name, f.location.name, f.relation) for f in read(text, "location"))


@pytest.mark.parametrize(
    ("text", "entity", "place"),
    [
        pytest.param("Le groupe Ardelis siège à Lyon depuis 1998.", "Ardelis", "Lyon", id="verb"),
        pytest.param("Lumexia, dont le siège social est situé à Angers, recrute.", "Lumexia", "Angers", id="dont"),
        pytest.param("Le siège de la société Lumexia se trouve à Arras.", "Lumexia", "Arras", id="se-trouve"),
        pytest.param("La société Lumexia a transféré son siège de Lens à Lille.", "Lumexia", "Lille", id="moved"),
        pytest.param("Le patron de Lumexia, basée à Arras, se dit confiant.", "Lumexia", "Arras", id="not-the-person"),
        pytest.param("Lumexia, une PME installée à Arras, recrute.", "Lumexia", "Arras", id="apposed-noun"),
        pytest.param(
            "Lumexia a signé un contrat avec le groupe Ardelis, basé à Lyon.", "Ardelis", "Lyon", id="nearest-name"
        ),
        pytest.param(
            "La société Lumexia a publié ses comptes. L'entreprise, basée à Lyon, recrute.",
            "Lumexia",
            "Lyon",
            id="common-noun",
        ),
        pytest.param(
            "Qui se souvient de la société Lumexia ? Le fabricant de vérins, basé à Cluses, recrutait.",
            "Lumexia",
            "Cluses",
            id="common-noun-with-complement",
        ),
    ],
)
def test_a_seat_is_read(read, text, entity, place):
    assert placed(read, text) == [(entity, place, "headquarters")]


@pytest.mark.parametrize(
    ("text", "entity", "places"),
    [
        pytest.param("Le site de Douai du groupe Ardelis tourne au ralenti.", "Ardelis", ["Douai"], id="owner-after"),
        pytest.param("L'usine Lumexia de Douai emploie 300 personnes.", "Lumexia", ["Douai"], id="owner-beside"),
        pytest.param("Lumexia va moderniser son usine de Maubeuge.", "Lumexia", ["Maubeuge"], id="possessive"),
        pytest.param(
            "Le distributeur Norabio dispose de trois magasins à Lille, Arras et Béthune.",
            "Norabio",
            ["Arras", "Béthune", "Lille"],
            id="coordinated",
        ),
        pytest.param(
            "Lumexia possède une usine à Douai et un entrepôt à Arras.", "Lumexia", ["Arras", "Douai"], id="two-sites"
        ),
        pytest.param("Lumexia emploie 120 personnes à Arras.", "Lumexia", ["Arras"], id="staff"),
        pytest.param("Le dépotoir exploité par Lumexia à Arras brûle.", "Lumexia", ["Arras"], id="operator"),
        pytest.param(
            "La société Lumexia a publié ses comptes. Son usine de Douai recrute.", "Lumexia", ["Douai"], id="son"
        ),
        pytest.param(
            "L'entreprise Chaudrel est implantée à Cluses et à Sallanches.",
            "Chaudrel",
            ["Cluses", "Sallanches"],
            id="participle",
        ),
    ],
)
def test_a_site_is_read(read, text, entity, places):
    assert placed(read, text) == [(entity, place, "site") for place in places]


@pytest.mark.parametrize(
    ("text", "entity", "place"),
    [
        ("Fondée à Roubaix en 1974 par Jean Morvan, la société Lumexia est restée familiale.", "Lumexia", "Roubaix"),
        ("Lumexia, créée en 2011 à Villeneuve-d'Ascq, compte 60 salariés.", "Lumexia", "Villeneuve-d'Ascq"),
    ],
)
def test_a_founding_is_read(read, text, entity, place):
    assert placed(read, text) == [(entity, place, "founded")]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Le conseiller siège à Strasbourg depuis 2019.", id="a-person-sits"),
        pytest.param("Luc Verdier, basé à Londres, travaille pour le groupe Ardelis.", id="a-person-lives"),
        pytest.param("Luc Verdier, correspondant de la radio Ondéa installé à Londres, raconte.", id="agreement"),
        pytest.param("Le spectacle créé à Avignon par la compagnie Tralala sera repris.", id="a-work"),
        pytest.param("La société Lumexia a vendu son usine de Douai.", id="sold"),
        pytest.param("La société Lumexia n'a plus d'usine à Douai.", id="denied"),
        pytest.param("Le géant Ardelis défend son projet d'usine à Cambrai.", id="a-project"),
        pytest.param("Les secours de la société Lumexia sont passés par le point de contrôle de Douai.", id="point"),
        pytest.param(
            "Les moteurs seront assemblés à Belfort, où Lumexia recrute, puis installés à Rostock.", id="things"
        ),
    ],
)
def test_a_look_alike_is_no_location(read, text):
    assert placed(read, text) == []
