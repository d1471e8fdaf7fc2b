"""Who gives money and who gets it: the sides of a verb of funding and of the phrases around a sum."""

from __future__ import annotations

from typing import Final

from spacy.tokens import Span, Token

from factuel.annotation.notation.folding import fold
from factuel.facts.clauses import Phrase, phrase_ending_at
from factuel.facts.context import FactContext
from factuel.facts.doc_tables import names_in, text_sentence
from factuel.facts.meant_bodies import acting_before
from factuel.facts.money_words import leftwards
from factuel.facts.profiles import functions
from factuel.facts.protagonist import protagonist, subject_phrase
from factuel.facts.sides import phrases_after, side, sides_before
from factuel.facts.syntax import has_feature
from factuel.models import read_words, verb_forms
from factuel.records import EntityRef

_TO: Final = frozenset({"à", "au", "aux"})
_INTO: Final = frozenset({"dans", "chez", "capital"})
_HAVE: Final = frozenset(
    {"a", "ont", "avait", "avaient", "aura", "auront", "aurait", "auraient", "ai", "avons", "avoir"}
)
_GIVES: Final = frozenset({"débloquer", "allouer", "donner", "offrir"})
"""Verbs of giving whose subject may be a person."""
_GAPPING: Final = frozenset({"invests", "grants", "funds", "puts", "pays"})
"""Frames of verbs that the next clause may leave out: "la région en paie le tiers, la ville 3 M€"."""
_BY_NAME: Final = frozenset({"organisation", "misc"})


def body(context: FactContext, phrase: Phrase, end: int) -> EntityRef | None:
    """Return the known body that a phrase means; a noun phrase that only contains a town's name is none."""
    found = side(context, phrase, end)
    return found if found is not None and found.entity_id is not None else None


def doer(context: FactContext, verb: Token) -> EntityRef | None:
    """Return the first of the subjects of a verb that is a known body."""
    found = [who for who in sides_before(context, _finite_of(verb)) if who.entity_id is not None]
    return found[0] if found else _person(context, verb)


def _person(context: FactContext, verb: Token) -> EntityRef | None:
    """Return the person, of a name of two words, who invests or gives, a minister perhaps: a company is sometimes taken
    for one."""
    row = verb_forms("investment_verbs").get(verb.lower_)
    phrase = subject_phrase(verb)
    if row is None or phrase is None or not (row["frame"] == "invests" or row["lemma"] in _GIVES):
        return None
    name = phrase.name or (_apposed_person(phrase) if row["lemma"] in _GIVES else None)
    if name is None:
        return None
    entity = context.index.entity_at(name.start_char, name.end_char)
    alone = phrase.start == name.start or phrase.name is None
    whole = entity is not None and " " in entity.name and entity.type == "person"
    return context.index.ref(entity) if alone and whole and entity is not None else None


def _apposed_person(phrase: Phrase) -> Span | None:
    """Return the name in apposition to a function: "La ministre de la Culture, Zoé Marquis, a débloqué"."""
    if fold(phrase.head.text) not in functions():
        return None
    later = (span for span in names_in(text_sentence(phrase.head)) if span.start > phrase.head.i)
    return next((span for span in later if span.label_ == "PER" and phrase.head.doc[span.start - 1].text == ","), None)


def _finite_of(verb: Token) -> Token:
    """Return the verb whose subject an infinitive or a coordinated participle has ("s'engage à investir"), or the
    object pronoun whose subject is its own ("la Wallonie la finance")."""
    before = verb.nbor(-1) if verb.i else verb
    if before.lower_ in {"la", "le", "les"} and before.i and before.nbor(-1).pos_ in {"NOUN", "PROPN", "PRON"}:
        return before
    if has_feature(verb, "VerbForm", "Inf") and subject_phrase(verb) is None and verb.head.pos_ == "VERB":
        return verb.head
    return verb


def giver_from(context: FactContext, preposition: Token) -> EntityRef | None:
    """Return the first body that a preposition introduces ("par A", "de la région B", "auprès du fonds C")."""
    start = preposition
    if preposition.lower_ == "auprès" and preposition.i + 1 < len(preposition.doc):
        start = preposition.nbor()
    for phrase, end in phrases_after(start):
        return body(context, phrase, end)
    return None


def taker(context: FactContext, verb: Token, span: Span | None = None, *, after_only: bool = False) -> EntityRef | None:
    """Return who gets the money: after "à" for what is granted ("à la ville de Lens"), after "dans" for what is put in,
    and then no place, which is only where; `after_only` the sum. Null where the clause says nobody known."""
    sentence = text_sentence(verb)
    last = span.end if span is not None else verb.i + 1
    grants = verb_forms("investment_verbs").get(verb.lower_, {"frame": "grants"})["frame"] != "invests"
    words = [*verb.doc[last : min(last + 7, sentence.end)], *([] if after_only else verb.doc[verb.i + 1 : last])]
    for word in words:
        if word.text in {";", ":"}:
            return None
        if word.lower_ in (_TO if grants else _INTO):
            return _taken(context, word, places=grants)
    return None


