"""Notes of the newsroom inside or under a text, and beside each kind a sentence of an article that looks like it."""

import pytest

from factuel.cleaning.press.block import Block, Draft
from factuel.cleaning.press.lines import set_aside_lines

PROSE = [
    "La coopérative du Gave a ouvert lundi à Sarrance un atelier où travaillent déjà douze personnes de la vallée.",
    "Le chantier, commencé il y a deux ans, a coûté un peu moins de trois millions d'euros à ses quarante adhérents.",
    "Une seconde ligne doit être installée avant l'été, selon la direction, qui cherche encore huit opérateurs.",
    "Les éleveurs disent leur soulagement, car l'abattoir le plus proche se trouvait à quatre-vingts kilomètres.",
]

GOES = [
    ("Erratum : une version de ce papier plaçait Sarrance en Bigorre.", "other"),
    ("Rectificatif du 3 mai : la halle a coûté 340 000 euros et non 430 000.", "other"),
    ("Mise à jour de 17h20 : ajout de la réponse du maire.", "other"),
    ("Précision. L'atelier a ouvert en 1991, et non en 1981 comme indiqué par erreur.", "other"),
    ("Article modifié le 15 mai à 8 heures avec la réaction du préfet.", "other"),
    ("Cet article a été corrigé après publication.", "other"),
    ("Une première version de ce texte situait l'abattoir à Oloron.", "other"),
    ("Dans une version antérieure, nous parlions de 56 éleveurs.", "other"),
    ("Une erreur s'est glissée dans la première version : l'atelier emploie douze personnes.", "other"),
    ("(Actualisé avec le nombre des adhérents au 4e paragraphe)", "other"),
    ("Les contenus de l'agence sont publiés automatiquement, sans relecture de notre part.", "other"),
    ("Cet entretien a été abrégé pour en faciliter la lecture.", "other"),
    ("Certaines informations de cet article proviennent d'une agence.", "other"),
    ("Ce reportage a été réalisé grâce à une bourse de la fondation Béarn.", "other"),
    ("Certains liens sont affiliés : le site peut toucher une commission sur vos achats.", "other"),
    ("Bazar du Gave | 329 € | Voir l'offre", "other"),
    ("Téléchargez gratuitement notre application pour être alerté.", "other"),
    ("Pour ne rien rater de la vallée, suivez Béarn Info sur WhatsApp.", "share"),
    ("Toute la vallée est aussi sur notre chaîne WhatsApp.", "share"),
    ("L'essentiel de la vallée, chaque matin, dans votre boîte mail", "subscription"),
    ("Recevez par courriel les titres de la vallée, dès 6 h 30.", "subscription"),
    ("Offre d'hiver : 1 € les 3 mois, puis 6,90 € par mois", "subscription"),
    ("Abonnement : 48 € (France), 56 € (étranger).", "subscription"),
    ("Article en accès libre. Soutenez le journal.", "subscription"),
    ("Vos données transmises par ce formulaire sont destinées à Béarn Info.", "subscription"),
    ("Avec nos 112 partenaires, nous déposons des traceurs.", "cookie"),
    ("Cette vidéo ne peut pas être lue.", "other"),
    ("Bravo à toute l'équipe ! — Mairie de Sarrance (@sarrance64) 12 mai 2024", "other"),
    ("Le toit est posé pic.twitter.example/k2", "other"),
    ("1 021 votes", "other"),
    ("Oui, plus de six heures (31 %)", "other"),
    ("Oui 22 % - Non 71 % - Ne sait pas 7 %", "other"),
    ("1 EUR = 3,2685 TND", "other"),
    ("17h40", "other"),
    ("Taille du texte : A- A+", "other"),
    ("Les blogs n'engagent que leurs auteurs.", "other"),
    ("Notre carte : les routes coupées commune par commune", "teaser"),
    ("Écoutez : le reportage de Nora Vidal", "other"),
    ("La grue devant la halle, lundi. PHOTO NORA VIDAL", "caption"),
    ("Le four de Sarrance, avant les travaux. Nora Vidal, fourni par l'auteur", "caption"),
    ("Mémoires d'un four, par Nora Vidal, éditions du Gave, 224 pages, 19 euros.", "other"),
]
BUTTONS = [
    ("Partager cet article Facebook LinkedIn Bluesky", "share"),
    ("Imprimer Envoyer Réagir (3) Corriger une erreur", "share"),
    ("Nora Vidal ne déclare aucune autre affiliation que son poste de recherche.", "other"),
    ("La halle de Sarrance, mardi. Keypix/Nora Vidal", "caption"),
    ("La halle de Sarrance. © Béarn Éco / N. V.", "caption"),
    ("La halle de Sarrance PHOTO NORA VIDAL, LE GAVE", "caption"),
    ("La halle de Sarrance. Illustration N. V.", "caption"),
    ("La halle tient en onze pièces. // Source : Béarn", "caption"),
    ("Offrir cet article", "subscription"),
    ("Vous êtes abonné ? Identifiez-vous", "subscription"),
    ("Découvrez nos offres à partir de 1 €", "subscription"),
    ("Signaler un abus", "comment"),
    ("Lire les 23 commentaires", "comment"),
    ("Votre avis nous intéresse", "comment"),
    ("Publié il y a 3 heures", "other"),
    ("Modifié hier à 20h12", "other"),
    ("Lecture 4 min.", "other"),
    ("Nora Vidal avec l'AFP", "credit"),
    ("La rédaction, avec AFP", "credit"),
    ("Image d'archive", "caption"),
    ("Capture d'écran d'une vidéo", "caption"),
    ("La halle de Sarrance - Nora Vidal / Sud Images", "caption"),
    ("Publicité, la suite plus bas", "other"),
    ("Notre dossier spécial", "teaser"),
    ("> La halle, un an après", "teaser"),
    ("Écouter le podcast", "teaser"),
    ("Toute l'actualité de Sarrance", "teaser"),
    ("A+ A-", "other"),
    ("Un message publié par la mairie", "other"),
    ("View this post on Instagram", "other"),
    ("1,2 k vues", "share"),
    ("Vu 1 212 fois", "share"),
    ("Lire la suite de l'article", "navigation"),
]
EDGE = [
    ("Reportage : Nora Vidal / Jean Roux", "credit"),
    ("Texte Nora Vidal, photos Jean Roux", "credit"),
    ("Article paru dans le numéro de mai", "other"),
    ("Avis de décès", "navigation"),
    ("Choisissez votre commune", "navigation"),
    ("L'autrice", "credit"),
]
STAYS = [
    "Le maire ne déclare aucun revenu.",
    "Partager Facebook en deux, dit l'économiste, n'aurait pas de sens.",
    "Elle a étudié à Pau. Illustration de son goût pour le calcul.",
    "Trois mots : partir, imprimer, envoyer.",
    "Votre avis compte, assure le maire.",
    "Nos partenaires ont signé, dit-elle.",
    "Publié hier, le rapport accable la mairie.",
    "Le public a vu la pièce 212 fois.",
    "Archives et musée : un seul bâtiment pour deux.",
    "Nora Vidal avec son frère Jean",
    "Un message posté par erreur a tout déclenché.",
    "Toute l'actualité de la coopérative tient en un mot : le four.",
    "Vidéo ou pas, le maire assure n'avoir rien vu.",
    "Une erreur s'est glissée dans les comptes de la coopérative.",
    "Une première version du projet prévoyait deux étages.",
    "Précision utile : le marché se tient le samedi.",
    "Cette enquête a été réalisée auprès de mille adhérents.",
    "L'intermédiaire touche une commission de 3 % sur les ventes de bois.",
    "Ses adhérents ont téléchargé l'application de la coopérative.",
    "La cave suit ses clients sur Facebook depuis 2019.",
    "« Nous utilisons des cookies », reconnaît la gérante.",
    "« Suivez-moi sur Instagram », lance le berger à ses visiteurs.",
    "Oui.",
    "La promesse n'engage que ceux qui l'écoutent, dit-on au Sénat.",
    "Notre carte : elle donne toutes les routes.",
    "Écoutez : il sait de quoi il parle.",
    "Oui, plus de six fois, je crois.",
    "Le taux a augmenté de 12 %.",
    "À 17h40, tout était fini.",
    "Photo de famille devant la halle.",
    "Elle tient un commerce. Photo Béarn a fermé en 2019.",
    "Le loyer est de 300 euros par mois, puis 350.",
    "Il a fait 41° à Sarrance, un record.",
]
BOTTOM = [
    (
        "Nora Vidal est journaliste indépendante. Elle vit à Oloron depuis une dizaine d'années et marche beaucoup.",
        "credit",
    ),
    ("Journaliste à l'agence d'Oloron depuis 2014, elle suit la forêt.", "credit"),
    ("N. V. (correspondance particulière)", "credit"),
    ("N. V. / ABC", "credit"),
    ("(1) Au titre du fonds créé en 2009.", "other"),
    ("Contact presse : Nora Vidal, 05 00 00 00 00", "other"),
    ("Oloron : 27° Pau : 29° Tarbes : 30°", "other"),
    (
        "Béarn Info est un média local indépendant, financé par ses lecteurs, qui paraît tous les jours de la semaine.",
        "other",
    ),
]


def judge(line, place="inside"):
    """Return the kind under which `line` is set aside inside prose or below it, null if it stays."""
    before = {"inside": 3, "bottom": 4}[place]
    draft = Draft([Block(text) for text in [*PROSE[:before], line, *PROSE[before:]]])
    set_aside_lines(draft)
    return next((each.kind for each in draft.discarded if each.text == line), None)


@pytest.mark.parametrize(("line", "kind"), [*GOES, *BUTTONS])
def test_notes_go(line, kind):
    assert judge(line) == kind


@pytest.mark.parametrize("line", STAYS)
def test_sentences_of_the_article_stay(line):
    assert judge(line) is None


@pytest.mark.parametrize(("line", "kind"), [*BOTTOM, *EDGE])
def test_notes_under_the_text(line, kind):
    assert judge(line, "bottom") == kind
    assert judge(line) is None
