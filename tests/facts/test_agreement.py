"""Agreements: verbs, nouns, coordination, who is left unsaid, what becomes of them; and look-alikes."""

import pytest

BOTH = ["Ardelis", "Lumexia"]


def names(references):
    return sorted(reference.name for reference in references)


@pytest.mark.parametrize(
    ("sentence", "parties", "status", "factuality"),
    [
        ("Le groupe Ardelis a signé un partenariat avec la société Lumexia.", BOTH, "signed", "asserted"),
        ("Le groupe Ardelis va signer un contrat avec la société Lumexia.", BOTH, "signed", "planned"),
        ("Le groupe Ardelis n'a pas signé l'accord avec la société Lumexia.", BOTH, "signed", "negated"),
        ("L'accord entre le groupe Ardelis et Lumexia n'est pas encore signé.", BOTH, "negotiated", "asserted"),
        ("Aucun accord n'a été trouvé entre le groupe Ardelis et Lumexia.", BOTH, "signed", "negated"),
        ("Le groupe Ardelis aurait conclu un accord avec la société Lumexia.", BOTH, "signed", "conditional"),
        ("Des discussions sont en cours entre le groupe Ardelis et Lumexia.", BOTH, "negotiated", "asserted"),
        ("Le groupe Ardelis a ouvert des négociations avec la société Lumexia.", BOTH, "negotiated", "asserted"),
        ("La signature de l'accord entre le groupe Ardelis et Lumexia a eu lieu.", BOTH, "signed", "asserted"),
        ("La rupture du contrat entre le groupe Ardelis et Lumexia a surpris.", BOTH, "ended", "asserted"),
        ("Le groupe Ardelis, qui a conclu un accord avec Lumexia, recrute.", BOTH, "signed", "asserted"),
        ("Le contrat avec la société Lumexia a été résilié par le groupe Ardelis.", BOTH, "ended", "asserted"),
        ("Le groupe Ardelis n'a pas reconduit son contrat avec Lumexia.", BOTH, "ended", "asserted"),
        ("Le groupe Ardelis et la société Lumexia ont mis fin à leur partenariat.", BOTH, "ended", "asserted"),
        ("Une convention lie désormais le groupe Ardelis à la société Lumexia.", BOTH, "signed", "asserted"),
        ("Le groupe Ardelis s'associe à la société Lumexia.", BOTH, "announced", "asserted"),
        ("La société Lumexia a décroché un contrat auprès du groupe Ardelis.", BOTH, "signed", "asserted"),
        ("Après le contrat signé avec Lumexia, le groupe Ardelis recrute.", BOTH, "signed", "asserted"),
        ("Le président du groupe Ardelis et la directrice de Lumexia ont signé un accord.", BOTH, "signed", "asserted"),
        ("Le rapprochement entre Lumexia et le groupe Ardelis est à l'étude.", BOTH, "negotiated", "asserted"),
        ("L'accord que Lumexia et le groupe Ardelis ont signé est connu.", BOTH, "signed", "asserted"),
    ],
)
def test_agreement_is_read(read, sentence, parties, status, factuality):
    (found,) = read(sentence, "agreement")
    assert (names(found.parties), found.status, found.factuality) == (parties, status, factuality)


def test_side_left_unsaid_is_what_the_article_is_about(read):
    text = "Le groupe Ardelis s'agrandit\n\nLe groupe Ardelis recrute. Une convention a été signée avec Lumexia."
    (found,) = read(text, "agreement")
    assert names(found.parties) == BOTH


def test_kind_keeps_what_belongs_to_it(read):
    (found,) = read("Le groupe Ardelis a signé un protocole d'accord avec la société Lumexia.", "agreement")
    assert found.kind == "protocole d'accord"


@pytest.mark.parametrize(
    "sentence",
    [
        "Le groupe Ardelis est d'accord avec la société Lumexia.",
        "La société Lumexia, en accord avec la ville de Lens, ferme le site.",
        "Un accord de branche a été signé.",
        "Le joueur Paul Arnaud a signé un contrat de deux ans avec le Stade Lensois.",
        "Le contrat de travail de Paul Arnaud avec la société Lumexia expire en juin.",
        "Un accord de paix serait proche, selon la radio Lumexia et le quotidien Ardelis.",
        "La charte graphique de la société Lumexia a été dessinée avec le groupe Ardelis.",
        "La convention collective du groupe Ardelis s'applique avec la société Lumexia.",
        "Il rompt tout contact avec la société Lumexia et le groupe Ardelis.",
        "Le groupe Ardelis a passé son tour avec la société Lumexia.",
        "Le marché de la société Lumexia se tient avec le groupe Ardelis.",
    ],
)
def test_agreement_look_alike_gives_nothing(read, sentence):
    assert read(sentence, "agreement") == []


