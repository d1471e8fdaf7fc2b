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
    ("La pilote Julie Petit, de Lumexia, a gagné.", ("Julie Petit", "pilote", "Lumexia", "current")),
    ("Le rapporteur du texte, l'Espagnol Paul Lefort, rit.", ("Paul Lefort", "rapporteur du texte", None, "current")),
    ("L'idée vient d'une institutrice, Julie Petit.", ("Julie Petit", "institutrice", None, "current")),
    ("Le second coprésident, Paul Lefort, se tait.", ("Paul Lefort", "coprésident", None, "current")),
    (
        "« Oui », dit le président et chef de la direction du groupe Ardelis, Paul Lefort.",
        ("Paul Lefort", "président et chef de la direction", "Ardelis", "current"),
    ),
    ("L'émissaire de l'ONU pour le Soudan, Paul Lefort, rit.", ("Paul Lefort", "émissaire", "ONU", "current")),
    ("Paul Lefort, élu CGT, redoute la suite.", ("Paul Lefort", "élu", "CGT", "current")),
    ("Paul Lefort, élu de la Somme, redoute la suite.", ("Paul Lefort", "élu", "Somme", "current")),
    (
        "Présidente de Lumexia depuis 2022, réélue jeudi à Lens avec 88 % des voix, Julie Petit se tait.",
        ("Julie Petit", "Présidente", "Lumexia", "current"),
    ),
    ("L'un d'eux, Paul Lefort, est médecin à Douai.", ("Paul Lefort", "médecin", None, "current")),
    ("Le doyen, Paul Lefort, se tait.", ("Paul Lefort", "doyen", None, "current")),
    (
        "Julie Petit passe la main. La fondatrice de Lumexia a 61 ans.",
        ("Julie Petit", "fondatrice", "Lumexia", "current"),
    ),
    ("Julie Petit doute. La secrétaire régionale attend.", ("Julie Petit", "secrétaire régionale", None, "current")),
    ("Paul Lefort arrive. Il était directeur de Lumexia.", ("Paul Lefort", "directeur", "Lumexia", "former")),
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
    ("Paul Lefort, jusqu'ici directeur financier, se tait.", ("Paul Lefort", "directeur financier", None, "former")),
    ("Jusqu'ici maire de Douai, Paul Lefort se retire.", ("Paul Lefort", "maire", "Douai", "former")),
    ("Le député RN Paul Lefort a voté contre.", ("Paul Lefort", "député", "RN", "current")),
    ("Le député non inscrit Paul Lefort a voté contre.", ("Paul Lefort", "député non inscrit", None, "current")),
    ("L'élue Sophie Marchand a voté contre.", ("Sophie Marchand", "élue", None, "current")),
    ("Sophie Marchand, cheffe d'entreprise à Lens, a ri.", ("Sophie Marchand", "cheffe d'entreprise", None, "current")),
    ("Paul Lefort, notaire à Douai, a signé l'acte.", ("Paul Lefort", "notaire", None, "current")),
    ("Julie Petit, statisticienne au CNRS, a compté.", ("Julie Petit", "statisticienne", "CNRS", "current")),
    ("Julie Petit, une palynologue belge, a compté.", ("Julie Petit", "palynologue", None, "current")),
    ("Julie Petit, horlogère à Douai, a tout démonté.", ("Julie Petit", "horlogère", None, "current")),
    ("Paul Lefort, horloger à Douai, a tout démonté.", ("Paul Lefort", "horloger", None, "current")),
    (
        "Claire Vasseur, avocate de la famille Lefort, a plaidé.",
        ("Claire Vasseur", "avocate de la famille", None, "current"),
    ),
    ("L'entraîneur nancéien Paul Lefort a souri.", ("Paul Lefort", "entraîneur", None, "current")),
    ("Paul Lefort, qui fut longtemps maire de Douai, est parti.", ("Paul Lefort", "maire", "Douai", "former")),
    ("L'ex-Premier ministre Paul Lefort rit.", ("Paul Lefort", "Premier ministre", None, "former")),
    ("Le réalisateur de « La Peur », Jan Kowal, rit.", ("Jan Kowal", "réalisateur", None, "current")),
    ("Paul Lefort quitte la présidence du club.", ("Paul Lefort", "président du club", None, "leaving")),
    (
        "Président du Stade de Douai (1998-2004) - où il eut un fils - et voyageur (2003-2008), Lefort (55 ans) rit.",
        ("Lefort", "Président", "Stade de Douai", "former"),
    ),
    ("Paul Lefort fut, l'espace d'un mois, maire de Lens.", ("Paul Lefort", "maire", "Lens", "former")),
    ("Claire Vasseur, notaire à l'époque, avait dit non.", ("Claire Vasseur", "notaire", None, "former")),
    ("La maire de Lens de l'époque, Julie Petit, avait dit non.", ("Julie Petit", "maire", "Lens", "former")),
    ("Le directeur d'alors, Paul Lefort, avait dit non.", ("Paul Lefort", "directeur", None, "former")),
    ("Le futur directeur de Lumexia, Paul Lefort, rit.", ("Paul Lefort", "directeur", "Lumexia", "appointed")),
    (
        "Paul Lefort, directeur par intérim de Lumexia, rit.",
        ("Paul Lefort", "directeur par intérim", "Lumexia", "current"),
    ),
    ("Paul Lefort, directeur de Lumexia jusqu'en 2019, rit.", ("Paul Lefort", "directeur", "Lumexia", "former")),
    ("Paul Lefort redevient maire de Lens.", ("Paul Lefort", "maire", "Lens", "appointed")),
    ("Le regretté président du club, Paul Lefort, riait.", ("Paul Lefort", "président du club", None, "former")),
    ("L'ex-numéro deux du parti, Paul Lefort, rit.", ("Paul Lefort", "numéro deux du parti", None, "former")),
    ("Nommée directrice du site en 2014, Julie Petit part.", ("Julie Petit", "directrice du site", None, "appointed")),
    ("Julie Petit quitte Lumexia, où elle était directrice.", ("Julie Petit", "directrice", "Lumexia", "former")),
    ("Paul Lefort, maire de Douai, a quitté la salle.", ("Paul Lefort", "maire", "Douai", "current")),
    ("Paul Lefort, maire de Douai, quitte ses fonctions.", ("Paul Lefort", "maire", "Douai", "leaving")),
    ("Paul Lefort, élu d'opposition, a crié.", ("Paul Lefort", "élu d'opposition", None, "current")),
    ("Le principal, Paul Lefort, se tait.", ("Paul Lefort", "principal", None, "current")),
    ("Composition du bureau : trésorier, Paul Lefort.", ("Paul Lefort", "trésorier", None, "current")),
    (
        "Le directeur de l'usine, Marc Dubois, a salué ses équipes.",
        ("Marc Dubois", "directeur de l'usine", None, "current"),
    ),
    ("Le trésorier sortant, Paul Lefort, a pris la parole.", ("Paul Lefort", "trésorier", None, "leaving")),
    ("Le ministre de la Pêche Jan Novotny (PSD) refuse.", ("Jan Novotny", "ministre de la Pêche", None, "current")),
    ("Paul Lefort, alors maire de Douai, avait refusé.", ("Paul Lefort", "maire", "Douai", "former")),
    ("Paul Lefort, préfet de la Somme de 2012 à 2016, rit.", ("Paul Lefort", "préfet", "Somme", "former")),
    ("Claire Vasseur a été directrice de Lumexia.", ("Claire Vasseur", "directrice", "Lumexia", "former")),
    (
        "Karim Belhadj a été directeur financier d'août 2016 à mai 2017 du groupe Lumexia, fondé par son père.",
        ("Karim Belhadj", "directeur financier", "Lumexia", "former"),
    ),
    (
        "L'enquête vise Novaterre, société qui eut pour directrice générale Claire Vasseur.",
        ("Claire Vasseur", "directrice générale", "Novaterre", "former"),
    ),
    ("Karim Belhadj, chroniqueur sur Radio Lumen, rit.", ("Karim Belhadj", "chroniqueur", "Radio Lumen", "current")),
    ("L'architecte aisé Paul Lefort vit seul.", ("Paul Lefort", "architecte", None, "current")),
    ("L'inamovible maire de Douai, Paul Lefort, a parlé.", ("Paul Lefort", "maire", "Douai", "current")),
    (
        "Jean Novak, président du groupe parlementaire du parti Lumen, a parlé.",
        ("Jean Novak", "président du groupe parlementaire", "Lumen", "current"),
    ),
    (
        "Claire Vasseur, cheffe du service communication de Lumexia, a parlé.",
        ("Claire Vasseur", "cheffe du service communication", "Lumexia", "current"),
    ),
    (
        "Le directeur de cabinet de Paul Lefort, Karim Belhadj, a parlé.",
        ("Karim Belhadj", "directeur de cabinet", None, "current"),
    ),
    ("L'avocat de Julie Petit, Me Salif Bangoura, a plaidé.", ("Salif Bangoura", "avocat", None, "current")),
    (
        "L'ONU a réagi. Le chef de ses opérations humanitaires, Paul Lefort, s'est indigné.",
        ("Paul Lefort", "chef de ses opérations humanitaires", "ONU", "current"),
    ),
    (
        "Claire Vasseur a réagi. La ministre de la Santé sur Radio Lumen a dit non.",
        ("Claire Vasseur", "ministre de la Santé", None, "current"),
    ),
    (
        "Julie Petit est arrivée en 2015. Paul Lefort l'avait nommée directrice du musée.",
        ("Julie Petit", "directrice du musée", None, "appointed"),
    ),
    (
        "Le Parti socialiste a salué l'accord. Même avis chez Renaissance. « Oui », dit le chef du parti, Paul Lefort.",
        ("Paul Lefort", "chef", "Renaissance", "current"),
    ),
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


