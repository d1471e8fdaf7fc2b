"""Who acts where a figure stands, when other names stand nearer."""

import pytest

ACTORS = [
    (
        "Lumexia ouvre une usine à Douai\n\nLe fabricant Lumexia s'installe à Douai. Il va investir avec la société "
        "Ferral.\n\nL'entreprise, que dirige Sophie Marchand, emploie 640 personnes.",
        "640 personnes",
        "Lumexia",
    ),
    (
        "Paul Vernier condamné à Metz\n\nPaul Vernier, patron de la société Ferral, a été condamné jeudi à deux ans de "
        "prison avec sursis.",
        "deux ans",
        "Paul Vernier",
    ),
]


@pytest.mark.parametrize(("text", "words", "expected"), ACTORS)
def test_whom_a_figure_is_about(read, text, words, expected):
    (found,) = [figure for figure in read(text, "figure") if words in figure.evidence.text]
    assert found.subject is not None and found.subject.name == expected


def test_without_a_name_nobody_is_meant(read):
    assert [figure.subject for figure in read("Elle a vendu 40 lots. Il en reste 12.", "figure")] == [None, None]
