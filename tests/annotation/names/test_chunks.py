"""Where a name with capitals ends."""

import pytest

from factuel.annotation.names.chunks import chunk_end

ENDS = [
    ("Guilhem de Lavernhe gagne", "Guilhem de Lavernhe"),
    ("Fatou Ndiaye-Lopez gagne", "Fatou Ndiaye-Lopez"),
    ("Oussama ben Haddou parle", "Oussama ben Haddou"),
    ("Verdier & Fils ferme", "Verdier & Fils"),
    ("Future of Mobility ouvre", "Future of Mobility"),
    ("Lanvellec en Bretagne", "Lanvellec"),
    ("Orvelane, Kerval et Mornac", "Orvelane"),
    ("Paris Jean Durand", "Paris"),
    ("Division 2 féminine reprend", "Division 2 féminine"),
    ("CGT Jean Durand", "CGT"),
]


@pytest.mark.parametrize(("text", "name"), ENDS)
def test_end_of_a_name(reading, text, name):
    r = reading(text)
    assert r.surface(0, chunk_end(r, 0)) == name


def test_an_announced_name_may_end_in_a_number(reading):
    r = reading("Faucon 3 désherbe")
    assert r.surface(0, chunk_end(r, 0)) == "Faucon"
    assert r.surface(0, chunk_end(r, 0, announced=True)) == "Faucon 3"


def test_a_counted_noun_is_no_part_of_a_name(reading):
    r = reading("Faucon 30 fois")
    assert r.surface(0, chunk_end(r, 0, announced=True)) == "Faucon"


def test_a_name_written_twice_with_its_number_keeps_it(reading):
    r = reading("Port 2050 ouvre et Port 2050 ferme")
    assert r.surface(0, chunk_end(r, 0)) == "Port 2050"
