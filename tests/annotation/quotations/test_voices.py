"""Who speaks where the subject names nobody; own sentences."""

import pytest

VOICES = [
    (
        "La région, par la voix de sa vice-présidente, Marie Dupuis, assure que le port rouvrira.",
        "le port rouvrira",
        "Marie Dupuis",
    ),
    ("À la mairie, on assure que le port rouvrira.", "le port rouvrira", "la mairie"),
    ("Du côté de la mairie, on assure que le port rouvrira.", "le port rouvrira", "la mairie"),
    (
        "De source policière, l'homme était connu de la justice.",
        "l'homme était connu de la justice",
        "source policière",
    ),
    ("Le port a fermé, a appris l'AFP auprès de la préfecture.", "Le port a fermé", "la préfecture"),
]


@pytest.mark.parametrize(("text", "quote", "speaker"), VOICES)
def test_the_voice_is_found_outside_the_subject(quotations, text, quote, speaker):
    assert quotations(text) == [(quote, speaker, "indirect")]


def test_on_at_a_place_is_nobody_and_inherits_nobody(quotations):
    text = "« Le quai est prêt », dit Marie Dupuis. « Rien n'est signé », souffle-t-on à Paris."
    assert quotations(text)[1] == ("Rien n'est signé", None, "direct")


def test_on_after_a_verb_is_the_institution_named_there(quotations):
    text = "« Le quai n'est pas prêt », assure-t-on du côté de la préfecture."
    assert quotations(text) == [("Le quai n'est pas prêt", "la préfecture", "direct")]
