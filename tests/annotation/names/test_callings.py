"""What a name is called just before it says what it is."""

import pytest

CALLED = [
    ("Chez les Morvellec, on pêche depuis trois siècles.", ("Morvellec", "PER")),
    ("Son troisième album, Vardel, sort jeudi.", ("Vardel", "MISC")),
    ("Il tourne un film de vingt minutes, Brumaille, sans un mot.", ("Brumaille", "MISC")),
    ("Elle a gagné la 12e Transvarde devant sa sœur.", ("Transvarde", "MISC")),
    ("Les deux groupes ont créé une coentreprise baptisée Lumarel.", ("Lumarel", "ORG")),
]


@pytest.mark.parametrize(("text", "expected"), CALLED)
def test_the_words_before_say_what_it_is(names, text, expected):
    assert expected in names(text)


def test_a_plural_team_and_a_second_place_are_neither_family_nor_race(names):
    assert ("Girondins", "PER") not in names("Chez les Girondins, on attend la reprise.")
    assert ("Lyon", "MISC") not in names("Elle habite la 2e Lyon venue.")
