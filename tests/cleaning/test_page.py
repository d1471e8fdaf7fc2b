"""Whole pages in the shapes that press sites serve, written for this test."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factuel.cleaning import CleaningError, clean_page
from factuel.records import PageMetadata, RawPage

TITLE = "La sucrerie de Vaudrey garde ses deux cents salariés"
STANDFIRST = "Menacée depuis un an, l'usine du groupe Belsucre a trouvé un repreneur belge."
PROSE = [
    "Le tribunal de commerce de Lons a retenu mardi l'offre de la société Sucro-Meuse pour la "
    "sucrerie de Vaudrey, dans le Jura.",
    "Les deux cents salariés gardent leur emploi pendant au moins trois ans, et quarante "
    "saisonniers seront repris à l'automne.",
    "« Nous produirons 90 000 tonnes de sucre dès la prochaine campagne », a promis Els Verlinden, "
    "directrice de Sucro-Meuse.",
    "Les planteurs de betteraves, qui craignaient de perdre leur seul débouché, réclament maintenant un prix garanti.",
]
BODY = "".join(f"<p>{text}</p>" for text in PROSE)
LISTING = "".join(f'<li><a href="/{n}">Le titre numéro {n} d\'un article du jour</a></li>' for n in range(40))


def clean(content, media_type="text/html", fallback=None, **metadata):
    raw = content if isinstance(content, bytes) else content.encode()
    page = RawPage(uri="page", content=raw, media_type=media_type, metadata=PageMetadata(**metadata))
    return clean_page(page, published=fallback)


def paragraphs(article):
    return article.text.split("\n\n")


JSON_LD = json.dumps(
    {
        "@graph": [
            {
                "@type": "NewsArticle",
                "headline": TITLE,
                "author": [{"@type": "Person", "name": "Nora Vidal"}, {"@type": "Person", "name": "Luc Ba"}],
            }
        ]
    }
)
WORDPRESS = f"""<!DOCTYPE html><html lang="fr-FR"><head><meta charset="UTF-8">
<title>{TITLE} | Le Courrier du Val</title>
<meta property="og:site_name" content="Le Courrier du Val">
<meta property="og:title" content="{TITLE} | Le Courrier du Val">
<link rel="canonical" href="https://courrier.example/2024/03/sucrerie/">
<meta name="description" content="{STANDFIRST}">
<meta property="article:published_time" content="2024-03-12T17:05:00+01:00">
<script type="application/ld+json">{JSON_LD}</script>
</head><body class="single has-newsletter"><header><nav><a href="/">Accueil</a></nav></header>
<div class="cookie-notice">Nous utilisons des cookies pour mesurer notre audience. <button>Accepter</button></div>
<article class="post tag-sucre category-economie"><h1 class="entry-title">{TITLE}</h1><p class="chapo">{STANDFIRST}</p>
<div class="entry-meta">Par <span class="author vcard">Nora Vidal</span> | 12 mars 2024 | 3 min de lecture</div>
<ul class="sharedaddy"><li>Facebook</li></ul>
<div class="entry-content"><figure><img src="a.jpg"><figcaption>La sucrerie en mars. Photo Luc Ba</figcaption></figure>
<p>{PROSE[0]}</p><p><a href="/autre">À lire aussi : Le prix de la betterave s'envole</a></p><p>{PROSE[1]}</p>
<h2>Une campagne de 90 jours</h2><p>{PROSE[2]}</p><ul><li>Une râperie neuve</li><li>Deux silos</li></ul>
<p>{PROSE[3]}</p></div>
<div class="author-box">Nora Vidal est journaliste au Courrier du Val.</div>
<div class="related-posts"><h3>Articles liés</h3><a href="/b">Le maire de Vaudrey démissionne</a>
<p>Le maire est parti hier.</p></div>
<div id="comments"><h3>2 commentaires</h3>
<p>Bravo à tous, et longue vie à notre chère sucrerie de la vallée !</p></div></article>
<aside class="sidebar"><h2>Les plus lus</h2></aside><footer>Mentions légales</footer></body></html>"""


def test_a_page_of_a_common_cms():
    article = clean(WORDPRESS)
    assert paragraphs(article) == [
        TITLE,
        STANDFIRST,
        PROSE[0],
        PROSE[1],
        "Une campagne de 90 jours",
        PROSE[2],
        "Une râperie neuve",
        "Deux silos",
        PROSE[3],
    ]
    assert article.title == TITLE
    assert article.authors == ("Nora Vidal", "Luc Ba")
    assert article.published == "2024-03-12T17:05:00+01:00"
    assert article.site == "Le Courrier du Val"
    assert article.url == "https://courrier.example/2024/03/sucrerie/"
    assert article.language == "fr"


def test_what_goes_is_kept_with_its_kind():
    kinds = {each.kind for each in clean(WORDPRESS).discarded}
    assert {"caption", "teaser", "navigation", "cookie", "comment", "share", "credit"} <= kinds


def test_page_without_names_or_metadata():
    page = f"""<html><body><div class="x1"><h1>{TITLE}</h1><p class="x2">{STANDFIRST}</p>
