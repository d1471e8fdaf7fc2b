"""Scores of cleaned texts against gold, on invented sentences."""

import pytest

from factuel.evaluation.page_texts import score_text

GOLD = "La halle rouvre\n\nLa halle de Sarrance, fermée depuis deux ans, rouvrira samedi après l'office."
LEAK = "Lire aussi : Le marché change de place"


def test_same_text_is_perfect():
    score = score_text(GOLD.replace("l'office", "l’office").replace("deux ans", "deux\xa0ans"), GOLD)
    assert (score.f, score.leaked, score.lines) == (1.0, 0, ())


def test_a_line_too_many_is_leaked_and_costs_precision():
    score = score_text(f"{GOLD}\n\n{LEAK}", GOLD)
    assert (score.leaked, score.lines, score.recall) == (7, (LEAK,), 1.0)
    assert score.precision < 1


def test_a_line_too_few_costs_recall_alone():
    score = score_text("La halle rouvre", GOLD)
    assert score.recall < 0.2
    assert score.leaked == 0


def test_a_short_line_of_the_gold_is_no_leak():
    assert score_text("La halle rouvre", GOLD).lines == ()


@pytest.mark.parametrize("text", ["", " \n"])
def test_nothing_shares_nothing(text):
    assert score_text(text, GOLD).f == 0
