"""`agreement`: parties that sign, announce, negotiate or end an accord, as a verb ("ont signé un accord") or a noun
("le partenariat entre A et B")."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from spacy.tokens import Token

from factuel.facts.agreement_status import Claim, Status, claim_of, is_denied
from factuel.facts.context import FactContext
from factuel.facts.doc_tables import text_sentence, tokens_where
from factuel.facts.known_before import named_before, running_claim
from factuel.facts.participants import distinct
from factuel.facts.parties import is_agreement, is_faced, parties_of
from factuel.facts.party_pairs import last_two
from factuel.facts.phrase_names import is_governing
from factuel.facts.sides import sides_after, sides_before
from factuel.facts.syntax import has_feature, objects, phrase
from factuel.models import read_words, verb_forms
from factuel.records import Agreement, EntityRef

_SIGNED_REACH: Final = 130
"""Words before "ont également signé" in which the agreement was named: two or three sentences."""
_GOODS: Final = 14
"""Words of an order between its verb and the maker: "a commandé six rames à voie étroite à"."""
_OWN: Final = 14
"""Words around "ont signé" in which an agreement is what is signed."""


def extract(context: FactContext) -> Iterator[Agreement]:
    """Yield the agreements of the article that name at least two parties, each wording once."""
    said: list[tuple[Token, Agreement]] = []
    for token in tokens_where(context.doc, _may_say):
        found = next((read for reader in _READERS if (read := reader(context, token)) is not None), None)
        if found is None or not _has_body(context, found):
            continue
        before = next((at for at, earlier in enumerate(said) if _is_same(token, found, *earlier)), None)
        if before is None:
            said.append((token, found))
        elif _is_bare(*said[before]) and not _is_bare(token, found):
            said[before] = (token, found)
    yield from (found for _, found in said)


@lru_cache(maxsize=100_000)
def _may_say(form: str) -> bool:
    """Return whether one of the readers looks at a word of this form."""
    known = read_words("agreement_words") | {"celui", "celle"}
    verbs = form in verb_forms("alliance_verbs") or form in verb_forms("agreement_verbs")
    return form in known or verbs or form.startswith(("mis", "mett", "tomb", "sign", "cosign"))


def _has_body(context: FactContext, found: Agreement) -> bool:
    """Return whether one party is more than a person: two ministers alone sign for states that are not said."""
    known = (context.index.by_id.get(party.entity_id or "") for party in found.parties)
    return any(entity is None or entity.type != "person" or not is_governing(context, entity) for entity in known)


def _is_same(token: Token, found: Agreement, earlier: Token, other: Agreement) -> bool:
    """Return whether two wordings of a sentence tell the same agreement: the same word for it, or one that only names
    it beside the other ("le rapprochement avec B : un accord a été signé")."""
    names = {party.name for party in found.parties}
    if text_sentence(token).start != text_sentence(earlier).start or not names <= {p.name for p in other.parties}:
        return False
    word = found.kind.split(" ")[0] == other.kind.split(" ")[0]
    return word or _is_bare(token, found) or _is_bare(earlier, other)


def _is_bare(token: Token, found: Agreement) -> bool:
    return found.evidence.text == token.text and token.pos_ != "VERB" and found.status != "negotiated"


def _from_noun(context: FactContext, token: Token) -> Agreement | None:
    """ "ont signé un accord", "le partenariat entre A et B", "l'accord avec B, dénoncé en mai": the verb near the noun
    gives the status, the phrases around them the parties."""
    noun = token if is_agreement(token) else _taken_up(token)
    if noun is None or _is_of_work(token) or _is_tail(token):
        return None
    claim = claim_of(token)
    sure = any(noun.lower_ in read_words("agreement_words", nominal=kind) for kind in ("1", "talks", "venture"))
    if claim.verb is None and (not sure or noun != token or _is_subhead(token)):
        return None
    known = parties_of(context, token, claim)
    if not known and noun == token and (running := running_claim(token)) is not None:
        known, claim = named_before(context, token), running
    if len(known) < 2 and not (known and is_faced(context, token, claim)):
        return None
    anchor = claim.verb if claim.verb is not None else token
    return _record(context, anchor, token, known, claim, kind=_kind(noun))


def _is_subhead(noun: Token) -> bool:
    """Return whether the noun stands in a line without a full stop: what the text then tells is not told there."""
    last = text_sentence(noun)[-1]
    return last.is_space and (last.i == 0 or last.nbor(-1).text not in {".", "!", "?", "»", "…"})


def _is_tail(noun: Token) -> bool:
    """Return whether the word belongs to the kind of another agreement: "protocole d'accord", "convention de
    partenariat"."""
    if noun.i < 2 or noun.nbor(-1).lower_ not in {"de", "d'", "d’"}:
        return False
    return noun.nbor(-2).lower_ in read_words("agreement_words")


