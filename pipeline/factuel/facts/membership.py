"""`membership`: who belongs to which group: "Lumeo, filiale d'Ardan", "a rejoint le pôle", "regroupe A et B"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from typing import Final

from spacy.tokens import Span, Token

from factuel.facts.actors import (
    actor,
    apposed,
    generic_organisation,
    opens_with,
    possessor,
    reference,
    subject_names,
)
from factuel.facts.context import FactContext
from factuel.facts.nearby import name_after, name_before, next_name, text_sentence
from factuel.facts.participants import acts_itself, entities_between, participants
from factuel.facts.syntax import agents, objects, obliques, subjects
from factuel.models import verb_forms
from factuel.records import EntityRef, Factuality, Membership

_GROUPS: Final = frozenset({"organisation", "misc"})
_OF: Final = frozenset({"de", "du", "d'", "d’", "des"})
_TO: Final = frozenset({"à", "au", "aux", "de", "du", "d'", "d’", "le", "la", "l'"})
_BEING: Final = frozenset({"est", "sont", "était", "devient", "reste", "sera", "devenu", "devenue", "demeure"})
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
        members, groups = _read(context, token, row["frame"])
        members = _of_kind(context, members, row["relation"])
        for member, group in product(members, groups):
            if member is not None and member.entity_id != group.entity_id:
                yield _record(context, token, member, group, row["relation"])


def _of_kind(context: FactContext, members: list[EntityRef], relation: str) -> list[EntityRef]:
    """Return the members that may bear the relation: a subsidiary is an organisation; beside a person, the others are
    what the person is described by ("Zoé Marquis, présidente de Lumeo, rejoindra le comité")."""
    kinds = {m.entity_id or "": context.index.by_id[m.entity_id].type for m in members if m and m.entity_id}
    if relation == "subsidiary":
        return [member for member in members if member and kinds.get(member.entity_id or "") == "organisation"]
    people = [member for member in members if member and kinds.get(member.entity_id or "") == "person"]
    return people or members


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
        if _is_acronym(person.text, group.text) or any(
            word.pos_ in {"NOUN", "VERB"} and word.lower_ not in {"ans", "an"} for word in inside
        ):
            continue
        member, club = (context.index.entity_at(span.start_char, span.end_char) for span in (person, group))
        if member is not None and club is not None:
            yield _record(context, group.root, context.index.ref(member), context.index.ref(club), "member", "asserted")


def _is_acronym(name: str, short: str) -> bool:
    """Return whether capitals in brackets end with the initials of what stands before: the end of a longer name, which
    was taken for a person's ("Caisse solidaire Haute Drôme (CSHD)")."""
    initials = "".join(word[0] for word in name.split() if word[0].isupper())
    return len(short) > len(initials) > 1 and short.isupper() and short.endswith(initials)


def _read(context: FactContext, token: Token, frame: str) -> tuple[list[EntityRef], list[EntityRef]]:
    """Return the members and the groups that the word ties."""
    if frame == "noun_of":
        return _noun(context, token)
    if frame == "held_by":
        held = [word for word in subjects(token) if acts_itself(word)]
        return _acting(context, held, _GROUPS), participants(context, agents(token), _GROUPS)
    if token.lower_ == "partie":
        verb = token.head
        if not verb.lower_.startswith(("fai", "fon", "fer")):
            return [], []
        groups = participants(context, [*_complements(token), *obliques(verb, "de", "du")], _GROUPS)
        return _acting(context, subjects(verb), _MEMBERS), groups[:1]
    if token.pos_ not in {"VERB", "ADJ"}:
        return [], []
    joins = frame == "verb_joins"
    if frame == "verb_holds":
        holders = participants(context, subjects(token), _GROUPS)
        return participants(context, objects(token), frozenset({"organisation"})), holders[:1]
    acting = [word for word in subjects(token) if acts_itself(word)]
    members = _acting(context, acting, _MEMBERS if joins else _MEMBERS - {"person"})
    groups = participants(context, [*objects(token), *obliques(token, "à", "au", "aux")], _GROUPS)
    return members, groups or _names_after(context, token, _TO, reach=9)


