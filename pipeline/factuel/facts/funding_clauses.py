"""Money in a clause with a verb or a noun of funding: who gives, lends or invests it, who gets or raises it."""

from __future__ import annotations

from typing import Final

from spacy.tokens import Span, Token

from factuel.facts.clauses import phrase_ending_at
from factuel.facts.context import FactContext
from factuel.facts.doc_tables import text_sentence
from factuel.facts.meant_bodies import classes_of
from factuel.facts.money_sides import (
    body,
    clitic_taker,
    doer,
    giver_from,
    is_passive_form,
    is_unknown_name,
    relative_taker,
    taker,
)
from factuel.facts.money_words import OF, Funding, has_cue, leftwards, own_words, rightwards, verb_left
from factuel.facts.protagonist import protagonist
from factuel.facts.syntax import is_finite
from factuel.models import read_lexicon, read_words, verb_forms
from factuel.records import EntityRef

_NEAR: Final = 8
_LEFT: Final = 16
_CLOSE: Final = 4
_BUSINESS: Final = frozenset({"marché", "marchés", "contrat", "contrats", "commande", "commandes"})
"""What a verb of giving may have as its object that is no money: "attribué le marché, d'un montant de"."""
_POTS: Final = frozenset({"table", "pot", "poche", "charge"})


def from_noun(context: FactContext, span: Span) -> Funding | None:
    """ "une subvention de 1,8 MF", "un tour de table de 3 M€ auprès de A", "600 000 euros d'avances de la région"."""
    head = _noun_head(span)
    if head is None:
        return None
    frame = {row["form"]: row["frame"] for row in read_lexicon("investment_words")}[head.lower_]
    verb = verb_left(head)
    row = verb_forms("investment_verbs").get(verb.lower_) if verb is not None else None
    said = row["frame"] if row is not None else ""
    if frame == "raises" and said == "invests" and verb is not None:
        return Funding(head, doer(context, verb), None)
    if frame == "raises" or said == "raises":
        return _raised(context, span, head, verb)
    if frame == "invested" and said not in {"receives", "grants"}:
        by = next((word for word in own_words(context, span)[:8] if word.lower_ == "par"), None)
        who = giver_from(context, by) if by is not None else doer(context, verb) if verb is not None else None
        return Funding(head, who or (None if by is not None else protagonist(context, span.start_char)), None)
    if said == "receives" and verb is not None:
        return Funding(head, _source(context, span, verb), doer(context, verb))
    if verb is not None and said in {"grants", "invests", "funds", "puts", "light"}:
        found = _granted(context, span, verb, head)
        return found if found.investor is not None else Funding(head, _of_whom(context, span, head), found.recipient)
    if verb is None and (told := _told(context, span, head)) is not None:
        return told
    by = next((word for word in own_words(context, span)[:8] if word.lower_ in {"par", "auprès"}), None)
    giver = giver_from(context, by) if by is not None else _of_whom(context, span, head)
    granting = next((w for w in rightwards(span, text_sentence(span.root))[:8] if _grants(w)), None)
    given = giver is not None or (span.end < len(span.doc) and span.doc[span.end].lower_ in {"à", "au", "aux"})
    to = taker(context, granting) if granting is not None else taker(context, head) if given else None
    return Funding(head, giver, to)


def _of_whom(context: FactContext, span: Span, head: Token) -> EntityRef | None:
    """ "la contribution de A s'élève à 3 M€", "une aide de 3 M€ de A": whose the money is that the noun names."""
    after = (head.nbor() if head.i + 1 < span.start else None, span.doc[span.end] if span.end < len(span.doc) else None)
    for word in after:
        if word is not None and word.lower_ in OF and not word.ent_type_:
            found = giver_from(context, word)
            if found is not None:
                return found
    return None


