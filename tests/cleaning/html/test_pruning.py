"""What the tree shows, on small pages: parts that go, and parts with the same names that are the article."""

import pytest

from factuel.cleaning.html.parsing import parse_html, strip_scripts
from factuel.cleaning.html.pruning import prune
from factuel.cleaning.html.survey import joined_text, survey_page

PROSE = [
    "La fonderie Aubrac et Fils a repris lundi la coulée de pièces pour les tramways, après quatre "
    "mois d'arrêt complet.",
    "Ses cent vingt salariés avaient été placés au chômage partiel en novembre, quand le four "
    "principal s'était fissuré.",
    "La réparation a coûté deux millions d'euros, dont une moitié payée par l'assureur, indique la directrice du site.",
    "Un second four doit être livré à l'automne, ce qui permettra de doubler la production de roues en deux ans.",
]
ARTICLE = "".join(f"<p>{text}</p>" for text in PROSE)


def clean(body):
    tree = parse_html(f"<html><body>{body}</body></html>")
    strip_scripts(tree)
    removed = prune(survey_page(tree))
    return joined_text(tree), removed


def keeps_article(text):
    return all(line in text for line in PROSE)


@pytest.mark.parametrize(
    ("part", "kind"),
    [
        ('<div class="related-posts"><a href="/a">Une autre fonderie ferme ses portes</a></div>', "teaser"),
        ("<aside><p>Une autre fonderie ferme.</p></aside>", "teaser"),
        ('<ul class="article__share-bar"><li>Partager</li></ul>', "share"),
        ('<div id="comments"><p>Bravo à eux !</p></div>', "comment"),
        ('<div class="cookieBanner">Nous utilisons des traceurs</div>', "cookie"),
        ('<section data-module="Newsletter_box">La lettre du matin</section>', "subscription"),
        ("<nav>Accueil Économie</nav>", "navigation"),
        ("<vallee-comments><p>Bravo à eux !</p></vallee-comments>", "comment"),
        ('<div data-testid="share-bar"><span>Partager</span></div>', "share"),
        ('<figure><img src="f.jpg"><figcaption>Le four, lundi</figcaption></figure>', "caption"),
        ('<span class="photo-credit">Nora Vidal</span>', "credit"),
        ('<div class="author-bio">Nora Vidal suit l\'industrie.</div>', "credit"),
        ('<span class="sr-only">Ouvrir l\'image en grand</span>', "other"),
        ('<blockquote class="twitter-tweet"><p>Quelle belle coulée !</p></blockquote>', "other"),
        ('<p><a href="/b">Les fonderies de la vallée recrutent à nouveau</a></p>', "teaser"),
        ('<p><strong><a href="/b">Les fonderies de la vallée recrutent</a></strong></p>', "teaser"),
    ],
)
def test_parts_that_go(part, kind):
    text, removed = clean(f"<h1>La coulée reprend</h1><div>{ARTICLE[:300]}{ARTICLE[300:]}{part}</div>")
    assert keeps_article(text)
    assert [each for each, _ in removed] == [kind]
    assert removed[0][1] not in text


@pytest.mark.parametrize(
    "wrapper",
    [
        '<article class="post tag-industrie category-news has-related author-nvidal">{}</article>',
        '<div class="post-paywall">{}</div>',
        '<div class="premium-content with-newsletter">{}</div>',
        '<form id="aspnetForm">{}</form>',
        '<div class="live-items">{}</div>',
        '<div class="comments-open"><div>{}</div></div>',
        '<div class="cmp-text">{}</div>',
        '<div class="read-more"><div>{}</div></div>',
    ],
)
def test_wrappers_of_the_article_stay(wrapper):
    text, _ = clean(wrapper.format(ARTICLE))
    assert keeps_article(text)


def test_live_posts_stay_when_they_are_the_article():
    posts = "".join(f'<div class="live-item"><div><p>{text}</p></div></div>' for text in PROSE)
    assert keeps_article(clean(f"<h1>La coulée reprend</h1><div class='feed'>{posts}</div>")[0])


def test_unfolded_second_half_stays():
    first, second = "".join(f"<p>{text}</p>" for text in PROSE[:2]), "".join(f"<p>{text}</p>" for text in PROSE[2:])
    assert keeps_article(clean(f'<div><div>{first}</div><div class="readmore">{second}</div></div>')[0])


def test_capsule_inside_a_paragraph_goes_with_its_link():
    capsule = '<strong>À lire aussi :</strong> <a href="/b">Les fonderies recrutent</a>'
    text, removed = clean(f"<div>{ARTICLE}<p>{PROSE[0]} {capsule}</p></div>")
    assert "fonderies recrutent" not in text
    assert removed[0][0] == "teaser"


@pytest.mark.parametrize(
    "run",
    [
        '<a class="tag-link" href="/tag/four">le four</a>',
        '<a class="related-link" href="/four">le four</a>',
        '<span class="author">Victor Hugo</span>',
        "<strong>le four</strong>",
        '<a href="/four">le four de la fonderie</a>',
    ],
)
def test_words_of_a_sentence_stay(run):
    text, _ = clean(
        f"<div>{ARTICLE}<p>Depuis novembre, chacun savait que {run} ne tiendrait pas l'hiver, dit-elle.</p></div>"
    )
    assert "ne tiendrait pas" in text
    assert joined_text(parse_html(f"<p>{run}</p>")) in text


def test_links_to_the_page_itself_are_subheads():
    text, _ = clean(f'<div>{ARTICLE}<h2><a href="#four">Un four de deux millions d\'euros</a></h2>{ARTICLE}</div>')
    assert "Un four de deux millions" in text


def test_page_without_paragraphs():
    text, _ = clean(f"<div><div class='content'>{'<br><br>'.join(PROSE)}</div><div class='share'>Partager</div></div>")
    assert keeps_article(text)
    assert "Partager" not in text


def test_a_bold_heading_above_blocks_is_left_to_the_press_layer():
    text, _ = clean(f"<div>{ARTICLE}<b>À lire aussi</b><p>Une autre fonderie ferme</p></div>")
    assert "À lire aussi" in text
    text, removed = clean(f"<div>{ARTICLE}<b>À lire aussi</b> <a href='/x'>Une autre fonderie ferme</a></div>")
    assert "À lire aussi" not in text
    assert removed


def test_a_part_has_its_other_name_when_the_first_is_the_articles_too():
    posts = '<div class="widget widget-posts"><p>Une autre fonderie ferme.</p></div>'
    text, removed = clean(f'<div class="widget widget-text">{ARTICLE}</div>{posts}')
    assert keeps_article(text)
    assert ("teaser", "Une autre fonderie ferme.") in removed


def test_a_form_around_the_whole_page_raises_no_doubt():
    tree = parse_html(f"<html><body><form><div>{ARTICLE}</div></form></body></html>")
    survey = survey_page(tree)
    assert not any(survey.doubts[paragraph] for paragraph in tree.iter("p"))
    tree = parse_html(f"<html><body><div>{ARTICLE}</div><form><p>Votre message</p></form></body></html>")
    survey = survey_page(tree)
    assert any(survey.doubts[paragraph] for paragraph in tree.iter("p"))


def test_a_headline_called_published_is_the_headline():
    text, _ = clean(f'<h1 class="title published">Le four</h1><div>{ARTICLE}</div>')
    assert "Le four" in text
    text, _ = clean(f'<h1 class="sr-only">La gazette</h1><div>{ARTICLE}</div>')
    assert "La gazette" not in text
