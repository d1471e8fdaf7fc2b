"""Who owns or gathers whom, said from the group's side: "Ardan détient 51 % de Lumeo", "sa filiale Lumeo", "Ardan,
maison mère de Lumeo", "Lumeo, dont Ardan possède 51 %", "le pôle regroupe Lumeo et Ardan"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final

from spacy.tokens import Span, Token

from factuel.facts.actors import reference
from factuel.facts.bearers import bearer, group_after, is_minority, phrase_reference, subject_of
from factuel.facts.clauses import phrase_ending_at, surface_subject
from factuel.facts.context import FactContext
from factuel.facts.doc_tables import names_in, text_sentence, tokens_among
from factuel.facts.factuality import factuality_of
from factuel.facts.nearby import name_after, next_name
from factuel.facts.owners import acting_organisation, is_verb, meant, possessed_by, topic_owner
from factuel.models import read_words, verb_forms
from factuel.records import EntityRef, Factuality

_OF: Final = frozenset({"de", "du", "d'", "d’", "des"})
_POSSESSIVES: Final = frozenset({"son", "sa", "ses", "leur", "leurs"})
_GATHERS: Final = ("réuni", "rassembl", "associ")
_JOINED: Final = frozenset({"association", "union", "cluster", "cooperative"})
_REACH: Final = 8
_FAR: Final = 12
_STAYS: Final = frozenset({"reste", "demeure", "est"})
_SIDED: Final = frozenset({"filiale", "filiales", "giron", "contrôle", "mains", "bannière", "parmi"})


@dataclass(frozen=True)
class Tie:
    """A member of a group; `word` is what says so."""

    word: Token
    member: EntityRef
    group: EntityRef
    relation: str
    factuality: Factuality


def ownership(context: FactContext) -> Iterator[Tie]:
    """Yield each tie that the group's side says."""
    forms = verb_forms("membership_words")
    for token in tokens_among(context.doc, _tying()):
        row = forms.get(token.lower_)
        frame = row["frame"] if row is not None and not token.ent_type_ else ""
        if frame == "verb_owns":
            yield from _from_owning(context, token)
        elif frame == "verb_holds":
            yield from _from_gathering(context, token)
        elif token.lower_ in {"filiale", "filiales"}:
            yield from _from_subsidiary(context, token)
        elif token.lower_ in read_words("owner_nouns"):
            yield from _from_owner_noun(context, token)
        elif token.lower_ in {"giron", "contrôle", "mains", "bannière"}:
            yield from _from_control(context, token)
        elif token.lower_ == "parmi":
            yield from _from_among(context, token)


@cache
def _tying() -> frozenset[str]:
    return frozenset(verb_forms("membership_words")) | read_words("owner_nouns") | _SIDED


def _tie(
    word: Token, member: EntityRef | None, group: EntityRef | None, relation: str, verb: Token | None
) -> list[Tie]:
    if member is None or group is None:
        return []
    return [Tie(word, member, group, relation, factuality_of(verb) if verb is not None else "asserted")]


def _from_owning(context: FactContext, verb: Token) -> Iterator[Tie]:
    """ "Ardan détient 51 % de Lumeo", "possède la clinique Lumeo", "Lumeo, dont Ardan possède 51 %"."""
    after = [word.lower_ for word in verb.doc[verb.i + 1 : verb.i + _REACH]]
    share = "%" in after or bool({"parts", "capital"} & set(after))
    if is_minority(verb):
        return
    dont = next((w for w in reversed(verb.doc[max(0, verb.i - _REACH) : verb.i]) if w.lower_ == "dont"), None)
    owner = acting_organisation(context, verb) or _acting_family(context, verb)
    if dont is not None and share:
        yield from _tie(verb, _before(context, dont), owner, "subsidiary", verb)
        return
    held = name_after(verb, "ORG", _OF, reach=_FAR) if share else next_name(verb, reach=5)
    if share and held is None:
        yield from _tie(verb, _meant_share(context, verb), owner, "subsidiary", verb)
    if held is None or held.label_ != "ORG" or (not share and _is_complement(verb, held)):
        return
    yield from _tie(verb, reference(context, held), owner, "subsidiary", verb)


