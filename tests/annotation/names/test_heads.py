"""Head nouns: what belongs to the name, what stays outside and says what it is."""

import pytest

from factuel.annotation.names.heads import read_head

INSIDE = [
    ("le tribunal de commerce de Lorient siège", "tribunal", "tribunal de commerce de Lorient", "ORG"),
    ("la rue Basse", "rue", "rue Basse", "LOC"),
    ("l'université de Picardie Jules-Ferry", "université", "université de Picardie Jules-Ferry", "ORG"),
    ("l'Office français de la biodiversité a conclu", "Office", "Office français de la biodiversité", "ORG"),
    ("le Parlement wallon vote", "Parlement", "Parlement wallon", "ORG"),
    ("le comité de l'Office de gestion de Kerval", "comité", "comité de l'Office de gestion de Kerval", "ORG"),
    ("la Route du Goéland part", "Route", "Route du Goéland", "MISC"),
]  # fmt: skip
OUTSIDE = [
    ("le groupe danois Halvorsen", "groupe", "Halvorsen", "ORG"),
    ("le village de Lanvellec", "village", "Lanvellec", "LOC"),
    ("la société d'importation Sud Agrumes", "société", "Sud", "ORG"),
    ("les drones Guêpe", "drones", "Guêpe", "MISC"),
    ("le sculpteur Malvezin", "sculpteur", "Malvezin", "PER"),
]
NEITHER = [
    ("le conseil d'administration de Renault", "conseil"),
    ("la société civile", "société"),
    ("le groupe de travail", "groupe"),
    ("la quatrième place de Malvezin", "place"),
    ("le chemin du Canada", "chemin"),
    ("la base de la naissance du projet Orion", "base"),
]


def at(r, word):
    return r.text.index(word)


@pytest.mark.parametrize(("text", "head", "name", "label"), INSIDE)
def test_the_head_belongs_to_the_name(reading, text, head, name, label):
    r = reading(text)
    phrase = read_head(r, at(r, head))
    assert phrase is not None and phrase.name is not None
    assert (r.surface(*phrase.name), phrase.label) == (name, label)


@pytest.mark.parametrize(("text", "head", "first", "label"), OUTSIDE)
def test_the_head_announces_the_name(reading, text, head, first, label):
    r = reading(text)
    phrase = read_head(r, at(r, head))
    assert phrase is not None and phrase.name is None
    assert phrase.hinted == at(r, first) and phrase.label == label


@pytest.mark.parametrize(("text", "head"), NEITHER)
def test_the_head_says_nothing(reading, text, head):
    r = reading(text)
    phrase = read_head(r, at(r, head))
    assert phrase is None or (phrase.name is None and phrase.hinted is None)


def test_nested_heads_are_bounded(reading):
    r = reading("le " + "Conseil de la Ligue du Comité de la " * 60 + "Mer")
    phrase = read_head(r, 1)
    assert phrase is not None and phrase.end <= len(r)


def test_a_given_name_that_is_a_noun_opens_a_person(names):
    assert ("Roman Vesterkov", "PER") in names("Le ministre reste. Jeudi, Roman Vesterkov était en congé.")
    assert ("Roman Vesterkov", "MISC") not in names("Le ministre reste. Jeudi, Roman Vesterkov était en congé.")
