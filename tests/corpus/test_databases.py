"""Exports of press databases: each article a page, with what the export says of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from factuel.corpus import read_pages
from factuel.corpus.databases.europresse import is_europresse, site_name
from factuel.corpus.databases.export import day_of
from factuel.corpus.databases.factiva import is_factiva
from factuel.records import RawPage, Reject

EXPORTS = Path(__file__).parents[2] / "corpus" / "exports"


def read(name: str) -> list[RawPage | Reject]:
    return list(read_pages([str(EXPORTS / name)]))


def page(name: str, index: int) -> RawPage:
    item = read(name)[index]
    assert isinstance(item, RawPage)
    return item


@pytest.mark.parametrize(
    ("name", "index", "site", "day", "title", "authors"),
    [
        ("europresse-recent.html", 0, "Le Messager du Vimeu", "2024-03-12", "Serrures Caudron embauche quarante personnes à Friville-Escarbotin", ("Ingrid Maréchal", "Karim Oudjedi")),
        ("europresse-recent.html", 1, "La Gazette des Aravis", "2024-03-13", "Thônes : le marché couvert fermé trois semaines", ()),
        ("europresse-earlier.html", 0, "L'Écho de la Thiérache", "2014-06-05", "La sucrerie d'Origny passe aux granulés", ("PETITJEAN Odile",)),
        ("europresse-earlier.html", 1, "Nouvelles du Saguenay", "2014-06-05", "L'aluminerie rappelle soixante employés", ()),
        ("europresse-oldest.html", 0, "Le Courrier du Perche", "2006-04-14", "Nogent garde sa maternité", ()),
        ("europresse-oldest.html", 1, "Le Courrier du Perche", "2006-04-14", "Un élevage de chèvres s'installe à Bellême", ()),
        ("factiva-fields.html", 0, "Le Quotidien de l'Atelier", "2023-10-09", "Poclenne rachète un fondeur vosgien", ("Estelle Rouvier", "Ivan Kosta")),
        ("factiva-lines.html", 0, "Midi Portuaire", "2022-11-22", "Le port de Sète attend ses grues", ("Malo Kerbrat",)),
    ],
)  # fmt: skip
def test_what_an_export_says(name: str, index: int, site: str, day: str, title: str, authors: tuple[str, ...]) -> None:
    metadata = page(name, index).metadata
    assert (metadata.site, metadata.published, metadata.title, metadata.authors) == (site, day, title, authors)


@pytest.mark.parametrize(
    ("name", "index", "paragraphs"),
    [
        ("europresse-recent.html", 0, 3),
        ("europresse-earlier.html", 0, 2),
        ("europresse-earlier.html", 1, 2),
        ("europresse-oldest.html", 0, 2),
        ("europresse-oldest.html", 1, 2),
        ("factiva-fields.html", 0, 3),
        ("factiva-lines.html", 0, 2),
    ],
)
def test_text_in_paragraphs_without_the_rest(name: str, index: int, paragraphs: int) -> None:
    text = page(name, index).content.decode()
    assert len(text.split("\n\n")) == paragraphs
    assert not any(word in text for word in ("©", "news·", "mots", "Cet article est paru", "droits réservés"))


def test_address_of_the_article_on_the_papers_site() -> None:
    assert (
        page("europresse-recent.html", 0).metadata.url == "https://www.messager-vimeu.example/economie/caudron-embauche"
    )
    assert page("europresse-recent.html", 1).metadata.url is None


def test_articles_are_named_by_their_rank_and_one_without_text_is_a_reject() -> None:
    first, second, third = read("europresse-recent.html")
    assert isinstance(first, RawPage) and first.uri.endswith("europresse-recent.html#1")
    assert isinstance(second, RawPage) and second.media_type == "text/plain"
    assert isinstance(third, Reject) and (third.error, third.source[-2:]) == ("no_content", "#3")


def test_an_ordinary_page_is_no_export() -> None:
    content = b'<html><body><article class="article"><p class="paragraph">DocHeader</p></article></body></html>'
    assert not is_europresse(content) and not is_factiva(content)


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Économie, mardi 12 mars 2024 312 mots, p. 7", "2024-03-12"),
        ("samedi 1er juin 2019", "2019-06-01"),
        ("Thursday, December 22, 2022 13887 mots", "2022-12-22"),
        ("lundi 45 mars 2024", None),
        ("p. 12", None),
        (None, None),
    ],
)
def test_day_of_a_line(line: str | None, day: str | None) -> None:
    assert day_of(line) == day


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("Le Monde d'Aval, no. 24051", "Le Monde d'Aval"),
        ("Ouest-Hebdo", "Ouest-Hebdo"),
        ("La Gazette (réf. site web) - Gazette.fr", "La Gazette"),
        (None, None),
    ],
)
def test_name_of_the_paper(source: str | None, name: str | None) -> None:
    assert site_name(source) == name
