"""An agreement whose parties the sentences before name: "Le contrat, d'une durée de sept ans, garantit 4 M€"."""

from __future__ import annotations

from typing import Final

from spacy.tokens import Token

from factuel.facts.agreement_status import Claim
from factuel.facts.context import FactContext
from factuel.facts.doc_tables import text_sentence
from factuel.facts.protagonist import is_prominent, protagonist_entity
from factuel.models import read_words, verb_forms
from factuel.records import Entity, EntityRef

_OPENING: Final = 4
"""Words of a sentence in which the agreement is its subject."""
_SENTENCES: Final = 2
_REACH: Final = 16


def running_claim(noun: Token) -> Claim | None:
    """Return the claim of an agreement that runs or has effects, told of by a definite noun that opens a sentence: "Le
    contrat porte sur cinq ans"; null for any other."""
    sentence = text_sentence(noun)
    article = noun.nbor(-1).lower_ if noun.i else ""
    first = noun.i - sentence.start <= _OPENING and article in {"le", "la", "l'", "l’", "ce", "cet", "cette"}
    if not first or noun.lower_ not in read_words("agreement_words", nominal="1"):
        return None
    forms = verb_forms("running_verbs")
    words = noun.doc[noun.i + 1 : min(noun.i + _REACH, sentence.end)]
    return Claim(None, "signed") if any(w.lower_ in forms and w.pos_ in {"VERB", "AUX"} for w in words) else None


def named_before(context: FactContext, noun: Token) -> list[EntityRef]:
    """Return the two bodies that the two sentences before name, and no others, in their order; of one alone, the
    article's own body is the other."""
    start = text_sentence(noun).start
    paragraph = context.text.rfind("\n\n", 0, noun.idx)
    for _ in range(_SENTENCES):
        low = text_sentence(noun.doc[max(0, start - 1)])
        start = low.start if low.start_char > paragraph else start
        near = _bodies(context, noun.doc[start].idx, noun.idx)
        main = protagonist_entity(context, noun.idx)
        if len(near) == 1 and main is not None and is_prominent(context, context.index.ref(main)):
            near = list({entity.id: entity for entity in (main, *near)}.values())
        if len(near) == 2:
            return [context.index.ref(entity) for entity in near] if main is None or main in near else []
        if len(near) > 2:
            return []
    return []


def _bodies(context: FactContext, start: int, end: int) -> list[Entity]:
    """Return the organisations named between two characters that are no media, in order."""
    media = read_words("organisations", kind="media")
    found = {e.id: e for e in context.index.mentions_in(start, end) if e.type == "organisation"}
    return [entity for entity in found.values() if entity.name not in media]
