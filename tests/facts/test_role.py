import pytest

ROLES = [
    (
        "Sophie Marchand, directrice générale de Lumexia, a présenté le projet.",
        ("Sophie Marchand", "directrice générale", "Lumexia", "current"),
    ),
    ("Le maire de Douai, Karim Belhadj, a inauguré la salle.", ("Karim Belhadj", "maire", "Douai", "current")),
    (
        "« C'est fini », confirme Julie Petit (présidente de la société Novaterre).",
        ("Julie Petit", "présidente", "Novaterre", "current"),
    ),
    (
        "Marc Dubois a été nommé directeur financier de la société Novaterre.",
        ("Marc Dubois", "directeur financier", "Novaterre", "appointed"),
    ),
    (
        "Julie Petit, conservatrice du musée du Cuir depuis 2011, se réjouit.",
        ("Julie Petit", "conservatrice", "musée du Cuir", "current"),
    ),
    ("L'ancien ministre Paul Lefort a pris la parole à Lille.", ("Paul Lefort", "ministre", None, "former")),
    ("Le président russe Ivan Sokolov a reçu la délégation.", ("Ivan Sokolov", "président", None, "current")),
    (
        "Le ministre de l'Agriculture, Henri Pélissier, a promis une aide.",
        ("Henri Pélissier", "ministre de l'Agriculture", None, "current"),
    ),
    (
        "Paul Lefort, 47 ans, vient d'être nommé directeur de Novaterre.",
        ("Paul Lefort", "directeur", "Novaterre", "appointed"),
    ),
    (
        "Claire Vasseur prend la direction générale de Lumexia.",
        ("Claire Vasseur", "directrice générale", "Lumexia", "appointed"),
    ),
    ("Paul Lefort, jusqu'ici directeur financier, se tait.", ("Paul Lefort", "directeur financier", None, "current")),
    ("Le trésorier sortant, Paul Lefort, a pris la parole.", ("Paul Lefort", "trésorier", None, "current")),
    ("Sophie Marchand reste présidente de Lumexia.", ("Sophie Marchand", "présidente", "Lumexia", "current")),
    ("L'hydrogéologue Solène Astier a étudié la nappe.", ("Solène Astier", "hydrogéologue", None, "current")),
]


@pytest.mark.parametrize(("sentence", "expected"), ROLES)
def test_role_is_read(read, sentence, expected):
    found = read(sentence, "role")
    assert [(r.person.name, r.title, r.organisation.name if r.organisation else None, r.status) for r in found] == [
        expected
    ]


def test_two_functions_of_one_person_are_two_roles(read):
    found = read("Claire Vasseur, présidente du groupe Ardelis et maire de Béthune, était présente.", "role")
    assert [(r.title, r.organisation.name) for r in found] == [("présidente", "Ardelis"), ("maire", "Béthune")]


def test_a_plural_gives_a_role_to_each(read):
    found = read("Les députés Paul Lefort et Karim Belhadj ont voté.", "role")
    assert [(r.person.name, r.title) for r in found] == [("Paul Lefort", "député"), ("Karim Belhadj", "député")]


def test_whom_one_succeeds_had_the_function_in_their_own_gender(read):
    found = read("Paul Lefort a été élu président de Lumexia. Il succède à Claire Vasseur.", "role")
    assert ("Claire Vasseur", "présidente", "former") in [(r.person.name, r.title, r.status) for r in found]


def test_a_role_in_apposition_is_asserted_whatever_its_verb(read):
    found = read("Claire Vasseur, directrice de Lumexia, viendra demain.", "role")
    assert [role.factuality for role in found] == ["asserted"]


@pytest.mark.parametrize(
    "sentence",
    [
        "L'accident a eu lieu avenue du général Lefort.",
        "Attendu demain, le président de la Commission européenne parlera. Paul Lefort aussi.",
        "Le directeur a refusé de répondre à nos questions.",
        "Sophie Marchand habite Douai depuis dix ans.",
        "Si Paul Lefort devenait président de la Région, tout changerait.",
        "La ministre a quitté la salle avant Jean Moreau.",
    ],
)
def test_no_role_is_invented(read, sentence):
    assert read(sentence, "role") == []
