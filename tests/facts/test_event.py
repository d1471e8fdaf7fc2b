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
        (
            "La première rencontre entre le Pérou et le Chili doit avoir lieu jeudi et vendredi.",
            "première rencontre entre le Pérou et le Chili",
            "2024-03-14/2024-03-15",
            None,
            1,
        ),
        ("La société tiendra un congrès dès la fin de la semaine prochaine.", "congrès", "2024-03-22/2024-03-24", 0, 1),
        (
            "Après des mois de silence à Lens, une réunion est prévue le 28 avril 2024.",
            "réunion",
            "2024-04-28",
            None,
            1,
        ),
        ("La cérémonie a eu lieu mercredi, a annoncé la présidente à Lens.", "cérémonie", "2024-03-06", None, None),
        ("Mardi soir à Lens, une réunion publique a eu lieu.", "réunion publique", "2024-03-12", "Lens", None),
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
        "Le projet doit organiser plusieurs manifestations comme la visite de l'usine Lumexia à Lens.",
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


@pytest.mark.parametrize(
    ("sentence", "name", "time", "place"),
    [
        (
            "Une soirée portes ouvertes aura lieu le 25 mars 2024 à Lens.",
            "soirée portes ouvertes",
            "2024-03-25",
            "Lens",
        ),
        ("Portes ouvertes le 6 mai 2024, de 10 h à 17 h.", "Portes ouvertes", "2024-05-06", None),
        ("L'association Ardelis appelle à une marche blanche dimanche.", "marche blanche", "2024-03-17", None),
        ("Une balade commentée est proposée au public le 5 mai 2024.", "balade commentée", "2024-05-05", None),
        (
            "Le club organisera, les 16 et 17 avril 2024, la sixième édition du salon Agrilux.",
            "salon Agrilux",
            None,
            None,
        ),
        ("Le salon Agrilux, qui occupera les quais le 12 avril 2024, recrute.", "salon Agrilux", "2024-04-12", None),
        ("L'affaire figurait hier au programme d'un colloque, à Lens.", "colloque", "2024-03-11", "Lens"),
        ("Il entend lancer ce parti le 14 mai 2024 lors d'un congrès à Lens.", "congrès", "2024-05-14", "Lens"),
        ("Les élus, réunis jeudi en conseil municipal, ont voté.", "conseil municipal", "2024-03-07", None),
        ("Le comité directeur s'est réuni lundi à Lens.", "comité directeur", "2024-03-11", "Lens"),
        ("Réuni lundi à Lens, le conseil du port a élu Paul Arnaud.", "conseil du port", "2024-03-11", "Lens"),
        ("La Commission des sites, réunie lundi à Lens, a tranché.", "réunion", "2024-03-11", "Lens"),
        ("Ils étaient 200, jeudi, pour l'inauguration de l'usine.", "inauguration", "2024-03-07", None),
        ("La marche silencieuse est fixée au 16 décembre 2024.", "marche silencieuse", "2024-12-16", None),
    ],
)
def test_more_ways_to_say_an_event(read, sentence, name, time, place):
    (found,) = read(sentence, "event")
    assert name in found.name
    assert time in {None, found.time.edtf if found.time else None}
    assert (found.place.name if found.place else None) == place


def test_title_in_guillemets_is_part_of_the_name(read):
    (found,) = read("Une exposition, « Ciels de zinc », y sera présentée du 8 juin au 3 novembre 2024.", "event")
    assert (found.name, found.time.edtf) == ("exposition, « Ciels de zinc", "2024-06-08/2024-11-03")


def test_event_inside_the_name_of_another_is_none_of_its_own(read):
    (found,) = read("Une réunion de conciliation est prévue le 9 avril 2024 à Lens.", "event")
    assert found.name == "réunion de conciliation"


def test_what_was_called_and_is_over_is_past(read):
    (found,) = read("Une réunion, convoquée lundi à la mairie de Lens, a tourné court.", "event")
    assert (found.time.edtf, found.factuality) == ("2024-03-11", "asserted")


@pytest.mark.parametrize(
    "sentence",
    [
        "Réunis lundi à Lens, les élus ont voté.",
        "Le conseil d'administration a voté lundi.",
        "La société Ardelis a réuni lundi à Lens ses salariés.",
        "Le groupe Ardelis se tiendra prêt lundi à Lens.",
        "Le Congrès a voté la loi lundi à Lens.",
        "Les élections du Congrès de 2026 approchent.",
        "La marche à suivre est connue depuis lundi.",
        "Les portes ouvertes du camion battaient lundi à Lens.",
        "Ils étaient 200, jeudi, à manger.",
        "La société Lumexia est candidate à un contrat, dont la vente aura lieu le 3 mai 2024.",
        "Paul Arnaud a remporté lundi un contrat à Lens.",
    ],
)
def test_more_look_alikes_are_no_events(read, sentence):
    assert read(sentence, "event") == []


