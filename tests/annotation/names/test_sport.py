"""In an article about matches, a town that plays is its team."""

REPORT = (
    "Rugby : Belvès résiste\n\nDimanche, pour la dernière journée du championnat, Belvès a battu "
    "Lanzac 24-12 "
    "(mi-temps : 12-3). Les joueurs de Lanzac ont marqué un essai. Le match avait lieu à Belvès. Prochaine rencontre contre Cazals."
)


def test_teams_and_the_town_where_they_play(names):
    found = names(REPORT)
    assert found.count(("Lanzac", "ORG")) == 2
    assert ("Cazals", "ORG") in found
    assert ("Belvès", "LOC") in found and ("Belvès", "ORG") in found


def test_elsewhere_a_town_is_a_place(names):
    found = names("La mairie de Belvès reçoit Lanzac pour un débat sur les routes du canton.")
    assert ("Lanzac", "ORG") not in found
