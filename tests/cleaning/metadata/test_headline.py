import pytest

from factuel.cleaning.html.parsing import parse_html
from factuel.cleaning.html.survey import survey_page
from factuel.cleaning.metadata.headline import visible_headline
from factuel.cleaning.metadata.titles import title_parts

PROSE = (
    "<p>"
    + "La tannerie Roche a repris lundi la teinture des cuirs après une inondation qui avait noyé ses cuves. " * 2
    + "</p>"
)
HEADLINE = "La tannerie Roche reprend le travail"


@pytest.mark.parametrize(
    ("title", "body", "headline"),
    [
        (f"Le Mercure - {HEADLINE}", f"<div><font>{HEADLINE}</font></div>{PROSE}", HEADLINE),
        ("Le Mercure - page 12", f"<h2>{HEADLINE}</h2>{PROSE}", HEADLINE),
        ("Le Mercure - page 12", f"<b>{HEADLINE}</b>{PROSE}<b>Une autre tannerie ferme ses portes</b>", HEADLINE),
        ("Le Mercure - page 12", f"<b>La une</b><span id='ctl00_lblTitre'>{HEADLINE}</span>{PROSE}", HEADLINE),
        ("Le Mercure", f"<b>{HEADLINE}</b><div class='site-title'>Le Mercure des vallées</div>{PROSE}", HEADLINE),
        ("Le Mercure - page 12", PROSE, None),
    ],
)
def test_headline_without_h1(title, body, headline):
    tree = parse_html(f"<html><head><title>{title}</title></head><body>{body}</body></html>")
    assert visible_headline(survey_page(tree), title) == headline


def test_parts_of_a_title():
    assert title_parts("Le Mercure - La tannerie Roche reprend | Cuirs")[:2] == [
        "Le Mercure - La tannerie Roche reprend | Cuirs",
        "Le Mercure - La tannerie Roche reprend",
    ]
    assert title_parts("Deux mots") == []
