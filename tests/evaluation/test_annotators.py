"""Two annotations compared: the same twice agrees fully, each difference costs exactly what it should."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from factuel.cli import app
from factuel.corpus.gold import GoldError, read_gold_file
from factuel.evaluation import evaluate_folder
from factuel.evaluation.annotators import is_annotation, pair
from factuel.outputs.run_folder import MANIFEST

BODY = """Vorane s'étend à Maubec

La société [ORG Vorane] va ouvrir une usine à [LOC Maubec] en mai 2025, annonce sa directrice, [PER Odile Ferrand].

« Nous créerons 40 postes », promet Mme [PER Ferrand=Odile Ferrand]. « Le terrain est prêt », ajoute le maire, \
[PER Hugo Lanier]. [ORG Vorane], filiale du groupe [ORG Teralin] et basée à [LOC Ussel], a signé un accord avec \
[ORG Teralin], qui investit 3 millions d'euros. Le salon [MISC? Agrivert] se tiendra à [LOC Maubec]. En 2024, \
[ORG Vorane] a réalisé un chiffre d'affaires de 12 millions d'euros."""
FACTS = [
    {"type": "figure", "text": "40 postes", "value": 40, "bound": "exact", "unit": None, "of": "postes"},
    {"type": "figure", "text": "3 millions d'euros", "value": 3000000, "bound": "exact", "unit": "EUR"},
    {"type": "date", "text": "mai 2025", "edtf": "2025-05"},
    {"type": "date", "text": "2024", "edtf": "2024"},
    {"type": "role", "text": "sa directrice, Odile Ferrand", "person": "Odile Ferrand", "title": "directrice"},
    {"type": "quotation", "text": "Nous créerons 40 postes", "speaker": "Odile Ferrand", "style": "direct"},
    {"type": "quotation", "text": "Le terrain est prêt", "speaker": "Hugo Lanier", "style": "direct"},
    {
        "type": "agreement",
        "text": "a signé un accord avec Teralin",
        "parties": ["Vorane", "Teralin"],
        "kind": "accord",
        "status": "signed",
    },
    {"type": "investment", "text": "investit 3 millions d'euros", "investor": "Teralin", "amount": 3e6, "unit": "EUR"},
    {"type": "event", "text": "Le salon Agrivert se tiendra à Maubec", "name": "salon Agrivert", "place": "Maubec"},
    {
        "type": "location",
        "text": "basée à Ussel",
        "entity": "Vorane",
        "location": "Ussel",
        "relation": "headquarters",
    },
    {"type": "membership", "text": "filiale", "member": "Vorane", "group": "Teralin", "relation": "subsidiary"},
    {
        "type": "site_change",
        "text": "ouvrir une usine à Maubec",
        "organisation": "Vorane",
        "change": "opening",
        "what": "usine",
        "time": "2025-05",
        "factuality": "planned",
    },
    {
        "type": "result",
        "text": "un chiffre d'affaires de 12 millions d'euros",
        "organisation": "Vorane",
        "indicator": "revenue",
        "amount": 12e6,
        "growth": "4 %",
    },
]
SPEAKER = next(fact for fact in FACTS if fact.get("speaker") == "Hugo Lanier")


def write(folder, body=BODY, facts=FACTS, name="a"):
    folder.mkdir(exist_ok=True)
    lines = "\n".join(json.dumps(fact, ensure_ascii=False) for fact in facts)
    (folder / f"{name}.gold").write_text(f"genre: local\npublished: 2025-02-03\n===\n{body}\n===\n{lines}\n", "utf-8")
    return folder


def changed(which, **keys):
    return [fact | keys if fact is which else fact for fact in FACTS]


def without(kind):
    return [fact for fact in FACTS if fact["type"] != kind]


@pytest.fixture
def agreement(tmp_path):
    """Return the score of a second annotation, told by its body and facts, against the first."""

    def of(body=BODY, facts=FACTS, first_body=BODY, first_facts=FACTS):
        first, second = write(tmp_path / "first", first_body, first_facts), write(tmp_path / "second", body, facts)
        return evaluate_folder(first, second).total

    return of


