"""Facts as sentences that a person would say, in both languages."""

from __future__ import annotations

import pytest

from factuel.records import FACT
from factuel.review.sentences import plain_sentence


def who(name: str) -> dict[str, object]:
    return {"entity_id": None, "name": name}


def span(text: str) -> dict[str, object]:
    return {"text": text, "start": 0, "end": len(text)}


MONEY = span("4 M€") | {"kind": "money", "value": 4_000_000, "unit": "EUR"}
DAY = span("le 12 avril") | {"edtf": "2024-04-12", "grain": "day"}
CASES = [
    (
        {"type": "role", "person": who("Inès Vauban"), "title": "maire", "organisation": who("Le Mans")},
        "Inès Vauban est maire du Mans, selon l'article.",
        "Inès Vauban is maire of Le Mans, according to the article.",
    ),
    (
        {
            "type": "role",
            "person": who("Inès Vauban"),
            "title": "élue",
            "status": "former",
            "attribution": who("Ormel"),
        },
        "Inès Vauban a été élue, selon Ormel.",
        "Inès Vauban was élue, according to Ormel.",
    ),
    (
        {"type": "figure", "measure": MONEY, "of": "ventes", "subject": who("Ormel"), "factuality": "negated"},
        "Il ne s'agit pas de 4 M€ (ventes), au sujet d'Ormel, selon l'article.",
        "It is not 4 M€ (ventes), about Ormel, according to the article.",
    ),
    (
        {"type": "quotation", "speaker": None, "quote": span("Tout va bien"), "style": "direct"},
        "Quelqu'un dit : « Tout va bien », selon l'article.",
        "Someone says: “Tout va bien”, according to the article.",
    ),
    (
        {
            "type": "agreement",
            "parties": [who("Ormel"), who("Lumeo"), who("Sorel")],
            "kind": "partenariat",
            "status": "signed",
            "factuality": "planned",
            "time": DAY,
        },
        "Ormel, Lumeo et Sorel vont signer : partenariat, le 12 avril, selon l'article.",
        "Ormel, Lumeo and Sorel are to sign: partenariat, le 12 avril, according to the article.",
    ),
    (
        {"type": "investment", "recipient": who("Lumeo"), "amount": MONEY, "purpose": "une usine"},
        "On apporte 4 M€ à Lumeo pour une usine, selon l'article.",
        "Someone puts in 4 M€ to Lumeo for une usine, according to the article.",
    ),
    (
        {
            "type": "event",
            "name": "Huit concerts",
            "organiser": who("Ormel"),
            "place": who("Metz"),
            "factuality": "planned",
        },
        "L'événement « Huit concerts » doit avoir lieu, à l'initiative d'Ormel (Metz), selon l'article.",
        "The event “Huit concerts” is to take place, organised by Ormel (Metz), according to the article.",
    ),
    (
        {"type": "location", "entity": who("Ormel"), "location": who("Metz"), "relation": "site", "place": who("Metz")},
        "Ormel a un site à Metz, selon l'article.",
        "Ormel has a site in Metz, according to the article.",
    ),
    (
        {"type": "membership", "member": who("Ormel"), "group": who("Les Aciers Sorel"), "relation": "subsidiary"},
        "Ormel est une filiale des Aciers Sorel, selon l'article.",
        "Ormel is a subsidiary of Les Aciers Sorel, according to the article.",
    ),
    (
        {
            "type": "site_change",
            "organisation": who("Ormel"),
            "change": "closure",
            "jobs": 63,
            "factuality": "conditional",
        },
        "Ormel fermerait un site (63 emplois), selon l'article.",
        "Ormel is reported to close a site (63 jobs), according to the article.",
    ),
]


@pytest.mark.parametrize(
    ("values", "french", "english"), CASES, ids=lambda one: one["type"] if isinstance(one, dict) else ""
)
def test_each_type_is_said_in_both_languages(values: dict[str, object], french: str, english: str) -> None:
    common = {"id": "f-1", "article_id": "a-1", "confidence": 0.9, "extractor": "test"}
    evidence = span("mots") | {"sentence_start": 0, "sentence_end": 4}
    fact = FACT.validate_python(common | {"evidence": evidence} | values)
    assert (plain_sentence(fact, "fr"), plain_sentence(fact, "en")) == (french, english)
