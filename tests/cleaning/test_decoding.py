import codecs

import pytest

from factuel.cleaning.decoding import decode_page

SENTENCE = "L’été, la mairie d’Évreux dépensera 12 000 € à Noël : « ça suffit », dit-elle."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_known_encodings_need_no_declaration(encoding):
    assert decode_page((SENTENCE * 5).encode(encoding)) == SENTENCE * 5


def test_strict_utf8_wins_over_a_wrong_declaration():
    page = f'<meta charset="iso-8859-1"><p>{SENTENCE}</p>'
    assert decode_page(page.encode(), charset="windows-1252") == page


@pytest.mark.parametrize("declared", ["iso-8859-1", "ISO-8859-15", "windows-1252", "us-ascii", "utf-8", "nonsense"])
def test_windows_1252_under_any_label(declared):
    page = f'<meta charset="{declared}"><p>L\x92été à Évry</p>'
    text = decode_page(page.encode("latin-1"))
    assert "été à Évry" in text


def test_charset_of_the_source_comes_before_the_page():
    page = '<meta charset="iso-8859-1"><p>d\xe9\xe7u</p>'
    assert "dйзu" in decode_page(page.encode("latin-1"), charset="windows-1251")


def test_mixed_page_keeps_both_encodings():
    content = "Élu à Thénac, réélu à Saint-Léger : ".encode() * 3 + b"l\x92\xe9t\xe9"
    assert decode_page(content).endswith("l’été")


def test_cut_character_is_replaced_not_guessed():
    assert decode_page("Élèves, collège, été ".encode() + b"\xe2\x82").endswith("été \ufffd")


def test_bom_of_another_width_is_not_mistaken():
    assert decode_page(codecs.BOM_UTF32_LE + "été".encode("utf-32-le")) == "été"


@pytest.mark.parametrize("content", [b"", b"\xff", b"\x00", bytes(range(256)) * 4])
def test_never_raises(content):
    assert isinstance(decode_page(content), str)
