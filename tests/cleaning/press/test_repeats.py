from factuel.cleaning.press.block import Block, Draft
from factuel.cleaning.press.repeats import set_aside_repeats, set_aside_titles

LONG = "« Le réseau est la première richesse du bassin », répète Nora Vidal. « Sans lui, rien ne se vend. »"


def clean(*lines, title=None):
    draft = Draft([Block(line) for line in lines], title=title)
    set_aside_titles(draft)
    set_aside_repeats(draft)
    return [block.text for block in draft.blocks], [(each.kind, each.text) for each in draft.discarded]


def test_title_said_again():
    kept, gone = clean("La halle rouvre", "[La halle rouvre]", "Le texte.", title="La halle rouvre")
    assert kept == ["Le texte."]
    assert gone == [("other", "La halle rouvre"), ("caption", "[La halle rouvre]")]


def test_title_after_its_section():
    title = "La halle rouvre samedi matin"
    lines = [f"Travaux {title}", f"À Sarrance, dit-on ce mardi, {title}", LONG]
    kept, gone = clean(*lines, title=title)
    assert (kept, gone) == (lines[1:], [("other", lines[0])])


def test_pull_quote_repeats_a_sentence():
    kept, gone = clean("Le réseau est la première richesse du bassin.", LONG)
    assert kept == [LONG]
    assert gone == [("other", "Le réseau est la première richesse du bassin.")]


def test_subhead_and_sentence_in_other_words_stay():
    lines = ["La première richesse du bassin", "Ce réseau est la première richesse du bassin.", LONG]
    assert clean(*lines)[0] == lines


def test_caption_printed_twice():
    kept, gone = clean("Les halles de Sarrance en mai", LONG, "Les halles de Sarrance en mai")
    assert kept == ["Les halles de Sarrance en mai", LONG]
    assert gone == [("caption", "Les halles de Sarrance en mai")]


def test_short_lines_may_repeat():
    lines = ["Oui.", LONG, "Oui."]
    assert clean(*lines)[0] == lines
