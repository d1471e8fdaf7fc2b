"""`agreement`: parties that sign, announce, negotiate or end an accord, as a verb ("ont signé un accord") or a noun
("le partenariat entre A et B")."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, Literal

from spacy.tokens import Token

from factuel.facts.context import FactContext
from factuel.facts.participants import distinct, entities_between, participants
from factuel.facts.syntax import ancestors, is_passive, objects, obliques, phrase, subjects
from factuel.models import read_words, verb_forms
from factuel.records import Agreement, EntityRef

Status = Literal["signed", "announced", "negotiated", "ended"]
PARTIES: Final = frozenset({"organisation", "person", "misc", "place"})
_KIND_TAILS: Final = (
    "d'accord",
    "d’accord",
    "d'entente",
    "d’entente",
    "d'intention",
    "d’intention",
    "de coopération",
    "de partenariat",
    "de financement",
    "d'objectifs",
    "d’objectifs",
    "-cadre",
)


def extract(context: FactContext) -> Iterator[Agreement]:
    """Yield the agreements of the article that name at least two parties, each wording once."""
    taken: list[tuple[int, frozenset[str]]] = []
    for token in context.doc:
        found = _from_verb(context, token) or _from_noun(context, token)
        if found is None:
            continue
        key = frozenset(party.name for party in found.parties)
        if any(sentence == found.evidence.sentence_start and key <= names for sentence, names in taken):
            continue
        taken.append((found.evidence.sentence_start, key))
        yield found


def _from_verb(context: FactContext, verb: Token) -> Agreement | None:
    row = verb_forms("agreement_verbs").get(verb.lower_)
    if row is None or verb.pos_ not in {"VERB", "AUX", "ADJ"}:
        return None
    nouns = [noun for noun in (subjects(verb) if is_passive(verb) else objects(verb)) if _is_agreement(noun)]
    nouns = nouns or _noun_after(verb)
    if nouns:
        parties = _parties(context, verb, nouns[0])
        return _record(context, verb, nouns[0], parties, row["status"])  # type: ignore[arg-type]
    if row["status"] == "signed" and not objects(verb) and verb.lower_.startswith(("sign", "cosign")):
        noun = _mentioned_before(verb)
        if noun is not None:
            parties = _sentence_parties(context, verb)
            return _record(context, verb, noun, parties, "signed")
    return None


def _noun_after(verb: Token) -> list[Token]:
    """Where the parse loses the object, the agreement that follows the verb with an article of its own."""
    for token in verb.doc[verb.i + 1 : min(verb.i + 12, verb.sent.end)]:
        if token.pos_ == "VERB" or token.text in {";", ":", "»"}:
            return []
        if _is_agreement(token, nominal=True):
            return [token] if token.nbor(-1).lower_ in {"un", "une", "le", "la", "l'", "cet", "ce", "cette"} else []
    return []


def _from_noun(context: FactContext, noun: Token) -> Agreement | None:
    """ "le partenariat entre A et B", "l'accord avec B"; the verb above it gives the status."""
    if not _is_agreement(noun, nominal=True):
        return None
    between = [word for word in obliques(noun, "entre") if word.i > noun.i]
    if not between:
        return None
    end = max(_right_end(word) for word in between)
    parties = entities_between(context, noun.idx, end, PARTIES)
    verb = next((current for current in ancestors(noun) if current.pos_ == "VERB"), None)
    row = verb_forms("agreement_verbs").get(verb.lower_) if verb is not None else None
    status: Status = row["status"] if row else ("negotiated" if noun.lower_ == "rapprochement" else "announced")  # type: ignore[assignment]
    if noun.nbor(-1).lower_ == "de" or (noun.head.lower_ in {"signature", "conclusion"}):
        status = "signed"
    return _record(context, noun, noun, parties, status)


def _is_agreement(noun: Token, *, nominal: bool = False) -> bool:
    words = read_words("agreement_words", nominal="1") if nominal else read_words("agreement_words")
    return noun.lower_ in words and noun.pos_ in {"NOUN", "PROPN", "X"}


def _parties(context: FactContext, verb: Token, noun: Token) -> list[EntityRef]:
    with_ = [*obliques(verb, "avec", "entre", "auprès", "par"), *obliques(noun, "avec", "entre")]
    givers = [] if is_passive(verb) else subjects(verb)
    found = participants(context, [*givers, *with_], PARTIES)
    for word in with_:
        found += entities_between(context, word.idx, _right_end(word), PARTIES - {"place", "person"})
    return distinct(found) if len(distinct(found)) >= 2 else _sentence_parties(context, verb, known=found)


def _sentence_parties(context: FactContext, verb: Token, known: list[EntityRef] | None = None) -> list[EntityRef]:
    """Where the parse loses a coordination, the organisations of the sentence are the parties."""
    sentence = verb.sent
    return distinct(
        [
            *(known or []),
            *entities_between(context, sentence.start_char, sentence.end_char, frozenset({"organisation"})),
        ]
    )


def _mentioned_before(verb: Token) -> Token | None:
    """ "A et B ont également signé": the agreement named last, in this sentence or the two before."""
    for token in reversed(verb.doc[max(0, verb.i - 90) : verb.i]):
        if _is_agreement(token, nominal=True):
            return token
    return None


def _right_end(word: Token) -> int:
    last = max(word.subtree, key=lambda token: token.i)
    return last.idx + len(last)


def _record(
    context: FactContext, anchor: Token, noun: Token, parties: list[EntityRef], status: Status
) -> Agreement | None:
    if len(parties) < 2:
        return None
    kind = _kind(noun)
    start, end = min(anchor.idx, noun.idx), max(anchor.idx + len(anchor), noun.idx + len(noun))
    if noun.sent != anchor.sent:
        start, end = anchor.idx, anchor.idx + len(anchor)
    names = sorted(party.name for party in parties)
    common = context.common("agreement", start, end, anchor, kind, *names, confidence=0.8)
    if anchor == noun:
        common["factuality"] = common["factuality"] if common["factuality"] in {"planned", "negated"} else "asserted"
    return Agreement(**common, parties=tuple(parties), kind=kind, status=status)


def _kind(noun: Token) -> str:
    """Return "protocole d'accord" rather than "protocole", and no more of the phrase than its name."""
    full = phrase(noun)
    tail = next((tail for tail in _KIND_TAILS if full[len(noun.text) :].lstrip().startswith(tail)), "")
    at = full.find(tail, len(noun.text)) if tail else 0
    return full[: at + len(tail)] if tail else noun.text
