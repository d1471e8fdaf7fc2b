"""`investment`: money put by someone into something, as a verb ("investit 3 M€", "cofinancé par") or a noun ("un
investissement de 3 M€", "une levée de fonds"). Without a sum of money in the clause nothing is said."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from spacy.tokens import Span, Token

from factuel.facts.actors import main_organisation
from factuel.facts.context import FactContext
from factuel.facts.funding import Funding, read_funding
from factuel.facts.participants import ORGANISATIONS, entities_between, participant
from factuel.facts.syntax import (
    agents,
    ancestors,
    governing_verb,
    has_feature,
    is_passive,
    objects,
    obliques,
    phrase_bounds,
    subjects,
)
from factuel.models import read_lexicon, read_words, verb_forms
from factuel.records import EntityRef, FigureMention, Investment

_GIVERS: Final = frozenset({"organisation", "misc", "place"})
_TAKERS: Final = frozenset({"organisation", "misc", "place"})
_PERIODS: Final = frozenset({None, "year", "month", "season", "saison"})
_PURPOSE: Final = frozenset({"pour", "dans", "afin"})


@dataclass(frozen=True)
class _Found:
    anchor: Token
    figure: FigureMention
    investor: EntityRef | None
    recipient: EntityRef | None


def extract(context: FactContext) -> Iterator[Investment]:
    """Yield one investment for each sum that a verb or noun of funding governs."""
    for span in context.doc.spans.get("figures", ()):
        figure: FigureMention = span._.figure
        if _is_budget(span) or figure.measure.kind != "money" or figure.measure.per not in _PERIODS:
            continue
        found = _from_verb(context, span, figure) or _from_noun(context, span, figure)
        if found is None or found.investor is None or found.recipient is None:
            found = _completed(found, read_funding(context, span), figure)
        if found is not None:
            yield _record(context, _giver_once(found))


def _is_budget(span: Span) -> bool:
    """Return whether the sum is a budget, a turnover or a price: "(budget total de 2 M€)"."""
    before = span.doc[max(span.sent.start, span.start - 4) : span.start]
    sentenced = any(word.lower_.startswith("condamn") for word in span.doc[span.sent.start : span.start])
    return sentenced or any(word.lower_ in read_words("investment_stops") for word in before)


def _giver_once(found: _Found) -> _Found:
    """Return the funding without a recipient who would be the giver."""
    same = found.investor is not None and found.investor == found.recipient
    return _Found(found.anchor, found.figure, found.investor, None) if same else found


def _completed(found: _Found | None, around: Funding | None, figure: FigureMention) -> _Found | None:
    """Return what the parse says, what it leaves unsaid filled from the words around the sum."""
    if found is None or (found.investor is None and found.recipient is None):
        return _Found(around.anchor, figure, around.investor, around.recipient) if around else None
    if around is None or {found.investor, found.recipient} & {around.investor, around.recipient} <= {None}:
        return found
    return _Found(found.anchor, figure, found.investor or around.investor, found.recipient or around.recipient)


def _from_verb(context: FactContext, span: Span, figure: FigureMention) -> _Found | None:
    forms = verb_forms("investment_verbs")
    for verb in ancestors(span.root):
        row = forms.get(verb.lower_)
        if row is None:
            if verb.pos_ == "VERB" and verb is not span.root and has_feature(verb, "VerbForm", "Fin"):
                return None
            continue
        if verb.pos_ not in {"VERB", "ADJ", "AUX"} or verb.sent != span.sent:
            return None
        return _framed(context, span, figure, verb, row["frame"])
    return None


def _framed(context: FactContext, span: Span, figure: FigureMention, verb: Token, frame: str) -> _Found | None:
    passive = is_passive(verb) or (verb.dep_ == "acl" and has_feature(verb, "Tense", "Past"))
    givers = agents(verb) if passive else subjects(verb)
    beside = _name_just_before(context, span, verb)
    if frame == "receives":
        return None
    if beside is not None and not passive:
        return _Found(verb, figure, beside, None)
    if frame == "funds":
        taken = (subjects(verb) or [verb.head]) if passive else objects(verb)
        giver = _first(context, givers, _GIVERS) or _funder_after(context, span)
        return _Found(verb, figure, giver, _first(context, taken, _TAKERS))
    if frame == "raises":
        raiser = None if passive else _first(context, givers, _TAKERS)
        if not (_is_direct(span, verb) or "fonds" in verb.sent.text):
            return None
        investors = obliques(verb, "auprès", "après", "de") if not passive else []
        return _Found(verb, figure, _first(context, investors, ORGANISATIONS), raiser)
    if not passive and not _is_direct(span, verb) and verb.lower_[:6] != "invest":
        return None
    taken = obliques(verb, "à", "au", "aux", "dans", "sur", "en")
    giver = _first(context, givers, _GIVERS)
    return _Found(verb, figure, giver, _first(context, taken, _TAKERS)) if giver or passive else None


def _from_noun(context: FactContext, span: Span, figure: FigureMention) -> _Found | None:
    """ "un investissement de 3 M€", "a reçu une aide de 3 M€", "boucle un tour de table de 3 M€ auprès de X"."""
    words = {row["form"]: row["frame"] for row in read_lexicon("investment_words")}
    head = next((token for token in ancestors(span.root) if token.lower_ in words and token.pos_ == "NOUN"), None)
    if head is None or head.i > span.start or head.sent != span.sent or span.start - head.i > 8:
        return None
    if head.lower_ in {"tour", "levée"} and not any(t.lower_ in {"fonds", "table"} for t in head.subtree):
        return None
    verb = governing_verb(head)
    subject = _first(context, [w for w in subjects(verb) if w != head], _GIVERS)
    complements = [word for word in head.children if word.dep_ == "nmod" and word.i > head.i]
    if words[head.lower_] == "raises":
        investors = [*obliques(verb, "auprès"), *agents(verb)]
        raiser = subject or main_organisation(context, span.start_char)
        return _Found(head, figure, _first(context, investors, ORGANISATIONS), raiser)
    if words[head.lower_] == "given":
        row = verb_forms("investment_verbs").get(verb.lower_)
        if row is not None and row["frame"] == "receives":
            return _Found(head, figure, _first(context, complements, ORGANISATIONS), subject)
        taken = obliques(verb, "à", "au", "aux")
        return _Found(head, figure, subject, _first(context, taken, _TAKERS)) if row is not None else None
    return _Found(head, figure, _first(context, complements, ORGANISATIONS) or subject, None)


def _is_direct(span: Span, verb: Token) -> bool:
    """Return whether the sum is the verb's object, or completes it."""
    for token in ancestors(span.root):
        if token == verb:
            return False
        if token.head == verb:
            return token.dep_ in {"obj", "nsubj:pass", "obl:arg", "xcomp", "nsubj"}
    return False


