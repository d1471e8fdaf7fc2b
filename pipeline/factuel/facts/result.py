"""`result`: what a company's accounts say of a period: "un chiffre d'affaires de 12 M€ en 2023, en hausse de 4 %".

Read from the figures: one of money that counts a noun of accounts (`result_nouns`), or that a body has lost
(`result_verbs`), and that is about an organisation.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Final, cast

from factuel.facts.context import FactContext
from factuel.facts.figure import figures_of
from factuel.facts.result_bodies import (
    body_of,
    is_converted,
    is_expected,
    is_of_sector,
    meant_by_pronoun,
    period_before,
    plain,
    sentence_of,
    sum_of,
)
from factuel.facts.syntax import governing_verb, has_feature, subjects
from factuel.models import read_lexicon, read_words
from factuel.records import EntityRef, Figure, Indicator, Measure, Result

_COMPARED: Final = re.compile(r"(?:contre|après|au lieu de)(?: entre| environ| près de)?$")
"""Words right before the sum of another period: "contre 10 M€ un an plus tôt"."""
_CHANGED: Final = re.compile(r"\bd[e'’]$")
"""The word before how much a sum has changed ("en recul de 3 M€") or what it has changed from ("de 12 à 14 M€")."""
_REACHED: Final = re.compile(r" à ")
_GROWTH_REACH: Final = 60
"""Characters between a sum and how much it has grown: ", soit une hausse de 4 %" with a period between."""
_BEFORE: Final = 40
"""Characters before a sum in which the words stand that say what the sum is."""
_WORDS: Final = re.compile(r"\w+")
_CONFIDENCE: Final = 0.8


def extract(context: FactContext) -> Iterator[Result]:
    """Yield each result of the article whose organisation is known: not parts of one ("dont 3 M€ à l'export"), nor what
    it is compared with, nor what an unsure noun counts without a period or a growth."""
    figures = figures_of(context)
    last: Result | None = None
    for at, figure in enumerate(figures):
        before = figures[:at]
        amount = sum_of(context, figure, before)
        if amount.kind != "money" or figure.part_of or _is_other(context, figure, before, figures[at + 1 :]):
            continue
        reached = _growth_before(context, figure, before)
        row = _row(context, figure, before, reached is not None)
        if row is None or _of_several(context, figure) or is_of_sector(context, figure):
            continue
        near = last is not None and "\n" not in context.text[last.evidence.end : figure.evidence.start]
        body = body_of(context, figure, last.organisation if last is not None and near else None)
        growth = _growth_after(figure, figures[at + 1 :]) or reached
        for last in _read(context, figure, row, amount, growth, body):
            yield last


def _read(
    context: FactContext,
    figure: Figure,
    row: Mapping[str, str],
    amount: Measure,
    growth: Measure | None,
    organisation: EntityRef | None,
) -> Iterator[Result]:
    entity = context.index.by_id.get(organisation.entity_id or "") if organisation is not None else None
    if organisation is None or entity is None or entity.type != "organisation":
        return
    start, end = figure.evidence.start, figure.evidence.end
    parts = (organisation.name, row["indicator"], str(amount.value), str(amount.low))
    common = context.common("result", start, end, context.token_at(start), *parts, confidence=_CONFIDENCE)
    common["factuality"], common["attribution"], common["place"] = figure.factuality, figure.attribution, None
    if meant_by_pronoun(context, figure, _noun_pattern(), _nouns()) is not None:
        common["time"] = period_before(context, figure)
    if row["sure"] == "1" or growth is not None or common["time"] is not None or _names_period(context, figure):
        indicator = cast("Indicator", row["indicator"])
        yield Result(**common, organisation=organisation, indicator=indicator, amount=amount, growth=growth)


def _row(context: FactContext, figure: Figure, before: tuple[Figure, ...], reached: bool) -> Mapping[str, str] | None:
    """Return the row of what a sum is: the noun of accounts that it counts, or the last one said since the sum before
    it when that is another; else the verb right before it; null for other figures. `reached` says that a growth led
    to the sum ("fondent de 4 %, à 12 M€"), as "de 10 à 12 M€" does."""
    paired = bool(before) and _REACHED.fullmatch(context.text[before[-1].evidence.end : figure.evidence.start])
    sums = [other.evidence.end for other in (before[:-1] if paired else before) if other.measure.kind == "money"]
    begins, ends = sentence_of(context, figure)
    start = max(begins, *sums[-1:], 0)
    said = _nouns_in(context.text[start : figure.evidence.start])
    counted = next(iter(_nouns_in(figure.of or "")), None)
    if counted is None or not plain(figure.of or "").startswith(counted):
        if (reached or paired) and said:
            return _nouns()[said[-1]]
        return _verb_row(context, figure) or meant_by_pronoun(context, figure, _noun_pattern(), _nouns())
    around = _nouns_in(context.text[begins:ends])
    if counted not in around or _is_damage(context, figure):
        return None if counted in around else meant_by_pronoun(context, figure, _noun_pattern(), _nouns())
    after = plain(context.text[figure.measure.end : figure.measure.end + _BEFORE]).lstrip()
    right_after = after.startswith((f"de {counted}", f"d'{counted}"))
    return _nouns()[said[-1] if said and counted not in said and not right_after else counted]


def _verb_row(context: FactContext, figure: Figure) -> Mapping[str, str] | None:
    """Return the row of the verb right before a sum: "a perdu 3 M€", "perdait jusqu'à 3 M€"."""
    said = _lead(context, figure).split(" ")
    return next((row for word in said[:-4:-1] if (row := _verbs().get(word)) is not None), None)


def _nouns_in(text: str) -> tuple[str, ...]:
    """Return the nouns of accounts in a text, in order, the longest at each place."""
    return tuple(found.group() for found in _noun_pattern().finditer(plain(text)))


@cache
def _noun_pattern() -> re.Pattern[str]:
    forms = sorted(_nouns(), key=lambda form: (-len(form), form))
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, forms))})(?![\w-])")


@cache
def _nouns() -> Mapping[str, Mapping[str, str]]:
    return {row["form"]: row for row in read_lexicon("result_nouns")}


@cache
def _verbs() -> Mapping[str, Mapping[str, str]]:
    return {row["form"]: row for row in read_lexicon("result_verbs")}


def _lead(context: FactContext, figure: Figure) -> str:
    """Return the words right before a figure, within its sentence."""
    start = max(sentence_of(context, figure)[0], figure.evidence.start - _BEFORE)
    return plain(context.text[start : figure.evidence.start]).rstrip(' «"')


def _is_other(context: FactContext, figure: Figure, before: tuple[Figure, ...], later: tuple[Figure, ...]) -> bool:
    """Return whether the sum is what another is compared with, a change itself ("en recul de 3 M€") or what it changed
    from ("de 12 à 14 M€")."""
    lead = _lead(context, figure)
    if _COMPARED.search(lead) or is_expected(context, figure) or is_converted(context, figure, before):
        return True
    if not _CHANGED.search(lead):
        return False
    between = context.text[figure.evidence.end : later[0].evidence.start] if later else ""
    return figure.measure.direction is not None or _REACHED.fullmatch(between) is not None


def _is_damage(context: FactContext, figure: Figure) -> bool:
    """Return whether the words after a sum say what has caused it: "3 M€ de pertes dues à la grêle" is a damage."""
    after = _WORDS.findall(plain(context.text[figure.measure.end : figure.measure.end + _BEFORE]))
    return any(word in read_words("result_causes") for word in after[:4])


def _of_several(context: FactContext, figure: Figure) -> bool:
    """Return whether several bodies earn a sum together ("les adhérents font 2 M€ de ventes"): not one's result."""
    words = subjects(governing_verb(context.token_at(figure.evidence.start)))
    several = [word.lower_ for word in words if has_feature(word, "Number", "Plur") and not word.ent_type_]
    bodies = read_words("organisation_nouns")
    return any(word == "ils" or word in read_words("group_people") or word.rstrip("sx") in bodies for word in several)


def _names_period(context: FactContext, figure: Figure) -> bool:
    start, end = sentence_of(context, figure)
    words = _WORDS.findall(plain(context.text[start:end]))
    return any(word in read_words("result_periods") for word in words)


def _growth_after(figure: Figure, later: tuple[Figure, ...]) -> Measure | None:
    """Return the percentage by which the sum grew or fell, said right after it and before another sum."""
    for other in later:
        near = other.evidence.start - figure.evidence.end <= _GROWTH_REACH
        if not near or other.measure.kind == "money" or other.evidence.start >= figure.evidence.sentence_end:
            return None
        if other.measure.unit == "percent" and other.measure.direction is not None:
            return other.measure
    return None


def _growth_before(context: FactContext, figure: Figure, before: tuple[Figure, ...]) -> Measure | None:
    """Return the percentage said just before the sum that it led to: "progresse de 4 %, à 12 M€"."""
    last = before[-1] if before else None
    if last is None or last.measure.unit != "percent" or last.evidence.start < figure.evidence.sentence_start:
        return None
    near = figure.evidence.start - last.evidence.end <= _GROWTH_REACH
    return last.measure if near and _lead(context, figure).split(" ")[-1] == "à" else None
