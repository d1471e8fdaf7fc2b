"""Times counted from another: "hier", "il y a deux ans", "la semaine prochaine", "au troisième trimestre"."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal, cast

from factuel.annotation.dates.atoms import Atom
from factuel.annotation.dates.calendar_atoms import turn
from factuel.annotation.dates.expressions import Era, Subyear
from factuel.annotation.dates.shifts import Anchor, Offset, Unit, Weekend
from factuel.annotation.dates.stretches import Approximate
from factuel.annotation.dates.words import YEAR, date_words
from factuel.annotation.notation.numerals import words_value
from factuel.annotation.notation.vocabulary import alternation, folded_rows, folded_words

_REACH = 24
_YEAR_AFTER = re.compile(rf" (?:de |de l'annee |de l'an )?(?P<year>{YEAR})(?! ?[€%$])(?:-(?:{YEAR}|\d\d)(?!\d))?")
_THIS = re.compile(r"(?:^|[^\w'])(?:cette|cet|ce) \Z")
_VAGUE = re.compile(r"(?:^|\W)(?:fin|debut|milieu|mi)(?: de la | de l'| du | de | d'|-)\Z")
_OF_WHAT = re.compile(r" d(?:e |')(?P<what>[a-z]+)")
_BARE_YEAR = re.compile(rf" {YEAR}(?! ?[€%$])(?!\w)")
_ORDINAL = re.compile(
    r"(?<![\w-])(?P<rank>premiere?|seconde?|(?:deux|trois|quatr)ieme|derniere?|1er|1ere|2nd|[2-4]e(?:me)?) \Z"
)
_RANKS = {"p": 1, "1": 1, "s": 2, "d": 2, "2": 2, "t": 3, "3": 3, "q": 4, "4": 4}
_DISTANCE = re.compile(
    r" (?:(?P<later>plus tard)|(?P<sooner>plus tot|auparavant)|(?P<after>apres)|(?P<before>avant))(?!\w)"
)
_TENS_AFTER = re.compile(
    r" (?P<tens>vingt|trente|quarante|cinquante|soixante-dix|soixante|quatre-vingt-dix|quatre-vingts?)(?![\w-])"
)


def fixed_atoms(text: str, folded: str, match: re.Match[str]) -> list[Atom]:
    """Return "hier", "la veille", "le même jour"..., with the part of the day that follows."""
    row = folded_rows("date_words")[re.sub(" {2,}", " ", match.group())]
    if row["anchor"] == "previous" and folded.startswith((" de ", " du ", " d'", " des "), match.end()):
        return []
    part = _daypart().match(folded, match.end())
    end = part.end() if part else match.end()
    return [Atom(match.start(), end, Offset("day", int(row["shift"]), cast(Anchor, row["anchor"])))]


@cache
def _daypart() -> re.Pattern[str]:
    return re.compile(rf" {alternation(folded_words('dayparts'))}(?!\w)")


def ago_atoms(text: str, folded: str, match: re.Match[str]) -> list[Atom]:
    """Return "il y a deux ans", "dans dix jours"; what is shorter than a day is no date."""
    found = date_words().quantity.match(folded, match.end())
    if found is None:
        return []
    if found.group("number") in ("un", "une") and folded.startswith((" de ", " ou "), found.end()):
        return []
    back = match.group() in ("il y a", "voici", "voila")
    row = folded_rows("period_nouns")[re.sub(" {2,}", " ", found.group("noun"))]
    count = _count(found) * int(row["count"])
    unit = cast(Unit, row["unit"])
    if found.group("half") and unit == "year":
        unit, count = "month", 12 * count + 6
    offset = Offset(unit, -count if back else count)
    start = match.end() + 1 if match.group().startswith("d'ici") else match.start()
    about = found.group("about") or found.group("some")
    return [Atom(start, found.end(), Approximate(offset) if about else offset)]


def _count(match: re.Match[str]) -> int:
    if match.group("some"):
        form = match.group("some").split()[-1]
        return int(folded_rows("collectives")[form]["value"])
    number = match.group("number")
    return int(number) if number.isdigit() else max(words_value(number), 1)


def noun_atoms(text: str, folded: str, match: re.Match[str]) -> list[Atom]:
    """Return what a period's noun names: "cette année", "le mois dernier", "la fin du mois", "un an plus tôt"."""
    start, end = match.start(), match.end()
    window = folded[max(0, start - _REACH) : start]
    row = folded_rows("period_nouns")[re.sub(" {2,}", " ", match.group())]
    unit = row["unit"]
    tens = _TENS_AFTER.match(folded, end) if match.group() in ("annees", "decennie") else None
    if tens is not None:
        return [Atom(start, tens.end(), Era(decade=1900 + words_value(tens.group("tens"))))]
    if unit in ("quarter", "half"):
        found = _ranked(folded, start, end, window, cast(Literal["quarter", "half"], unit))
        if found:
            return found
    return _cued(folded, match, window, cast(Unit, unit)) or _distant(folded, start, end, window, row)


