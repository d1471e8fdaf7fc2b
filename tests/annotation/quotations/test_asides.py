"""Words between commas before a verb of saying, verbs joined to another one, and sources in the middle of a sentence."""

import pytest


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        # the subject stands before a relative clause or an apposition
        ("Le préfet Paul Girard, qui recevait la presse, a indiqué que le pont ouvrirait.", None, "Paul Girard"),
        ("À Brest, la société Lumeo, qui emploie 130 personnes, affirme pouvoir payer.", "pouvoir payer", "Lumeo"),
        ("BREST, 8 février - La société Lumeo, qui vend des quais, a dit avoir payé.", "avoir payé", "Lumeo"),
        ("L'un d'eux, Paul Girard, ancien maire de Dinan, rappelle que le pont est vieux.", None, "Paul Girard"),
        ("Le maire parlait hier. Ce dernier, qui part, assure que le pont ouvrira.", "le pont ouvrira", "Ce dernier"),
        # a title before the name in apposition
        ("Le pont ouvrira, a indiqué son adjoint, le docteur Paul Girard.", "Le pont ouvrira", "Paul Girard"),
        ("Le pont rouvrira, déplore leur syndicat, la CGT.", "Le pont rouvrira", "CGT"),
        # an office with the name of a union or a firm beside it is a person
        ("La secrétaire CGT du comité affirme que le quai est vide.", "le quai est vide", "secrétaire CGT du comité"),
        # one of several
        ("« On verra bien », lâche la patronne de l'une des deux halles.", "On verra bien", "l'une des deux halles"),
        # adverbs before "que", and a verb that the model takes for an adjective
        ("Le maire, élu en mai, juge cependant que le port est vide.", "le port est vide", "Le maire"),
        (
            "Le préfet se dit « très heureux du pont », mais remarque que le quai est vide.",
            "le quai est vide",
            "préfet",
        ),
        # any verb with a person's name after marks
        ("« Douze ans de maison, tout ça », savourait hier Paul Girard.", "Douze ans de maison, tout ça", "Girard"),
        # a semicolon before marks; a pronoun that sets the subject apart
        ("Le pont attendra ; « trop tard pour cette année », soupire Paul Girard.", "trop tard pour", "Paul Girard"),
        ("La direction a parlé, elle, d'un « bon début de saison ».", "bon début de saison", "direction"),
        # "celle qui"
        ("« Nous partons », raconte celle qui a fondé le club.", "Nous partons", "celle"),
        # joined verbs
        (
            "« Nous partons », a-t-elle lancé, avant de souligner que le port était vide.",
            "le port était vide",
            "elle",
        ),
        (
            "Le maire s'est engagé à payer, tout en soulignant que la caisse était vide.",
            "la caisse était vide",
            "maire",
        ),
        ("Contactée, elle se tait, mais concède que le port est vide.", "le port est vide", "elle"),
        # an adverb of two words before "que"
        ("Le maire, élu en mai, juge au contraire que le port est vide.", "le port est vide", "Le maire"),
        ("La Cour a retenu que le patron avait menti.", "le patron avait menti", "Cour"),
        # a name that begins like a negation
        ("Marie N'Diaye affirme que le port est vide.", "le port est vide", None),
        # a verb that the model takes for a participle after "s'"
        ("Pour lui, le jury « s'érige en maître du pont ».", "le jury « s'érige en maître du pont", "lui"),
        # what "mais" sets apart in marks; who is named last
        (
            "La maire a reçu Paul Girard. La ville paiera, mais « pas avant la fin du mois », a dit ce dernier.",
            "pas avant la fin du mois",
            "ce dernier",
        ),
        # text without accents
        ("Le comite affirme que le quai est vide.", "le quai est vide", "Le comite"),
        # sources
        ("Le pont a coûté, selon le maire, plus de 3 millions.", "Le pont a coûté, selon le maire, plus de 3", "maire"),
        (
            "Le pont a coûté, selon le maire, 3 millions d'euros.",
            "Le pont a coûté, selon le maire, 3 millions",
            "maire",
        ),
        ("De source policière, on indique que le pont est fermé.", "le pont est fermé", "source policière"),
        ("Pour elle, le projet « ne tient pas debout ».", "le projet « ne tient pas debout », ", "elle"),
        ("Selon les élus, la réunion, place du Marché, a duré.", "la réunion, place du Marché, a duré", "les élus"),
    ],
)
def test_who_speaks_around_an_aside(quotations, text, words, speaker):
    found = [(said, who) for said, who, _ in quotations(text) if words is None or words.rstrip(", ") in said]
    assert found, quotations(text)
    assert speaker is None or found[0][1].endswith(speaker)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        # a clause goes on where no punctuation ends it
        (
            "Le maire a averti qu'il ne resterait pas les bras croisés si le pont était fermé.",
            "il ne resterait pas les bras croisés si le pont était fermé",
        ),
        # an adjective said of oneself ends with its clause
        ("Lumeo s'est déclarée prête à payer la cantine ; il en faut le triple.", "prête à payer la cantine"),
        # marks after a preposition, which say how or when
        ("Le préfet a promis une décision « avant la fin du mois ».", "avant la fin du mois"),
        ("Le préfet a jugé la règle « à peu près morte ».", "à peu près morte"),
        ("Paul Girard se méfie des « promesses sans lendemain ».", "promesses sans lendemain"),
    ],
)
def test_where_the_words_end(quotations, text, words):
    assert [said for said, _, _ in quotations(text)] == [words]


@pytest.mark.parametrize(
    "text",
    [
        "Le patron n'a pas dit que le port était vide.",
        "La directrice n'exclut pas de vendre le port.",
        "Pour elle, le projet avance.",
        "Le conseil, lui, a changé ses règles : toute dépense exige deux signatures.",
        "Un accord a été trouvé avec la ville : le pont ouvrira en mai.",
        "Le lait sera payé plus cher, selon la richesse en sucre.",
        "Le maire répond par un proverbe qu'elle refuse de traduire.",
        "Le contrat prévoyait une prime que le port supprime.",
        "Le maire habite « avant le pont ».",
    ],
)
def test_nothing_is_said(quotations, text):
    assert quotations(text) == []