<p class="x3">Par Nora Vidal</p>
    <p>Publié le 12 mars 2024 à 17h05</p>
<p>Lecture : 3 min</p>{BODY}<p>Lire aussi : Le prix de la betterave s'envole</p>
    <p>Sucro-Meuse, l'usine de Namur. © Luc Ba / AFP</p><p>Partager cet article</p></div></body></html>"""
    article = clean(page)
    assert paragraphs(article) == [TITLE, STANDFIRST, *PROSE]
    assert article.published == "2024-03-12"
    assert article.authors == ("Nora Vidal",)


def test_page_of_the_nineties_in_windows_1252():
    lines = "<br><br>".join(
        [*PROSE, "L\u2019usine \u0153uvre d\u00e8s l\u2019\u00e9t\u00e9 pour la r\u00e9gion et ses planteurs."]
    )
    head = f'<head><meta charset="iso-8859-1"><title>{TITLE}</title></head>'
    page = f"<html>{head}<body><table><tr><td><font>{lines}</font></td></tr></table></body></html>"
    article = clean(page.encode("cp1252"))
    assert article.text.endswith("L'usine œuvre dès l'été pour la région et ses planteurs.")
    assert all(text in article.text for text in PROSE)


def test_paywalled_page_keeps_what_it_shows():
    nag = "<p>Il vous reste 57 % de cet article à lire.</p><div class='paywall'>Abonnez-vous</div>"
    page = f"<html><body><h1>{TITLE}</h1><div class='post-paywall'>{BODY}</div>{nag}</body></html>"
    assert paragraphs(clean(page)) == [TITLE, *PROSE]


PLAIN = f"""Menu
{TITLE}

{TITLE}


12.03.24
[{TITLE}]

{PROSE[0]}

{PROSE[1]}

• Une râperie neuve
• Deux silos

The staff of Sucro-Meuse and of the factory{PROSE[2]}

{PROSE[3]}
Nous produirons 90 000 tonnes de sucre dès la prochaine campagne.

Lire la suite

Le maire de Vaudrey démissionne

11-03-2024

Le maire est parti hier, et son adjoint le remplace.
Lire la suite

Le pont rouvre

10-03-2024

Le pont du Doubs rouvre lundi.
Lire la suite

Toutes les news

Fermer"""


def test_plain_text_with_debris():
    article = clean(PLAIN, "text/plain")
    assert paragraphs(article) == [TITLE, PROSE[0], PROSE[1], "Une râperie neuve", "Deux silos", PROSE[2], PROSE[3]]
    assert article.title == TITLE
    assert article.published == "2024-03-12"


