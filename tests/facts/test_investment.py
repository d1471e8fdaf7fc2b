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
        "La course rapporte 3 000 euros au Stade Lensois.",
    ],
)
def test_other_money_gives_nothing(read, sentence):
    assert read(sentence, "investment") == []


TOLD = "Le groupe Ardelis grandit\n\nLe groupe Ardelis a ouvert un laboratoire à Lens. "


@pytest.mark.parametrize(
    ("sentence", "investor", "recipient", "value"),
    [
        ("Le groupe Ardelis agrandira son usine moyennant 3,8 M€.", "Ardelis", None, 3.8e6),
        ("Le groupe Ardelis rénove la halle pour 1,1 M€.", "Ardelis", None, 1.1e6),
        ("Le groupe Ardelis a mis en service une salle blanche, d'un coût de 14 M€.", "Ardelis", None, 14e6),
        ("Le groupe Ardelis prévoit une extension, chiffrée à 12 M€.", "Ardelis", None, 12e6),
        ("Le groupe Ardelis va mettre 8 M€ dans une deuxième ligne.", "Ardelis", None, 8e6),
        (TOLD + "Le laboratoire a coûté 28 M€.", "Ardelis", None, 28e6),
        (TOLD + "La facture s'élève à 54 M€.", "Ardelis", None, 54e6),
        (TOLD + "Montant des travaux : 3,9 M€, dont 40 % de subventions.", "Ardelis", None, 3.9e6),
        (TOLD + "Le fabricant de meubles ajoutera 88 M€ de sa poche.", "Ardelis", None, 88e6),
        ("La région Bretagne a ramené sa subvention de 45 000 à 30 000 euros.", "région Bretagne", None, 3e4),
        (
            "La société Lumexia a conclu avec la banque Ardelis un accord de financement de 3 M€.",
            "Ardelis",
            "Lumexia",
            3e6,
        ),
        ("La banque Ardelis a conclu avec Lumexia une convention de crédit de 3 M€.", "Ardelis", "Lumexia", 3e6),
        ("La société Lumexia a contracté un emprunt de 3 M€ auprès de la banque Ardelis.", "Ardelis", "Lumexia", 3e6),
        ("La ministre de la Culture, Zoé Marquis, a débloqué 1,2 M€.", "Zoé Marquis", None, 1.2e6),
        ("Le musée Ardelis, à qui Paul Arnaud avait donné 3 M€, rouvre.", "Paul Arnaud", "musée Ardelis", 3e6),
        ("La société Lumexia a touché de la province 3 M€ au titre du climat.", None, "Lumexia", 3e6),
        ("La société Lumexia a été reprise pour 3 M€ par le groupe Ardelis.", "Ardelis", "Lumexia", 3e6),
        ("La société Lumexia a récolté 45 000 euros auprès de 612 contributeurs.", None, "Lumexia", 4.5e4),
        ("La région Bretagne a financé les travaux de Lumexia à hauteur de 50 %.", "région Bretagne", None, None),
        ("Le projet de Lumexia est subventionné à 40 % par la région Bretagne.", "région Bretagne", None, None),
        ("La société Lumexia rénove ; la région Bretagne en financera 15 %.", "région Bretagne", None, None),
        ("Lumexia, que le fonds Ardelis a subventionnée à 50 %, recrute.", "Ardelis", None, None),
        ("La société Lumexia boucle son tour de table, souscrit aux deux tiers par Ardelis.", "Ardelis", None, None),
        ("Le fonds Ardelis a pris 20 % du capital de la société Lumexia.", "Ardelis", "Lumexia", None),
    ],
)
def test_works_shares_and_loans(read, sentence, investor, recipient, value):
    found = read(sentence, "investment")
    assert [(name(one.investor), name(one.recipient)) for one in found] == [(investor, recipient)]
    assert (float(found[0].amount.value) if found[0].amount else None) == value


@pytest.mark.parametrize(
    "sentence",
    [
        "Le loyer de la société Lumexia est pris en charge à moitié par la commune de Lens.",
        "Le fonds Ardelis détient 20 % du capital de la société Lumexia.",
        "Le groupe Ardelis vend des robots pour 3 M€.",
        "Le groupe Ardelis ouvre ses portes pour 300 euros par jour.",
        "Le chantier de la société Lumexia a coûté 3 M€.",
        "Le groupe Ardelis met 3 M€ de côté.",
        "Le groupe Ardelis a réalisé 50 % de ses ventes à Lens.",
        "La facture de chauffage du groupe Ardelis a atteint 3 M€.",
        "Le groupe Ardelis a réglé 20 % de la dette de Lumexia.",
    ],
)
def test_works_and_shares_look_alike(read, sentence):
    assert read(sentence, "investment") == []


