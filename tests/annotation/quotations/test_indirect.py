import pytest

CLAUSES = [
    ("La direction, elle, assure que le port sera agrandi.", "le port sera agrandi", "La direction"),
    ("L'ex-dirigeant assure que le port sera agrandi.", "le port sera agrandi", "L'ex-dirigeant"),
    (
        "Voici son conseil, Me Paul Girard, qui assure que le port sera agrandi.",
        "le port sera agrandi",
        "Me Paul Girard",
    ),
    ("Marie Dupuis affirme que le port sera agrandi.", "le port sera agrandi", "Marie Dupuis"),
    (
        "La maire de Nantes, Marie Dupuis, a également estimé que le port devait être agrandi.",
        "le port devait être agrandi",
        "Marie Dupuis",
    ),
    ("Elle a rappelé, en ouvrant la séance, que le port serait agrandi.", "le port serait agrandi", "Elle"),
    (
        "Les pompiers indiquent qu’il n’y a pas de blessé et que le feu est éteint.",
        "il n’y a pas de blessé et que le feu est éteint",
        "Les pompiers",
    ),
    ("Marie Dupuis dit vouloir agrandir le port.", "vouloir agrandir le port", "Marie Dupuis"),
    ("Marie Dupuis a reconnu avoir fermé l'atelier.", "avoir fermé l'atelier", "Marie Dupuis"),
    ("Le syndicat accuse la direction d'avoir fermé l'atelier.", "d'avoir fermé l'atelier", "Le syndicat"),
    (
        "Marie Dupuis, qui préside le port, assure ne pas craindre la concurrence.",
        "ne pas craindre la concurrence",
        "Marie Dupuis",
    ),
    ("Le directeur a fait savoir que l'atelier fermerait.", "l'atelier fermerait", "Le directeur"),
    ("Le maire a, par ailleurs, annoncé que l'atelier fermerait.", "l'atelier fermerait", "Le maire"),
    ("Le maire a d'ores et déjà annoncé que l'atelier fermerait.", "l'atelier fermerait", "Le maire"),
    ("La direction s'est engagée à ce que l'atelier reste ouvert.", "l'atelier reste ouvert", "La direction"),
    ("La direction s'engage à ce que les ouvriers soient reclassés.", "les ouvriers soient reclassés", "La direction"),
    ("Marie Dupuis souhaite que le débat soit public.", "le débat soit public", "Marie Dupuis"),
    ("Il lui reproche d'avoir parlé trop tôt.", "d'avoir parlé trop tôt", "Il"),
]


@pytest.mark.parametrize(("text", "quote", "speaker"), CLAUSES)
def test_reported_clause(quotations, text, quote, speaker):
    assert quotations(text) == [(quote, speaker, "indirect")]


def test_a_joined_verb_ends_the_clause_and_has_its_own(quotations):
    text = "Le maire a expliqué que les écoles resteraient ouvertes et a rappelé que les crèches fermeraient."
    assert quotations(text) == [
        ("les écoles resteraient ouvertes", "Le maire", "indirect"),
        ("les crèches fermeraient", "Le maire", "indirect"),
    ]


def test_a_participle_after_the_clause_has_the_subject_of_the_sentence(quotations):
    text = "Le maire a expliqué que les écoles resteraient ouvertes, précisant que les crèches fermeraient."
    assert [speaker for _, speaker, _ in quotations(text)] == ["Le maire", "Le maire"]


def test_a_plan_that_is_spoken_of_does_not_speak(quotations):
    text = "Elle concède que le plan a pris du retard et dit avoir reçu l'appui du conseil."
    assert [speaker for _, speaker, _ in quotations(text)] == ["Elle", "Elle"]


def test_an_appeal_to_nobody_is_no_reported_speech(quotations):
    assert quotations("Le syndicat appelle à manifester jeudi.") == []


SOURCES = [
    ("À ses yeux, le port vaut mieux.", "le port vaut mieux", "ses"),
    ("Aux yeux de Marie Dupuis, le port vaut mieux.", "le port vaut mieux", "Marie Dupuis"),
    ("Selon Marie Dupuis, le port sera agrandi.", "le port sera agrandi", "Marie Dupuis"),
    (
        "Selon Marie Dupuis, directrice du port, les travaux commenceront en mai.",
        "les travaux commenceront en mai",
        "Marie Dupuis",
    ),
    ("Les travaux commenceront en mai, selon la préfecture.", "Les travaux commenceront en mai", "la préfecture"),
    ("D'après une étude de la chambre, les ventes reculent.", "les ventes reculent", "une étude de la chambre"),
    ("À en croire Marie Dupuis, les ventes reculent.", "les ventes reculent", "Marie Dupuis"),
]


@pytest.mark.parametrize(("text", "quote", "speaker"), SOURCES)
def test_source(quotations, text, quote, speaker):
    assert quotations(text) == [(quote, speaker, "indirect")]


