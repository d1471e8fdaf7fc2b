"""The decision store, in SQLite and PostgreSQL."""

from __future__ import annotations

from pathlib import Path

import pytest
import sqlalchemy as sa
from tests.review.conftest import make_extraction, write_run

from factuel.records import FACT, Entity, EntityChange, Extraction, Link, Mention, content_id
from factuel.review.claims import take
from factuel.review.database import Database
from factuel.review.deciding import ConflictError, ReviewError, Verdict, add, change_entities, decide, item_of
from factuel.review.entities import Fold, article_entities
from factuel.review.filters import read_filters
from factuel.review.indexing import open_run
from factuel.review.queue import next_item, orphans, progress
from factuel.review.reviewed import reviewed
from factuel.review.settings import set_double_share
from factuel.review.tables import DECISION, ITEM, TABLES
from factuel.review.undoing import undo

ROLE = content_id("f", content_id("a", "0"), "role")
FIGURE = content_id("f", content_id("a", "0"), "figure")
TODO = read_filters({})


def corrected_title(database: Database, item: str, title: str) -> Verdict:
    with database.reading() as connection:
        fact = FACT.validate_json(item_of(connection, item).extracted)
    return Verdict("correct", fact.model_copy(update={"title": title}))


def test_tables_are_those_of_the_migrations(database: Database) -> None:
    inspector = sa.inspect(database.engine)
    for table in TABLES:
        columns = [column["name"] for column in inspector.get_columns(table.name)]
        assert columns == [column.name for column in table.columns], table.name


def test_history_is_never_changed(database: Database) -> None:
    with database.writing() as connection:
        decide(connection, "ana", ROLE, 0, Verdict("accept"))
    for change in (sa.delete(DECISION), sa.update(DECISION).values(curator="eve")):
        with pytest.raises(sa.exc.DatabaseError, match="never changed"), database.writing() as connection:
            connection.execute(change)


def test_decisions_show_and_are_undone_without_limit(database: Database) -> None:
    with database.writing() as connection:
        decide(connection, "ana", ROLE, 0, Verdict("accept"))
        decide(connection, "ana", FIGURE, 0, Verdict("reject", reason="wrong_value"))
    with database.writing() as connection:
        assert (item_of(connection, ROLE).state, item_of(connection, FIGURE).state) == ("accepted", "rejected")
        assert progress(connection, TODO, "ana").done == 2
        assert undo(connection, "ana") == FIGURE
        assert undo(connection, "ana") == ROLE
        assert progress(connection, TODO, "ana").done == 0
        with pytest.raises(ReviewError, match="nothing_to_undo"):
            undo(connection, "ana")


def test_undo_takes_back_only_what_one_did_oneself(database: Database) -> None:
    with database.writing() as connection:
        decide(connection, "ana", ROLE, 0, Verdict("accept"))
        with pytest.raises(ReviewError, match="nothing_to_undo"):
            undo(connection, "bob")


def test_second_decision_on_an_old_state_is_refused_and_a_resent_one_counts_once(database: Database) -> None:
    with database.writing() as connection:
        number = decide(connection, "ana", ROLE, 0, Verdict("accept"))
        assert decide(connection, "ana", ROLE, 0, Verdict("accept")) == number
        with pytest.raises(ConflictError, match="ana"):
            decide(connection, "bob", ROLE, 0, Verdict("accept"))
        assert connection.scalar(sa.select(sa.func.count()).select_from(DECISION)) == 1


def test_two_people_never_hold_the_same_fact(database: Database) -> None:
    with database.writing() as connection:
        held = [next_item(connection, TODO, f"curator {number}") for number in range(10)]
        assert len(set(held)) == 10
        assert next_item(connection, TODO, "one more") is None
        assert not take(connection, str(held[0]), "one more")
        with pytest.raises(ConflictError, match="held_by"):
            decide(connection, "one more", str(held[0]), 0, Verdict("accept"))


def test_uncertain_facts_come_first(database: Database) -> None:
    with database.writing() as connection:
        first = next_item(connection, TODO, "ana")
        assert item_of(connection, str(first)).type == "role"
        after = next_item(connection, read_filters({"order": "article"}), "ana", ROLE)
        assert after == FIGURE
        assert next_item(connection, read_filters({"order": "article"}), "ana", FIGURE, back=True) == ROLE


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ({"q": "lumeo 3"}, 2),
        ({"type": "role"}, 5),
        ({"entity": "Zoé Marquis"}, 1),
        ({"high": "70"}, 5),
        ({"q": "%"}, 0),
    ],
)
def test_filters(database: Database, query: dict[str, str], count: int) -> None:
    with database.reading() as connection:
        assert progress(connection, read_filters(query), "ana").total == count


