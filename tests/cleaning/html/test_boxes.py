"""Parts of another make than the paragraphs around them, framed pictures, and posts of social networks."""

import pytest

from factuel.cleaning.html.boxes import find_boxes, find_posts, is_framed_picture
from factuel.cleaning.html.parsing import parse_html
from factuel.cleaning.html.survey import joined_text, survey_page

PROSE = [
    "Le moulin de Castagnède, arrêté depuis la crue de janvier, moudra de nouveau du seigle dès la semaine prochaine.",
    "La roue, refaite en mélèze par deux charpentiers de la vallée, pèse six tonnes et tourne à neuf tours la minute.",
    "La commune a payé la moitié des travaux, et une souscription de cent vingt habitants a couvert presque le reste.",
]
BOX = "<div class='x7'><h4>Le pain du moulin</h4><p>9 € le kilo chez notre partenaire</p></div>"


def boxes_in(parts):
    tree = parse_html(f"<html><body><div id='texte'>{''.join(parts)}</div></body></html>")
    return [joined_text(box) for box in find_boxes(tree.get_element_by_id("texte"), survey_page(tree))]


def first(html, tag):
    tree = parse_html(f"<html><body><main>{html}</main></body></html>")
    return next(tree.iter(tag)), survey_page(tree)


@pytest.mark.parametrize("wrap", ["<p>{}</p>", "<div class='par'><p>{}</p></div>"])
def test_box_between_paragraphs(wrap):
    paragraphs = [wrap.format(text) for text in PROSE]
    assert boxes_in([paragraphs[0], BOX, *paragraphs[1:]]) == ["Le pain du moulin 9 € le kilo chez notre partenaire"]
    assert boxes_in([BOX, *paragraphs]) == []


def test_box_between_lines_parted_by_breaks():
    frame = "<table align='right'><tr><td><b>« Elle pèse six tonnes »</b></td></tr></table>"
    assert boxes_in([PROSE[0], "<br><br>", PROSE[1], frame, PROSE[2]]) == ["« Elle pèse six tonnes »"]


def test_a_table_of_figures_is_no_box():
    table = "<table><tr><td>Seigle</td><td>9 €</td></tr><tr><td>Maïs</td><td>7 €</td></tr></table>"
    assert boxes_in([f"<p>{PROSE[0]}</p>", table, f"<p>{PROSE[1]}</p>"]) == []


@pytest.mark.parametrize(
    "part",
    [
        "<div class='inter'>Une roue de six tonnes</div>",
        "<div class='titre2'><h2>Une roue de six tonnes</h2></div>",
        "<blockquote><p>« Elle tourne mieux qu'avant. »</p></blockquote>",
        "<div class='points'><h3>À retenir</h3><ul><li>Six tonnes</li><li>Neuf tours</li></ul></div>",
        "<div class='inter-titre'><p>Une roue de six tonnes</p></div>",
        "<div class='citation'><p>« Elle tourne mieux qu'avant », dit la meunière.</p></div>",
        "<div class='question'><p>Et la roue, combien pèse-t-elle ?</p></div>",
        "<div class='chapo'><p>Le seigle revient à Castagnède.</p></div>",
        f"<div class='encadre'><p>{PROSE[1]}</p><p>{PROSE[2]}</p><p>{PROSE[1][:90]}</p></div>",
    ],
)
def test_parts_of_the_text_are_no_boxes(part):
    paragraphs = [f"<p>{text}</p>" for text in PROSE]
    assert boxes_in([paragraphs[0], part, *paragraphs[1:], f"<p>{PROSE[0]}</p>"]) == []


def test_no_box_where_paragraphs_are_of_many_makes():
    parts = [f"<div class='{name}'><p>{text}</p></div>" for name, text in zip("abc", PROSE, strict=True)]
    assert boxes_in([parts[0], BOX, *parts[1:]]) == []


@pytest.mark.parametrize(
    ("html", "framed"),
    [
        ("<div><img src='m.jpg'><p>La roue neuve, lundi.</p></div>", True),
        ("<div><img src='m.jpg'></div>", False),
        ("<div><p>La roue neuve, lundi.</p></div>", False),
        ("<div><img src='m.jpg'><h2>La roue neuve</h2></div>", False),
        (f"<div><img src='m.jpg'><p>{PROSE[0]}</p><p>{PROSE[1]}</p></div>", False),
    ],
)
def test_framed_picture(html, framed):
    assert is_framed_picture(*first(html, "div")) is framed


@pytest.mark.parametrize(
    ("html", "post"),
    [
        ("<div><p>Elle tourne !</p>— Moulin (@moulin_cast) <a href='#'>3 mai 2024</a></div>", True),
        ("<div><p>Elle tourne !</p><p>Moulin @moulin_cast</p></div>", True),
        ("<div><p>Elle tourne ! Moulin (@moulin_cast) May 3, 2024</p></div>", True),
        ("<div><p>Écrire à moulin@castagnede.example</p></div>", False),
        ("<div><p>Le compte @moulin_cast a été piraté, dit le maire.</p></div>", False),
    ],
)
def test_post(html, post):
    part, survey = first(html, "div")
    assert (part in find_posts(survey)) is post


def test_what_holds_a_post_is_none():
    html = f"<div><p>{PROSE[0]}</p><blockquote>Elle tourne ! Moulin (@moulin_cast)</blockquote></div>"
    _, survey = first(html, "div")
    assert [part.tag for part in find_posts(survey)] == ["blockquote"]


def test_posts_in_two_hundred_parts_one_in_the_other():
    _, survey = first(f"{'<div>' * 200}Elle tourne ! Moulin (@moulin_cast){'</div>' * 200}", "div")
    assert len(find_posts(survey)) == 1
