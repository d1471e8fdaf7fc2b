"""Links of places to the authority files; names are marked in the sentences, so that only the linking is tested."""

from __future__ import annotations

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st

from factuel.corpus.gold import strip_marks
from factuel.facts.entities import build_entities
from factuel.facts.gazetteer import areas_named, communes_named
from factuel.facts.links import with_links
from factuel.facts.name_keys import name_key
from factuel.models import read_lexicon
from factuel.records import Article, Entity, Source

_LABELS = {"person": "PER", "organisation": "ORG", "place": "LOC", "misc": "MISC"}
_BLANK = spacy.blank("fr")


def linked(text: str, url: str | None = None, site: str | None = None) -> dict[str, Entity]:
    plain, mentions = strip_marks(text)
    doc = _BLANK(plain)
    spans = [doc.char_span(m.start, m.end, label=_LABELS[next(iter(m.types))]) for m in mentions]
    doc.set_ents([span for span in spans if span is not None])
    source = Source(uri="t", sha256="0" * 64, media_type="text/plain")
    article = Article(
        id="a-t",
        source=source,
        url=url,
        site=site,
        title=None,
        published=None,
        modified=None,
        language="fr",
        text=plain,
    )
    return {one.name: one for one in with_links(build_entities(doc, "a-t").entities, article)}


def names(text: str, place: str, url: str | None = None, site: str | None = None) -> list[tuple[str, str, str]]:
    """What a place is linked to: authority, name and department or code as the data files say them."""
    found = linked(text, url, site)[place].links
    return [(link.authority.removeprefix("INSEE "), link.name, link.id[:2]) for link in found]


COUNTRIES = [
    ("Il exporte en [LOC Espagne].", "Espagne", "Espagne"),
    ("Elle vend aux [LOC Etats-Unis].", "Etats-Unis", "États-Unis"),
    ("Le [LOC Viêtnam] achète.", "Viêtnam", "Viêt Nam"),
    ("La [LOC République tchèque] vote.", "République tchèque", "Tchéquie"),
    ("Le [LOC Luxembourg] paie.", "Luxembourg", "Luxembourg"),
    ("Né en [LOC Suisse].", "Suisse", "Suisse"),
    ("La [LOC Géorgie] et l'[LOC Arménie] négocient.", "Géorgie", "Géorgie"),
]


@pytest.mark.parametrize(("text", "place", "name"), COUNTRIES)
def test_countries(text, place, name):
    (link,) = linked(text)[place].links
    assert (link.authority, link.name) == ("ISO 3166-1", name)
    assert len(link.id) == 2 and link.id.isupper()


AREAS = [
    ("Une usine en [LOC Bretagne].", "Bretagne", ("région", "Bretagne")),
    ("Les élus des [LOC Hauts de France].", "Hauts de France", ("région", "Hauts-de-France")),
    ("Le préfet de la [LOC Marne].", "Marne", ("département", "Marne")),
    ("Un atelier dans la [LOC Creuse].", "Creuse", ("département", "Creuse")),
    ("À [LOC Limoges], en [LOC Haute-Vienne].", "Haute-Vienne", ("département", "Haute-Vienne")),
    ("À [LOC Poitiers] et dans toute la [LOC Vienne].", "Vienne", ("département", "Vienne")),
    ("À [LOC Cahors], les vignes du [LOC Lot] souffrent.", "Lot", ("département", "Lot")),
    ("Un atelier ouvre à [LOC Cambrai] ([LOC Nord]).", "Nord", ("département", "Nord")),
    ("Un atelier en [LOC Moselle].", "Moselle", ("département", "Moselle")),
]


@pytest.mark.parametrize(("text", "place", "area"), AREAS)
def test_regions_and_departments(text, place, area):
    assert [found[:2] for found in names(text, place)] == [area]


def test_an_overseas_department_is_a_region_a_department_and_a_code_of_its_own():
    found = {link.authority: link.name for link in linked("Un séisme à [LOC La Réunion].")["La Réunion"].links}
    assert found == {"INSEE région": "La Réunion", "INSEE département": "La Réunion", "ISO 3166-1": "La Réunion"}
    found = {link.authority for link in linked("Un vol vers la [LOC Guyane].")["Guyane"].links}
    assert found == {"INSEE région", "INSEE département", "ISO 3166-1"}


