"""Groups that stand before the word that ties to them ("le réseau auquel Lumeo a adhéré"), entries into a group, and
what looks like a group and is none."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from spacy.tokens import Token

from factuel.facts.actors import reference
from factuel.facts.bearers import bearer, group_after, subject_of
from factuel.facts.context import FactContext
from factuel.facts.doc_tables import text_sentence
from factuel.facts.factuality import factuality_of
from factuel.facts.function_words import function_kinds
from factuel.facts.nearby import name_after, name_before
from factuel.facts.owners import is_verb, possessed_by
from factuel.facts.ownership import Tie
from factuel.models import read_words, unaccented
from factuel.records import Entity, EntityRef

_GROUPS: Final = frozenset({"organisation", "misc"})
_RELATIVES: Final = frozenset({"auquel", "laquelle", "lequel", "dont", "qu'", "qu’", "que"})
_OF: Final = frozenset({"de", "du", "d'", "d’", "des"})
_INTO: Final = frozenset({"dans", "à", "au", "aux", "sein"})
_POSSESSIVES: Final = frozenset({"son", "leur", "sa"})
_JOINED: Final = frozenset({"association", "union", "cluster", "party", "club"})
"""Kinds of bodies that people and bodies are members of, not employed by or seated in."""
_UNKNOWN: Final[frozenset[str]] = frozenset({"association"})
_JUST: Final = frozenset({"vient", "viennent", "venait", "venaient"})
"""Verbs of "auquel Lumeo vient d'adhérer"."""
_REACH: Final = 8


def group_before(context: FactContext, word: Token, *, noun: bool) -> EntityRef | None:
    """Return the group of a relative clause: "le réseau Ardan, auquel Lumeo a adhéré"; of a `noun`, one that it is said
    of by a verb of being: "dont Lumeo est membre", not "dont les membres"."""
    clause = word.doc[max(text_sentence(word).start, word.i - _REACH) : word.i]
    relative = next((token for token in reversed(clause) if token.lower_ in _RELATIVES), None)
    if relative is None or any(
        is_verb(token)
        and token.pos_ == "VERB"
        and token.lower_ not in read_words("being_verbs") | _JUST
        and not (word.lower_ == "partie" and token.lower_.startswith(("fai", "fon", "fer")))
        for token in clause
        if token.i > relative.i
    ):
        return None
    being = any(token.lower_ in read_words("being_verbs") for token in clause if token.i > relative.i)
    if noun and not being:
        return None
    first = relative.nbor(-1) if relative.i and relative.nbor(-1).lower_ in {"à", "de", "par"} else relative
    return reference(context, name_before(first, "ORG", reach=1), _GROUPS)


def entries(context: FactContext, word: Token, relation: str) -> Iterator[Tie]:
    """ "est entrée au sein d'Ardan", "a été admise dans l'alliance Ardan", "son entrée dans le réseau Ardan",
    "l'adhésion de Lumeo à Ardan"."""
    group = group_after(context, word, _INTO, reach=_REACH) or _after_member(context, word)
    if group is None:
        return
    noun = word.pos_ == "NOUN" and not is_verb(word)
    entity = context.index.by_id.get(group.entity_id or "")
    within = "sein" in [token.lower_ for token in word.doc[word.i + 1 : word.i + 6]]
    unsaid = _UNKNOWN if noun or within else frozenset()
    if entity is None or not (context.bodies.kinds(entity) or unsaid) & _JOINED:
        return
    before = {token.lower_ for token in word.doc[max(text_sentence(word).start, word.i - 2) : word.i]}
    if not noun:
        member = subject_of(context, word) or bearer(context, word)[0]
    elif before & _POSSESSIVES:
        member = possessed_by(context, word)
    else:
        member = reference(context, name_after(word, "ORG", _OF, reach=4))
    if member is not None:
        yield Tie(word, member, group, relation, factuality_of(word))


def _after_member(context: FactContext, word: Token) -> EntityRef | None:
    """Return the group of "l'entrée de Lumeo, en novembre, dans l'association Ardan"."""
    member = name_after(word, "ORG", _OF, reach=4)
    into = next((w for w in word.doc[member.end : member.end + _REACH] if w.lower_ in _INTO), None) if member else None
    return (
        group_after(context, into, _OF | _INTO | {"le", "la", "l'", "l’"}, reach=_REACH) if into is not None else None
    )


def is_no_group(context: FactContext, tie: Tie) -> bool:
    """Return whether what a tie names is no group of its member: a stock index, a nation, the publisher or employer of
    a person, a body of which one is a member by office."""
    group = context.index.by_id[tie.group.entity_id or ""]
    member = context.index.by_id[tie.member.entity_id or ""]
    if group.name in read_words("places", kind="country") or _is_index(tie):
        return True
    if member.type != "person":
        return False
    kinds = context.bodies.kinds(group)
    if "media" in kinds or group.name in read_words("publishers"):
        return True
    office = group.name.split(" ")[0].casefold() in read_words("seat_bodies")
    joining = tie.word.lower_.startswith(("rej", "intègr", "intégr"))
    hired = joining and not kinds & _JOINED and not (_is_elected(context, member) and not kinds)
    return office or group.name in read_words("organisations", kind="company") or hired


def _is_elected(context: FactContext, person: Entity) -> bool:
    """Return whether a function of a town or a state stands beside a person's name: such people join parties."""
    for mention in person.mentions:
        at = context.token_at(mention.start).i
        near = context.doc[max(0, at - 4) : at + 9]
        if any(function_kinds().get(unaccented(word.lower_)) in {"civic", "state"} for word in near):
            return True
    return False


def _is_index(tie: Tie) -> bool:
    words = tie.word.doc[tie.word.i + 1 : tie.word.i + 6]
    return any(word.lower_ in read_words("ranking_nouns") for word in words) or tie.group.name.split(" ")[
        0
    ] in read_words("stock_indices")
