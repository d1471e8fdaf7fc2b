import pytest

from factuel.cleaning.plain import read_blocks


def texts(text):
    return [block.text for block in read_blocks(text)]


def test_lines_are_blocks():
    assert texts("Un titre\n\nUne phrase.\nUne autre.\n  \n") == ["Un titre", "Une phrase.", "Une autre."]


def test_bullets_are_items_without_their_mark():
    blocks = read_blocks("Deux choses :\n  • la laine\n  • le lin\n1. premier\n- tiret")
    assert [(block.role, block.text) for block in blocks[1:]] == [
        ("item", "la laine"),
        ("item", "le lin"),
        ("item", "1. premier"),
        ("item", "- tiret"),
    ]


def test_wrapped_lines_are_joined():
    wrapped = (
        "Le syndicat des eaux de la vallée a voté jeudi soir le remplacement de\n"
        "quarante kilomètres de conduites en plomb, un chantier qui durera six\n"
        "ans et que paiera pour un tiers l'agence de bassin, après un débat de\n"
        "deux heures."
    )
    assert len(texts(wrapped)) == 1
    assert "remplacement de quarante" in texts(wrapped)[0]


@pytest.mark.parametrize("text", ["Titre\nPremière phrase, assez courte.\nSeconde phrase.", "Nom\nPrénom\nVille\nPays"])
def test_short_lines_are_not_joined(text):
    assert len(texts(text)) == len(text.split("\n"))


def test_nothing():
    assert texts(" \n\n ") == []