def test_rerun_keeps_what_applies_shows_what_changed_and_lists_what_is_lost(run: Path, database: Database) -> None:
    other = content_id("f", content_id("a", "1"), "role")
    third = content_id("f", content_id("a", "2"), "role")
    fourth = content_id("f", content_id("a", "3"), "figure")
    with database.writing() as connection:
        decide(connection, "ana", ROLE, 0, Verdict("accept"))
        decide(connection, "ana", other, 0, Verdict("accept"))
        decide(connection, "ana", fourth, 0, Verdict("reject", reason="not_useful"))
    with database.writing() as connection:
        decide(connection, "ana", third, 0, corrected_title(database, third, "directrice générale"))
    moved = make_extraction(0, "Une autre ligne\n\n" + make_extraction(0).article.text)
    changed = make_extraction(1, title="gérante")
    caught_up = make_extraction(2, title="Directrice générale")
    lost = make_extraction(3)
    lost = lost.model_copy(update={"facts": lost.facts[:1]})
    write_run(run, [moved, changed, caught_up, lost, make_extraction(4), make_extraction(5)], "2")
    assert open_run(run, database) == 2
    with database.reading() as connection:
        states = {one: item_of(connection, one) for one in (ROLE, other, third, fourth)}
        assert [row.state for row in states.values()] == ["accepted", "changed", "corrected", "rejected"]
        kept = FACT.validate_json(states[ROLE].current_record)
        assert moved.article.text[kept.evidence.start : kept.evidence.end] == kept.evidence.text
        assert [row.id for row in orphans(connection)] == [fourth]
        assert progress(connection, read_filters({"show": "todo"}), "ana").total == 11


def crawled_anew(number: int, text: str | None = None) -> Extraction:
    """Return the article of the same address as another crawl brought it: other bytes, hence other ids."""
    old = make_extraction(number, text)
    text = old.model_dump_json()
    for one in (old.article, *old.entities, *old.facts):
        text = text.replace(one.id, content_id(one.id[0], one.id, "anew"))
    return Extraction.model_validate_json(text)


def test_page_crawled_anew_keeps_its_decisions(run: Path, database: Database) -> None:
    with database.writing() as connection:
        decide(connection, "ana", ROLE, 0, Verdict("accept"))
        decide(connection, "ana", FIGURE, 0, corrected_figure(database))
        missed = FACT.validate_json(item_of(connection, ROLE).extracted)
        missed = missed.model_copy(
            update={"id": content_id("f", "missed"), "title": "gérante", "extractor": "human:added"}
        )
        add(connection, "ana", missed)
    before = make_extraction(0).article.text
    anew = crawled_anew(0, f"Mis à jour\n\n{before}")
    write_run(run, [anew, crawled_anew(1), *map(make_extraction, range(2, 6))], "2")
    open_run(run, database)
    with database.reading() as connection:
        rows = [item_of(connection, one) for one in (ROLE, FIGURE)]
        assert [(row.state, row.article_id) for row in rows] == [
            ("accepted", anew.article.id),
            ("corrected", anew.article.id),
        ]
        assert orphans(connection) == []
        assert progress(connection, read_filters({"show": "all"}), "ana").total == 13
    facts = [fact for one in reviewed(run, database) for fact in one.facts if one.article == anew.article]
    assert sorted(fact.extractor for fact in facts) == ["human:accepted", "human:added", "human:corrected"]
    role = next(fact for fact in facts if fact.extractor == "human:accepted")
    people = {entity.name: entity.id for entity in anew.entities}
    assert role.person.entity_id == people["Zoé Marquis"]
    assert anew.article.text[role.evidence.start : role.evidence.end] == role.evidence.text


def corrected_figure(database: Database) -> Verdict:
    with database.reading() as connection:
        fact = FACT.validate_json(item_of(connection, FIGURE).extracted)
    return Verdict("correct", fact.model_copy(update={"of": "personnes", "extractor": "human:corrected"}))