CLINIC = "La clinique Ardelis s'agrandit\n\nLa clinique Ardelis ouvre un bloc. "
CLUB = "Lens : le Racing Ardelis tient bon\n\nLe Racing Ardelis a gagné samedi. "
GROUP = "Le groupe Ardelis recrute\n\nLe groupe Ardelis est installé à Lens. "


@pytest.mark.parametrize(
    ("sentence", "kind", "status"),
    [
        ("Le groupe Ardelis a passé commande de six rames au constructeur Lumexia.", "commande", "signed"),
        (
            "Le groupe Ardelis a passé mardi commande de rames à voie étroite à la société Lumexia.",
            "commande",
            "signed",
        ),
        ("La société Lumexia a concédé une licence au groupe Ardelis.", "licence", "signed"),
        ("Le bail entre la société Lumexia et le groupe Ardelis a été résilié.", "bail", "ended"),
        ("La cession de l'atelier au groupe Ardelis par la société Lumexia a capoté.", "cession", "ended"),
        ("Le groupe Ardelis négocie avec la société Lumexia un droit de passage.", "négociation", "negotiated"),
        ("Le groupe Ardelis est en pourparlers avec la société Lumexia.", "pourparlers", "negotiated"),
        ("Le groupe Ardelis a conclu avec le parfumeur grassois Lumexia un contrat de cinq ans.", "contrat", "signed"),
        ("Le contrat entre Lumexia et le groupe Ardelis vient d'être prolongé.", "contrat", "signed"),
        ("Le groupe Ardelis livre Lumexia, avec laquelle un contrat vient d'être signé.", "contrat", "signed"),
        ("Le partenariat liant la société Lumexia au groupe Ardelis a été dénoncé.", "partenariat", "ended"),
        ("Le partenariat du groupe Ardelis avec la société Lumexia est caduc.", "partenariat", "ended"),
        ("Le contrat de la société Lumexia avec le groupe Ardelis arrive à échéance.", "contrat", "ended"),
        ("La fusion de la société Lumexia et du groupe Ardelis est effective.", "fusion", "announced"),
        ("Le groupe Ardelis et la société Lumexia créent une coentreprise.", "coentreprise", "announced"),
        ("Le groupe Ardelis et la société Lumexia sont tombés d'accord.", "accord", "signed"),
        ("Le groupe Ardelis et la société Lumexia sont parvenus à un accord.", "accord", "signed"),
        ("Le groupe Ardelis et la société Lumexia ont convenu d'un partage des frais.", "accord", "signed"),
        ("La société Lumexia a renoncé à l'accord avec le groupe Ardelis.", "accord", "ended"),
        ("Lumexia discute avec Ardelis ; une lettre d'intention a été signée par les deux firmes.", "lettre", "signed"),
    ],
)
def test_frames_of_making_and_ending(read, sentence, kind, status):
    found = read(sentence, "agreement")
    assert [names(one.parties) for one in found] == [BOTH]
    assert (found[0].kind.split(" ")[0], found[0].status) == (kind, status)


@pytest.mark.parametrize(
    ("text", "party"),
    [
        (CLINIC + "L'établissement a conclu en octobre une convention avec la société Lumexia.", "clinique Ardelis"),
        (CLINIC + "Elle emploie 340 agents. Elle a signé un accord avec la société Lumexia.", "clinique Ardelis"),
        (CLINIC + "La direction a signé un accord avec la société Lumexia.", "clinique Ardelis"),
        (CLUB + "Le club a signé vendredi avec la conserverie Lumexia un contrat de trois saisons.", "Racing Ardelis"),
        (GROUP + "La coopérative Lumexia n'a pas renouvelé son contrat.", "Ardelis"),
        (GROUP + "La coopérative Lumexia a mis fin à huit ans de mécénat.", "Ardelis"),
        (GROUP + "\n\nOrtiva. Le fabricant a signé un accord avec la société Lumexia.", "Ortiva"),
    ],
)
def test_body_meant_by_noun_or_pronoun_is_a_party(read, text, party):
    (found,) = read(text, "agreement")
    assert names(found.parties) == sorted(["Lumexia", party])


