"""Whose result a sum is: the organisation that the figure is about, never the one that only gives the number; and which
noun of accounts a pronoun stands for."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Final

from factuel.facts.context import FactContext
from factuel.facts.doc_tables import text_sentence
from factuel.models import read_words
from factuel.records import DateMention, Entity, EntityRef, Figure, Measure

_REACHES: Final = re.compile(
    r"\b(il|elle|ils|elles) (?:s'|se |a |ont |est |sont |était |étaient ){0,2}(?:est |sont |était )?"
    r"(?:élev|établi|chiffr|mont|attein|attei|ressor|pass|grimp|tomb|recul|progress)\w*"
)
"""A pronoun with a verb that gives a sum: "il s'est élevé à", "elles atteignent"."""
_STANDS: Final = re.compile(r"\b(?:son|sa|ses|leurs?|il|elle|le groupe|la société|l'entreprise)\b")
_SAYER: Final = 45
"""Characters before a name in which it is said to be the source."""
_HEADING: Final = 140
_PARAGRAPHS: Final = 3
"""Characters of the longest heading that names what the paragraphs under it are about; how many they may be."""
_BARE: Final = re.compile(r"\bmilli(?:on|ard)s?$")
"""A sum that names no currency."""
_PLURAL: Final = frozenset({"ils", "elles"})
_FEMININE: Final = frozenset({"elle", "elles"})


def plain(text: str) -> str:
    """Return a text in lower case with straight apostrophes and plain spaces, of the same length."""
    return text.lower().replace("’", "'").replace("\xa0", " ")


def body_of(context: FactContext, figure: Figure, last: EntityRef | None) -> EntityRef | None:
    """Return the organisation whose accounts a sum is from: what the figure is about; where that is only its source,
    the body of the result before (`last`) in its paragraph, of the sentence before or of the heading."""
    subject = figure.subject
    entity = context.index.by_id.get(subject.entity_id or "") if subject is not None else None
    if entity is not None and (entity.type != "organisation" or not is_source(context, figure, entity)):
        return subject if entity.type == "organisation" else None
    start, _ = sentence_of(context, figure)
    if not _STANDS.search(plain(context.text[start : figure.evidence.start])):
        return None
    paragraph = context.text.rfind("\n", 0, start) + 1
    if last is not None:
        return last
    before = _named(context, paragraph, start) or _named(context, *_heading(context, paragraph))
    return context.index.ref(before[0]) if len(before) == 1 else None


def is_source(context: FactContext, figure: Figure, entity: Entity) -> bool:
    """Return whether the sentence names the organisation only as who gives the number ("selon X", "sondés par X")."""
    start, end = sentence_of(context, figure)
    named = [mention.start for mention in entity.mentions if start <= mention.start < end]
    return bool(named) and all(_gives(plain(context.text[max(start, at - _SAYER) : at])) for at in named)


def _gives(before: str) -> bool:
    return _sayers().search(before) is not None


@cache
def _sayers() -> re.Pattern[str]:
    forms = "|".join(sorted(map(re.escape, read_words("surveying_verbs"))))
    return re.compile(rf"(?<!\w)(?:{forms}) (?:(?:l'|d')?[^\W\d]+ ){{0,3}}(?:l'|d')?$")


def _heading(context: FactContext, paragraph: int) -> tuple[int, int]:
    """Return the characters of the heading over a paragraph or those right before it, empty where there is none."""
    for _ in range(_PARAGRAPHS):
        end = len(context.text[:paragraph].rstrip())
        paragraph = context.text.rfind("\n", 0, end) + 1
        if 0 < end - paragraph <= _HEADING and context.text[end - 1] not in ".!?»:":
            return paragraph, end
    return 0, 0


def _named(context: FactContext, start: int, end: int) -> list[Entity]:
    """Return the organisations named between two characters, each once, without sources."""
    found: dict[str, Entity] = {}
    for entity in context.index.entities:
        if entity.type != "organisation":
            continue
        for mention in entity.mentions:
            if start <= mention.start < end and not _gives(
                plain(context.text[max(start, mention.start - _SAYER) : mention.start])
            ):
                found[entity.id] = entity
    return list(found.values())


def sentence_of(context: FactContext, figure: Figure) -> tuple[int, int]:
    """Return the start and end (exclusive) of the sentence of a figure, by its punctuation."""
    sentence = text_sentence(context.token_at(figure.evidence.start))
    return sentence.start_char, sentence.end_char


def sentence_before(context: FactContext, figure: Figure) -> tuple[int, int]:
    """Return the start and end (exclusive) of the sentence before that of a figure."""
    end = len(context.text[: sentence_of(context, figure)[0]].rstrip())
    return (text_sentence(context.token_at(end - 1)).start_char, end) if end else (0, 0)


def period_before(context: FactContext, figure: Figure) -> DateMention | None:
    """Return the only date of the sentence before that of a figure."""
    start, end = sentence_before(context, figure)
    dates = [date for date in context.dates if start <= date.start < end]
    return dates[0] if len(dates) == 1 else None


def sum_of(context: FactContext, figure: Figure, before: tuple[Figure, ...]) -> Measure:
    """Return the sum: of the currency said before it in its paragraph, brackets aside, where it says none ("620 000
    euros de pertes pour 5 millions de ventes")."""
    measure = figure.measure
    if measure.kind not in {"count", "money"} or not _BARE.search(measure.text):
        return measure
    paragraph = context.text.rfind("\n", 0, figure.evidence.start) + 1
    for other in reversed(before):
        if other.evidence.start < paragraph:
            break
        named = other.measure.kind == "money" and not _BARE.search(other.measure.text)
        if named and not context.text[: other.evidence.start].endswith("("):
            near = measure.kind == "money" or other.evidence.sentence_start == figure.evidence.sentence_start
            return measure.model_copy(update={"kind": "money", "unit": other.measure.unit}) if near else measure
    return measure


def is_converted(context: FactContext, figure: Figure, before: tuple[Figure, ...]) -> bool:
    """Return whether the sum only says the one before it in another currency: "3 M$ (2,8 M€)"."""
    if not before or before[-1].measure.kind != "money" or before[-1].measure.unit == figure.measure.unit:
        return False
    between = context.text[before[-1].evidence.end : figure.evidence.start].strip()
    return between in {"(", "(soit", ", soit"}


def is_of_sector(context: FactContext, figure: Figure) -> bool:
    """Return whether a sum is what many bodies earn together: "un bénéfice cumulé de 3 M€", with no one named or meant
    in its sentence."""
    if "cumulé" not in (figure.of or "") or figure.subject is None:
        return False
    start, end = sentence_of(context, figure)
    entity = context.index.by_id.get(figure.subject.entity_id or "")
    named = entity is not None and any(start <= mention.start < end for mention in entity.mentions)
    source = entity is not None and is_source(context, figure, entity)
    return source or not (named or re.search(r"\b(?:il|elle)\b", plain(context.text[start:end])))


def is_expected(context: FactContext, figure: Figure) -> bool:
    """Return whether the sum is what analysts expected, not what the accounts say."""
    start, _ = sentence_of(context, figure)
    words = re.findall(r"[\w-]+", plain(context.text[start : figure.evidence.start]))
    expects = read_words("forecasting_words", role="expects")
    at = next((index for index in range(len(words) - 1, -1, -1) if words[index] in expects), None)
    return at is not None and bool(set(words[:at]) & (read_words("forecasting_words", role="who") | {"qui"}))


def meant_by_pronoun(
    context: FactContext, figure: Figure, nouns: re.Pattern[str], rows: Mapping[str, Mapping[str, str]]
) -> Mapping[str, str] | None:
    """Return the row of the only noun of accounts of the sentence before that "il", "elles" may stand for, where a verb
    of reaching has the sum: "Son bénéfice a doublé. Il s'est élevé à 3 M€"."""
    start, _ = sentence_of(context, figure)
    said = [found.group(1) for found in _REACHES.finditer(plain(context.text[start : figure.evidence.start]))]
    lead = context.text[:start].rstrip()
    if not said or not lead or context.text[len(lead) : start].count("\n"):
        return None
    first = sentence_before(context, figure)[0]
    fitting = {
        found.group()
        for found in nouns.finditer(plain(context.text[first : len(lead)]))
        if _agrees(said[-1], found.group(), rows[found.group()])
    }
    return rows[fitting.pop()] if len(fitting) == 1 else None


def _agrees(pronoun: str, noun: str, row: Mapping[str, str]) -> bool:
    plural = noun.split(" ")[0].endswith(("s", "x"))
    return plural == (pronoun in _PLURAL) and (row["gender"] == "f") == (pronoun in _FEMININE)
