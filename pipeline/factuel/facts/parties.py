"""Who is party to an agreement: those who sign it, those "entre" and "avec" bring, and the one left unsaid."""

from __future__ import annotations

from typing import Final

from spacy.tokens import Token

from factuel.facts.agreement_status import Claim
from factuel.facts.clauses import phrase_ending_at
from factuel.facts.context import FactContext
from factuel.facts.doc_tables import text_sentence
from factuel.facts.owners import possessed_by
from factuel.facts.participants import distinct
from factuel.facts.protagonist import protagonist
from factuel.facts.sides import phrases_after, side, sides_after, sides_before
from factuel.models import read_words
from factuel.records import EntityRef

_REACH: Final = 30
_NEAR: Final = 500
"""Characters before "les deux entreprises" in which the two were named."""
_POSSESSIVES: Final = frozenset({"son", "sa", "leur", "ses", "leurs"})


def is_agreement(noun: Token) -> bool:
    """Return whether the word names an agreement here ("d'accord" is none)."""
    if noun.lower_ not in read_words("agreement_words") or noun.pos_ not in {"NOUN", "PROPN", "X", "ADJ"}:
        return False
    before = noun.nbor(-1) if noun.i else None
    of = before is not None and before.lower_ in {"d'", "d’"} and noun.lower_ == "accord"
    if noun.lower_ in {"lettre", "promesses", "promesse"}:
        after = [word.lower_ for word in noun.doc[noun.i + 1 : noun.i + 3]]
        return bool({"d'intention", "intention", "d'intérêt", "intérêt", "entente", "bail", "vente"} & set(after))
    consent = noun.lower_ == "accord" and bool(read_words("consent_words") & _words_before(noun))
    aside = before is not None and before.lower_ == "en"
    other = noun.i + 1 < len(noun.doc) and noun.nbor().lower_ in {"collective", "graphique", "climatique"}
    return not (of or consent or aside or other) and not noun.ent_type_


def _words_before(noun: Token) -> set[str]:
    """Return the two words before a noun, without the article: "avec l'accord" has "avec" there."""
    return {word.lower_ for word in noun.doc[max(0, noun.i - 2) : noun.i]}


def parties_of(context: FactContext, noun: Token, claim: Claim) -> list[EntityRef]:
    """Return the parties of an agreement, in order: who acts, whom "entre", "avec" or "lie" brings, who is left out."""
    between = _between(context, noun, claim)
    if len(between) >= 2:
        return between
    joined = _joined(context, noun, claim)
    acting = _acting(context, noun, claim)
    known = distinct([*acting, *joined, *between])
    if len(known) == 1 and (joined or between):
        besides = frozenset(party.name for party in known)
        known = distinct([*_unsaid(context, noun, claim, besides), *known])
    return known


def _window(noun: Token, claim: Claim) -> list[Token]:
    """Return the words from the noun or its verb to the end of what is said of it."""
    verb = claim.verb
    low = min(noun.i, verb.i) if verb is not None else noun.i
    high = max(noun.i, verb.i) if verb is not None else noun.i
    words: list[Token] = []
    for word in noun.doc[low : min(high + _REACH, text_sentence(noun).end)]:
        closes = word.text == "»" and not any(before.text == "«" for before in words)
        if word.i > high and (word.text == ";" or closes or (word.text == "," and word.i > high + 8)):
            break
        words.append(word)
    return words


def _between(context: FactContext, noun: Token, claim: Claim) -> list[EntityRef]:
    """ "le partenariat entre A et B", "un accord entre les deux groupes", "la convention qui lie A à B"."""
    for word in _window(noun, claim):
        if word.lower_ == "entre":
            both = _both(context, word)
            return both if both is not None else sides_after(context, word)
        if claim.verb is not None and word == claim.verb and _binds(word):
            return _bound(context, noun, word)
    return []


def _bound(context: FactContext, noun: Token, verb: Token) -> list[EntityRef]:
    """ "la convention lie désormais A à B", "qui lie A, B et C", "l'alliance qui l'unissait à B"."""
    sentence = text_sentence(verb)
    starts = [verb, *(word for word in verb.doc[verb.i + 1 : min(verb.i + 5, sentence.end - 1)])]
    pair = next((found for at in starts if (found := sides_after(context, at))), [])
    ahead = verb.doc[verb.i + 1 : min(verb.i + 20, sentence.end)]
    to = next((word for word in ahead if word.lower_ in {"à", "au", "aux"}), None)
    other = sides_after(context, to)[:2] if to is not None and len(pair) < 2 else []
    who = distinct([*pair, *other])
    clitic = verb.i and verb.nbor(-1).lower_ in {"l'", "l’", "les", "le", "la"}
    other_side = protagonist(context, noun.idx, frozenset(w.name for w in who)) if clitic and len(who) == 1 else None
    return distinct([*([other_side] if other_side is not None else []), *who])


