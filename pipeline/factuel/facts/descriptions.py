"""Whom a participle or an apposition describes ("le patron de Lumeo, basée à Lens"): the noun phrases before it, the
nearest that agrees with it first; the parse of press prose often ties it to another one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from spacy.tokens import Span, Token

from factuel.annotation.notation.folding import fold
from factuel.facts.actors import reference
from factuel.facts.body_kinds import body_nouns, body_rows, is_parent
from factuel.facts.clauses import name_beside
from factuel.facts.context import FactContext
from factuel.facts.doc_tables import names_in, sent_of, text_sentence
from factuel.facts.nearby import follows_person
from factuel.facts.owners import is_organisation_kind, is_verb, may_mean, meant, organisation_of, topic_owner
from factuel.facts.profiles import functions, human_nouns
from factuel.facts.syntax import copulas, has_feature, subjects
from factuel.models import read_words
from factuel.records import EntityRef

_REACH: Final = 14
"""Tokens before a participle in which what it describes is looked for."""
_OPENING: Final = 30
"""Tokens after the first word of a detached phrase in which the subject of the clause is looked for."""
_BEFORE_NOUN: Final = frozenset({"DET", "ADJ", "NUM"})
_STOPS: Final = frozenset({";", ":", "»", "«", "puis"})
_NOUNS: Final = frozenset({"NOUN", "PROPN"})
_FEMININE: Final = ("ée", "ées", "ise", "ises", "ie", "ies")
_LINKS: Final = frozenset({"et", "ou", "mais", "puis"})
_DETERMINERS: Final = frozenset({"un", "une", "le", "la", "l'", "l’", "autre"})


def described(context: FactContext, participle: Token) -> EntityRef | None:
    """Return the organisation that a participle describes, is the predicate of, or whose sentence it opens."""
    if _is_predicate(participle):
        return _first(context, participle, subjects(participle))
    if _is_linked(participle):
        head = participle.head
        tied = participle.dep_ == "conj" and head.dep_ in {"acl", "amod", "appos"}
        return _described_noun(context, head.head, participle) if tied else None
    return opened(context, participle) if opens(participle) else _nearest(context, participle)


def _is_predicate(participle: Token) -> bool:
    return any(child.dep_ in {"aux:pass", "cop", "aux:tense"} for child in participle.children) or bool(
        copulas(participle)
    )


def _is_linked(participle: Token) -> bool:
    return participle.i > sent_of(participle).start and participle.nbor(-1).lower_ in _LINKS


def opens(participle: Token) -> bool:
    """Return whether a word opens its sentence, but for an adverb or a preposition."""
    words = participle.doc[text_sentence(participle).start : participle.i]
    start = next((word.i + 1 for word in reversed(words) if word.text == ";"), words.start)
    return participle.i <= start + 2 and not any(
        word.pos_ in _NOUNS or word.ent_type_ for word in participle.doc[start : participle.i]
    )


def opened(context: FactContext, token: Token) -> EntityRef | None:
    """Return the organisation that is the subject of the clause that a detached phrase opens: "Créée à Lens en 2016,
    la société compte"."""
    doc, sentence = token.doc, text_sentence(token)
    for comma in doc[token.i + 1 : min(token.i + _OPENING, sentence.end - 2)]:
        if comma.text in {";", "»", ":"}:
            return None
        if comma.text != ",":
            continue
        first = next((word for word in doc[comma.i + 1 : comma.i + 4] if word.pos_ not in _BEFORE_NOUN), None)
        body = first is not None and fold(first.text) in body_nouns()
        if first is None or first.ent_type_ not in {"", "ORG"} or (is_verb(first) and not body):
            continue
        generic = is_organisation_kind(first) or first.pos_ == "PRON"
        found = meant(context, first, token.idx) or (topic_owner(context, first, token.idx) if generic else None)
        found = found or organisation_of(context, first)
        if found is not None:
            inside = {entity.id for entity in context.index.mentions_in(token.idx, comma.idx)}
            entity = context.index.by_id.get(found.entity_id or "")
            fits = entity is None or may_mean(context, first, entity)
            return found if fits and found.entity_id not in inside else None
    return None


def _first(context: FactContext, participle: Token, words: list[Token]) -> EntityRef | None:
    return next((found for word in words if (found := _described_noun(context, word, participle))), None)


def _described_noun(context: FactContext, noun: Token, participle: Token) -> EntityRef | None:
    """Return the organisation that a noun is, or that it is in apposition to ("Lumeo, une PME installée à Lens")."""
    if noun.ent_type_ not in {"", "ORG"} or noun == participle:
        return None
    if noun.lower_ in functions() | human_nouns() or (noun.lower_ == "filiale" and name_beside(noun) is None):
        return None
    found = apposed_name(context, noun) if is_organisation_kind(noun) else None
    return found or organisation_of(context, noun) or called(context, context.text[noun.idx : participle.idx])


