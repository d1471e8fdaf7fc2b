"""Events: said to take place, held, announced, called off, dated where something else happens; and look-alikes."""

import pytest
from tests.facts.conftest import name


@pytest.mark.parametrize(
    ("sentence", "event", "edtf", "place", "factuality"),
    [
        ("Le forum Cap Industrie s'est tenu le 14 mai 2023 à Metz.", "forum Cap Industrie", "2023-05-14", "Metz", None),
        ("Le salon Agrivert aura lieu du 14 au 16 mai 2024 à Metz.", "Agrivert", "2024-05-14/2024-05-16", "Metz", 1),
        ("Un colloque organisé par le groupe Ardelis s'est tenu jeudi à Lens.", "colloque", "2024-03-07", "Lens", None),
        ("La ville de Lens accueillera le 14 mai 2024 le congrès des maires.", "congrès", "2024-05-14", "Lens", 1),
        ("La ministre inaugurera le salon Agrivert le 14 mai 2024.", "salon Agrivert", "2024-05-14", None, 1),
        ("Une réunion publique doit se tenir le 9 avril 2024 à Lens.", "réunion publique", "2024-04-09", "Lens", 1),
        ("La réunion prévue mardi à Lens a été annulée.", "réunion", "2024-03-12", "Lens", "negated"),
        ("Le concert prévu le 5 mai 2024 à Douai est reporté.", "concert", "2024-05-05", "Douai", "negated"),
        ("La réunion est reportée au 9 mai 2024.", "réunion", "2024-05-09", None, 1),
        ("La fête de la moisson, dimanche à Douai, a attiré la foule.", "fête", "2024-03-10", "Douai", None),
        ("Le procès de trois cadres s'est ouvert lundi à Lens.", "procès", "2024-03-11", "Lens", None),
        ("Le syndicat Unitas appelle à manifester samedi à Lens.", "manifestation", "2024-03-16", "Lens", 1),
        ("Le syndicat a convoqué une assemblée du personnel lundi, à Lens.", "assemblée", "2024-03-18", "Lens", 1),
        ("Les adhérents, réunis lundi à Lens en assemblée générale, ont voté.", "assemblée", "2024-03-11", 0, None),
        ("Le club tiendra une journée d'information le 14 mai 2024.", "journée d'information", "2024-05-14", None, 1),
        ("Ils se retrouveront jeudi pour une table ronde à Lens.", "table ronde", "2024-03-14", "Lens", 1),
        ("Vernissage lundi à 18 h 30.", "Vernissage", "2024-03-18", None, 1),
        (
            "Agrivert, dont la 9e édition partira de Lens le 8 juin 2024, recrute.",
            "Agrivert|édition",
            "2024-06-08",
            0,
            1,
        ),
    ],
)
def test_event_is_read(read, sentence, event, edtf, place, factuality):
    (found,) = read(sentence, "event")
    assert any(part in found.name for part in event.split("|"))
    assert (found.time.edtf, found.factuality) == (edtf, {None: "asserted", 1: "planned"}.get(factuality, factuality))
    assert place == 0 or name(found.place) == place


@pytest.mark.parametrize(
    "sentence",
    [
        "Les réunions se succèdent depuis janvier 2024.",
        "Il a horreur des réunions, dit-il mardi à Lens.",
        "Un cambriolage s'est déroulé mardi à Lens.",
        "Le groupe Ardelis a tenu ses promesses en 2023 à Lens.",
        "Depuis la fête, en mai 2023, la route est fermée.",
        "La visite du site par Paul Arnaud en 2019 l'avait marqué.",
        "Le marché de l'acier a reculé en 2023 à Lens.",
        "La rencontre de ces deux mondes à Lens en 2019 a changé sa vie.",
        "Sa soirée du 14 mai à Lens s'est mal finie.",
        "La journée de mardi a été calme à Lens.",
        "L'édition de 2019 du journal est épuisée à Lens.",
        "L'exposition de la façade au vent de mars 2024 a usé la pierre à Lens.",
        "À la veille de la fête nationale, en 2023, il était à Lens.",
        "Lors d'une conférence de presse, mardi, le maire de Lens s'est dit serein.",
        "La programmatrice quittera le festival en septembre 2024.",
        "Les deux pays ont agi de concert en mai 2023 à Lens.",
        "Le jury, présidé par la fondatrice de la plateforme Lumexia 80, se réunira le 20 avril 2024.",
        "La convention entre la ville et le club a été approuvée mardi à Lens.",
    ],
)
def test_event_look_alike_gives_nothing(read, sentence):
    assert read(sentence, "event") == []


def test_event_has_who_holds_and_who_attends(read):
    (held,) = read("Le groupe Ardelis organisera le 14 mai 2024 un colloque à Lens.", "event")
    (seen,) = read("Le groupe Ardelis participera au salon Agrivert, le 14 mai 2024 à Metz.", "event")
    assert name(held.organiser) == "Ardelis"
    assert [who.name for who in seen.participants] == ["Ardelis"]
