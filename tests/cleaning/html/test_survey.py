"""Finding the part that holds the article: paragraphs with a part each, misleading names, columns that are longer."""

import pytest

from factuel.cleaning import clean_page
from factuel.records import RawPage

PROSE = [
    f"Le {which} bac de Sarrance, arrêté depuis {years} ans, reprendra lundi ses traversées entre les deux rives du lac."
    for which, years in [("premier", "six"), ("deuxième", "sept"), ("troisième", "huit"), ("quatrième", "neuf")]
] + [
    f"La réparation de la coque {place} a coûté {sum_} millions d'euros, dont une moitié payée par la communauté."
    for place, sum_ in [("avant", "deux"), ("arrière", "trois"), ("gauche", "quatre"), ("droite", "cinq")]
]
SMALL = (
    "<div class='zz'><p>Une rédaction de six personnes, que vous pouvez soutenir pour cinq euros par mois.</p></div>"
)


HEADLINE = "<h1>Le bac repart</h1>"


def text_of(body):
    head = "<title>Le bac repart</title><meta property='og:title' content='Le bac repart'>"
    headline = "" if HEADLINE in body else HEADLINE
    page = f"<html><head>{head}</head><body><main>{headline}{body}</main></body></html>"
    return clean_page(RawPage(uri="x.html", media_type="text/html", content=page.encode())).text


def missing(body):
    text = text_of(body)
    return [line for line in PROSE if line not in text]


@pytest.mark.parametrize("name", ["live-item", "caption", "teaser", "widget", "newsletter", "comment", "related"])
@pytest.mark.parametrize(
    "shape", ["<p class='{0}'>{1}</p>", "<div class='{0}'><p>{1}</p></div>", "<li class='{0}'><p>{1}</p></li>"]
)
def test_a_name_that_most_paragraphs_bear_means_nothing(name, shape):
    assert missing(f"<div>{''.join(shape.format(name, line) for line in PROSE)}</div>") == []


@pytest.mark.parametrize("deep", [1, 2, 4])
def test_paragraphs_with_parts_of_their_own(deep):
    parts = "".join(
        f"<div class='pb-element pb-element-{number}f'>{'<div>' * deep}<p>{line}</p>{'</div>' * deep}</div>"
        for number, line in enumerate(PROSE)
    )
    assert missing(parts) == []
    assert missing(f"<div class='page'>{parts}</div>{SMALL}") == []
    assert "rédaction de six" not in text_of(f"<div class='page'>{parts}</div>{SMALL}")


def test_picture_in_each_paragraph_part():
    assert missing("".join(f"<div><img src='a.jpg'><p>{line}</p></div>" for line in PROSE)) == []


def test_two_halves():
    halves = ["".join(f"<p>{line}</p>" for line in lines) for lines in (PROSE[:4], PROSE[4:])]
    assert missing(f"<div class='a'>{halves[0]}</div><div class='pub'></div><div class='b'>{halves[1]}</div>") == []


def test_live_column_longer_than_the_article():
    article = "".join(f"<p>{line}</p>" for line in PROSE[:3])
    entry = "<div class='entry'><i>Lac</i><div><b>14 h</b><p>{}</p></div></div>"
    column = "".join(entry.format(f"{line} {line}") for line in PROSE[3:])
    text = text_of(f"<article>{HEADLINE}<div>{article}</div></article><div><div>{column}</div></div>")
    assert [line in text for line in PROSE] == [True] * 3 + [False] * 5