def counts(score, kind):
    tally = score.tallies[kind]
    return tally.hits, tally.found, tally.wanted


def unlike(score):
    """Return the types on which the two do not agree fully."""
    return {kind for kind, tally in score.tallies.items() if tally.f1 != 1}


def test_the_same_annotation_twice_agrees_on_every_type(agreement):
    score = agreement()
    assert unlike(score) == set()
    assert {kind: tally.wanted for kind, tally in score.tallies.items() if ":" not in kind} == {
        "mention": 11,
        "entity": 6,
        "date": 2,
        "figure": 2,
        "role": 1,
        "quotation": 2,
        "agreement": 1,
        "investment": 1,
        "event": 1,
        "location": 1,
        "membership": 1,
        "site_change": 1,
        "result": 1,
    }
    assert all(score.share(detail) == 1 for detail in score.detail_of)
    assert score.mistakes == []


def test_a_moved_span_costs_one_mention_on_both_sides(agreement):
    score = agreement(body=BODY.replace("filiale du groupe [ORG Teralin]", "filiale du [ORG groupe Teralin=Teralin]"))
    assert counts(score, "mention") == (10, 11, 11)
    assert unlike(score) == {"mention", "mention:organisation"}


def test_another_type_costs_the_mention_and_the_entity(agreement):
    score = agreement(body=BODY.replace("[LOC Ussel]", "[ORG Ussel]"))
    assert (counts(score, "mention"), counts(score, "entity")) == ((10, 11, 11), (5, 6, 6))


def test_another_speaker_costs_one_quotation_on_both_sides(agreement):
    score = agreement(facts=changed(SPEAKER, speaker="Odile Ferrand"))
    assert counts(score, "quotation") == (1, 2, 2)
    assert unlike(score) == {"quotation"}
    assert agreement(facts=changed(SPEAKER, speaker=None)).tally("quotation").hits == 1


def test_a_missing_fact_costs_recall_only_and_one_more_precision_only(agreement):
    score = agreement(facts=[fact for fact in FACTS if fact is not SPEAKER])
    assert counts(score, "quotation") == (1, 1, 2)
    assert unlike(score) == {"quotation"}
    score = agreement(first_facts=[fact for fact in FACTS if fact is not SPEAKER])
    assert counts(score, "quotation") == (1, 2, 1)


def test_what_is_optional_in_either_counts_for_neither(agreement):
    optional = changed(SPEAKER, optional=True)
    gone = [fact for fact in FACTS if fact is not SPEAKER]
    for facts, first in (
        (optional, FACTS),
        (FACTS, optional),
        (optional, gone),
        (gone, optional),
        (optional, optional),
    ):
        assert counts(agreement(facts=facts, first_facts=first), "quotation") == (1, 1, 1)


def test_an_optional_fact_with_another_speaker_does_not_stand_for_the_fact(agreement):
    score = agreement(facts=changed(SPEAKER, speaker="Odile Ferrand", optional=True))
    assert counts(score, "quotation") == (1, 1, 2)


def test_names_optional_in_either_count_for_neither(agreement):
    optional = BODY.replace("[LOC Ussel]", "[LOC? Ussel]")
    for body, first in ((optional, BODY), (BODY, optional), (BODY.replace("[LOC Ussel]", "Ussel"), optional)):
        score = agreement(body=body, first_body=first)
        assert (counts(score, "mention"), counts(score, "entity")) == ((10, 10, 10), (5, 5, 5))
    assert counts(agreement(body=optional, first_body=optional.replace("[LOC? Ussel]", "Ussel")), "mention") == (
        10,
        10,
        10,
    )


@pytest.mark.parametrize("first", ["LOC", "ORG", "ORG|LOC"])
def test_of_several_right_types_that_of_the_first_annotation_is_taken(agreement, first):
    either = BODY.replace("[LOC Ussel]", "[ORG|LOC Ussel]")
    assert unlike(agreement(body=either, first_body=BODY.replace("[LOC Ussel]", f"[{first} Ussel]"))) == set()


