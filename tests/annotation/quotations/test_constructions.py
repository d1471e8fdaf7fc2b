"""Families of constructions, a few sentences each, and their look-alikes where nothing is said."""

import pytest


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        # negated, dated and remote infinitives
        ("L'armateur assure n'acheter aucun bateau.", "n'acheter aucun bateau", "L'armateur"),
        ("La mairie dit ne plus pouvoir payer.", "ne plus pouvoir payer", "La mairie"),
        ("Le groupe annonce ce jeudi avoir vendu sa flotte.", "avoir vendu sa flotte", "Le groupe"),
        ("Le groupe a annoncé le 12 mai avoir vendu sa flotte.", "avoir vendu sa flotte", "Le groupe"),
        ("Le parquet a indiqué à la presse avoir clos l'affaire.", "avoir clos l'affaire", "Le parquet"),
        ("Le patron promet de bâtir un quai, lequel sera livré en mai.", "de bâtir un quai", "Le patron"),
        # relative clauses inside and around
        (
            "Le préfet a déclaré que les fouilles, auxquelles participent des plongeurs, se poursuivraient.",
            "les fouilles, auxquelles participent des plongeurs, se poursuivraient",
            "Le préfet",
        ),
        ("La mairie, qui dit n'avoir rien reçu, réclame une réunion.", "n'avoir rien reçu", "La mairie"),
        # participles that open the sentence
        ("En affirmant que la route serait coupée, le maire a surpris.", "la route serait coupée", "le maire"),
        ("Assurant que le quai est sûr, la directrice a refusé l'expertise.", "le quai est sûr", "la directrice"),
        ("Les pêcheurs affirment que la mer monte, ce que conteste le préfet.", "la mer monte", "Les pêcheurs"),
        # asides between verb and subject
        ("« On verra bien », souffle, fataliste, une commerçante.", "On verra bien", "une commerçante"),
        ("« On verra bien », a glissé, la gorge serrée, le fondateur.", "On verra bien", "le fondateur"),
        ("On verra bien, regrette en privé un élu.", "On verra bien", "un élu"),
        # cues that interrupt
        ("Le port, déplore le syndicat, n'a pas été consulté.", None, "le syndicat"),
        ("Les analyses ont révélé, souligne le laboratoire, des traces de plomb.", None, "le laboratoire"),
        ("Le quai doit beaucoup, souligne-t-elle, à la ville.", None, "elle"),
        ("Le budget baissera, mais, assure la présidente, « le port ouvrira ».", "le port ouvrira", "la présidente"),
        # sources
        ("À l'en croire, le trafic a doublé.", "le trafic a doublé", "l'"),
        (
            "D'après les chercheurs, l'actuel, entamé en 1980, se distingue.",
            "l'actuel, entamé en 1980, se distingue",
            None,
        ),
        ("Le trafic doublera, selon le plan remis aux élus.", "Le trafic doublera", "le plan"),
        ("Selon elle, rien ne presse.", "rien ne presse", "elle"),
        ("Le port est plein, assure-t-on chez Lumeo.", "Le port est plein", "Lumeo"),
        # nouns that announce
        ("Réponse de la mairie : le club ne déménagera pas.", "le club ne déménagera pas", "la mairie"),
        ("Verdict de l'experte : le pont sera démoli.", "le pont sera démoli", "l'experte"),
        ("Sa conviction : le port vivra.", "le port vivra", "Sa"),
        ("Le constat de la Cour est clair : les comptes dérapent.", "les comptes dérapent", "Cour"),
        # others
        ("Le ministre aurait affirmé que le port serait agrandi.", "le port serait agrandi", "Le ministre"),
        ("La vente aura lieu, fait valoir l'industriel.", "La vente aura lieu", "l'industriel"),
        ("Interrogé hier, le maire botte en touche : « Je ne commente pas. »", "Je ne commente pas", "le maire"),
    ],
)
def test_a_family_of_constructions(quotations, text, words, speaker):
    found = quotations(text)
    assert [said for said, _, _ in found] == [words or text.rstrip(".")]
    assert speaker is None or found[0][1] == speaker


