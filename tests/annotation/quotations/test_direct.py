import pytest

CUES = [
    (
        "« Le port est prêt », a expliqué mardi soir, lors d'une réunion, Marie Dupuis, adjointe au maire.",
        "Le port est prêt",
        "Marie Dupuis",
    ),
    (
        "« Le port est prêt », se souvient encore aujourd'hui, la voix tremblante, Marie Dupuis.",
        "Le port est prêt",
        "Marie Dupuis",
    ),
    ("« On a montré du caractère », savourait l'entraîneur Paul Girard.", "On a montré du caractère", "Paul Girard"),
    ('"Il faut sauver le port" (Marie Dupuis, maire)', "Il faut sauver le port", "Marie Dupuis"),
    ("— Nous allons recruter dix personnes, dit Marie Dupuis.", "Nous allons recruter dix personnes", "Marie Dupuis"),
    (
        "« Nous allons recruter dix personnes », annonce Marie Dupuis.",
        "Nous allons recruter dix personnes",
        "Marie Dupuis",
    ),
    (
        "« Nous allons recruter dix personnes », a annoncé hier la maire, Marie Dupuis.",
        "Nous allons recruter dix personnes",
        "Marie Dupuis",
    ),
    ("« Nous allons recruter », a-t-il déclaré.", "Nous allons recruter", "il"),
    ("«Nous allons recruter», s’est-elle exclamée.", "Nous allons recruter", "elle"),
    (
        '"Nous allons recruter", explique le directeur général de la coopérative.',
        "Nous allons recruter",
        "le directeur général de la coopérative",
    ),
    ("“Nous allons recruter”, a fait savoir Marie Dupuis.", "Nous allons recruter", "Marie Dupuis"),
    ("« Nous allons recruter, » explique Marie Dupuis.", "Nous allons recruter", "Marie Dupuis"),
    ("« Nous allons recruter ! » s’exclame Marie Dupuis.", "Nous allons recruter", "Marie Dupuis"),
    ("« Nous allons recruter », tient à préciser Marie Dupuis.", "Nous allons recruter", "Marie Dupuis"),
    ("« Nous allons recruter », a expliqué à l’antenne Marie Dupuis.", "Nous allons recruter", "Marie Dupuis"),
    ("« Nous allons recruter », selon Marie Dupuis.", "Nous allons recruter", "Marie Dupuis"),
    (
        "« Nous allons recruter », d'après un communiqué de la mairie.",
        "Nous allons recruter",
        "un communiqué de la mairie",
    ),
    (
        "Marie Dupuis a déclaré : « Nous allons recruter dix personnes. »",
        "Nous allons recruter dix personnes",
        "Marie Dupuis",
    ),
    (
        "Marie Dupuis se veut rassurante : « Nous allons recruter dix personnes. »",
        "Nous allons recruter dix personnes",
        "Marie Dupuis",
    ),
    (
        "Pour Marie Dupuis, « les entreprises doivent recruter dans la région ».",
        "les entreprises doivent recruter dans la région",
        "Marie Dupuis",
    ),
    (
        "Comme le disait Marie Dupuis, « les entreprises doivent recruter ici ».",
        "les entreprises doivent recruter ici",
        "Marie Dupuis",
    ),
    (
        "Le site du groupe« Nous allons recruter bientôt », dit Marie Dupuis.",
        "Nous allons recruter bientôt",
        "Marie Dupuis",
    ),
]


@pytest.mark.parametrize(("text", "quote", "speaker"), CUES)
def test_direct_quotation_has_its_words_and_its_speaker(quotations, text, quote, speaker):
    assert quotations(text) == [(quote, speaker, "direct")]


@pytest.mark.parametrize(
    "text",
    [
        "Le « meilleur ouvrier » de la ville ouvre une boutique.",
        "Le film « Les Chemins de la mer » sort mercredi à Nantes.",
        "Paul Girard, dit « le Grand Paul », a pris sa retraite.",
        "Le projet « Ville verte » compte trois volets.",
        "L'opération baptisée « Cap sur la mer et la forêt » commence lundi.",
        "Les ouvriers ont quitté l'usine dans le calme.",
    ],
)
def test_titles_nicknames_and_irony_are_no_quotations(quotations, text):
    assert quotations(text) == []


def test_an_interruption_stays_inside_when_the_sentence_goes_on(quotations):
    text = "« Le marché est porteur, souligne-t-elle, mais il faut investir. »"
    assert quotations(text) == [("Le marché est porteur, souligne-t-elle, mais il faut investir", "elle", "direct")]


