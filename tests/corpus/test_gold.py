from pathlib import Path

import pytest

from factuel.corpus.gold import GoldError, check, read_gold, read_gold_file, strip_marks

GOLD = Path(__file__).parents[2] / "corpus" / "gold"
HEADER = "genre: local\npublished: 2024-03-12\n===\n"


def write(folder, body):
    path = folder / "x.gold"
    path.write_text(HEADER + body, encoding="utf-8")
    return path


def test_strip_marks_gives_text_and_offsets():
    text, mentions = strip_marks("Mme [PER Roux=Léa Roux] quitte [ORG|LOC? Lille] 😀 [PER Léa Roux].")
    assert text == "Mme Roux quitte Lille 😀 Léa Roux."
    assert [(text[m.start : m.end], m.name, sorted(m.types), m.optional) for m in mentions] == [
        ("Roux", "Léa Roux", ["person"], False),
        ("Lille", "Lille", ["organisation", "place"], True),
        ("Léa Roux", "Léa Roux", ["person"], False),
    ]


def test_strip_marks_leaves_plain_text_alone():
    assert strip_marks("Rien à trouver.") == ("Rien à trouver.", [])


def test_read_gold_file_locates_nth_and_shortened_quotes(tmp_path):
    body = '\nDix, dix, vingt\n===\n{"type": "figure", "text": "ix", "n": 2, "bound": "exact", "value": 10}\n'
    body += '{"type": "quotation", "text": "Dix [...] vingt", "speaker": "x", "style": "direct"}\n'
    figure, quotation = read_gold_file(write(tmp_path, body)).facts
    assert (figure.start, figure.end) == (6, 8)
    assert quotation.text == "Dix, dix, vingt"


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ("texte", "header, article and facts"),
        ("texte\n===\n{broken", "not JSON"),
        ('texte\n===\n{"type": "figure", "text": "absent", "bound": "exact"}', "is not in the text"),
        ('texte\n===\n{"type": "rôle", "text": "texte"}', "unknown type"),
        ('texte\n===\n{"type": "date", "text": "texte"}', "missing keys"),
        ("[NOM texte]\n===\n", "unknown label"),
        ("[PER texte\n===\n", "a mark is broken"),
    ],
)
def test_read_gold_file_says_what_to_mend(tmp_path, body, message):
    with pytest.raises(GoldError, match=message):
        read_gold_file(write(tmp_path, body))


@pytest.mark.parametrize("split", ["train", "dev", "test"])
def test_own_gold_is_well_formed(split):
    articles = read_gold(GOLD / split)
    assert len(articles) >= 20
    assert check([article.path for article in articles]) == 0
    for article in articles:
        assert all(article.text[m.start : m.end] == m.text for m in article.mentions)
        assert all(article.text[f.start : f.end] == f.text for f in article.facts)
