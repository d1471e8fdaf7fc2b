"""Regular expressions of the figure lexicons. "folded" ones match `notation.folding.fold`, "written" ones the text."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from factuel.annotation.notation.folding import fold
from factuel.annotation.notation.vocabulary import alternation, folded_rows, folded_words
from factuel.models import read_lexicon
from factuel.records import MeasureKind


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit: its code, its kind of measure, and what one of it is worth in that code."""

    code: str | None
    kind: MeasureKind
    factor: Decimal


@dataclass(frozen=True, slots=True)
class Patterns:
    """The compiled patterns of figures, and the tables that give the words their values."""

    trigger: re.Pattern[str]
    unit_word: re.Pattern[str]
    unit_symbol: re.Pattern[str]
    currency_before: re.Pattern[str]
    magnitude_word: re.Pattern[str]
    magnitude_symbol: re.Pattern[str]
    collective: re.Pattern[str]
    fraction: re.Pattern[str]
    compound: re.Pattern[str]
    multiplied: re.Pattern[str]
    per: re.Pattern[str]
    per_adjective: re.Pattern[str]
    words: dict[str, Unit]
    symbols: dict[str, Unit]
    magnitudes: dict[str, Decimal]
    per_codes: dict[str, str]


@cache
def patterns() -> Patterns:
    """Return the patterns, compiled once."""
    words, symbols = _units("word"), _units("symbol")
    magnitudes = {row["form"]: Decimal(row["factor"]) for row in read_lexicon("magnitudes")}
    magnitude_words = {row["form"] for row in read_lexicon("magnitudes") if row["style"] == "word"}
    per_codes = {form: row["per"] for form, row in folded_rows("per").items()}
    per_noun = alternation(folded_words("per", style="noun"))
    before = (row["form"] for row in read_lexicon("currencies") if row["place"] == "both")
    fractions = {form for form, row in folded_rows("fractions").items() if row["common"] != "compound"}
    return Patterns(
        trigger=re.compile(_trigger()),
        unit_word=re.compile(rf"(?: |-)?(?P<form>{alternation(words)})(?![\w²³])(?!-[a-z]{{3}})"),
        unit_symbol=re.compile(rf"[ \u00a0\u202f\u2009]?(?P<form>{_exact(symbols)})(?![\w²³'’])"),
        currency_before=re.compile(rf"(?<![^\W\d_])(?P<form>{_exact(before)})[ \u00a0\u202f\u2009]?\Z"),
        magnitude_word=re.compile(rf"(?: |-)?(?P<form>{alternation(magnitude_words)})(?! (?:marin|nautique))(?!\w)"),
        magnitude_symbol=re.compile(
            rf"[ \u00a0\u202f\u2009]?(?P<form>{_exact(set(magnitudes) - magnitude_words)})"
            rf"(?=[ \u00a0\u202f\u2009]?(?:{_exact(symbols)})(?!\w)|(?![\w.'’]))"
        ),
        collective=re.compile(rf"[ -](?P<form>{alternation(folded_rows('collectives'))})(?!\w)"),
        fraction=re.compile(rf"[ -](?P<form>{alternation(fractions)})(?![\w-])"),
        compound=re.compile(rf"[ -](?:et[ -])?(?P<form>{alternation(folded_rows('fractions'))})(?![\w-])"),
        multiplied=re.compile(
            r"(?:"
            + "|".join(f"(?P<x{index}>{fold(row['stem'])})" for index, row in enumerate(_multiplicatives()))
            + ")"
        ),
        per=re.compile(
            r"(?: ?/ ?|(?P<word> par | chaque )|(?P<article> l'| la | le | du | de l'| de la | au | a l'))"
            rf"(?P<form>{per_noun})(?![\w²³'])(?! {alternation(folded_rows('date_cues'))})"
        ),
        per_adjective=re.compile(rf" (?P<form>{alternation(folded_words('per', style='adjective'))})(?!\w)"),
        words=words,
        symbols=symbols,
        magnitudes=magnitudes,
        per_codes=per_codes,
    )


def _multiplicatives() -> tuple[dict[str, str], ...]:
    return read_lexicon("multiplicatives")


def _trigger() -> str:
    """Return the pattern whose matches are the only places where a figure is looked for."""
    numerals = alternation(folded_rows("numerals"))
    collectives = alternation(folded_rows("collectives"))
    fractions = alternation(
        form
        for form, row in folded_rows("fractions").items()
        if row["denominator"] in ("2", "3", "4") and row["common"] != "compound"
    )
    multiples = "|".join(fold(row["stem"]) for row in _multiplicatives())
    return (
        rf"(?<![\w.,])(?P<digits>\d+)|(?<![\w.\[·])(?:(?P<collective>{collectives})|(?P<words>{numerals})"
        rf"|(?P<fraction>{fractions})|(?P<multiple>{multiples}))(?!\w)"
    )


def _units(style: str) -> dict[str, Unit]:
    """Return the units and currencies of a style by form: folded words, or symbols as they are written."""
    units: dict[str, Unit] = {}
    for row in read_lexicon("currencies"):
        if row["style"] == style:
            form = fold(row["form"]) if style == "word" else row["form"]
            units.setdefault(form, Unit(row["code"], "money", Decimal(row["factor"])))
    for row in read_lexicon("units"):
        if row["style"] == style:
            form = fold(row["form"]) if style == "word" else row["form"]
            kind: MeasureKind = {"percentage": "percentage", "duration": "duration"}.get(row["kind"], "measure")  # type: ignore[assignment]
            units.setdefault(form, Unit(row["unit"], kind, Decimal(row["factor"])))
    return units


def _exact(forms: Iterable[str]) -> str:
    """Return a pattern of forms as they are written, the longest first."""
    return "|".join(map(re.escape, sorted(set(forms), key=lambda form: (-len(form), form))))


@cache
def left_patterns() -> dict[str, re.Pattern[str]]:
    """Return the patterns of what stands before a number, all anchored at its start."""
    bounds = alternation(folded_words("bounds", side="left"))
    nouns = [row["form"] for row in read_lexicon("direction_nouns")]
    verbs = "|".join(fold(row["stem"]) for row in read_lexicon("direction_verbs"))
    changes = {
        d: "|".join(fold(row["stem"]) for row in read_lexicon("change_verbs") if row["distant"] >= d) for d in "01"
    }
    elided = [form[:-1] + "'" for form in nouns]
    return {
        "bound": re.compile(rf"(?<!\w)(?!(?<=en )plus d(?:es|u) )(?P<form>{bounds})(?: les| des| de|(?<=') ?)? ?\Z"),
        "noun": re.compile(rf"(?<!\w)(?P<form>{alternation([fold(form) for form in nouns + elided])}) ?\Z"),
        "verb": re.compile(
            rf"(?<!\w)(?P<form>(?:{verbs})\w*)(?:,? \w+ment| encore| ainsi| aussi| deja| meme)?"
            r" (?:(?:que )?(?:de|d')|a hauteur de) ?\Z"
        ),
        "direct": re.compile(rf"(?<!\w)(?P<form>(?:{verbs}|pris|prend)\w*) ?\Z"),
        "change": re.compile(
            rf"(?<!\w)(?:(?:{changes['0']})\w*(?:,? \w+ment| ainsi| donc| deja)?"
            rf"|(?:{changes['1']})\w*(?: (?!sur |a )[a-z']+){{1,6}}) (?:de |d')\Z"
        ),
        "range": re.compile(r"(?<!\w)(?P<form>entre|de|d'|des|soit|quelques?)(?: les)? ?\Z"),
    }