def test_marks_closed_around_a_cue_are_joined_when_the_sentence_goes_on(quotations):
    text = "« Le marché est porteur », souligne Marie Dupuis, « mais il faut investir »."
    quote = "Le marché est porteur », souligne Marie Dupuis, « mais il faut investir"
    assert quotations(text) == [(quote, "Marie Dupuis", "direct")]


def test_marks_closed_around_a_cue_are_two_when_a_sentence_begins(quotations):
    text = "« Le marché est porteur », souligne Marie Dupuis. « Il faut investir sans attendre. »"
    assert quotations(text) == [
        ("Le marché est porteur", "Marie Dupuis", "direct"),
        ("Il faut investir sans attendre", "Marie Dupuis", "direct"),
    ]


def test_a_quotation_alone_has_the_speaker_of_the_sentence_before(values):
    text = "Marie Dupuis hausse les épaules. « Nous avons connu des hivers plus durs. »"
    (value,) = values(text)
    assert text[value.speaker.start : value.speaker.end] == "Marie Dupuis"
    assert value.inherited and value.cue is None


def test_a_quotation_at_the_head_of_the_next_paragraph_keeps_its_speaker(quotations):
    text = "« Nous avons tout essayé », raconte Marie Dupuis.\n\n« Nous avons même vendu le camion. »"
    assert [speaker for _, speaker, _ in quotations(text)] == ["Marie Dupuis", "Marie Dupuis"]


def test_a_long_quotation_has_the_subject_of_the_sentence_that_announces_it(quotations):
    text = (
        "Au micro de Luc Morin, Marie Dupuis est intervenue sur le port :\n\n"
        "« Nous avons de la chance.\n\nNous voulons travailler ensemble.\n\nSaisissons cette chance »"
    )
    ((quote, speaker, _),) = quotations(text)
    assert speaker == "Marie Dupuis"
    assert quote.startswith("Nous avons") and quote.endswith("chance")


def test_a_cue_and_its_speaker_are_exact(values):
    text = "« Nous allons recruter », a annoncé mardi Marie Dupuis à la presse."
    (value,) = values(text)
    assert text[value.cue.start : value.cue.end] == "a annoncé"
    assert text[slice(*value.evidence)] == "Nous allons recruter », a annoncé mardi Marie Dupuis"


@pytest.mark.parametrize(
    ("text", "quote", "speaker"),
    [
        ("Le syndicat dénonce « une décision brutale et injuste ».", "une décision brutale et injuste", "Le syndicat"),
        (
            "Le syndicat « déplore la méthode choisie » et réclame une réunion.",
            "déplore la méthode choisie",
            "Le syndicat",
        ),
        (
            "Le chantier avance « plus vite que prévu », a précisé Marie Dupuis.",
            "Le chantier avance « plus vite que prévu »",
            "Marie Dupuis",
        ),
    ],
)
def test_mixed_quotation(quotations, text, quote, speaker):
    assert quotations(text) == [(quote, speaker, "mixed")]


def test_an_anonymous_quotation_names_nobody(quotations):
    text = "Devant l'usine, le silence.\n\nIl pleut. « On ne sait pas ce qui va se passer demain. »"
    assert quotations(text) == [("On ne sait pas ce qui va se passer demain", None, "direct")]


UNNAMED = [
    "Même constat chez Marie Dupuis, la directrice : « Nous manquons de lits. »",
    "Le mot de la fin revient à Marie Dupuis : « Nous manquons de lits. »",
    "C'est un constat partagé par Marie Dupuis. « Nous manquons de lits. »",
    "« Nous manquons de lits » : c'est le constat de Marie Dupuis.",
]


@pytest.mark.parametrize("text", UNNAMED)
def test_the_person_named_beside_a_quotation_says_it_though_no_subject(quotations, text):
    assert quotations(text) == [("Nous manquons de lits", "Marie Dupuis", "direct")]


def test_a_source_that_opens_the_next_sentence_is_not_of_the_quotation_before(quotations):
    text = "Marie Dupuis ne dément pas : « Je suis prête. » D'après le préfet, rien n'est fait."
    assert [speaker for _, speaker, _ in quotations(text)] == ["Marie Dupuis", "le préfet"]


def test_what_others_said_inside_a_quotation_is_not_taken_out_of_it(quotations):
    text = "Marie Dupuis hausse les épaules. « Elle est venue en mars. Elle a juré que rien n'était décidé. »"
    assert [words for words, _, _ in quotations(text)] == [
        "Elle est venue en mars. Elle a juré que rien n'était décidé"
    ]