@pytest.mark.parametrize(
    "text",
    [
        GROUP + "Le club a signé un accord avec la société Lumexia.",
        "Le pays recrute\n\nLa start-up dort. Le groupe Ardelis recrute. L'accord entre Lumexia et les élus tient.",
        "La société Lumexia a passé commande de six rames.",
        "La vente de billets de la société Lumexia avec le groupe Ardelis est ouverte.",
        "La société Lumexia discute du climat.",
        "Il est convenu que la société Lumexia informe le groupe Ardelis.",
        "Ils se sont entendus dire que Lumexia quittait Ardelis.",
    ],
)
def test_nobody_is_made_a_party(read, text):
    assert read(text, "agreement") == []


MINISTER = "Le ministre de l'Écologie, Paul Arnaud, est venu. "


@pytest.mark.parametrize(
    ("sentence", "parties", "status"),
    [
        (
            "Le bailleur, Lumexia Habitat, a depuis signé un accord avec Ardelis.",
            ["Ardelis", "Lumexia Habitat"],
            "signed",
        ),
        ("La société Lumexia dit avoir passé commande d'un navire au chantier Ardelis.", BOTH, "signed"),
        (MINISTER + "M. Arnaud a signé avec la société Lumexia une charte.", ["Lumexia", "Paul Arnaud"], "signed"),
        (GROUP + "Une commande de rails, passée par la société Lumexia, sera livrée.", BOTH, "signed"),
        (GROUP + "Les discussions avec le fonds Lumexia, intéressé par les vis, ont échoué.", BOTH, "ended"),
        ("Lens s'engage\n\nLa maire a signé un accord avec la société Lumexia.", ["Lens", "Lumexia"], "signed"),
    ],
)
def test_who_acts_far_from_the_verb(read, sentence, parties, status):
    (found,) = read(sentence, "agreement")
    assert (names(found.parties), found.status, found.factuality) == (parties, status, "asserted")


def test_two_of_a_kind_are_bodies_of_that_kind(read):
    text = "Le pôle Polymerix et le pôle Kunstix ont parlé. La CFTC et le syndicat Ardelis protestent. "
    (found,) = read(text + "Les deux pôles vont fusionner.", "agreement")
    assert names(found.parties) == ["Kunstix", "Polymerix"]


@pytest.mark.parametrize(
    ("sentence", "kind", "status"),
    [
        ("C'est un contrat que la société Lumexia vient de décrocher auprès du groupe Ardelis.", "contrat", "signed"),
        ("La société Lumexia et le groupe Ardelis se sont liés par une convention.", None, "signed"),
        ("Aux termes de l'accord signé mardi, la société Lumexia livrera le groupe Ardelis.", "accord", "signed"),
        ("Le contrat avec le fonds Ardelis, qui expirait en juin, est prolongé par Lumexia.", "contrat", "signed"),
        ("L'assureur Ardelis a résilié le contrat de la société Lumexia.", "contrat", "ended"),
        ("La société Lumexia a obtenu une licence exclusive du groupe Ardelis.", "licence", "signed"),
        ("Le groupe Ardelis a accordé à la société Lumexia une licence d'exploitation.", "licence", "signed"),
        ("Le groupe Ardelis a commandé douze avions à la société Lumexia.", "commande", "signed"),
        ("Le bail qui lie la société Lumexia au groupe Ardelis court encore.", "bail", "signed"),
        ("Le groupe Ardelis et la société Lumexia se parlent : un accord a été signé.", "accord", "signed"),
    ],
)
def test_parties_that_the_verb_does_not_show(read, sentence, kind, status):
    found = read(sentence, "agreement")
    assert [names(one.parties) for one in found] == [BOTH]
    assert (kind in {None, found[0].kind.split(" ")[0]}, found[0].status) == (True, status)


def test_paragraph_about_another_body_has_that_one_as_party(read):
    text = GROUP + "Le groupe Ardelis recrute.\n\nLa fonderie Kunstix va bien. Un accord a été signé avec Lumexia."
    (found,) = read(text, "agreement")
    assert names(found.parties) == ["Kunstix", "Lumexia"]


@pytest.mark.parametrize(
    "text",
    [
        GROUP + "\n\nUn accord avec Lumexia\n\nRien n'est fait.",
        "Le groupe Ardelis a commandé douze avions.",
        "La société Lumexia a obtenu l'accord du groupe Ardelis.",
        "Aux termes de la loi, la société Lumexia paiera le groupe Ardelis.",
        "Lens : le port Ardelis vit\n\nLe port Ardelis vit. L'éditeur Paul Morin a signé un contrat avec Lumexia.",
    ],
)
def test_more_agreement_look_alikes(read, text):
    assert read(text, "agreement") == []


