"""`membership`: who belongs to which group: "Lumeo, filiale du groupe Ardan", "a rejoint le pôle", "regroupe A et B"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from spacy.tokens import Token

from factuel.facts.context import FactContext
from factuel.facts.participants import entities_between, participant, participants
from factuel.facts.syntax import agents, ancestors, copulas, objects, obliques, subjects
from factuel.models import verb_forms
from factuel.records import EntityRef, Membership

_GROUPS: Final = frozenset({"organisation", "misc"})
_MEMBERS: Final = frozenset({"organisation", "person", "place"})


def extract(context: FactContext) -> Iterator[Membership]:
    """Yield each (member, group, relation) of the article once."""
    seen: set[tuple[str, str]] = set()
    forms = verb_forms("membership_words")
    for token in context.doc:
        row = forms.get(token.lower_)
        if row is None or context.index.entity_at(token.idx, token.idx + len(token)) is not None:
            continue
        members, group = _read(context, token, row["frame"])
        for member in members:
            key = (member.name, group.name) if group else ("", "")
            if group is None or member.entity_id == group.entity_id or key in seen:
                continue
            seen.add(key)
            yield _record(context, token, member, group, row["relation"])


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
    members = participants(context, subjects(token), _MEMBERS)
    if frame == "verb_holds":
        holders = participants(context, subjects(token), _GROUPS)
        held = participants(context, objects(token), frozenset({"organisation"}))
        return held, holders[0] if holders else None
    return members, _first(context, [*objects(token), *obliques(token, "à", "au", "aux")])


def _noun(context: FactContext, token: Token) -> tuple[list[EntityRef], EntityRef | None]:
    """ "Lumeo, filiale de Ardan", "Lumeo est membre du pôle", "la filiale Lumeo d'Ardan"."""
    group = _first(context, _complements(token))
    if group is None:
        return [], None
    if copulas(token):
        return participants(context, subjects(token), _MEMBERS), group
    before = [span for span in token.sent.ents if span.end <= token.i and token.i - span.end <= 3]
    if before and any(word.text == "," for word in token.doc[before[-1].end : token.i]):
        found = entities_between(context, before[-1].start_char, before[-1].end_char, _MEMBERS)
        return found, group
    head = next((word for word in ancestors(token) if word is not token), None)
    if token.dep_ in {"appos", "acl", "amod"} and head is not None:
        return [found] if (found := participant(context, head, _MEMBERS)) else [], group
    return [], None


def _complements(token: Token) -> list[Token]:
    return [child for child in token.children if child.dep_ in {"nmod", "obl:arg", "obl:mod"} and child.i > token.i]


def _first(context: FactContext, words: list[Token]) -> EntityRef | None:
    return next((found for word in words if (found := participant(context, word, _GROUPS))), None)


def _record(context: FactContext, token: Token, member: EntityRef, group: EntityRef, relation: str) -> Membership:
    common = context.common(
        "membership", token.idx, token.idx + len(token), token, member.name, group.name, relation, confidence=0.8,
        factuality="asserted" if token.dep_ in {"appos", "amod", "acl"} else None,
    )  # fmt: skip
    return Membership(**common, member=member, group=group, relation=relation)  # type: ignore[arg-type]