@pytest.mark.parametrize(
    ("sentence", "investor", "recipient", "factuality"),
    [
        ("Le groupe Ardelis a confirmé la construction d'une usine de 22 M€ qui ouvrira.", "Ardelis", None, "planned"),
        ("Le groupe Ardelis ouvrira un atelier à Lens : 7 M€ et 35 emplois.", "Ardelis", None, "planned"),
        ("D'un coût de 20 M€, l'usine appartiendra à la société Lumexia.", "Lumexia", None, "planned"),
        ("Le groupe Ardelis s'est engagé à rénover ses serres, pour un coût de 3 M€.", "Ardelis", None, "planned"),
        ("Celle de Lumexia emploie 65 personnes et a coûté 15 M€.", "Lumexia", None, "asserted"),
        ("La région Bretagne avait promis 800 000 euros.", "région Bretagne", None, "asserted"),
        ("La commune de Lens prend à sa charge les travaux, soit 3 M€.", "commune de Lens", None, "asserted"),
        ("L'éditeur Ardelis cède ses parts au fonds Lumexia, qui lui apporte 3 M€.", "Lumexia", "Ardelis", "asserted"),
        ("Le conseil a voté une subvention de 12 500 euros au club Lumexia.", None, "Lumexia", "asserted"),
    ],
)
def test_who_pays_far_from_the_sum(read, sentence, investor, recipient, factuality):
    (found,) = read(sentence, "investment")
    assert (name(found.investor), name(found.recipient), found.factuality) == (investor, recipient, factuality)


@pytest.mark.parametrize(
    "sentence",
    [
        "Le groupe Ardelis a parlé d'une usine de 22 M€.",
        "Le groupe Ardelis vend un appartement de 2 M€.",
        "D'un coût de 20 M€, l'usine sera belle.",
    ],
)
def test_what_something_costs_alone_is_no_investment(read, sentence):
    assert read(sentence, "investment") == []


@pytest.mark.parametrize(
    ("sentence", "investor", "recipient"),
    [
        ("Le groupe Ardelis s'est offert la société Lumexia pour 3 M€.", "Ardelis", "Lumexia"),
        ("Le groupe Ardelis a mis la main sur la société Lumexia pour 3 M€.", "Ardelis", "Lumexia"),
        ("Le groupe Ardelis a acquis la société Lumexia pour un montant de 3 M€.", "Ardelis", "Lumexia"),
        ("La société Lumexia a été vendue au groupe Ardelis pour 3 M€.", "Ardelis", "Lumexia"),
        ("La société Lumexia a emprunté 3 M€ à la banque Ardelis.", "Ardelis", "Lumexia"),
        ("Le groupe Ardelis a dépensé 3 M€ pour rénover son siège.", "Ardelis", None),
        ("La contribution de la région Bretagne s'élève à 3 M€.", "région Bretagne", None),
        ("Grâce à une aide de 3 M€ de la région Bretagne, tout va bien.", "région Bretagne", None),
        ("La subvention de la région Bretagne, 3 M€, a été votée lundi.", "région Bretagne", None),
        ("L'investissement du groupe Ardelis atteint 3 M€.", "Ardelis", None),
        ("Le fonds Ardelis a souscrit une augmentation de capital de 3 M€.", "Ardelis", None),
        ("Les 3 M€ de travaux sont à la charge de la région Bretagne.", "région Bretagne", None),
    ],
)
def test_purchases_loans_and_whose_grant(read, sentence, investor, recipient):
    (found,) = read(sentence, "investment")
    assert (name(found.investor), name(found.recipient)) == (investor, recipient)


@pytest.mark.parametrize(
    "sentence",
    [
        "Le groupe Ardelis a vendu 300 robots pour 3 M€.",
        "Le capital de la société Lumexia atteint 3 M€.",
        "Le groupe Ardelis a mis la main sur un voleur pour 3 M€.",
        "Le groupe Ardelis a dépensé 3 M€ en publicité.",
        "Le groupe Ardelis a emprunté 3 M€.",
    ],
)
def test_more_money_that_nobody_invests(read, sentence):
    assert read(sentence, "investment") == []


@pytest.mark.parametrize(
    ("sentence", "investor"),
    [
        ("L'Agence de l'eau prend en charge 80 % du coût.", "Agence de l'eau"),
        ("Le projet est aidé par la région Bretagne à hauteur de 40 %.", "région Bretagne"),
        ("Le groupe Ardelis s'est doté d'un four de 3 M€.", "Ardelis"),
        ("Le groupe Ardelis s'est offert un four à 3 M€.", "Ardelis"),
    ],
)
def test_shares_and_equipment(read, sentence, investor):
    (found,) = read(sentence, "investment")
    assert name(found.investor) == investor


@pytest.mark.parametrize(
    "sentence",
    [
        "Les clients du groupe Ardelis paient 20 % de taxe.",
        "Le groupe Ardelis paie 20 % de ses salariés en francs.",
        "Le groupe Ardelis a offert un repas à 30 euros.",
    ],
)
def test_shares_of_other_things(read, sentence):
    assert read(sentence, "investment") == []


