"""`result`: what a company's accounts say of a period: "un chiffre d'affaires de 12 M€ en 2023, en hausse de 4 %".

Read from the figures: one of money that counts a noun of accounts (`result_nouns`) and is about an organisation.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Final, cast

from factuel.facts.context import FactContext
from factuel.facts.figure import figures_of
from factuel.models import read_lexicon
from factuel.records import Figure, Indicator, Measure, Result

_COMPARED: Final = frozenset({"contre", "après", "au lieu de"})
"""Words right before the sum of another period: "contre 10 M€ un an plus tôt"."""
_GROWTH_REACH: Final = 60
"""Characters between a sum and how much it has grown: ", soit une hausse de 4 %" with a period between."""
_CONFIDENCE: Final = 0.8


def extract(context: FactContext) -> Iterator[Result]:
    """Yield each result of the article whose organisation is known: not parts of one ("dont 3 M€ à l'export"), nor what
    it is compared with, nor what an unsure noun counts without a period or a growth."""
    figures = figures_of(context)
    for at, figure in enumerate(figures):
        row = _row(figure)
        if row is not None and not figure.part_of and not _is_other(context, figure):
            yield from _read(context, figure, row, _growth(figure, figures[at + 1 :]))


def _read(context: FactContext, figure: Figure, row: Mapping[str, str], growth: Measure | None) -> Iterator[Result]:
    organisation = figure.subject
    entity = context.index.by_id.get(organisation.entity_id or "") if organisation is not None else None
    if organisation is None or entity is None or entity.type != "organisation":
        return
    start, end = figure.evidence.start, figure.evidence.end
    parts = (organisation.name, row["indicator"], str(figure.measure.value), str(figure.measure.low))
    common = context.common("result", start, end, context.token_at(start), *parts, confidence=_CONFIDENCE)
    common["factuality"], common["attribution"] = figure.factuality, figure.attribution
    if row["sure"] == "1" or growth is not None or common["time"] is not None:
        indicator = cast("Indicator", row["indicator"])
        yield Result(**common, organisation=organisation, indicator=indicator, amount=figure.measure, growth=growth)


def _row(figure: Figure) -> Mapping[str, str] | None:
    """Return the row of the longest noun of accounts that begins what a sum counts, null for other figures."""
    if figure.measure.kind != "money" or figure.of is None:
        return None
    words = figure.of.casefold().replace("’", "'").split(" ")
    starts = (" ".join(words[:length]) for length in range(min(3, len(words)), 0, -1))
    return next((row for start in starts if (row := _nouns().get(start)) is not None), None)


@cache
def _nouns() -> Mapping[str, Mapping[str, str]]:
    return {row["form"]: row for row in read_lexicon("result_nouns")}


def _is_other(context: FactContext, figure: Figure) -> bool:
    """Return whether the sum is what another is compared with, or a change itself ("en recul de 3 M€")."""
    before = context.text[max(0, figure.evidence.start - 12) : figure.evidence.start].casefold().rstrip()
    return figure.measure.direction is not None or before.endswith(tuple(_COMPARED))


def _growth(figure: Figure, later: tuple[Figure, ...]) -> Measure | None:
    """Return the percentage by which the sum grew or fell, said right after it and before another sum."""
    for other in later:
        near = other.evidence.start - figure.evidence.end <= _GROWTH_REACH
        if not near or other.measure.kind == "money" or other.evidence.start >= figure.evidence.sentence_end:
            return None
        if other.measure.unit == "percent" and other.measure.direction is not None:
            return other.measure
    return None
