from pathlib import Path

import pytest

from factuel.corpus.gold import read_gold_file
from factuel.evaluation import check_floors, evaluate, update_floors
from factuel.evaluation.alignment import Alignment
from factuel.evaluation.similarity import contains, overlap, same_name, same_number
from factuel.evaluation.tally import Score
from factuel.records import Article, Entity, EntityRef, Evidence, Extraction, Figure, Measure, Mention, Role, Source

GOLD = """genre: local
published: 2024-03-12
===
Titre court

[PER Léa Roux], maire de [LOC Lens], parle.
===
{"type": "role", "text": "Léa Roux, maire de Lens", "person": "Léa Roux", "title": "maire", "organisation": "Lens"}
"""


@pytest.fixture
def gold(tmp_path):
    path = tmp_path / "a.gold"
    path.write_text(GOLD, encoding="utf-8")
    return read_gold_file(path)


def extraction(text, title="maire", kind="person"):
    source = Source(uri="folder/a.gold", sha256="0" * 64, media_type="text/plain")
    article = Article(
        id="a", source=source, url=None, site=None, title=None, published=None, modified=None, language="fr", text=text
    )
    entities, at = [], {}
    for name, type_ in (("Léa Roux", kind), ("Lens", "place")):
        start = at[name] = text.index(name)
        mention = Mention(text=name, start=start, end=start + len(name))
        entities.append(Entity(id=name, article_id="a", type=type_, name=name, mentions=(mention,), confidence=1))
    start, end = at["Léa Roux"], at["Lens"] + 4
    evidence = Evidence(text=text[start:end], start=start, end=end, sentence_start=start, sentence_end=end)
    refs = [EntityRef(entity_id=name, name=name) for name in ("Léa Roux", "Lens")]
    role = Role(
        id="f",
        article_id="a",
        evidence=evidence,
        confidence=1,
        extractor="test",
        person=refs[0],
        title=title,
        organisation=refs[1],
    )
    return Extraction(article=article, entities=tuple(entities), facts=(role,))


def test_evaluate_gives_full_marks_to_what_the_gold_says(gold):
    score = evaluate([gold], [extraction(gold.text)]).total
    assert {kind: score.tally(kind).f1 for kind in ("mention", "entity", "role")} == {
        "mention": 1,
        "entity": 1,
        "role": 1,
    }
    assert score.mistakes == []


def test_evaluate_finds_the_same_through_reflowed_text(gold):
    score = evaluate([gold], [extraction(gold.text.replace("\n\n", "\n \n"))]).total
    assert score.tally("mention").f1 == 1


def test_evaluate_counts_and_explains_errors(gold):
    score = evaluate([gold], [extraction(gold.text, title="préfète", kind="organisation")]).total
    assert (score.tally("role").hits, score.tally("role").found, score.tally("role").wanted) == (0, 1, 1)
    kinds = {(mistake.type, mistake.kind) for mistake in score.mistakes}
    assert kinds == {("mention", "missed"), ("mention", "wrong"), ("role", "missed"), ("role", "wrong")}
    assert all("maire de Lens" in mistake.sentence for mistake in score.mistakes)


def test_evaluate_counts_a_missing_article_as_missed(gold):
    assert evaluate([gold], []).total.tally("role").wanted == 1


def test_alignment_maps_words_and_loses_what_is_gone():
    alignment = Alignment("Le maire de Lens parle", "Le maire  de Lens")
    assert alignment.span(3, 8) == (3, 8)
    assert alignment.span(12, 16) == (13, 17)
    assert alignment.span(17, 22) is None


@pytest.mark.parametrize(
    ("found", "wanted", "same"),
    [
        ("Mme Roux", ["Léa Roux", "Roux"], True),
        (None, [], True),
        ("Lens", [], False),
        (None, ["Lens"], False),
        ("Lille", ["Lens"], False),
    ],
)
def test_same_name(found, wanted, same):
    assert same_name(found, wanted) is same


def test_wordings_compare_by_words():
    assert contains("L’usine de Lens", "usine de lens")
    assert not contains("", "x")
    assert overlap("chiffre d'affaires", "chiffre d’affaires net") == 0.75
    assert same_number(2.0, 2) and not same_number(2.0, 2.1) and not same_number(None, 2)


def test_floors_only_rise(tmp_path):
    floors = tmp_path / "floors.json"
    good, bad = Score(), Score()
    good.tally("role").add(right=9, wrong=1, missed=1)
    bad.tally("role").add(right=5, wrong=5, missed=5)
    assert update_floors(good, floors, "dev", tmp_path) == []
    assert check_floors(good, floors, "dev") == []
    assert check_floors(bad, floors, "dev") == ["role: F1 0.500 is below its floor 0.900"]
    before = floors.read_text(encoding="utf-8")
    assert update_floors(bad, floors, "dev", tmp_path) != []
    assert floors.read_text(encoding="utf-8") == before
    assert update_floors(bad, floors, "dev", tmp_path, allow_regression=True) == []
    assert check_floors(bad, floors, "dev") == []


def test_floors_of_an_unknown_split_hold(tmp_path):
    assert check_floors(Score(), Path(tmp_path / "none.json"), "dev") == []


NOBODY = """genre: local
published: 2024-03-12
===
Titre court

[ORG Lumexia] ferme. Il reste 40 lits.
===
{"type": "figure", "text": "40 lits", "value": 40, "bound": "exact", "unit": null, "of": "lits"}
"""


@pytest.mark.parametrize(("subject", "right"), [(None, 1), ("Lumexia", 0)])
def test_a_figure_about_nobody_is_asked_for_in_a_row_of_its_own(tmp_path, subject, right):
    path = tmp_path / "a.gold"
    path.write_text(NOBODY, encoding="utf-8")
    gold = read_gold_file(path)
    base, start = extraction("Léa Roux, maire de Lens"), gold.text.index("40 lits")
    evidence = Evidence(text="40 lits", start=start, end=start + 7, sentence_start=start, sentence_end=start + 7)
    measure = Measure(kind="count", value=40, unit=None, bound="exact", text="40", start=start, end=start + 2)
    who = EntityRef(entity_id=None, name=subject) if subject else None
    figure = Figure(
        id="f",
        article_id="a",
        evidence=evidence,
        confidence=1,
        extractor="test",
        measure=measure,
        of="lits",
        subject=who,
    )
    article = base.article.model_copy(update={"text": gold.text})
    score = evaluate([gold], [Extraction(article=article, entities=(), facts=(figure,))]).total
    assert (score.detail["figure subject null"], score.detail_of["figure subject null"]) == (right, 1)
