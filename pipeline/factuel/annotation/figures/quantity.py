"""A number with its magnitude and unit, read forwards from its first character."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from factuel.annotation.figures.patterns import Unit, patterns
from factuel.annotation.notation.contexts import after
from factuel.annotation.notation.numerals import Numeral, digits_at, digits_value, words_at
from factuel.annotation.notation.vocabulary import folded_rows
from factuel.records import MeasureKind

_HALF = re.compile(r" et demie?(?!\w)| 1/2(?!\d)")
_MIXED = re.compile(r" {1,2}(?P<above>[1-9])/(?P<below>[2-9])(?![\d/])")
_LARGE_WORD = re.compile(r"(?:millions?|milliards?|billions?|billiards?|mille|milliers?)\Z")
_BEFORE_UNIT = re.compile(
    r" (?:premier|derniere?|prochaine?|premiere|long|longue|bon|bonne|petit|petite|gros|grosse)s?"
)
_DE_MAGNITUDE = re.compile(r" de (?P<form>milliers|millions|milliards)(?!\w)")
_PROPER = ("euro", "kelvin", "celsius", "fahrenheit", "degre", "kg", "km", "milli", "p")
_OF = re.compile(r" de | d'")
_PLACES = 10  # decimals of a part that does not end: 1 h 20 is 1.3333333333 hours


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number read at `start` to `end` (exclusive); `value` counts its magnitude and its unit's factor.

    `magnitude` is what multiplied the number ("millions"), `written` the number before that.
    """

    start: int
    end: int
    value: Decimal
    written: Decimal
    magnitude: Decimal
    unit: Unit | None
    words: bool
    about: bool = False
    number_end: int = 0

    @property
    def kind(self) -> MeasureKind:
        """Return the kind of measure: a number without unit is a count."""
        return self.unit.kind if self.unit else "count"


def quantity_at(text: str, folded: str, start: int) -> Quantity | None:
    """Return the quantity that begins at `start`, or None when no number does."""
    numeral = digits_at(folded, start) or words_at(folded, start)
    if numeral is None:
        return None
    quantity = _with_magnitude(text, folded, _mixed(folded, numeral))
    quantity = _with_unit(text, folded, quantity)
    return _with_rest(folded, quantity)


def _mixed(folded: str, numeral: Numeral) -> Numeral:
    """Return a whole number with the fraction written after it: "2 1/4"."""
    match = _MIXED.match(folded, numeral.end)
    whole = not numeral.words and numeral.value < 100 and numeral.value == int(numeral.value)
    if match is None or not whole or int(match.group("above")) >= int(match.group("below")):
        return numeral
    fraction = round(Decimal(match.group("above")) / Decimal(match.group("below")), _PLACES)
    return replace(numeral, end=match.end(), value=numeral.value + fraction)


def _with_magnitude(text: str, folded: str, numeral: Numeral) -> Quantity:
    """Return the number multiplied by "millions", "Md", "k", "dizaines"... that follows it."""
    table = patterns()
    value, end, magnitude = numeral.value, numeral.end, Decimal(1)
    if not _symbol_unit(text, end):
        word = table.magnitude_word.match(folded, end) or table.magnitude_symbol.match(text, end)
        if word is not None:
            factor, end = multiplied(folded, word.end())
            magnitude = table.magnitudes[word.group("form")] * factor
    collective = table.collective.match(folded, end) if magnitude == 1 else None
    about = False
    if collective is not None:
        row = folded_rows("collectives")[collective.group("form")]
        factor, end = multiplied(folded, collective.end())
        magnitude, about = Decimal(row["value"]) * factor, row["bound"] == "about"
    value *= magnitude
    scale = magnitude if magnitude > 1 else _last_magnitude(folded[numeral.start : end])
    value, end = _added(folded, value, end, scale)
    return Quantity(numeral.start, end, value, numeral.value, scale, None, numeral.words, about, end)


