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


def test_who_beats_and_who_is_ranked_is_a_team(names):
    found = names(
        "Handball : Belvès tombe\n\nBattu 24-31 par Lanzac, le club a perdu le match et le derby du championnat. "
        "Le classement : Cazals, 61 pts ; Puylaroque, 55 pts. Il jouera à Rocamadour (28-30 au match aller)."
    )
    assert ("Lanzac", "ORG") in found and ("Cazals", "ORG") in found and ("Puylaroque", "ORG") in found
    assert ("Rocamadour", "LOC") in found