def _acting_family(context: FactContext, verb: Token) -> EntityRef | None:
    """Return the family that is the subject of a verb: "la famille Marquis, qui détient"."""
    phrase = surface_subject(verb)
    family = phrase is not None and phrase.head.lower_ == "famille"
    return reference(context, phrase.name, frozenset({"person"})) if phrase is not None and family else None


def _meant_share(context: FactContext, verb: Token) -> EntityRef | None:
    """Return the organisation of "détient 82 % du groupe": what the noun right after the share means."""
    after = verb.doc[verb.i + 1 : min(verb.i + _REACH, text_sentence(verb).end)]
    sign = next((word for word in after if word.text == "%" or word.lower_ in {"parts", "capital"}), None)
    noun = next((word for word in after if sign is not None and word.i > sign.i and word.pos_ == "NOUN"), None)
    return meant(context, noun) if noun is not None and noun.nbor(-1).lower_ in _OF | {"l'", "l’", "la"} else None


def _is_complement(verb: Token, held: Span) -> bool:
    """Return whether the name only completes the verb's object: "possède un magasin de Lumeo"."""
    return bool(_OF & {word.lower_ for word in verb.doc[verb.i + 1 : held.start]})


def _before(context: FactContext, dont: Token) -> EntityRef | None:
    """Return what stands before "dont", over its comma and a linked apposition ("Lumeo, installée à Lens et dont")."""
    at = dont.i - 1
    if dont.doc[at].lower_ == "et":
        return bearer(context, dont)[0]
    if dont.doc[at].text == ",":
        at -= 1
        name = next((s for s in names_in(text_sentence(dont)) if s.end == at + 1 and s.label_ == "ORG"), None)
        if name is not None:
            return reference(context, name)
    phrase = phrase_ending_at(dont.doc[at])
    if phrase is not None:
        return phrase_reference(context, phrase)
    name = next((span for span in names_in(text_sentence(dont)) if span.end == at + 1), None)
    return reference(context, name) if name is not None else None


def _from_gathering(context: FactContext, verb: Token) -> Iterator[Tie]:
    """ "Le pôle Ardan regroupe Lumeo, Novaterre et l'université": the names right after the verb."""
    group = acting_organisation(context, verb)
    first = next_name(verb, reach=4)
    if first is None or first.label_ != "ORG" or _is_complement(verb, first):
        return
    if verb.lower_.startswith(_GATHERS) and not _is_joined(context, group):
        return
    for name in listed(first):
        yield from _tie(verb, reference(context, name), group, "member", verb)


def _is_joined(context: FactContext, group: EntityRef | None) -> bool:
    """Return whether an organisation has members by its kind: others meet or bring together without having them."""
    entity = context.index.by_id.get(group.entity_id or "") if group is not None else None
    return entity is not None and bool(context.bodies.kinds(entity) & _JOINED)


def listed(first: Span) -> list[Span]:
    """Return a name and the organisations that commas and "et" tie to it, each with its article and noun."""
    names = [first]
    for span in names_in(text_sentence(first.root)):
        between = [word for word in first.doc[names[-1].end : span.start]] if span.start >= names[-1].end else []
        tied = bool(between) and between[0].lower_ in {",", "et"} and len(between) <= 4
        if tied and span.label_ == "ORG" and not any(is_verb(word) for word in between):
            names.append(span)
    return names


def _from_subsidiary(context: FactContext, noun: Token) -> Iterator[Tie]:
    """ "sa filiale belge, Lumeo", "la filiale française d'Ardan, Lumeo", "La filiale belge, Lumeo, recrute", "Ardan,
    dont elle est la filiale"."""
    dont = next((w for w in reversed(noun.doc[max(0, noun.i - _REACH) : noun.i]) if w.lower_ == "dont"), None)
    verb = next((w for w in noun.doc[max(0, noun.i - 5) : noun.i] if w.lower_ in read_words("being_verbs")), None)
    if dont is not None and verb is not None:
        yield from _tie(noun, subject_of(context, verb), _before(context, dont), "subsidiary", verb)
        return
    determiners = {word.lower_ for word in noun.doc[max(0, noun.i - 2) : noun.i]}
    owned = bool(_POSSESSIVES & determiners)
    named = _named_after(noun)
    if named is None or not (owned or determiners & {"la", "les", "une"}):
        return
    between = {word.lower_ for word in noun.doc[noun.i + 1 : named.start]}
    group = possessed_by(context, noun) if owned else group_after(context, noun, _OF, reach=5)
    if group is None and not owned and not between & _OF:
        group = topic_owner(context, noun)
    yield from _tie(noun, reference(context, named), group, "subsidiary", None)