NO_AREA = [
    ("La crue de la [LOC Vienne] inquiète.", "Vienne"),
    ("Il s'est noyé dans la [LOC Loire], loin de [LOC Nantes].", "Loire"),
    ("Entre la [LOC Somme] et l'[LOC Escaut], près d'[LOC Amiens].", "Somme"),
    ("Les pays du [LOC Nord].", "Nord"),
    ("Dans le [LOC Nord] de l'[LOC Espagne].", "Nord"),
    ("Des ferrys sur la [LOC Manche].", "Manche"),
    ("Le sommet s'ouvre à [LOC Luxembourg].", "Luxembourg"),
    ("La mine du [LOC Congo].", "Congo"),
    ("Aux [LOC États-Unis], la [LOC Géorgie] recompte.", "Géorgie"),
    ("En [LOC Suisse], le [LOC Jura] vote.", "Jura"),
    ("Elle vit en [LOC Angleterre].", "Angleterre"),
    ("Dix fermes de [LOC Mayenne] vendent.", "Mayenne"),
]


@pytest.mark.parametrize(("text", "place"), NO_AREA)
def test_rivers_seas_directions_and_towns_are_no_areas(text, place):
    assert linked(text)[place].links == ()


COMMUNES = [
    ("Elle vit à [LOC Paris].", "Paris", "75"),
    ("Une usine à [LOC Louviers] ([LOC Eure]).", "Louviers", "27"),
    ("Né à [LOC Valence], dans le [LOC Tarn-et-Garonne].", "Valence", "82"),
    ("Né à [LOC Valence] (Drôme).", "Valence", "26"),
    ("Un incendie à [LOC Saint-Martin] (54), près de [LOC Lunéville].", "Saint-Martin", "54"),
    ("À [LOC Poitiers] comme à [LOC Saint-Benoît].", "Saint-Benoît", "86"),
    ("Les quais du [LOC Havre].", "Havre", "76"),
    ("À [LOC Le Puy-en-Velay].", "Le Puy-en-Velay", "43"),
    (
        "De [LOC Lyon] à [LOC Vienne], en passant par [LOC Grenoble], à [LOC Bourgoin-Jallieu].",
        "Bourgoin-Jallieu",
        "38",
    ),
    ("Le tramway de [LOC Brest] attendra.", "Brest", "29"),
    ("Le maire de [LOC St-Omer].", "St-Omer", "62"),
    ("Réunis à [LOC Mayenne] et à [LOC Gorron].", "Mayenne", "53"),
]


@pytest.mark.parametrize(("text", "place", "department"), COMMUNES)
def test_communes(text, place, department):
    assert [(found[0], found[2]) for found in names(text, place)] == [("commune", department)]


OPEN = [
    ("Un hameau à [LOC Saint-Julien].", "Saint-Julien"),
    ("Il est né à [LOC Rochefort].  [LOC Namur] et [LOC Dinant], en [LOC Belgique].", "Rochefort"),
    ("La mairie de [LOC Montréal], au [LOC Québec].", "Montréal"),
    ("Le carillon de [LOC Romont], canton de [LOC Fribourg].", "Romont"),
    ("Le quartier [LOC Saint-Roch], à [LOC Québec].", "Saint-Roch"),
    ("Un accident à [LOC Lens] (VS).", "Lens"),
    ("De [LOC Minsk], en [LOC Biélorussie], à [LOC Brest].", "Brest"),
    ("La brasserie de [LOC Rochefort], en [LOC Belgique].", "Rochefort"),
    ("Le procès à [LOC Louviers] ([LOC Belgique]).", "Louviers"),
    ("La volaille de [LOC Bresse].", "Bresse"),
    ("Un meunier du [LOC Port].", "Port"),
    ("À [LOC Oloron-Sainte-Marie] puis [LOC Mourenx] et [LOC Mauléon].", "Mauléon"),
    ("À [LOC Nouméa], le garage de [LOC Ducos].", "Ducos"),
    ("Un village nommé [LOC Zibelines-les-Ormes].", "Zibelines-les-Ormes"),
]