@pytest.mark.parametrize(
    ("sentence", "time", "factuality"),
    [
        ("La soirée d'ouverture, qui devait avoir lieu le 8 mai 2024, est annulée.", "2024-05-08", "negated"),
        ("La réunion publique, prévue jeudi à Lens, est reportée au 18 mai 2024.", "2024-05-18", "planned"),
        ("Une convention d'affaires se tiendra le 8 mai 2024 à Lens, avec 60 patrons.", "2024-05-08", "planned"),
        ("Les plans seront montrés le 8 mai 2024 à l'occasion d'une journée portes ouvertes.", "2024-05-08", "planned"),
    ],
)
def test_events_put_off_and_called_off(read, sentence, time, factuality):
    (found,) = read(sentence, "event")
    assert (found.time.edtf, found.factuality) == (time, factuality)


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("La 12e édition du festival Agrilux aura lieu le 3 mai 2024.", "festival Agrilux"),
        ("Des portes ouvertes auront lieu le 3 mai 2024.", "portes ouvertes"),
        ("Un hommage sera rendu le 3 mai 2024 à Lens.", "hommage"),
        ("Le marathon de Lens s'élancera le 3 mai 2024.", "marathon"),
        ("Un comité de pilotage s'est tenu lundi à Lens.", "comité de pilotage"),
        ("Un débat opposera le 3 mai 2024 les deux candidats à Lens.", "débat"),
        ("La société Lumexia vise un trophée, dont la remise aura lieu le 3 mai 2024.", "remise"),
    ],
)
def test_verbs_and_parts_of_events(read, sentence, name):
    (found,) = read(sentence, "event")
    assert name in found.name and found.time is not None


@pytest.mark.parametrize(
    ("sentence", "event", "edtf", "factuality"),
    [
        ("La prochaine mission aura lieu à Lens le 14 mai 2024.", "mission", "2024-05-14", "planned"),
        ("Une grève a été votée pour le 4 mars.", "grève", "2025-03-04", "planned"),
        ("Un sommet extraordinaire est envisagé le 14 mai 2024 à Lens.", "sommet", "2024-05-14", "planned"),
        (
            "Du 24 au 26 mai 2024, le festival Agrivert reprend possession du parc.",
            "Agrivert",
            "2024-05-24/2024-05-26",
            0,
        ),
        (
            "La foire de Lens, dont la 32e édition est programmée le 3 mai 2024, agace.",
            "foire",
            "2024-05-03",
            "planned",
        ),
    ],
)
def test_an_event_is_announced_in_other_words(read, sentence, event, edtf, factuality):
    (found,) = read(sentence, "event")
    assert event in found.name
    assert found.time.edtf == edtf
    assert factuality in {found.factuality, 0}


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("Parti à huit kilomètres du sommet, dimanche, Paul Morel a gagné.", id="a-mountain"),
        pytest.param("En janvier 2024, une course sur huit avait été annulée.", id="a-share"),
        pytest.param("La convention, paraphée mardi à Lens, court sur douze ans.", id="an-agreement"),
        pytest.param("Elle dirige depuis 2020 le festival Agrivert.", id="since-when"),
        pytest.param("La semaine dernière, sur Agrivert, il a décoché une flèche.", id="where-it-is-said"),
    ],
)
def test_words_with_a_date_are_no_events(read, sentence):
    assert read(sentence, "event") == []


def test_the_hall_of_an_event_is_none(read):
    (found,) = read("Une réunion publique aura lieu le 7 mai 2024 au Forum de la gare.", "event")
    assert found.name == "réunion publique"


@pytest.mark.parametrize(
    "text",
    [
        "Les producteurs n'avaient pas le cœur à la fête, mercredi à Lens.",
        "La conférence s'achève vendredi.",
    ],
)
def test_moods_and_ends_are_no_events(read, text):
    assert read(text, "event") == []


def test_next_match_is_after_the_page(read):
    (found,) = read("Lens a gagné. Prochain match samedi à Douai.", "event")
    assert found.time.edtf == "2024-03-16"


def test_edition_of_a_title_in_guillemets_has_the_title_as_its_name(read):
    text = "La onzième édition de « Fils et Pantins » s'ouvre samedi à Lens."
    assert len(read(text, "event")) == 1