CLOSINGS = [
    ("LILLE, 4 mai 2021 (AFP) - Le port a fermé mardi, a annoncé la mairie.", "Le port a fermé mardi", "la mairie"),
    ("Le port a fermé, a-t-on appris mardi de source policière.", "Le port a fermé", "source policière"),
    ("Le port a fermé, a-t-on appris auprès de Lumeo.", "Le port a fermé", "Lumeo"),
    (
        "Combien de navires ? Une vingtaine, répond la préfecture, qui les compte.",
        "Une vingtaine",
        "la préfecture",
    ),
    (
        "Les relevés montrent, a-t-elle dit, un recul de la côte.",
        "Les relevés montrent, a-t-elle dit, un recul de la côte",
        "elle",
    ),
    (
        "Le port attend. De nombreux projets avancent dans les deux villes, souligne Marie Dupuis, directrice du port.",
        "De nombreux projets avancent dans les deux villes",
        "Marie Dupuis",
    ),
    ("Les travaux commenceront en mai, a annoncé la préfecture.", "Les travaux commenceront en mai", "la préfecture"),
    ("Les travaux commenceront en mai, a-t-elle précisé.", "Les travaux commenceront en mai", "elle"),
    (
        "Les travaux commenceront en mai, apprend-on de source judiciaire.",
        "Les travaux commenceront en mai",
        "source judiciaire",
    ),
]


@pytest.mark.parametrize(("text", "quote", "speaker"), CLOSINGS)
def test_sentence_closed_by_its_cue(quotations, text, quote, speaker):
    assert quotations(text) == [(quote, speaker, "indirect")]


@pytest.mark.parametrize(
    "text",
    [
        "Les prix varient selon la taille du logement.",
        "Selon les cas, la visite dure une heure ou deux.",
        "Selon nos informations, le port sera agrandi.",
        "Marie Dupuis n'a pas dit que le port serait agrandi.",
        "Marie Dupuis doit annoncer que le port sera agrandi.",
        "Pour Noël, la ville installe une patinoire.",
        "La ville, ajoute un marché, ouvre une halle.",
        "Le maire, élu en 2014, explique la situation aux habitants.",
        "Le train part si tard que personne ne le prend.",
        "Il pleut, tandis que la mer monte.",
        "Les ouvriers sont accusés d'avoir volé du cuivre.",
    ],
)
def test_no_reported_speech(quotations, text):
    assert quotations(text) == []


def test_a_clause_partly_in_marks_is_mixed(quotations):
    text = "Marie Dupuis a estimé que le port devait « grandir sans détruire la côte »."
    assert quotations(text) == [("le port devait « grandir sans détruire la côte »", "Marie Dupuis", "mixed")]


def test_a_declaration_about_oneself_is_mixed(quotations):
    text = "Marie Dupuis s'est dite hier « très satisfaite » de la réunion avec les pêcheurs."
    assert quotations(text) == [("« très satisfaite » de la réunion avec les pêcheurs", "Marie Dupuis", "mixed")]


def test_a_second_verb_of_saying_ends_the_clause(quotations):
    text = "Le syndicat réclame que les loyers soient gelés et accuse la direction d'avoir menti aux élus."
    assert next(quote for quote, _, _ in quotations(text)) == "les loyers soient gelés"


def test_a_relative_source_says_the_rest(quotations):
    text = "Nous attendons le rapport de Marie Dupuis, pour qui le port a fermé trop tôt."
    assert ("le port a fermé trop tôt", "Marie Dupuis", "indirect") in quotations(text)


def test_the_subject_before_is_what_a_pronoun_may_stand_for(values):
    text = "Une éleveuse a perdu vingt brebis. « Le port a fermé trop tôt », a-t-elle soufflé."
    (value,) = values(text)
    assert text[value.antecedent.start : value.antecedent.end] == "Une éleveuse"


def test_a_subject_of_another_gender_is_no_antecedent(values):
    (value,) = values("Un éleveur a perdu vingt brebis. « Le port a fermé trop tôt », a-t-elle soufflé.")
    assert value.antecedent is None


ABOVE = [
    ("Le port rouvrira le 3 mars. C'est ce qu'a annoncé la maire, Marie Dupuis.", "Le port rouvrira le 3 mars"),
    ("Le port rouvrira le 3 mars. C'est du moins ce que Marie Dupuis a annoncé.", "Le port rouvrira le 3 mars"),
]


@pytest.mark.parametrize(("text", "quote"), ABOVE)
def test_the_next_sentence_says_who_said_it(quotations, text, quote):
    assert quotations(text) == [(quote, "Marie Dupuis", "indirect")]


def test_a_sentence_without_verb_is_closed_by_a_cue(quotations):
    text = "Pas question d'ouvrir un second quai, a indiqué Marie Dupuis."
    assert quotations(text) == [("Pas question d'ouvrir un second quai", "Marie Dupuis", "indirect")]


def test_a_condition_is_not_the_whole_of_what_is_said(quotations):
    text = "Si le temps le permet, précise Marie Dupuis, le quai sera ouvert."
    assert quotations(text)[0][0] == "Si le temps le permet, précise Marie Dupuis, le quai sera ouvert"


ENDS = [
    ("Marie Dupuis affirme avoir convaincu le port mais n'a pas de terrain.", "avoir convaincu le port"),
    ("Marie Dupuis affirme avoir remis la liste au port, qui n'a pas répondu.", "avoir remis la liste au port"),
    ("Marie Dupuis a promis que le quai rouvrirait, avant de quitter la salle.", "le quai rouvrirait"),
    ("Marie Dupuis a promis que le quai rouvrirait, dans un communiqué.", "le quai rouvrirait"),
]


@pytest.mark.parametrize(("text", "quote"), ENDS)
def test_what_the_newspaper_adds_is_left_out(quotations, text, quote):
    assert quotations(text) == [(quote, "Marie Dupuis", "indirect")]
