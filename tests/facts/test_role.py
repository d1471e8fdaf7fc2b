import pytest

ROLES = [
    (
        "Sophie Marchand, directrice générale de Lumexia, a présenté le projet.",
        ("Sophie Marchand", "directrice générale", "Lumexia", "current"),
    ),
    ("Le maire de Douai, Karim Belhadj, a inauguré la salle.", ("Karim Belhadj", "maire", "Douai", "current")),
    (
        "« C'est fini », confirme Julie Petit (présidente de l'association Vélo Nord).",
        ("Julie Petit", "présidente", "association Vélo Nord", "current"),
    ),
    (
        "Marc Dubois a été nommé directeur financier de la société Novaterre.",
        ("Marc Dubois", "directeur financier", "Novaterre", "appointed"),
    ),
    ("L'ancien ministre Paul Lefort a pris la parole à Lille.", ("Paul Lefort", "ministre", None, "former")),
    ("Le président russe Ivan Sokolov a reçu la délégation.", ("Ivan Sokolov", "président", None, "current")),
    (
        "Le ministre de l'Agriculture, Henri Pélissier, a promis une aide.",
        ("Henri Pélissier", "ministre de l'Agriculture", None, "current"),
    ),
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


@pytest.mark.parametrize(
    "sentence",
    [
        "Le directeur a refusé de répondre à nos questions.",
        "Sophie Marchand habite Douai depuis dix ans.",
        "Si Paul Lefort devenait président de la Région, tout changerait.",
        "La ministre a quitté la salle avant Jean Moreau.",
    ],
)
def test_no_role_is_invented(read, sentence):
    assert read(sentence, "role") == []
