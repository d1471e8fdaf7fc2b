"""Times of the year by name: seasons, feasts, "rentrée 2024", "T3 2022"; and centuries."""

from __future__ import annotations

import re
from typing import Literal, cast

from factuel.annotation.dates.atoms import Atom
from factuel.annotation.dates.calendar_atoms import turn
from factuel.annotation.dates.expressions import Calendar, Era, Feast, Subyear, Turn
from factuel.annotation.dates.shifts import Offset
from factuel.annotation.dates.words import YEAR, date_words
from factuel.annotation.notation.contexts import before
from factuel.annotation.notation.vocabulary import folded_words

_REACH = 24
_DETERMINED = re.compile(r"(?<!\w)(?:cette |cet |ce |l'|le |au |du |mi-|fin |debut )\Z")
_YEAR_AFTER = re.compile(rf" (?:de |de l'annee |de l'an )?(?P<year>{YEAR})(?! ?[€%$])(?:-(?:{YEAR}|\d\d)(?!\d))?")


def season_atoms(text: str, folded: str, match: re.Match[str]) -> list[Atom]:
    """Return "l'été 2024", "au printemps", "l'hiver dernier"; "été" after an auxiliary is a participle."""
    start, end = match.start(), match.end()
    window = folded[max(0, start - _REACH) : start]
    if before("participle").search(window):
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
    if _DETERMINED.search(window):
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
    if (
        qualified is not None
        and not name[0].isdigit()
        and qualified.group("noun") not in folded_words("feast_introducers")
    ):
        return []
    if name in ("assomption", "ascension", "rameaux", "epiphanie", "toussaint") and not text[start].isupper():
        return []
    if (name.startswith("saint") and not window.endswith("la ")) or window.endswith("-"):
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
