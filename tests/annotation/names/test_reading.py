"""What a token looks like: capitals, places where one is due, lines of capitals."""

import pytest


@pytest.mark.parametrize("word", ["Lumeo", "iPhone", "bioNavis", "4vignes", "hydra.bio", "traxion8", "É"])
def test_written_as_a_name_may_be(reading, word):
    assert reading(word).capital == [True]


@pytest.mark.parametrize("word", ["lumeo", "kWh", "km", "M€", "XIXe", "T4", "A31", "Qu'on", "12", "RN88", "R&D"])
def test_not_written_as_a_name(reading, word):
    assert not any(reading(word).capital)


def test_a_capital_is_due_after_stops_and_opening_marks(reading):
    r = reading("Un mot. Deux mots : trois « Quatre » et Cinq\n\nSix - Sept")
    due = {text for text, start in zip(r.text, r.start, strict=True) if start}
    assert due == {"Un", "Deux", "trois", "Quatre", "Six", "Sept"}


def test_a_line_of_capitals_is_told_from_acronyms(reading):
    r = reading("LE CONSEIL DIT NON\n\nLa CGT et la SNCF négocient")
    assert {text for text, shout in zip(r.text, r.shout, strict=True) if shout} == {"LE", "CONSEIL", "DIT", "NON"}


def test_offsets_are_those_of_the_text(reading):
    text = "L’été, à Saint-Dié — « Œuvre »"
    r = reading(text)
    assert all(text[start:end] == word for start, end, word in zip(r.starts, r.ends, r.text, strict=True))
    assert len(r.fold) == len(text) == len(r.spaced)


def test_words_with_a_capital_where_none_is_due(reading):
    assert reading("Hier, Orvelane recrute. Papillon vole.").seen_inside == {"orvelane"}


def test_a_cell_of_a_table_begins_as_a_sentence_does(reading):
    r = reading("Vente de vin | Culture de blé | 12 | Reste")
    assert [r.text[i] for i in range(len(r)) if r.start[i]] == ["Vente", "Culture", "12", "Reste"]


def test_a_prefix_before_a_name_makes_no_name(reading):
    r = reading("Un monde post-Vesterka attend la Vesterka.")
    assert [word for word, capital in zip(r.text, r.capital, strict=True) if capital] == ["Un", "Vesterka"]
