import pytest

from factuel.cleaning.metadata.dates import find_date, is_led_by_date, read_date_line, read_machine_date


@pytest.mark.parametrize(
    ("value", "zone", "read"),
    [
        ("2024-03-12", None, "2024-03-12"),
        ("20240312", None, "2024-03-12"),
        ("2024-03-12T08:01:58+01:00", None, "2024-03-12T08:01:58+01:00"),
        ("2024-03-12T08:01:58+0100", None, "2024-03-12T08:01:58+01:00"),
        ("2024-03-12T08:01", None, "2024-03-12T08:01:00"),
        ("2024-03-12 8:01:58", None, "2024-03-12T08:01:58"),
        ("2024-03-12T08:01:58.123Z", None, "2024-03-12T08:01:58+00:00"),
        ("2024-07-12T22:30:00Z", "Europe/Paris", "2024-07-13T00:30:00+02:00"),
        ("2024-07-12T22:30:00-05:00", "Europe/Paris", "2024-07-12T22:30:00-05:00"),
        ("Tue, 12 Mar 2024 08:01:58 GMT", None, "2024-03-12T08:01:58+00:00"),
        ("12 mars 2024", None, "2024-03-12"),
        ("12/03/2024", None, "2024-03-12"),
        ("2024-13-45", None, None),
        ("2024-02-30", None, None),
        ("1870-01-01", None, None),
        ("hier", None, None),
        ("", None, None),
        (None, None, None),
    ],
)
def test_machine_dates(value, zone, read):
    assert read_machine_date(value, zone) == read


@pytest.mark.parametrize(
    ("line", "published", "modified", "bare"),
    [
        ("03.11.23", "2023-11-03", None, True),
        ("3/11/2023", "2023-11-03", None, True),
        ("25-04-2024", "2024-04-25", None, True),
        ("vendredi 3 novembre 2023", "2023-11-03", None, True),
        ("1er mai 2022", "2022-05-01", None, True),
        ("Publié le 3 novembre 2023 à 18h05", "2023-11-03", None, False),
        ("Publié le 03/11/2023 à 18:05 | Mis à jour le 04/11/2023 à 9h", "2023-11-03", "2023-11-04", False),
        ("Mis à jour le 4 novembre 2023", None, "2023-11-04", False),
        ("Dernière modification : 4 novembre 2023", None, "2023-11-04", False),
        ("Date de publication : 3 novembre 2023", "2023-11-03", None, False),
        ("Le 3 novembre 2023", "2023-11-03", None, False),
    ],
)
def test_date_lines(line, published, modified, bare):
    found = read_date_line(line)
    assert found is not None
    assert (found.published, found.modified, found.bare) == (published, modified, bare)


@pytest.mark.parametrize(
    "line",
    [
        "Le 3 novembre 2023, le maire a inauguré la halle.",
        "Rendez-vous le 3 novembre 2023 à la salle des fêtes",
        "3 novembre",
        "32.13.23",
        "12 000 euros",
        "06.12.34.56.78",
        "Titre",
        "",
    ],
)
def test_lines_that_are_no_date_lines(line):
    assert read_date_line(line) is None


def test_first_date_of_a_line_that_says_more():
    assert find_date("Accueil | Par Nora Vidal | 30 septembre 2021") == "2021-09-30"
    assert find_date("Mis à jour le 30 septembre 2021") is None


def test_lines_led_by_a_date():
    assert is_led_by_date("Publié le 25.03.2021 à 15h22 par Nora Vidal, correspondante | Vues : 3 418")
    assert not is_led_by_date("La halle, publiée le 25.03.2021 dans nos colonnes")


def test_the_day_of_a_printed_edition():
    assert read_date_line("Édition du 17 octobre 2008").published == "2008-10-17"