def _taken(context: FactContext, preposition: Token, *, places: bool) -> EntityRef | None:
    for phrase, end in phrases_after(preposition):
        found = body(context, phrase, end)
        entity = context.index.by_id.get(found.entity_id or "") if found is not None else None
        return found if entity is not None and (places or entity.type in _BY_NAME) else None
    return None


def relative_taker(context: FactContext, verb: Token) -> EntityRef | None:
    """ "Le musée A, à qui il avait donné 3 M€": the antecedent of "à qui" or "auquel" gets it."""
    for word in reversed(verb.doc[max(text_sentence(verb).start, verb.i - 8) : verb.i]):
        opens = word.lower_ in {"auquel", "auxquels"} or (
            word.lower_ in {"qui", "laquelle"} and word.i > 0 and word.nbor(-1).lower_ == "à"
        )
        if opens:
            at = word.i - (1 if word.lower_.startswith("au") else 2)
            comma = at > 0 and verb.doc[at].text == ","
            phrase = phrase_ending_at(verb.doc[at - 1 if comma else at])
            return body(context, phrase, verb.i) if phrase is not None else None
    return None


def clitic_taker(context: FactContext, verb: Token) -> EntityRef | None:
    """ "lui prête 18 milliards", "nous versera 400 000 euros": what the article is about gets it."""
    left = verb.doc[max(text_sentence(verb).start, verb.i - 3) : verb.i]
    clitic = next((word for word in left if word.lower_ in {"lui", "nous", "leur"}), None)
    if clitic is None:
        return None
    spoken = context.speaker_at(clitic.idx, clitic.idx + len(clitic)) is not None
    relative = any(word.lower_ == "qui" for word in verb.doc[max(0, verb.i - 4) : verb.i])
    phrase = acting_before(context, clitic) if relative and clitic.lower_ == "lui" else None
    acting = body(context, phrase, phrase.head.i + 1) if phrase is not None else None
    if acting is not None:
        return acting
    return protagonist(context, verb.idx) if clitic.lower_ == "lui" or spoken else None


def last_phrase(span: Span) -> Phrase | None:
    """Return the noun phrase that ends right before a sum: "la région" of "et la région 1,5 million"."""
    at = span.start - 1
    while at > 0 and span.doc[at].lower_ in {"un", "peu", "plus", "de", "près", "environ", "quelque", "à"}:
        at -= 1
    word = span.doc[at]
    return phrase_ending_at(word) if (at > 0 and word.pos_ in {"NOUN", "PROPN", "ADJ"}) or word.ent_type_ else None


def gapped_verb(context: FactContext, span: Span) -> Token | None:
    """Return the active verb of giving of the sum or share before, in the same sentence, which the clause of a sum
    leaves out; null where none stands there."""
    forms = verb_forms("investment_verbs")
    words = [w for w in leftwards(span, 40) if w.lower_ in forms and not w.ent_type_]
    verb = next((w for w in words if not is_passive_form(w)), None)
    if verb is None or forms[verb.lower_]["frame"] not in _GAPPING:
        return None
    earlier = (s for s in context.doc.spans.get("figures", ()) if verb.i < s.start and s.end <= span.start - 2)
    return verb if next(earlier, None) is not None else None


def is_passive_form(verb: Token) -> bool:
    """Return whether a participle has no auxiliary of the active: "accordée par", "sera financé"."""
    row = verb_forms("investment_verbs").get(verb.lower_)
    regular = row is not None and row["group"] == "1" and not verb.lower_.endswith(("é", "ée", "és", "ées"))
    if regular or not has_feature(verb, "VerbForm", "Part") or has_feature(verb, "Tense", "Pres"):
        return False
    if verb.dep_ == "conj" and verb.head.pos_ == "VERB":
        return is_passive_form(verb.head)
    left = {word.lower_ for word in verb.doc[max(text_sentence(verb).start, verb.i - 5) : verb.i]}
    return not (_HAVE & left) or "été" in left


def is_unknown_name(verb: Token) -> bool:
    """Return whether the subject of a verb is a word that stands for nothing known and is no common noun or pronoun of
    organisations: a name that was not recognised, or, of one word, was taken for a person's."""
    phrase = subject_phrase(verb)
    if phrase is not None and phrase.name is not None:
        return phrase.name.label_ == "PER" and len(phrase.name) == 1
    if phrase is None or phrase.head.pos_ == "PRON":
        return False
    return not any(phrase.head.lower_ in read_words(lexicon) for lexicon in ("type_nouns", "organisation_nouns"))
