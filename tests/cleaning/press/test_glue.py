import pytest

from factuel.cleaning.press.block import Block, Draft
from factuel.cleaning.press.glue import split_glued


def split(text):
    draft = Draft([Block(text)])
    split_glued(draft)
    return [block.text for block in draft.blocks], [(each.kind, each.text) for each in draft.discarded]


@pytest.mark.parametrize(
    ("text", "kept", "gone"),
    [
        (
            "The project team of the Ormeau cluster« Nous avons tenu », dit Nora Vidal.",
            "« Nous avons tenu », dit Nora Vidal.",
            ("caption", "The project team of the Ormeau cluster"),
        ),
        (
            "L'équipe du pôle Ormeau« Nous avons tenu », dit Nora Vidal.",
            "« Nous avons tenu », dit Nora Vidal.",
            ("caption", "L'équipe du pôle Ormeau"),
        ),
        (
            "Le site de Sarrance. Photo Nora VidalLe maire a posé la première pierre.",
            "Le maire a posé la première pierre.",
            ("caption", "Le site de Sarrance. Photo Nora Vidal"),
        ),
        (
            "Le maire, lundi. © AFPL'usine emploiera cent personnes.",
            "L'usine emploiera cent personnes.",
            ("caption", "Le maire, lundi. © AFP"),
        ),
        (
            "L'usine emploiera cent personnes dès le mois de mai. Lire aussi : Les usines recrutent",
            "L'usine emploiera cent personnes dès le mois de mai.",
            ("teaser", "Lire aussi : Les usines recrutent"),
        ),
    ],
)
def test_glued_parts_are_cut(text, kept, gone):
    assert split(text) == ([kept], [gone])


@pytest.mark.parametrize(
    "text",
    [
        "Selon la directrice« Nous avons tenu », malgré la crise.",
        "Le maire a répondu« Nous avons tenu », malgré la crise.",
        "Pour lui, « c'est fini ».",
        "La société McDowell emploie cent personnes à Sarrance.",
        "Le photographe de la DataLab expose ses photos à Sarrance.",
        "Il faut lire. Lire aussi souvent que possible. Voilà ce que dit la libraire de Sarrance.",
        "",
    ],
)
def test_sentences_are_left_whole(text):
    kept, gone = split(text)
    assert kept == ([text] if text else [])
    assert gone == []


def test_asides_in_brackets():
    kept, gone = split("Le four a fermé [lire aussi notre numéro 87] en mai [sic].")
    assert kept == ["Le four a fermé en mai [sic]."]
    assert gone == [("teaser", "[lire aussi notre numéro 87]")]
