"""One record per thing named; names are marked in the sentences, so that only the grouping is tested."""

from __future__ import annotations

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc

from factuel.corpus.gold import strip_marks
from factuel.facts.entities import EntityIndex, build_entities

_LABELS = {"person": "PER", "organisation": "ORG", "place": "LOC", "misc": "MISC"}
_BLANK = spacy.blank("xx")


def marked(text: str) -> tuple[Doc, EntityIndex]:
    plain, mentions = strip_marks(text)
    doc = _BLANK(plain)
    spans = [doc.char_span(m.start, m.end, label=_LABELS[next(iter(m.types))]) for m in mentions]
    doc.set_ents([span for span in spans if span is not None])
    return doc, build_entities(doc, "a-test")


def groups(text: str) -> list[tuple[str, str, tuple[str, ...]]]:
    return [(e.type, e.name, e.aliases) for e in marked(text)[1].entities]


ONE = [
    ("[PER Zoé Marquand] dirige. Mme [PER Marquand] part. [PER Zoé] reste.", "Zoé Marquand", ("Marquand", "Zoé")),
    ("[PER Jean-Pierre Morel] signe. [PER J.-P. Morel] paie.", "Jean-Pierre Morel", ("J.-P. Morel",)),
    ("[PER ZOÉ MARQUAND] part\n[PER Zoé Marquand] reste", "Zoé Marquand", ("ZOÉ MARQUAND",)),
    ("[PER Karim Ben Haddou] et M. [PER Ben Haddou]", "Karim Ben Haddou", ("Ben Haddou",)),
    ("L' [ORG Association du rail] ( [ORG ADR] ) et l' [ORG ADR] .", "Association du rail", ("ADR",)),
    ("Le [ORG Fonds des rivières] ( [ORG Foriv] )", "Fonds des rivières", ("Foriv",)),
    ("[ORG ADR] ( [ORG Association du rail] )", "Association du rail", ("ADR",)),
    ("[ORG Orvelane SA] et [ORG Orvelane]", "Orvelane SA", ("Orvelane",)),
    ("[PER Zoé Marquand-Loriot] dirige. Selon [PER Marquand] , oui.", "Zoé Marquand-Loriot", ("Marquand",)),
    ("La [ORG clinique Sainte-Orve] ouvre, [ORG Sainte-Orve] est pleine.", "clinique Sainte-Orve", ("Sainte-Orve",)),
    ("[ORG Nauvia Tx] puis [ORG Nauvia]", "Nauvia Tx", ("Nauvia",)),
    ("[ORG Manufacture Aubrac SA] puis [ORG Aubrac]", "Manufacture Aubrac SA", ("Aubrac",)),
    ("[ORG cave coopérative de Tavel] , la [ORG cave de Tavel]", "cave coopérative de Tavel", ("cave de Tavel",)),
    ("[LOC Saint-Omer] , [LOC St-Omer] , [LOC SAINT OMER]", "Saint-Omer", ("St-Omer", "SAINT OMER")),
    ("[LOC Romans-sur-Isère] , à [LOC Romans]", "Romans-sur-Isère", ("Romans",)),
    ("L' [ORG Hôtel-Dieu] et l' [ORG Hôtel Dieu]", "Hôtel-Dieu", ("Hôtel Dieu",)),
]


@pytest.mark.parametrize(("text", "name", "aliases"), ONE)
def test_forms_of_one_thing(text, name, aliases):
    (found,) = groups(text)
    assert found[1] == name
    assert set(found[2]) == set(aliases)


APART = [
    ("[PER Paul Delcourt] et [PER Marie Delcourt]", 2),
    ("[PER Delcourt] vend [ORG Delcourt]", 2),
    ("[PER Anne Goff] et [PER Anne-Sophie Goff]", 2),
    ("[ORG Delcourt Group] et [ORG Delcourt Saveurs]", 2),
    ("[ORG CGT] et [ORG CFDT]", 2),
    ("[LOC Lens] joue, [ORG Lens] gagne", 2),
    ("[LOC Saint-Omer] et [LOC Saint-Malo]", 2),
    ("[PER Paul Delcourt] et la famille [PER Delcourt]", 2),
    ("[LOC Toulouse] ( [LOC Haute-Garonne] )", 2),
    ("[ORG Orvelane] ( [LOC ORNE] )", 2),
    ("[LOC Corse] et [LOC Corse-du-Sud]", 2),
    ("[PER Paul Marquand-Loriot] et la famille [PER Loriot]", 2),
    ("[PER Paul Morel] , Mme [PER Lise Morel] et M. [PER Paul Morel]", 2),
]


@pytest.mark.parametrize(("text", "count"), APART)
def test_things_that_are_not_one(text, count):
    assert len(groups(text)) == count


