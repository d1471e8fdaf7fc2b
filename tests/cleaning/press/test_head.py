import pytest

from factuel.cleaning.press.block import Block, Draft
from factuel.cleaning.press.head import read_meta_line, set_aside_labels, set_aside_tags, take_title

TITLE = "La scierie de Lormes double sa surface"
PROSE = "La scierie Bois du Morvan a inauguré jeudi à Lormes un hall de deux mille mètres carrés, payé trois millions d'euros."


def draft(*lines, title=None):
    return Draft([Block(line) for line in lines], title=title)


@pytest.mark.parametrize(
    "top",
    [
        [TITLE],
        [TITLE, "Bois"],
        ["LE JOURNAL DU MORVAN ET DU NIVERNAIS", TITLE],
        ["Accueil Communes Sports Loisirs Annonces", TITLE],
        ["Économie", "Lormes", TITLE],
        ["Un autre titre qui traîne en haut", TITLE, TITLE],
    ],
)
def test_title_is_taken_from_the_lines_before_prose(top):
    found = draft(*top, PROSE)
    take_title(found)
    assert found.title == TITLE


@pytest.mark.parametrize("lines", [[PROSE], [PROSE, TITLE], ["Une phrase finie.", PROSE], [TITLE], []])
def test_no_title(lines):
    found = draft(*lines)
    take_title(found)
    assert found.title is None
    assert [block.text for block in found.blocks] == lines


def test_labels_go_only_before_prose_and_with_a_title():
    found = draft("Économie", PROSE, "Le bois", title=TITLE)
    set_aside_labels(found)
    assert [block.text for block in found.blocks] == [PROSE, "Le bois"]
    second = draft("Un ouvrier légèrement blessé", PROSE, title=TITLE)
    set_aside_labels(second)
    assert len(second.blocks) == 2
    untitled = draft("Économie", PROSE)
    set_aside_labels(untitled)
    assert len(untitled.blocks) == 2


def test_tags_come_two_or_more_after_prose():
    found = draft(PROSE, "Lormes", "Scierie", "Bois et forêt")
    set_aside_tags(found)
    assert [block.text for block in found.blocks] == [PROSE]
    signed = draft(PROSE, "Nora Vidal")
    set_aside_tags(signed)
    assert len(signed.blocks) == 2


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Rédaction — 22 mai 2022 — 3 minutes de lecture", []),
        ("Jeudi 24/08/2023 – 11 h 05 Dorian Peyre", ["Dorian Peyre"]),
        ("Publié le mercredi 15 juin 2022 | Le Courrier lagunaire", []),
        ("Nora Vidal - 28 sept. 2022 à 19:04 - Temps de lecture : 2 min", ["Nora Vidal"]),
    ],
)
def test_meta_lines(line, names):
    found = draft()
    assert read_meta_line(line, found)
    assert found.dates == [line]
    assert found.bylines == names


@pytest.mark.parametrize(
    "line",
    [
        "Le 22 mai 2022, la scierie a fermé.",
        "Rendez-vous jeudi à 14 h 30 à la salle des fêtes",
        TITLE,
        "Nora Vidal",
        "",
    ],
)
def test_lines_that_say_more_than_a_date(line):
    assert not read_meta_line(line, draft())
