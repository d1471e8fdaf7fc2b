"""Lines that the lines around them give away; beside each, the same line where it is the article's."""

import pytest

from factuel.cleaning.press.block import Block, Draft
from factuel.cleaning.press.company import set_aside_company, set_aside_orphans
from factuel.cleaning.press.layer import apply_press_layer

PROSE = (
    "Le chantier, commencé il y a deux ans, a coûté un peu moins de trois millions d'euros à ses quarante adhérents."
)
MORE = "Les éleveurs disent leur soulagement, car l'abattoir le plus proche se trouvait à quatre-vingts kilomètres."


def left(*lines, authors=()):
    blocks = [line if isinstance(line, Block) else Block(line) for line in lines]
    draft = Draft(blocks, authors=authors)
    set_aside_company(draft)
    return [block.text for block in draft.blocks], draft


def test_a_post_goes_with_its_account():
    lines = (PROSE, "Le toit est posé ! #Sarrance", "Mairie de Sarrance (@sarrance64) May 12, 2024", MORE)
    assert left(*lines)[0] == [PROSE, MORE]


def test_the_paragraph_above_an_account_stays():
    assert left(PROSE, "Mairie de Sarrance (@sarrance64) 12 mai 2024", MORE)[0] == [PROSE, MORE]


def test_a_poll_goes_with_its_question():
    poll = ("Faut-il rouvrir le four ?", "Oui, c'est l'avenir.", "Non (45 %)", "1 021 votes")
    assert left(PROSE, *poll, MORE)[0] == [PROSE, MORE]


def test_answers_of_an_interview_stay():
    interview = ("Faut-il rouvrir le four ?", "Oui, c'est l'avenir.", MORE)
    assert left(PROSE, *interview)[0] == [PROSE, *interview]


def test_a_name_under_the_text_is_a_signature():
    texts, draft = left(PROSE, "Nora Vidal-Bey")
    assert (texts, draft.bylines) == ([PROSE], ["Nora Vidal-Bey"])
    assert left(PROSE, "Nora Vidal", authors=("Jean Brun",))[1].bylines == []


def test_a_name_and_a_trade_under_the_text_is_a_signature():
    assert left(PROSE, "Nora Vidal, géographe, autrice de Pierres sèches")[0] == [PROSE]
    assert len(left(PROSE, "Nora Vidal, géographe, a relevé les murs.")[0]) == 2


@pytest.mark.parametrize(
    "lines",
    [
        [Block("Nora Vidal", "item"), Block("Jean Brun", "item")],
        ["Nora Vidal", "Jean Brun", "Odile Roux", "Marc Petit"],
        ["Four de Sarrance : lundi"],
        ["Nora Vidal", MORE],
    ],
)
def test_other_names_stay(lines):
    texts, _ = left(PROSE, *lines)
    assert len(texts) == 1 + len(lines)


def test_a_credit_alone_takes_the_caption_that_ends_with_it():
    assert left(PROSE, "Le four communal, en 2021. Agencia", "Agencia", MORE)[0] == [PROSE, MORE]
    assert left(PROSE, "Le four communal, en 2021. Agencia", MORE)[0][1].startswith("Le four")


@pytest.mark.parametrize(
    ("below", "stays"),
    [
        (["Erratum : le four a coûté 340 000 euros."], False),
        ([f"Cet article a été produit grâce à un don. {PROSE}", MORE], False),
        (["Publicité", MORE], True),
        ([MORE], True),
        ([], True),
    ],
)
def test_a_heading_goes_with_its_text(below, stays):
    heading = Block("Comment nous travaillons", "heading")
    before = [Block(PROSE), heading, *map(Block, below)]
    gone = {"Publicité", *(text for text in below if text.startswith(("Erratum", "Cet article")))}
    draft = Draft([block for block in before if block.text not in gone])
    set_aside_orphans(draft, before)
    assert (heading in draft.blocks) is stays


def test_a_caption_said_of_a_picture_or_printed_again():
    caption = "Les adhérents devant le four, mardi matin."
    lines = [Block(PROSE), Block(caption), Block(f"{caption} – Photo Nora Vidal"), Block(MORE)]
    draft = Draft(list(lines), "Titre")
    apply_press_layer(draft, find_title=False)
    assert [block.text for block in draft.blocks] == [PROSE, MORE]
    draft = Draft([Block(PROSE), Block(caption), Block(MORE)], "Titre", pictures=(caption,))
    apply_press_layer(draft, find_title=False)
    assert [block.text for block in draft.blocks] == [PROSE, MORE]


def test_a_standfirst_that_describes_the_picture_stays():
    draft = Draft([Block(PROSE), Block(MORE)], "Titre", pictures=(PROSE,))
    apply_press_layer(draft, find_title=False)
    assert len(draft.blocks) == 2


def test_a_life_in_dates_goes_and_a_chronology_stays():
    years = ["1959 : naissance à Oloron", "1983 : entre aux Phares", "2020 : retraite"]
    assert left(PROSE, "Nora Vidal en cinq dates", *years, MORE)[0] == [PROSE, MORE]
    assert left(PROSE, "Bio express", *years[:1], MORE)[0] == [PROSE, MORE]
    assert left(PROSE, "Les grandes étapes du four", *years, MORE)[0][1] == "Les grandes étapes du four"
