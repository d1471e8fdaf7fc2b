"""Rows of a sorted lexicon are found by bisection, as a scan of all rows finds them."""

from factuel.models import find_rows, read_lexicon


def test_bisection_finds_what_a_scan_finds():
    rows = [list(row.values()) for row in read_lexicon("insee_communes")]
    for key in ("aast", "saint denis", "vienne", "zuytpeene", rows[0][0], rows[-1][0]):
        assert find_rows("insee_communes", key) == [row for row in rows if row[0] == key] != []


def test_longer_names_begin_with_the_words():
    assert {row[0] for row in find_rows("insee_communes", "mauleon", longer=True)} >= {"mauleon licharre"}
    assert all(row[0].startswith("vienne ") for row in find_rows("insee_communes", "vienne", longer=True))


def test_no_row_for_an_unknown_key():
    assert find_rows("insee_communes", "zibelines les ormes") == []
    assert find_rows("insee_communes", "") == []
    assert find_rows("insee_communes", "zzzz") == []