def _name_just_before(context: FactContext, span: Span, verb: Token) -> EntityRef | None:
    """ "l'État apporte 4 M€ et la région 1,5": where the verb is left out, the name just before the sum gives it."""
    after = span.doc[span.end : span.end + 2]
    if any(word.lower_ in {"par", "apporté", "apportés"} for word in after):
        return None
    name = next((name for name in span.sent.ents if name.end == span.start and name.start > verb.i), None)
    entity = context.index.entity_at(name.start_char, name.end_char) if name is not None else None
    return context.index.ref(entity) if entity is not None and entity.type in _TAKERS else None


def _funder_after(context: FactContext, span: Span) -> EntityRef | None:
    """ "à hauteur de 3 M€ (...) assuré par le fonds X": the first name after a "par" that follows the sum."""
    doc = context.doc
    for token in doc[span.end : span.sent.end]:
        if token.lower_ == "par":
            found = entities_between(context, token.idx, span.sent.end_char, _GIVERS)
            return found[0] if found else None
    return None


def _first(context: FactContext, words: list[Token], types: frozenset[str]) -> EntityRef | None:
    return next((found for word in words if (found := _taking_part(context, word, types))), None)


def _taking_part(context: FactContext, word: Token, types: frozenset[str]) -> EntityRef | None:
    """Return the participant; a place only where its name or its authority is the head ("la région X", not "les élus
    de X" nor "l'entreprise basée à X")."""
    found = participant(context, word, types)
    entity = context.index.by_id.get(found.entity_id or "") if found is not None else None
    if entity is None or entity.type != "place" or word.ent_type_ or word.lower_ in read_words("public_bodies"):
        return found
    return found if word.lower_ in read_words("organisation_nouns", kind="town") else None


def _record(context: FactContext, found: _Found) -> Investment:
    anchor, measure = found.anchor, found.figure.measure
    start, end = min(anchor.idx, measure.start), max(anchor.idx + len(anchor), measure.end)
    names = [reference.name if reference else "" for reference in (found.investor, found.recipient)]
    common = context.common("investment", start, end, anchor, measure.text, *names, confidence=0.8)
    return Investment(
        **common, investor=found.investor, recipient=found.recipient, amount=measure, purpose=_purpose(context, found)
    )


def _purpose(context: FactContext, found: _Found) -> str | None:
    """Return "la modernisation de son usine" of "investit 3 M€ dans la modernisation de son usine"."""
    for token in context.doc[found.anchor.i : found.anchor.sent.end]:
        if token.lower_ in _PURPOSE and token.idx >= found.figure.measure.end and token.head.i > token.i:
            start, end = phrase_bounds(token.head, determiner=True)
            if start < token.idx + len(token):
                start = token.idx + len(token) + 1
            return context.text[start:end].strip() or None
    return None
