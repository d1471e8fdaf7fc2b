import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factuel.annotation.quotations.marks import find_marked


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("« Nous partons », dit-elle.", ["Nous partons"]),
        ("«Nous partons», dit-elle.", ["Nous partons"]),
        ('Il a dit “nous partons” puis "nous restons".', ["nous partons", "nous restons"]),
        ("Le pôle« Nous partons », dit-elle.", ["Nous partons"]),
        ("« Nous partons, » dit-elle.", ["Nous partons"]),
        ("« Le mot « qualité » compte », dit-elle.", ["Le mot « qualité » compte"]),
        ("« Le mot “qualité” compte », dit-elle.", ["Le mot “qualité” compte"]),
        ('« Le mot "qualité" compte », dit-elle.', ['Le mot "qualité" compte']),
        ("‹ Nous partons › et <<nous restons>>", ["Nous partons", "nous restons"]),
        ("„Nous partons“, dit-elle.", ["Nous partons"]),
        ('Un écran de 12" et un mot.', []),
        ("Rien ici, l'usine ferme.", []),
        ("« »", []),
    ],
)
def test_marks_pair_and_leave_punctuation_outside(text, words):
    assert [text[mark.start : mark.end] for mark in find_marked(text)] == words


def test_repeated_opening_marks_make_one_quotation():
    text = "« Un.\n\n« Deux.\n\n« Trois », dit-il. Et « quatre »."
    assert [text[mark.start : mark.end] for mark in find_marked(text)] == ["Un.\n\n« Deux.\n\n« Trois", "quatre"]


def test_one_closing_mark_ends_a_quotation_over_paragraphs():
    text = "Il a dit :\n\n« Un.\n\nDeux.\n\nTrois »\nSuite."
    assert [text[mark.start : mark.end] for mark in find_marked(text)] == ["Un.\n\nDeux.\n\nTrois"]


def test_an_unclosed_mark_ends_with_its_paragraph():
    text = "« Un mot sans fin\n\nAutre chose.\n\n« Deux »"
    marks = find_marked(text)
    assert [text[mark.start : mark.end] for mark in marks] == ["Un mot sans fin", "Deux"]
    assert [mark.closed for mark in marks] == [False, True]


def test_a_mark_closed_by_another_kind_is_closed():
    text = "« Un mot de trop”, dit-il."
    assert [(text[mark.start : mark.end], mark.closed) for mark in find_marked(text)] == [("Un mot de trop", True)]


@given(st.text(alphabet='«»“”"‹› ab.\n,', max_size=80))
def test_marked_stretches_are_ordered_and_apart(text):
    marks = find_marked(text)
    for mark in marks:
        assert mark.open < mark.start < mark.end <= mark.close <= len(text)
        assert not text[mark.start].isspace() and not text[mark.end - 1].isspace()
    assert all(first.close <= second.open for first, second in pairwise(marks))


@pytest.mark.parametrize("piece", ["«", '"', "« a", "«\n", "»", "« a »", "“ «", "\n«a\n"])
def test_hostile_marks_cost_linear_time(piece):
    started = time.process_time()
    find_marked(piece * (300_000 // len(piece)))
    assert time.process_time() - started < 8


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("» Nous partons « , dit-elle. Le quai ferme. » Où aller ? « , ajoute-t-elle.", ["Nous partons", "Où aller"]),
        # one slip swaps nothing
        ("« Nous partons », dit-elle.\nUn mot » seul.\n« Si », dit-elle.", ["Nous partons", "Si"]),
        ("Un mot » seul.", []),
    ],
)
def test_marks_that_are_reversed_all_through_are_swapped(text, words):
    assert [text[mark.start : mark.end] for mark in find_marked(text)] == words
