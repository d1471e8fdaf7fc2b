"""Investments: verbs, nouns, shares, gaps, labels, purchases; who gives, who gets; and other money."""

import pytest


def name(reference):
    return reference.name if reference else None


@pytest.mark.parametrize(
    ("sentence", "investor", "recipient", "value", "factuality"),
    [
        ("Le groupe Ardelis a investi 12 M€ dans son usine.", "Ardelis", None, 12e6, "asserted"),
        ("Le groupe Ardelis va injecter 12 M€ dans la société Lumexia.", "Ardelis", "Lumexia", 12e6, "planned"),
        ("Le groupe Ardelis prévoit d'investir 3 M€ à Lens.", "Ardelis", None, 3e6, "planned"),
        ("Le groupe Ardelis s'engage à garder l'usine et à investir 3 M€.", "Ardelis", None, 3e6, "asserted"),
        ("Douze millions d'euros seront investis par le groupe Ardelis.", "Ardelis", None, 12e6, "planned"),
        ("Un investissement de 5 M€ a été consenti par le groupe Ardelis.", "Ardelis", None, 5e6, "asserted"),
        ("Le groupe Ardelis n'investira pas les 7 M€ promis à Lens.", "Ardelis", None, 7e6, "negated"),
        ("Le groupe Ardelis aurait investi 7 M€ à Lens.", "Ardelis", None, 7e6, "conditional"),
        ("Le groupe Ardelis débourse 3 M€ pour rénover son siège.", "Ardelis", None, 3e6, "asserted"),
        ("La région Bretagne y met 3,2 M€.", "région Bretagne", None, 3.2e6, "asserted"),
        ("L'État versera 2 M€ à la société Lumexia.", "État", "Lumexia", 2e6, "planned"),
        ("La société Lumexia a reçu 2 M€ de l'État.", "État", "Lumexia", 2e6, "asserted"),
        ("La société Lumexia a obtenu de la région Bretagne une aide de 2 M€.", "région Bretagne", "Lumexia", 2e6, 0),
        ("La Fondation Morvan a fait un don de 50 000 euros au club.", "Fondation Morvan", None, 5e4, "asserted"),
        ("La société Lumexia lève 4 M€.", None, "Lumexia", 4e6, "asserted"),
        ("La société Lumexia a levé 4 M€ auprès du fonds Rhodia Capital.", "Rhodia Capital", "Lumexia", 4e6, 0),
        ("Un fonds lituanien, Rhodia Capital, apporte 2 M€.", "Rhodia Capital", None, 2e6, "asserted"),
        (
            "Le projet, d'un coût de 6 M€, est financé par la région Bretagne à hauteur de 2 M€.",
            "région Bretagne",
            None,
            2e6,
            0,
        ),
        ("Le financement est assuré à hauteur de 2 M€ par la Banque Morvan.", "Banque Morvan", None, 2e6, "asserted"),
        ("Le musée a été rénové pour 6 M€, dont 2 M€ de l'État.", "État", None, 2e6, "asserted"),
        ("La Banque Morvan a prêté 1 M€ à la société Lumexia.", "Banque Morvan", "Lumexia", 1e6, "asserted"),
        ("Le groupe Ardelis rachète pour 7 M€ la société Lumexia.", "Ardelis", "Lumexia", 7e6, "asserted"),
        ("Le rachat de Lumexia par le groupe Ardelis, pour 40 M€, est acté.", "Ardelis", "Lumexia", 4e7, "asserted"),
    ],
)
def test_investment_is_read(read, sentence, investor, recipient, value, factuality):
    (found,) = read(sentence, "investment")
    assert (name(found.investor), name(found.recipient), found.amount.value) == (investor, recipient, value)
    assert factuality in (0, found.factuality)


def test_sums_of_one_verb_have_their_own_givers(read):
    text = "La région Bretagne apporte 4 M€ et la coopérative Lumexia un peu plus de 2 M€."
    assert [name(fact.investor) for fact in read(text, "investment")] == ["région Bretagne", "Lumexia"]


def test_label_is_for_what_the_sentence_before_tells(read):
    text = "Une usine à Lens\n\nLe groupe Ardelis va construire une usine à Lens. Montant : 57 M€."
    (found,) = read(text, "investment")
    assert (name(found.investor), found.factuality) == ("Ardelis", "planned")


@pytest.mark.parametrize(
    "sentence",
    [
        "Le groupe Ardelis versera 3 M€ de salaires.",
        "Le groupe Ardelis verse 3 M€ d'impôts à la ville de Lens.",
        "Le groupe Ardelis accorde une remise de 30 euros à ses clients.",
        "Le groupe Ardelis a apporté 3 M€ d'économies à la ville de Lens.",
        "La société Lumexia a reçu une commande de 30 M€.",
        "Le prix Morvan, doté de 3 000 euros, a été remis à Paul Arnaud.",
        "Le loyer versé par la société Lumexia est de 3 000 euros.",
        "Les dégâts du groupe Ardelis sont évalués à 3 M€.",
        "Le groupe Ardelis a remboursé 3 M€ à la Banque Morvan.",
        "Le groupe Ardelis réclame 3 M€ à la société Lumexia.",
        "Le Stade Lensois a acheté Paul Arnaud pour 30 M€.",
        "Le groupe Ardelis a dû renoncer à 3 M€ d'aide.",
        "Le groupe Ardelis a ramené sa subvention de 45 000 à 30 000 euros.",
        "La course rapporte 3 000 euros au Stade Lensois.",
    ],
)
def test_other_money_gives_nothing(read, sentence):
    assert read(sentence, "investment") == []
