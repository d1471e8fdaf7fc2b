"""Sides that a sentence leaves unsaid: whom the article is about, who is only named in passing, whose a site is."""

import pytest


def names(references):
    return sorted(reference.name for reference in references)


def places(read, text):
    return [(fact.entity.name, fact.location.name) for fact in read(text, "location")]


FAR = (
    "Le pont de Lens est fermé\n\nVoilà un mois que plus une voiture ne franchit la rivière au pied de la vieille halle. "
    "Les habitants font le détour par la rocade et les commerces de la rue principale se vident peu à peu. "
    "Beaucoup ont déjà réduit leurs horaires, et certains parlent de baisser le rideau avant la fin de l'été. "
    "« Je sers onze repas », dit Zoé Marquis, patronne de la brasserie Le Grand Quai.\n\n"
    "Une convention a été conclue avec la société Lumexia."
)


def test_body_named_once_and_late_is_no_party(read):
    assert read(FAR, "agreement") == []


def test_body_named_first_is_the_party(read):
    text = "Lens\n\nLa société Ardelis recrute. Une convention a été conclue avec la société Lumexia."
    (found,) = read(text, "agreement")
    assert names(found.parties) == ["Ardelis", "Lumexia"]


def test_pronoun_passes_over_the_subject_of_a_relative_clause(read):
    text = (
        "La société Ardelis ouvrira une boutique. Le conservatoire Morvan, dont le siège est à Lens, recrutera deux "
        "gardes. Il négocie une convention avec la société Lumexia."
    )
    (found,) = read(text, "agreement")
    assert names(found.parties) == ["Lumexia", "conservatoire Morvan"]


@pytest.mark.parametrize(
    ("text", "investor"),
    [
        (
            "La société Lumexia agrandit son usine. Montant des travaux : 14 M€, financés pour l'essentiel par le groupe "
            "Ardelis.",
            "Ardelis",
        ),
        ("La société Lumexia agrandit son usine. Montant des travaux : 14 M€, financés pour moitié.", "Lumexia"),
        (
            "La société Lumexia a passé commande de six rames au constructeur Ardelis, qui les livrera. La facture "
            "s'élève à 54 M€.",
            "Lumexia",
        ),
    ],
)
def test_label_has_who_pays(read, text, investor):
    found = [fact for fact in read(text, "investment") if fact.investor is not None]
    assert [fact.investor.name for fact in found] == [investor]


@pytest.mark.parametrize(
    "text",
    [
        "La signature d'un contrat avec le fabricant Lumexia assure cinq années de travail. Montant estimé : 14 M€.",
        "Un protocole sera signé avec l'entreprise de travaux Lumexia. Coût total du chantier : 15 M€.",
        "Le tour de Lens\n\nKorvine, jeune pousse née au sein de l'université de Lens, fabrique du cuir et vient de lever "
        "11 M€.",
    ],
)
def test_who_is_paid_or_only_named_does_not_invest(read, text):
    assert [f for f in read(text, "investment") if f.investor or f.recipient.name.startswith("université")] == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Le groupe Ardelis a inauguré une usine dans la zone franche de Korval, à Nador.", [("Ardelis", "Nador")]),
        (
            "La société Lumexia fournira le bois. Filiale du groupe Ardelis, l'entreprise de Lens avait licencié.",
            [("Lumexia", "Lens")],
        ),
        (
            "Lens. – Lumexia en sauvegarde. Le groupe hôtelier cumule des dettes. Il exploite sept hôtels, dont celui de "
            "Douai.",
            [("Lumexia", "Douai")],
        ),
        ("Battues par Ardelis dans leur salle de Lens, les joueuses du club ont perdu la tête.", []),
    ],
)
def test_whose_site_it_is(read, text, wanted):
    assert places(read, text) == wanted
