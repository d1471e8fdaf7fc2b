from factuel.cleaning.press.block import Block, Draft
from factuel.cleaning.press.declared import set_aside_undeclared

BODY = [
    "Le port de Kerlan a vendu deux mille tonnes de poisson en janvier, soit un dixième de plus qu'un an plus tôt.",
    "Les mareyeurs, eux, se plaignent du prix de la glace, qui a doublé depuis que la fabrique du "
    "quai a fermé ses portes.",
    "La région promet une aide avant le printemps, mais son montant n'est pas connu et les élus locaux s'impatientent.",
]
STANDFIRST = "Un hiver record pour la criée de la presqu'île."
STRANGE = "Deux touristes ont été secourus dimanche au large."


def clean(lines, body):
    draft = Draft([Block(line) for line in lines])
    set_aside_undeclared(draft, body)
    return [block.text for block in draft.blocks]


def test_a_long_block_that_the_body_lacks_goes():
    assert clean([STANDFIRST, *BODY, STRANGE], " ".join(BODY)) == [STANDFIRST, *BODY]


def test_a_cut_body_is_not_believed():
    lines = [*BODY, STRANGE]
    assert clean(lines, BODY[0]) == lines


def test_no_long_block():
    assert clean(["Oui."], "Oui.") == ["Oui."]
