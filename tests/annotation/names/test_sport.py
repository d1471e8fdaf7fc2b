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


RESULTS = (
    "Handball : BELVÈS TIENT BON, CAZALS SOMBRE\n\nMenées de sept buts par Bourg-de-Lanvel, les joueuses de Belvès ont "
    "gagné le match du championnat. Cazals a pris dix buts de retard à Lanzac et perd le derby.\n\nRésultats : "
    "Lanzac-Cazals 36-21, Belvès-Bourg-de-Lanvel 27-26, Lanzac B-Rocamadour 24-24. Buts : Tavel (9e) pour Belvès."
)


def test_pairs_before_a_score_are_two_teams(names):
    found = names(RESULTS)
    assert found.count(("Cazals", "ORG")) >= 2 and ("Lanzac B", "ORG") in found and ("Rocamadour", "ORG") in found
    assert ("Lanzac-Cazals", "ORG") not in found


def test_capitals_and_scorers_name_their_team(names):
    found = names(RESULTS)
    assert ("CAZALS", "ORG") in found and found[-1] == ("Belvès", "ORG")


def test_a_pair_without_a_score_and_outside_sport_stays_two_places(names):
    found = names("Le train Cahors-Figeac a 24 minutes de retard à Cahors.")
    assert ("Cahors", "ORG") not in found and ("Figeac", "LOC") in found


def test_a_list_of_clubs_is_one_of_teams(names):
    found = names("Les clubs présents, Lure, Vesoul et Gray, ont joué. On se revoit à Lure.")
    assert found == [("Lure", "ORG"), ("Vesoul", "ORG"), ("Gray", "ORG"), ("Lure", "LOC")]


def test_a_list_of_towns_where_clubs_are_is_none(names):
    assert {label for _, label in names("Les clubs sont à Lure, Vesoul et Gray.")} == {"LOC"}


def test_players_before_a_team_make_it_nobody(names):
    assert names("Les attaquants Bleus ont régalé.") in ([("Bleus", "ORG")], [])
    assert ("Zoé Vesterka", "PER") in names("L'attaquante Zoé Vesterka a régalé.")
