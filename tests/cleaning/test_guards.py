import random

import pytest

from factuel.cleaning.errors import CleaningError
from factuel.cleaning.guards import refuse_bytes, refuse_characters, refuse_length, refuse_markup


@pytest.mark.parametrize(
    ("content", "error"),
    [
        (b"", "empty"),
        (b" \r\n\t\x00\x00", "empty"),
        (b"%PDF-1.7 ...", "not_text"),
        (b"PK\x03\x04abc", "not_text"),
        (b"\x89PNG\r\n", "not_text"),
        (b"\x1f\x8b\x08", "not_text"),
        (b"x" * 20_000_001, "too_large"),
    ],
)
def test_bytes_that_are_no_page(content, error):
    with pytest.raises(CleaningError) as raised:
        refuse_bytes(content)
    assert raised.value.error == error
    assert raised.value.message


def test_random_bytes_are_no_text():
    noise = random.Random(7).randbytes(5000).decode("cp1252", "replace")
    with pytest.raises(CleaningError, match="not_text"):
        refuse_characters(noise)


@pytest.mark.parametrize("text", ["Le maire\x00 a dit non.\x00", "Une ligne\nune autre\tencore", "a\x01b"])
def test_text_with_a_few_odd_characters_passes(text):
    refuse_characters(text)


def test_markup_bounds():
    refuse_markup("<p>" * 1000)
    refuse_markup('<img src="data:image/png;base64,' + "A=" * 100_000 + '" alt="une image">')
    with pytest.raises(CleaningError, match="tags"):
        refuse_markup("<i>" * 400_000)
    with pytest.raises(CleaningError, match="attributes"):
        refuse_markup("<p " + " ".join(f"a{number}='>'" for number in range(600)) + ">")


def test_length_bound():
    refuse_length("mot " * 1000)
    with pytest.raises(CleaningError, match="too_large"):
        refuse_length("mot " * 300_000)
