"""Who is party to an agreement: the names that sign it, those "entre" and "avec" bring, and the one left unsaid."""

from __future__ import annotations

from typing import Final

from spacy.tokens import Span, Token

from factuel.facts.actors import actor, main_organisation, reference, subject_names
from factuel.facts.context import FactContext
from factuel.facts.nearby import coordinated, text_sentence
from factuel.facts.participants import distinct
from factuel.facts.syntax import agents, has_feature, is_passive, subjects
from factuel.models import read_words
from factuel.records import EntityRef

PARTIES: Final = frozenset({"organisation", "person", "misc", "place"})
_OF: Final = frozenset({"de", "du", "des", "d'", "d’"})
_BOTH: Final = frozenset({"deux", "trois", "les"})
_WITH: Final = frozenset({"avec", "entre"})
_ASIDE: Final = frozenset({"à", "en", "de", "du", "d'", "d’", "chez", "dans", "sur", "pour", "par", "selon", "("})
_NEAR: Final = 400
"""Characters before "les deux entreprises" in which the two were named."""


def is_agreement(noun: Token) -> bool:
    """Return whether the word names an agreement here ("d'accord" is none)."""
    if noun.lower_ not in read_words("agreement_words") or noun.pos_ not in {"NOUN", "PROPN", "X", "ADJ"}:
        return False
    before = noun.nbor(-1) if noun.i else None
    of = before is not None and before.lower_ in {"d'", "d’"} and noun.lower_ == "accord"
    if noun.lower_ in {"lettre", "promesses", "promesse"}:
        after = [word.lower_ for word in noun.doc[noun.i + 1 : noun.i + 3]]
        return bool({"d'intention", "intention", "d'intérêt", "intérêt", "entente", "bail", "engagement"} & set(after))
    consent = noun.lower_ == "accord" and bool(read_words("consent_words") & _words_before(noun))
    return not of and not consent and not noun.ent_type_


def _words_before(noun: Token) -> set[str]:
    """Return the two words before a noun, without the article: "avec l'accord" has "avec" there."""
    return {word.lower_ for word in noun.doc[max(0, noun.i - 2) : noun.i]}


def parties_after(context: FactContext, noun: Token, verb: Token | None) -> list[EntityRef]:
    """Return the names that "avec" or "entre" brings after the noun or after its verb, coordinated ones included."""
    starts = [noun.i] + ([verb.i] if verb is not None else [])
    for word in noun.doc[min(starts) : min(max(starts) + 30, text_sentence(noun).end)]:
        if word.lower_ in _WITH:
            both = next((w for w in noun.doc[word.i : word.i + 4] if w.lower_ in read_words("party_nouns")), None)
            if both is not None and "deux" in [w.lower_ for w in noun.doc[word.i : both.i]]:
                return _last_two(context, both)
            first = next((name for name in text_sentence(noun).ents if word.i < name.start <= word.i + 7), None)
            if first is not None and not any(
                w.pos_ in {"VERB", "AUX"} or w.text in {",", ";"} for w in noun.doc[word.i : first.start]
            ):
                if first.label_ == "LOC" and any(w.lower_ in _OF for w in noun.doc[word.i : first.start]):
                    return []
                run = _run(context, first, loose=word.lower_ == "entre")
                return run if word.lower_ == "avec" or len(run) >= 2 else []
    return []


def parties_of_verb(context: FactContext, verb: Token | None, noun: Token) -> list[EntityRef]:
    """Return who signs: the names coordinated before the verb, else its subject, else both of the two named last."""
    if verb is None or verb.i > noun.i:
        return _agents(context, verb)
    if is_passive(verb):
        return _agents(context, verb)
    named = _names_before(context, verb)
    if len(named) >= 2:
        return named
    words = subjects(verb)
    if any(has_feature(word, "Number", "Plur") and word.pos_ in {"NOUN", "PRON"} for word in words):
        both = next((word for word in words if word.lower_ in read_words("party_nouns")), None)
        return _last_two(context, both) if both is not None else named
    found = actor(context, words, PARTIES)
    return distinct([*([found] if found is not None else []), *named])


def parties_beside(context: FactContext, verb: Token) -> list[EntityRef]:
    """Return the organisations that "ainsi que" adds after the verb: "A et B ont signé, ainsi que C"."""
    after = verb.doc[verb.i + 1 : min(verb.i + 4, text_sentence(verb).end)]
    if "ainsi" not in [word.lower_ for word in after]:
        return []
    names = [name for name in text_sentence(verb).ents if name.start > verb.i and name.label_ == "ORG"]
    return distinct(found for name in names[:1] if (found := reference(context, name)))