@pytest.mark.parametrize(
    "text",
    [
        "Privée pour six semaines de sa gardienne, Marie Dupuis, elle jouera avec une cadette.",
        "Le prix varie selon le plan choisi.",
        "Le marché, menace américaine, recule.",
        "Pour les élections de mai, s'y ajouteront les électeurs inscrits hier.",
        "Le message est clair : la ville ne paiera pas.",
        "Réponse demain : le stade ouvre à dix heures.",
    ],
)
def test_nothing_said(quotations, text):
    assert quotations(text) == []


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        ("L'équipe, qui dit pouvoir réunir la somme, garderait le site.", "pouvoir réunir la somme", "L'équipe"),
        ("Le groupe annonce avoir commandé un navire, le Basalte, au chantier finlandais.", None, "Le groupe"),
        ("La mairie dit étudier « toutes les pistes », y compris une vente.", None, "La mairie"),
        (
            "La direction assure que tout est prêt, mais la mairie affirme le contraire.",
            "tout est prêt",
            "La direction",
        ),
        ("La mairie assure que le quai est sûr ; le préfet veut une expertise.", "le quai est sûr", "La mairie"),
        ("Tout juste reconnaît-elle que le quai est fragile.", "le quai est fragile", "elle"),
        ("Le maire l'a confirmé lundi aux habitants : le quai fermera.", "le quai fermera", "Le maire"),
        ("Le port devrait, dit-elle, doubler ses quais.", "Le port devrait, dit-elle, doubler ses quais", "elle"),
        ("Pour cette chercheuse, le lac ne gèlera plus.", "le lac ne gèlera plus", "cette chercheuse"),
    ],
)
def test_ends_and_starts_without_the_parse(quotations, text, words, speaker):
    found = quotations(text)
    assert [who for _, who, _ in found] == [speaker]
    assert found[0][0] == words if words else found[0][0] in text.rstrip(".") and text.rstrip(".").endswith(found[0][0])


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        # a name is not cut, a bare noun that opens the sentence is an apposition, "ancien" may be the noun
        (
            "Membre de la coalition, le maire Jan Kolar (CSD) avait estimé que le port coulait.",
            "le port coulait",
            "Jan Kolar",
        ),
        ("Le principal intéressé a fait savoir qu'il resterait.", "il resterait", "Le principal intéressé"),
        (
            "Claire Vasseur recadre son ministre du Port, qui a déclaré que tout allait bien.",
            "tout allait bien",
            "son ministre du Port",
        ),
        (
            "Victor Chenot, 19 ans, qui reconnaît être le voleur, et Jan Roux sont libres.",
            "être le voleur",
            "Victor Chenot",
        ),
        (
            "Un étage est caché, rappelle le journal breton « The Western Post ».",
            "Un étage est caché",
            "The Western Post",
        ),
        (
            "Le quai est long – et étroit –, comme l'explique Jan Kolar :\n\n« Un quai est une tâche difficile. »",
            None,
            "Jan Kolar",
        ),
        # the subject of a relative without a comma, verbs that the model takes for nouns, names after a noun
        (
            "Vera Cruz, membre du groupe Lumeo à Brest qui, avant de prendre sa retraite, réclame que la lumière soit faite.",
            "la lumière soit faite",
            "Vera Cruz",
        ),
        ("La direction dément vouloir quitter Brest.", "vouloir quitter Brest", "La direction"),
        # two in a row, each with its cue
        ("« Je reste, » a dit Jan Kolar. « Je n'ai rien fait, » a-t-il ajouté.", "Je n'ai rien fait", "il"),
        ("Jan Kolar a parlé. « Je reste », a-t-il raconté. Et d'ajouter que le port vivra.", "le port vivra", "il"),
    ],
)
def test_the_last_one_is(quotations, text, words, speaker):
    found = quotations(text)[-1]
    assert (found[0] if words else None, found[1]) == (words, speaker)


@pytest.mark.parametrize(
    "text",
    [
        "Elle écrit ses lettres, qu'elle destine à son ami.",
        "Le texte plaide en faveur de la chasse, quelle que soit la source de l'argent.",
        "« Les mains du port » appelle les élus à signer.",
        "Le conseil aura la possibilité de demander des moyens pour ces domaines : « routes, ponts et quais ».",
        "Le texte prévoit un « plan stratégique » pour le port.",
        "Il faut répondre aux « ruptures technologiques » du siècle.",
        "Pour le second, il aura fallu un conseil glissé en toute hâte.",
        "« Le port vivra », pourrait dire un jour la maire.",
        "La jeune maire pousse la porte du quai.",
    ],
)
def test_nothing_is_said_here(quotations, text):
    assert quotations(text) == []
