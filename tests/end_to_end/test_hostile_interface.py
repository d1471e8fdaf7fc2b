"""The Python interface on arbitrary Unicode: no exception, and every span is the text at its offsets, without blanks."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

import factuel
from factuel.records import Record, Span

PIECES = [
    *(
        "« ",
        "»",
        "“",
        "”",
        '"',
        "'",
        "’",
        "- ",
        "— ",
        ", ",
        ". ",
        " : ",
        "? ",
        "\n\n",
        "\n",
        "\u00a0",
        "\u202f",
        "\x1c",
    ),
    *("a dit", ", a-t-il dit", ", explique Lise Orban, ", "Selon Lise Orban, ", "la société Trivex", "Mme ", "M. "),
    *(
        "12 millions d'euros",
        "de 12 à 18 M€",
        "CHF ",
        "$ ",
        "€",
        "10²",
        "½",
        "1/0",
        "0 %",
        "un sur dix",
        "٣",
        "99" * 30,
    ),
    *("lundi", "le 31 février", "le 4 avril 2023", "fin du mois de juin", "dans 99999999 ans", "0000", "9999-12-31"),
    *(
        "👩‍👩‍👧",
        "\U0001f1eb\U0001f1f7",
        "e\u0301",
        "\u200f",
        "İ",
        "ß",
        "\ud800",
        "\x00",
        "\ufffe",
        "r",
        "7",
        "nous partons",
    ),
]
TEXTS = st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=3)), max_size=20).map("".join)
DAYS = st.sampled_from([None, date(2023, 4, 6), date.min, date.max])


def spans_of(record: Any) -> Iterator[Span]:
    """Yield the spans that a record holds, itself included."""
    if isinstance(record, Span):
        yield record
    if isinstance(record, Record):
        for name in type(record).model_fields:
            yield from spans_of(getattr(record, name))
    elif isinstance(record, tuple | list):
        for item in record:
            yield from spans_of(item)


def assert_grounded(text: str, records: Any) -> None:
    for span in spans_of(records):
        assert text[span.start : span.end] == span.text
        assert span.text == span.text.strip() != ""


@settings(max_examples=150, deadline=None, derandomize=True)
@given(TEXTS, DAYS)
@example("0CHF 10²", None)
@example("à la fin du mois de juin", date(2023, 4, 6))
@example("lundi", date.max)
@example("lundi en huit", date.max)
def test_figures_and_dates_stand_where_they_say(text: str, day: date | None) -> None:
    assert_grounded(text, factuel.find_figures(text))
    assert_grounded(text, factuel.find_dates(text, reference=day))


@settings(max_examples=25, deadline=None, derandomize=True)
@given(TEXTS)
@example("ŉ« à Douai. /50/0 %6depuis 201899999999999999999999999999trois quarts")
@example("r“7")
@example("\u0116R\u0135\x80“_\u024e\U000978a9\u20b7\u023a\u20e3\u0131")
@example("a  ,a-t-il dit")
@example("10² \ud800 « Nous partons », dit Lise.")
def test_quotations_stand_where_they_say(text: str) -> None:
    assert_grounded(text, factuel.find_quotations(text))


@settings(max_examples=15, deadline=None, derandomize=True)
@given(TEXTS)
def test_records_of_an_article_stand_where_they_say(noise: str) -> None:
    page = f"La société Trivex a ouvert le 4 avril 2023 un atelier de 30 salariés à Sedan. {noise} Elle en est fière."
    try:
        found = factuel.extract(page, published=date(2023, 4, 6))
    except factuel.ExtractionError as error:
        assert error.reject.message
    else:
        assert_grounded(found.article.text, (found.entities, found.facts))


@pytest.mark.parametrize("unit", ["1 ", "« ", "le 4 ", "M. ", "l'", "Lise Orban, ", "a\n", "12 millions "])
def test_repeated_unit_stays_cheap(unit: str) -> None:
    text = unit * (8000 // len(unit))
    assert_grounded(text, factuel.find_figures(text))
    assert_grounded(text, factuel.find_quotations(text))
