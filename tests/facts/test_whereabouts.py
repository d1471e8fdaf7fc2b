"""Organisations placed by the words beside their name or noun, and by the noun or pronoun that stands for them."""

import pytest


def placed(read, text):
    return sorted((f.entity.name, f.location.name) for f in read(text, "location"))


INTRO = "La société Lumexia a publié lundi ses comptes, en hausse. "


@pytest.mark.parametrize(
    ("text", "entity", "place"),
    [
        pytest.param("La société Lumexia, de Cluses, recrute.", "Lumexia", "Cluses", id="origin-after-comma"),
        pytest.param("Lumexia, une PME de Cluses, recrute.", "Lumexia", "Cluses", id="kind-in-apposition"),
        pytest.param(INTRO + "L'entreprise de Lens va recruter.", "Lumexia", "Lens", id="definite-kind"),
        pytest.param("Un ferrailleur de Douai, Novamétal, a répondu.", "Novamétal", "Douai", id="kind-then-name"),
        pytest.param("La clinique Sainte-Odette, de Douai, recrute.", "clinique Sainte-Odette", "Douai", id="of-town"),
        pytest.param(INTRO + "Elle a son siège à Cluses.", "Lumexia", "Cluses", id="pronoun"),
        pytest.param(INTRO + "À Cluses, où elle emploie 40 personnes, on se réjouit.", "Lumexia", "Cluses", id="where"),
        pytest.param(
            INTRO + "L'entreprise loge toujours dans une pépinière, à Cluses.", "Lumexia", "Cluses", id="lodges"
        ),
        pytest.param(
            "La société Lumexia, dont les bureaux sont situés à Cluses, recrute.", "Lumexia", "Cluses", id="offices"
        ),
        pytest.param(
            "Le groupe Ardelis, propriétaire de deux usines près de Douai, recrute.", "Ardelis", "Douai", id="holder"
        ),
        pytest.param(
            "Le groupe Ardelis, 12 000 salariés, dont le siège, à Douai, est fermé, se tait.",
            "Ardelis",
            "Douai",
            id="aside",
        ),
        pytest.param("Le siège de la société Lumexia ne quittera pas Douai.", "Lumexia", "Douai", id="does-not-leave"),
        pytest.param(
            "Lumexia, fabricant de pompes qui a établi son siège à Douai, recrute.", "Lumexia", "Douai", id="bare-noun"
        ),
        pytest.param(INTRO + "Son site de Lens fermera ; celui de Douai recrute.", "Lumexia", "Douai", id="celui"),
        pytest.param("Lumexia occupe 40 personnes dans la zone de Cluses.", "Lumexia", "Cluses", id="occupies-people"),
        pytest.param("Le fabricant de pompes Lumexia, aux Herbiers, recrute.", "Lumexia", "Herbiers", id="aux"),
        pytest.param(
            "Un accord a été conclu avec Lumexia, à Cluses : il court trois ans.", "Lumexia", "Cluses", id="colon"
        ),
        pytest.param(
            "Lumexia, fabricant de pompes en bronze de Cluses, recrute.", "Lumexia", "Cluses", id="long-complement"
        ),
        pytest.param(
            "Zoé Marquis dirige Lumexia, une entreprise de nettoyage de 64 personnes, à Cluses.",
            "Lumexia",
            "Cluses",
            id="complement-then-comma",
        ),
        pytest.param(
            "À Cluses, le laboratoire Lumexia, qui emploie 130 personnes, recrute.", "Lumexia", "Cluses", id="opening"
        ),
        pytest.param(
            "Vingt ans après sa création dans un garage de Cluses, la société Lumexia change de mains.",
            "Lumexia",
            "Cluses",
            id="its-founding",
        ),
        pytest.param(INTRO + "L'entreprise est née à Cluses en 1998.", "Lumexia", "Cluses", id="is-born"),
        pytest.param(
            "Lumexia exploite onze supermarchés, dont celui de Cluses.", "Lumexia", "Cluses", id="one-of-eleven"
        ),
        pytest.param(
            "Les lots partent vers Cluses, où l'usine de la société Lumexia les broie.",
            "Lumexia",
            "Cluses",
            id="where-its-works",
        ),
    ],
)
def test_an_organisation_is_placed(read, text, entity, place):
    assert (entity, place) in placed(read, text)
    assert {name for name, _ in placed(read, text)} == {entity}


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Le cabinet de La Haye a démissionné. Lumexia recrute.", id="a-government"),
        pytest.param("Les salariés de Lumexia, de Douai et de Lens ont défilé.", id="a-list"),
        pytest.param("Le député PS de Douai a voté contre.", id="a-party-of-a-town"),
        pytest.param("Lumexia transférera son siège à Douai en janvier.", id="is-to-move"),
        pytest.param("Lumexia transférera ses ateliers à Douai en janvier.", id="workshops-are-to-move"),
        pytest.param("Lumexia déménage ses ateliers à Douai.", id="workshops-move"),
        pytest.param("Le transfert du siège de Lumexia à Douai est à l'étude.", id="a-move-of-the-seat"),
        pytest.param("Lumexia avait fermé en 2010 sa biscuiterie de Douai.", id="closed-before"),
        pytest.param("Lumexia a un banc d'essai. Celui-ci sera installé en mai à Douai.", id="a-thing-to-come"),
        pytest.param("À Douai, le groupe Lumexia a plaidé sa cause.", id="where-it-speaks"),
        pytest.param("Le gardien de Lumexia est né à Douai.", id="a-player-is-born"),
        pytest.param(INTRO + "L'antenne de Douai ne verra pas le jour.", id="never-opened"),
        pytest.param(INTRO + "Née à Cluses, elle a grandi à Lens.", id="a-person-is-born"),
        pytest.param("La firme de Corée Tralalo est aussi cliente.", id="another-name"),
        pytest.param("À Cluses, où Luc Verdier possède une maison, on se réjouit.", id="a-person-has"),
    ],
)
def test_a_look_alike_places_nobody(read, text):
    assert placed(read, text) == []


def test_each_town_of_a_list_is_read(read):
    assert placed(read, "Lumexia possède trois usines, à Cluses, à Douai et à Arras.") == [
        ("Lumexia", "Arras"),
        ("Lumexia", "Cluses"),
        ("Lumexia", "Douai"),
    ]
    assert placed(read, "Lumexia emploie 210 personnes à Cluses et 75 à Douai.") == [
        ("Lumexia", "Cluses"),
        ("Lumexia", "Douai"),
    ]


def test_a_further_place_after_a_comma_is_no_site(read):
    found = placed(read, "Lumexia possède une usine à Cluses, à deux pas de Douai.")
    assert found == [("Lumexia", "Cluses")]


def test_two_organisations_are_placed_by_one_apposition(read):
    text = "Les sociétés Lumexia et Ardelis, deux usineurs installés à Cluses, ont signé."
    assert placed(read, text) == [("Ardelis", "Cluses"), ("Lumexia", "Cluses")]


def test_a_company_is_no_cluster(read):
    text = "La grappe Lumexia recrute. Fondée à Douai en 2016, l'entreprise compte 92 salariés."
    assert placed(read, text) == []
