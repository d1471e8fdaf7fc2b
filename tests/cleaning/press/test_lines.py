"""Lines of page furniture, and beside each kind lines that look like it and are the article."""

import pytest

from factuel.cleaning.press.block import Block, Draft
from factuel.cleaning.press.lines import set_aside_lines

PROSE = [
    "La coopérative des Trois Rivières a ouvert lundi à Sarrance un atelier de découpe où "
    "travaillent déjà douze personnes.",
    "Le chantier, commencé il y a deux ans, a coûté un peu moins de trois millions d'euros à ses quarante adhérents.",
    "Une seconde ligne doit être installée avant l'été, selon la direction, qui cherche encore huit "
    "opérateurs de nuit.",
    "Les éleveurs de la vallée disent leur soulagement, car l'abattoir le plus proche se trouvait à "
    "quatre-vingts kilomètres.",
]


def judge(line, place="inside"):
    """Return the kind under which `line` is set aside at a place in prose, null if it stays."""
    before = {"top": 0, "inside": 3, "bottom": 4}[place]
    texts = [*PROSE[:before], line, *PROSE[before:]]
    draft = Draft([Block(text) for text in texts])
    set_aside_lines(draft)
    assert [block.text for block in draft.blocks if block.text in PROSE] == PROSE
    found = [each for each in draft.discarded if each.text == line]
    return found[0].kind if found else None


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("À lire aussi : Un nouvel abattoir dans la vallée", "teaser"),
        ("LIRE AUSSI > Les éleveurs inquiets", "teaser"),
        (">> Les éleveurs inquiets pour la saison", "teaser"),
        ("Lire notre enquête sur les abattoirs de montagne", "teaser"),
        ("A voir également : le reportage dans l'atelier", "teaser"),
        ("Sur le même sujet", "teaser"),
        ("Ces articles pourraient vous intéresser", "teaser"),
        ("Retrouvez tous nos articles sur l'élevage", "teaser"),
        ("VIDÉO. Un atelier de découpe filmé de nuit", "teaser"),
        ("Partager cet article", "share"),
        ("Partager sur Facebook", "share"),
        ("Suivez-nous sur Instagram et sur WhatsApp", "share"),
        ("Abonnez-vous à partir de 1 € et lisez tous nos articles", "subscription"),
        ("Il vous reste 57 % de cet article à lire.", "subscription"),
        ("Il vous reste 72.5% de cet article à lire. La suite est réservée aux abonnés.", "subscription"),
        ("Cet article est réservé aux abonnés.", "subscription"),
        ("Réservé aux abonnés", "subscription"),
        ("Recevez chaque matin notre newsletter économie dans votre boîte mail", "subscription"),
        ("Déjà abonné ? Connectez-vous", "subscription"),
        ("Ce site utilise des cookies pour mesurer son audience.", "cookie"),
        ("En poursuivant votre navigation, vous acceptez l'utilisation de cookies.", "cookie"),
        ("This website uses cookies.", "cookie"),
        ("Tout accepter", "cookie"),
        ("Laisser un commentaire", "comment"),
        ("12 commentaires", "comment"),
        ("Votre adresse e-mail ne sera pas publiée. Les champs obligatoires sont indiqués avec *", "comment"),
        ("Lire la suite", "navigation"),
        ("Mots-clés : élevage, abattoir, montagne", "navigation"),
        ("© Nora Vidal / Le Courrier", "credit"),
        ("Crédit photo : mairie de Sarrance", "credit"),
        ("Photo d'illustration", "credit"),
        ("(Photo Nora Vidal)", "credit"),
        ("L'atelier de Sarrance, lundi. NORA VIDAL / AFP", "caption"),
        ("Les adhérents devant l'atelier. Photo Nora Vidal", "caption"),
        ("[Un atelier de découpe à Sarrance]", "caption"),
        ("Temps de lecture : 4 min", "other"),
        ("3 min de lecture", "other"),
        ("La suite après la publicité", "other"),
        ("Publicité", "navigation"),
        ("Certains liens sont affiliés : nous touchons une commission sur vos achats.", "other"),
        ("Voici une vidéo de l'atelier tournée la semaine dernière :", "other"),
        ("Vous avez repéré une erreur dans cet article ? Écrivez-nous.", "other"),
        ("***", "other"),
    ],
)
def test_furniture_goes_wherever_it_stands(line, kind):
    assert judge(line) == kind
    assert judge(line, "bottom") == kind


@pytest.mark.parametrize(
    ("line", "place", "kind"),
    [
        ("Menu", "top", "navigation"),
        ("search", "top", "navigation"),
        ("Accueil > Économie > Élevage", "top", "navigation"),
        ("Publié le 12 mars 2024 à 10h05", "top", "other"),
        ("12.03.24", "top", "other"),
        ("Par Nora Vidal, avec AFP", "top", "credit"),
        ("Par Nora Vidal", "bottom", "credit"),
        ("N. V.", "bottom", "credit"),
        ("Toutes les actualités", "bottom", "navigation"),
        ("Fermer", "bottom", "navigation"),
        ("Facebook Twitter LinkedIn", "bottom", "share"),
        ("© 2024 Le Courrier - Tous droits réservés - Mentions légales", "bottom", "navigation"),
        ("À suivre...", "bottom", "other"),
        ("This is a message from our team to you", "bottom", "other"),
    ],
)
def test_furniture_of_the_edges(line, place, kind):
    assert judge(line, place) == kind


@pytest.mark.parametrize(
    "line",
    [
        "Lire aide à vivre, dit la bibliothécaire.",
        "À noter : l'entrée est gratuite.",
        "Il reste 20 % des parts à vendre.",
        "Les clients pourront s'abonner dès lundi.",
        "Accès payant : 5 euros.",
        "Réservé aux adhérents.",
        "Inscription par e-mail avant le 12 mars.",
        "12 € par mois, c'est le prix de la cantine.",
        "Partager la valeur",
        "Répondre à la crise",
        "Découvrez tous les ateliers proposés samedi à la médiathèque.",
        "Crédits immobiliers : la chute continue.",
        "Illustration de ce malaise, trois salariés sur quatre veulent partir.",
        "L'agent touche une commission de 5 % sur chaque vente.",
        "En continuant dans ces conditions, le club risque la relégation.",
        "Dans la même catégorie, le club de Sarrance finit deuxième.",
        "Une exposition de photos anciennes",
        "Contact",
        "Vidéo",
        "Réactions",
        "12 mars 2024",
        "Par Toutatis !",
        "Thème : la montagne.",
        "Tomorrow in Motion",
        "La suite après les élections",
        "« Abonnés ou non, tous paieront », prévient le maire.",
    ],
)
def test_lines_of_the_article_stay(line):
    assert judge(line) is None


def test_dates_and_bylines_are_remembered():
    draft = Draft([Block("Publié le 12 mars 2024"), Block("Par Nora Vidal"), *(Block(text) for text in PROSE)])
    set_aside_lines(draft)
    assert draft.dates == ["Publié le 12 mars 2024"]
    assert draft.bylines == ["Nora Vidal"]


def test_note_about_a_known_author():
    blocks = [*(Block(text) for text in PROSE), Block("Nora Vidal est journaliste indépendante.")]
    draft = Draft(blocks, authors=("Nora Vidal",))
    set_aside_lines(draft)
    assert [each.kind for each in draft.discarded] == ["credit"]


def test_a_teasers_date_is_not_the_articles():
    draft = Draft([*(Block(text) for text in PROSE), Block("Un autre titre"), Block("25-04-2024")])
    set_aside_lines(draft)
    assert draft.dates == []
