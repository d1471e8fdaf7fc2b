import pytest
import spacy
from spacy.tokens import Doc, Span

from factuel.annotation.names.candidate import Decided
from factuel.annotation.names.lexicon import name_lexicon
from factuel.annotation.names.opinions import announced_by_model, follow
from factuel.annotation.names.reading import Reading

NLP = spacy.blank("fr")


def doc_of(*words):
    return Doc(NLP.vocab, words=list(words))


def outcome(words, opinions, decided):
    doc = doc_of(*words)
    spans = [Span(doc, start, end, label=label) for start, end, label in opinions]
    if spans:
        doc.set_ents(spans)
    names = [Decided(*name) for name in decided]
    found = follow(doc, spans, names)
    return [(name.start, name.end, name.label) for name in found]


@pytest.mark.parametrize(
    ("words", "opinion", "decided", "expected"),
    [
        (["Les", "Fondeurs", "debout", "parlent"], (0, 3, "ORG"), (0, 2, "ORG"), (0, 3, "ORG")),
        (["Chorals", "du", "soir", "sera"], (0, 3, "MISC"), (0, 1, "ORG"), (0, 3, "MISC")),
        (["Durance", "vivante", "agit"], (0, 2, "PER"), (0, 1, "ORG"), (0, 1, "ORG")),
        (["Lens", "Nord", "agit"], (0, 2, "ORG"), (0, 1, "LOC"), (0, 1, "LOC")),
        (["La", "Durance", "vivante"], (0, 3, "ORG"), (1, 2, "LOC"), (1, 2, "LOC")),
    ],
)
def test_the_end_of_an_organisation_in_small_letters_only(words, opinion, decided, expected):
    assert outcome(words, [opinion], [decided]) == [expected]


def test_a_name_never_runs_into_the_next():
    decided = [(0, 1, "ORG", 0.0, True), (2, 3, "LOC")]
    assert outcome(["Amis", "de", "lens"], [(0, 3, "ORG")], decided) == [(0, 1, "ORG"), (2, 3, "LOC")]


@pytest.mark.parametrize(
    ("margin", "firm", "expected"), [(1.0, False, "MISC"), (3.0, False, "ORG"), (1.0, True, "ORG")]
)
def test_what_the_rules_hardly_tell_is_a_work_when_the_model_says_so(margin, firm, expected):
    assert outcome(["Tarvelo", "plaît"], [(0, 1, "MISC")], [(0, 1, "ORG", margin, firm)]) == [(0, 1, expected)]


@pytest.mark.parametrize(
    ("margin", "words", "opinions", "expected"),
    [
        (0.5, ["Le", "Clap", "sonne"], [(2, 3, "PER")], []),
        (0.5, ["Le", "Clap", "sonne"], [], [(1, 2, "ORG")]),
        (2.0, ["Le", "Clap", "sonne"], [(2, 3, "PER")], [(1, 2, "ORG")]),
        (0.5, ["«", "Clap", "»"], [(2, 3, "PER")], [(1, 2, "ORG")]),
        (0.5, ["Le", "Clap", "sonne"], [(0, 2, "LOC")], [(0, 2, "LOC")]),
    ],
)
def test_an_organisation_hardly_known_needs_the_model_or_quotation_marks(margin, words, opinions, expected):
    assert outcome(words, opinions, [(1, 2, "ORG", margin)]) == expected


@pytest.mark.parametrize(
    ("words", "label", "joined"),
    [
        (["Ligues", "unies", "de", "Lanvellec"], "LOC", True),
        (["Colisée", "ancien", ",", "Lanvellec"], "LOC", False),
        (["Bleuets", "de", "la", "Lanvellec"], "LOC", True),
        (["ANPE", "de", "la", "Lanvellec"], "LOC", False),
        (["Nord", "et", "du", "Sud"], "ORG", False),
        (["Campus", "des", "arts", "Lanvellec"], "ORG", True),
        (["Sports", "de", "montagne", "Vasselin"], "PER", False),
        (["Parti", "du", "peuple", "Vasselin"], "ORG", True),
    ],
)
def test_several_names_are_one_when_nothing_parts_them(words, label, joined):
    decided = [(0, 1, "ORG", 2.0), (3, 4, label, 2.0)]
    expected = [(0, 4, "ORG")] if joined else [(0, 1, "ORG"), (3, 4, label)]
    assert outcome(words, [(0, 4, "ORG")], decided) == expected


def test_an_earlier_beginning_is_the_models_for_places_without_a_head():
    assert outcome(["Cap", "Lanvel"], [(0, 2, "LOC")], [(1, 2, "ORG", 2.0)]) == [(0, 2, "LOC")]
    assert outcome(["Cap", "Lanvel"], [(0, 2, "LOC")], [(1, 2, "ORG", 2.0, True)]) == [(1, 2, "ORG")]


def test_a_person_named_in_full_is_taken_into_no_body():
    assert outcome(["Sports", "Vasselin"], [(0, 2, "ORG")], [(1, 2, "PER", 3.0)]) == [(1, 2, "PER")]
    assert outcome(["Sports", "Vasselin"], [(0, 2, "ORG")], [(1, 2, "PER", 1.0)]) == [(0, 2, "ORG")]


