"""Wordings of page furniture inside the text, kind by kind, and sentences of articles about the same things."""

import pytest

from factuel.cleaning.press.block import Block, Draft
from factuel.cleaning.press.lines import set_aside_lines

PROSE = [
    "Le bac de Sarrance, arrêté depuis six ans, a repris lundi ses traversées entre les deux rives du lac, dit la mairie.",
    "La réparation de la coque a coûté deux millions d'euros, dont une moitié payée par la communauté de communes.",
]

FURNITURE = """
Vous pouvez aussi nous suivre sur Facebook, Instagram et TikTok.
Ne manquez rien de l'actualité en vous abonnant à notre fil Telegram.
L'info en direct, c'est aussi sur notre canal Messenger
Faites de Vallée Matin votre source préférée sur Google
Cliquez ici pour nous écrire
L'application Vallée Matin est disponible sur iOS et Android
Ouvrir dans l'application
Cet article peut être écouté : 5 minutes d'écoute
Article lu par une voix de synthèse
La suite de cet article est en accès payant.
Débloquez cet article
Envie de lire la suite ?
Article offert par un abonné
Accès illimité à tous nos contenus
30 jours d'essai gratuits
Formule week-end : 4 € par semaine
Recevez le meilleur de l'info chaque matin
En vous inscrivant, vous acceptez nos conditions d'utilisation.
Votre inscription a bien été prise en compte.
L'essentiel de la semaine en cinq minutes, tous les vendredis.
Pour en savoir plus : les chiffres du chômage par canton
Sur ce thème
Article suivant : la piscine ferme
Illustration. Un bac sur le lac
La coque, en cale sèche. - N. V.
Diaporama : 8 photos
Précision : M. Lalanne est adjoint, et non maire.
Nous avions écrit par erreur que le bac était neuf. Toutes nos excuses.
Note de la rédaction : cet article a été actualisé.
Contenu réalisé en partenariat avec la Région
Ce texte est publié sous licence Creative Commons
(Avec AFP)
Les propos tenus dans cette tribune n'engagent que leur auteur.
Nos journalistes ne sont pas impliqués dans la rédaction de ce contenu.
Journaliste au service économie
N.V. (avec AFP)
Nora VIDAL
nv/jl/md
Il y a 3 heures
Consulter notre charte de modération
Sondage : prendrez-vous le bac cet été ?
Poursuivez votre lecture après la publicité
Les prix indiqués sont susceptibles d'évoluer.
Voir le prix sur le site du marchand
Pour voir cette vidéo, vous devez accepter les cookies de YouTube.
Voir le post sur X
Retrouvez ci-dessous notre reportage en vidéo
#bac #lac #Sarrance
Ouvrir l'image dans une fenêtre
Témoignez : racontez-nous votre traversée
Vous êtes témoin d'un événement ? Alertez-nous !
Votre don est déductible des impôts à hauteur de 66 %.
""".strip().splitlines()

ARTICLE = """
Les parents suivent les horaires du bac sur une page Facebook tenue par un ancien matelot.
« Rejoignez-nous sur notre page Facebook », lance le maire aux habitants.
L'application, disponible depuis lundi, prévient les passagers des retards.
Un article de la loi de finances prévoit la gratuité du bac.
L'accès au quai restera libre jusqu'à la fin du mois de mai.
Les habitants recevront un courrier avant la fin du mois.
Les prix ont augmenté de 12 % en un an.
Une offre à 4 euros par semaine sera proposée aux lycéens.
Le sondage commandé par la mairie donne 62 % d'opinions favorables.
La question du bac divise la vallée.
Le bac a rouvert il y a trois heures seulement.
« Aidez-nous à sauver le bac », demande la capitaine.
Le contrat n'engage pas la commune au-delà de 2030.
Il a présenté toutes ses excuses aux passagers.
La lecture du jugement a duré deux heures.
Un don de 20 000 euros a permis de refaire le pont.
Irène Castaing
""".strip().splitlines()


def kept(line):
    draft = Draft([Block(PROSE[0]), Block(line), Block(PROSE[1])])
    set_aside_lines(draft)
    assert [block.text for block in draft.blocks if block.text in PROSE] == PROSE
    return line in [block.text for block in draft.blocks]


@pytest.mark.parametrize("line", FURNITURE)
def test_furniture(line):
    assert not kept(line)


@pytest.mark.parametrize("line", ARTICLE)
def test_article(line):
    assert kept(line)