def _taken_up(token: Token) -> Token | None:
    """ "celui que A et B ont conclu": the agreement named last before "celui"."""
    if token.lower_ not in {"celui", "celle"} or token.i + 1 >= len(token.doc):
        return None
    if token.nbor().lower_ not in {"que", "qu'", "qui"}:
        return None
    near = token.doc[max(0, token.i - _SIGNED_REACH // 2) : token.i]
    return next((word for word in reversed(near) if is_agreement(word)), None)


def _is_of_work(noun: Token) -> bool:
    """Return whether the contract is that of a player or of an employee: "contrat de travail", "le joueur a signé"."""
    after = [word.lower_ for word in noun.doc[noun.i + 1 : noun.i + 3]]
    return noun.lower_.startswith("contrat") and bool({"travail", "professionnel", "apprentissage"} & set(after))


def _from_alliance(context: FactContext, verb: Token) -> Agreement | None:
    """ "Lumeo s'associe à Ardelis", "A et B s'allient", "A et B se sont mis d'accord"."""
    agreed = _agreed(verb)
    row = verb_forms("alliance_verbs").get(verb.lower_)
    if not agreed and (row is None or not _is_verb(verb)):
        return None
    left = [word.lower_ for word in verb.doc[max(text_sentence(verb).start, verb.i - 4) : verb.i]]
    if row is not None and row["reflexive"] == "1" and not {"se", "s'", "s’"} & set(left):
        return None
    before = sides_before(context, verb)
    both = next((w for w in verb.doc[max(0, verb.i - 5) : verb.i] if w.lower_ in read_words("party_nouns")), None)
    if len(before) < 2 and both is not None and "deux" in [w.lower_ for w in verb.doc[max(0, both.i - 2) : both.i]]:
        before = last_two(context, both)
    kind = row["kind"] if row is not None else "accord"
    brings = {"avec", "à", "au", "aux"} | ({"de", "du"} if kind == "rapprochement" else set())
    after = _bringing(context, verb, brings, far=kind == "commande")
    known = distinct([*before, *(sides_after(context, after) if after is not None else [])])
    alone = len(before) < 2 and (row is not None and row["both"] == "1")
    status: Status = row["status"] if row is not None else "signed"  # type: ignore[assignment]
    return _record(context, verb, verb, known, Claim(verb, status), kind) if len(known) >= 2 and not alone else None


def _bringing(context: FactContext, verb: Token, brings: set[str], *, far: bool) -> Token | None:
    """Return the preposition after a verb that brings the other party; `far`: what is ordered stands between."""
    words = verb.doc[verb.i + 1 : min(verb.i + (_GOODS if far else 4), text_sentence(verb).end)]
    found = [word for word in words if word.lower_ in brings]
    return next((word for word in found if not far or sides_after(context, word)), None)


def _from_talks(context: FactContext, verb: Token) -> Agreement | None:
    """ "A négocie avec B (un droit de passage)", "A discute avec B": talks that no noun names."""
    row = verb_forms("agreement_verbs").get(verb.lower_)
    if row is None or row["lemma"] not in {"négocier", "discuter"} or verb.pos_ != "VERB":
        return None
    if has_feature(verb, "VerbForm", "Part") or any(is_agreement(word) for word in text_sentence(verb)):
        return None
    after = next((w for w in verb.doc[verb.i + 1 : verb.i + 4] if w.lower_ == "avec"), None)
    before = sides_before(context, verb)
    known = distinct([*before, *(sides_after(context, after) if after is not None else [])])
    faced = len(known) == 1 and is_faced(context, verb, Claim(verb, "negotiated"))
    return (
        _record(context, verb, verb, known, Claim(verb, "negotiated"), "négociation")
        if len(known) >= 2 or faced
        else None
    )


def _agreed(verb: Token) -> bool:
    """ "sont tombés d'accord", "se mettent d'accord"."""
    after = [word.lower_ for word in verb.doc[verb.i + 1 : verb.i + 3]]
    return verb.lower_.startswith(("mis", "mett", "tomb")) and after[:1] == ["d'"] and after[1:] == ["accord"]


def _is_verb(verb: Token) -> bool:
    """Return whether a form is a verb; after a name the parser takes some for nouns ("Lumeo fusionne avec")."""
    named = verb.i > 0 and bool(verb.nbor(-1).ent_type_) and verb.i + 1 < len(verb.doc)
    return verb.pos_ == "VERB" or (named and verb.pos_ in {"NOUN", "ADJ", "AUX"} and verb.nbor().lower_ == "avec")


def _signed_before(context: FactContext, verb: Token) -> Agreement | None:
    """ "A et B ont également signé": the agreement named last, in this sentence or the two before."""
    if not verb.lower_.startswith(("sign", "cosign")) or verb.pos_ != "VERB" or objects(verb):
        return None
    if any(is_agreement(word) and abs(word.i - verb.i) <= _OWN for word in text_sentence(verb)):
        return None
    plural = any(word.lower_ in {"ont", "avaient", "signent"} for word in verb.doc[max(0, verb.i - 3) : verb.i + 1])
    noun = next((w for w in reversed(verb.doc[max(0, verb.i - _SIGNED_REACH) : verb.i]) if is_agreement(w)), None)
    if noun is None or not plural:
        return None
    after = next((w for w in verb.doc[verb.i + 1 : verb.i + 5] if w.lower_ == "que"), None)
    added = sides_after(context, after)[:1] if after is not None and after.nbor(-1).lower_ == "ainsi" else []
    known = distinct([*sides_before(context, verb), *added])
    return _record(context, verb, verb, known, Claim(verb, "signed"), _kind(noun)) if len(known) >= 2 else None


def _record(
    context: FactContext, anchor: Token, noun: Token, parties: list[EntityRef], claim: Claim, kind: str
) -> Agreement:
    start, end = min(anchor.idx, noun.idx), max(anchor.idx + len(anchor), noun.idx + len(noun))
    if abs(noun.i - anchor.i) > 30:
        start, end = anchor.idx, anchor.idx + len(anchor)
    names = sorted(party.name for party in parties)
    common = context.common("agreement", start, end, anchor, kind, *names, confidence=0.8)
    if claim.factuality is not None:
        common["factuality"] = claim.factuality
    elif claim.status == "ended" and common["factuality"] == "negated" and not is_denied(anchor):
        common["factuality"] = "asserted"
    elif anchor == noun and noun.pos_ != "VERB":
        common["factuality"] = common["factuality"] if common["factuality"] in {"planned", "negated"} else "asserted"
    status: Status = claim.status
    return Agreement(**common, parties=tuple(parties), kind=kind, status=status)


def _kind(noun: Token) -> str:
    """Return "protocole d'accord" rather than "protocole", and no more of the phrase than its name."""
    full = phrase(noun).replace("’", "'")
    rest = full[len(noun.text) :].lstrip() if full.startswith(noun.text) else ""
    tail = next((form for form in sorted(read_words("agreement_tails")) if rest.startswith(form)), "")
    return f"{noun.text}{'' if tail.startswith('-') else ' '}{tail}" if tail else noun.text


_READERS: Final = (_from_noun, _from_alliance, _from_talks, _signed_before)
