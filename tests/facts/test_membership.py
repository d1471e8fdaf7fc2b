"""Who belongs to which group: nouns, participles, verbs from either side, and what only looks like it."""

import pytest


def ties(read, text):
    return sorted((f.member.name, f.group.name, f.relation) for f in read(text, "membership"))


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Lumexia, filiale à 51 % du groupe Ardelis, recrute.", id="share"),
        pytest.param("La filiale française du groupe Ardelis, Lumexia, recrute.", id="name-after"),
        pytest.param("Le groupe Ardelis, maison mère de Lumexia, a démenti.", id="parent"),
        pytest.param("Lumexia, dont le groupe Ardelis possède 60 % depuis mars, recrute.", id="dont"),
        pytest.param("Le groupe Ardelis détient 51 % de la société Lumexia.", id="owner-acts"),
        pytest.param("Le groupe Ardelis contrôle la société Lumexia.", id="controls"),
        pytest.param("Passée en 2003 dans le giron du groupe Ardelis, Lumexia recrute.", id="opening"),
        pytest.param("Lumexia, installée à Lens et filiale du groupe Ardelis, recrute.", id="second-of-two"),
        pytest.param("Le groupe Ardelis compte Lumexia parmi ses filiales.", id="among"),
        pytest.param("La société Lumexia a grandi. Filiale du groupe Ardelis, l'entreprise recrute.", id="noun"),
        pytest.param("Lumexia, enseigne du groupe Ardelis, recrute.", id="brand"),
        pytest.param("Lumexia, filiale, depuis 2011, du groupe Ardelis, recrute.", id="aside"),
        pytest.param(
            "Le groupe Ardelis n'est pas en pourparlers avec Novaterre pour vendre sa filiale Lumexia.", id="infinitive"
        ),
        pytest.param("La société Lumexia, 63 salariés et 8 M€ de ventes, qui appartient au groupe Ardelis.", id="qui"),
    ],
)
def test_a_subsidiary_is_read(read, text):
    assert ties(read, text) == [("Lumexia", "Ardelis", "subsidiary")]


@pytest.mark.parametrize(
    ("text", "members", "group"),
    [
        pytest.param("Lumexia adhère à la Fédération du bois.", ["Lumexia"], "Fédération du bois", id="verb"),
        pytest.param("Luc Verdier (PS) a voté contre.", ["Luc Verdier"], "PS", id="brackets"),
        pytest.param(
            "Luc Verdier, membre du Parti socialiste, a voté contre.", ["Luc Verdier"], "Parti socialiste", id="person"
        ),
        pytest.param(
            "Lumexia emploie 40 salariés et fait partie du réseau Texalis.", ["Lumexia"], "Texalis", id="shared-subject"
        ),
        pytest.param(
            "Le réseau Texalis, auquel la société Lumexia a adhéré en 2010, recrute.",
            ["Lumexia"],
            "Texalis",
            id="to-which",
        ),
        pytest.param(
            "La société Lumexia est entrée en mai au sein du réseau Texalis.", ["Lumexia"], "Texalis", id="entered"
        ),
        pytest.param(
            "Le consortium Texalis réunit Lumexia et Novaterre.",
            ["Lumexia", "Novaterre"],
            "Texalis",
            id="brings-together",
        ),
        pytest.param("L'adhésion de Lumexia au réseau Texalis est récente.", ["Lumexia"], "Texalis", id="entry"),
        pytest.param(
            "Lumexia, partenaire de l'école, a intégré, à titre de membre associé, la grappe Texalis.",
            ["Lumexia"],
            "Texalis",
            id="integrated",
        ),
        pytest.param(
            "« C'est peu », constate Luc Verdier, député au Parlement européen, membre du groupe Renouveau.",
            ["Luc Verdier"],
            "Renouveau",
            id="inverted-subject",
        ),
        pytest.param("Luc Verdier, 44 ans, du mouvement Inseme, a gagné.", ["Luc Verdier"], "Inseme", id="age"),
        pytest.param(
            "Parmi les membres du pôle Texalis figurent Lumexia et Novaterre.",
            ["Lumexia", "Novaterre"],
            "Texalis",
            id="figure",
        ),
    ],
)
def test_a_member_is_read(read, text, members, group):
    assert ties(read, text) == [(member, group, "member") for member in members]


def test_two_groups_are_two_facts(read):
    found = ties(read, "La compagnie Lumexia adhère à la Fédération du bois et au réseau Texalis.")
    assert [group for _, group, _ in found] == ["Fédération du bois", "Texalis"]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Luc Verdier, membre de la famille Morvan, a témoigné.", id="family"),
        pytest.param("Il appartient à la société Lumexia de prouver sa bonne foi.", id="it-behoves"),
        pytest.param("Les pompiers ont rejoint la société Lumexia peu après minuit.", id="arrival"),
        pytest.param("La police a contrôlé le véhicule de la société Lumexia.", id="checked"),
        pytest.param("Lumexia, dont le fonds Rhodia Capital détient 34 %, recrute.", id="minority"),
        pytest.param("Le groupe Ardelis se rallie à l'avis de la commission Novaterre.", id="agrees"),
        pytest.param("Le groupe Ardelis a réuni Lumexia et Novaterre autour d'une table.", id="a-meeting"),
        pytest.param("L'action Lumexia appartient à l'indice SBF 120.", id="an-index"),
        pytest.param("Le premier roman de Luc Verdier (Gallimard) est drôle.", id="a-publisher"),
        pytest.param("Zoé Marquis, membre du conseil régional de Bretagne, a voté contre.", id="an-office"),
        pytest.param("Zoé Marquis a été directrice. Elle rejoint Lumexia.", id="hired"),
        pytest.param("Plusieurs membres du syndicat Unitas ont manifesté devant Lumexia.", id="unnamed-members"),
    ],
)
def test_a_look_alike_is_no_membership(read, text):
    assert ties(read, text) == []