def _ranked(folded: str, start: int, end: int, window: str, kind: Literal["quarter", "half"]) -> list[Atom]:
    """Return "troisième trimestre (2022)"; "dernier trimestre" is the last of a year only when the year is said."""
    rank = _ORDINAL.search(window)
    if rank is None:
        return []
    year = _YEAR_AFTER.match(folded, end)
    begin = start - len(window) + rank.start("rank")
    word = rank.group("rank")
    if word.startswith("dernier"):
        if year is None:
            return [Atom(begin, end, Offset(kind, -1))]
        number = 4 if kind == "quarter" else 2
    else:
        number = _RANKS[word[0]]
    if year is not None:
        return [Atom(begin, year.end(), Subyear(kind, number, int(year.group("year"))))]
    this = re.compile(r" de (?:cette annee|l'annee en cours)").match(folded, end)
    cue = date_words().cue.match(folded, end)
    stop = this.end() if this else cue.end() if cue else end
    return [Atom(begin, stop, Subyear(kind, number, None, turn(cue.group("cue")) if cue else None))]


def _cued(folded: str, match: re.Match[str], window: str, unit: Unit) -> list[Atom]:
    """Return the period that an adjective, "ce" or a vague edge points at."""
    start, end, noun = match.start(), match.end(), match.group()
    plural = noun.endswith("s") and noun != "mois"
    cue = date_words().cue.match(folded, end)
    this = _THIS.search(window)
    if plural or _names_period(folded, end) or re.search(r"(?:ces|les|des|aux|nos|\d|deux|trois) \Z", window):
        return []
    before = re.search(r"(?:^|\W)(?:le |la |l'|au |du |ce )?(?P<cue>dernier|derniere|prochain|prochaine) \Z", window)
    if cue is not None and not (noun == "an" and cue.group("cue") in ("-ci",)):
        return [_turned(cue.group("cue"), start, cue.end(), unit)]
    if this is not None:
        later = folded.startswith("-la", end)
        begin = start - len(window) + this.start() + (not this.group()[0].isalpha())
        return [_offset(begin, end + 3 if later else end, unit, 0, "previous" if later else "reference")]
    if before is not None and unit != "day":
        return [_turned(before.group("cue"), start - len(window) + before.start("cue"), end, unit)]
    if (
        _VAGUE.search(window)
        and not re.search(r"fins\W|\Wde fin d[e'] ?\Z", window)
        and unit != "day"
        and noun != "quinzaine"
    ):
        return [_offset(start, end, unit, 0, "reference")]
    return []


def _names_period(folded: str, end: int) -> bool:
    """Tell whether the noun that ends at `end` only introduces a name: "la fin du mois de juin", "de l'année 2026"."""
    found = _OF_WHAT.match(folded, end)
    named = found is not None and found.group("what") in date_words().months
    return named or _BARE_YEAR.match(folded, end) is not None


def _turned(cue: str, start: int, end: int, unit: Unit) -> Atom:
    row = date_words().cues[re.sub(" {2,}", " ", cue)]
    count = {"past": -1, "present": 0, "future": 1}[row["direction"]]
    return _offset(start, end, unit, count, cast(Anchor, row["anchor"]))


def _offset(start: int, end: int, unit: Unit, count: int, anchor: Anchor) -> Atom:
    if unit == "weekend" and anchor == "reference":
        return Atom(start, end, Weekend(count))
    return Atom(start, end, Offset(unit, count, anchor))


def _distant(folded: str, start: int, end: int, window: str, row: dict[str, str]) -> list[Atom]:
    """Return "un an plus tôt", "trois jours plus tard", "deux mois après," counted from the day last named."""
    distance = _DISTANCE.match(folded, end)
    if distance is None:
        return []
    if (distance.group("after") or distance.group("before")) and not re.match(
        r" ?(?:[,.;:)\n]|\Z)", folded[distance.end() : distance.end() + 2]
    ):
        return []
    number = date_words().number_before.search(window)
    if number is None:
        return []
    written = number.group("number")
    count = (int(written) if written.isdigit() else max(words_value(written), 1)) * int(row["count"])
    back = distance.group("sooner") or distance.group("before")
    begin = start - len(window) + number.start()
    return [Atom(begin, distance.end(), Offset(cast(Unit, row["unit"]), -count if back else count, "previous"))]
