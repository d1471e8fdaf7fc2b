"""A name is one thing for the whole article."""

import pytest


def labels(found, surface):
    return {label for text, label in found if text == surface}


def test_a_surname_is_the_person_named_in_full(names):
    found = names("Zoé Marquand dirige l'usine. Elle embauche.\n\nPour Marquand, rien ne presse.")
    assert labels(found, "Marquand") == {"PER"}


def test_the_company_of_that_name_stays_a_company(names):
    found = names("Zoé Marquand dirige le groupe Marquand.")
    assert found == [("Zoé Marquand", "PER"), ("Marquand", "ORG")]


def test_a_company_known_once_is_known_everywhere(names):
    text = "La société Orvelane recrute.\n\nOrvelane a perdu de l'argent.\n\nLes salariés d'Orvelane attendent."
    assert labels(names(text), "Orvelane") == {"ORG"}


def test_a_common_word_that_names_a_company_is_found_at_a_sentence_start(names):
    text = "La société Papillon recrute à Lens.\n\nPapillon a perdu de l'argent."
    assert labels(names(text), "Papillon") == {"ORG"}
    assert names("Papillon de nuit, il vole.") == []


def test_an_acronym_is_of_the_kind_of_what_it_shortens(names):
    found = names("L'Association régionale du rail (Arail) se réunit.")
    assert found == [("Association régionale du rail", "ORG"), ("Arail", "ORG")]


@pytest.mark.parametrize("title", ["MARQUAND QUITTE SES FONCTIONS", "DÉPART DE ZOÉ MARQUAND"])
def test_a_line_of_capitals_has_only_names_known_elsewhere(names, title):
    found = names(f"{title}\n\nZoé Marquand quitte la société.")
    assert {label for _, label in found} == {"PER"}
    assert len(found) == 2


def test_the_head_of_state_and_the_rule_of_law_name_no_body(names):
    found = names("On respecte l'État de droit. Le chef de l'État a écrit à l'État.")
    assert found == [("État", "ORG")]


def test_a_country_and_its_south_are_no_person(names):
    assert names("Un exercice naval en Chine du Sud s'achève.") == [("Chine du Sud", "LOC")]


def test_a_town_is_a_place_after_an_elided_preposition(names):
    text = "Le groupe Oxford Vestra recrute. Ils se verront au château, près d'Oxford."
    assert [label for surface, label in names(text) if surface == "Oxford"] == ["LOC"]


def test_an_elided_nationality_is_no_name(names):
    assert names("Hier, l'Uruguayen quittait le club.") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("On parle des Jeux à Lure.", ("Jeux", "MISC")),
        ("Elle dit que la Terre tourne.", ("Terre", "LOC")),
        ("Hier, les Rouge et Noir ont gagné.", ("Rouge et Noir", "ORG")),
        ("Un tableau du Moyen-Age, rien de plus.", ("Moyen-Age", "MISC")),
        ("Il reprend le Pôle sud du groupe Lescot.", ("Lescot", "ORG")),
    ],
)
def test_what_an_article_tells_of_one_word(names, text, expected):
    assert expected in names(text)


@pytest.mark.parametrize(
    "text",
    [
        "Elle préfère ses jeux, la terre et le rouge et le noir.",
        "On négocie l'avenir de la pêche et l'étoile de mer.",
        "Elle lit, dans le train, Au bord de l'eau.",
        "On y lit quelques Presses universitaires majeures.",
    ],
)
def test_common_words_are_no_names(names, text):
    assert names(text) == []


def test_an_institution_ends_before_a_participle_with_its_object(names):
    assert names("Le mandat du Congrès débutant en mai sera court.") == [("Congrès", "ORG")]


def test_the_team_of_somebody_is_no_name(names):
    assert names("Selon l'équipe de Zoé Vesterka, rien ne presse.") == [("Zoé Vesterka", "PER")]


def test_initials_in_brackets_after_a_text_are_its_author(names):
    assert names("Le film est superbe. (A.V.)\n\nUn mot.") == [("A.V.", "PER")]
    assert ("A.V.", "PER") not in names("Le groupe vestrien (A.V.) recrute.")


@pytest.mark.parametrize(
    "text",
    ["Les pays du Sud y perdent.", "Les Européens du Nord lisent.", "Disponible en VOD.", "Ex-coach, il parle."],
)
def test_more_that_is_no_name(names, text):
    assert names(text) == []


def test_the_department_keeps_its_name(names):
    assert ("Nord", "LOC") in names("Il vit dans le Nord depuis dix ans.")


@pytest.mark.parametrize(
    "text", ["Elle a été nommée à la Culture hier.", "On le dit promis aux Affaires européennes ou aux Armées."]
)
def test_a_portfolio_after_a_is_no_name(names, text):
    assert names(text) == []


def test_a_ministry_keeps_its_portfolio(names):
    assert names("Il travaille au ministère de la Culture.") == [("ministère de la Culture", "ORG")]


def test_a_learned_journal_is_a_medium(names):
    assert ("Journal of Vestrian Rivers", "ORG") in names("Elle publie dans le Journal of Vestrian Rivers.")
    assert ("The Grey Marsh", "PER") not in names("On a revu The Grey Marsh hier.")


def test_an_act_in_english_is_no_body(names):
    assert ("Grey Marsh Act", "MISC") in names("Elle signe le Grey Marsh Act.")