def test_a_shared_surname_goes_to_the_nearest_before_it():
    text = "[PER Paul Delcourt] entre. [PER Delcourt] parle. [PER Marie Delcourt] entre. [PER Delcourt] parle."
    assert groups(text) == [("person", "Paul Delcourt", ("Delcourt",)), ("person", "Marie Delcourt", ("Delcourt",))]


def test_a_shared_surname_before_both_stays_by_itself():
    text = "[PER Delcourt] parle. [PER Paul Delcourt] et [PER Marie Delcourt] entrent."
    assert [name for _, name, _ in groups(text)] == ["Delcourt", "Paul Delcourt", "Marie Delcourt"]


def test_a_title_tells_two_people_apart():
    text = "M. [PER Paul Delcourt] et Mme [PER Marie Delcourt] entrent. M. [PER Delcourt] parle."
    assert groups(text)[0] == ("person", "Paul Delcourt", ("Delcourt",))


def test_order_is_that_of_first_mentions_and_ids_are_stable():
    text = "[LOC Lens] , [ORG Orvelane] , [LOC Lens] , [PER Zoé Marquand]"
    index = marked(text)[1]
    assert [e.name for e in index.entities] == ["Lens", "Orvelane", "Zoé Marquand"]
    assert [e.id for e in index.entities] == [e.id for e in marked(text)[1].entities]
    assert len(index.by_id) == len(index.entities)


def test_the_index_finds_mentions_by_characters():
    doc, index = marked("Hier [ORG Orvelane] a quitté [LOC Lens] .")
    company = index.entity_at(5, 13)
    assert company is not None and company.name == "Orvelane"
    assert index.entity_at(12, 13) is company
    assert index.entity_at(0, 5) is None
    assert [e.name for e in index.mentions_in(0, len(doc.text))] == ["Orvelane", "Lens"]
    assert index.ref(company).entity_id == company.id


@given(st.lists(st.sampled_from(["[PER Paul Delcourt]", "[PER Delcourt]", "les [PER Delcourt]", "[ORG Delcourt]", "M. [PER Delcourt]", "[ORG D & Cie]", "[LOC Lens]", "( [ORG DC] )", "mot"]), max_size=25).map(" ".join))  # fmt: skip
def test_every_mention_is_in_one_record(text):
    doc, index = marked(text)
    mentions = [(m.start, m.end) for e in index.entities for m in e.mentions]
    assert sorted(mentions) == sorted((e.start_char, e.end_char) for e in doc.ents)
    assert len({e.id for e in index.entities}) == len(index.entities)
    for entity in index.entities:
        assert all(doc.text[m.start : m.end] == m.text for m in entity.mentions)
        assert list(entity.mentions) == sorted(entity.mentions, key=lambda m: m.start)
        assert entity.name not in entity.aliases


ACRONYMS = [
    ("Les [ORG Nations unies] votent. L' [ORG ONU] attend.", 1),
    ("[ORG La France insoumise] vote. [ORG LFI] attend.", 1),
    ("Le [ORG Wall Street Journal] écrit. « [ORG The Wall Street Journal] » ou le [ORG WSJ] .", 1),
    ("La [ORG Ligue internationale des rivières de Vesse] ([ORG Mavok]) agit. [ORG Mavok] vote.", 2),
    ("La [ORG Ligue internationale des rivières vives] ([ORG IVRL]) agit. L' [ORG IVRL] vote.", 1),
    ("L' [ORG Institut vestrien du climat] ([ORG ICIV]) publie.", 1),
    ("Le [ORG Stade Vestrien] gagne. Le [ORG SVFC] jubile.", 1),
    ("Le [ORG Stade Vestrien] gagne. Le [ORG SVX] jubile.", 2),
    ("L' [ORG État] paie. L' [ORG État de Vesse] signe.", 2),
    ("L' [ORG ONU] et l' [ORG OTAN] se parlent.", 2),
]


@pytest.mark.parametrize(("text", "number"), ACRONYMS)
def test_acronyms_join_their_names(text, number):
    assert len(groups(text)) == number


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Elle parle sur [ORG Radio V.]\nElle rit.", "Radio V"),
        ("Elle parle sur [ORG Radio V.] Elle rit.", "Radio V"),
        ("Elle parle sur [ORG Radio V.] hier.", "Radio V."),
        ("On loue [PER Zoé V.] Elle rit.", "Zoé V."),
        ("On part de [LOC Vestre-] une ville - hier.", "Vestre"),
    ],
)
def test_the_stop_of_a_sentence_is_no_part_of_a_name(text, name):
    plain, mentions = strip_marks(text)
    doc = Doc(_BLANK.vocab, words=plain.split(" ")) if "\n" not in plain else _BLANK(plain)
    start, end = mentions[0].start, mentions[0].end
    span = doc.char_span(start, end, label=_LABELS[next(iter(mentions[0].types))], alignment_mode="expand")
    doc.set_ents([span])
    assert build_entities(doc, "a-test").entities[0].name == name
