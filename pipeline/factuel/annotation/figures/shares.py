"""Shares and multiples: "un salarié sur dix", "deux tiers", "la moitié", "trois fois plus", "doublé"."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal, localcontext
from functools import cache
from typing import cast

from factuel.annotation.figures.counted import counted_at
from factuel.annotation.figures.draft import Draft
from factuel.annotation.figures.patterns import patterns
from factuel.annotation.figures.quantity import Quantity
from factuel.annotation.notation.contexts import after
from factuel.annotation.notation.numerals import digits_at, words_at
from factuel.annotation.notation.vocabulary import alternation, folded_rows
from factuel.models import read_lexicon
from factuel.records import Bound, Direction

_PLACES = Decimal("1e-10")  # of a share that does not end, such as two thirds
_SUR = re.compile(r"(?P<noun>(?: [a-z'-]+){0,3}) sur (?:les )?")
_WHOLE = re.compile(r" (?:de|des|du|d')(?!\w)|\Z|[ ]?[.,;:)!?»]")
_LENGTHS = re.compile(
    r"[ -]d?'?(?P<noun>heure|journee|siecle|douzaine|million|milliard|litre|tonne|hectare|kilometre|dizaine)(?!\w)"
)
_FIXED_LENGTHS = {"heure": ("minute", 60), "journee": ("day", 1), "siecle": ("year", 100)}
_TIMES = re.compile(
    r" fois (?P<way>plus|moins|superieure?s?|inferieure?s?)(?! (?:un|une|tard|tot|le|la|les|par|que)(?!\w))"
)
_HALF_LEFT = re.compile(
    r"(?:^|\W)(?P<left>la|une bonne|une petite|une|pour|de|les deux|les trois|le|presque la|ou"
    r"|(?:(?<=plus )|(?<=moins )|(?<=pres )|(?<=autour ))du) \Z"
)
_NO_LONGER_VERB = re.compile(r"(?:^|\W)(?:le|un|ce|du|son|au|vient de|de) \Z")


def share_at(text: str, folded: str, quantity: Quantity) -> Draft | None:
    """Return the share that begins with a number: "deux tiers", "9 Français sur 10", "3/4"; None when there is none."""
    if quantity.unit is not None or quantity.magnitude not in (1, 1000):
        return None
    if quantity.magnitude == 1000:
        return _fraction(text, folded, quantity) if quantity.words else None
    return _fraction(text, folded, quantity) or _compound(text, folded, quantity) or _out_of(text, folded, quantity)


def _is_no_share(folded: str, end: int) -> bool:
    """Tell whether what follows a fraction makes it something else: "quart de finale", "mi-temps"."""
    return after("no_share").match(folded, end) is not None or folded[end : end + 1] == "-"


@cache
def _multiplied() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?P<verb>{alternation(folded_rows('multipliers'))})(?: \w+)? par \Z")


def _percent(part: Decimal, whole: Decimal) -> Decimal:
    with localcontext() as context:
        context.prec = 40
        return (part * 100 / whole).quantize(_PLACES).normalize()


def _fraction(text: str, folded: str, quantity: Quantity) -> Draft | None:
    slash = re.compile(r"/(?P<whole>[2-9]|10)(?![\d/])").match(folded, quantity.end)
    if slash is not None and not quantity.words and quantity.value < int(slash.group("whole")):
        return _share(
            text, folded, quantity.start, slash.end(), quantity.value, Decimal(slash.group("whole")), common=False
        )
    mixed = _mixed(folded, quantity)
    if mixed is not None:
        return mixed
    match = patterns().fraction.match(folded, quantity.end)
    if match is None or _is_no_share(folded, match.end()):
        return None
    row = folded_rows("fractions")[match.group("form")]
    whole = Decimal(row["denominator"])
    length = _LENGTHS.match(folded, match.end())
    if length is not None:
        return _length(quantity.start, length, quantity.value / whole)
    if quantity.value >= whole and match.group("form").endswith("emes"):
        return Draft(quantity.start, match.end(), match.end(), "ratio", value=_percent(quantity.value, whole) / 100)
    if quantity.value >= whole or whole == 2:
        return None
    plural = quantity.value > 1 and match.group("form").endswith("s")
    if row["common"] == "0" and not plural and not _WHOLE.match(folded, match.end()):
        return None
    return _share(text, folded, quantity.start, match.end(), quantity.value, whole, row["common"] == "1")


def _compound(text: str, folded: str, quantity: Quantity) -> Draft | None:
    """Return "un vingt-cinquième", "trois cent vingtièmes" of something; "un vingt-deuxième but" is an ordinal."""
    if not quantity.words or quantity.value >= 20 or folded[quantity.end : quantity.end + 1] not in (" ", "-"):
        return None
    above = words_at(folded, quantity.end + 1)
    match = patterns().compound.match(folded, above.end) if above is not None else None
    if above is None or match is None or above.value < 20 or not _WHOLE.match(folded, match.end()):
        return None
    below = Decimal(folded_rows("fractions")[match.group("form")]["denominator"])
    if below >= 10 or (quantity.value > 1) != match.group("form").endswith("s"):
        return None
    return _share(text, folded, quantity.start, match.end(), quantity.value, above.value + below, common=False)


def _mixed(folded: str, quantity: Quantity) -> Draft | None:
    """Return "trois et un cinquième", "cent et trois quarts" as a ratio; "vingt et un cinquième" is 20.2."""
    written = folded[quantity.start : quantity.end]
    more = re.compile(r" et (?P<part>[a-z-]+)").match(folded, quantity.end)
    if more is not None:
        whole, part, end = written, more.group("part"), more.end()
    else:
        whole, link, part = written.rpartition(" et ")
        end = quantity.end
        if not link:
            return None
    first, second = words_at(whole, 0), words_at(part, 0)
    match = patterns().fraction.match(folded, end)
    if match is None or first is None or second is None or second.end != len(part) or first.end != len(whole):
        return None
    denominator = Decimal(folded_rows("fractions")[match.group("form")]["denominator"])
    if second.value >= denominator or denominator == 2 or _is_no_share(folded, match.end()):
        return None
    value = first.value + _percent(second.value, denominator) / 100
    return Draft(quantity.start, match.end(), match.end(), "ratio", value=value)


def _length(start: int, match: re.Match[str], part: Decimal) -> Draft | None:
    """Return "trois quarts d'heure", "un demi-siècle" as a duration."""
    if match.group("noun") not in _FIXED_LENGTHS:
        return None
    unit, size = _FIXED_LENGTHS[match.group("noun")]
    return Draft(start, match.end(), match.end(), "duration", value=part * size, unit=unit)


def _share(text: str, folded: str, start: int, end: int, part: Decimal, whole: Decimal, common: bool) -> Draft:
    """Return part of a whole: a percentage of what follows in "de", or a ratio for a rare fraction alone."""
    counted = counted_at(text, folded, end, plural=False, linked=True)
    of = (counted.start, counted.end) if counted else None
    if counted is None and not common:
        return Draft(start, end, end, "ratio", value=_percent(part, whole) / 100)
    return Draft(
        start,
        counted.head_end if counted else end,
        end,
        "percentage",
        value=_percent(part, whole),
        unit="percent",
        of=of,
    )


def _out_of(text: str, folded: str, quantity: Quantity) -> Draft | None:
    """Return "neuf chauffeurs sur dix", "9 sur 10" as a percentage."""
    match = _SUR.match(folded, quantity.end)
    if match is None:
        return None
    whole = digits_at(folded, match.end()) or words_at(folded, match.end())
    if (
        whole is None
        or not _is_usual(quantity.value, whole.value)
        or re.match(r" (?!et|en|a|est|sont|ont|qui|des|dans|selon)[a-z]+s(?!\w)", folded[whole.end : whole.end + 12])
    ):
        return None
    noun = match.group("noun").strip()
    begin = match.start("noun") + 1
    if noun in ("h", "heures", "jours", "j"):
        return None
    of = (begin, begin + len(noun)) if noun else None
    return Draft(
        quantity.start,
        whole.end,
        whole.end,
        "percentage",
        value=_percent(quantity.value, whole.value),
        unit="percent",
        of=of,
    )


def _is_usual(part: Decimal, whole: Decimal) -> bool:
    """Tell whether "part sur whole" is a share rather than two counts ("63 postes sur 248")."""
    return part < whole <= 1000 and (part == 1 or whole <= 10 or whole in (12, 20, 100, 1000))


def half_at(text: str, folded: str, match: re.Match[str]) -> Draft | None:
    """Return "la moitié des salariés", "le tiers", "une demi-heure", read from the word of the fraction."""
    row = folded_rows("fractions")[match.group()]
    left = _HALF_LEFT.search(folded, max(0, match.start() - 12), match.start())
    length = _LENGTHS.match(folded, match.end())
    whole = Decimal(row["denominator"])
    if length is not None and match.group() in ("demi", "demie"):
        return _length(match.start(), length, 1 / whole)
    if match.group() != "moitie" and (
        left is None or not _WHOLE.match(folded, match.end()) or left.group("left") not in ("le", "une", "un", "du")
    ):
        return None
    if _is_no_share(folded, match.end()) or re.search(
        r"(?:^|\W)a \Z", folded[max(0, match.start() - 4) : match.start()]
    ):
        return None
    if whole == 2 and match.group() != "moitie":
        return None
    start = match.start() if left is None else left.start("left")
    draft = _share(text, folded, start, match.end(), Decimal(1), whole, common=True)
    vague = left is not None and left.group("left") in ("une bonne", "une petite", "presque la")
    return replace(draft, bound="about") if vague else draft


def times_at(folded: str, quantity: Quantity) -> Draft | None:
    """Return "trois fois plus", "multiplié par trois" as a ratio."""
    match = _TIMES.match(folded, quantity.end)
    if match is not None:
        direction: Direction = "up" if match.group("way")[0] in "ps" else "down"
        return Draft(quantity.start, match.end(), match.end(), "ratio", value=quantity.value, direction=direction)
    verb = _multiplied().search(folded, max(0, quantity.start - 32), quantity.start)
    if verb is None or quantity.unit is not None:
        return None
    way = cast(Direction, folded_rows("multipliers")[verb.group("verb")]["direction"])
    return Draft(verb.start("verb"), quantity.end, quantity.end, "ratio", value=quantity.value, direction=way)


def multiple_at(text: str, folded: str, match: re.Match[str]) -> Draft | None:
    """Return "a doublé" as a ratio; the noun ("le doublé", "un triplé") is a feat of sport."""
    written = text[match.start() : match.end()]
    if _NO_LONGER_VERB.search(folded, max(0, match.start() - 10), match.start()) or written in (
        "double",
        "triple",
        "quadruple",
    ):
        return None
    shape = patterns().multiplied.fullmatch(match.group())
    if folded.startswith(" d'un", match.end()):  # "un atelier doublé d'un bar"
        return None
    if shape is None or shape.lastgroup is None:
        return None
    row = read_lexicon("multiplicatives")[int(shape.lastgroup[1:])]
    direction: Direction = "up"
    bound: Bound = "more_than" if folded.endswith(" plus que ", 0, match.start()) else "exact"
    value = Decimal(row["factor"])
    return Draft(match.start(), match.end(), match.end(), "ratio", value=value, direction=direction, bound=bound)