@pytest.mark.parametrize(
    "sentence",
    [
        "L'ancien maire de Béthune et conseiller régional, Paul Lefort, a pris la parole.",
        "L'ancien maire de Béthune et conseiller régional Paul Lefort a pris la parole.",
    ],
)
def test_two_functions_before_a_name_are_two_roles(read, sentence):
    assert [(r.person.name, r.title, r.status) for r in read(sentence, "role")] == [
        ("Paul Lefort", "maire", "former"),
        ("Paul Lefort", "conseiller régional", "current"),
    ]


def test_a_name_after_a_function_inside_another_has_the_inner_one(read):
    found = read("Claire Vasseur, directrice de cabinet du ministre Paul Lefort, a démenti.", "role")
    assert [(r.person.name, r.title) for r in found] == [
        ("Claire Vasseur", "directrice de cabinet"),
        ("Paul Lefort", "ministre"),
    ]


def test_a_fronted_function_is_of_the_person_that_the_pronoun_means(read):
    found = read("Paul Lefort se retire.\n\nMaire de Douai de 1971 à 1989, un long bail, il était aimé.", "role")
    assert [(r.person.name, r.title, r.organisation.name, r.status) for r in found] == [
        ("Paul Lefort", "Maire", "Douai", "former")
    ]


def test_a_plural_after_two_names_is_a_role_of_both(read):
    found = read("Julie Petit et Paul Lefort, cofondateurs de la société Lumexia, ont ri.", "role")
    assert [(r.person.name, r.title) for r in found] == [("Julie Petit", "cofondateur"), ("Paul Lefort", "cofondateur")]


