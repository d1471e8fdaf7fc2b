"""Whom a pronoun, "l'un d'eux" or "le premier" most likely stands for, when neither grammar nor functions tell."""

from __future__ import annotations

import re
from typing import Final

from factuel.annotation.quotations.antecedents import Gender, is_plural_pronoun, pronoun_gender
from factuel.facts.context import FactContext
from factuel.facts.speaker_words import is_human
from factuel.facts.unnamed import newcomer_before, people_before, singular
from factuel.records import Entity, EntityRef

_ONE_OF_THEM: Final = re.compile(r"(?:l['’]\s?)?une?\s+d['’]\s?(?:entre\s)?(?:eux|elles)\b", re.IGNORECASE)
_RANKS: Final = {"le premier": 0, "la première": 0, "le second": 1, "la seconde": 1}
_IN_SIGHT: Final = 400
"""Characters before a pronoun in which a name is in sight."""


def likeliest(context: FactContext, at: int, pronoun: str, barred: str | None = None) -> EntityRef | None:
    """Return whom a pronoun of the words that begin at character `at` stands for: people spoken of just before, the
    person of its gender named last in sight, the only organisation there, the person named most, else whom the text
    names right after. The entity with the id `barred` is nobody's."""
    gender = pronoun_gender(pronoun)
    if is_plural_pronoun(pronoun):
        phrase = people_before(context.doc, at, is_human)
        return EntityRef(entity_id=None, name=phrase) if phrase else None
    newcomer = newcomer_before(context.doc, at, gender, is_human)
    if newcomer is not None:
        return EntityRef(entity_id=None, name=newcomer)
    near = [entity for entity in context.index.mentions_in(max(0, at - _IN_SIGHT), at) if entity.id != barred]
    people = [entity for entity in near if _may_be(context, entity, gender)]
    things = {entity.id: entity for entity in near if entity.type == "organisation"}
    things = {key: thing for key, thing in things.items() if _may_be_thing(context, thing, gender)}
    if people or len(things) == 1:
        return context.index.ref(people[-1] if people else next(iter(things.values())))
    everybody = [entity for entity in context.index.by_id.values() if _may_be(context, entity, gender)]
    named = max(everybody, key=lambda entity: len(entity.mentions), default=None)
    if named is not None and named.id != barred and named.mentions[0].start < at:
        return context.index.ref(named)
    return None if barred else _named_after(context, at, gender)


def _named_after(context: FactContext, at: int, gender: Gender | None) -> EntityRef | None:
    """Return the first person of a gender whom the text names after character `at`, in sight, when nobody of that
    gender was named before."""
    people = context.index.mentions_in(at, at + _IN_SIGHT) if gender is not None else []
    sure = [who for who in people if who.type == "person" and context.resolver.gender_of(who) == gender]
    return context.index.ref(sure[0]) if sure and sure[0].mentions[0].start >= at else None


def latest(context: FactContext, at: int, pronoun: str) -> EntityRef | None:
    """Return the person or organisation named last before character `at`, for "celui-ci" and "celle-ci" only."""
    if not pronoun.lower().startswith(("celui", "celle-", "celle ")):
        return None
    gender = pronoun_gender(pronoun)
    near = context.index.mentions_in(max(0, at - _IN_SIGHT), at)
    fitting = [entity for entity in near if entity.type == "organisation" or _may_be(context, entity, gender)]
    return context.index.ref(fitting[-1]) if fitting else None


def _may_be(context: FactContext, entity: Entity, gender: Gender | None) -> bool:
    if entity.type != "person":
        return False
    return gender is None or context.resolver.gender_of(entity) in {gender, None}


def _may_be_thing(context: FactContext, thing: Entity, gender: Gender | None) -> bool:
    return gender is None or context.resolver.gender_of(thing) in {gender, None}


def one_of(context: FactContext, start: int, phrase: str) -> EntityRef | None:
    """Return who the phrase at character `start` is among several: "l'un d'eux" of the people spoken of before, "le
    premier" of two named; None for any other phrase."""
    if _ONE_OF_THEM.match(context.text, start):
        people = people_before(context.doc, start, is_human)
        return EntityRef(entity_id=None, name=singular(people.split()[0])) if people else None
    rank = _RANKS.get(phrase.lower())
    if rank is None:
        return None
    near = context.index.mentions_in(max(0, start - _IN_SIGHT), start)
    two = list(dict.fromkeys(entity.id for entity in near if entity.type == "person"))[-2:]
    return context.index.ref(context.index.by_id[two[rank]]) if len(two) == 2 else None
