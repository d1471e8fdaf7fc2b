"""Agreements, investments, events, locations, memberships and site changes: said plainly, and look-alikes."""

import pytest


def names(references):
    return sorted(reference.name for reference in references)


@pytest.mark.parametrize(
    ("sentence", "parties", "status"),
    [
        (
            "La société Lumexia et l'université de Lille ont signé un accord de partenariat.",
            ["Lumexia", "université de Lille"],
            "signed",
        ),
        (
            "Un protocole d'accord a été signé mardi entre Novaterre et la société Ardelis.",
            ["Ardelis", "Novaterre"],
            "signed",
        ),
        (
            "Le partenariat entre le groupe Ardelis et la société Novaterre porte sur dix ans.",
            ["Ardelis", "Novaterre"],
            "announced",
        ),
        (
            "Les sociétés Lumexia (LX) et Novaterre ont signé hier, à Lens, une convention.",
            ["Lumexia", "Novaterre"],
            "signed",
        ),
        (
            "La société Lumexia a résilié le contrat qu'elle avait avec le groupe Ardelis.",
            ["Ardelis", "Lumexia"],
            "ended",
        ),
        ("Le partenariat entre la société Lumexia et le groupe Ardelis a pris fin.", ["Ardelis", "Lumexia"], "ended"),
        ("La société Lumexia a conclu mardi un accord avec le groupe Ardelis.", ["Ardelis", "Lumexia"], "signed"),
    ],
)
def test_agreement_is_read(read, sentence, parties, status):
    (found,) = read(sentence, "agreement")
    assert (names(found.parties), found.status) == (parties, status)


@pytest.mark.parametrize(
    ("sentence", "investor", "value"),
    [
        ("Le groupe Ardelis va investir 12 millions d'euros dans son usine de Douai.", "Ardelis", 12_000_000),
        ("La société Novaterre a investi 3,5 M€ à Béthune.", "Novaterre", 3_500_000),
        ("Le projet est financé à hauteur de 800 000 euros par la Région Bretagne.", "Région Bretagne", 800_000),
        (
            "La société Lumexia a reçu une subvention de 200 000 euros de la Région Bretagne.",
            "Région Bretagne",
            200_000,
        ),
        (
            "La société Lumexia a bouclé un tour de table de 4 M€ auprès du fonds Rhodia Capital.",
            "Rhodia Capital",
            4_000_000,
        ),
        ("Le groupe Ardelis a annoncé le rachat de la société Lumexia pour 40 M€.", "Ardelis", 40_000_000),
        ("La Région Bretagne apportera une aide de 300 000 euros.", "Région Bretagne", 300_000),
    ],
)
def test_investment_is_read(read, sentence, investor, value):
    (found,) = read(sentence, "investment")
    assert (found.investor.name, found.amount.value) == (investor, value)


def test_event_has_its_date_and_place(read):
    (found,) = read("Le forum Cap Industrie se tiendra les 14 et 15 mai 2024 à Metz.", "event")
    assert (found.time.edtf, found.place.name) == ("2024-05-14/2024-05-15", "Metz")


@pytest.mark.parametrize(
    ("sentence", "entity", "place"),
    [
        ("La société Lumexia, basée à Brebières, recrute.", "Lumexia", "Brebières"),
        ("La société Novaterre, dont le siège est à Lyon, recrute.", "Novaterre", "Lyon"),
        ("La société Lumexia a grandi. L'entreprise, dont le siège est à Lens, recrute.", "Lumexia", "Lens"),
        ("La société Lumexia recrute. Créée en 2012 à Douai, l'entreprise compte 30 salariés.", "Lumexia", "Douai"),
        ("La société Lumexia, éditeur de logiciels installé à Lens, recrute.", "Lumexia", "Lens"),
        ("Le groupe Ardelis exploite une usine à Douai.", "Ardelis", "Douai"),
    ],
)
def test_location_is_read(read, sentence, entity, place):
    (found,) = read(sentence, "location")
    assert (found.entity.name, found.location.name) == (entity, place)


@pytest.mark.parametrize(
    ("sentence", "member", "group", "relation"),
    [
        ("La société Lumexia, filiale du groupe Ardelis, recrute.", "Lumexia", "Ardelis", "subsidiary"),
        ("La société Lumexia est membre du pôle Texalis depuis 2020.", "Lumexia", "pôle Texalis|Texalis", "member"),
        (
            "La société Lumexia a grandi. Filiale du groupe Ardelis, l'entreprise recrute.",
            "Lumexia",
            "Ardelis",
            "subsidiary",
        ),
        ("La société Lumexia appartient au groupe Ardelis.", "Lumexia", "Ardelis", "subsidiary"),
    ],
)
def test_membership_is_read(read, sentence, member, group, relation):
    (found,) = read(sentence, "membership")
    assert (found.member.name, found.relation) == (member, relation)
    assert found.group.name in group.split("|")


