"""The chance that a fact is right, from its evidence."""

from __future__ import annotations

import pytest

from factuel.facts import confidence
from factuel.facts.confidence import features, with_confidence
from factuel.records import Article, Entity, EntityRef, Evidence, Location, Mention, Source

TEXT = "La société Ormel est installée à Gérardmer. Elle emploie 43 personnes."
ARTICLE = Article(
    id="a1", source=Source(uri="a.txt", sha256="0" * 64, media_type="text/plain"), url=None, site=None, title=None,
    published=None, modified=None, language="fr", text=TEXT,
)  # fmt: skip


def entity(name: str, kind: str, sure: float) -> Entity:
    start = TEXT.index(name)
    mention = Mention(text=name, start=start, end=start + len(name))
    return Entity(id=f"e-{name}", article_id="a1", type=kind, name=name, mentions=(mention,), confidence=sure)  # type: ignore[arg-type]


ENTITIES = (entity("Ormel", "organisation", 0.9), entity("Gérardmer", "place", 0.9))


def located(who: str | None, said: float = 0.85) -> Location:
    return Location(
        id="f1", article_id="a1", evidence=Evidence(text=TEXT[:42], start=0, end=42, sentence_start=0, sentence_end=43),
        confidence=said, extractor="test", entity=EntityRef(entity_id=f"e-{who}" if who else None, name=who or "elle"),
        location=EntityRef(entity_id="e-Gérardmer", name="Gérardmer"), relation="headquarters",
    )  # fmt: skip


def test_clues_of_a_fact() -> None:
    clues = features(located("Ormel"), {entity.id: entity for entity in ENTITIES}, ARTICLE)
    assert {"type=location", "named rare", "organisation location", "place location"} <= clues.keys()
    assert clues["rule"] == pytest.approx(1.7346, abs=1e-3)
    assert "unresolved rare" in features(located(None), {}, ARTICLE)


def test_unsure_names_and_names_from_elsewhere_are_clues() -> None:
    unsure = {entity.id: entity.model_copy(update={"confidence": 0.5}) for entity in ENTITIES}
    assert "unsure name rare" in features(located("Ormel"), unsure, ARTICLE)
    later = located("Ormel").model_copy(
        update={
            "evidence": Evidence(text=TEXT[44:], start=44, end=len(TEXT), sentence_start=44, sentence_end=len(TEXT))
        }
    )
    assert "from elsewhere rare" in features(later, {entity.id: entity for entity in ENTITIES}, ARTICLE)


def test_weights_decide_and_nothing_is_certain(monkeypatch: pytest.MonkeyPatch) -> None:
    for weights, expected in (
        ({"rule": 1.0}, 0.85),
        ({"rule": 1.0, "named rare": -1.0}, 0.676),
        ({"rule": 99.0}, 0.99),
    ):
        monkeypatch.setattr(confidence, "read_weights", lambda name, weights=weights: weights)
        (fact,) = with_confidence([located("Ormel")], ENTITIES, ARTICLE)
        assert fact.confidence == pytest.approx(expected, abs=1e-3)


def test_without_weights_rules_have_the_word(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(confidence, "read_weights", lambda name: {})
    (fact,) = with_confidence([located("Ormel", 0.77)], ENTITIES, ARTICLE)
    assert fact.confidence == 0.77