@pytest.mark.parametrize(
    ("words", "opinion", "decided", "expected"),
    [
        (["la", "fondation", "Lescot"], (2, 3, "ORG"), (1, 3, "ORG", 7.0, True), (2, 3, "ORG")),
        (["l'", "union", "Lescot"], (2, 3, "ORG"), (1, 3, "ORG", 7.0, True), (1, 3, "ORG")),
        (["la", "mairie", "de", "Lescot"], (3, 4, "ORG"), (1, 4, "ORG", 7.0, True), (1, 4, "ORG")),
        (["du", "Nkambé"], (1, 2, "LOC"), (1, 2, "ORG", 0.4), (1, 2, "LOC")),
        (["avec", "Nkambé"], (1, 2, "LOC"), (1, 2, "ORG", 0.4), (1, 2, "ORG")),
        (["de", "Hofdorf"], (1, 2, "LOC"), (1, 2, "PER", 0.1), (1, 2, "LOC")),
    ],
)
def test_nouns_outside_and_unknown_places(words, opinion, decided, expected):
    assert outcome(words, [opinion], [decided]) == [expected]


@pytest.mark.parametrize(
    ("text", "words", "found"),
    [
        ("Le collectif eaupourtous, d'Arras, publie.", "eaupourtous", [("eaupourtous", "ORG")]),
        ("Elle dirige 4LOQ à Rennes.", "4LOQ", [("4LOQ", "ORG")]),
        ("Le tribunal civil siège.", "civil", []),
    ],
)
def test_what_only_the_model_sees(nlp, text, words, found):
    doc = nlp.make_doc(text)
    for _, pipe in nlp.pipeline:
        doc = pipe(doc)
    start = next(token.i for token in doc if token.text == words)
    spans = [Span(doc, start, start + 1, label="ORG")]
    names = announced_by_model(Reading(doc, name_lexicon()), spans, [])
    assert [(doc[name.start : name.end].text, name.label) for name in names] == found


@pytest.mark.parametrize(
    ("words", "tags", "end"),
    [
        (
            ["Agence", "de", "l'", "armement", "pour", "la", "maintenance"],
            ["NOUN", "ADP", "DET", "NOUN", "ADP", "DET", "NOUN"],
            4,
        ),
        (
            ["Conseil", "militaire", "pour", "la", "justice", "à", "lutter"],
            ["NOUN", "ADJ", "ADP", "DET", "NOUN", "ADP", "VERB"],
            5,
        ),
        (["Union", "des", "plantes", "à", "parfum"], ["NOUN", "ADP", "NOUN", "ADP", "NOUN"], 5),
        (
            ["Chambre", "de", "commerce", "et", "d'", "industrie", "chiffre"],
            ["NOUN", "ADP", "NOUN", "CCONJ", "ADP", "NOUN", "VERB"],
            6,
        ),
    ],
)
def test_an_institution_ends_before_what_its_sentence_adds(words, tags, end):
    doc = Doc(NLP.vocab, words=words, pos=tags)
    start = {"Agence": 4, "Conseil": 2}.get(words[0], 3)
    opinion = Span(doc, 0, len(words), label="ORG")
    found = list(follow(doc, [opinion], [Decided(0, start, "ORG", 7.0, True)]))
    assert [(name.start, name.end) for name in found] == [(0, end)]


@pytest.mark.parametrize(
    ("words", "margins", "expected"),
    [
        (["Lumel", "et", "Novel"], (6.0, 0.5), "ORG"),
        (["Lumel", ")", "et", "Novel"], (6.0, 0.5), "ORG"),
        (["Lumel", "et", "Novel"], (1.0, 0.5), "PER"),
        (["Lumel", "et", "Novel"], (6.0, 1.5), "PER"),
        (["Lumel", "chez", "Novel"], (6.0, 0.5), "PER"),
    ],
)
def test_a_lone_word_is_like_the_organisation_that_et_joins_it_to(words, margins, expected):
    last = len(words) - 1
    decided = [(0, 1, "ORG", margins[0]), (last, last + 1, "PER", margins[1])]
    opinions = [(0, 1, "ORG"), (last, last + 1, "PER")]
    assert outcome(words, opinions, decided)[-1] == (last, last + 1, expected)


@pytest.mark.parametrize(
    ("words", "start"),
    [
        (["a", "dit", "Cheikh", "Sarr"], 2),
        (["le", "président", "cheikh", "Sarr"], 3),
        (["voici", "le", "Pape", "François"], 3),
        (["voici", "son", "Pape", "Abdou"], 2),
    ],
)
def test_a_given_name_that_elsewhere_is_a_title_belongs_to_the_name(words, start):
    assert outcome(words, [(3, 4, "PER")], [(3, 4, "PER", 3.0)]) == [(start, 4, "PER")]


def test_nobody_has_a_number_in_the_name():
    assert outcome(["France", "3", "Limousin"], [(0, 3, "PER")], [(0, 3, "PER", 3.0)]) == [(0, 3, "ORG")]


@pytest.mark.parametrize(("tie", "joined"), [("de", True), ("aux", False), ("à", False), ("en", False)])
def test_a_place_is_part_of_a_body_after_of_not_after_at(tie, joined):
    decided = [(0, 1, "ORG", 2.0), (2, 3, "LOC", 2.0)]
    expected = [(0, 3, "ORG")] if joined else [(0, 1, "ORG"), (2, 3, "LOC")]
    assert outcome(["Campus", tie, "Lanvellec"], [(0, 3, "ORG")], decided) == expected


def test_a_known_paper_does_not_go_on_with_one_word():
    assert outcome(["La", "Durance", "events"], [(0, 3, "ORG")], [(0, 2, "ORG", 5.0, True)]) == [(0, 2, "ORG")]
