import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factuel.cleaning.typography import normalise, normalise_line, repair_twice_encoded


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        ("12\u202f000\xa0€", "12 000 €"),
        ("«\xa0Oui\xa0»", "« Oui »"),
        ("l’usine d’Arras", "l'usine d'Arras"),
        ("“Oui”", "“Oui”"),
        ("co\xadopération", "coopération"),
        ("zé\u200bro", "zéro"),
        ("e\u0301te\u0301", "été"),
        ("ﬁnance", "finance"),
        ("porte\u2011parole", "porte-parole"),
        ("Val- de-Sambre", "Val-de-Sambre"),
        ("le groupe Ormeau , qui", "le groupe Ormeau, qui"),
        ("12 % ; 14 %", "12 % ; 14 %"),
        ("Roux &amp; fils &eacute;tend", "Roux & fils étend"),
        ("A&B;", "A&B;"),
        ("un\x00deux\x07", "undeux"),
        ("\ud83d", "\ufffd"),
        ("prix 5 ,5", "prix 5 ,5"),
        ("un - deux", "un - deux"),
    ],
)
def test_one_form(raw, clean):
    assert normalise(raw) == clean


def test_line_breaks_are_kept_or_joined():
    assert normalise("un\r\ndeux\u2028trois") == "un\ndeux\ntrois"
    assert normalise_line(" un \n deux ") == "un deux"


def test_twice_encoded_text_is_repaired():
    good = "L’élève réussit à Évreux, où l’été dure"
    for wrong in ("cp1252", "latin-1"):
        assert repair_twice_encoded(good.encode().decode(wrong, "replace").replace("\ufffd", "\x9d")) == good


@pytest.mark.parametrize("text", ["SÃO PAULO", "Il a mangé â midi", "Ã© une fois", "château, âme, être"])
def test_right_text_is_not_repaired(text):
    assert repair_twice_encoded(text) == text


@given(st.text())
def test_result_is_regular_and_stable(text):
    once = normalise(text)
    assert normalise(once) == normalise(normalise(once))
    assert not any("\ud800" <= character <= "\udfff" for character in once)
    assert unicodedata.is_normalized("NFC", normalise_line("é" + text.replace("&", "")))
