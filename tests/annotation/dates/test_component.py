from datetime import date

import spacy

import factuel.annotation.dates.component  # noqa: F401 - registers the factory and the extensions


def test_dates_of_a_doc_are_read_against_its_day() -> None:
    nlp = spacy.blank("fr")
    nlp.add_pipe("factuel_dates")
    doc = nlp.make_doc("Il part demain, d'ici à 2030 au plus tard.")
    doc._.published = date(2023, 4, 6)
    doc = nlp.get_pipe("factuel_dates")(doc)
    assert [(span.text, span._.date.edtf) for span in doc.spans["dates"]] == [
        ("demain", "2023-04-07"),
        ("d'ici à 2030", "../2030"),
    ]


def test_dates_of_a_doc_without_a_day_stay_unknown() -> None:
    nlp = spacy.blank("fr")
    nlp.add_pipe("factuel_dates")
    doc = nlp("Rendez-vous le 4 avril.")
    assert [span._.date.edtf for span in doc.spans["dates"]] == ["XXXX-04-04"]


def test_doc_without_dates_has_an_empty_group() -> None:
    nlp = spacy.blank("fr")
    nlp.add_pipe("factuel_dates")
    assert list(nlp("Rien de neuf.").spans["dates"]) == []
