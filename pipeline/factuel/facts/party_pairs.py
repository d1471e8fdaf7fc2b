"""Two parties that one phrase means: "les deux entreprises", "les deux pays", "la fusion de A et de B"."""

from __future__ import annotations

from typing import Final

from spacy.tokens import Token

from factuel.annotation.notation.folding import fold
from factuel.facts.context import FactContext
from factuel.facts.meant_bodies import classes_of
from factuel.facts.participants import distinct
from factuel.facts.profiles import type_classes
from factuel.facts.protagonist import protagonist
from factuel.facts.sides import phrases_after, sides_after
from factuel.facts.unnamed import singular
from factuel.models import read_words
from factuel.records import EntityRef

_NEAR: Final = 500
"""Characters before "les deux entreprises" in which the two were named."""
_OF: Final = frozenset({"de", "d'", "d’", "du"})


def both_parties(context: FactContext, preposition: Token) -> list[EntityRef] | None:
    """Return the two that "les deux entreprises" are; null when the preposition brings names."""
    after = preposition.doc[preposition.i + 1 : preposition.i + 4]
    noun = next((word for word in after if word.lower_ in read_words("party_nouns")), None)
    two = noun is not None and any(word.lower_ == "deux" for word in after)
    return last_two(context, noun) if noun is not None and two else None


def last_two(context: FactContext, noun: Token) -> list[EntityRef]:
    """Return the two that "les deux entreprises" are: the two organisations named last before the sentence, or in it;
    of "les deux pays", the countries, when no third one is named there."""
    near = context.index.mentions_in(max(0, noun.idx - _NEAR), noun.idx)
    if noun.lower_ in read_words("party_nouns", kind="place"):
        countries = read_words("places", kind="country") if noun.lower_ == "pays" else frozenset()
        named = list({e.id: e for e in near if e.type == "place" and e.name in countries}.values())
        return [context.index.ref(entity) for entity in named] if len(named) == 2 else []
    return last_bodies(context, noun)


def last_bodies(context: FactContext, noun: Token) -> list[EntityRef]:
    """Return the two organisations named last before a word; those that only complete another noun ("partenaire de A")
    where there are no two others."""
    spans = context.index.spans_in(max(0, noun.idx - _NEAR), noun.idx)
    bodies = [(start, entity) for start, _, entity in reversed(spans) if entity.type == "organisation"]
    kind = type_classes().get(fold(singular(noun.text)))
    if kind not in {None, "company"}:
        bodies = [(at, entity) for at, entity in bodies if not classes_of(context, entity) - {kind, "company"}]
        if not any(kind in classes_of(context, entity) for _, entity in bodies):
            return []
    free = list({e.id: e for start, e in bodies if not _is_complement(context.token_at(start))}.values())
    if len(free) >= 2:
        return [context.index.ref(entity) for entity in reversed(free[:2])]
    main = protagonist(context, noun.idx, frozenset(entity.name for entity in free))
    if len(free) == 1 and main is not None:
        return [main, context.index.ref(free[0])]
    found = list({e.id: e for _, e in bodies}.values())
    return [context.index.ref(entity) for entity in reversed(found[:2])] if len(found) >= 2 else []


def _is_complement(name: Token) -> bool:
    """Return whether "de" ties a name to the noun before it."""
    at = name.i - 1
    while at > 0 and name.doc[at].lower_ in {"l'", "l’", "la", "le"}:
        at -= 1
    return at >= 0 and name.doc[at].lower_ in _OF


def of_both(context: FactContext, noun: Token) -> list[EntityRef]:
    """ "la fusion de A et B", "le rapprochement d'A et de B", "le partenariat de A avec B"."""
    of = noun.nbor() if noun.i + 1 < len(noun.doc) else noun
    nouns = read_words("agreement_words", nominal="1") | read_words("agreement_words", nominal="venture")
    if of.lower_ not in {"de", "d'", "d’", "du", "des"} or noun.lower_ not in nouns:
        return []
    read = list(phrases_after(of))
    if not read or read[0][0].name is None:
        return []
    both = sides_after(context, of)
    end = read[-1][1]
    with_whom = end < len(noun.doc) and noun.doc[end].lower_ == "avec"
    other = sides_after(context, noun.doc[end]) if with_whom else []
    return both if len(both) >= 2 else distinct([*both, *other]) if both and other else []
