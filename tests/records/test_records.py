from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from factuel.records import FACT, FACT_TYPES, DateMention, Evidence, Figure, Measure, Span, content_id


def figure(value):
    measure = Measure(text="190", start=0, end=3, kind="count", value=value)
    evidence = Evidence(text="190", start=0, end=3, sentence_start=0, sentence_end=3)
    return Figure(id="f", article_id="a", evidence=evidence, confidence=0.5, extractor="e", measure=measure)


@pytest.mark.parametrize(
    ("value", "written"), [("190", "190"), ("1237854.74", "1237854.74"), ("2E+9", "2000000000"), ("0.50", "0.5")]
)
def test_numbers_are_written_in_their_shortest_exact_form(value, written):
    assert f'"value":{written},' in figure(Decimal(value)).model_dump_json()


@given(st.decimals(min_value=-(10**15), max_value=10**15, places=2))
def test_fact_reads_back_the_number_it_writes(value):
    fact = FACT.validate_json(figure(value).model_dump_json())
    assert abs(fact.measure.value - value) <= abs(value) * Decimal("1e-15")


def test_keys_of_a_fact_come_in_the_contract_order():
    common = [
        "id",
        "schema_version",
        "type",
        "article_id",
        "evidence",
        "factuality",
        "attribution",
        "time",
        "place",
        "confidence",
        "extractor",
    ]
    for record in FACT_TYPES:
        assert list(record.model_fields)[: len(common)] == common


def test_span_refuses_text_that_does_not_fit():
    with pytest.raises(ValidationError, match="3 characters"):
        Span(text="abc", start=0, end=4)


def test_measure_refuses_an_interval_upside_down():
    with pytest.raises(ValidationError, match="above"):
        Measure(text="x", start=0, end=1, kind="count", low=2, high=1)


def test_record_refuses_an_unknown_key():
    with pytest.raises(ValidationError, match="extra"):
        Span(text="a", start=0, end=1, colour="red")


def test_date_is_written_with_from():
    date = DateMention(text="2022", start=0, end=4, edtf="2022", from_="2022-01-01", to="2022-12-31", grain="year")
    assert '"from":"2022-01-01"' in date.model_dump_json()
    assert DateMention.model_validate_json(date.model_dump_json()) == date


def test_content_id_depends_on_every_part():
    assert content_id("f", "a", "b") == content_id("f", "a", "b") != content_id("f", "ab")
    assert content_id("f", "a", "").startswith("f-")
