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
        "Le groupe Ardelis et les syndicats ont trouvé un accord.",
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
