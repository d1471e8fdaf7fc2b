"""Agreements, investments, events, locations, memberships and site changes: said plainly, and look-alikes."""

import pytest


def names(references):
    return sorted(reference.name for reference in references)


@pytest.mark.parametrize(
    ("sentence", "parties", "status"),
    [
        (
            "La société Lumexia et l'université de Lille ont signé un accord de partenariat.",
            ["Lumexia", "université de Lille"],
            "signed",
        ),
        (
            "Un protocole d'accord a été signé mardi entre Novaterre et la société Ardelis.",
            ["Ardelis", "Novaterre"],
            "signed",
        ),
        (
            "Le partenariat entre le groupe Ardelis et la société Novaterre porte sur dix ans.",
            ["Ardelis", "Novaterre"],
            "announced",
        ),
    ],
)
def test_agreement_is_read(read, sentence, parties, status):
    (found,) = read(sentence, "agreement")
    assert (names(found.parties), found.status) == (parties, status)


@pytest.mark.parametrize(
    ("sentence", "investor", "value"),
    [
        ("Le groupe Ardelis va investir 12 millions d'euros dans son usine de Douai.", "Ardelis", 12_000_000),
        ("La société Novaterre a investi 3,5 M€ à Béthune.", "Novaterre", 3_500_000),
        ("Le projet est financé à hauteur de 800 000 euros par la Région Bretagne.", "Région Bretagne", 800_000),
    ],
)
def test_investment_is_read(read, sentence, investor, value):
    (found,) = read(sentence, "investment")
    assert (found.investor.name, found.amount.value) == (investor, value)


def test_event_has_its_date_and_place(read):
    (found,) = read("Le forum Cap Industrie se tiendra les 14 et 15 mai 2024 à Metz.", "event")
    assert (found.time.edtf, found.place.name) == ("2024-05-14/2024-05-15", "Metz")


@pytest.mark.parametrize(
    ("sentence", "entity", "place"),
    [
        ("La société Lumexia, basée à Brebières, recrute.", "Lumexia", "Brebières"),
        ("La société Novaterre, dont le siège est à Lyon, recrute.", "Novaterre", "Lyon"),
    ],
)
def test_location_is_read(read, sentence, entity, place):
    (found,) = read(sentence, "location")
    assert (found.entity.name, found.location.name) == (entity, place)


def test_membership_is_read(read):
    (found,) = read("La société Lumexia, filiale du groupe Ardelis, recrute.", "membership")
    assert (found.member.name, found.group.name, found.relation) == ("Lumexia", "Ardelis", "subsidiary")


@pytest.mark.parametrize(
    ("sentence", "change", "what", "jobs", "factuality"),
    [
        ("Le groupe Ardelis ouvrira une usine à Douai et créera 150 emplois.", "opening", "usine", 150, "planned"),
        ("La société Novaterre a fermé son magasin de Lens.", "closure", "magasin", None, "asserted"),
        ("Le groupe Ardelis aurait fermé son usine de Lens.", "closure", "usine", None, "conditional"),
        ("La société Novaterre ne fermera pas son usine de Lens.", "closure", "usine", None, "negated"),
    ],
)
def test_site_change_is_read(read, sentence, change, what, jobs, factuality):
    found = read(sentence, "site_change")[0]
    assert (found.change, found.what, found.jobs, found.factuality) == (change, what, jobs, factuality)


@pytest.mark.parametrize(
    ("kind", "sentence"),
    [
        ("agreement", "Le professeur a signé son livre à la librairie."),
        ("agreement", "Les deux voisins sont tombés d'accord sur la clôture."),
        ("investment", "La baguette coûte désormais 1,20 euro à Lille."),
        ("investment", "La société Novaterre a réalisé un chiffre d'affaires de 3 M€."),
        ("event", "La réunion de famille a été joyeuse."),
        ("location", "Sophie Marchand est partie à Lyon avec la société Novaterre."),
        ("membership", "Le groupe a pris un bon départ."),
        ("site_change", "Elle a ouvert la porte du magasin."),
        ("site_change", "Le ministre a ouvert la séance."),
    ],
)
def test_look_alike_gives_nothing(read, kind, sentence):
    assert read(sentence, kind) == []
