"""Changes of site: whose, where and how sure, in the forms of press prose, and what only looks like them."""

import pytest


def changes(read, text):
    return [
        (f.change, f.organisation.name if f.organisation else None, f.place.name if f.place else None, f.factuality)
        for f in read(text, "site_change")
    ]


@pytest.mark.parametrize(
    ("text", "change", "factuality"),
    [
        pytest.param("L'usine Lumexia de Douai va fermer ses portes.", "closure", "planned", id="subject-is-the-site"),
        pytest.param("Lumexia agrandit son usine de Douai.", "extension", "asserted", id="place-of-the-site"),
        pytest.param("L'usine Lumexia de Douai sera agrandie de 3 000 m2.", "extension", "planned", id="passive"),
        pytest.param("La fermeture du site Lumexia de Douai est actée.", "closure", "asserted", id="noun"),
        pytest.param("L'extension de l'usine Lumexia de Douai coûtera 12 millions.", "extension", "planned", id="cost"),
        pytest.param("Lumexia n'ouvrira pas de magasin à Douai.", "opening", "negated", id="no-article"),
        pytest.param("Lumexia va déménager à Douai.", "relocation", "planned", id="moves-itself"),
        pytest.param("Lumexia transfère son siège de Lens à Douai.", "relocation", "asserted", id="destination"),
        pytest.param(
            "Lumexia compte implanter un entrepôt de 20 000 m2 à Douai.", "opening", "planned", id="intention"
        ),
        pytest.param(
            "L'ouverture d'une usine à Douai par la société Lumexia est prévue.", "opening", "planned", id="agent"
        ),
    ],
)
def test_a_change_has_its_owner_and_place(read, text, change, factuality):
    assert changes(read, text) == [(change, "Lumexia", "Douai", factuality)]


def test_celui_stands_for_the_site_named_before(read):
    found = read("Lumexia fermera en mai son magasin de Lens ; celui de Douai sera agrandi.", "site_change")
    assert [(f.change, f.what, f.place.name) for f in found] == [
        ("closure", "magasin", "Lens"),
        ("extension", "magasin", "Douai"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Le supermarché de Lens restera ouvert le dimanche.", id="stays-open"),
        pytest.param("La boutique Lumexia double la mise.", id="the-site-acts"),
        pytest.param("Les invités sont venus à l'ouverture du nouveau site.", id="says-when"),
        pytest.param("La Bourse de Paris a fermé en hausse.", id="market"),
        pytest.param("Luc Verdier s'est installé à Lens avec sa famille.", id="a-person-settles"),
        pytest.param("La société Lumexia a ouvert son capital au fonds Rhodia Capital.", id="capital"),
    ],
)
def test_a_look_alike_is_no_change(read, text):
    assert changes(read, text) == []


INTRO = "La société Lumexia a publié lundi ses comptes, en baisse. "


