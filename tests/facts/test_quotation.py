"""Quotation facts from hand-made docs: names and quotations are written here, only the resolving is under test."""

from dataclasses import dataclass, replace

import pytest
import spacy
from spacy.tokens import Doc

import factuel.annotation.quotations.component  # noqa: F401 - declares span._.quotation
from factuel.annotation.quotations.value import Cue, QuotationValue, Speaker
from factuel.facts.context import FactContext
from factuel.facts.entities import build_entities
from factuel.facts.quotation import extract
from factuel.facts.speakers import without_article
from factuel.records import EntityRef

LABELS = {"Marie Dupuis": "PER", "Lumeo": "ORG"}


@dataclass
class Names:
    """A resolver that knows the names of the index and nothing else."""

    index: object

    def resolve(self, start: int, end: int) -> EntityRef | None:
        entity = self.index.entity_at(start, end)
        return self.index.ref(entity) if entity else None

    def gender_of(self, entity: object) -> str:
        return "Fem"

    def holds_other(self, entity: object, function: str) -> bool:
        return False


@dataclass
class Words:
    text: str
    id: str = "a1"


def context(text: str, *quotations: QuotationValue) -> FactContext:
    nlp = spacy.blank("fr")
    nlp.add_pipe("sentencizer")
    doc: Doc = nlp(text)
    found = [(text.find(name), name, label) for name, label in LABELS.items() if name in text]
    doc.set_ents([doc.char_span(at, at + len(name), label=label) for at, name, label in found])
    spans = []
    for value in quotations:
        span = doc.char_span(value.start, value.end, label="QUOTATION", alignment_mode="expand")
        span._.quotation = value
        spans.append(span)
    doc.spans["quotations"] = spans
    index = build_entities(doc, "a1")
    return FactContext(doc, Words(text), index, Names(index))


def said(text: str, words: str, cue: str | None = None, speaker: str | None = None, **rest) -> QuotationValue:
    start = text.index(words)
    cued = Cue(text.index(cue), text.index(cue) + len(cue)) if cue else None
    kind = rest.pop("kind", "name")
    who = Speaker(text.index(speaker), text.index(speaker) + len(speaker), kind) if speaker else None
    return QuotationValue(start, start + len(words), rest.pop("style", "direct"), cued, who, **rest)


def test_a_name_is_resolved_and_everything_is_grounded():
    text = "« Nous partons », a dit Marie Dupuis."
    (fact,) = extract(context(text, said(text, "Nous partons", "a dit", "Marie Dupuis")))
    assert fact.speaker.name == "Marie Dupuis" and fact.speaker.entity_id
    assert text[fact.quote.start : fact.quote.end] == fact.quote.text == "Nous partons"
    assert fact.evidence.text == "Nous partons », a dit Marie Dupuis"
    assert (fact.cue, fact.style) == ("a dit", "direct")


def test_a_noun_that_stands_for_nobody_is_named_without_article():
    text = "« Nous partons », a dit l'ambassade d'Espagne."
    quotation = said(text, "Nous partons", "a dit", "l'ambassade d'Espagne", kind="noun")
    (fact,) = extract(context(text, quotation))
    assert fact.speaker == EntityRef(entity_id=None, name="ambassade d'Espagne")


def test_the_company_of_a_spokesman_does_not_speak():
    text = "« Nous partons », a dit un porte-parole de Lumeo."
    quotation = said(text, "Nous partons", "a dit", "un porte-parole de Lumeo", kind="noun")
    (fact,) = extract(context(text, quotation))
    assert fact.speaker == EntityRef(entity_id=None, name="porte-parole de Lumeo")


def test_a_pronoun_left_open_is_the_speaker_before_or_nobody():
    text = "« Nous partons », a dit Marie Dupuis. « Demain », ajoute-t-elle."
    first = said(text, "Nous partons", "a dit", "Marie Dupuis")
    second = said(text, "Demain", "ajoute", "elle", kind="pronoun")
    assert [fact.speaker.name for fact in extract(context(text, first, second))] == ["Marie Dupuis", "Marie Dupuis"]
    text = "« Nous partons », a dit Marie Dupuis. « Demain », ajoute-t-il."
    second = said(text, "Demain", "ajoute", "il", kind="pronoun")
    assert [fact.speaker for fact in extract(context(text, second))] == [None]


def test_confidence_falls_with_what_is_known():
    text = "« Nous partons », a dit Marie Dupuis. « Demain. » « Ou jamais. »"
    named = said(text, "Nous partons", "a dit", "Marie Dupuis")
    inherited = said(text, "Demain", speaker="Marie Dupuis", inherited=True)
    anonymous = said(text, "Ou jamais")
    confidences = [fact.confidence for fact in extract(context(text, named, inherited, anonymous))]
    assert confidences == sorted(confidences, reverse=True) and len(set(confidences)) == 3


def test_the_same_words_give_the_same_identifier():
    text = "« Nous partons », a dit Marie Dupuis."
    quotation = said(text, "Nous partons", "a dit", "Marie Dupuis")
    assert next(extract(context(text, quotation))).id == next(extract(context(text, quotation))).id


@pytest.mark.parametrize(
    ("phrase", "bare"),
    [
        ("l'ambassade d'Espagne", "ambassade d'Espagne"),
        ("L’ambassade", "ambassade"),
        ("Les pompiers", "pompiers"),
        ("cet ancien commandant", "ancien commandant"),
        ("leurs avocats", "avocats"),
        ("Lesage", "Lesage"),
        ("Unia", "Unia"),
    ],
)
def test_without_article(phrase, bare):
    assert without_article(phrase) == bare


NOUNS = [
    (
        "« Nous partons », a dit Marie Dupuis. « Le foin a pris 30 % », précise l'éleveuse.",
        "l'éleveuse",
        "Marie Dupuis",
    ),
    ("« Nous partons », a dit Marie Dupuis. « Le foin a pris 30 % », précise l'éleveur.", "l'éleveur", "éleveur"),
    ("« Nous partons », a dit Marie Dupuis. « Le foin a pris 30 % », précise le maire.", "le maire", "maire"),
    (
        "« Nous partons », a dit Marie Dupuis. « Le foin a pris 30 % », dit la fille du roi.",
        "la fille du roi",
        "fille du roi",
    ),
    ("« Nous partons », a dit Marie Dupuis. « Le foin a pris 30 % », assure une éleveuse.", "une éleveuse", "éleveuse"),
]


@pytest.mark.parametrize(("text", "phrase", "who"), NOUNS)
def test_a_noun_for_people_is_the_person_who_spoke_when_gender_and_function_allow(text, phrase, who):
    first = said(text, "Nous partons", "a dit", "Marie Dupuis")
    second = said(text, "Le foin a pris 30 %", None, phrase, kind="noun")
    assert [fact.speaker.name for fact in extract(context(text, first, second))] == ["Marie Dupuis", who]


def test_a_pronoun_of_another_gender_is_not_the_person_who_spoke():
    text = "« Nous partons », a dit Marie Dupuis. « Le foin a pris 30 % », ajoute-t-il."
    first = said(text, "Nous partons", "a dit", "Marie Dupuis")
    second = said(text, "Le foin a pris 30 %", "ajoute-t-il", "il", kind="pronoun")
    second = replace(second, speaker=Speaker(text.rindex("il"), text.rindex("il") + 2, "pronoun"))
    facts = list(extract(context(text, first, second)))
    assert facts[1].speaker is None