@pytest.mark.parametrize(
    ("sentence", "name", "edtf"),
    [
        ("Prochaine réunion le 12 avril 2024, salle des fêtes.", "réunion", "2024-04-12"),
        ("Une réunion publique est prévue le 9 avril 2024 à Lens.", "réunion publique", "2024-04-09"),
        ("Ses obsèques seront célébrées le 20 mars 2024 en l'église du village.", "obsèques", "2024-03-20"),
        ("Le concert prévu le 5 mai 2024 à Douai est reporté.", "concert", "2024-05-05"),
    ],
)
def test_event_is_read_near_its_date(read, sentence, name, edtf):
    (found,) = read(sentence, "event")
    assert name in found.name
    assert found.time.edtf == edtf


@pytest.mark.parametrize(
    ("sentence", "change", "what", "jobs", "factuality"),
    [
        ("Le groupe Ardelis ouvrira une usine à Douai et créera 150 emplois.", "opening", "usine", 150, "planned"),
        ("La société Novaterre a fermé son magasin de Lens.", "closure", "magasin", None, "asserted"),
        ("Le groupe Ardelis aurait fermé son usine de Lens.", "closure", "usine", None, "conditional"),
        ("La société Novaterre ne fermera pas son usine de Lens.", "closure", "usine", None, "negated"),
        (
            "La société Novaterre ouvrira à Lens, fin mai, un atelier de montage.",
            "opening",
            "atelier de montage",
            None,
            "planned",
        ),
        ("Une nouvelle usine verra le jour à Douai.", "opening", "nouvelle usine", None, "planned"),
        ("Le groupe Ardelis a annoncé la fermeture de son site de Lens.", "closure", "site", None, "planned"),
        ("L'agrandissement de l'usine de Douai est achevé.", "extension", "usine", None, "asserted"),
        ("La société Novaterre supprime 63 postes à Lens.", "reduction", None, 63, "asserted"),
    ],
)
def test_site_change_is_read(read, sentence, change, what, jobs, factuality):
    found = read(sentence, "site_change")[0]
    assert (found.change, found.what, found.jobs, found.factuality) == (change, what, jobs, factuality)


def test_site_change_is_one_for_each_place(read):
    found = read("La banque Ardelis fermera ses agences de Lens, de Douai et de Béthune.", "site_change")
    assert sorted(fact.place.name for fact in found) == ["Béthune", "Douai", "Lens"]


@pytest.mark.parametrize(
    ("kind", "sentence"),
    [
        ("agreement", "Le professeur a signé son livre à la librairie."),
        ("agreement", "Les deux voisins sont tombés d'accord sur la clôture."),
        ("investment", "La baguette coûte désormais 1,20 euro à Lille."),
        ("investment", "La société Novaterre a réalisé un chiffre d'affaires de 3 M€."),
        ("event", "La réunion de famille a été joyeuse."),
        ("location", "Sophie Marchand est partie à Lyon avec la société Novaterre."),
        ("membership", "Le groupe a pris un bon départ."),
        ("site_change", "Elle a ouvert la porte du magasin."),
        ("site_change", "Le ministre a ouvert la séance."),
        ("site_change", "Faut-il fermer l'usine de Douai ?"),
        ("site_change", "L'usine de Douai aurait pu fermer."),
        ("agreement", "Les deux pays sont d'accord avec le maire."),
        ("agreement", "Le ministre Paul Arnaud et le ministre Luc Verdier ont signé un accord."),
        ("investment", "La société Novaterre a payé une amende de 3 M€."),
        ("investment", "Le budget de la société Novaterre est de 3 M€."),
        ("event", "Il recevra sans rendez-vous samedi 16 mars 2024."),
        ("location", "Le groupe Ardelis avait fermé ses agences de Lens et de Douai."),
        ("agreement", "La société Lumexia a fermé son atelier avec l'accord du syndicat Unitas."),
        ("event", "La société Lumexia a remporté le prix Victor-Morvan en 2019 à Lens."),
        ("event", "La borne est aujourd'hui assemblée à Lens depuis mars 2024."),
        ("event", "Au sommet, en 1996, la société Lumexia employait tout le bourg."),
        ("event", "Une convention de recherche a été signée le 12 mars 2024 à Lens."),
        ("location", "Zoé Marchand, née à Lens, dirige la société Novaterre."),
        ("location", "Les deux maires se retrouvent au sommet de la société Lumexia, à Lens."),
        ("location", "La société Novaterre a installé ses courtiers à Lens."),
        ("location", "La société Lumexia est née là. Zoé Marchand a rouvert son magasin de Lens."),
        ("membership", "L'action de la société Lumexia appartient à l'indice Novaterre."),
        ("membership", "Le lait de la société Lumexia sera contrôlé par le groupe Ardelis."),
        ("site_change", "L'avocate Zoé Marchand a quitté la salle."),
        ("site_change", "La société Lumexia lancera une plateforme de paiement."),
        ("site_change", "Le député préfère moderniser la ligne du littoral."),
        ("site_change", "Installé dans un ancien moulin, l'établissement raconte la faïence."),
        ("site_change", "On craint la fermeture de la maternité."),
        ("investment", "Le tribunal a condamné la société Lumexia à verser 3 M€ à la société Novaterre."),
    ],
)
def test_look_alike_gives_nothing(read, kind, sentence):
    assert read(sentence, kind) == []
