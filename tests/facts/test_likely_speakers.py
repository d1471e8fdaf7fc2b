"""Whom a speaker without a name stands for; the real pipeline on own sentences."""

import pytest

import factuel

SPEAKERS = [
    (
        "Corvac Devices va mettre 11 millions dans sa filiale Medipal, à Brest, a-t-il fait savoir lundi.",
        "Corvac Devices",
    ),
    ("Paul Girard a reçu la presse. Marc Delcourt ne jouera pas samedi, a-t-il annoncé.", "Paul Girard"),
    ("Paul Girard, secrétaire de Lumeo, selon qui le quai est sûr, partira.", "Paul Girard"),
    ("Même son de cloche chez Lumeo, pour qui « cet accord doit être mis en œuvre ».", "Lumeo"),
    ("La jeune pousse bretonne Lumeo a annoncé jeudi avoir bouclé une levée de fonds.", "Lumeo"),
    (
        "En chef, Perrin mène la bataille. Son adversaire, c'est Hugo Lantier, dont il ne cite pas le nom quand il "
        "dénonce « l'échec cuisant » de la ville.",
        "Perrin",
    ),
    (
        "Paul Girard plaide pour un port public. Il le veut grand, comme le souhaite Marc Delcourt. Ses idées, il les "
        "résume ainsi : « Nous devons bâtir un quai pour tous. »",
        "Paul Girard",
    ),
    (
        "« Il ne gagnera jamais », a expliqué un cadre du parti sur les ambitions de Paul Girard. « Cela ne change "
        "rien », met-il en garde.",
        "cadre du parti",
    ),
    ("Il avait estimé que le quai était sûr. Ces mots valent un blâme à Paul Girard.", "Paul Girard"),
    ("Un ancien de la brigade, Alfred Gratz, a été jugé hier. Il a concédé avoir aidé ses chefs.", "Alfred Gratz"),
    ("La panne inquiète les riverains du quai. « On n'a rien vu », soupirent-ils.", "riverains du quai"),
    (
        "Paul Avrillon a reçu la presse hier. Se montrant plus que jamais comme un simple "
        "bénévole et un élu de quartier, l'ancien ministre écologiste, se donne deux ans. "
        "Il estime que la mairie doit agir.",
        "Paul Avrillon",
    ),
    (
        "JD Kerrane a conclu la convention. La présidence française assure que le dossier avance.",
        "présidence française",
    ),
    (
        "Le ministre allemand Jens Kohler a reçu Paul Morel. Le ministre français a assuré que tout irait bien.",
        "Paul Morel",
    ),
    ("Deux témoins ont parlé. « Il roulait trop vite », raconte l'un d'eux.", "témoin"),
    ("Une ouvrière s'est levée. « J'ai commencé ici en 1981 », a-t-elle soufflé.", "ouvrière"),
    ("Le maire a reçu Anne Morel. Celle-ci affirme que le dossier est complet.", "Anne Morel"),
    (
        "Paul Girard affronte Marc Delcourt. « Quatorze voix, ce n'est rien », plaisante le premier.",
        "Paul Girard",
    ),
    (
        "Paul Girard a ses doutes. La main-d'œuvre est rare et le broyeur coûte 38 000 euros. « On sème en avril », "
        "lâche-t-il.",
        "Paul Girard",
    ),
    ("Paul Girard visite le site. Le ministère se tait. « Nous verrons », finit-il par répondre.", "ministère"),
    ("« Il faut du temps », dit Paul Girard, luthier. L'artisan assure que tout sera prêt.", "Paul Girard"),
]


@pytest.mark.parametrize(("text", "who"), SPEAKERS)
def test_the_last_speaker_is(text, who):
    found = [fact for fact in factuel.extract(f"Une journée au port\n\n{text}").facts if fact.type == "quotation"]
    assert found[-1].speaker.name == who


def test_on_in_a_town_is_nobody():
    text = "Une journée au port\n\n« Rien n'est signé », souffle-t-on à Paris."
    assert [f.speaker for f in factuel.extract(text).facts if f.type == "quotation"] == [None]


def test_an_organisation_of_the_other_gender_is_not_meant():
    text = "Une journée au port\n\nLe Collectif Valmy a publié ses chiffres. « Rien ne va plus », confie-t-elle."
    speakers = [f.speaker and f.speaker.name for f in factuel.extract(text).facts if f.type == "quotation"]
    assert speakers == [None]


def test_a_subhead_is_not_said_by_who_speaks_before_it(read):
    text = (
        "Une journée au port\n\nLe quai est fermé depuis lundi. Lumeo a déploré la mort de « familles entières ».\n\n"
        "« La situation est devenue plus grave »\n\nAnne Morel juge que la situation est devenue plus grave en mai."
    )
    speakers = [fact.speaker and fact.speaker.name for fact in read(text, "quotation")]
    assert speakers == ["Lumeo", None, "Anne Morel"]