def test_of_several_right_names_that_of_the_first_annotation_is_taken(agreement):
    assert unlike(agreement(facts=changed(SPEAKER, speaker="maire|Hugo Lanier"))) == set()


def test_dates_are_left_out_when_one_annotation_has_none(agreement):
    assert "date" not in agreement(facts=without("date")).tallies
    assert "date" not in agreement(first_facts=without("date")).tallies


def test_a_date_resolved_otherwise_costs_one_on_both_sides_an_optional_one_nothing(agreement):
    may = next(fact for fact in FACTS if fact.get("edtf") == "2025-05")
    assert counts(agreement(facts=changed(may, edtf="2024-05")), "date") == (1, 2, 2)
    assert counts(agreement(facts=changed(may, edtf="2024-05", optional=True)), "date") == (1, 1, 1)


def test_articles_that_the_other_lacks_are_left_out(tmp_path):
    first, second = write(tmp_path / "first"), write(tmp_path / "second")
    write(first, name="b")
    result = evaluate_folder(first, second)
    assert (result.articles, result.agreement, result.total.tally("role").wanted) == (1, True, 1)


def test_folders_without_a_common_article_are_refused(tmp_path):
    first, second = write(tmp_path / "first"), write(tmp_path / "second", name="b")
    with pytest.raises(GoldError, match="annotates no article of"):
        evaluate_folder(first, second)


def test_annotations_of_different_texts_are_refused(tmp_path):
    first = write(tmp_path / "first")
    second = write(tmp_path / "second", BODY.replace("Le salon", "Ce salon"), without("event"))
    with pytest.raises(GoldError, match=r"second.a\.gold does not annotate the text of"):
        evaluate_folder(first, second)


def test_a_value_that_no_record_has_is_refused_with_its_file_and_words(agreement):
    with pytest.raises(GoldError, match=r"a\.gold: quotation «Le terrain est prêt»: quotation\.style"):
        agreement(facts=changed(SPEAKER, style="shouted"))
    with pytest.raises(GoldError, match=r"figure «40 postes»: .*needs a value"):
        agreement(facts=[FACTS[0] | {"value": None}])


def test_records_stand_where_the_annotator_found_them(tmp_path):
    article = read_gold_file(write(tmp_path) / "a.gold")
    _, answer = pair(article, article, dated=True)
    assert all(
        article.text[fact.evidence.start : fact.evidence.end] == fact.evidence.text
        and fact.evidence.sentence_start <= fact.evidence.start < fact.evidence.end <= fact.evidence.sentence_end
        for fact in answer.facts
    )
    ferrand = next(entity for entity in answer.entities if entity.name == "Odile Ferrand")
    assert (ferrand.aliases, len(ferrand.mentions)) == (("Ferrand",), 2)
    role = next(fact for fact in answer.facts if fact.type == "role")
    assert (role.person.entity_id, role.organisation) == (ferrand.id, None)
    assert [(date.edtf, date.grain) for date in answer.dates] == [("2025-05", "month"), ("2024", "year")]


def test_a_run_folder_is_no_annotation(tmp_path):
    folder = write(tmp_path / "gold")
    assert is_annotation(folder) and is_annotation(folder / "a.gold")
    (folder / MANIFEST).write_text("{}", "utf-8")
    assert not is_annotation(folder)
    assert not is_annotation(Path(tmp_path / "nowhere"))


def test_the_command_says_that_annotations_are_compared(tmp_path):
    first, second = write(tmp_path / "first"), write(tmp_path / "second")
    result = CliRunner().invoke(app, ["evaluate", str(first), str(second), "--report", str(tmp_path / "report.html")])
    assert result.exit_code == 0
    assert "two annotations are compared: F1 is their agreement" in result.stdout
    assert "calibration" not in result.stdout + (tmp_path / "report.html").read_text("utf-8")
    refused = CliRunner().invoke(app, ["evaluate", str(first), str(second), "--floors", str(tmp_path / "f.json")])
    assert refused.exit_code == 2
    assert "floors are for runs" in refused.stderr
