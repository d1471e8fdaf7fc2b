"""What speaks for each name in sight of a figure: syntax, place in the text, weight in the article."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from itertools import takewhile
from typing import Final, cast

from spacy.tokens import Span, Token

from factuel.facts.context import FactContext
from factuel.facts.figure_candidates import Clues, Named
from factuel.facts.figure_clause import Clause, subjects_of
from factuel.facts.figure_items import Item, item_of, item_topic, ranked_in
from factuel.facts.participants import named, participant
from factuel.facts.syntax import agents, objects, preposition
from factuel.models import read_words, unaccented
from factuel.records import Entity

_ANY: Final = frozenset({"organisation", "person", "place", "misc"})
_OF: Final = frozenset({"de", "d'", "d’", "du", "des"})
_PLACED: Final = frozenset({"à", "a", "au", "aux", "en", "dans", "sur", "près", "vers"})
_OWN: Final = frozenset({"son", "sa", "ses", "leur", "leurs"})
_US: Final = frozenset({"nous", "notre", "nos", "on"})
_MOST: Final = 4
"""How many of the names mentioned most are candidates wherever the figure stands."""


def read_clues(context: FactContext, clause: Clause) -> Clues:
    """Return the clues of the names in sight of the figure of `clause`."""
    clues = Clues(public=_public(), sayers=_sayers(context))
    _read_syntax(clues, context, clause)
    _read_sentence(clues, context, clause)
    _read_paragraph(clues, context, clause.span)
    _read_article(clues, context, clause.span)
    _read_speaker(clues, context, clause)
    return clues


def _read_syntax(clues: Clues, context: FactContext, clause: Clause) -> None:
    verb, head, inside = clause.verb, clause.head, clause.subjects
    clues.add("subject of the clause", _meant(context, inside))
    clues.add("named as the subject", [context.index.entity_at(word.idx, word.idx + len(word)) for word in inside])
    clues.add("bears the noun of the subject", _bearing(context, clause.span, inside))
    for clue, entities in _named_beside(context, verb):
        clues.add(clue, entities)
    clues.add("subject of the sentence", _meant(context, clause.root_subjects))
    for word in _belongings(head):
        how = "owner" if preposition(word) in _OF else "beside"
        clues.add(f"{how} of the noun", [named(context, word, _ANY)])
    completed = _completed(clause)
    for word in completed:
        clues.add("head of the noun", [named(context, word, _ANY)])
        for child in word.children:
            if child.dep_ == "nmod" and preposition(child) in _OF:
                clues.add("owner of the head", [named(context, child, _ANY)])
    for word in inside:
        if any(child.lower_ in _OWN for child in word.children):
            for kind in ("organisation", "person"):
                whose = context.topic.possessor(word, kind)
                found = context.index.by_id.get(whose.entity_id or "") if whose is not None else None
                clues.add("possessor of the subject", [found])
    if any(child.lower_ in _OWN for noun in [head, *completed] for child in noun.children):
        owner = context.topic.possessor(head, "organisation")
        clues.add("possessor", [context.index.by_id.get(owner.entity_id or "")] if owner is not None else [])


def _named_beside(context: FactContext, verb: Token) -> list[tuple[str, list[Entity | None]]]:
    """Return the agents and the objects of a verb that are names; the figures of one clause ask for the same."""
    asked = ("named beside", verb.i)
    if asked not in context.memo:
        known = (("named as an agent", agents(verb)), ("named as an object", objects(verb)))
        context.memo[asked] = [(clue, [named(context, word, _ANY) for word in words]) for clue, words in known]
    found: list[tuple[str, list[Entity | None]]] = context.memo[asked]
    return found


def _meant(context: FactContext, words: Iterable[Token]) -> Iterator[Entity | None]:
    for word in words:
        asked = ("meant", word.i)
        if asked not in context.memo:
            reference = participant(context, word, _ANY)
            context.memo[asked] = context.index.by_id.get(reference.entity_id or "") if reference is not None else None
        yield context.memo[asked]


def _bearing(context: FactContext, span: Span, words: Iterable[Token]) -> Iterator[Entity]:
    """Yield those whose name begins with the common noun of the subject ("la banque": Banque Heller)."""
    nouns = {unaccented(word.text) for word in words if word.pos_ == "NOUN"}
    for entity in context.topic.ranked if nouns else ():
        if entity.mentions[0].start < span.start_char and unaccented(entity.name).split(" ")[0] in nouns:
            yield entity


def _belongings(head: Token) -> Iterator[Token]:
    """Yield the complements of a noun that follow it ("les salariés de Lumeo")."""
    for child in head.children:
        if child.dep_ in {"nmod", "obl", "obl:arg", "obl:mod"} and child.i > head.i:
            yield child
            yield from (below for below in child.children if below.dep_ in {"nmod", "flat:name"})


def _completed(clause: Clause) -> list[Token]:
    """Return the nouns that the head completes ("le budget de 3 M€", "Lumeo, 76 salariés")."""
    return list(takewhile(lambda above: above.pos_ in {"NOUN", "PROPN"}, clause.chain[1:]))


def _read_sentence(clues: Clues, context: FactContext, clause: Clause) -> None:
    span, sentence = clause.span, clause.sentence
    low, around, placed = _around(context, sentence)
    before = [name for name in around if name[1] <= span.start_char]
    after = [name for name in around if name[0] >= span.end_char]
    clues.add("in the sentence before", _entities(before))
    clues.add("in the sentence after", _entities(after))
    clues.add("first of the sentence", _entities(around[:1]))
    clues.add("opens the sentence", _entities(name for name in before if name[0] - low <= 4))
    clues.add("nearest before", _entities(before[-1:]))
    clues.add("nearest after", _entities(after[:1]))
    clues.add("placed", _entities(placed))
    clues.add("alone in the sentence", _entities(around) if len({name[2].id for name in around}) == 1 else [])
    if before and context.text[before[-1][1] : span.start_char].strip() in {",", "(", ":", ", (", "–"}:
        clues.add("touches the figure", _entities(before[-1:]))
    for clue, entities in _of_the_last_sentence(context, sentence.start):
        clues.add(clue, entities)


def _around(context: FactContext, sentence: Span) -> tuple[int, Named, Named]:
    """Return where a sentence starts, its names, and those that stand after a preposition of place."""
    asked = ("names around", sentence.start)
    if asked not in context.memo:
        low = sentence.start_char
        around = context.index.spans_in(low, sentence.end_char)
        context.memo[asked] = (low, around, [name for name in around if _is_placed(context, name[0])])
    return cast("tuple[int, Named, Named]", context.memo[asked])


def _of_the_last_sentence(context: FactContext, start: int) -> list[tuple[str, list[Entity | None]]]:
    """Return the clues of the sentence before the one that starts at token `start`."""
    asked = ("last sentence", start)
    if asked not in context.memo:
        context.memo[asked] = list(_read_last_sentence(context, start)) if start else []
    found: list[tuple[str, list[Entity | None]]] = context.memo[asked]
    return found


def _read_last_sentence(context: FactContext, start: int) -> Iterator[tuple[str, list[Entity | None]]]:
    previous = context.doc[start - 1].sent
    names = context.index.spans_in(previous.start_char, previous.end_char)
    yield "in the last sentence", [*_entities(names)]
    yield "first of the last sentence", [*_entities(names[:1])]
    yield "subject of the last sentence", list(_meant(context, subjects_of(context, previous.root)))


def _is_placed(context: FactContext, start: int) -> bool:
    at = context.token_at(start).i
    return any(word.lower_ in _PLACED for word in context.doc[max(0, at - 2) : at])


def _entities(names: Iterable[tuple[int, int, Entity]]) -> list[Entity]:
    return [entity for _, _, entity in names]


def _read_paragraph(clues: Clues, context: FactContext, span: Span) -> None:
    text = context.text
    low = max(0, text.rfind("\n\n", 0, span.start_char))
    names = context.index.spans_in(low, span.start_char)
    clues.add("in the paragraph", _entities(names))
    for kind in sorted(_ANY):
        mine = [name for name in names if name[2].type == kind]
        clues.add("first of its type in the paragraph", _entities(mine[:1]))
        clues.add("last of its type in the paragraph", _entities(mine[-1:]))
    last = max(0, text.rfind("\n\n", 0, max(0, low)))
    before = context.index.spans_in(last, low)
    organisations = [name for name in before if name[2].type == "organisation"]
    clues.add("first of the last paragraph", _entities(organisations[:1]))
    clues.add("last of the last paragraph", _entities(organisations[-1:]))


def _read_article(clues: Clues, context: FactContext, span: Span) -> None:
    item = item_of(context, span.start_char)
    asked = ("article clues", item.start)
    if asked not in context.memo:
        context.memo[asked] = list(_article_clues(context, item))
    for clue, entities in context.memo[asked]:
        clues.add(clue, entities)
    topic = context.topic.dominant(span.start_char, "organisation") if item.whole else None
    found = [context.index.by_id.get(topic.entity_id or "")] if topic is not None else []
    clues.add("topic", found if item.whole else item_topic(context, span.start_char))


def _article_clues(context: FactContext, item: Item) -> Iterator[tuple[str, list[Entity]]]:
    """Yield the clues that are the same wherever a figure stands in an item, with the entities that have them."""
    entities = context.topic.ranked if item.whole else ranked_in(context, item)
    yield "among the most named", entities[:_MOST]
    yield "most named", entities[:1]
    for kind in sorted(_ANY):
        mine = [entity for entity in entities if entity.type == kind]
        yield "most named of its type", mine[:1]
        yield "often named", [entity for entity in mine[:2] if len(entity.mentions) >= 3]
        yield "first of its type", sorted(mine, key=lambda e: e.mentions[0].start)[:1]
    end = max(0, context.text.find("\n\n", item.start))
    yield "in the title", _entities(context.index.spans_in(item.start, end))
    lead = context.text.find("\n\n", end + 2)
    yield "first of the lead", _entities(context.index.spans_in(end, lead if lead > 0 else end)[:1])


def _read_speaker(clues: Clues, context: FactContext, clause: Clause) -> None:
    span = clause.span
    us = bool(context.words_of(clause.sentence) & _US)
    organisations = [entity for entity in context.topic.ranked if entity.type == "organisation"]
    clues.add("ours", organisations[:1] if us else [])
    speaker = context.speaker_at(span.start_char, span.end_char)
    if speaker is None:
        return
    entity = context.index.by_id.get(speaker.entity_id or "")
    clues.add("speaks", [entity])
    if us:
        clues.add("speaks for us", [entity])
        if entity is not None:
            mention = max((m for m in entity.mentions), key=lambda m: -abs(m.start - span.start_char))
            said = context.sentence_at(mention.start)
            names = context.index.spans_in(said.start_char, said.end_char)
            clues.add("beside the speaker", [e for _, _, e in names if e.type == "organisation"])


def _sayers(context: FactContext) -> frozenset[str]:
    """Return the identifiers of the entities that the article quotes."""
    asked = ("sayers", 0)
    if asked not in context.memo:
        context.memo[asked] = frozenset(who.entity_id for _, _, who in context.attributions if who.entity_id)
    found: frozenset[str] = context.memo[asked]
    return found


@cache
def _public() -> frozenset[str]:
    return frozenset(unaccented(form) for form in read_words("public_bodies"))