@pytest.mark.parametrize(
    ("text", "change", "factuality"),
    [
        pytest.param(INTRO + "L'usine de Douai perdra 18 de ses 65 postes.", "reduction", "planned", id="loses"),
        pytest.param(INTRO + "L'usine de Douai se séparera de 30 salariés.", "reduction", "planned", id="parts-with"),
        pytest.param(
            INTRO + "L'usine de Douai, dont 30 postes seront abolis, tourne.", "reduction", "planned", id="dont"
        ),
        pytest.param(
            "Lumexia quittera ses locaux de Lens pour Douai.", "relocation", "planned", id="quits-for-another-town"
        ),
        pytest.param("Lumexia a renoncé à un atelier de montage à Douai.", "opening", "negated", id="gives-up"),
        pytest.param(
            "Lumexia va investir 2 millions d'euros dans un atelier de montage à Douai.",
            "opening",
            "planned",
            id="outlay",
        ),
        pytest.param(
            "Lumexia mettra 8 M€ dans une deuxième ligne à Douai.", "extension", "planned", id="one-line-more"
        ),
        pytest.param(
            "La suppression de 63 postes à l'usine Lumexia de Douai est confirmée.",
            "reduction",
            "asserted",
            id="jobs-noun",
        ),
        pytest.param("Lumexia regroupera à Douai ses bureaux de Lens.", "relocation", "planned", id="gathers-offices"),
        pytest.param("Lumexia a supprimé l'an passé son agence de Douai.", "closure", "asserted", id="suppressed"),
        pytest.param("L'agence Lumexia de Douai ne rouvrira pas.", "closure", "asserted", id="does-not-reopen"),
        pytest.param(
            "Lumexia recrute. La somme servira à l'ouverture, en mai, de son second site de production à Douai.",
            "opening",
            "planned",
            id="aim",
        ),
        pytest.param(
            "Lumexia a confirmé l'arrêt, d'ici à la fin juillet, de son dépôt de Douai.",
            "closure",
            "planned",
            id="stop",
        ),
        pytest.param(
            INTRO + "L'agence de Douai, inaugurée en 2011, emploie six personnes.", "opening", "asserted", id="detached"
        ),
        pytest.param("Lumexia va doubler la surface de son atelier de Douai.", "extension", "planned", id="surface"),
        pytest.param(
            "Lumexia va transférer d'ici juin la fabrication de ses moteurs à Douai.",
            "relocation",
            "planned",
            id="work",
        ),
        pytest.param(INTRO + "La production sera transférée à Douai.", "relocation", "planned", id="work-is-moved"),
        pytest.param("Lumexia disposera l'an prochain d'un atelier à Douai.", "opening", "planned", id="will-have"),
        pytest.param(INTRO + "Un second site est à l'étude à Douai.", "opening", "hypothetical", id="studied"),
        pytest.param("L'atelier Lumexia de Douai cessera de tourner en mai.", "closure", "planned", id="stops-turning"),
        pytest.param("L'entrepôt Lumexia de Douai ne sera pas reconstruit.", "closure", "asserted", id="not-rebuilt"),
        pytest.param("Lumexia a transféré à Douai une partie de ses ateliers.", "relocation", "asserted", id="a-part"),
    ],
)
def test_a_change_is_read_in_other_words(read, text, change, factuality):
    assert changes(read, text) == [(change, "Lumexia", "Douai", factuality)]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("L'économie du Nord a perdu 3 000 emplois en un an.", id="nobody-s-jobs"),
        pytest.param("Le lycée ouvre une enquête sur l'usine. Lumexia recrute.", id="an-inquiry"),
        pytest.param("Zoé Marquis quitte Lens pour Douai.", id="a-person-moves"),
        pytest.param("Lumexia a renoncé à une partie de sa créance.", id="no-site"),
        pytest.param("Lumexia a investi 2 millions d'euros dans un logiciel.", id="not-in-a-site"),
        pytest.param("L'Hôtel Beaumanoir de Douai a bien survécu.", id="survived"),
        pytest.param("Le blessé est mort pendant son transfert à la clinique de Douai.", id="a-patient"),
        pytest.param("Les cliniques ont fermé. Tout le monde en parle.", id="which-ones"),
        pytest.param("À Douai, chaque maison ouvre son atelier.", id="any-of-many"),
        pytest.param("Le consortium Lumexia rassemble six entreprises et deux laboratoires à Douai.", id="members"),
        pytest.param("Lumexia installera neuf centres d'usinage à Douai.", id="machines"),
        pytest.param("Lumexia a monté à Douai une plateforme de rencontres.", id="a-platform-of-people"),
        pytest.param("Son usine de Douai n'a pas arrêté une heure. Lumexia recrute.", id="did-not-stop"),
        pytest.param("Lumexia avait perdu 9 millions et mis 600 personnes en repos.", id="loses-money"),
        pytest.param("La brigade de Douai avait arrêté son client.", id="an-arrest"),
    ],
)
def test_other_words_look_alike(read, text):
    assert changes(read, text) == []


def test_a_minister_lays_the_first_stone(read):
    found = read(
        "Le ministre a procédé mardi à la pose de la première pierre d'une usine de jus à Douai.", "site_change"
    )
    assert [(f.change, f.what, name_of(f.place)) for f in found] == [("opening", "usine de jus", "Douai")]


def name_of(reference):
    return reference.name if reference else None


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Douai attire. Trois fonderies, de grands ateliers, y seront construites.", [("opening", "planned")]),
        ("Douai attire. Trois fonderies, de grands ateliers, seront construites.", []),
    ],
)
def test_a_place_that_y_means_says_which_sites(read, text, found):
    assert [(fact.change, fact.factuality) for fact in read(text, "site_change")] == found


def test_the_pronoun_of_a_site_to_come_is_that_site(read):
    found = read("La société Lumexia veut une usine neuve. Elle sortira de terre à Douai en mai.", "site_change")
    assert [(f.change, f.what, f.place.name) for f in found] == [("opening", "usine", "Douai")]
    assert changes(read, "La société Lumexia veut une usine. Elle sortira un vélo à Douai en mai.") == []


def test_one_s_own_site_is_of_the_kind_named_before(read):
    text = "Le groupe Ardelis transférera son entrepôt à Lens. La société Lumexia a fermé le sien en mars à Douai."
    found = read(text, "site_change")
    assert [(f.organisation.name, f.change, f.what) for f in found][1] == ("Lumexia", "closure", "entrepôt")


def test_a_title_without_owner_says_what_the_body_says(read):
    text = "La première pierre d'une gigafactory\n\nLumexia a posé la première pierre de son usine de Douai."
    assert [f.organisation.name for f in read(text, "site_change")] == ["Lumexia"]