def test_clean_plain_text_is_left_alone():
    text = "\n\n".join([TITLE, STANDFIRST, *PROSE])
    article = clean(text, "text/plain")
    assert article.text == text
    assert article.discarded == ()


def test_one_sentence_is_an_article():
    article = clean("Le cluster rassemble 190 entreprises.", "text/plain")
    assert article.text == "Le cluster rassemble 190 entreprises."
    assert article.title is None


@pytest.mark.parametrize(
    ("given", "markup", "line", "fallback", "expected"),
    [
        ("2024-01-01", "2024-02-02", "03.03.2024", "2024-04-04", "2024-01-01"),
        (None, "2024-02-02", "03.03.2024", "2024-04-04", "2024-02-02"),
        (None, None, "03.03.2024", "2024-04-04", "2024-03-03"),
        (None, None, None, "2024-04-04", "2024-04-04"),
        (None, None, None, None, None),
    ],
)
def test_where_the_date_comes_from(given, markup, line, fallback, expected):
    meta = f'<meta property="article:published_time" content="{markup}">' if markup else ""
    page = f"<html><head>{meta}</head><body><article><h1>{TITLE}</h1><p>{line or ''}</p>{BODY}</article></body></html>"
    assert clean(page, fallback=fallback, published=given).published == expected


def test_identity_is_the_content():
    assert clean(WORDPRESS).id == clean(WORDPRESS).id
    assert clean(WORDPRESS) == clean(WORDPRESS)
    assert clean(WORDPRESS).id != clean(WORDPRESS + " ").id


@pytest.mark.parametrize(
    ("content", "media_type", "error"),
    [
        (b"", "text/html", "empty"),
        (b"%PDF-1.4", "text/html", "not_text"),
        (b"<html><body></body></html>", "text/html", "no_article"),
        (b"<html><frameset><frame src='x'></frameset></html>", "text/html", "no_article"),
        (f"<html><body><h1>Actualités</h1><ul>{LISTING}</ul></body></html>".encode(), "text/html", "listing"),
        (
            b"<html><body><h1>Connexion</h1><form><input type='password'></form></body></html>",
            "text/html",
            "login_wall",
        ),
        (
            b"<html><head><meta property='og:type' content='video.other'></head>"
            b"<body><h1>La course en direct</h1></body></html>",
            "text/html",
            "video",
        ),
        (
            ("The court kept the offer of the company for the sugar factory and all of its workers. " * 5).encode(),
            "text/plain",
            "not_french",
        ),
    ],
)
def test_pages_that_give_no_article(content, media_type, error):
    with pytest.raises(CleaningError) as raised:
        clean(content, media_type)
    assert raised.value.error == error
    assert raised.value.message


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=400), st.sampled_from(["text/html", "text/plain"]))
def test_any_bytes_give_an_article_or_a_reason(content, media_type):
    try:
        article = clean(content, media_type)
    except CleaningError as error:
        assert error.error
    else:
        assert article.text.strip()


FRAGMENTS = st.sampled_from(
    [
        "<div>",
        "</div>",
        "<p>",
        "</p>",
        "<a href='/x'>",
        "</a>",
        "<table>",
        "<tr>",
        "<td>",
        "<li>",
        "<ul>",
        "<h1>",
        "<!--",
        "-->",
        "<script>",
        "</script>",
        "<br>",
        "<blockquote>",
        "<",
        ">",
        "&amp;",
        "\x00",
        "é",
        PROSE[0],
        PROSE[1],
        "Lire aussi : ceci",
        "<span class='share'>",
        "<figure>",
        "<b>",
    ]
)


@settings(max_examples=80, deadline=None)
@given(st.lists(FRAGMENTS, max_size=40))
def test_broken_markup_gives_an_article_or_a_reason(parts):
    try:
        article = clean("<html><body>" + "".join(parts))
    except CleaningError as error:
        assert error.error
    else:
        assert article.text.strip()
        assert "\x00" not in article.text
