"""Where the article stands on small pages: what is outside it, and parts beside it that go on with it."""

import pytest

from factuel.cleaning.html.parsing import parse_html
from factuel.cleaning.html.region import find_outside, find_region
from factuel.cleaning.html.survey import joined_text, survey_page

TITLE = "Le bac de Sarrance reprend la mer"
PROSE = [
    "Le bac de Sarrance, arrêté depuis six ans, reprendra lundi ses traversées entre les deux rives du lac.",
    "La réparation de la coque a coûté deux millions d'euros, dont une moitié payée par la communauté de communes.",
    "Quatre matelots ont été recrutés cet hiver, et un capitaine de réserve attend encore son brevet de navigation.",
    "Les billets, vendus trois euros, pourront être achetés à bord ou dans les huit commerces du port de la rive sud.",
]
ARTICLE = "".join(f"<p>{text}</p>" for text in PROSE)
HEADLINE = f"<h1>{TITLE}</h1>"


def outside_of(body):
    survey = survey_page(parse_html(f"<html><head><title>{TITLE}</title></head><body>{body}</body></html>"))
    outside = find_outside(survey, find_region(survey), TITLE)
    return " / ".join(joined_text(element) for element in survey.elements if element in outside)


@pytest.mark.parametrize(
    "box",
    [
        "<div><h3>Qui sommes-nous ?</h3><p>Une rédaction de six personnes.</p></div>",
        "<div><p>Trois mois pour 1 euro, puis 6,90 euros.</p></div>",
        "<table><tr><td>Sondage</td><td>Prendrez-vous le bac ?</td></tr></table>",
    ],
)
def test_boxes_after_the_article_are_outside(box):
    assert outside_of(f"{HEADLINE}<div>{ARTICLE}</div>{box}")


def test_what_precedes_the_headline_is_outside():
    menu = "<p>Vent de sud-ouest, 14 degrés au port</p>"
    assert outside_of(f"{menu}{HEADLINE}<div>{ARTICLE}</div>") == "Vent de sud-ouest, 14 degrés au port"
    assert not outside_of(f"{menu}<div>{ARTICLE}</div>")


@pytest.mark.parametrize(
    ("part", "goes"),
    [
        ("<p>Par Nora Vidal</p>", True),
        ("<div><span>Lecture 3 min</span></div>", True),
        ("<p class='chapo'>Le bac repart lundi.</p>", False),
        (f"<p>{PROSE[0]}</p>", False),
        ("<div><h2>L'essentiel</h2><ul><li>Trois euros le billet</li></ul></div>", False),
    ],
)
def test_parts_between_headline_and_article(part, goes):
    assert bool(outside_of(f"{HEADLINE}{part}<div>{ARTICLE}</div>")) is goes


def test_headline_without_h1_is_found_by_its_text():
    page = f"<table><tr><td>Horoscope du jour</td><td><b>{TITLE}</b><div>{ARTICLE}</div></td></tr></table>"
    assert "Horoscope" in outside_of(page)


@pytest.mark.parametrize("wrap", ['<div class="bloc-{number}"><div>{text}</div></div>', "<section>{text}</section>"])
def test_parts_of_the_same_name_are_one_article(wrap):
    parts = "".join(wrap.format(number=number, text=f"<p>{text}</p>") for number, text in enumerate(PROSE))
    outside = outside_of(f"{HEADLINE}<div>{parts}<div class='don'><p>Faites un don.</p></div></div><p>Plan</p>")
    assert not any(text in outside for text in PROSE)
    assert "Plan" in outside


def test_second_half_of_another_name_stays():
    rest = f'<div class="suite">{ARTICLE[-250:]}</div>'
    assert PROSE[3] not in outside_of(f"{HEADLINE}<div>{ARTICLE[:-250]}</div>{rest}")


def test_columns_of_a_table_are_no_parts():
    cells = f"<tr><td>{ARTICLE}</td><td><p>{'Une brève qui se lit sans attendre, ' * 3}</p></td></tr>"
    assert "Une brève" in outside_of(f"{HEADLINE}<table>{cells}</table>")


def test_nothing_is_outside_without_an_article():
    assert outside_of("<div><a href='/a'>Accueil</a></div>") == ""


def test_comments_are_not_the_article_though_they_are_longer():
    comments = "".join(f"<li><p>{text} {PROSE[0]}</p></li>" for text in PROSE * 2)
    page = f"{HEADLINE}<div>{ARTICLE}</div><div class='forum'><ul>{comments}</ul></div>"
    region = find_region(survey_page(parse_html(f"<html><body>{page}</body></html>")))
    assert region is not None
    assert joined_text(region) == " ".join(PROSE)


def test_a_note_longer_than_a_quarter_of_a_brief_is_outside():
    note = f"<div class='qui'><div><p>{PROSE[2]}</p></div></div>"
    brief = "".join(f"<p>{text}</p>" for text in PROSE[:2])
    assert PROSE[2] in outside_of(f"{HEADLINE}<article><div>{brief}</div></article>{note}")
