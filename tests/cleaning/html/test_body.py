from factuel.cleaning.html.body import extract_blocks
from factuel.cleaning.html.holder import complete_blocks
from factuel.cleaning.html.parsing import parse_html
from factuel.cleaning.html.region import find_region
from factuel.cleaning.html.survey import survey_page
from factuel.cleaning.press.block import Block

PROSE = "Le syndicat des eaux de la Vérone a voté jeudi le remplacement de quarante kilomètres de conduites en plomb."
OTHER = "Les travaux dureront six ans et seront payés pour un tiers par l'agence de bassin, qui a signé la convention."


def blocks_of(body):
    tree = parse_html(f"<html><body><article><h1>Titre</h1>{body}</article></body></html>")
    return [(block.role, block.text) for block in extract_blocks(tree, None)]


def test_roles():
    found = blocks_of(
        f"<p>{PROSE}</p><h2>Six ans</h2><p>{OTHER}</p><ul><li>Le plomb d'abord</li><li>La fonte "
        f"ensuite</li></ul><blockquote>Nous y tenons.</blockquote><p>{PROSE} Bis.</p>"
    )
    assert ("paragraph", PROSE) in found
    assert ("heading", "Six ans") in found
    assert ("item", "Le plomb d'abord") in found
    assert ("quote", "Nous y tenons.") in found


def test_line_breaks_part_paragraphs_but_not_sentences():
    found = blocks_of(
        f"<p>{PROSE}<br><br>{OTHER}</p><p>Une phrase coupée<br>au milieu de sa course par un retour à la ligne.</p>"
    )
    texts = [text for _, text in found]
    assert PROSE in texts
    assert OTHER in texts
    assert "Une phrase coupée au milieu de sa course par un retour à la ligne." in texts


def test_rows_of_a_table_are_lines():
    table = "<table><tr><td>Plomb</td><td>40 km</td></tr><tr><td>Fonte</td><td>12 km</td></tr></table>"
    assert ("row", "Plomb | 40 km") in blocks_of(f"<p>{PROSE}</p>{table}<p>{OTHER}</p>")


def test_article_part_is_read_when_little_was_found():
    tree = parse_html(f"<html><body><div><p>{PROSE}</p><h2>Six ans</h2><ul><li>{OTHER}</li></ul></div></body></html>")
    survey = survey_page(tree)
    blocks = complete_blocks([Block("Six ans")], survey, find_region(survey))
    assert [(block.role, block.text) for block in blocks] == [
        ("paragraph", PROSE),
        ("heading", "Six ans"),
        ("item", OTHER),
    ]


def test_subheads_and_items_between_kept_paragraphs_come_back():
    body = f"<h3>Hors texte</h3><p>{PROSE}</p><h3>Six ans</h3><ul><li>Un bac</li></ul><p>Menu</p><p>{OTHER}</p>"
    survey = survey_page(parse_html(f"<html><body><div>{body}<h3>Lire ailleurs</h3></div></body></html>"))
    blocks = complete_blocks([Block(PROSE), Block(OTHER)], survey, find_region(survey))
    assert [block.text for block in blocks] == [PROSE, "Six ans", "Un bac", OTHER]


def test_prose_that_was_dropped_comes_back_and_a_long_headline_does_not():
    headline = "« Nous avons attendu six ans que le four de la coopérative soit réparé, et le voilà »"
    last = "Quatre matelots recrutés cet hiver attendent leur brevet de navigation, que la préfecture délivrera en mai."
    body = f"<h1>{headline}</h1><p>{OTHER} {OTHER}</p><div>Vu du ciel</div>{PROSE}<p>{last}</p>"
    survey = survey_page(parse_html(f"<html><body><div>{body}</div></body></html>"))
    blocks = complete_blocks([Block(f"{OTHER} {OTHER}"), Block(last)], survey, survey.elements[2])
    assert [block.text for block in blocks] == [f"{OTHER} {OTHER}", PROSE, last]