def test_counts_are_those_of_the_facts(run: Path, database: Database) -> None:
    """Whatever happens, what is counted along is what counting finds."""

    def counted() -> dict[str, int]:
        query = sa.select(ITEM.c.state, sa.func.count()).where(ITEM.c.present == 1).group_by(ITEM.c.state)
        with database.reading() as connection:
            found = {state: count for state, count in connection.execute(query)}
            assert progress(connection, TODO, "ana").states == found
        return found

    assert counted() == {"open": 10}
    with database.writing() as connection:
        decide(connection, "ana", ROLE, 0, Verdict("accept"))
        decide(connection, "ana", FIGURE, 0, Verdict("reject", reason="wrong_value"))
    assert counted() == {"open": 8, "accepted": 1, "rejected": 1}
    with database.writing() as connection:
        new = FACT.validate_json(item_of(connection, ROLE).extracted)
        new = new.model_copy(update={"id": content_id("f", "new"), "title": "gérante", "extractor": "human:added"})
        added = add(connection, "ana", new)
    assert counted() == {"open": 8, "accepted": 1, "rejected": 1, "added": 1}
    with database.writing() as connection:
        assert undo(connection, "ana") == added
    assert counted() == {"open": 8, "accepted": 1, "rejected": 1}
    with database.writing() as connection:
        add(connection, "ana", new)
        undo(connection, "ana")
        undo(connection, "ana")
    assert counted() == {"open": 9, "accepted": 1}
    write_run(run, [make_extraction(number) for number in range(1, 5)], "2")
    open_run(run, database)
    assert counted() == {"open": 8}


def test_opening_the_same_version_again_changes_nothing(run: Path, database: Database) -> None:
    assert open_run(run, database) == 1


def test_double_review_needs_two_who_agree_or_a_third(database: Database) -> None:
    with database.writing() as connection:
        set_double_share(connection, 1.0)
        first = decide(connection, "ana", ROLE, 0, Verdict("accept"))
        assert item_of(connection, ROLE).state == "half"
        held = {next_item(connection, TODO, "ana") for _ in range(12)}
        assert ROLE not in held
        second = decide(connection, "bob", ROLE, first, Verdict("reject", reason="not_said"))
        assert item_of(connection, ROLE).state == "conflict"
        decide(connection, "cleo", ROLE, second, Verdict("accept"))
        assert item_of(connection, ROLE).state == "accepted"
        undo(connection, "cleo")
        assert item_of(connection, ROLE).state == "conflict"


def test_type_of_a_name_changes_everywhere_and_comes_back(database: Database) -> None:
    article = content_id("a", "0")
    with database.writing() as connection:
        change = EntityChange(change="retype", scope="all", name="Metz", type="organisation")
        change_entities(connection, "ana", article, change)
        for number in range(5):
            entities, _ = article_entities(connection, content_id("a", str(number)))
            assert {one.name: one.type for one in entities}["Metz"] == "organisation"
        undo(connection, "ana")
        entities, _ = article_entities(connection, article)
        assert {one.name: one.type for one in entities}["Metz"] == "place"


def test_links_of_a_place_go_with_its_type() -> None:
    link = Link(authority="INSEE commune", id="1", name="Metz", score=0.9)
    mention = Mention(text="Metz", start=0, end=4)
    place = Entity(
        id="e1", article_id="a", type="place", name="Metz", mentions=(mention,), links=(link,), confidence=0.9
    )
    fold = Fold("a", {"e1": place})
    fold.apply(EntityChange(change="retype", entity_ids=("e1",), name="Metz", type="place"))
    assert fold.entities["e1"].links == (link,)
    fold.apply(EntityChange(change="retype", entity_ids=("e1",), name="Metz", type="organisation"))
    assert fold.entities["e1"].links == ()


def test_merge_and_split(database: Database) -> None:
    article = content_id("a", "0")
    with database.writing() as connection:
        person, company, place = (
            article_entities(connection, article)[0][1],
            *article_entities(connection, article)[0][::2],
        )
        merge = EntityChange(change="merge", entity_ids=(company.id, place.id), name=company.name, type="organisation")
        change_entities(connection, "ana", article, merge)
        entities, merged = article_entities(connection, article)
        assert merged == {place.id: company.id}
        whole = next(one for one in entities if one.id == company.id)
        assert len(whole.mentions) == 2 and person in entities
        split = EntityChange(
            change="split", entity_ids=("e-new", company.id), name="Metz", type="place", mentions=place.mentions
        )
        change_entities(connection, "ana", article, split)
        assert {one.id for one in article_entities(connection, article)[0]} == {company.id, person.id, "e-new"}
        undo(connection, "ana")
        undo(connection, "ana")
        assert len(article_entities(connection, article)[0]) == 3
