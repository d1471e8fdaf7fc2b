"""Figures that are about nobody named, whom only a source or another sentence names."""

import pytest

NOBODY = [
    (
        "Les ouvriers du textile gagnent moins\n\nLes salaires du secteur ont reculé de 4 % en 2023, selon l'institut "
        "Lumexia.",
        "4 %",
    ),
    (
        "Les forêts brûlent plus\n\nLes incendies ont doublé, selon l'institut Lumexia. En 2021, ils avaient détruit 300 "
        "hectares.",
        "300",
    ),
    (
        "Les loyers montent\n\nLes loyers ont augmenté de 5 %, selon les données publiées par la société Ferral.",
        "5 %",
    ),
    (
        "Lumexia ouvre une usine à Douai\n\nLe fabricant Lumexia emploie 640 personnes. Les prix du bois ont augmenté de "
        "30 % en un an.",
        "30 %",
    ),
]
LIVE = (
    "Le fil du matin\n\nToutes les informations de la journée.\n\n8h10 - Lumexia creuse sa perte\n\nLe constructeur a subi "
    "une perte nette de 12 millions d'euros au premier semestre.\n\n8h05 - Ferral embauche\n\nLe groupe va recruter 40 "
    "personnes à Douai.\n\n8h01 - Les ventes de vélos en hausse\n\nLes ventes de vélos ont progressé de 6 %."
)


@pytest.mark.parametrize(("text", "words"), NOBODY)
def test_a_source_or_a_name_of_another_sentence_is_not_the_subject(read, text, words):
    (found,) = [figure for figure in read(text, "figure") if words in figure.evidence.text]
    assert found.subject is None


def test_the_subject_of_the_same_sentence_stays(read):
    (found,) = [figure for figure in read(NOBODY[-1][0], "figure") if "640" in figure.evidence.text]
    assert found.subject is not None and found.subject.name == "Lumexia"


def test_each_item_of_a_live_page_is_about_its_own_heading(read):
    subjects = [figure.subject.name if figure.subject else None for figure in read(LIVE, "figure")]
    assert subjects == ["Lumexia", "Ferral", None]


def test_two_hours_in_a_text_make_no_live_page(read):
    text = "Lumexia recrute\n\n8h10 - Lumexia va recruter 40 personnes à Douai.\n\n9h - Les 12 ateliers ouvrent."
    (found,) = [figure for figure in read(text, "figure") if "40" in figure.evidence.text]
    assert found.subject is not None and found.subject.name == "Lumexia"
