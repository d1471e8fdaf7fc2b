"""Who is party to an agreement: those who sign it, those "entre" and "avec" bring, and the one left unsaid."""

from __future__ import annotations

from typing import Final

from spacy.tokens import Token

from factuel.facts.agreement_status import Claim
from factuel.facts.clauses import Phrase, phrase_ending_at
from factuel.facts.context import FactContext
from factuel.facts.doc_tables import names_in, text_sentence
from factuel.facts.participants import distinct
from factuel.facts.party_clauses import before_plural, is_plural, leading_sides, of_clause, of_other, theirs
from factuel.facts.party_pairs import both_parties, last_two, of_both
from factuel.facts.protagonist import is_prominent, protagonist, subject_phrase
from factuel.facts.sides import phrases_after, side, sides_after, sides_before
from factuel.facts.unsaid_party import binds, bound_parties, is_going_on, unsaid_party
from factuel.models import read_words, verb_forms
from factuel.records import EntityRef

_REACH: Final = 30
_BESIDE: Final = 5
_CLOSE, _FAR = 8, 16
"""Words after which a comma closes what is said of an agreement, and of an order, whose goods are described."""
_AHEAD: Final = 14
"""Words between "avec lequel" and the agreement."""
_ORDERS: Final = frozenset({"commande", "commandes"})


def is_agreement(noun: Token) -> bool:
    """Return whether the word names an agreement here ("d'accord" is none)."""
    placed = noun.lower_ == "commande" and any(
        w.lower_.startswith("pass") for w in noun.doc[max(0, noun.i - 4) : noun.i]
    )
    nominal = placed or noun.pos_ in {"NOUN", "PROPN", "X", "ADJ"}
    if noun.lower_ not in read_words("agreement_words") or not nominal:
        return False
    before = noun.nbor(-1) if noun.i else None
    of = before is not None and before.lower_ in {"d'", "d’"} and noun.lower_ == "accord"
    if noun.lower_ in {"lettre", "promesses", "promesse"}:
        after = [word.lower_ for word in noun.doc[noun.i + 1 : noun.i + 3]]
        return bool({"d'intention", "intention", "d'intérêt", "intérêt", "entente", "bail", "vente"} & set(after))
    sided = {"avec", "entre"} & {word.lower_ for word in noun.doc[noun.i + 1 : noun.i + 4]}
    consent = noun.lower_ == "accord" and not sided and bool(read_words("consent_words") & _words_before(noun))
    talks = noun.lower_ in read_words("agreement_words", nominal="talks")
    aside = before is not None and before.lower_ == "en" and not talks
    other = noun.i + 1 < len(noun.doc) and noun.nbor().lower_ in {"collective", "graphique", "climatique"}
    other = other and not _is_being_signed(noun)
    return not (of or consent or aside or other) and not noun.ent_type_


def _is_being_signed(noun: Token) -> bool:
    """Return whether a verb of signing stands beside "convention collective", which is else the law of a trade."""
    forms = verb_forms("agreement_verbs")
    near = noun.doc[max(text_sentence(noun).start, noun.i - _BESIDE) : noun.i + _BESIDE]
    return any(forms.get(word.lower_, {"status": ""})["status"] in {"signed", "renewed", "negotiated"} for word in near)


def _words_before(noun: Token) -> set[str]:
    """Return the two words before a noun, without the article: "avec l'accord" has "avec" there."""
    return {word.lower_ for word in noun.doc[max(0, noun.i - 2) : noun.i]}


def parties_of(context: FactContext, noun: Token, claim: Claim) -> list[EntityRef]:
    """Return the parties of an agreement, in order: who acts, whom "entre", "avec" or "lie" brings, who is left out."""
    known = _known_parties(context, noun, claim)
    return [p for p in known if not any(p != other and f" {p.name} " in f" {other.name} " for other in known)]


