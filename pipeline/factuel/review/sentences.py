"""A fact as a sentence that a person would say, in French or English; amounts and dates in words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Final

from factuel.models import read_lexicon, unaccented
from factuel.records import DateMention, EntityRef, Fact, FactBase, Measure, Span
from factuel.review.identity import folded
from factuel.review.participants import references
from factuel.review.wording import Language, Words

_VARIANTS: Final = ("status", "style", "relation", "change", "indicator")
_PIECE: Final = re.compile(r"\[(?P<optional>[^\]]*)\]|\{(?P<slot>[^}]*)\}|(?P<words>[^\[{]+)")
_VOWELS: Final = frozenset("aeiouy")
_LIST_WORDS: Final = {"fr": " et ", "en": " and "}


@dataclass(frozen=True)
class Part:
    """Words of a sentence; `field` is the field of the fact that they are the value of, empty for the others."""

    text: str
    field: str = ""


def sentence(fact: Fact, language: Language) -> list[Part]:
    """Return the sentence of a fact, ending with who says it, its date and place; its first letter is a capital."""
    words = Words(language)
    parts = list(_fill(_frame(fact, language), fact, language) or ())
    if fact.time is not None:
        parts += [Part(", "), Part(fact.time.text, "time")]
    told = {folded(one.name) for one in references(fact) if one is not fact.place}
    if fact.place is not None and folded(fact.place.name) not in told:
        parts += [Part(" ("), Part(fact.place.name, "place"), Part(")")]
    before, _, after = words("according_to").partition("{who}")
    said_by = fact.attribution.name if fact.attribution else words("the_article")
    parts += [Part(before), Part(said_by, "attribution"), Part(f"{after}.")]
    first = parts[0]
    return [Part(first.text[:1].upper() + first.text[1:], first.field), *parts[1:]]


def plain_sentence(fact: Fact, language: Language) -> str:
    """Return the sentence as text."""
    return "".join(part.text for part in sentence(fact, language))


def _frame(fact: FactBase, language: Language) -> str:
    variant = next((str(getattr(fact, key)) for key in _VARIANTS if hasattr(fact, key)), "*")
    frames = _frames(language)
    return frames.get((fact.type, variant)) or frames[fact.type, "*"]


@cache
def _frames(language: Language) -> dict[tuple[str, str], str]:
    rows = read_lexicon("review_sentences")
    return {(row["type"], row["variant"]): row["frame"] for row in rows if row["lang"] == language}


@cache
def _verbs(language: Language) -> dict[str, dict[str, str]]:
    return {row["verb"]: row for row in read_lexicon("review_verbs") if row["lang"] == language}


def _fill(frame: str, fact: Fact, language: Language) -> list[Part] | None:
    """Return the parts of a frame; None when a field that it needs is empty."""
    parts: list[Part] = []
    for piece in _PIECE.finditer(frame):
        if piece["optional"] is not None:
            parts += _fill(piece["optional"], fact, language) or []
        elif piece["words"] is not None:
            parts.append(Part(piece["words"]))
        else:
            filled = list(_slot(piece["slot"], fact, language))
            if not filled:
                return None
            parts += filled
    return parts


def _slot(slot: str, fact: Fact, language: Language) -> Iterator[Part]:
    if slot.startswith("="):
        yield Part(_verbs(language)[slot[1:]][fact.factuality])
        return
    elided = slot.startswith("de ")
    name, _, otherwise = slot.removeprefix("de ").partition("|")
    value = said(getattr(fact, name), language) or otherwise
    if value:
        if elided:
            link, value = _after_de(value)
            yield Part(link)
        yield Part(value, name)


def said(value: object, language: Language) -> str:
    """Return the value of a field in words, empty for none."""
    match value:
        case None:
            return ""
        case EntityRef():
            return value.name
        case Span():
            return " ".join(value.text.split())
        case Decimal():
            return number(value, language)
        case tuple():
            names = [said(one, language) for one in value]
            return _LIST_WORDS[language].join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)
    return str(value)


def _after_de(name: str) -> tuple[str, str]:
    """Return the preposition `de` as it is before a name, and the rest of the name."""
    for article, link in (("le ", "du "), ("les ", "des ")):
        if name.lower().startswith(article):
            return link, name[len(article) :]
    return ("d'" if unaccented(name[:1]) in _VOWELS else "de "), name


def number(value: Decimal, language: Language) -> str:
    """Return a number with the marks of the language: 1 237 854,74 or 1,237,854.74."""
    plain = f"{value.normalize():,f}"
    return plain if language == "en" else plain.replace(",", "\u202f").replace(".", ",")


def measure_in_words(measure: Measure, language: Language) -> str:
    """Return what a measure is, normalised: "plus de 2 000 000 000 EUR"."""
    words = Words(language)
    unit = "%" if measure.unit == "percent" else measure.unit or ""
    if measure.value is not None:
        amount = number(measure.value, language)
    else:
        low, high = (number(end, language) if end is not None else "…" for end in (measure.low, measure.high))
        amount = words("between", low=low, high=high)
    per = words("per", unit=measure.per) if measure.per else ""
    direction = words(measure.direction) if measure.direction else ""
    return " ".join(part for part in (words(measure.bound), amount, unit, per, direction) if part)


def date_in_words(date: DateMention, language: Language) -> str:
    """Return what a date is, normalised: its EDTF form, and the vague edge if it has one."""
    words = Words(language)
    modifier = words(date.modifier) if date.modifier else ""
    return " ".join(part for part in (modifier, date.edtf) if part)
