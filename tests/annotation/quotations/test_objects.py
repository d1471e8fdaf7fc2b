"""Quoted phrases under a verb of saying, before or after it; own sentences, one beside each idea."""

import pytest

OBJECTS = [
    ("Le syndicat dénonce « une décision brutale ».", "une décision brutale", "Le syndicat"),
    ("Le ministre a regretté une « décision précipitée ».", "décision précipitée", "Le ministre"),
    ("Marie Dupuis parle d'un « tournant pour le port ».", "tournant pour le port", "Marie Dupuis"),
    ("Marie Dupuis juge la règle « saine, et même tardive ».", "saine, et même tardive", "Marie Dupuis"),
    ("Marie Dupuis, directrice du port, juge la règle « mal écrite ».", "mal écrite", "Marie Dupuis"),
    ("Marie Dupuis a qualifié le texte de « vrai recul social ».", "vrai recul social", "Marie Dupuis"),
    ("Le préfet a appelé les habitants « à la plus grande prudence ».", "à la plus grande prudence", "Le préfet"),
    ("Le texte, qualifié de « vrai recul » par Marie Dupuis, est retiré.", "vrai recul", "Marie Dupuis"),
    ("Le port a été salué par Marie Dupuis comme « une chance unique ».", "une chance unique", "Marie Dupuis"),
    ("Cet effort « sans équivalent » a été salué par Marie Dupuis.", "sans équivalent", "Marie Dupuis"),
    (
        "Le député réclame une enquête et accuse la préfecture de « cacher la vérité aux habitants ».",
        "de « cacher la vérité aux habitants »",
        "Le député",
    ),
]


@pytest.mark.parametrize(("text", "quote", "speaker"), OBJECTS)
def test_a_quoted_phrase_is_what_the_verb_says(quotations, text, quote, speaker):
    assert quotations(text) == [(quote, speaker, "mixed")]


@pytest.mark.parametrize(
    "text",
    [
        "Marie Dupuis a dénoncé le film « La Nuit des ports ».",
        "Marie Dupuis a salué l'association « Les Amis du quai ».",
        "Le port a été surnommé « la grande bleue » par les marins.",
        "Sans espérer « un chef d'œuvre », le public attend beaucoup.",
        "Le texte a été jugé « culte » par Marie Dupuis.",
    ],
)
def test_titles_names_and_single_words_are_no_quoted_phrases(quotations, text):
    assert quotations(text) == []
