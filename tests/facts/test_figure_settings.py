"""What a figure's place in its sentence says: ages, bases, comparisons, detached measures; futures read over."""

import pytest


@pytest.mark.parametrize(
    ("sentence", "text", "factuality"),
    [
        ("Cette Lyonnaise de 47 ans prendra ses fonctions en juin.", "47 ans", "asserted"),
        ("Il quittera son fauteuil à 63 ans.", "63 ans", "asserted"),
        ("Le groupe Ardelis supprimera 14 postes sur 90.", "90", "asserted"),
        ("Le groupe Ardelis supprimera 14 postes sur 90.", "14 postes", "planned"),
        ("Quelque 130 emplois s'ajouteront aux 640 existants.", "640 existants", "asserted"),
        ("Le site produira 50 % de sa récolte, contre 35 % actuellement.", "35 %", "asserted"),
        ("Son budget, de 410 000 euros, ne grimpera pas.", "410 000 euros", "asserted"),
        ("Près de 180 exposants attendus, entrée libre.", "Près de 180 exposants", "planned"),
        ("Elle table sur une croissance d'au moins 12 %.", "au moins 12 %", "planned"),
        ("Le musée, qui vise 60 000 visiteurs, rouvre.", "60 000 visiteurs", "planned"),
        ("Le groupe s'est engagé à acheter 150 tonnes de noix.", "150 tonnes", "planned"),
        ("Le pays couvrira les deux tiers des besoins.", "deux tiers des besoins", "planned"),
        ("Le groupe Ardelis bâtira une serre. Tarif : 9 euros.", "9 euros", "asserted"),
        ("Le groupe Ardelis va bâtir une serre. Coût : 9 millions d'euros.", "9 millions d'euros", "planned"),
        ("Trois étés auront eu raison des sceptiques.", "Trois étés", "asserted"),
        ("Un homme a attendu deux heures une ambulance.", "deux heures", "asserted"),
        ("Le groupe pourrait perdre 40 emplois.", "40 emplois", "hypothetical"),
        ("Le conseil régional de Bretagne en financerait 15 %.", "15 %", "conditional"),
        ("Le maire compte 40 élus et trois agents.", "40 élus", "asserted"),
        ("Le site ouvrait avec 40 postes.", "40 postes", "asserted"),
    ],
)
def test_place_of_the_figure(read, sentence, text, factuality):
    found = [figure for figure in read(sentence, "figure") if text in figure.evidence.text]
    assert [figure.factuality for figure in found] == [factuality]


@pytest.mark.parametrize(
    ("sentence", "text", "factuality"),
    [
        ("Le groupe a confirmé qu'il ouvrirait 40 agences.", "40 agences", "planned"),
        ("Selon la radio, le groupe ouvrirait 40 agences.", "40 agences", "conditional"),
        ("Le groupe a annoncé la construction d'une usine de 9 000 m2.", "9 000 m2", "planned"),
        ("L'objectif est d'atteindre 20 % en 2030.", "20 %", "planned"),
        ("La région avait promis 800 000 euros.", "800 000 euros", "asserted"),
        ("Le maire veut, par 17 voix contre 12, fermer la route.", "17 voix", "asserted"),
        ("Le club, qui réunit 74 entreprises, veut grandir.", "74 entreprises", "asserted"),
        ("Tiré à 4 000 exemplaires, le roman paraîtra en poche.", "4 000 exemplaires", "asserted"),
        ("Le maire ne se représentera pas après deux mandats.", "deux mandats", "asserted"),
    ],
)
def test_reports_announcements_and_what_holds(read, sentence, text, factuality):
    found = [figure for figure in read(sentence, "figure") if text in figure.evidence.text]
    assert [figure.factuality for figure in found] == [factuality]
