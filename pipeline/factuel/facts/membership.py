"""`membership`: who belongs to which group: "Lumeo, filiale d'Ardan", "a rejoint le pôle", "regroupe A et B"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from spacy.tokens import Span, Token

from factuel.facts.actors import reference
from factuel.facts.bearers import bearer, group_after, is_family, is_minority, subject_of
from factuel.facts.context import FactContext
from factuel.facts.descriptions import opens
from factuel.facts.doc_tables import names_in, text_sentence, tokens_among
from factuel.facts.factuality import factuality_of
from factuel.facts.group_companions import companions, groups_beside
from factuel.facts.groups import entries, group_before, is_no_group
from factuel.facts.nearby import next_name
from factuel.facts.ownership import Tie, listed, ownership
from factuel.facts.party_members import party_members
from factuel.models import verb_forms
from factuel.records import EntityRef, Membership

_OF: Final = frozenset({"de", "du", "d'", "d’", "des"})
_TO: Final = frozenset({"à", "au", "aux"})
_BY: Final = frozenset({"par"})
_POSSESSIVES: Final = frozenset({"ses", "leurs"})
_REFLEXIVES: Final = frozenset({"se", "s'", "s’"})
_RELATIVES: Final = frozenset({"auquel", "laquelle", "lequel", "dont"})
_LINKS: Final = {"noun_of": _OF, "tied_to": _TO, "held_by": _BY}


def extract(context: FactContext) -> Iterator[Membership]:
    """Yield each (member, group) of the article once."""
    seen: set[tuple[str, str]] = set()
    said = (*_said(context), *ownership(context), *party_members(context), *groups_beside(context))
    ties = [each for tie in said for each in companions(context, tie) if _fits(context, each)]
    for tie in sorted(ties, key=lambda tie: tie.word.idx):
        key = (tie.member.name, tie.group.name)
        if key not in seen and key[::-1] not in seen:
            seen.add(key)
            yield _record(context, tie)


def _said(context: FactContext) -> Iterator[Tie]:
    forms = verb_forms("membership_words")
    for token in tokens_among(context.doc, forms.keys()):
        row = forms[token.lower_]
        if token.ent_type_ or context.index.entity_at(token.idx, token.idx + len(token)) is not None:
            continue
        frame, relation = row["frame"], row["relation"]
        if frame in _LINKS:
            yield from _from_nominal(context, token, _LINKS[frame], relation)
        elif frame in {"verb_of", "verb_joins"}:
            yield from _from_verb(context, token, relation, joins=frame == "verb_joins")
        elif frame in {"entry_of", "let_in"}:
            yield from entries(context, token, relation)


def _from_nominal(context: FactContext, word: Token, links: frozenset[str], relation: str) -> Iterator[Tie]:
    """ "Lumeo, filiale à 51 % du groupe Ardan", "Affiliée à Ardan, Lumeo", "Lumeo est détenue par Ardan"."""
    group = group_after(context, word, links) or (group_before(context, word, noun=True) if links == _OF else None)
    before = {w.lower_ for w in word.doc[max(0, word.i - 3) : word.i]}
    if opens(word) and "les" in before:
        return
    if group is None or (links == _BY and is_minority(word)) or ("parmi" in before and before & _POSSESSIVES):
        return
    member, verb = bearer(context, word)
    if member is not None:
        yield Tie(word, member, group, relation, factuality_of(verb) if verb is not None else "asserted")


def _from_verb(context: FactContext, word: Token, relation: str, *, joins: bool) -> Iterator[Tie]:
    """ "Lumeo appartient au groupe Ardan", "fait partie du réseau Ardan", "a rejoint Ardan"."""
    verb = word
    if word.lower_ == "partie":
        verb = word.nbor(-1) if word.i else word
        if not verb.lower_.startswith(("fai", "fon", "fer")):
            return
    if word.i and word.nbor(-1).lower_ in _REFLEXIVES:
        return
    direct = joins and word.lower_.startswith(("rej", "intègr", "intégr", "ralli"))
    group = group_after(context, word, frozenset() if direct else _TO | _OF, reach=9)
    relative = group_before(context, word, noun=False) if group is None else None
    group = group or relative
    inverted = reference(context, _subject_after(word)) if group is not None else None
    member = subject_of(context, verb) if group is not None else None
    if member is None or member == group or relative is not None:
        member = inverted or member
    if member is None or group is None:
        return
    for each in (group, *_further(context, word, group)):
        yield Tie(word, member, each, relation, factuality_of(verb))


def _subject_after(word: Token) -> Span | None:
    """Return the subject of an inverted relative clause: "auquel adhère la société Lumeo", "dont fait partie Lumeo"."""
    clause = {token.lower_ for token in word.doc[max(text_sentence(word).start, word.i - 3) : word.i]}
    after = next_name(word, reach=4) if clause & _RELATIVES else None
    return after if after is not None and after.label_ == "ORG" else None


def _further(context: FactContext, word: Token, group: EntityRef) -> list[EntityRef]:
    """Return the groups that "et" ties to the first: "adhère à Ardan et au réseau Lumeo"."""
    for span in names_in(text_sentence(word)):
        entity = context.index.entity_at(span.start_char, span.end_char)
        if span.start > word.i and entity is not None and entity.id == group.entity_id:
            return [found for name in listed(span)[1:] if (found := reference(context, name))]
    return []


def _fits(context: FactContext, tie: Tie) -> bool:
    """Return whether the member may bear the relation: a subsidiary is an organisation or a brand, nobody is a member
    of themselves."""
    if tie.member.entity_id is None or tie.member.entity_id == tie.group.entity_id:
        return False
    kind = context.index.by_id[tie.member.entity_id].type
    group = context.index.by_id.get(tie.group.entity_id or "")
    family = group is not None and group.type == "person" and tie.relation == "subsidiary" and is_family(context, group)
    if group is None or (group.type not in {"organisation", "misc"} and not family):
        return False
    if is_no_group(context, tie):
        return False
    return kind in {"organisation", "misc"} or (tie.relation == "member" and kind in {"person", "place"})


def _record(context: FactContext, tie: Tie) -> Membership:
    word = tie.word
    parts = (tie.member.name, tie.group.name, tie.relation)
    common = context.common(
        "membership", word.idx, word.idx + len(word), word, *parts, confidence=0.8, factuality=tie.factuality
    )
    return Membership(**common, member=tie.member, group=tie.group, relation=tie.relation)