def unsaid_party(context: FactContext, noun: Token, known: list[EntityRef]) -> list[EntityRef]:
    """Return the party that the sentence leaves out: the antecedent of "dont", else the article's organisation."""
    before = [word.lower_ for word in noun.doc[max(text_sentence(noun).start, noun.i - 2) : noun.i]]
    if "dont" in before:
        names = [name for name in text_sentence(noun).ents if name.end <= noun.i and noun.i - name.end <= 4]
        return [found for name in names[-1:] if (found := reference(context, name, PARTIES))]
    earlier = any(is_agreement(word) for word in noun.doc[text_sentence(noun).start : noun.i])
    found = (None if earlier else subject_names(context, noun)) or main_organisation(context, noun.idx)
    taken = {party.name.casefold() for party in known}
    return [found] if found is not None and found.name.casefold() not in taken else []


def _agents(context: FactContext, verb: Token | None) -> list[EntityRef]:
    if verb is None:
        return []
    return distinct(found for word in agents(verb) if (found := actor(context, [word], PARTIES)))


def _names_before(context: FactContext, verb: Token) -> list[EntityRef]:
    """Return the names of the coordination that ends before the verb: "A, B et la société C ont signé"."""
    names = [name for name in text_sentence(verb).ents if name.end <= verb.i]
    while names and (names[-1].start and _is_aside(names[-1])):
        names.pop()
    if not names or any(_is_finite(word) for word in verb.doc[names[-1].end : verb.i]):
        return []
    run = [names[-1]]
    for name in reversed(names[:-1]):
        if verb.doc[name.start - 1].text == "(" and name.start:
            continue
        between = verb.doc[name.end : run[0].start]
        if any(_is_finite(w) or w.text in {";", ":", "»"} for w in between) or _is_aside(name):
            break
        if "et" not in [w.lower_ for w in between] and len(run) == 1 and len(between) > 3:
            break
        run.insert(0, name)
    tied = any(word.lower_ in {"et", "ainsi"} for word in verb.doc[run[0].end : run[-1].start])
    chosen = run if tied else run[-1:]
    organisations = [name for name in chosen if name.label_ == "ORG"]
    chosen = organisations if len(organisations) >= 2 else chosen
    return distinct(found for name in chosen if (found := reference(context, name, PARTIES)))


def _is_finite(word: Token) -> bool:
    return word.pos_ == "VERB" and has_feature(word, "VerbForm", "Fin")


def _is_aside(name: Span) -> bool:
    """Return whether a preposition stands before the name; for a place, also before its article ("de la gare")."""
    first = text_sentence(name.root).start
    at = name.start - 1
    if name.label_ == "LOC" and at > first and name.doc[at].lower_ in {"la", "le", "l'", "l’", "les"}:
        at -= 1
    return at >= first and name.doc[at].lower_ in _ASIDE


def _run(context: FactContext, first: Span, *, loose: bool) -> list[EntityRef]:
    """Return a name and those coordinated with it; after "entre", also one with words of its own before it."""
    run = coordinated(first, first.label_)
    if loose and len(run) == 1:
        later = [name for name in text_sentence(first.root).ents if first.end < name.start <= first.end + 10]
        run += [
            name for name in later if {"et", "avec"} & _before(name) and not _verbs(name.doc[first.end : name.start])
        ][:1]
    elif not loose and len(run) == 1:
        after = [
            name
            for name in text_sentence(first.root).ents
            if first.end < name.start <= first.end + 5 and name.label_ == "ORG"
        ]
        if after and first.doc[first.end].lower_ == "et" and not _verbs(first.doc[first.end : after[0].start]):
            run.append(after[0])
    return distinct(found for name in run if (found := reference(context, name, PARTIES)))


def _before(name: Span) -> set[str]:
    return {word.lower_ for word in name.doc[name.start - 3 : name.start]}


def _verbs(span: Span) -> bool:
    return any(word.pos_ in {"VERB", "AUX"} for word in span)


def _last_two(context: FactContext, noun: Token) -> list[EntityRef]:
    """Return the two that "les deux entreprises" are: the two named last. Countries stay open: capitals too are
    named for them."""
    if noun.lower_ in read_words("party_nouns", kind="place"):
        return []
    low = max(0, text_sentence(noun).start_char - _NEAR)
    near = context.index.mentions_in(low, noun.idx)
    found = list({entity.id: entity for entity in reversed(near) if entity.type == "organisation"}.values())
    return [context.index.ref(entity) for entity in reversed(found[:2])] if len(found) >= 2 else []