def _added(folded: str, value: Decimal, end: int, scale: Decimal) -> tuple[Decimal, int]:
    """Return the value with "et demi" or the smaller number that completes it ("1 milliard 200 millions")."""
    half = _HALF.match(folded, end)
    if half is not None and not folded.startswith(" 1/2", end):
        return value + scale / 2, half.end()
    if scale < 10**6:
        return value, end
    more = digits_at(folded, end + 1) if folded[end : end + 1] == " " else None
    if more is None:
        return value, end
    word = patterns().magnitude_word.match(folded, more.end)
    factor = patterns().magnitudes[word.group("form")] if word else Decimal(1)
    if more.value * factor < scale and (factor > 1 or more.value >= 1000):
        return value + more.value * factor, word.end() if word else more.end
    return value, end


def _last_magnitude(written: str) -> Decimal:
    """Return the magnitude that ends a number in words ("deux millions"), 1 when none does."""
    match = _LARGE_WORD.search(written)
    return patterns().magnitudes[match.group()] if match and match.start() else Decimal(1)


def _symbol_unit(text: str, end: int) -> bool:
    """Tell whether the letters after a number are a unit (MW, km) rather than a magnitude (M, k)."""
    symbol = patterns().unit_symbol.match(text, end)
    return symbol is not None


def unit_at(text: str, folded: str, end: int, linked: bool) -> tuple[Unit, int] | None:
    """Return the unit at `end` and where it ends; after a magnitude (`linked`) "de" may stand between them."""
    table = patterns()
    link = _OF.match(folded, end) if linked else None
    if link is not None:
        symbol = table.unit_symbol.match(text, link.end())
        word = table.unit_word.match(folded, link.end())
    else:
        symbol = table.unit_symbol.match(text, end)
        word = table.unit_word.match(folded, end)
    if word is None and symbol is None and not linked:
        adjective = _BEFORE_UNIT.match(folded, end)
        word = table.unit_word.match(folded, adjective.end()) if adjective else None
    word_end = word.end() if word and not _is_name(text, word) else -1
    shoot_out = symbol is not None and folded.startswith(".a.b", symbol.end())
    if symbol is not None and symbol.end() > word_end and not shoot_out:
        return table.symbols[symbol.group("form")], symbol.end()
    if word is None or word_end < 0 or _counts_points(folded, word):
        return None
    return table.words[re.sub(" {2,}", " ", word.group("form"))], word_end


def _counts_points(folded: str, word: re.Match[str]) -> bool:
    """Tell whether points are places or matters: "deux points de vente", not points of a percentage."""
    return word.group("form") in ("point", "points") and after("no_point").match(folded, word.end()) is not None


def is_named_unit(text: str, folded: str, end: int) -> bool:
    """Tell whether the word after a number is a unit written as a name: "20 Minutes", "99 Francs"."""
    word = patterns().unit_word.match(folded, end)
    return word is not None and _is_name(text, word)


def multiplied(folded: str, end: int) -> tuple[Decimal, int]:
    """Return what "de milliers", "de millions" multiplies a collective by, and where it ends; 1 when there is none."""
    match = _DE_MAGNITUDE.match(folded, end)
    if match is None:
        return Decimal(1), end
    return patterns().magnitudes[match.group("form")], match.end()


def _is_name(text: str, match: re.Match[str]) -> bool:
    """Tell whether a unit's word is written as a name ("24 Heures du Mans"): capital, then lower case."""
    start = match.start("form")
    if not (text[start].isupper() and text[start + 1 : start + 2].islower()):
        return False
    return not match.group("form").startswith(_PROPER)


_FROST = re.compile(r"(?:^|[\s(])[-−–]\Z")


