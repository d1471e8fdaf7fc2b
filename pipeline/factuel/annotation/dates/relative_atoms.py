"""Times counted from another: "hier", "il y a deux ans", "la semaine prochaine", "cet été", "au troisième trimestre"."""

from __future__ import annotations

import re
from typing import Literal, cast

from factuel.annotation.dates.calendar_atoms import Atom, turn
from factuel.annotation.dates.expressions import (
    Anchor,
    Approximate,
    Calendar,
    Era,
    Feast,
    Offset,
    Subyear,
    Turn,
    Unit,
    Weekend,
)
from factuel.annotation.dates.words import YEAR, date_words
from factuel.annotation.notation.numerals import words_value
from factuel.annotation.notation.vocabulary import folded_rows, folded_words

_REACH = 24
_YEAR_AFTER = re.compile(rf" (?:de |de l'annee |de l'an )?(?P<year>{YEAR})(?! ?[€%$])(?:-(?:{YEAR}|\d\d)(?!\d))?")
_THIS = re.compile(r"(?:^|[^\w'])(?:cette|cet|ce) \Z")
_THE = re.compile(r"(?:^|\W)(?:la |le |l'|du |au )\Z")
_VAGUE = re.compile(r"(?:^|\W)(?:fin|debut|milieu|mi)(?: de la | de l'| du | de | d'|-)\Z")
_ORDINAL = re.compile(
    r"(?:^|[^\w-])(?P<rank>premiere?|1ere?|1er|second|seconde|deuxieme|2e|2eme|2nd|troisieme|3e|3eme|quatrieme|4e|4eme|derniere?) \Z"
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
    part = re.compile(rf" {_dayparts()}(?!\w)").match(folded, match.end())
    end = part.end() if part else match.end()
    return [Atom(match.start(), end, Offset("day", int(row["shift"]), cast(Anchor, row["anchor"])))]


def _dayparts() -> str:
    from factuel.annotation.notation.vocabulary import alternation

    return alternation(folded_words("dayparts"))


def ago_atoms(text: str, folded: str, match: re.Match[str]) -> list[Atom]:
    """Return "il y a deux ans", "dans dix jours"; what is shorter than a day is no date."""
    found = date_words().quantity.match(folded, match.end())
    if found is None:
        return []
    if found.group("number") in ("un", "une") and folded.startswith(" de ", found.end()):
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
    if plural or re.search(r"(?:ces|les|des|aux|nos|\d|deux|trois) \Z", window):
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
        r" ?(?:[,.;:)\n]|\Z)", folded[distance.end() :][:2]
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


def season_atoms(text: str, folded: str, match: re.Match[str]) -> list[Atom]:
    """Return "l'été 2024", "au printemps", "l'hiver dernier"; "été" after an auxiliary is a participle."""
    start, end = match.start(), match.end()
    window = folded[max(0, start - _REACH) : start]
    if re.search(
        r"(?:^|\W)(?:a|ont|ai|as|avons|avez|avait|avaient|aurait|auraient|ayant|avoir|aura|auront|eu|jamais|deja|pas) \Z",
        window,
    ):
        return []
    code = date_words().seasons[match.group()]
    year = _YEAR_AFTER.match(folded, end)
    cue = date_words().cue.match(folded, end)
    if year is not None:
        return [Atom(start, year.end(), Subyear("season", code, int(year.group("year"))))]
    if cue is not None:
        row = date_words().cues[cue.group("cue")]
        if row["anchor"] == "previous":
            count = -1 if row["direction"] == "past" else 1
            return [Atom(start, cue.end(), Offset("season", count, "previous", code))]
        return [Atom(start, cue.end(), Subyear("season", code, None, cast(Turn, row["direction"])))]
    if re.match(r" d(?:e|es|u) (?!l'an|cette|\d)| d'", folded[end : end + 12]):
        return []
    if _THIS.search(window) or re.search(r"(?:^|\W)(?:l'|le |au |du |mi-|fin |debut |debut de l'|fin de l')\Z", window):
        if text[start].isupper() and not text[start : start + 2].isupper():
            return []
        return [Atom(start, end, Subyear("season", code))]
    return []


def feast_atoms(text: str, folded: str, match: re.Match[str]) -> list[Atom]:
    """Return a feast day, unless it qualifies a thing ("marché de Noël") or names a person ("Noël Dupont")."""
    start, end = match.start(), match.end()
    window = folded[max(0, start - _REACH) : start]
    name = re.sub(" {2,}", " ", match.group())
    if re.match(r"(?:-| (?!20|19))[A-ZÉÈÀÂÎÔ][a-zà-ÿ]", text[end : end + 4]) and not re.match(
        r" (?:Le|La|Les|Un|Une|Il|Elle)\b", text[end : end + 6]
    ):
        return []
    qualified = re.search(r"(?P<noun>\w+) (?:de l'|de la |de |du |d'|des )\Z", window)
    if qualified is not None and qualified.group("noun") not in folded_words("feast_introducers"):
        return []
    if name in ("assomption", "ascension", "rameaux", "epiphanie", "toussaint") and not text[start].isupper():
        return []
    if name.startswith("saint") and not window.endswith("la ") or window.endswith("-"):
        return []
    year = _YEAR_AFTER.match(folded, end)
    cue = date_words().cue.match(folded, end)
    if year is not None:
        return [Atom(start, year.end(), Feast(name, int(year.group("year"))))]
    stop = cue.end() if cue else end
    return [Atom(start, stop, Feast(name, None, turn(cue.group("cue")) if cue else None))]


def back_to_school_atoms(text: str, folded: str, match: re.Match[str]) -> list[Atom]:
    """Return the September of "rentrée 2024" or "à la rentrée"; other returns ("rentrée politique de X") are none."""
    start, end = match.start(), match.end()
    window = folded[max(0, start - _REACH) : start]
    after = re.compile(rf"(?: (?:scolaire|universitaire|litteraire))?(?: de)?(?: septembre)? (?P<year>{YEAR})").match(
        folded, end
    )
    if after is not None:
        return [Atom(start, after.end(), Calendar(int(after.group("year")), 9))]
    cue = re.compile(r"(?: scolaire| universitaire)?").match(folded, end)
    tail = date_words().cue.match(folded, cue.end() if cue else end)
    if tail is not None:
        return [Atom(start, tail.end(), Calendar(None, 9, cue=turn(tail.group("cue"))))]
    if re.search(
        r"(?:^|\W)(?:a|depuis|des|apres|avant|d'ici|pour|jusqu'a|d'ici a) la \Z", window
    ) and not folded.startswith(" de ", end):
        return [Atom(start, end, Calendar(None, 9))]
    return []


def century_atoms(text: str, folded: str, match: re.Match[str]) -> list[Atom]:
    """Return "XIXe siècle", "18e siècle"."""
    written = (
        match.group("century").rstrip("me").removesuffix("e")
        if match.group("century")[0].isdigit()
        else match.group("century")[:-1]
    )
    number = int(written) if written.isdigit() else _roman(written)
    if not 1 <= number <= 21:
        return []
    return [Atom(match.start(), match.end(), Era(century=number))]


def _roman(written: str) -> int:
    values = [{"i": 1, "v": 5, "x": 10}[letter] for letter in written]
    return sum(-value if value < after else value for value, after in zip(values, [*values[1:], 0], strict=True))


def part_atoms(text: str, folded: str, match: re.Match[str]) -> list[Atom]:
    """Return "T3 2022" (a quarter) and "S1 2023" (a half), in capitals and with their year or after "au"."""
    if not text[match.start()].isupper():
        return []
    kind: Literal["quarter", "half"] = "quarter" if match.group("part")[0] == "t" else "half"
    number = int(match.group("part")[1])
    year = _YEAR_AFTER.match(folded, match.end())
    if kind == "half" and number > 2:
        return []
    if year is not None:
        return [Atom(match.start(), year.end(), Subyear(kind, number, int(year.group("year"))))]
    if re.search(r"(?:^|\W)au \Z", folded[max(0, match.start() - 5) : match.start()]):
        return [Atom(match.start(), match.end(), Subyear(kind, number))]
    return []
