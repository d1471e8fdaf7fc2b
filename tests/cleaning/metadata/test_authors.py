import pytest

from factuel.cleaning.metadata.authors import find_names, has_given_name, read_byline, tidy_authors


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Par Nora Vidal", ["Nora Vidal"]),
        ("Par Nora Vidal et Paul N'Diaye", ["Nora Vidal", "Paul N'Diaye"]),
        ("Par Nora Vidal, avec AFP", ["Nora Vidal", "AFP"]),
        ("Nora Vidal avec AFP".replace("Nora", "Par Nora"), ["Nora Vidal", "AFP"]),
        ("Auteur : Jean-Loup de La Rivière", ["Jean-Loup de La Rivière"]),
        ("Propos recueillis par Nora Vidal", ["Nora Vidal"]),
        ("De notre correspondante à Lomé, Afi Mensah", ["Afi Mensah"]),
        ("Par NORA VIDAL (à Bruxelles)", ["NORA VIDAL"]),
        ("N. V.", ["N. V."]),
        ("AFP", ["AFP"]),
        ("(Belga)", ["(Belga)"]),
    ],
)
def test_bylines(line, names):
    assert read_byline(line) == names


@pytest.mark.parametrize(
    "line",
    [
        "Par exemple",
        "Par ailleurs, le maire a démissionné.",
        "Par Nora Vidal, le quartier a changé de visage en dix ans et plus encore depuis la rénovation du parc, dit-on",
        "Nora Vidal",
        "Le maire",
        "",
    ],
)
def test_lines_that_are_no_bylines(line):
    assert read_byline(line) == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Accueil | Par Nora Vidal | 30 septembre 2021", ["Nora Vidal"]),
        ("Nora Vidal Publié le 3 mai 2021", ["Nora Vidal"]),
        ("Nora Vidal Voir tous ses articles", ["Nora Vidal"]),
        ("Nora Vidal 19 février 2020 Montréal", ["Nora Vidal"]),
        ("LES JOURS QUI VIENNENT", []),
    ],
)
def test_names_in_a_part_called_byline(text, names):
    assert find_names(text) == names


def test_persons_come_first_and_the_site_only_alone():
    assert tidy_authors(["AFP", "Par Nora Vidal"], "Le Quotidien") == ["Nora Vidal", "AFP"]
    assert tidy_authors(["Le Quotidien", "Nora Vidal"], "Le Quotidien") == ["Nora Vidal"]
    assert tidy_authors(["Le Quotidien"], "Le Quotidien") == ["Le Quotidien"]
    assert tidy_authors(["redaction avec AFP"]) == ["redaction avec AFP"]


def test_addresses_and_doubles_are_no_names():
    assert tidy_authors(["https://journal.example/auteur/nora", "@nora", "Nora Vidal; nora vidal"]) == ["Nora Vidal"]


@pytest.mark.parametrize(("name", "given"), [("Nora Vidal", True), ("N. Vidal", True), ("Radio Vallée", False)])
def test_given_names(name, given):
    assert has_given_name(name) is given