def _cold(text: str, quantity: Quantity) -> tuple[Unit, int] | None:
    """Return the unit of "-27C", written without the sign of degrees, and where it ends."""
    end = quantity.end + 1
    if text[quantity.end : end] != "C" or text[end : end + 1].isalnum():
        return None
    cold = _FROST.search(text, max(0, quantity.start - 2), quantity.start)
    return (patterns().symbols["°C"], end) if cold else None


_GLUED = re.compile(r" ?(?P<unit>[hm]) ?(?P<rest>[0-5]\d)(?![\w%]|[.,]\d)")


def _with_unit(text: str, folded: str, quantity: Quantity) -> Quantity:
    glued = _GLUED.match(folded, quantity.end) if quantity.magnitude == 1 and not quantity.words else None
    if glued is not None:
        size = 60 if glued.group("unit") == "h" else 100
        unit = patterns().symbols[glued.group("unit")]
        more = round(Decimal(glued.group("rest")) / size, _PLACES)
        return replace(quantity, end=glued.end(), unit=unit, value=quantity.value + more)
    found = unit_at(text, folded, quantity.end, linked=quantity.magnitude > 1) or _cold(text, quantity)
    if found is None:
        return quantity
    unit, end = found
    return replace(quantity, end=end, value=quantity.value * unit.factor, unit=unit)


_CENTS = re.compile(r"(?: et| ,)? (?P<number>\d{1,2}|[a-z-]+(?: [a-z-]+)?) (?:centimes?|cents?|pence)(?!\w)")
_DECIMALS = re.compile(r" ?(?P<number>\d\d)(?![\d,.%]| ?[a-z%€$])")
_SPOKEN = re.compile(
    r" (?P<number>(?:dix|vingt|trente|quarante|cinquante|soixante|quatre-vingt)s?(?:-[a-z]+)?)(?= ?(?:[.,;:)!?»]|\Z))"
)
_MORE_MONTHS = re.compile(r",? (?:et )?(?P<number>\d{1,2}|[a-z-]+) mois(?!\w)")
_MORE_MINUTES = re.compile(
    r" ?(?:et )?(?P<number>[0-5]\d|(?:dix|quinze|vingt|trente|quarante|cinquante)(?:-\w+)?)"
    r"(?: ?(?:minutes?|min|mn))?(?!\w)"
)
_QUARTER = re.compile(r" et quart(?!\w)")


def _with_rest(folded: str, quantity: Quantity) -> Quantity:
    """Return the quantity with what completes it after its unit: "et demi", "et 20 centimes", "1 m 50", "1 h 30"."""
    unit = quantity.unit
    if unit is None:
        return quantity
    half = _HALF.match(folded, quantity.end)
    if half is not None and unit.factor >= 1:
        return _plus(quantity, unit.factor / 2, half.end())
    for pattern, divisor in _completions(unit):
        match = pattern.match(folded, quantity.end)
        if match is None:
            continue
        number = _small(match.group("number"))
        if number is not None:
            return _plus(quantity, round(number / divisor, _PLACES), match.end())
    quarter = _QUARTER.match(folded, quantity.end) if unit.code == "hour" else None
    return _plus(quantity, Decimal("0.25"), quarter.end()) if quarter else quantity


def _completions(unit: Unit) -> tuple[tuple[re.Pattern[str], int], ...]:
    if unit.factor != 1:
        return ()
    if unit.kind == "money":
        return ((_CENTS, 100), (_DECIMALS, 100), (_SPOKEN, 100))
    if unit.code == "m":
        return ((_DECIMALS, 100),)
    if unit.code == "year":
        return ((_MORE_MONTHS, 12),)
    return ((_MORE_MINUTES, 60),) if unit.code == "hour" else ()


def _plus(quantity: Quantity, more: Decimal, end: int) -> Quantity:
    return replace(quantity, value=quantity.value + more, end=end)


def _small(written: str) -> Decimal | None:
    if written.isdigit():
        return digits_value(written)
    numeral = words_at(written, 0)
    return numeral.value if numeral and numeral.end == len(written) else None
