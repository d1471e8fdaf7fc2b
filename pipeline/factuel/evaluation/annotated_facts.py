"""The facts of an annotation as records: participants by name, evidence and measures at the annotated place."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Final

from pydantic import ValidationError

from factuel.corpus.gold import GoldArticle, GoldError, GoldFact
from factuel.models import read_words
from factuel.records import (
    FACT,
    FACT_CLASSES,
    DateMention,
    EntityRef,
    Evidence,
    Fact,
    Grain,
    Measure,
    MeasureKind,
    Quote,
    content_id,
    participant_fields,
)

EXTRACTOR: Final = "annotator"
_STOP: Final = re.compile(r"[.!?…](?=[\s»”\"]+[A-ZÀ-ÖØ-Þ«“\"])")
_LONGEST_ABBREVIATION: Final = 12
"""Characters looked at before a full stop."""
_DURATIONS: Final = frozenset({"day", "week", "month", "year", "hour", "minute"})
_NUMBERS: Final = ("value", "low", "high")
_MEASURE_KEYS: Final = ("bound", "unit", "per", "direction")


@dataclass(frozen=True)
class FactReader:
    """Makes records of an annotation's facts; of several names that are right, one that is `preferred` is taken."""

    article: GoldArticle
    ids: Mapping[str, str]
    preferred: frozenset[str]

    def fact(self, gold: GoldFact, number: int) -> Fact:
        """Return the `number`-th annotated fact of the article as a record; raises GoldError if it can't be one."""
        fields = FACT_CLASSES[gold.type].model_fields
        values = {key: value for key, value in gold.keys.items() if key in fields and value is not None}
        if "speaker" in fields:
            values.setdefault("speaker", None)
        for key in (*participant_fields(FACT_CLASSES[gold.type]), "attribution", "place"):
            if values.get(key) is not None:
                values[key] = self._participants(values[key])
        low, high = sentence_around(self.article.text, gold.start, gold.end)
        where = {"text": gold.text, "start": gold.start, "end": gold.end}
        try:
            values |= _own_keys(gold) | {
                "id": content_id("f", self.article.id, str(number)),
                "type": gold.type,
                "article_id": self.article.id,
                "evidence": Evidence(**where, sentence_start=low, sentence_end=high),
                "confidence": 1,
                "extractor": EXTRACTOR,
            }
            return FACT.validate_python(values)
        except ValidationError as error:
            first = error.errors()[0]
            said = f"{'.'.join(map(str, first['loc']))}: {first['msg']}"
            raise GoldError(f"{self.article.path}: {gold.type} «{gold.text[:80]}»: {said}") from error

    def _participants(self, value: Any) -> Any:
        if isinstance(value, list):
            return tuple(self._participants(name) for name in value)
        options = str(value).split("|")
        name = next((option for option in options if option in self.preferred), options[0])
        return EntityRef(entity_id=self.ids.get(name), name=name)


def _own_keys(gold: GoldFact) -> dict[str, Any]:
    """Return what the record of a fact says in another way than gold: its measure, its time, its quote."""
    keys: dict[str, Any] = {}
    if gold.keys.get("time"):
        keys["time"] = date_record(gold, gold.keys["time"])
    if gold.keys.get("amount") is not None:
        keys["amount"] = _measure(gold, {"value": gold.keys["amount"], "unit": gold.keys.get("unit")})
    if gold.type == "figure":
        keys["measure"] = _measure(gold, {key: gold.keys.get(key) for key in (*_NUMBERS, *_MEASURE_KEYS)})
    if gold.type == "quotation":
        keys["quote"] = Quote(text=gold.text, start=gold.start, end=gold.end)
    if gold.type == "agreement":
        keys["kind"] = gold.keys["kind"] or ""
    if gold.type == "result":
        keys["growth"] = None  # written as words in gold, and not scored
    return keys


def _measure(gold: GoldFact, keys: Mapping[str, Any]) -> Measure:
    numbers = {key: Decimal(str(keys[key])) for key in _NUMBERS if keys.get(key) is not None}
    rest = {key: keys[key] for key in _MEASURE_KEYS if keys.get(key) is not None}
    where = {"text": gold.text, "start": gold.start, "end": gold.end}
    return Measure.model_validate({**where, "kind": measure_kind(keys.get("unit")), **numbers, **rest})


def measure_kind(unit: str | None) -> MeasureKind:
    """Return the kind of quantity that a unit measures; without a unit, a count."""
    if unit is None:
        return "count"
    if unit in {"percent", "point"}:
        return "percentage"
    if unit in _DURATIONS:
        return "duration"
    return "money" if re.fullmatch(r"[A-Z]{3}", unit) else "measure"


def sentence_around(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the bounds (`end` exclusive) of the sentence or sentences of one paragraph that hold `start` to `end`."""
    low = text.rfind("\n", 0, start) + 1
    high = text.find("\n", end)
    high = len(text) if high < 0 else high
    for stop in _STOP.finditer(text, low, high):
        if _is_abbreviation(text[max(low, stop.end() - _LONGEST_ABBREVIATION) : stop.end()]):
            continue
        if stop.end() <= start:
            low = stop.end()
        elif stop.end() >= end:
            return low, stop.end()
    return low, high


def _is_abbreviation(before: str) -> bool:
    return re.split(r"[\s(«'’]", before)[-1].casefold() in read_words("abbreviations")


def date_record(fact: GoldFact, edtf: str, modifier: str | None = None) -> DateMention:
    """Return an annotated date, or the time of a fact at the place of its evidence; raises ValidationError."""
    where = {"text": fact.text, "start": fact.start, "end": fact.end}
    return DateMention.model_validate({**where, "edtf": edtf, "grain": _grain(edtf), "modifier": modifier})


def _grain(edtf: str) -> Grain:
    """Return the grain of an EDTF date, of the last closed end of an interval."""
    ends = [end for end in edtf.rstrip("~").split("/") if end not in {"..", ""}]
    year, *rest = (ends[-1] if ends else edtf).split("-")
    if not rest:
        return "decade" if year.endswith("X") else "year"
    code = int(rest[0]) if rest[0].isdigit() else 0
    return "day" if len(rest) > 1 else "quarter" if code > 32 else "season" if code > 20 else "month"
