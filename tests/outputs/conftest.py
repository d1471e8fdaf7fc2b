"""An extraction written for these tests: three participants, four facts, characters that break careless programs."""

from __future__ import annotations

import pytest

from factuel.records import (
    Agreement,
    Article,
    Entity,
    EntityRef,
    Evidence,
    Extraction,
    Figure,
    Measure,
    Mention,
    Quotation,
    Quote,
    Role,
    Source,
)

TEXT = (
    "Lumeo s'agrandit\n\nLumeo et Ormel signent un accord de 12,5 M€ 🙂.\u2028« Un cap »,\x85 "
    "souligne Zoé Marquis, directrice de Lumeo."
)


def _evidence(words: str) -> Evidence:
    start = TEXT.index(words)
    return Evidence(text=words, start=start, end=start + len(words), sentence_start=start, sentence_end=len(TEXT))


def _entity(number: int, kind: str, name: str) -> Entity:
    start = TEXT.index(name)
    mention = Mention(text=name, start=start, end=start + len(name))
    return Entity(id=f"e-{number}", article_id="a-1", type=kind, name=name, mentions=(mention,), confidence=0.9)  # type: ignore[arg-type]


@pytest.fixture
def extraction() -> Extraction:
    """Return the extraction."""
    article = Article(
        id="a-1",
        source=Source(uri="pages/lumeo.html", sha256="0" * 64, media_type="text/html"),
        url="https://exemple.fr/lumeo",
        site=None,
        title="Lumeo s'agrandit",
        authors=("A. Bel", "C. Dune"),
        published="2023-04-06",
        modified=None,
        language="fr",
        text=TEXT,
    )
    entities = (
        _entity(1, "organisation", "Lumeo"),
        _entity(2, "organisation", "Ormel"),
        _entity(3, "person", "Zoé Marquis"),
    )
    lumeo, ormel, zoe = (EntityRef(entity_id=entity.id, name=entity.name) for entity in entities)
    common = {"article_id": "a-1", "confidence": 0.8, "extractor": "test"}
    amount = _evidence("12,5 M€")
    quote = _evidence("Un cap")
    facts = (
        Agreement(
            id="f-1",
            evidence=_evidence("Lumeo et Ormel signent un accord"),
            parties=(lumeo, ormel),
            kind="accord",
            status="signed",
            **common,
        ),
        Figure(
            id="f-2",
            evidence=amount,
            measure=Measure(
                text=amount.text, start=amount.start, end=amount.end, kind="money", value="12500000", unit="EUR"
            ),
            **common,
        ),
        Quotation(
            id="f-3",
            evidence=quote,
            speaker=zoe,
            quote=Quote(text=quote.text, start=quote.start, end=quote.end),
            style="direct",
            cue="souligner",
            **common,
        ),
        Role(
            id="f-4",
            evidence=_evidence("Zoé Marquis, directrice de Lumeo"),
            person=zoe,
            title="directrice",
            organisation=lumeo,
            **common,
        ),
    )
    return Extraction(article=article, entities=entities, facts=facts)