def _told(context: FactContext, span: Span, head: Token) -> Funding | None:
    """ "a ramené sa subvention de 45 000 à 30 000 euros", "A, dont l'aide est tombée à 3 M€", "a conclu avec B un prêt
    portant sur 3 M€"."""
    before = [word.lower_ for word in head.doc[max(text_sentence(head).start, head.i - 2) : head.i]]
    if "dont" in before:
        at = head.i - len(before) + before.index("dont") - 1
        phrase = phrase_ending_at(head.doc[at - 1 if head.doc[at].text == "," else at]) if at > 0 else None
        giver = body(context, phrase, at + 1) if phrase is not None else None
        return Funding(head, giver, None) if giver is not None else None
    verbs = [w for w in head.doc[max(text_sentence(head).start, head.i - _LEFT) : head.i] if w.pos_ == "VERB"]
    if not verbs:
        return None
    if before[-1:] and before[-1] in {"sa", "son", "ses"}:
        giver = doer(context, verbs[-1])
        return Funding(head, giver, None) if giver is not None else None
    row = verb_forms("agreement_verbs").get(verbs[-1].lower_)
    words = [*head.doc[verbs[-1].i + 1 : span.start], *rightwards(span, text_sentence(head))[:8]]
    by = next((word for word in words if word.lower_ in {"avec", "auprès"}), None)
    giver = giver_from(context, by) if by is not None and row is not None and row["status"] == "signed" else None
    taking = doer(context, verbs[-1]) if giver is not None else None
    lends = taking is not None and _is_lender(context, taking) and not _is_lender(context, giver)
    return (Funding(head, taking, giver) if lends else Funding(head, giver, taking)) if giver is not None else None


def _is_lender(context: FactContext, who: EntityRef | None) -> bool:
    entity = context.index.by_id.get(who.entity_id or "") if who is not None else None
    return entity is not None and "bank" in classes_of(context, entity)


def _grants(word: Token) -> bool:
    row = verb_forms("investment_verbs").get(word.lower_)
    return row is not None and row["frame"] == "grants" and is_passive_form(word)


def _noun_head(span: Span) -> Token | None:
    """Return the noun of funding that the sum measures: just before it, or after it with "de"."""
    words = read_words("investment_words")
    near = [word for word in leftwards(span, _NEAR) if not word.ent_type_]
    head = next((word for word in near if word.lower_ in words), None)
    amounts = verb_forms("amount_verbs")
    told = [w for w in span.doc[head.i + 1 : span.start] if is_finite(w)] if head is not None else []
    if head is None or any(word.lower_ not in amounts for word in told):
        right = rightwards(span, text_sentence(span.root))[:3]
        head = next((word for word in right if word.lower_ in words), None)
        if head is None or right[0].lower_ not in OF:
            return None
    after = {word.lower_ for word in head.doc[head.i : head.i + 3]}
    unsure = head.lower_ in {"tour", "levée", "augmentation"} and not {"table", "fonds", "capital"} & after
    return None if unsure else head


def _raised(context: FactContext, span: Span, head: Token, verb: Token | None) -> Funding:
    words = own_words(context, span)
    source = next((w for w in words[:14] if w.lower_ in {"par", "auprès"}), None)
    giver = giver_from(context, source) if source is not None else None
    of = next((w for w in words[:2] if w.lower_ in OF), None)
    near = [w for w in head.doc[max(text_sentence(head).start, head.i - _NEAR) : head.i] if w.pos_ == "VERB"]
    doing = verb or (near[-1] if near else None)
    who = doer(context, doing) if doing is not None else None
    raiser = who or (giver_from(context, of) if of is not None else None)
    unknown = raiser is None and verb is not None and is_unknown_name(verb)
    besides = frozenset({giver.name}) if giver is not None else frozenset()
    return Funding(head, giver, raiser or (None if unknown else protagonist(context, span.start_char, besides)))


