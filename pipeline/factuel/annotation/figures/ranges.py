"""Two numbers that make a range ("10 à 15.000 enfants", "entre 10 et 20 M€") or a change ("passé de 12 à 18 M€")."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from factuel.annotation.figures.left import Left
from factuel.annotation.figures.quantity import Quantity, quantity_at

_LINK = re.compile(r" (?:a|jusqu'a)(?: pres de| plus de| environ)? |-(?=\d)| - (?=\d)| (?P<pair>et|ou)(?: meme)? ")
_SCALES_DOWN_TO = 4  # "10 à 15.000" means 10,000 to 15,000: the ends of a range are at most so many times apart


def second_of(text: str, folded: str, first: Quantity, left: Left) -> Quantity | None:
    """Return the number that closes the range or change begun by `first`, or None when none does."""
    link = _LINK.match(folded, first.end)
    if link is None:
        return None
    second = quantity_at(text, folded, link.end())
    if second is None or not _fits(first, second, link, left):
        return None
    return second


def _fits(first: Quantity, second: Quantity, link: re.Match[str], left: Left) -> bool:
    """Tell whether two numbers are the ends of one range: of one unit, and joined by the words of a range."""
    if first.unit is not None and (second.unit is None or second.unit.code != first.unit.code):
        return False
    if second.written == 1 and second.words and second.unit is None:
        return False
    pair = link.group("pair")
    if pair == "et":
        return left.opener == "entre"
    if first.written == 1 and first.words and first.magnitude == 1 and pair != "ou":
        return False
    if pair == "ou":
        return first.unit is None and first.magnitude in (1, second.magnitude) and first.written < second.written
    return left.opener != "entre"


def aligned(first: Quantity, second: Quantity) -> tuple[Decimal, Decimal]:
    """Return both values, the magnitude and unit of the second spread over the first where it has none."""
    low, high = first.value, second.value
    if first.unit is None and second.unit is not None:
        low *= second.unit.factor
    if first.magnitude == 1 and second.magnitude > 1 and first.written < 1000:
        low *= second.magnitude
    elif first.magnitude == 1 and second.magnitude == 1 and low < 1000 <= high and high % 1000 == 0:
        scaled = low * 1000
        low = scaled if high / _SCALES_DOWN_TO <= scaled < high else low
    return low, high


def sharing_unit(first: Quantity, second: Quantity) -> Quantity:
    """Return the first number with the unit of the second."""
    return first if first.unit is not None else replace(first, unit=second.unit)
