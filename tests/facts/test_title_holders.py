"""Whose title a noun phrase names; the real pipeline on own sentences."""

import pytest

HEALTH = (
    "Le ministre de la Santé Pavel Dvorak dînait avec Jan Roux. Le Premier ministre Andrei Novak s'est exprimé. "
    "« C'est un choc », a estimé Andrei Novak.\n\n"
)


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (HEALTH + "« Je reste », a déclaré le ministre de la Santé.", "Pavel Dvorak"),
        (HEALTH + "Le Premier ministre assure que tout ira bien.", "Andrei Novak"),
        (HEALTH + "Le chef du gouvernement assure que tout ira bien.", "Andrei Novak"),
        (
            "Le secrétaire d'Etat, Rex Harlow, était là. Le chef de la diplomatie américaine assure que rien n'a changé.",
            "Rex Harlow",
        ),
        # a title of somebody else is nobody's here: the words stay
        (HEALTH + "« Je reste », a déclaré le ministre de la Mer.", "ministre de la Mer"),
        (
            "La ministre du Port Anne Morel est partie. Nadia Perrot recadre son ministre du Port, qui a déclaré que "
            "tout allait bien.",
            "ministre du Port",
        ),
        # what stands after a name and a comma is no apposition when its verb follows
        (
            "Après le discours d'Anne Leroux, le Premier ministre a défendu son plan. « J'assume », dit-il.",
            "Premier ministre",
        ),
        (
            "La ministre du Port Anne Morel a parlé. « Faux », a répondu l'ancien ministre du Port Jean Roux. "
            "La ministre du Port accuse la ville de mentir.",
            "Anne Morel",
        ),
    ],
)
def test_the_last_speaker_is(read, text, who):
    assert read(text, "quotation")[-1].speaker.name == who
