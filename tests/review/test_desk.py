"""The desk over HTTP: decisions, forms, filters, safety, what hostile pages cannot do."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlencode

import pytest
from tests.review.desk_client import Client, form_token, served

from factuel.outputs.rendering import record_line
from factuel.outputs.schema import schema_text
from factuel.records import FACT, Decision, content_id
from factuel.review.database import Database
from factuel.review.deciding import item_of
from factuel.review.export import read_decisions
from factuel.review.reviewed import reviewed
from factuel.review.web.guard import MOST_BYTES

ROLE = content_id("f", content_id("a", "0"), "role")
FIGURE = content_id("f", content_id("a", "0"), "figure")


@pytest.fixture
def port(opened: Database) -> Iterator[int]:
    with served(opened) as port:
        yield port


def state(database: Database, item: str) -> str:
    with database.reading() as connection:
        return str(item_of(connection, item).state)


def current(database: Database, item: str) -> object:
    with database.reading() as connection:
        return FACT.validate_json(item_of(connection, item).current_record)


def test_fact_is_a_sentence_in_the_language_of_the_browser(opened: Database, port: int) -> None:
    client = Client(port, "Ana")
    french = client.get(f"/fact/{ROLE}", Accept_Language="fr-FR,fr;q=0.9,en;q=0.8").text
    english = client.get(f"/fact/{ROLE}", Accept_Language="en").text
    plain = re.sub(r"<[^>]+>", "", french)
    assert "Zoé Marquis est directrice de Lumeo 0, selon l&#39;article." in plain
    assert "Zoé Marquis is directrice of Lumeo 0, according to the article." in re.sub(r"<[^>]+>", "", english)


def test_decision_gives_the_next_fact(opened: Database, port: int) -> None:
    client = Client(port, "Ana")
    answer = client.decide(ROLE, kind="accept")
    assert state(opened, ROLE) == "accepted"
    assert 'data-item="f-' in answer.text and ROLE not in answer.text
    assert client.decide(FIGURE, kind="reject", reason="wrong_value").status == 200
    assert state(opened, FIGURE) == "rejected"


def test_fields_are_corrected_and_read_as_in_a_newspaper(opened: Database, port: int) -> None:
    client = Client(port, "Ana")
    client.decide(
        FIGURE,
        kind="correct",
        measure="plus de 2 Mds €",
        of="ventes",
        subject="Ormel",
        subject_type="organisation",
        time="le 4 avril dernier",
    )
    fact = current(opened, FIGURE)
    assert (fact.measure.value, fact.measure.bound, fact.measure.unit) == (2000000000, "more_than", "EUR")
    assert (fact.time.edtf, fact.subject.name, fact.extractor) == ("2023-04-04", "Ormel", "human:corrected")
    assert fact.subject.entity_id is not None
    page = client.get(f"/fact/{FIGURE}").text
    assert "plus de 2\u202f000\u202f000\u202f000 EUR" in page


def test_value_that_cannot_be_read_is_told_and_not_written(opened: Database, port: int) -> None:
    answer = Client(port, "Ana").decide(FIGURE, kind="correct", measure="beaucoup")
    assert answer.status == 422 and "beaucoup" in answer.text
    assert state(opened, FIGURE) == "open"


def test_what_is_typed_is_shown_normalised(opened: Database, port: int) -> None:
    client = Client(port, "Ana")
    amount = client.get(
        "/read?" + urlencode({"as": "amount", "measure": "entre 10 et 20 millions d'euros"}), HX_Request="true"
    )
    date = client.get(
        "/read?" + urlencode({"as": "date", "published": "2023-04-06", "time": "fin 2024"}), HX_Request="true"
    )
    assert amount.text.strip() == "de 10\u202f000\u202f000 à 20\u202f000\u202f000 EUR"
    assert date.text.strip() == "fin 2024"


def test_added_fact_points_at_the_selected_words(opened: Database, port: int) -> None:
    client = Client(port, "Ana")
    page = client.get(f"/fact/{ROLE}").text
    token = form_token(page)
    article = next(one for one in reviewed_articles(opened) if one.id == content_id("a", "0"))
    start = article.text.index("est allée à Metz")
    form = {"article": article.id, "evidence_start": str(start), "evidence_end": str(start + 16), "type": "location"}
    assert 'value="Metz"' in client.get("/add?" + urlencode(form), HX_Request="true").text
    data = {
        "form_token": token,
        "article": article.id,
        "fact_type": "location",
        "entity": "Lumeo 0",
        "location": "Metz",
    }
    data |= {
        "relation": "site",
        "factuality": "asserted",
        "evidence_start": str(start),
        "evidence_end": str(start + 16),
    }
    assert client.post("/add", data, HX_Request="true").status == 200
    facts = next(one.facts for one in reviewed_run(opened) if one.article.id == article.id)
    added = next(fact for fact in facts if fact.type == "location")
    assert added.evidence.text == "est allée à Metz" and added.extractor == "human:added"


def test_words_that_are_typed_count_as_selected(opened: Database, port: int) -> None:
    client = Client(port, "Ana")
    client.decide(ROLE, kind="correct", evidence_words="directrice  de Lumeo 0")
    role = current(opened, ROLE)
    text = next(one for one in reviewed_articles(opened) if one.id == role.article_id).text
    assert text[role.evidence.start : role.evidence.end] == role.evidence.text == "directrice de Lumeo 0"
    form = {"article": role.article_id, "type": "location", "evidence_words": "est allée à Metz"}
    assert 'value="Metz"' in client.get("/add?" + urlencode(form), HX_Request="true").text


@pytest.mark.parametrize(
    ("form", "said"),
    [
        ({"evidence_words": "est allée à Nancy"}, "est allée à Nancy"),
        ({"evidence_start": "²", "evidence_end": "4"}, "La sélection"),
        ({"evidence_start": "0", "evidence_end": "9" * 5000}, "La sélection"),
        ({"evidence_start": "0", "evidence_end": "999999"}, "La sélection"),
    ],
)
def test_place_that_the_article_does_not_have_is_refused(
    opened: Database, port: int, form: dict[str, str], said: str
) -> None:
    client = Client(port, "Ana")
    added = client.get("/add?" + urlencode({"article": content_id("a", "0"), "type": "role"} | form))
    corrected = client.decide(ROLE, kind="correct", **form)
    assert (added.status, corrected.status) == (422, 422)
    assert said in added.text and said in corrected.text
    assert state(opened, ROLE) == "open"


def reviewed_run(database: Database) -> list[object]:
    return list(reviewed(Path(str(database.engine.url.database)).parent, database))


def reviewed_articles(database: Database) -> list[object]:
    return [one.article for one in reviewed_run(database)]


def test_two_curators_at_once(opened: Database, port: int) -> None:
    ana, bob = Client(port, "Ana"), Client(port, "Bob")
    page = ana.get(f"/fact/{ROLE}").text
    assert "Ana a ce fait" in bob.get(f"/fact/{ROLE}", Accept_Language="fr").text
    token = form_token(bob.get("/list").text)
    refused = bob.post(f"/fact/{ROLE}/decide", {"form_token": token, "version": "0", "kind": "accept"})
    assert refused.status == 409 and "Ana" in refused.text
    assert page and state(opened, ROLE) == "open"


def test_export_of_decisions_fits_its_schema(opened: Database, port: int) -> None:
    from jsonschema import Draft202012Validator

    client = Client(port, "Ana")
    client.decide(
        ROLE,
        kind="correct",
        title="directrice générale",
        organisation="Ormel",
        organisation_type="organisation",
    )
    client.decide(FIGURE, kind="reject", reason="duplicate")
    validator = Draft202012Validator(json.loads(schema_text("decision")))
    lines = [record_line(one) for one in read_decisions(opened)]
    assert [json.loads(line)["kind"] for line in lines] == ["entity", "correct", "reject"]
    for line in lines:
        validator.validate(json.loads(line))
        assert Decision.model_validate_json(line)


def test_reviewed_run_has_the_decisions_marked_as_human(opened: Database, port: int) -> None:
    client = Client(port, "Ana")
    client.decide(ROLE, kind="correct", title="gérante")
    client.decide(FIGURE, kind="reject", reason="duplicate")
    first, *others = reviewed_run(opened)
    assert [(fact.title, fact.extractor) for fact in first.facts] == [("gérante", "human:corrected")]
    assert all(fact.extractor == "test" for one in others for fact in one.facts)


def test_hostile_title_is_words(opened: Database, port: int) -> None:
    client = Client(port, "<b>Eve</b>")
    hostile = content_id("f", content_id("a", "3"), "role")
    for path in (f"/fact/{hostile}", "/list", f"/list?q={'<script>'}", "/people", "/?entity=%22%3E%3Cscript%3E"):
        page = client.get(path).text
        assert "<script>" not in page.replace('<script src="/static', ""), path
        assert "<b>Eve" not in page and 'href="javascript' not in page
    assert "&lt;script&gt;alert" in client.get(f"/fact/{hostile}").text


def test_every_answer_has_the_headers(opened: Database, port: int) -> None:
    client = Client(port, "Ana")
    for path in ("/", "/static/desk.js", "/nothing", "/fact/none"):
        headers = client.get(path).headers
        assert "default-src 'none'" in headers["content-security-policy"], path
        assert "unsafe" not in headers["content-security-policy"]
        assert headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize(
    "path", ["/static/../review.sqlite", "/static/..%2fapplication.py", "/review.sqlite", "/fact/..%2f..%2fetc"]
)
def test_no_file_is_served(opened: Database, port: int, path: str) -> None:
    answer = Client(port, "Ana").get(path)
    assert answer.status == 404 and "SQLite" not in answer.text


def test_forged_forms_are_refused(opened: Database, port: int) -> None:
    client = Client(port, "Ana")
    data = {"version": "0", "kind": "accept"}
    assert client.post(f"/fact/{ROLE}/decide", data).status == 403
    assert client.post(f"/fact/{ROLE}/decide", data | {"form_token": "0" * 64}).status == 403
    token = form_token(client.get("/").text)
    for headers in ({"Origin": "https://evil.example"}, {"Sec_Fetch_Site": "cross-site"}):
        answer = client.post(f"/fact/{ROLE}/decide", data | {"form_token": token}, **headers)
        assert answer.status == 403
    assert state(opened, ROLE) == "open"


def test_forged_name_is_nobody(opened: Database, port: int) -> None:
    client = Client(port)
    client.cookies[next(iter(Client(port, "Ana").cookies))] = "QW5h.x." + "0" * 64
    assert 'action="/name"' in client.get("/").text


def test_large_requests_are_refused(opened: Database, port: int) -> None:
    client = Client(port, "Ana")
    assert client.post("/undo", b"a" * (MOST_BYTES + 1)).status == 413
    assert client.post("/undo", "&".join("a=1" for _ in range(300)).encode()).status == 413


def test_other_hosts_names_do_not_lead_here(opened: Database, port: int) -> None:
    assert Client(port, "Ana").get("/", Host="evil.example").status == 403


def test_token_is_required_where_others_can_reach_the_desk(opened: Database) -> None:
    token = "a1" * 12
    with served(opened, token) as guarded:
        client = Client(guarded)
        assert client.get("/").status == 403
        assert client.get("/?token=wrong").status == 403
        client.get(f"/?token={token}")
        assert client.get("/").status == 200


@pytest.mark.parametrize(
    ("accepted", "words"),
    [("fr", "Qui relit"), ("en-GB,en;q=0.9", "Who reviews"), ("de", "Qui relit"), ("en;q=x", "Qui relit")],
)
def test_language(port: int, accepted: str, words: str) -> None:
    assert words in Client(port).get("/", Accept_Language=accepted).text


def test_assignment_keeps_others_away(opened: Database, port: int) -> None:
    ana, bob = Client(port, "Ana"), Client(port, "Bob")
    token = form_token(ana.get("/people").text)
    assert ana.post("/assign", {"form_token": token, "to": "Ana", "count": "5"}).status == 200
    assert 'data-item=""' in bob.get("/").text
    assert 'data-item="f-' in ana.get("/").text


def test_names_are_merged_retyped_and_split_from_the_desk(opened: Database, port: int) -> None:
    client = Client(port, "Ana")
    page = client.get(f"/fact/{ROLE}").text
    extraction = next(one for one in reviewed_run(opened) if one.article.id == content_id("a", "0"))
    ids = {entity.name: entity.id for entity in extraction.entities}
    data = {"form_token": form_token(page), "article": extraction.article.id, "item": ROLE}
    retype = {"change": "retype", "entity": ids["Metz"], "type": "organisation", "scope": "all"}
    assert client.post("/names", data | retype, HX_Request="true").status == 200
    assert {entity.type for one in reviewed_run(opened) for entity in one.entities if entity.name == "Metz"} == {
        "organisation"
    }
    merge = {"change": "merge", "entity": ids["Metz"], "other": ids["Lumeo 0"], "type": "", "scope": "article"}
    assert client.post("/names", data | merge, HX_Request="true").status == 200
    merged = next(one for one in reviewed_run(opened) if one.article.id == extraction.article.id)
    assert {entity.name for entity in merged.entities} == {"Lumeo 0", "Zoé Marquis"}
    start = extraction.article.text.index("Metz")
    split = {
        "change": "split",
        "entity": ids["Lumeo 0"],
        "type": "place",
        "split_start": str(start),
        "split_end": str(start + 4),
    }
    assert client.post("/names", data | split, HX_Request="true").status == 200
    again = next(one for one in reviewed_run(opened) if one.article.id == extraction.article.id)
    assert {entity.name: entity.type for entity in again.entities}["Metz"] == "place"
    nothing = client.post("/names", data | merge | {"other": ids["Metz"]}, HX_Request="true")
    assert nothing.status == 422
