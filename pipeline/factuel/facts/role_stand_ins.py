"""Functions that stand for a person named before: "la dirigeante de Lumeo succède à", "dit l'ancienne libraire"."""

from __future__ import annotations

from functools import cache
from typing import Final

from factuel.facts.context import FactContext
from factuel.facts.doc_tables import sent_of
from factuel.facts.function_words import fold, function_kinds
from factuel.facts.role_values import Holder, status_of
from factuel.facts.speaker_words import general_nouns
from factuel.facts.titles import Title
from factuel.models import read_lexicon, unaccented
from factuel.records import EntityRef

POINTING: Final = frozenset({"cet", "cette", "ce"})
_CONFIDENCE: Final = 0.6
_ARTICLES: Final = {"le": "Masc", "ce": "Masc", "cet": "Masc", "la": "Fem", "cette": "Fem"}
DEFINITE: Final = frozenset({"le", "la", "l'"}) | POINTING


def standing_for(title: Title, context: FactContext) -> Holder | None:
    """ "La dirigeante de Lumeo succède à ...", "ajoute cet ancien commandant": a function that stands for the only
    person of the sentence before; one that opens its sentence says more than "le directeur"."""
    doc, head = context.doc, context.doc[title.head]
    article = fold(doc[title.first])
    opens = title.first == sent_of(head).start or doc[title.first - 1].is_space
    fuller = title.organisation is not None or title.former or title.stop > title.head + 1
    named = article in DEFINITE and fuller and opens
    pointed = article in POINTING and title.former
    speaker = _speaker(title, context)
    if speaker is not None:
        return _stand_in(title, context, speaker)
    if not (named or pointed) or (title.stop < len(doc) and doc[title.stop].text == "("):
        return None
    who = context.topic.only_person(doc[title.first], sentences=2 if pointed else 1)
    return _stand_in(title, context, who) if who is not None else None


def _stand_in(title: Title, context: FactContext, who: EntityRef) -> Holder | None:
    doc, entity = context.doc, context.index.by_id.get(who.entity_id or "")
    gender = context.resolver.gender_of(entity) if entity is not None else None
    if gender is not None and _ARTICLES.get(doc[title.first].lower_, gender) != gender:
        return None
    start, end = doc[title.first].idx, doc[title.stop - 1].idx + len(doc[title.stop - 1])
    return Holder(start, end, title, status_of(title), _CONFIDENCE, person=who, stands_in=True)


def _speaker(title: Title, context: FactContext) -> EntityRef | None:
    """ "« ... », plaide l'ancienne libraire": whom the speaker of a quotation is found to be, for a profession or a
    former function; "l'élue", "le patron" say nothing new, and "l'éditeur" may be a company."""
    head = context.doc[title.head]
    word = fold(head)
    profession = function_kinds().get(word) == "profession" and word not in general_nouns() | _companies()
    new = title.former or profession or title.organisation is not None
    if not new or fold(context.doc[title.first]) not in DEFINITE:
        return None
    for span in context.doc.spans.get("quotations", ()):
        speaker = span._.quotation.speaker
        if speaker is not None and speaker.kind == "noun" and speaker.start <= head.idx < speaker.end:
            who = context.speaker_at(span._.quotation.start, span._.quotation.end)
            entity = context.index.by_id.get(who.entity_id or "") if who is not None else None
            return who if entity is not None and entity.type == "person" else None
    return None


@cache
def _companies() -> frozenset[str]:
    """Return the folded trades that name a company ("le brasseur Lumeo")."""
    return frozenset(unaccented(row["form"]) for row in read_lexicon("name_heads") if row["type"] == "ORG")
