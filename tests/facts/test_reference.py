"""What pronouns, functions and common nouns stand for; nothing rather than a guess."""

from __future__ import annotations

import pytest

from factuel.facts.entities import build_entities
from factuel.facts.reference import Resolver


@pytest.fixture(scope="module")
def resolve(pipeline):
    """Return a function from a text and a phrase of it (its last occurrence) to (name, whether resolved)."""

    def run(text, phrase):
        doc = pipeline.nlp(text)
        index = build_entities(doc, "a-test")
        start = text.rindex(phrase)
        reference = Resolver(doc, index).resolve(start, start + len(phrase))
        return (reference.name, reference.entity_id is not None) if reference else None

    return run


INTRO = (
    "Zoé Marquand, directrice générale de la société Orvelane, a reçu lundi Paul Kerdoncuff, maire de Lens. "
    "Le groupe danois Halvorsen était représenté par son président, Sven Lindqvist.\n\n"
)
RESOLVED = [
    ("Elle a salué un accord.", "Elle", "Zoé Marquand"),
    ("« Rien n'est fait », souligne le maire.", "le maire", "Paul Kerdoncuff"),
    ("« Rien n'est fait », souligne la directrice générale.", "la directrice générale", "Zoé Marquand"),
    ("« Rien n'est fait », souligne l'élu.", "l'élu", "Paul Kerdoncuff"),
    ("La société recrute.", "La société", "Orvelane"),
    ("Le groupe recrute.", "Le groupe", "Halvorsen"),
    ("La société Orvelane recrute.", "La société Orvelane", "Orvelane"),
    ("Le maire de Lens, Paul Kerdoncuff, est là.", "Le maire de Lens, Paul Kerdoncuff", "Paul Kerdoncuff"),
    ("Marquand est là.", "Marquand", "Zoé Marquand"),
]
LEFT_OPEN = [
    ("Un habitant proteste.", "Un habitant", "habitant"),
    ("Le porte-parole de la société Orvelane se tait.", "porte-parole de la société Orvelane", "porte-parole de la société Orvelane"),
    ("L'association proteste.", "L'association", "association"),
    ("Le préfet se tait.", "Les voisins", "voisins"),
    ("Son avocat se tait.", "Son avocat", "avocat"),
    ("Une société recrute.", "Une société", "société"),
    ("La ministre est absente.", "La ministre", "ministre"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "phrase", "name"), RESOLVED)
def test_resolved(resolve, text, phrase, name):
    assert resolve(INTRO + text, phrase) == (name, True)


@pytest.mark.parametrize(("text", "phrase", "name"), LEFT_OPEN)
def test_left_open(resolve, text, phrase, name):
    text = text if phrase in text else f"{phrase} se taisent."
    assert resolve(INTRO + text, phrase) == (name, False)


def test_nobody_before_a_pronoun(resolve):
    assert resolve("Elle a quitté la salle.", "Elle") == ("Elle", False)


def test_a_pronoun_agrees_in_gender(resolve):
    text = "Zoé Marquand a reçu Paul Kerdoncuff lundi. Il a refusé de signer."
    assert resolve(text, "Il") == ("Paul Kerdoncuff", True)


def test_two_people_with_the_function_the_last_named_has_it(resolve):
    text = "Le maire de Lens, Paul Kerdoncuff, parle. Le maire d'Arras, Luc Hennebelle, écoute. Le maire se tait."
    assert resolve(text, "Le maire") == ("Luc Hennebelle", True)


def test_a_function_with_a_town_is_of_that_town(resolve):
    text = (
        "Le maire de Lens, Paul Kerdoncuff, parle. Le maire d'Arras, Luc Hennebelle, écoute. Le maire de Lens se tait."
    )
    assert resolve(text, "Le maire de Lens") == ("Paul Kerdoncuff", True)


def test_the_commune_is_the_town_of_the_article(resolve):
    text = "À Malvezin, le pont est coupé. Malvezin attend. La commune paiera."
    assert resolve(text, "La commune") == ("Malvezin", True)


def test_empty_phrase(pipeline):
    doc = pipeline.nlp("Rien.")
    assert Resolver(doc, build_entities(doc, "a")).resolve(0, 0) is None