def _known_parties(context: FactContext, noun: Token, claim: Claim) -> list[EntityRef]:
    """Return the parties, a shorter name of one of them perhaps among them."""
    between = _between(context, noun, claim)
    if len(between) >= 2:
        return between
    joined = _joined(context, noun, claim)
    acting = _acting(context, noun, claim)
    if len(acting) == 1 and not joined and claim.active:
        joined = of_other(context, noun, claim)
    if not joined and not acting:
        main = protagonist(context, noun.idx) if _is_social(noun, claim) else None
        social = [main] if main is not None and is_prominent(context, main) else []
        return of_clause(context, noun, claim) or theirs(context, noun) or social
    known = distinct([*acting, *joined, *between])
    ordered = noun.lower_ in _ORDERS and claim.verb is not None and not claim.active
    if len(known) == 1 and (joined or ordered):
        besides = frozenset(party.name for party in known)
        known = distinct([*unsaid_party(context, noun, claim, besides), *known])
    elif len(known) == 1 and claim.verb is not None and claim.active and _may_lack(context, noun, claim):
        other = protagonist(context, noun.idx, frozenset({known[0].name}))
        main = protagonist(context, text_sentence(noun).start_char)
        known = [*known, other] if other is not None and other == main and is_prominent(context, other) else known
    return known


def _may_lack(context: FactContext, noun: Token, claim: Claim) -> bool:
    """Return whether an agreement that one body makes or ends may be with the one that the article is about: no other
    side is said, not even one that nobody knows ("avec ses clients")."""
    if is_going_on(claim):
        return True
    words = _window(noun, claim)
    sides = {"avec", "entre", "auprès", "à", "au", "aux"}
    return claim.status == "signed" and not any(word.lower_ in sides for word in words if word.i > noun.i)


def is_faced(context: FactContext, noun: Token, claim: Claim) -> bool:
    """Return whether the other side of an agreement with one named party is said by a common noun: "a signé un accord
    avec les syndicats", "les éleveurs ont signé avec Lumeo"."""
    if claim.verb is None and noun.lower_ not in read_words("agreement_words", nominal="1"):
        return False
    if noun.lower_ in read_words("agreement_words", nominal="deal"):
        return False
    if _is_social(noun, claim):
        return True
    for word in _window(noun, claim):
        if word.lower_ in {"avec", "auprès", "entre"}:
            after = [phrase for phrase, _ in phrases_after(word)]
            named = [phrase for phrase in after if phrase.name is not None]
            if named and claim.active and claim.verb is not None:
                subject = subject_phrase(claim.verb)
                return subject is not None and subject.name is None and _is_many(subject.head)
            return any(phrase.name is None and _is_many(phrase.head) for phrase in after)
    return False


def _is_social(noun: Token, claim: Claim) -> bool:
    """Return whether the other side are the workers of the body that the article is about: "l'accord signé en juin avec
    les syndicats"."""
    words = _window(noun, claim)
    heads = [phrase.head for word in words if word.lower_ in {"avec", "par"} for phrase, _ in phrases_after(word)]
    return claim.verb is not None and any(head.lower_ in read_words("side_nouns", kind="staff") for head in heads)


def _is_many(head: Token) -> bool:
    """Return whether a noun means several people or bodies that nobody names."""
    return head.pos_ == "NOUN" and "Plur" in head.morph.get("Number", []) and head.lower_ in read_words("side_nouns")


def _window(noun: Token, claim: Claim) -> list[Token]:
    """Return the words from the noun or its verb to the end of what is said of it."""
    verb = claim.verb
    low = min(noun.i, verb.i) if verb is not None else noun.i
    high = max(noun.i, verb.i) if verb is not None else noun.i
    words: list[Token] = []
    for word in noun.doc[low : min(high + _REACH, text_sentence(noun).end)]:
        closes = word.text == "»" and not any(before.text == "«" for before in words)
        far = high + (_FAR if noun.lower_ in _ORDERS else _CLOSE)
        if word.i > high and (word.text == ";" or closes or (word.text == "," and word.i > far)):
            break
        words.append(word)
    return words


def _between(context: FactContext, noun: Token, claim: Claim) -> list[EntityRef]:
    """ "le partenariat entre A et B", "un accord entre les deux groupes", "la convention qui lie A à B"."""
    for word in _window(noun, claim):
        if word.lower_ == "entre":
            both = both_parties(context, word)
            return both if both is not None else sides_after(context, word)
        if word.i != noun.i and binds(word):
            return bound_parties(context, noun, word)
    return of_both(context, noun)


