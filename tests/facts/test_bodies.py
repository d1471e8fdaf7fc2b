"""Which organisation a common noun or a pronoun means: by kind, gender and nearness, or none."""

import pytest

from factuel.facts.bodies import Bodies
from factuel.facts.entities import build_entities

INTRO = "La société Lumexia et le lycée Jean-Morvan ont signé lundi une convention. Lumexia versera 40 000 euros."


@pytest.fixture(scope="module")
def meant(pipeline):
    """Return a function from a text and a word of it (its last occurrence) to the name meant, or None."""

    def run(text, word):
        doc = pipeline.nlp(text)
        bodies = Bodies(doc, text, build_entities(doc, "a-test"))
        token = next(token for token in reversed(doc) if token.text == word)
        entity = bodies.pronoun(token) if token.pos_ == "PRON" else bodies.named_by(token)
        return entity.name if entity is not None else None

    return run


@pytest.mark.parametrize(
    ("text", "word", "name"),
    [
        pytest.param(INTRO + " L'entreprise recrute.", "entreprise", "Lumexia", id="kind"),
        pytest.param(INTRO + " L'établissement recrute.", "établissement", "lycée Jean-Morvan", id="other-kind"),
        pytest.param("La scierie Novabois a brûlé. Elle employait 12 personnes.", "Elle", "Novabois", id="pronoun"),
        pytest.param(
            "Le fabricant de vélos Lumexia recrute. La concurrence aussi. Le fabricant se dit confiant.",
            "fabricant",
            "Lumexia",
            id="announced-by-the-same-noun",
        ),
        pytest.param(
            "Le groupe Ardelis a racheté la scierie Novabois. La scierie recrute.", "scierie", "Novabois", id="exact"
        ),
        pytest.param(
            "Le directeur du groupe Ardelis salue le travail de la société Lumexia, et celle-ci recrute.",
            "celle-ci",
            "Lumexia",
            id="the-latter",
        ),
    ],
)
def test_a_word_stands_for_an_organisation(meant, text, word, name):
    assert meant(text, word) == name


@pytest.mark.parametrize(
    ("text", "word"),
    [
        pytest.param("Zoé Morvan préside le groupe Ardelis. Elle recrute.", "Elle", id="a-person"),
        pytest.param("Le lycée Jean-Morvan recrute. La société se tait.", "société", id="of-no-such-kind"),
        pytest.param("La société Lumexia recrute. Il pleut.", "Il", id="other-gender"),
        pytest.param("La préfecture du Nord a tranché. Elle recrute.", "Elle", id="a-public-body"),
    ],
)
def test_nothing_rather_than_a_guess(meant, text, word):
    assert meant(text, word) is None
