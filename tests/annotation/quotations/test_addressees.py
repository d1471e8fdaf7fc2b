"""Whom a source speaks to is no part of it; who a document is by is; the French model, names are the model's own."""

import pytest


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Le port ne fermera pas, a confié une source proche du dossier à franceinfo.", "une source proche du dossier"),
        ("Les quais sont pollués, a déclaré son porte-parole à l'AFP.", "son porte-parole"),
        # who works for a medium, and a place that is none
        ("Le port ne fermera pas, a raconté un journaliste à France Bleu.", "un journaliste à France Bleu"),
        ("Le port ne fermera pas, a déclaré l'ambassadeur à Paris.", "l'ambassadeur à Paris"),
    ],
)
def test_the_phrase_ends_before_the_medium_spoken_to(quotations, text, speaker):
    assert [who for _, who, _ in quotations(text)] == [speaker]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "Les prix baissent, selon les données publiées mardi par Bruno Kerlan.",
            "les données publiées mardi par Bruno Kerlan",
        ),
        ("Les prix baissent, selon un rapport consulté par Bruno Kerlan.", "un rapport"),
    ],
)
def test_a_document_is_named_with_its_author(quotations, text, speaker):
    assert [who for _, who, _ in quotations(text)] == [speaker]
