import pytest


def _said(read, sentence, kind="figure"):
    return [fact.attribution.name if fact.attribution else None for fact in read(sentence, kind)]


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("« Nous recruterons 40 personnes », assure Paul Lefort.", "Paul Lefort"),
        ("L'usine emploiera 40 personnes, assure Paul Lefort.", "Paul Lefort"),
        ("L'usine emploiera 40 personnes, a annoncé Paul Lefort.", "Paul Lefort"),
        ("Selon le syndicat Unisol, l'usine emploiera 40 personnes.", "Unisol"),
    ],
)
def test_a_fact_is_the_word_of_whoever_says_it(read, sentence, wanted):
    assert _said(read, sentence) == [wanted]


@pytest.mark.parametrize(
    "sentence",
    [
        "L'usine emploiera 40 personnes, a annoncé la société Lumexia.",
        "L'usine emploie 40 personnes, a-t-on appris de source syndicale.",
        "La société Lumexia s'est engagée à remplacer 40 machines.",
        "Le site de Douai, dont 40 machines sont arrêtées, restera ouvert, assure Paul Lefort.",
        "L'usine emploie 40 personnes.",
        "La société Lumexia promet d'embaucher 40 personnes.",
        "L'un d'eux proposait 40 millions d'euros, selon nos informations.",
    ],
)
def test_news_and_asides_are_nobodys_word(read, sentence):
    assert _said(read, sentence) == [None]


def test_a_sum_said_again_in_another_currency_is_whose_the_first_is(read):
    said = "La société Lumexia a évalué ses pertes à 210 millions de dinars (65 millions d'euros)."
    assert _said(read, said) == ["Lumexia", "Lumexia"]
