"""Whose word a fact is: the speaker of the quotation that holds it, unless a body or a source announces news that the
newspaper states itself, or the fact stands in an aside of the newspaper's own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Doc, Span

from factuel.annotation.notation.folding import fold
from factuel.facts.doc_tables import token_at
from factuel.facts.entities import EntityIndex
from factuel.models import read_words, verb_forms
from factuel.records import EntityRef, Quotation


@dataclass(frozen=True)
class Claim:
    """Words said at characters `start` to `end` (exclusive), by whom; `reported` when they are not between quotation
    marks."""

    start: int
    end: int
    who: EntityRef
    reported: bool


def claims(quotations: Iterable[Quotation], index: EntityIndex) -> Iterator[Claim]:
    """Yield the claims that the quotations with a known speaker make; what an organisation or a source announces is
    news rather than a claim ("a annoncé le groupe", "a-t-on appris de source policière")."""
    for said in quotations:
        reported = said.style == "indirect"
        if said.speaker is None:
            continue
        entity = index.by_id.get(said.speaker.entity_id or "")
        person = entity is not None and entity.type == "person"
        if not (reported and not person and _is_news(said.cue or "")):
            yield Claim(said.quote.start, said.quote.end, said.speaker, reported)


def claimed_by(doc: Doc, made: Iterable[Claim], start: int, end: int) -> EntityRef | None:
    """Return who claims the words at characters `start` to `end` (exclusive), null when it is the newspaper."""
    claim = next((claim for claim in made if claim.start <= start and end <= claim.end), None)
    if claim is None or (claim.reported and _is_aside(doc, claim, start, end)):
        return None
    return claim.who


def _is_news(cue: str) -> bool:
    """Is the verb, last word of the cue but for the inverted pronoun, one of announcing? "annonçait-il" too."""
    words = cue.lower().replace("’", "'").replace("-t-", " ").replace("-", " ").split()
    return any(verb_forms("claim_verbs").get(word, {}).get("does") == "news" for word in words)


def _is_aside(doc: Doc, claim: Claim, start: int, end: int) -> bool:
    """ "Le site de Roanne, dont une ligne est arrêtée, ne sera pas touché, assure la direction": a relative clause or a
    participle between commas is the newspaper's own."""
    first, last = token_at(doc, claim.start).i, token_at(doc, claim.end - 1).i
    fact = doc[token_at(doc, start).i : token_at(doc, end - 1).i + 1]
    opening = _opening(doc, first, fact)
    if opening is None:
        return False
    closing = next((at for at in range(fact.end, last) if doc[at].text == ","), None)
    return closing is not None


def _opening(doc: Doc, first: int, fact: Span) -> int | None:
    """Return the comma after which an aside begins that is open before the fact."""
    for at in range(fact.start - 1, first, -1):
        if doc[at].text in {";", ":", "."}:
            return None
        if doc[at].text == ",":
            return at if fold(doc[at + 1].text) in _relatives() and at + 1 < fact.start else None
    return None


@cache
def _relatives() -> frozenset[str]:
    return frozenset(map(fold, read_words("relative_pronouns")))