PLAN = "Le groupe Ardelis agrandit son usine pour 6 M€. "


@pytest.mark.parametrize(
    ("sentence", "investor", "recipient", "value"),
    [
        (PLAN + "La région Bretagne en apporte 2.", "région Bretagne", None, 2e6),
        (PLAN + "La région Bretagne verse 300 000 euros, l'État 95 000.", "État", None, 9.5e4),
        ("Le groupe Ardelis a levé 6 M€, dont 2 apportés par la Banque Morvan.", "Banque Morvan", None, 2e6),
        (
            PLAN + "La Fondation Morvan en paie le tiers, la région Bretagne 200 000 euros.",
            "région Bretagne",
            None,
            2e5,
        ),
        (PLAN + "La Banque Morvan prête le reste.", "Banque Morvan", None, None),
        (PLAN + "Le solde est à la charge de la région Bretagne.", "région Bretagne", None, None),
        (PLAN + "L'État le finance à 80 %, la région Bretagne pour le reste.", "région Bretagne", None, None),
        (PLAN + "La région Bretagne le finance à 80 %.", "région Bretagne", None, None),
        (PLAN + "La région Bretagne l'a aidé, à hauteur de 110 000 euros.", "région Bretagne", None, 11e4),
        (PLAN + "L'État finance l'opération à 55 %, la région Bretagne à 25 %.", "région Bretagne", None, None),
        (PLAN + "La Banque Morvan ajoute 2 M€ pour les filtres.", "Banque Morvan", None, 2e6),
        (PLAN + "Un quart de la somme viendra de l'Union européenne.", "Union européenne", None, None),
        ("La société Lumexia lève 9 M€. Le fonds Ardelis mène l'opération avec 6 M€.", "Ardelis", None, 6e6),
        ("La société Lumexia recrute. Le fonds Ardelis rachète 70 % des parts.", "Ardelis", None, None),
        ("Le groupe Ardelis rachète la société Lumexia. La transaction porte sur 3 M€.", "Ardelis", "Lumexia", 3e6),
        (
            "L'atelier de Lumexia a été payé par un don de 15 000 € de la Fondation Morvan.",
            "Fondation Morvan",
            None,
            15e3,
        ),
        (TOLD + "L'investissement, annoncé jeudi, s'élève à 41 M€.", "Ardelis", None, 41e6),
    ],
)
def test_sums_said_by_the_words_before(read, sentence, investor, recipient, value):
    found = read(sentence, "investment")[-1]
    assert name(found.investor) == investor
    assert recipient in {None, name(found.recipient)}
    assert (float(found.amount.value) if found.amount else None) == value


@pytest.mark.parametrize(
    "sentence",
    [
        "Le groupe Ardelis a signé un contrat avec Lumexia. Montant : 14 M€.",
        "L'agence Ardelis a attribué le marché, d'un montant de 6 M€, à la société Lumexia.",
        "Le groupe Ardelis en emploie 40. La société Lumexia en apporte 21.",
        "Le groupe Ardelis a vendu 30 robots. La société Lumexia loue le reste.",
        "Les élus du Parti Morvan veulent réduire la taxe. Coût estimé : 240 M€.",
    ],
)
def test_numbers_and_rests_of_other_things(read, sentence):
    assert read(sentence, "investment") == []


def test_part_of_a_cost_does_not_give_the_whole(read):
    found = read(TOLD + "L'enveloppe atteint 21 M€, dont 4 M€ apportés par la région Bretagne.", "investment")
    assert [(name(fact.investor), fact.amount.value) for fact in found] == [("Ardelis", 21e6), ("région Bretagne", 4e6)]


@pytest.mark.parametrize(
    ("sentence", "investor", "value"),
    [
        (
            "Le chantier de Lumexia coûtera 4 M€, dont un quart à la charge de la région Bretagne.",
            "région Bretagne",
            1e6,
        ),
        ("Le chantier a coûté 4 M€, financés à hauteur de 40 % par la région Bretagne.", "région Bretagne", 1.6e6),
        ("La société Lumexia cède 34 % de son capital au fonds Ardelis pour 3 M€.", "Ardelis", 3e6),
        ("La société Lumexia cède 34 % de ses parts au fonds Ardelis.", "Ardelis", None),
    ],
)
def test_share_of_a_sum_is_that_much_money(read, sentence, investor, value):
    (found,) = [fact for fact in read(sentence, "investment") if name(fact.investor) == investor]
    assert (float(found.amount.value) if found.amount else None) == value


def test_who_is_meant_by_several_or_by_a_parent_gives_nothing(read):
    text = TOLD + "Ensemble, ils ont investi 27 M€. Le reste est payé par la maison mère."
    assert read(text, "investment") == []