@pytest.mark.parametrize(
    ("text", "member", "group", "relation"),
    [
        pytest.param(
            "Lumexia est détenue à 65 % par la famille Morvan.",
            "Lumexia",
            "Morvan",
            "subsidiary",
            id="held-by-a-family",
        ),
        pytest.param(
            "La société Lumexia recrute. La famille Morvan, qui détient 82 % de Lumexia, se tait.",
            "Lumexia",
            "Morvan",
            "subsidiary",
            id="a-family-holds",
        ),
        pytest.param(
            "Le capital est cédé à la famille Morvan, propriétaire du groupe Ardelis.",
            "Ardelis",
            "Morvan",
            "subsidiary",
            id="a-family-owns",
        ),
        pytest.param(
            "La société Lumexia recrute. Son actionnaire majoritaire reste le groupe Ardelis.",
            "Lumexia",
            "Ardelis",
            "subsidiary",
            id="its-shareholder-stays",
        ),
        pytest.param(
            "La société Lumexia rejoindra pour sa part le réseau de distribution Ardelis.",
            "Lumexia",
            "Ardelis",
            "member",
            id="joins-for-its-part",
        ),
        pytest.param(
            "Membre fondateur du pôle Ardelis, la société Lumexia recrute.",
            "Lumexia",
            "Ardelis",
            "member",
            id="founder",
        ),
        pytest.param(
            "Zoé Marquis, de la liste d'opposition Ardelis autrement, a voté.",
            "Zoé Marquis",
            "Ardelis autrement",
            "member",
            id="of-a-list",
        ),
    ],
)
def test_a_tie_is_read_in_other_words(read, text, member, group, relation):
    found = [(f.member.name, f.group.name, f.relation) for f in read(text, "membership")]
    assert (member, group, relation) in found


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("1. Zoé Marquis (Esp) 2 h 15. 2. Luc Verdier (Bel) à 12 s.", id="nations"),
        pytest.param(
            "L'agence Lumexia paie. Les adhérents du groupement en paieront 21, l'agence le reste.", id="some"
        ),
        pytest.param("Lumexia est dirigée par Zoé Marquis, propriétaire de trois chevaux.", id="horses"),
    ],
)
def test_other_words_tie_nobody(read, text):
    assert read(text, "membership") == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param(
            "Les sociétés Lumexia et Norabio ont rejoint le pôle Ardelis.",
            [("Lumexia", "Ardelis", "member"), ("Norabio", "Ardelis", "member")],
            id="two-members",
        ),
        pytest.param(
            "Lumexia, détenue à parité par le groupe Ardelis et la société Norabio, recrute.",
            [("Lumexia", "Ardelis", "subsidiary"), ("Lumexia", "Norabio", "subsidiary")],
            id="two-owners",
        ),
        pytest.param(
            "La société Lumexia (groupe Ardelis) recrute.", [("Lumexia", "Ardelis", "subsidiary")], id="in-brackets"
        ),
        pytest.param(
            "La société Lumexia, du groupe Ardelis, recrute.", [("Lumexia", "Ardelis", "subsidiary")], id="after-comma"
        ),
        pytest.param(
            "Le pôle Ardelis, dont Lumexia fait partie, recrute.", [("Lumexia", "Ardelis", "member")], id="dont"
        ),
        pytest.param("La société Lumexia a signé avec le groupe Ardelis (groupe public).", [], id="not-a-name"),
        pytest.param("Face à Lumexia, le groupe Ardelis, lui, recrute.", [], id="another-group"),
    ],
)
def test_several_ties_and_groups_beside_a_name(read, text, found):
    assert ties(read, text) == found


@pytest.mark.parametrize(
    ("text", "member", "group"),
    [
        ("La société Lumexia recrute. Elle est devenue, en mars, membre du réseau Korval.", "Lumexia", "Korval"),
        (
            "La fédération du bois du Morvan, à laquelle vient d'adhérer la société Lumexia, organise le salon.",
            "Lumexia",
            "fédération du bois du Morvan",
        ),
        (
            "Lens change de visage\n\nLa ville, qui a rejoint l'an dernier le réseau Korval, regarde plus loin.",
            "Lens",
            "Korval",
        ),
        ("Paul Morel était resté membre de l'association Korval.", "Paul Morel", "Korval"),
    ],
)
def test_members_over_asides_and_towns(read, text, member, group):
    assert [(fact.member.name, fact.group.name) for fact in read(text, "membership")] == [(member, group)]


def test_aside_of_another_clause_gives_nothing(read):
    assert read("La ville est belle, dit-on, membre par membre.", "membership") == []
