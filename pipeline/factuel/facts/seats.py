"""Where an organisation has its seat: "Lumeo, basée à Lens", "dont le siège est à Lens", "créée à Lens en 2012"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final, Literal

from spacy.tokens import Span, Token

from factuel.annotation.notation.folding import fold
from factuel.facts.actors import apposed, main_organisation, reference
from factuel.facts.bearers import bearer
from factuel.facts.body_kinds import body_rows
from factuel.facts.context import FactContext
from factuel.facts.descriptions import described, is_of_body
from factuel.facts.doc_tables import names_in, sent_of, text_sentence, tokens_among
from factuel.facts.factuality import factuality_of
from factuel.facts.nearby import acts_on, coordinated, name_after, name_before, next_name
from factuel.facts.owners import acting_organisation, is_verb, organisation_of, possessed_by, topic_owner
from factuel.facts.participants import participant
from factuel.facts.syntax import has_feature, objects, subjects
from factuel.models import read_lexicon, read_words, verb_forms
from factuel.records import EntityRef

Relation = Literal["headquarters", "site", "founded"]
AT: Final = frozenset({"à", "a", "au", "aux", "en", "dans", "près", "sur"})
OF: Final = frozenset({"de", "d'", "d’", "du", "des"})
_TOWARDS: Final = frozenset({"à", "vers", "au", "en", "dans"})
_POSSESSIVES: Final = frozenset({"son", "leur"})
_DEFINITE: Final = frozenset({"le", "du", "au"})
_OFFICES: Final = frozenset({"bureaux", "locaux", "quartiers", "berceau"})
_MOVES: Final = frozenset({"transfert", "déménagement", "délocalisation"})
_BORN: Final = frozenset({"né", "née"})
_REACH: Final = 10


@dataclass(frozen=True)
class Placed:
    """An organisation at a place: `word` is what says so, `bare` when it describes without a verb of its own."""

    word: Token
    place: Span
    owner: EntityRef | None
    relation: Relation
    bare: bool = True


def seats(context: FactContext) -> Iterator[Placed]:
    """Yield each organisation with its seat or the place of its founding."""
    relations = _relations()
    for token in tokens_among(context.doc, _seating()):
        if _is_seat(token):
            yield from _from_seat(context, token)
        elif token.lower_ in relations and not acts_on(token):
            yield from _from_participle(context, token, relations[token.lower_])
        elif token.lower_ in verb_forms("lodging_verbs") and token.i and token.nbor(-1).pos_ not in {"DET", "ADP"}:
            yield from _from_lodging(context, token)
        else:
            yield from _from_founding(context, token)


@cache
def _relations() -> Mapping[str, str]:
    return {row["form"]: row["relation"] for row in read_lexicon("location_words")}


@cache
def _seating() -> frozenset[str]:
    verbs = frozenset(verb_forms("lodging_verbs")) | frozenset(verb_forms("founding_verbs"))
    return verbs | frozenset(_relations()) | _OFFICES | {"siège", "quartier", "vu", "voit"}


def _is_seat(token: Token) -> bool:
    """Return whether a noun means a seat: "siège", "quartier général", "dont les bureaux"."""
    if token.lower_ == "quartier":
        return _follows(token, "général")
    return token.lower_ == "siège" or (token.lower_ in _OFFICES and _after_dont(token))


def _after_dont(noun: Token) -> bool:
    return "dont" in [word.lower_ for word in noun.doc[max(sent_of(noun).start, noun.i - 2) : noun.i]]


def _follows(token: Token, word: str) -> bool:
    return token.i + 1 < len(token.doc) and token.nbor().lower_ == word


def _from_participle(context: FactContext, token: Token, relation: str) -> Iterator[Placed]:
    if token.lower_ in _BORN and not is_of_body(token):
        return
    first = name_after(token, "LOC", AT, _REACH)
    if first is None:
        return
    seat = next((word for word in subjects(token) if _is_seat(word)), None) or _seat_before(token)
    if seat is None and factuality_of(token) == "planned" and any(word.pos_ == "PRON" for word in subjects(token)):
        return
    owner = _owner_of_seat(context, seat) if seat is not None else described(context, token)
    kind = "headquarters" if seat is not None else relation
    for place in coordinated(first, "LOC") if kind == "site" else [first]:
        yield Placed(token, place, owner, kind, bare=token.dep_ in {"acl", "amod"})  # type: ignore[arg-type]


def _seat_before(participle: Token) -> Token | None:
    """Return the "siège" that a participle places where the parse misses it: "dont le siège social est situé"."""
    words = participle.doc[max(text_sentence(participle).start, participle.i - 4) : participle.i]
    return next((word for word in words if _is_seat(word)), None)


def _from_seat(context: FactContext, seat: Token) -> Iterator[Placed]:
    """ "le siège de Lumeo, à Lens", "a son siège à Lens", "transfère son siège de Lens à Lille", "siège à Lens"."""
    if seat.lower_ == "siège" and (left := _not_left(seat)) is not None:
        yield Placed(seat, left, _owner_of_seat(context, seat), "headquarters")
        return
    first = name_after(seat, "LOC", AT | OF, _REACH, through=read_words("placing_verbs"))
    if first is None or _seat_said_by_participle(seat, first):
        return
    if _is_verb(seat):
        yield Placed(seat, first, acting_organisation(context, seat), "headquarters", bare=False)
        return
    if not _is_head_office(seat):
        return
    if is_moving(seat):
        return
    place = _destination(seat, first) if seat.nbor().lower_ in OF else first
    yield Placed(seat, place, _owner_of_seat(context, seat), "headquarters", bare=False)


def _not_left(seat: Token) -> Span | None:
    """Return the town that a seat will or would quit, or does not: "le siège ne quittera pas Lens"."""
    for word in seat.doc[seat.i + 1 : min(seat.i + 10, text_sentence(seat).end)]:
        if word.lower_ in verb_forms("quitting_verbs") and is_verb(word):
            first = next_name(word, reach=4)
            still = factuality_of(word) != "asserted" and first is not None and first.label_ == "LOC"
            return first if still else None
    return None


def is_moving(seat: Token) -> bool:
    """Return whether a seat only moves to the place: "transféreront leur siège à Lens", "le transfert de son siège"."""
    for word in reversed(seat.doc[max(text_sentence(seat).start, seat.i - 6) : seat.i]):
        if word.lower_ in _MOVES and word.i >= seat.i - 3:
            return True
        if is_verb(word):
            change = verb_forms("site_change_words").get(word.lower_, {}).get("change")
            present = has_feature(word, "Tense", "Pres") and has_feature(word, "VerbForm", "Fin")
            return change == "relocation" and (present or factuality_of(word) != "asserted")
    return False


def _from_lodging(context: FactContext, verb: Token) -> Iterator[Placed]:
    """ "L'entreprise loge toujours dans une pépinière, à Lens"."""
    place = name_after(verb, "LOC", AT, _REACH)
    if place is not None:
        yield Placed(verb, place, acting_organisation(context, verb), "headquarters", bare=False)


def _is_verb(seat: Token) -> bool:
    """Return whether "siège" is a verb: right after a name or "qui", before "à"."""
    before = seat.doc[seat.i - 1] if seat.i else seat
    return seat.nbor().lower_ in AT and (bool(before.ent_type_) or before.lower_ == "qui")


def _is_head_office(seat: Token) -> bool:
    """Return whether "siège" is a head office: the one of somebody, not a seat on a board or in an assembly."""
    before = [word.lower_ for word in seat.doc[max(text_sentence(seat).start, seat.i - 2) : seat.i]]
    return bool((_DEFINITE | _POSSESSIVES) & set(before)) or "dont" in before


def _seat_said_by_participle(seat: Token, place: Span) -> bool:
    return any(word.lower_ in _relations() for word in seat.doc[seat.i + 1 : place.start])


def _destination(seat: Token, first: Span) -> Span:
    """Return where a seat goes: "de Lens à Lille" is Lille."""
    for span in names_in(text_sentence(seat)):
        between = [word.lower_ for word in seat.doc[first.end : span.start]] if span.start >= first.end else []
        if span.label_ == "LOC" and between and len(between) <= 2 and between[0] in _TOWARDS:
            return span
    return first


def _owner_of_seat(context: FactContext, seat: Token) -> EntityRef | None:
    """Return the organisation of "le siège de Lumeo", "son siège", "Lumeo a son siège", "Lumeo, dont le siège"."""
    for child in seat.children:
        if child.dep_ == "nmod" and (found := participant(context, child, frozenset({"organisation"}))):
            return found if _is_called(child, found) else None
    before = [word.lower_ for word in seat.doc[max(sent_of(seat).start, seat.i - 2) : seat.i]]
    if "dont" in before:
        at = seat.doc[seat.i - 1 - before[::-1].index("dont")]
        return reference(context, name_before(at, "ORG", reach=2)) or apposed(context, at) or antecedent(context, at)
    if _POSSESSIVES & set(before):
        return possessed_by(context, seat)
    named = name_after(seat, "ORG", OF, reach=5)
    if named is not None or seat.nbor().lower_ not in OF or seat.doc[seat.i + 2].ent_type_ == "LOC":
        return reference(context, named) or topic_owner(context, seat)
    owning = next((word for word in seat.doc[seat.i + 2 : seat.i + 4] if word.pos_ == "NOUN"), None)
    found = organisation_of(context, owning) if owning is not None else None
    return found if found is not None and owning is not None and _is_called(owning, found) else None


def _is_called(noun: Token, found: EntityRef) -> bool:
    """Return whether a noun may mean an organisation: "l'intercommunalité" only what bears the word."""
    public = body_rows().get(fold(noun.text), ("", ("",)))[1][0] == "public"
    return bool(noun.ent_type_) or not public or fold(noun.text) in fold(found.name)


def antecedent(context: FactContext, dont: Token) -> EntityRef | None:
    """Return what the noun phrase before "dont" stands for: "L'entreprise familiale, dont"."""
    if dont.i and dont.nbor(-1).lower_ == "et":
        return bearer(context, dont)[0]
    for word in reversed(dont.doc[max(text_sentence(dont).start, dont.i - _REACH) : dont.i]):
        if word.pos_ in {"VERB", "AUX"} and not word.ent_type_:
            return None
        if word.pos_ in {"NOUN", "PROPN"} and (found := organisation_of(context, word)):
            return found
    return None


def _from_founding(context: FactContext, token: Token) -> Iterator[Placed]:
    """ "il avait créé son entreprise en 1958 à Lens": the founder's company, which the article is about."""
    if token.lower_ in {"vu", "voit"} and "le jour" in context.text[token.idx : token.idx + 13]:
        place = name_after(token, "LOC", AT, reach=12)
        if place is not None:
            yield Placed(token, place, acting_organisation(context, token), "founded", bare=False)
    if token.lower_ not in verb_forms("founding_verbs") or token.pos_ != "VERB":
        return
    thing = next((word for word in objects(token) if word.lower_ in read_words("founded_nouns")), None)
    place = name_after(token, "LOC", AT, reach=12)
    if thing is None or place is None or not {"son", "sa", "leur"} & {child.lower_ for child in thing.children}:
        return
    yield Placed(token, place, main_organisation(context, token.idx), "founded", bare=False)
