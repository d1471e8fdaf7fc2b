import pytest

from factuel.cleaning.metadata.titles import choose_title, strip_site


@pytest.mark.parametrize(
    ("title", "sites", "stripped"),
    [
        ("La halle rouvre | Le Courrier d'Aubenas", ["Le Courrier d'Aubenas"], "La halle rouvre"),
        ("La halle rouvre | Économie | courrier-aubenas.fr", ["courrier-aubenas.fr"], "La halle rouvre"),
        ("La halle rouvre | CA | 23.05.2011", ["CA"], "La halle rouvre"),
        ("Le Courrier : la halle rouvre", ["Le Courrier"], "la halle rouvre"),
        ("Lyon - Nice : le match", ["Le Courrier"], "Lyon - Nice : le match"),
        ("Budget : le Courrier des lecteurs", ["Radio Vallée"], "Budget : le Courrier des lecteurs"),
        ("Le Courrier", ["Le Courrier"], "Le Courrier"),
    ],
)
def test_site_is_stripped(title, sites, stripped):
    assert strip_site(title, sites) == stripped


def test_heading_that_the_metadata_confirms():
    assert (
        choose_title(
            ["Le Courrier", "La halle rouvre samedi"], ["La halle rouvre samedi | Le Courrier"], ["Le Courrier"]
        )
        == "La halle rouvre samedi"
    )


def test_cut_claim_gives_way_to_the_full_one():
    assert choose_title([], ["La halle rouvre sam", "La halle rouvre samedi"], []) == "La halle rouvre samedi"


def test_logo_is_no_title():
    assert choose_title(["Courrier"], ["La halle rouvre samedi"], ["Courrier"]) == "La halle rouvre samedi"


def test_heading_alone_or_nothing():
    assert choose_title(["La halle rouvre"], [], []) == "La halle rouvre"
    assert choose_title([], [None, " "], []) is None


@pytest.mark.parametrize(
    ("heading", "claim", "title"),
    [
        ("Travaux La halle rouvre samedi matin", "La halle rouvre samedi matin", "La halle rouvre samedi matin"),
        ("Travaux La halle rouvre samedi matin", "La halle rouvre samedi matin / Ville / Le Courrier", "La halle rouvre samedi matin"),
        ("Sarrance. La halle rouvre samedi", "La halle rouvre samedi", "Sarrance. La halle rouvre samedi"),
        ("Pourquoi la halle rouvre samedi", "la halle rouvre samedi", "Pourquoi la halle rouvre samedi"),
    ],
)  # fmt: skip
def test_a_label_inside_the_heading_is_no_part_of_the_title(heading, claim, title):
    assert choose_title([heading], [claim], []) == title


def test_an_unknown_sites_name_does_not_complete_a_title():
    assert (
        choose_title([], ["La halle rouvre samedi", "La halle rouvre samedi | Béarn Éco"], [])
        == "La halle rouvre samedi"
    )