@pytest.mark.parametrize(
    "sentence",
    [
        "Autour du président Paul Lefort, les directeurs ont fait le bilan.",
        "Avec Paul Lefort, président du club, le maire a remis les médailles.",
    ],
)
def test_the_next_subject_is_another(read, sentence):
    assert [role.title.split(" ")[0] for role in read(sentence, "role")] == ["président"]


def test_a_counterpart_has_the_function_of_whose_it_is(read):
    found = read("Le ministre Paul Lefort a reçu son homologue espagnole, Julia Petit.", "role")
    assert [(r.person.name, r.title) for r in found] == [("Paul Lefort", "ministre"), ("Julia Petit", "ministre")]


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        (
            "Julie Petit a créé ce festival. « On a hésité », plaide l'ancienne libraire.",
            [("Julie Petit", "libraire", "former")],
        ),
        (
            "Julie Petit, directrice de Lumexia, part. « J'ai hésité », plaide l'ancienne dirigeante.",
            [("Julie Petit", "directrice", "current")],
        ),
        ("Julie Petit a créé ce festival. « On a hésité », plaide une libraire.", []),
    ],
)
def test_who_speaks_may_be_named_by_a_function(read, text, roles):
    assert [(r.person.name, r.title, r.status) for r in read(text, "role")] == roles


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
        "Paul Lefort était membre du Parti socialiste.",
        "Paul Lefort reste l'unique actionnaire de la société Lumexia.",
        "Son associée, Julie Petit, se tait.",
        "« Le titre reste cher », juge Paul Lefort.",
        "Paul Lefort, père de deux filles, juge la règle trop dure.",
        "Paul Lefort, associé à deux cadres, reprendra la maison.",
        "Paul Lefort se tait. Membre du pôle Vivalis, la société Lumexia recrute.",
        "Claire Vasseur, optimiste, attend la suite.",
        "Le confiseur Douceurs Lefort embauche.",
        "Paul Lefort, le doyen, 81 ans, a chanté.",
        "Paul Lefort, titulaire d'un master de chimie, a témoigné.",
        "Paul Lefort doute. La secrétaire régionale attend.",
        "Julie Petit est venue. Le directeur a ri.",
        "Karim Belhadj a vu Paul Lefort. Julie Petit l'a nommé directeur.",
        "Claire Vasseur tente de devenir comédienne.",
        "À l'époque, le directeur avait reçu Paul Lefort.",
        "Claire Vasseur se dit prête à devenir maire de Douai.",
        "Avec Paul Lefort en chef d'orchestre, le club a gagné.",
        "Il doit son poste scolaire et universitaire à un proche, Paul Lefort.",
        "L'avocate de Paul Lefort, Claire Vasseur et Julie Petit sont venues.",
    ],
)
def test_no_role_is_invented(read, sentence):
    assert read(sentence, "role") == []