def apposed_name(context: FactContext, noun: Token) -> EntityRef | None:
    """Return the name to which a noun of organisations is in apposition ("Lumeo, une PME installée à Lens"), whatever
    the type that the name was given: the noun says what it is."""
    sentence = text_sentence(noun)
    for span in reversed([name for name in names_in(sentence) if name.end <= noun.i]):
        between = [word.lower_ for word in noun.doc[span.end : noun.i]]
        plain = all(
            word in _DETERMINERS or noun.doc[span.end + at].pos_ == "ADJ" for at, word in enumerate(between[1:])
        )
        if between[:1] != [","] or len(between) > 4 or not plain or name_beside(noun) is not None:
            return None
        if _opens_as_child(span) and {"l'", "l’", "le", "la"} & set(between):
            return None
        entity = context.index.entity_at(span.start_char, span.end_char)
        return context.index.ref(entity) if entity is not None and span.label_ != "LOC" else None
    return None


def _opens_as_child(name: Span) -> bool:
    """Return whether a name is that of a parent in a phrase that opens its sentence: "Filiale du groupe Ardan, la
    société" is not Ardan."""
    first = next((word for word in text_sentence(name.root) if not word.is_space), name.root)
    return first.lower_ in read_words("membership_words", "lemma", frame="noun_of") and is_parent(name[0])


def called(context: FactContext, words: str) -> EntityRef | None:
    """Return the organisation or place that the article also writes as these words with capitals."""
    said = words.strip(" ,").casefold()
    for entity in context.index.entities if " " in said else ():
        if entity.type in {"organisation", "place"} and said in {n.casefold() for n in (entity.name, *entity.aliases)}:
            return context.index.ref(entity)
    return None


def _nearest(context: FactContext, participle: Token) -> EntityRef | None:
    """Return what the nearest phrase before the participle means that agrees with it, null when that is a person or a
    thing."""
    for noun, name in _phrases_before(participle):
        if not _agrees(noun, participle):
            continue
        if name is not None:
            return _named(context, name, noun, participle)
        if noun.lower_ in functions() | human_nouns():
            return None
        found = _described_noun(context, noun, participle)
        return found
    return None


def _named(context: FactContext, name: Span, noun: Token, participle: Token) -> EntityRef | None:
    if name.label_ == "LOC":
        entity = context.index.entity_at(name.start_char, name.end_char)
        sites = read_words("site_nouns")
        built = entity is not None and {entity.name.split(" ")[0].casefold(), noun.lower_} & sites
        return context.index.ref(entity) if entity is not None and built else None
    return reference(context, name) if name.label_ == "ORG" else None


def _phrases_before(participle: Token) -> Iterator[tuple[Token, Span | None]]:
    """Yield (noun, name) for each phrase before the participle, the nearest first: a name with the noun that announces
    it ("la société Lumeo": société, Lumeo) or with its own last word, or a noun without a name."""
    sentence = text_sentence(participle)
    names = {word.i: span for span in names_in(sentence) for word in span}
    at = participle.i - 1
    while at >= max(sentence.start, participle.i - _REACH):
        word = participle.doc[at]
        if word.text in _STOPS or (word.pos_ in {"VERB", "AUX"} and at not in names and _is_finite(word)):
            return
        span = names.get(at)
        if span is not None:
            noun = _announcing(span)
            yield noun, span
            at = min(noun.i, span.start) - 1
            continue
        if word.pos_ in _NOUNS:
            yield word, None
        at -= 1


def _is_finite(word: Token) -> bool:
    return not has_feature(word, "VerbForm", "Part") or bool(
        list(word.lefts) and any(c.dep_ == "aux:tense" for c in word.lefts)
    )


def _announcing(name: Span) -> Token:
    """Return the common noun that stands before a name of its own kind ("la société lilloise Lumeo", "la fabrique de
    meubles Lumeo"), else the name's first word."""
    for word in reversed(name.doc[max(sent_of(name).start, name.start - 5) : name.start]):
        completes = word.i > 0 and word.nbor(-1).lower_ in {"de", "d'", "d’"}
        if word.pos_ == "NOUN" and not (completes and name.doc[name.start - 1] == word):
            return word
        if word.pos_ not in {"ADJ", "NOUN", "ADP"} or (word.pos_ == "ADP" and word.i == name.start - 1):
            break
    return name[0]


def _agrees(noun: Token, participle: Token) -> bool:
    """Return whether gender and number allow the participle to describe the noun; a name may have any gender."""
    form = participle.lower_
    plural = form.endswith("s") and not form.endswith("is")
    if noun.ent_type_:
        return not plural or noun.lower_.endswith("s") or noun.ent_type_ == "ORG"
    gender = noun.morph.get("Gender", [])
    number = noun.morph.get("Number", [])
    if gender and gender[0] != ("Fem" if form.endswith(_FEMININE) else "Masc"):
        return False
    return not number or (number[0] == "Plur") == plural


def is_of_body(born: Token) -> bool:
    """Return whether "né", "née" is said of a body: after a name or a noun of bodies ("le pôle est né", "Lumeo,
    née à Lens"), or where it opens the sentence of one; people are born too."""
    if follows_person(born) or _opens_for_pronoun(born):
        return False
    if born.lower_ == "née" and opens(born):
        return True
    said = [word for word in subjects(born) if word != born] or [
        w for w in born.doc[max(0, born.i - 2) : born.i] if w.text != ","
    ]
    return any(word.ent_type_ == "ORG" or fold(word.text) in body_rows() for word in said)


def _opens_for_pronoun(participle: Token) -> bool:
    """Return whether the sentence that a participle opens goes on about "elle": a person, most often."""
    words = text_sentence(participle)
    return opens(participle) and any(word.text == "," and word.nbor().pos_ == "PRON" for word in words[:-1])
