from factuel.annotation.quotations.lexicon import prepositions, verbs
from factuel.models import read_lexicon


def test_the_lexicon_has_several_hundred_verbs_once_each():
    lemmas = [row["lemma"] for row in read_lexicon("reporting_verbs")]
    assert len(lemmas) > 300
    assert len(lemmas) == len(set(lemmas))


def test_each_verb_takes_known_things_and_has_two_forms_a_tense():
    known = {"direct", "que", "infinitive", "object", "de", "phrase", "si", "on", "predicate", "reflexive", "to", "ce"}
    for row in read_lexicon("reporting_verbs"):
        assert set(row["takes"].split()) <= known, row["lemma"]
        assert all(len(row[tense].split()) == 2 for tense in ("present", "imperfect", "past", "future")), row["lemma"]


def test_forms_are_conjugated():
    table = verbs()
    assert {"rappelle", "répétait", "annonça", "écrivirent", "dira"} <= table.finite.keys()
    assert {"soutenu", "soutenue", "promis", "reconnu"} <= table.participle.keys()
    assert "assurant" in table.gerund
    assert "exclame" in table.reflexive and "exclame" not in table.finite


def test_prepositions_are_split_as_tokens_are():
    assert prepositions()["d'", "après"] == "nothing"
    assert prepositions()["de", "l'", "avis", "de"] == "nothing"
