"""Facts of an annotation as records: grain of dates, kind of measures, sentences."""

import pytest

from factuel.corpus.gold import GoldFact
from factuel.evaluation.annotated_facts import date_record, measure_kind, sentence_around


@pytest.mark.parametrize(
    ("edtf", "grain"),
    [
        ("2024-03-12", "day"),
        ("2024-03", "month"),
        ("2024-35", "quarter"),
        ("2024-21", "season"),
        ("XXXX-09", "month"),
        ("197X", "decade"),
        ("2010~", "year"),
        ("2018/..", "year"),
        ("../2030-05", "month"),
    ],
)
def test_date_record_has_the_grain_of_its_edtf(edtf, grain):
    assert date_record(GoldFact("date", "alors", 4, 9, False, {}), edtf).grain == grain


@pytest.mark.parametrize(
    ("unit", "kind"),
    [
        (None, "count"),
        ("EUR", "money"),
        ("percent", "percentage"),
        ("point", "percentage"),
        ("year", "duration"),
        ("MW", "measure"),
    ],
)
def test_measure_kind_follows_the_unit(unit, kind):
    assert measure_kind(unit) == kind


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("usine", "L'usine de M. Ravel ferme."),
        ("Ravel", "L'usine de M. Ravel ferme."),
        ("Elle", "Elle a 3.5 hectares."),
        ("ferme. Elle", "L'usine de M. Ravel ferme. Elle a 3.5 hectares."),
        ("Titre", "Titre"),
    ],
)
def test_sentence_around_ends_at_stops_and_paragraphs_not_after_abbreviations(words, sentence):
    text = "Titre\n\nL'usine de M. Ravel ferme. Elle a 3.5 hectares. Ensuite, rien."
    low, high = sentence_around(text, text.index(words), text.index(words) + len(words))
    assert text[low:high].strip() == sentence
