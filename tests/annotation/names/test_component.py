"""Whole sentences: which names are found, where they end, and what they are."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

PEOPLE = [
    ("Mme Lecourt a démissionné.", [("Lecourt", "PER")]),
    ("Le docteur Paul Mertens opère à Namur.", [("Paul Mertens", "PER"), ("Namur", "LOC")]),
    ("M. de Villardon a plaidé.", [("de Villardon", "PER")]),
    ("Selon Anne-Sophie Le Goffic, tout va bien.", [("Anne-Sophie Le Goffic", "PER")]),
    ("Jelle van den Hoeck a gagné.", [("Jelle van den Hoeck", "PER")]),
    ("Mes Perroud, Lavandier et Spohr ont plaidé.", [("Perroud", "PER"), ("Lavandier", "PER"), ("Spohr", "PER")]),
    ("J.-P. Morel est absent.", [("J.-P. Morel", "PER")]),
    ("Nicole COLLARD signe l'article.", [("Nicole COLLARD", "PER")]),
    ("Le ministre de la Défense Paul Kerdoncuff a parlé.", [("Paul Kerdoncuff", "PER")]),
    ("Le bilan d'Obama divise les élus.", [("Obama", "PER")]),
    ("L'autorité naturelle de Jeanne Lescot rassure.", [("Jeanne Lescot", "PER")]),
    ("La famille Delcourt détient l'usine.", [("Delcourt", "PER")]),
    ("Son président, Gilbert Page, a parlé.", [("Gilbert Page", "PER")]),
    ("Le chef de groupe Djamel Kerlouan est venu.", [("Djamel Kerlouan", "PER")]),
    ("Le coureur belge Van Hoovel gagne.", [("Van Hoovel", "PER")]),
    ("Toussaint Lescot, patron du port, attend.", [("Toussaint Lescot", "PER")]),
    ("« C'est fini », montre Jeanne Lescot.", [("Jeanne Lescot", "PER")]),
    ("On a joint par téléphone Varga Tolémond.", [("Varga Tolémond", "ORG")]),
    ("L'échevine de l'Économie, Nora Vardel, proteste.", [("Nora Vardel", "PER")]),
]
ORGANISATIONS = [
    ("Elle préside Normandie Laine depuis mai.", [("Normandie Laine", "ORG")]),
    ("Un ferrailleur de Vesoul, Recyvaux, l'achète.", [("Vesoul", "LOC"), ("Recyvaux", "ORG")]),
    ("L'Église réformée a protesté.", [("Église réformée", "ORG")]),
    ("Elle préside le Crédit agricole.", [("Crédit agricole", "ORG")]),
    ("Il a acheté le brésilien Flor Verdal.", [("Flor Verdal", "ORG")]),
    ("Le Parc naturel des Pyrénées ariégeoises finance.", [("Parc naturel des Pyrénées ariégeoises", "ORG")]),
    ("Le broyeur néerlandais Van Hoovel investit.", [("Van Hoovel", "ORG")]),
    ("La perception de Lanvellec ferme.", [("perception de Lanvellec", "ORG")]),
    ("La filiale de Kerlouan Gabon est vendue.", [("Kerlouan Gabon", "ORG")]),
    (
        "La chambre de commerce de Bastia et de la Haute-Corse vote.",
        [("chambre de commerce de Bastia et de la Haute-Corse", "ORG")],
    ),
    ("Elle dirige le lycée Jeanne-Lescot de Vesoul.", [("lycée Jeanne-Lescot", "ORG"), ("Vesoul", "LOC")]),
    ("La maison Jeanne Lescot fête ses cent ans.", [("maison Jeanne Lescot", "ORG")]),
    ("Le canton de Vaud financera la digue.", [("canton de Vaud", "ORG")]),
    ("La société qb7 SA recrute.", [("qb7 SA", "ORG")]),
    ("Elle préside la Confédération des PME du Jura.", [("Confédération des PME du Jura", "ORG")]),
    ("Le plan Rivages 2.0 est prêt.", [("plan Rivages 2.0", "MISC")]),
    ("Source claire, une entreprise de Lure, embauche.", [("Source claire", "ORG"), ("Lure", "LOC")]),
    ("Karité d'Argent, dont le siège est à Lure, vend.", [("Karité d'Argent", "ORG"), ("Lure", "LOC")]),
    ("La Banque verte a prêté deux milliards de francs CFA.", [("Banque verte", "ORG")]),
    ("On a créé un Comité de Haut Soutien.", [("Comité de Haut Soutien", "ORG")]),
    ("Le Parlement de ce pays a voté.", [("Parlement", "ORG")]),
    ("Le brass band du Val-Lescot gagne.", [("brass band du Val-Lescot", "ORG")]),
    ("Il travaille pour l'agence lune&cie à Vesoul.", [("lune&cie", "ORG"), ("Vesoul", "LOC")]),
    (
        "Le ministère de la Santé publique et de la Population compte.",
        [("ministère de la Santé publique et de la Population", "ORG")],
    ),
    ("On se réunit dans la salle d'honneur de la mairie de Lure.", [("Lure", "LOC")]),
    ("Leur association, Bien vivre au Vallon, proteste.", [("Bien vivre au Vallon", "ORG")]),
    ("La charcuterie Lescot et Filles reste.", [("Lescot et Filles", "ORG")]),
    ("Elle siège dans une Assemblée nationale divisée.", [("Assemblée nationale", "ORG")]),
    ("La fondation Rivières sans frontières, elle, donne.", [("fondation Rivières sans frontières", "ORG")]),
    ("Le département de la Vendée 5 fois paiera.", [("département de la Vendée", "ORG")]),
    ("La Fondation Roi-Colvert donne.", [("Fondation Roi-Colvert", "ORG")]),
    ("Le tribunal correctionnel d'Épinal a jugé.", [("tribunal correctionnel d'Épinal", "ORG")]),
    ("Le conseil municipal de Lanvellec vote.", [("conseil municipal de Lanvellec", "ORG")]),
    (
        "La chambre de commerce et d'industrie des Vosges vote.",
        [("chambre de commerce et d'industrie des Vosges", "ORG")],
    ),
    ("Le ministère français des Affaires étrangères se tait.", [("ministère français des Affaires étrangères", "ORG")]),
    ("L'Autorité de la concurrence enquête.", [("Autorité de la concurrence", "ORG")]),
    ("La Fruitière des Monts de Salins recrute.", [("Fruitière des Monts de Salins", "ORG")]),
    ("Le groupe Halvorsen rachète la société Verdier & Fils.", [("Halvorsen", "ORG"), ("Verdier & Fils", "ORG")]),
    ("La start-up lilloise 3 Moulins & Co lève des fonds.", [("3 Moulins & Co", "ORG")]),
    ("L'association « Les Amis du canal » manifeste.", [("Les Amis du canal", "ORG")]),
    ("La jeune pousse hydra.bio recrute.", [("hydra.bio", "ORG")]),
    ("Le pôle Fil&Soie change de directeur.", [("Fil&Soie", "ORG")]),
    ("La Ligue contre le gaspillage proteste.", [("Ligue contre le gaspillage", "ORG")]),
    ("On y voit l'atelier M-Lainage.", [("M-Lainage", "ORG")]),
    ("Le chantier naval Peter Deilmann recrute.", [("Peter Deilmann", "ORG")]),
    ("L'Union pour la Défense des Rivières proteste.", [("Union pour la Défense des Rivières", "ORG")]),
    ("Le comité économique et social de Picardie siège.", [("comité économique et social de Picardie", "ORG")]),
    ("La direction de la SNCF se tait.", [("SNCF", "ORG")]),
    ("L'ONG espagnole « Marchons vers demain » agit.", [("Marchons vers demain", "ORG")]),
    ("La ville de Lanvellec financera le chantier.", [("ville de Lanvellec", "ORG")]),
    ("L'aide du département de la Marne arrive.", [("département de la Marne", "ORG")]),
    ("La ville de Vesoul est loin.", [("Vesoul", "LOC")]),
    ("La conserverie Ti Kaledo et la chocolaterie Orvelane.", [("Ti Kaledo", "ORG"), ("Orvelane", "ORG")]),
    ("L'assureur 3B Mutuelle recrute.", [("3B Mutuelle", "ORG")]),
    ("On accorde un prêt de dix millions d'euros à Trabzulia.", [("Trabzulia", "ORG")]),
    (
        "On entre au Verger numérique. Le Verger Numérique recrute.",
        [("Verger numérique", "ORG"), ("Verger Numérique", "ORG")],
    ),
    ("On a vu les Verts et le PS.", [("Verts", "ORG"), ("PS", "ORG")]),
    ("Le patron de la CCI Nice Côte d'Azur est là.", [("CCI Nice Côte d'Azur", "ORG")]),
]
PLACES = [
    ("Elle ouvre dans l'ancienne école de Lanvellec.", [("Lanvellec", "LOC")]),
    ("La soirée a lieu au théâtre Lescot.", [("théâtre Lescot", "LOC")]),
    ("Un groupe de la province du Zhelang investit.", [("Zhelang", "LOC")]),
    ("Le salon se tient jusqu'à dimanche à la Zafex.", [("Zafex", "LOC")]),
    ("La réunion est convoquée à la mairie de Vesoul.", [("Vesoul", "LOC")]),
    ("Ils sont nés sur les bords de la Bouëze.", [("Bouëze", "LOC")]),
    ("Ils marchent au pied du Vignedal.", [("Vignedal", "LOC")]),
    ("La crue du Fiume Terzu a surpris.", [("Fiume Terzu", "LOC")]),
    ("Un incendie rue des Bénédictins, à Limoges.", [("rue des Bénédictins", "LOC"), ("Limoges", "LOC")]),
    ("Le match a lieu au stade Bernadou.", [("stade Bernadou", "LOC")]),
    ("La ligne Bayonne-Dax est coupée.", [("Bayonne", "LOC"), ("Dax", "LOC")]),
    ("LANVELLEC. - Le maire se tait.", [("LANVELLEC", "LOC")]),
    ("Un navire est au port de Brest.", [("Brest", "LOC")]),
    ("Le train rejoint le campus Marie-Orval.", [("campus Marie-Orval", "LOC")]),
    ("Elle vit près du Puy-en-Velay.", [("Puy-en-Velay", "LOC")]),
    ("La salle des fêtes de Malvezin est fermée.", [("Malvezin", "LOC")]),
    ("Il part pour l'Irlande du Nord.", [("Irlande du Nord", "LOC")]),
    ("VESOUL. - Un car a dérapé.", [("VESOUL", "LOC")]),
    ("Le train Vesoul-Lure est en retard.", [("Vesoul", "LOC"), ("Lure", "LOC")]),
    ("La halle de la route de Vesoul est vide.", [("route de Vesoul", "LOC")]),
    ("Il a grandi dans le canton de Vaud.", [("canton de Vaud", "LOC")]),
    ("Détenu à la prison de Lure, il écrit.", [("Lure", "LOC")]),
    ("Il travaille dans une cave de Tavel.", [("Tavel", "LOC")]),
    ("Il s'envole dans la montée de Grimelmont.", [("Grimelmont", "LOC")]),
    ("Elle a ouvert le Biopôle de Lanvel (VD) hier.", [("Biopôle de Lanvel", "LOC"), ("VD", "LOC")]),
    ("On vote dans la salle de l'espace Jeanne-Lescot.", [("espace Jeanne-Lescot", "LOC")]),
    ("Le gala a lieu au palais des Congrès.", [("palais des Congrès", "LOC")]),
    ("Ils dînent au Palais des congrès.", [("Palais des congrès", "LOC")]),
    ("Il est né en Corée du Sud.", [("Corée du Sud", "LOC")]),
]
OTHERS = [
    ("Elle a gagné la 31e Boucle des Lilas.", [("Boucle des Lilas", "MISC")]),
    ("Le festival Rivage la Mer commence.", [("Rivage la Mer", "MISC")]),
    ("Le film a reçu le prix du jury.", [("prix du jury", "MISC")]),
    ("Ils partent à bord du Marion Lescot.", [("Marion Lescot", "MISC")]),
    ("Ils ont dormi à bord du Cap Lanvel.", [("Cap Lanvel", "MISC")]),
    ("Elle commande un roulier de 186 mètres, le Baie de Lanvel.", [("Baie de Lanvel", "MISC")]),
    ("Le port attend le navire, le Havfrid.", [("Havfrid", "MISC")]),
    ("Le train roulera lors de la Descalpe.", [("Descalpe", "MISC")]),
    ("La goélette Colombine est à quai.", [("Colombine", "MISC")]),
    ("Ils ont lancé la boisson Malbrix.", [("Malbrix", "MISC")]),
    ("Il a vu le Salon du cheval de Vesoul.", [("Salon du cheval", "MISC"), ("Vesoul", "LOC")]),
    ("Le prix Terre d'Avenir lui revient.", [("prix Terre d'Avenir", "MISC")]),
    ("Son premier logiciel, Tarvelo, est gratuit.", [("Tarvelo", "MISC")]),
    ("On attend un navire, le Kalvarin.", [("Kalvarin", "MISC")]),
    ("La vidéo circule sur Facebook.", [("Facebook", "MISC")]),
    ("Son modèle Faucon 3 désherbe seul.", [("Faucon 3", "MISC")]),
    ("Le plan France 2030 finance tout.", [("France 2030", "MISC")]),
]
NOTHING = [
    "Fille discrète, une élève a pris la parole.",
    "Maigre consolation, une prime sera versée.",
    "La Haute représentante a perdu trois millions de francs CFA.",
    "Les Lorrains votent dimanche.",
    "Handball : les résultats du week-end.",
    "Hier, le maire a voté le budget de la commune.",
    "J'ai vu trois TER en retard, lundi de Pentecôte.",
    "Qu'on me montre ce rapport. D'autres ont essayé.",
    "La gendarmerie enquête sur la D 168.",
    "Le premier ministre a reçu la ministre de la Justice.",
    "LA REPRISE DES COURS DE YOGA",
    "Interrogée sur ce point, elle a souri.",
    "Bois d'œuvre : la perte se creuse.",
    "Limonades et sirops : la hausse dure.",
    "Elle reste notre Directrice Générale.",
    "Elle est ministre de l'Éducation nationale, de l'Enseignement supérieur et de la Recherche.",
    "Les pays membres de l'alliance hésitent, seuls les États voisins protestent.",
    "Un coup d'État a échoué, selon le Lorientais.",
    "",
    " \n\n ",
]


@pytest.mark.parametrize(("text", "expected"), [*PEOPLE, *ORGANISATIONS, *PLACES, *OTHERS])
def test_names_of_a_sentence(names, text, expected):
    assert names(text) == expected


@pytest.mark.parametrize("text", NOTHING)
def test_no_name(names, text):
    assert names(text) == []


def test_an_opinion_decides_what_the_rules_leave_open(nlp):
    from factuel.annotation.names.component import NameRepairer

    doc = nlp("On parle de Trabzul ici.")
    doc.set_ents([doc.char_span(12, 19, label="PER")])
    assert [e.text for e in doc.ents] == ["Trabzul"]
    doc = NameRepairer()(doc)
    assert [(e.text, e.label_) for e in doc.ents] == [("Trabzul", "PER")]


WORDS = st.sampled_from(
    [
        "Conseil",
        "de",
        "la",
        "Ville",
        "du",
        "Nord",
        "Jean",
        "M.",
        "Mes",
        "et",
        ",",
        ".",
        "«",
        "»",
        "-",
        "l'",
        "L'",
        "le",
        "groupe",
        "X",
        "3",
        "CGT",
        "Paris",
        "\n",
        "ministre",
        "des",
        "Sports",
        "(",
        ")",
    ]
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(WORDS, max_size=40).map(" ".join))
def test_never_raises_and_spans_are_sound(nlp, text):
    from factuel.annotation.names.component import NameRepairer

    repairer = NameRepairer()
    doc = repairer(nlp(text))
    for span in doc.ents:
        assert text[span.start_char : span.end_char] == span.text
        assert span.label_ in {"PER", "ORG", "LOC", "MISC"}
    again = repairer(nlp(text))
    assert [(e.start, e.end, e.label_) for e in doc.ents] == [(e.start, e.end, e.label_) for e in again.ents]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=80))
def test_any_text(nlp, text):
    from factuel.annotation.names.component import NameRepairer

    doc = NameRepairer()(nlp(text))
    assert all(text[e.start_char : e.end_char] == e.text for e in doc.ents)


QUOTED = [
    ("Son roman, « Les Noyés du soir », a plu.", [("Les Noyés du soir", "MISC")]),
    ("La neuvième édition de « Fils & Laines » s'ouvre.", [("Fils & Laines", "MISC")]),
    ("« Les élus votent », dit Zoé Lescot.", [("Zoé Lescot", "PER")]),
]


@pytest.mark.parametrize(("text", "expected"), QUOTED)
def test_a_title_in_quotation_marks_after_a_work(names, text, expected):
    assert names(text) == expected


def test_a_venue_where_one_goes_stands_in_its_town(names):
    assert names("Le concert aura lieu au Nouveau Lustre de Vesoul.") == [("Nouveau Lustre", "LOC"), ("Vesoul", "LOC")]
    assert names("Le Lustre de Vesoul a recruté.") != [("Lustre", "LOC"), ("Vesoul", "LOC")]
