import pytest


def label(found, surface):
    return {label for text, label in found if text == surface}


@pytest.mark.parametrize(
    ("text", "work"),
    [
        ("Bravaguine (documentaire, 50min, Arve 2)\n\nOn y voit des loups.", "Bravaguine"),
        ("Zoé Brumel (série, 10x26, Arve 2)\n\nOn y voit des loups.", "Zoé Brumel"),
        ("On relit Ronces (1992) de Zoé Morel, une merveille.", "Ronces"),
        ("Le huis clos de Zoé Morel (Grey Marsh, 2014) plaît.", "Grey Marsh"),
        ("On le sait depuis ses romans cultes (Ronces, Grey Marsh).", "Grey Marsh"),
    ],
)
def test_the_brackets_tell_a_work(names, text, work):
    assert label(names(text), work) == {"MISC"}


@pytest.mark.parametrize(
    "text",
    [
        "Zoé Morel (auteure, 43 ans) sourit.",
        "Zoé Morel (1992) court vite.",
        "Les maires présents (Zoé Morel, Paul Lescot) votent.",
        "Le film est tourné à Lure. Ses élus (Zoé Morel, Paul Lescot) votent.",
    ],
)
def test_other_brackets_tell_none(names, text):
    assert label(names(text), "Zoé Morel") == {"PER"}


def test_a_number_that_the_article_repeats_belongs_to_the_title(names):
    found = names("« 9 Marées » (film, 1h34)\n\nDans 9 Marées, Zoé Morel nage.")
    assert [text for text, label in found if label == "MISC"] == ["9 Marées", "9 Marées"]
