"""Money put into something, granted, lent or raised: what the clause around a sum says of who gives and who gets.

Each reader looks at one wording. Sides are read as those of an agreement are (`sides`); where the clause says nobody
known, nobody is said, but for what an article's own body raises or invests.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, cast

from spacy.tokens import Span

from factuel.facts.context import FactContext
from factuel.facts.doc_tables import names_in, text_sentence
from factuel.facts.funding_clauses import from_noun, from_verb
from factuel.facts.labelled_sums import from_label
from factuel.facts.money_sides import body, doer, gapped_verb, giver_from, last_phrase
from factuel.facts.money_words import OF, Funding, has_cue, leftwards, own_words, rightwards
from factuel.facts.protagonist import protagonist
from factuel.facts.purchases import bought
from factuel.facts.syntax import is_finite
from factuel.facts.works import from_cost, from_works
from factuel.models import read_words, verb_forms
from factuel.records import EntityRef

_GAPS: Final = frozenset({",", "et", ";"})
_PARTS: Final = frozenset({"dont", "moitié", "tiers", "partie", "quart", "hauteur"})


def read_funding(context: FactContext, span: Span) -> Funding | None:
    """Return what is said of a sum of money; null when it is not put into anything, or nobody known is named."""
    asked = ("funding", span.start)
    if asked not in context.memo:
        context.memo[asked] = _read(context, span)
    return cast("Funding | None", context.memo[asked])


def _read(context: FactContext, span: Span) -> Funding | None:
    for readers in (_READERS, _WORKS):
        found = next((said for reader in readers if (said := reader(context, span)) is not None), None)
        if found is not None and (found.investor is not None or found.recipient is not None):
            return found
    return None


def _given_after(context: FactContext, span: Span) -> Funding | None:
    """ "dont 1,6 million apporté par A", "financé à hauteur de 2,5 millions par A et de 900 000 euros par B"."""
    forms = verb_forms("investment_verbs")
    words = own_words(context, span)
    at = next((i for i, word in enumerate(words[:6]) if word.lower_ == "par"), None)
    if at is None or any(is_finite(word) or word.lower_ in _PARTS for word in words[:at]):
        return None
    later = rightwards(span, text_sentence(span.root))[at : at + 14]
    level = any("hauteur" in word.lower_ for word in later) and "hauteur" not in span.text
    if level or any(word.text == "," for word in words[1:at]):
        return None
    said = next(
        (word for word in [*span, *words[:at]] if word.lower_ in forms or word.lower_ in {"assuré", "assurés"}), None
    )
    cues = forms.keys() | read_words("investment_words")
    cue = said or (next((w for w in leftwards(span, 30) if w.lower_ in cues), None) if at <= 1 else None)
    if cue is None or forms.get(cue.lower_, {"frame": "funds"})["frame"] in {"receives", "raises"}:
        return None
    giver = giver_from(context, words[at])
    return Funding(cue, giver, None) if giver is not None else None


def _share(context: FactContext, span: Span) -> Funding | None:
    """ "dont 4 M€ de la région A", "auxquels s'ajoutent 80 000 euros du département", "12 M€ viennent de A"."""
    left = [word.lower_ for word in leftwards(span, 4)]
    words = rightwards(span, text_sentence(span.root))
    comes = next((word for word in words[:3] if word.lower_ in verb_forms("provenance_verbs")), None)
    added = "dont" in left or any(word.startswith("ajout") for word in left)
    if not added and comes is None:
        return None
    start = 0 if comes is None else words.index(comes) + 1
    for word in words[start : start + 4]:
        if word.lower_ in OF:
            giver = giver_from(context, word)
            if giver is not None:
                return Funding(comes or span[0], giver, None)
    return None


def _gapped(context: FactContext, span: Span) -> Funding | None:
    """ "l'État apporte 4 M€ et la région 1,5": the verb left out is that of the sum before; a phrase in its subject's
    place that means nobody known leaves nothing to say."""
    verb = gapped_verb(context, span)
    phrase = last_phrase(span) if verb is not None else None
    if verb is None or phrase is None or phrase.start <= verb.i or not phrase.start:
        return None
    link = span.doc[phrase.start - 1].lower_
    if link not in _GAPS or (link == "et" and phrase.head.lower_ in verb_forms("investment_verbs")):
        return None
    return Funding(verb, body(context, phrase, span.start), None)


def _bracketed(context: FactContext, span: Span) -> Funding | None:
    """ "avec la participation de A (7 M€)": a sum in brackets after a name, where money is raised."""
    if span.start < 2 or span.doc[span.start - 1].text != "(" or not has_cue(text_sentence(span.root)):
        return None
    names = names_in(text_sentence(span.root))
    name = next((name for name in names if name.end == span.start - 1 and name.label_ == "ORG"), None)
    entity = context.index.entity_at(name.start_char, name.end_char) if name is not None else None
    return Funding(span[0], context.index.ref(entity), None) if entity is not None else None


def _led(context: FactContext, span: Span) -> Funding | None:
    """ "Le tour est conduit par A, à hauteur de 20 millions": who leads it gives that much."""
    level = span[0] if "hauteur" in [word.lower_ for word in span] else span.doc[max(0, span.start - 3)]
    if "hauteur" not in [word.lower_ for word in span.doc[level.i : span.end]]:
        return None
    name = next((name for name in reversed(names_in(text_sentence(span.root))) if name.end <= level.i), None)
    leads = any(word.lower_ in verb_forms("leading_verbs") for word in leftwards(span, 16))
    shared = span.doc[level.i - 1].lower_ == "et" or (span.end < len(span.doc) and span.doc[span.end].lower_ == "par")
    if name is None or shared or level.i - name.end > 1 or not (leads or has_cue(text_sentence(span.root))):
        return None
    by = next((word for word in span.doc[max(0, name.start - 5) : name.start] if word.lower_ == "par"), None)
    giver = giver_from(context, by) if by is not None else _sharing(context, name)
    return Funding(level, giver, None) if giver is not None else None


def _leading(context: FactContext, span: Span) -> Funding | None:
    """ "A mène l'opération avec 6 M€", "A conduit le tour de table en apportant 6 M€"."""
    left = list(leftwards(span, 8))
    verb = next((w for w in left if w.lower_ in verb_forms("leading_verbs") and w.pos_ == "VERB"), None)
    if verb is None or left[0].lower_ not in {"avec", "apportant", "mettant"}:
        return None
    between = {word.lower_ for word in span.doc[verb.i + 1 : span.start]}
    giver = doer(context, verb) if between & read_words("raising_nouns") else None
    return Funding(verb, giver, None) if giver is not None else None


def _sharing(context: FactContext, name: Span) -> EntityRef | None:
    """ "que se partageront A, à hauteur de 9 millions, et B": the name that shares the cost."""
    before = name.doc[max(text_sentence(name.root).start, name.start - 8) : name.start]
    if not any(word.lower_.startswith("partag") for word in before):
        return None
    entity = context.index.entity_at(name.start_char, name.end_char)
    return context.index.ref(entity) if entity is not None and entity.type != "person" else None


def _raised_after(context: FactContext, span: Span) -> Funding | None:
    """ "dont 45 000 glanés auprès de 612 contributeurs": raised by the body that the article is about."""
    words = rightwards(span, text_sentence(span.root))[:4]
    forms = verb_forms("investment_verbs")
    cue = next((w for w in words[:2] if w.lower_ in forms and forms[w.lower_]["frame"] == "raises"), None)
    source = next((word for word in words if word.lower_ == "auprès"), None)
    if cue is None or source is None:
        return None
    return Funding(cue, giver_from(context, source), protagonist(context, span.start_char))


_READERS: Final[tuple[Callable[[FactContext, Span], Funding | None], ...]] = (
    _bracketed, _led, _leading, _given_after, _raised_after, _share, bought, _gapped, from_label, from_noun, from_verb,
)  # fmt: skip
_WORKS: Final[tuple[Callable[[FactContext, Span], Funding | None], ...]] = (from_works, from_cost)