def _named_after(noun: Token) -> Span | None:
    """Return the organisation that a noun announces, beside it or after a comma, over its own complement."""
    names = [span for span in names_in(text_sentence(noun)) if noun.i < span.start <= noun.i + _REACH]
    for span in names:
        before = noun.doc[span.start - 1]
        beside = all(word.pos_ == "ADJ" for word in noun.doc[noun.i + 1 : span.start])
        if span.label_ == "ORG" and (before.text == "," or beside):
            return span
    return None


def _from_owner_noun(context: FactContext, noun: Token) -> Iterator[Tie]:
    """ "Ardan, maison mère de Lumeo", "Son propriétaire, le fonds Ardan", "Ardan est l'actionnaire majoritaire de
    Lumeo", "Lumeo, dont Ardan est la maison mère"."""
    before = noun.doc[max(text_sentence(noun).start, noun.i - _REACH) : noun.i]
    if _POSSESSIVES & {word.lower_ for word in before[-2:]}:
        owner = next(
            (s for s in names_in(text_sentence(noun)) if noun.i < s.start <= noun.i + _REACH and s.label_ == "ORG"),
            None,
        )
        between = noun.doc[noun.i + 1 : owner.start] if owner is not None else ()
        being = [word for word in between if word.lower_ in read_words("being_verbs") or word.lower_ in _STAYS]
        tied = being or [word for word in between if word.text == ","]
        if owner is not None and tied and not any(is_verb(word) and word not in being for word in between):
            yield from _tie(noun, possessed_by(context, noun), reference(context, owner), "subsidiary", None)
        return
    dont = next((word for word in before if word.lower_ == "dont"), None)
    group, verb = bearer(context, noun)
    member = _before(context, dont) if dont is not None else group_after(context, noun, _OF, reach=6)
    yield from _tie(noun, member, group, "subsidiary", verb)


def _from_control(context: FactContext, noun: Token) -> Iterator[Tie]:
    """ "passée en 2019 dans le giron d'Ardan", "est passée sous le contrôle d'Ardan"."""
    before = noun.doc[max(text_sentence(noun).start, noun.i - _REACH) : noun.i]
    verb = next((word for word in reversed(before) if word.lower_ in verb_forms("passing_verbs")), None)
    if verb is None or not {"dans", "sous", "aux", "entre"} & {word.lower_ for word in before[-3:]}:
        return
    alone = not any(child.dep_.startswith("aux") for child in verb.children) and verb.lower_.endswith(
        ("é", "ée", "és", "ées")
    )
    member = bearer(context, verb)[0] if alone else subject_of(context, verb)
    yield from _tie(noun, member, group_after(context, noun, _OF), "subsidiary", None if alone else verb)


def _from_among(context: FactContext, word: Token) -> Iterator[Tie]:
    """ "Ardan compte Lumeo parmi ses filiales", "compte parmi ses partenaires Lumeo", "Parmi les membres du pôle
    figurent Lumeo et Novaterre"."""
    after = word.doc[word.i + 1 : word.i + 4]
    noun = next((w for w in after if w.lower_ in verb_forms("membership_words")), None)
    if noun is None:
        return
    relation = verb_forms("membership_words")[noun.lower_]["relation"]
    verb = next(
        (w for w in reversed(word.doc[max(0, word.i - 12) : word.i]) if w.lower_ in {"compte", "comptent"}), None
    )
    if verb is not None and _POSSESSIVES & {w.lower_ for w in after}:
        group, first = acting_organisation(context, verb), next_name(verb, reach=4) or next_name(noun, reach=4)
    else:
        figures = next((w for w in word.doc[noun.i : noun.i + 14] if w.lower_ in {"figure", "figurent"}), None)
        group = group_after(context, noun, _OF) if figures is not None else None
        first = next_name(figures, reach=4) if figures is not None else None
    for name in listed(first) if first is not None else ():
        yield from _tie(noun, reference(context, name), group, relation, verb)