def _noun(context: FactContext, token: Token) -> tuple[list[EntityRef], list[EntityRef]]:
    """ "Lumeo, filiale de Ardan", "Lumeo est membre du pôle", "sa filiale Lumeo", "la filiale de Ardan, Lumeo"."""
    named = next_name(token, reach=1)
    if named is not None and token.lower_ == "filiale":
        owner = possessor(context, token) or reference(context, name_after(named[-1], "ORG", _OF, reach=2))
        return _references(context, named), [owner] if owner is not None else []
    if token.lower_ in {"partenaires", "membres", "adhérents"} and "parmi" in _words_before(token, 3):
        held = next_name(token, reach=5)
        who = subject_names(context, token)
        return ([reference(context, held)] if held else []), [who] if who is not None else []  # type: ignore[list-item]
    groups = participants(context, _complements(token), _GROUPS) or _names_after(context, token, _OF, reach=7)
    if not groups:
        return [], []
    return _members_of(context, token), groups[:1]


def _members_of(context: FactContext, token: Token) -> list[EntityRef]:
    """Return who is the member or the subsidiary: the subject of "est", the name or noun before the comma, or the
    subject of the sentence that the words open ("Filiale de Ardan, la société recrute")."""
    verb = next((w for w in reversed(token.doc[max(0, token.i - 5) : token.i]) if w.lower_ in _BEING), None)
    if verb is not None and not any(word.text == "," for word in token.doc[verb.i : token.i]):
        before = name_before(verb, "ORG", reach=1)
        words = [*subjects(token), *(word for word in verb.doc[max(0, verb.i - 1) : verb.i] if word.pos_ == "PRON")]
        return _references(context, before) if before is not None else _acting(context, words, _MEMBERS)
    near = name_before(token, "ORG", reach=3) or name_before(token, "PER", reach=3)
    if near is not None and any(word.text in {",", "("} for word in token.doc[near.end : token.i]):
        return _references(context, _described(near) or near)
    beside = apposed(context, token)
    if beside is None and _words_before(token, 2) & {",", "("}:
        nouns = [w for w in reversed(token.doc[max(0, token.i - 7) : token.i]) if generic_organisation(w)]
        heads = [word for word in (token.head,) if word != token and token.dep_ in {"appos", "acl", "amod"}]
        beside = next(iter(participants(context, heads, _MEMBERS)), None) or actor(context, nouns)
    beside = beside or opens_with(context, token)
    return [beside] if beside is not None else []


def _described(near: Span) -> Span | None:
    """Return the person whose function a name completes: "Zoé Marquis, députée au Parlement européen, membre du"."""
    before = {word.lower_ for word in near.doc[max(text_sentence(near.root).start, near.start - 2) : near.start]}
    person = name_before(near[0], "PER", reach=6)
    described = person is not None and person.end < near.start and near.doc[person.end].text == ","
    return person if described and near.label_ == "ORG" and before & _TO else None


def _acting(context: FactContext, words: list[Token], types: frozenset[str]) -> list[EntityRef]:
    """Return the participants, else the organisation that a common noun or pronoun stands for."""
    found = participants(context, words, types)
    alone = actor(context, words) if not found else None
    return found or ([alone] if alone is not None else [])


def _names_after(context: FactContext, token: Token, words: frozenset[str], reach: int) -> list[EntityRef]:
    """Return the organisations that one of the words introduces after the token: "à Lumeo et au réseau Ardan"."""
    first = name_after(token, "ORG", words, reach)
    if first is None:
        return []
    names = [first]
    for name in text_sentence(token).ents:
        between = [word.lower_ for word in token.doc[names[-1].end : name.start]]
        if name.start >= names[-1].end and name.label_ == "ORG" and between[:1] == ["et"] and len(between) <= 4:
            names.append(name)
    return [found for name in names if (found := reference(context, name))]


def _words_before(token: Token, count: int) -> set[str]:
    return {word.lower_ for word in token.doc[max(0, token.i - count) : token.i]}


def _references(context: FactContext, span: Span) -> list[EntityRef]:
    return entities_between(context, span.start_char, span.end_char, _MEMBERS)


def _complements(token: Token) -> list[Token]:
    return [child for child in token.children if child.dep_ in {"nmod", "obl:arg", "obl:mod"} and child.i > token.i]


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