LED = "Ardelis se renforce\n\nLa société Ardelis fabrique des vis. "
TWO = LED + "Le groupe Lumexia vend des clous. "


@pytest.mark.parametrize(
    "text",
    [
        LED + "Sa présidente, Zoé Marquis, a signé lundi un contrat avec le groupe Lumexia.",
        LED + "Zoé Marquis, sa présidente, a signé lundi un contrat avec le groupe Lumexia.",
        LED + "La directrice générale a signé lundi un contrat avec le groupe Lumexia.",
        LED + "Son accord avec le groupe Lumexia court jusqu'en 2030.",
        LED + "Le groupe Lumexia, son principal client, a prolongé son contrat.",
        TWO + "Leur fusion est prévue en mai.",
        TWO + "Les deux entreprises ont signé un accord.",
    ],
)
def test_body_behind_a_function_or_a_possessive(read, text):
    found = read(text, "agreement")
    assert [names(one.parties) for one in found] == [BOTH]


@pytest.mark.parametrize(
    "text",
    [
        LED + "Leur accord avec le maire est connu.",
        LED + "Le joueur a signé lundi un contrat avec le groupe Lumexia.",
        LED + "Le groupe Lumexia a donné son accord.",
    ],
)
def test_nobody_behind_other_people(read, text):
    assert read(text, "agreement") == []


@pytest.mark.parametrize(
    ("sentence", "kind", "status"),
    [
        (GROUP + "\n\nLa coopérative Lumexia a signé en mai un contrat de trois ans.", "contrat", "signed"),
        (GROUP + "Une convention la lie depuis mai à la coopérative Lumexia.", "convention", "signed"),
        (GROUP + "Une convention lie le nouveau venu à la coopérative Lumexia.", "convention", "signed"),
        (
            GROUP + "Le groupe Ardelis et le syndicat Lumexia ont signé une convention collective.",
            "convention",
            "signed",
        ),
        (
            GROUP + "La coopérative Lumexia est ravie. Le contrat, d'une durée de dix ans, garantit 4 M€.",
            "contrat",
            "signed",
        ),
        ("Le groupe Ardelis s'est entendu jeudi avec la société Lumexia sur un calendrier.", "accord", "signed"),
        ("Le groupe Ardelis, avec lequel la société Lumexia avait conclu un accord, recrute.", "accord", "signed"),
        ("Le groupe Ardelis a engrangé une commande de 65 M€ auprès de la société Lumexia.", "commande", "signed"),
        ("La société Lumexia et le groupe Ardelis ont accepté un compromis.", "compromis", "signed"),
    ],
)
def test_side_that_the_sentence_leaves_out(read, sentence, kind, status):
    found = read(sentence, "agreement")
    assert [names(one.parties) for one in found] == [BOTH]
    assert (found[0].kind.split(" ")[0], found[0].status) == (kind, status)


@pytest.mark.parametrize(
    ("sentence", "parties"),
    [
        ("Le groupe Ardelis a signé un accord avec les syndicats.", ["Ardelis"]),
        ("Les éleveurs ont signé un contrat avec la coopérative Lumexia.", ["Lumexia"]),
        (GROUP + "L'accord signé en juin avec les syndicats tient.", ["Ardelis"]),
        (
            "Un accord a été signé entre le gouvernement yéménite et le groupe Ardelis.",
            ["Ardelis", "gouvernement yéménite"],
        ),
        (
            "Un accord\n\nLe groupe Ortiva attend. Zoé Marquis, directrice de la société Lumexia, s'explique. « Avec le "
            "groupe Ardelis, nous avons signé un contrat », dit Zoé Marquis.",
            BOTH,
        ),
        ("La famille Marquis a signé un accord avec le groupe Ardelis.", ["Ardelis", "Marquis"]),
    ],
)
def test_side_without_a_name(read, sentence, parties):
    assert [names(one.parties) for one in read(sentence, "agreement")] == [parties]


@pytest.mark.parametrize(
    "text",
    [
        "Le groupe Ardelis a signé la pétition des syndicats.",
        "Le groupe Ardelis négocie avec les banques sa dette et la vente de son siège.",
        "Le groupe Ardelis est entendu avec la société Lumexia par le juge.",
        "La coopérative Lumexia a signé un contrat. Les éleveurs ont signé une pétition.",
        GROUP + "Les sociétés Lumexia, Kunstix et Ortiva sont là. L'accord porte sur cinq ans.",
        GROUP + "Le gouvernement a signé un décret.",
    ],
)
def test_one_side_alone_is_no_agreement(read, text):
    assert read(text, "agreement") == []
