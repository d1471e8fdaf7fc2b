"""What an article says twice is one fact, and both places are known."""

from __future__ import annotations

import pytest

from factuel.facts.repeats import merge_repeats
from factuel.records import DateMention, EntityRef, Evidence, Fact, Location, SiteChange

TITLE_END = 40
DAY = DateMention(
    text="lundi", start=100, end=105, edtf="2024-03-11", **{"from": "2024-03-11", "to": "2024-03-11"},
    grain="day", modifier=None, approximate=False, resolved_by="nearest",
)  # fmt: skip


def evidence(start: int) -> Evidence:
    return Evidence(text="ferme", start=start, end=start + 5, sentence_start=start, sentence_end=start + 30)


def ref(name: str) -> EntityRef:
    return EntityRef(entity_id=f"e-{name}", name=name)


def closure(
    start: int, owner: str = "Ormel", place: str | None = "Lens", what: str = "usine", day: bool = False
) -> Fact:
    return SiteChange(
        id=f"f{start}", article_id="a", evidence=evidence(start), confidence=0.8, extractor="test", time=DAY if day else None,
        place=ref(place) if place else None, organisation=ref(owner), change="closure", what=what,
    )  # fmt: skip


def located(start: int, where: str = "Lens") -> Fact:
    return Location(
        id=f"f{start}", article_id="a", evidence=evidence(start), confidence=0.8, extractor="test",
        entity=ref("Ormel"), location=ref(where), relation="site",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("facts", "kept"),
    [
        ([closure(0), closure(100)], [100]),
        ([closure(0, what="site"), closure(100)], [100]),
        ([closure(0, owner="Brissac", what="site"), closure(100)], [100, 0]),
        ([closure(100), closure(200)], [100]),
        ([closure(100), closure(200, place="Douai")], [100, 200]),
        ([closure(100), closure(200, owner="Brissac")], [100, 200]),
        ([located(100), located(200), located(300, "Douai")], [100, 300]),
        ([located(0)], [0]),
        ([], []),
    ],
)
def test_repeats_are_one_fact(facts: list[Fact], kept: list[int]) -> None:
    assert [fact.evidence.start for fact in merge_repeats(facts, TITLE_END)] == kept


def test_where_else_it_is_said_and_what_that_adds() -> None:
    (fact,) = merge_repeats([closure(0), closure(100, place=None), closure(200, day=True, place=None)], TITLE_END)
    assert fact.evidence.start == 100
    assert [(span.start, span.end) for span in fact.also_at] == [(0, 5), (200, 205)]
    assert fact.time == DAY and fact.place == ref("Lens")