def _joined(context: FactContext, noun: Token, claim: Claim) -> list[EntityRef]:
    """ "un accord avec A et B", "a signé avec A un accord", "un contrat auprès de A", "a notifié à A un marché"."""
    first = text_sentence(noun)[0]
    opening = next((w for w in noun.doc[first.i : first.i + 3] if w.lower_ == "avec"), None)
    if opening is not None and opening.i < noun.i and claim.active and (found := sides_after(context, opening)):
        return found
    ahead = _with_whom(noun)
    if ahead is not None:
        who = side(context, ahead, ahead.name.end) if ahead.name is not None else None
        return [who] if who is not None else []
    given = claim.verb is not None and claim.verb.lower_.startswith(("notifi", "attribu", "confi"))
    given = given or noun.lower_ in read_words("agreement_words", nominal="deal") | _ORDERS
    brings = {"avec", "auprès"} | ({"à", "au", "aux"} if given else set())
    for word in _window(noun, claim):
        if word.lower_ not in brings:
            continue
        after = word.nbor() if word.i + 1 < len(word.doc) else word
        if after.lower_ in {"lequel", "laquelle", "qui", "lesquels"}:
            phrase = phrase_ending_at(word.nbor(-2)) if word.i > 1 and word.nbor(-1).text == "," else None
            who = side(context, phrase, word.i) if phrase is not None else None
            return [who] if who is not None else []
        start = after if word.lower_ == "auprès" else word
        found = sides_after(context, start)
        if found:
            return found
        if word.lower_ in {"avec", "auprès"} and any(True for _ in phrases_after(start)):
            return []
    return []


def _with_whom(noun: Token) -> Phrase | None:
    """ "B, avec lequel un contrat vient d'être signé": the phrase before "avec lequel" that opens the clause."""
    for word in reversed(noun.doc[max(text_sentence(noun).start, noun.i - _AHEAD) : noun.i]):
        if word.text in {",", ";", "«"}:
            return None
        if word.lower_ in {"lequel", "laquelle", "lesquels", "qui"} and word.nbor(-1).lower_ in {"avec", "auquel"}:
            comma = word.nbor(-2) if word.i > 1 else word
            if comma.text != "," or not comma.i:
                return None
            name = next((span for span in names_in(text_sentence(noun)) if span.end == comma.i), None)
            return Phrase(name.root, name, name.start) if name is not None else phrase_ending_at(comma.nbor(-1))
    return None


def _acting(context: FactContext, noun: Token, claim: Claim) -> list[EntityRef]:
    """Return who makes or ends the agreement: the subjects of an active verb, else whom "par" names."""
    verb = claim.verb
    if verb is None or noun.nbor(-1).lower_ == "en":
        being = next((w for w in reversed(noun.doc[max(0, noun.i - 4) : noun.i]) if w.pos_ in {"AUX", "VERB"}), None)
        return sides_before(context, being) if being is not None and noun.nbor(-1).lower_ == "en" else []
    if not claim.active:
        after = verb.doc[verb.i + 1 : min(verb.i + 14, text_sentence(verb).end)]
        by = next((word for word in after if word.lower_ == "par"), None)
        both = both_parties(context, by) if by is not None else None
        return both or (sides_after(context, by) if by is not None else [])
    if verb.i > noun.i and not _is_relative(noun, verb):
        by = next((word for word in noun.doc[noun.i : verb.i] if word.lower_ == "par"), None)
        return sides_after(context, by) if by is not None else []
    found = sides_before(context, verb) or leading_sides(context, verb)
    if len(found) < 2:
        them = next((w for w in verb.doc[max(0, verb.i - 6) : verb.i] if w.lower_ in read_words("party_nouns")), None)
        two = them is not None and them.nbor(-1).lower_ in {"deux", "les"}
        named = last_two(context, them) if them is not None and two else []
        if len(named) == 2:
            return named
        found = found if len(found) == 1 and not is_plural(verb) else before_plural(context, verb) or found
    return distinct([*found, *_added(context, verb)])


def _added(context: FactContext, verb: Token) -> list[EntityRef]:
    """Return whom "ainsi que" adds after the verb: "A et B ont signé, ainsi que C"."""
    after = verb.doc[verb.i + 1 : min(verb.i + 4, text_sentence(verb).end)]
    word = next((w for w in after if w.lower_ == "que" and w.nbor(-1).lower_ == "ainsi"), None)
    return sides_after(context, word)[:1] if word is not None else []


def _is_relative(noun: Token, verb: Token) -> bool:
    return any(word.lower_ in {"que", "qu'", "qu’"} for word in noun.doc[noun.i + 1 : verb.i])
