"""Whom the article names again by what they do: "Anne Roux compte les quais. « … », soupire la présidente du port."."""

from __future__ import annotations

import re
from typing import Final

from factuel.annotation.notation.folding import fold
from factuel.annotation.quotations.antecedents import Gender, phrase_gender
from factuel.annotation.quotations.value import Speaker
from factuel.facts.context import FactContext
from factuel.facts.function_words import function_kinds
from factuel.facts.profiles import type_classes
from factuel.facts.speaker_words import (
    OTHER,
    body_nouns,
    head_of,
    impersonal_nouns,
    people_nouns,
    relational_nouns,
    shown_gender,
    without_article,
)
from factuel.records import Entity, EntityRef

_AGAIN: Final = re.compile(r"(?:le|la|l['’]|cet?|cette)\s?(?P<noun>\w.*)", re.IGNORECASE | re.DOTALL)
_OFFICES: Final = frozenset({"state", "civic"})
"""Kinds of functions that a report gives to somebody new without their name: "le préfet", "le maire"."""
_FORMER: Final = re.compile(r"(?:ancien|ex-)", re.IGNORECASE)
_BODY: Final = re.compile(r"^(?:(?:le|la|cet?|cette|son|sa|leur)\s|l['’]\s?)", re.IGNORECASE)
_SENTENCES: Final = 2
_STOP: Final = re.compile(r"[.!?…][\s\u00a0\u202f]?[»”\"]?\s+")
_FARTHEST: Final = 300
"""Characters before the words in which the sentence before them is looked for."""


def renamed(context: FactContext, speaker: Speaker, at: int) -> EntityRef | None:
    """Return the person whom a definite noun phrase means: the only one named in the sentence before character `at`,
    of the phrase's gender, when the article gives them no function that the phrase contradicts."""
    phrase = context.text[speaker.start : speaker.end]
    again = _AGAIN.match(phrase)
    head = head_of(without_article(phrase))
    if again is None or head not in people_nouns() - relational_nouns() - impersonal_nouns() or OTHER.search(phrase):
        return None
    gender = shown_gender(phrase) or phrase_gender(context.doc, speaker.start, speaker.end)
    person = _only_person(context, *_sentence_before(context.text, min(at, speaker.start)))
    if person is None or not _fits(context, person, gender, phrase):
        return None
    other = function_kinds().get(head) in _OFFICES or context.resolver.holds_other(person, head)
    return None if other and not _FORMER.match(again["noun"]) else context.index.ref(person)


def renamed_body(context: FactContext, speaker: Speaker, at: int) -> EntityRef | None:
    """Return the organisation that "l'entreprise", "son parti" means: the only one named in the nearest of the two
    sentences before character `at` that names any, when the article calls it nothing of another kind."""
    noun = _BODY.sub("", context.text[speaker.start : speaker.end])
    if fold(noun) not in body_nouns():
        return None
    wanted = type_classes().get(fold(noun))
    end = min(at, speaker.start)
    for _ in range(_SENTENCES):
        start, end = _sentence_before(context.text, end)
        near = {entity.id: entity for entity in context.index.mentions_in(start, end) if entity.type == "organisation"}
        if near:
            only = next(iter(near.values()))
            known = context.resolver.profile_of(only).classes if len(near) == 1 else set()
            other = bool(known) and wanted is not None and wanted not in known
            return context.index.ref(only) if len(near) == 1 and not other else None
        end = start
    return None


def _sentence_before(text: str, at: int) -> tuple[int, int]:
    """Return start and end of the sentence that ends before character `at`, in the same paragraph."""
    low = max(0, at - _FARTHEST, text.rfind("\n", 0, at) + 1)
    stops = [found.end() for found in _STOP.finditer(text, low, at)]
    if not stops:
        return low, low
    return (stops[-2] if len(stops) > 1 else low), stops[-1]


def _only_person(context: FactContext, start: int, end: int) -> Entity | None:
    people = {entity.id: entity for entity in context.index.mentions_in(start, end) if entity.type == "person"}
    return next(iter(people.values())) if len(people) == 1 else None


def _fits(context: FactContext, person: Entity, gender: Gender | None, phrase: str) -> bool:
    """Is the person's gender that of the phrase, known but after "cet" and "cette", which point at somebody?"""
    known = context.resolver.gender_of(person)
    if known is not None and known == gender:
        return True
    return phrase.lower().startswith("ce") and None in {known, gender}