def test_two_functions_at_one_organisation_are_both_held_there(read):
    found = read("Claire Vasseur, directrice technique et cofondatrice de Lumexia, était là.", "role")
    assert [(r.title, r.organisation.name) for r in found] == [
        ("directrice technique", "Lumexia"),
        ("cofondatrice", "Lumexia"),
    ]


def test_a_verb_after_a_function_is_no_second_one(read):
    found = read("Le maire, Paul Lefort, juge cependant que la question se posera.", "role")
    assert [r.title for r in found] == ["maire"]


def test_a_place_and_a_comma_may_stand_between_two_functions(read):
    found = read("« Non », dit Paul Lefort, patron de Lumexia, à Lens, et trésorier de l'association.", "role")
    assert [r.title.split(" ")[0] for r in found] == ["patron", "trésorier"]


def test_a_number_stands_before_a_plural(read):
    found = read("Ses deux cogérants, Paul Lefort et Julie Petit, ont vendu.", "role")
    assert [(r.person.name, r.title) for r in found] == [("Paul Lefort", "cogérant"), ("Julie Petit", "cogérant")]


def test_a_counterpart_has_the_function_in_her_own_gender(read):
    found = read("Paul Lefort, directeur général de Lumexia, a reçu son homologue espagnole, Julia Petit.", "role")
    assert [(r.person.name, r.title) for r in found] == [
        ("Paul Lefort", "directeur général"),
        ("Julia Petit", "directrice générale"),
    ]


def test_a_predecessor_had_the_office_not_the_profession(read):
    found = read(
        "Le ministre du Travail Paul Lefort, épidémiologiste, rit. Son prédécesseur Jan Novak se tait.", "role"
    )
    assert [(r.person.name, r.title, r.status) for r in found] == [
        ("Paul Lefort", "ministre du Travail", "current"),
        ("Paul Lefort", "épidémiologiste", "current"),
        ("Jan Novak", "ministre du Travail", "former"),
    ]


def test_dates_in_brackets_may_stand_between_two_functions(read):
    found = read("Ancien président du club Ardelis (2010-2014) et directeur de Lumexia, Paul Lefort rit.", "role")
    assert [(r.person.name, r.title, r.status) for r in found] == [
        ("Paul Lefort", "président", "former"),
        ("Paul Lefort", "directeur", "current"),
    ]