@pytest.mark.parametrize(("text", "place"), OPEN)
def test_what_stays_open_gets_no_link(text, place):
    assert linked(text)[place].links == ()


def test_the_address_and_the_newspaper_settle_homonyms():
    text = "Un atelier ouvre à [LOC Saint-Martin-des-Champs]."
    assert names(text, "Saint-Martin-des-Champs") == []
    by_address = names(text, "Saint-Martin-des-Champs", url="https://www.gazette.example/finistere/brest/1.html")
    assert [found[2] for found in by_address] == ["29"]
    by_site = names(text, "Saint-Martin-des-Champs", site="Finistère Actu")
    assert [found[2] for found in by_site] == ["29"]


def test_a_page_from_abroad_needs_more():
    text = "Un incendie à [LOC Vesoul]."
    assert names(text, "Vesoul", url="https://www.gazette.fr/a/1") != []
    assert names(text, "Vesoul", url="https://www.gazette.be/a/1") == []


def test_what_is_surer_scores_higher():
    said = linked("Une usine à [LOC Valence] ([LOC Drôme]).")["Valence"].links[0]
    near = linked("Un salon à [LOC Romans-sur-Isère] et [LOC Valence].")["Valence"].links[0]
    assert 0 < near.score < said.score <= 1


def test_two_areas_taken_for_one_have_no_link():
    text = "En [LOC Corse-du-Sud] et [LOC Haute-Corse]."
    entity = linked(text)["Corse-du-Sud"]
    assert [link.name for link in entity.links] == ["Corse-du-Sud"]
    source = Source(uri="t", sha256="0" * 64, media_type="text/plain")
    article = Article(
        id="a-t",
        source=source,
        url=None,
        site=None,
        title=None,
        published=None,
        modified=None,
        language="fr",
        text=text,
    )
    mixed = entity.model_copy(update={"aliases": ("Corse",), "links": ()})
    assert with_links([mixed], article)[0].links == ()


def test_only_places_have_links():
    found = linked("[ORG Lyon] bat [ORG Nantes] ; M. [PER Vienne] et [MISC Paris].")
    assert all(one.links == () for one in found.values())


def test_keys_of_the_files_are_those_that_are_looked_up():
    """The files hold the keys that `name_key` makes, in the order that bisection needs."""
    for name in ("areas", "insee_communes"):
        rows = read_lexicon(name)
        assert all(row["key"] == name_key(row["name"]) for row in rows)
    for name in ("insee_communes", "towns_abroad"):
        lines = ["\t".join(row.values()) for row in read_lexicon(name)]
        assert lines == sorted(lines)
    for row in read_lexicon("area_aliases"):
        assert areas_named(name_key(row["name"])), row
    for row in (*read_lexicon("area_doubles"), *read_lexicon("foreign_regions")):
        country = row.get("country") or row["form"]
        assert areas_named(name_key(country)), row
    for row in read_lexicon("press_sites"):
        assert areas_named(name_key(row["area"])), row


_PLACES = st.sampled_from(
    [
        "Paris",
        "Vienne",
        "Nord",
        "Lot",
        "Luxembourg",
        "Saint-Denis",
        "Valence",
        "Bretagne",
        "La Réunion",
        "Eure",
        "Berne",
        "Le Port",
    ]
)
_BEFORE = st.sampled_from(["à ", "en ", "la ", "le ", "dans le ", "de ", "(", "quartier ", ""])


@settings(max_examples=150, deadline=None)
@given(st.lists(st.tuples(_BEFORE, _PLACES), max_size=6))
def test_an_identifier_is_in_the_file(uses):
    codes = {(row["authority"], row["code"]) for row in read_lexicon("areas")}
    text = ". ".join(f"Ici {before}[LOC {place}])" for before, place in uses) + " Fin."
    for one in linked(text).values():
        authorities = [link.authority for link in one.links]
        assert len(set(authorities)) == len(authorities)
        for link in one.links:
            known = {(found.code, found.name) for found in communes_named(name_key(link.name))}
            assert (link.authority, link.id) in codes or (link.id, link.name) in known
            assert 0 < link.score <= 1