def _binds(verb: Token) -> bool:
    return verb.lower_.startswith(("li", "uni")) and verb.lower_ not in {"lire", "lit"}


def _both(context: FactContext, preposition: Token) -> list[EntityRef] | None:
    """Return the two that "les deux entreprises" are; null when the preposition brings names."""
    after = preposition.doc[preposition.i + 1 : preposition.i + 4]
    noun = next((word for word in after if word.lower_ in read_words("party_nouns")), None)
    two = noun is not None and any(word.lower_ == "deux" for word in after)
    return last_two(context, noun) if noun is not None and two else None


def last_two(context: FactContext, noun: Token) -> list[EntityRef]:
    """Return the two that "les deux entreprises" are: the two organisations named last before the sentence, or in it.
    Countries stay open: capitals too are named for them."""
    if noun.lower_ in read_words("party_nouns", kind="place"):
        return []
    near = context.index.mentions_in(max(0, noun.idx - _NEAR), noun.idx)
    found = list({entity.id: entity for entity in reversed(near) if entity.type == "organisation"}.values())
    return [context.index.ref(entity) for entity in reversed(found[:2])] if len(found) >= 2 else []


def _joined(context: FactContext, noun: Token, claim: Claim) -> list[EntityRef]:
    """ "un accord avec A et B", "a signé avec A un accord", "un contrat auprès de A", "a notifié à A un marché"."""
    given = claim.verb is not None and claim.verb.lower_.startswith(("notifi", "attribu", "confi"))
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
        if any(True for _ in phrases_after(start)):
            return []
    return []


def _acting(context: FactContext, noun: Token, claim: Claim) -> list[EntityRef]:
    """Return who makes or ends the agreement: the subjects of an active verb, else whom "par" names."""
    verb = claim.verb
    if verb is None:
        return []
    if not claim.active:
        after = verb.doc[verb.i + 1 : min(verb.i + 14, text_sentence(verb).end)]
        by = next((word for word in after if word.lower_ == "par"), None)
        return sides_after(context, by) if by is not None else []
    if verb.i > noun.i and not _is_relative(noun, verb):
        return []
    found = sides_before(context, verb)
    if len(found) < 2:
        both = next((w for w in verb.doc[max(0, verb.i - 6) : verb.i] if w.lower_ in read_words("party_nouns")), None)
        two = both is not None and both.nbor(-1).lower_ in {"deux", "les"}
        named = last_two(context, both) if both is not None and two else []
        return named if len(named) == 2 else distinct([*found, *_added(context, verb)])
    return distinct([*found, *_added(context, verb)])


def _added(context: FactContext, verb: Token) -> list[EntityRef]:
    """Return whom "ainsi que" adds after the verb: "A et B ont signé, ainsi que C"."""
    after = verb.doc[verb.i + 1 : min(verb.i + 4, text_sentence(verb).end)]
    word = next((w for w in after if w.lower_ == "que" and w.nbor(-1).lower_ == "ainsi"), None)
    return sides_after(context, word)[:1] if word is not None else []


def _is_relative(noun: Token, verb: Token) -> bool:
    return any(word.lower_ in {"que", "qu'", "qu’"} for word in noun.doc[noun.i + 1 : verb.i])


def _unsaid(context: FactContext, noun: Token, claim: Claim, besides: frozenset[str] = frozenset()) -> list[EntityRef]:
    """Return the party that the sentence leaves out: the antecedent of "dont", the owner of "son contrat", else, where
    nobody else acts in the sentence, the organisation that the article is about."""
    sentence = text_sentence(noun)
    before = [word.lower_ for word in noun.doc[max(sentence.start, noun.i - 2) : noun.i]]
    if "dont" in before:
        at = noun.i - 1 - before[::-1].index("dont") - 1
        comma = noun.doc[at].text == ","
        phrase = phrase_ending_at(noun.doc[at - 1 if comma else at])
        found = side(context, phrase, noun.i) if phrase is not None else None
        return [found] if found is not None else []
    if _POSSESSIVES & set(before):
        found = possessed_by(context, noun)
        return [found] if found is not None else []
    if claim.active and claim.verb is not None and claim.verb.i < noun.i:
        return []
    found = _clause_subject(context, noun) or protagonist(context, noun.idx, besides)
    return [found] if found is not None else []


def _clause_subject(context: FactContext, noun: Token) -> EntityRef | None:
    """Return the party that the main clause names after a detached agreement: "Après le contrat signé avec B, A
    recrute", "le partenariat signé avec B permet à A de recruter"."""
    sentence = text_sentence(noun)
    for word in noun.doc[noun.i + 1 : sentence.end]:
        if word.text == "," or word.lower_.startswith("perme"):
            for phrase, end in phrases_after(word if word.text == "," else word.nbor()):
                return side(context, phrase, end) if phrase.name is not None else None
    return None