def from_verb(context: FactContext, span: Span) -> Funding | None:
    """ "La BERD y injecte 6 M€", "accordé 500 F au comité ainsi que 1 200 F au club", "a reçu 3 M€ de A"."""
    verb = verb_left(span[0])
    if verb is None or any(word.lower_ in _BUSINESS for word in verb.doc[verb.i + 1 : span.start]):
        return None
    frame = verb_forms("investment_verbs")[verb.lower_]["frame"]
    if frame == "raises":
        return _raised(context, span, verb, verb) if span.start - verb.i <= 3 else None
    if frame == "light":
        return None
    if frame == "receives":
        source = _source(context, span, verb)
        granted = source is not None or _is_granted(verb, span)
        return Funding(verb, source, doer(context, verb)) if granted else None
    if frame == "pays" and not {"pour", "dans"} & {w.lower_ for w in span.doc[span.end : span.end + 2]}:
        return None
    words = text_sentence(verb)[verb.i - text_sentence(verb).start :]
    if frame == "puts" and not _is_put(verb, span, words) and not _is_added(verb, span):
        return None
    level = any(word.lower_ in {"hauteur", "pour", "dans"} for word in span.doc[max(verb.i, span.start - 3) : span.end])
    if frame == "funds" and not level and span.start - verb.i > 3:
        return None
    return _granted(context, span, verb, verb)


def _is_put(verb: Token, span: Span, words: Span) -> bool:
    """ "met 3 M€ sur la table", "y met 3 M€", "met 3 M€ dans une ligne"."""
    into = {"dans", "sur"} & {word.lower_ for word in span.doc[span.end : span.end + 1]}
    near = bool(into) and span.start - verb.i <= _CLOSE and verb.lower_.startswith("m")
    return near or any(w.lower_ in _POTS for w in words[:14]) or verb.nbor(-1).lower_ in {"y", "en"}


def _is_added(verb: Token, span: Span) -> bool:
    """ "ajoute 2 M€ pour les filtres", "a mis 3 M€" after a sentence about funding; "met 3 M€ de côté" is none."""
    sentence = text_sentence(verb)
    after = span.doc[span.end].lower_ if span.end < len(span.doc) else "."
    if span.start - verb.i > _CLOSE or after not in {"pour", ".", ",", ";", "afin"}:
        return False
    before = text_sentence(span.doc[sentence.start - 1]) if sentence.start else sentence
    return after in {"pour", "afin"} or has_cue(before) or has_cue(sentence[: verb.i - sentence.start])


def _is_granted(verb: Token, span: Span) -> bool:
    """Return whether what is got is a grant: "touché de la province 2 M$ au titre de", "reçu 3 M€ pour moderniser"."""
    around = [*verb.doc[verb.i + 1 : span.start], *rightwards(span, text_sentence(verb))[:8]]
    said = {word.lower_ for word in around}
    return "titre" in said or bool(read_words("granting_bodies") & said)


def _granted(context: FactContext, span: Span, verb: Token, anchor: Token) -> Funding:
    """Return who gives by an active or a passive verb, and to whom."""
    asked = relative_taker(context, verb)
    said = verb_forms("investment_verbs").get(verb.lower_, {"frame": ""})["frame"] == "light"
    to = asked or clitic_taker(context, verb) or taker(context, verb, span, after_only=said)
    if not is_passive_form(verb):
        giver = doer(context, verb)
        if asked is not None and giver == asked:
            return Funding(anchor, None, asked)
        return Funding(anchor, giver, None if to == giver else to)
    sentence = text_sentence(verb)
    own = span.doc[span.end : span.end + 1]
    ahead = own if own and own[0].lower_ == "par" else verb.doc[verb.i + 1 : min(verb.i + 20, sentence.end)]
    by = next((word for word in ahead if word.lower_ == "par"), None)
    return Funding(anchor, giver_from(context, by) if by is not None else None, to)


def _source(context: FactContext, span: Span, verb: Token) -> EntityRef | None:
    """Return who "de", "par" or "auprès de" names after the sum, or between the verb and the sum ("a obtenu de A")."""
    after = rightwards(span, text_sentence(span.root))[:8]
    end = next((at for at, word in enumerate(after) if word.text == ","), len(after))
    for word in (*after[:end], *verb.doc[verb.i + 1 : span.start]):
        lent = verb.lower_.startswith("emprunt") and word.lower_ in {"à", "au", "aux"}
        if (word.lower_ in OF | {"par", "auprès"} or lent) and not word.ent_type_:
            found = giver_from(context, word)
            if found is not None:
                return found
    return None
