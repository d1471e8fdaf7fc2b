"""`membership`: who belongs to which group: "Lumeo, filiale d'Ardan", "a rejoint le pôle", "regroupe A et B"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from spacy.tokens import Span, Token

from factuel.facts.context import FactContext
from factuel.facts.nearby import name_after, name_before, next_name
from factuel.facts.participants import entities_between, participant, participants
from factuel.facts.syntax import agents, ancestors, copulas, objects, obliques, subjects
from factuel.models import verb_forms
from factuel.records import EntityRef, Factuality, Membership

_GROUPS: Final = frozenset({"organisation", "misc"})
_OF: Final = frozenset({"de", "du", "d'", "d’", "des"})
_MEMBERS: Final = frozenset({"organisation", "person", "place"})


def extract(context: FactContext) -> Iterator[Membership]:
    """Yield each (member, group) of the article once."""
    seen: set[tuple[str, str]] = set()
    for fact in sorted((*_said(context), *_bracketed(context)), key=lambda fact: fact.evidence.start):
        key = (fact.member.name, fact.group.name)
        if key not in seen:
            seen.add(key)
            yield fact


def _said(context: FactContext) -> Iterator[Membership]:
    forms = verb_forms("membership_words")
    for token in context.doc:
        row = forms.get(token.lower_)
        if row is None or context.index.entity_at(token.idx, token.idx + len(token)) is not None:
            continue
        members, group = _read(context, token, row["frame"])
        for member in members:
            if group is not None and member.entity_id != group.entity_id:
                yield _record(context, token, member, group, row["relation"])


def _bracketed(context: FactContext) -> Iterator[Membership]:
    """ "Karim Haddad (PS)", "Rui Ferreira (34 ans, Vélo Club)": a person's party or club in brackets."""
    for person in context.doc.ents:
        opening = person.end
        if person.label_ != "PER" or opening + 1 >= len(context.doc) or context.doc[opening].text != "(":
            continue
        group = next((span for span in person.sent.ents if opening < span.start <= opening + 4), None)
        if (
            group is None
            or group.label_ != "ORG"
            or group.end >= len(context.doc)
            or context.doc[group.end].text != ")"
        ):
            continue
        inside = context.doc[opening + 1 : group.start]
        if any(word.pos_ in {"NOUN", "VERB"} and word.lower_ not in {"ans", "an"} for word in inside):
            continue
        member, club = (context.index.entity_at(span.start_char, span.end_char) for span in (person, group))
        if member is not None and club is not None:
            yield _record(context, group.root, context.index.ref(member), context.index.ref(club), "member", "asserted")


def _read(context: FactContext, token: Token, frame: str) -> tuple[list[EntityRef], EntityRef | None]:
    if frame == "noun_of":
        return _noun(context, token)
    if frame == "held_by":
        return participants(context, subjects(token), _MEMBERS - {"person", "place"}), _first(context, agents(token))
    if token.lower_ == "partie":
        verb = token.head
        if not verb.lower_.startswith(("fai", "fon", "fer")):
            return [], None
        return participants(context, subjects(verb), _MEMBERS), _first(
            context, [*_complements(token), *obliques(verb, "de", "du")]
        )
    if token.pos_ not in {"VERB", "ADJ"}:
        return [], None
    joins = frame == "verb_joins"
    members = participants(context, subjects(token), _MEMBERS if joins else _MEMBERS - {"person"})
    if frame == "verb_holds":
        holders = participants(context, subjects(token), _GROUPS)
        held = participants(context, objects(token), frozenset({"organisation"}))
        return held, holders[0] if holders else None
    return members, _first(context, [*objects(token), *obliques(token, "à", "au", "aux")])


def _noun(context: FactContext, token: Token) -> tuple[list[EntityRef], EntityRef | None]:
    """ "Lumeo, filiale de Ardan", "Lumeo est membre du pôle", "sa filiale Lumeo", "la filiale de Ardan, Lumeo"."""
    named = next_name(token, reach=1)
    if named is not None and token.lower_ == "filiale":
        owner = _possessor(context, token) or _reference(context, name_after(named[-1], "ORG", _OF, reach=2))
        return _references(context, named), owner
    group = _first(context, _complements(token)) or _reference(context, name_after(token, "ORG", _OF, reach=6))
    if group is None:
        return [], None
    if copulas(token):
        return participants(context, subjects(token), _MEMBERS), group
    before = name_before(token, "ORG", reach=3) or name_before(token, "PER", reach=3)
    if before is not None and any(word.text in {",", "("} for word in token.doc[before.end : token.i]):
        return _references(context, before), group
    head = next((word for word in ancestors(token) if word != token), None)
    if token.dep_ in {"appos", "acl", "amod"} and head is not None:
        return [found] if (found := participant(context, head, _MEMBERS)) else [], group
    return [], None


def _possessor(context: FactContext, token: Token) -> EntityRef | None:
    possessive = next((child for child in token.children if child.lower_ in {"sa", "leur", "ses"}), None)
    return context.topic.possessor(possessive, "organisation") if possessive is not None else None


def _reference(context: FactContext, span: Span | None) -> EntityRef | None:
    entity = context.index.entity_at(span.start_char, span.end_char) if span is not None else None
    return context.index.ref(entity) if entity is not None else None


def _references(context: FactContext, span: Span) -> list[EntityRef]:
    return entities_between(context, span.start_char, span.end_char, _MEMBERS)


def _complements(token: Token) -> list[Token]:
    return [child for child in token.children if child.dep_ in {"nmod", "obl:arg", "obl:mod"} and child.i > token.i]


def _first(context: FactContext, words: list[Token]) -> EntityRef | None:
    return next((found for word in words if (found := participant(context, word, _GROUPS))), None)


def _record(
    context: FactContext,
    token: Token,
    member: EntityRef,
    group: EntityRef,
    relation: str,
    sure: Factuality | None = None,
) -> Membership:
    parts = (member.name, group.name, relation)
    plain = "asserted" if token.dep_ in {"appos", "amod", "acl"} else sure
    common = context.common(
        "membership", token.idx, token.idx + len(token), token, *parts, confidence=0.8, factuality=plain
    )
    return Membership(**common, member=member, group=group, relation=relation)
