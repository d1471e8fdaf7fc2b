"""A small speller of French numbers, the opposite of what is tested."""

from collections.abc import Callable

import pytest

UNITS = [
    "zéro",
    "un",
    "deux",
    "trois",
    "quatre",
    "cinq",
    "six",
    "sept",
    "huit",
    "neuf",
    "dix",
    "onze",
    "douze",
    "treize",
    "quatorze",
    "quinze",
    "seize",
    "dix-sept",
    "dix-huit",
    "dix-neuf",
]
TENS = {2: "vingt", 3: "trente", 4: "quarante", 5: "cinquante", 6: "soixante"}
LARGE = ((10**15, "billiard"), (10**12, "billion"), (10**9, "milliard"), (10**6, "million"))


def below_hundred(number: int) -> str:
    if number < 20:
        return UNITS[number]
    ten, unit = divmod(number, 10)
    if ten in (7, 9):
        ten, unit = ten - 1, unit + 10
    stem = "quatre-vingt" if ten == 8 else TENS[ten]
    if unit == 0:
        return stem + ("s" if ten == 8 else "")
    if unit in (1, 11) and ten != 8:
        return f"{stem} et {UNITS[unit]}"
    return f"{stem}-{UNITS[unit]}"


def below_thousand(number: int, last: bool = True) -> str:
    hundred, rest = divmod(number, 100)
    words = [] if hundred < 2 else [UNITS[hundred]]
    if hundred:
        words.append("cents" if hundred > 1 and not rest and last else "cent")
    if rest or not hundred:
        words.append(below_hundred(rest).removesuffix("s") if rest == 80 and not last else below_hundred(rest))
    return " ".join(words)


def below_million(number: int) -> str:
    thousand, rest = divmod(number, 1000)
    if not thousand:
        return below_thousand(rest)
    head = "mille" if thousand == 1 else f"{below_thousand(thousand, last=False)} mille"
    return head + (f" {below_thousand(rest)}" if rest else "")


def spelled(number: int) -> str:
    words = []
    for size, name in LARGE:
        count, number = divmod(number, size)
        if count:
            words.append(f"{below_million(count)} {name}{'s' if count > 1 else ''}")
    if number or not words:
        words.append(below_million(number))
    return " ".join(words)


@pytest.fixture(scope="session")
def spell() -> Callable[[int], str]:
    """Spells a number from 0 to 10**15 in French words, in the traditional spelling."""
    return spelled
