import pytest

from factuel.cleaning.html.parsing import parse_html
from factuel.cleaning.html.standfirst import find_standfirst, is_lacking
from factuel.cleaning.html.survey import survey_page
from factuel.cleaning.press.block import Block

STANDFIRST = "À 42 ans, l'ancienne batelière Odile Brun reprend à Saint-Usage le chantier naval fermé depuis mars."
PROSE = "Le chantier de Saint-Usage rouvrira lundi avec douze ouvriers, a confirmé mardi la nouvelle propriétaire des cales."
BODY = f"<div class='body'><p>{PROSE}</p><p>{PROSE} Bis.</p><p>{PROSE} Ter.</p></div>"


def find(part, description=None, before="<h1>Un chantier rouvre</h1>", after=""):
    tree = parse_html(f"<html><body><article>{before}{part}{BODY}{after}</article></body></html>")
    found = find_standfirst(survey_page(tree), description)
    return found.text if found else None


@pytest.mark.parametrize("names", ["class='chapo'", "class='article__chapo'", "class='lead'", "itemprop='description'", "id='standfirst'"])  # fmt: skip
def test_by_its_name(names):
    assert find(f"<p {names}>{STANDFIRST}</p>") == STANDFIRST


def test_by_the_description_of_the_page():
    assert find(f"<p>{STANDFIRST}</p>", description=STANDFIRST) == STANDFIRST


@pytest.mark.parametrize("part", ["<p class='sc-1x9'>{}</p>", "<div class='css-7yq'>{}</div>", "<b>{}</b>"])
def test_by_its_place_where_names_say_nothing(part):
    assert find(part.format(STANDFIRST)) == STANDFIRST


def test_a_heading_in_the_articles_part_that_is_a_sentence():
    assert find("", before="", after="") is None
    inside = f"<h1>Un chantier rouvre</h1><h2>{STANDFIRST}</h2><h2>Les cales</h2>" + BODY.removeprefix(
        "<div class='body'>"
    )
    tree = parse_html(f"<html><body><div>{inside}</body></html>")
    found = find_standfirst(survey_page(tree), None)
    assert found is not None
    assert found.text == STANDFIRST


@pytest.mark.parametrize(
    ("part", "before"),
    [
        (f"<p>Par Odile Brun, {STANDFIRST}</p>", "<h1>Un chantier rouvre</h1>"),
        ("<p>Dans la vallée, le chantier rouvre enfin ses cales</p>", "<h1>Un chantier rouvre</h1>"),
        (f"<li>{STANDFIRST} Elle y emploiera douze personnes.</li>", "<h1>Un chantier rouvre</h1>"),
        (f"<p class='lead'><a href='/x'>{STANDFIRST}</a></p>", "<h1>Un chantier rouvre</h1>"),
        (f"<aside><p class='lead'>{STANDFIRST}</p></aside>", "<h1>Un chantier rouvre</h1>"),
        (f"<p class='lead'>{STANDFIRST}</p>", ""),
        ("<p class='lead'>Trop court</p>", "<h1>Un chantier rouvre</h1>"),
    ],
)
def test_what_is_no_standfirst(part, before):
    assert find(part, before=before) is None


def test_after_the_body_it_is_another_articles():
    assert find("", after=f"<p class='lead'>{STANDFIRST}</p>") is None


def test_only_a_standfirst_that_informs_is_lacking():
    blocks = [Block(PROSE)]
    assert is_lacking(blocks, Block(STANDFIRST))
    assert not is_lacking([Block(STANDFIRST), *blocks], Block(STANDFIRST))
    assert not is_lacking(blocks, Block("Le chantier de Saint-Usage rouvrira lundi, confirme la propriétaire."))
