from decimal import Decimal

import spacy

import factuel.annotation.figures.component  # noqa: F401 - registers the factory and the extension


def test_figures_of_a_doc_carry_their_record() -> None:
    nlp = spacy.blank("fr")
    nlp.add_pipe("factuel_figures")
    doc = nlp("Lumagri emploie 190 personnes et vise 2 Mds € en 2024.")
    figures = [span._.figure for span in doc.spans["figures"]]
    assert [(figure.measure.value, figure.measure.unit, figure.of) for figure in figures] == [
        (Decimal(190), None, "personnes"),
        (Decimal(2_000_000_000), "EUR", None),
    ]
    assert all(doc.text[figure.start : figure.end] == figure.text for figure in figures)


def test_figure_glued_to_its_unit_keeps_exact_offsets() -> None:
    nlp = spacy.blank("fr")
    nlp.add_pipe("factuel_figures")
    doc = nlp("Un don de 1 237 854,74€.")
    (span,) = doc.spans["figures"]
    assert span._.figure.text == "1 237 854,74€"


def test_doc_without_figures_has_an_empty_group() -> None:
    nlp = spacy.blank("fr")
    nlp.add_pipe("factuel_figures")
    assert list(nlp("Rien à signaler le 14 juin.").spans["figures"]) == []
