"""Regular expressions of the date lexicons. All match folded text (`notation.folding.fold`)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from factuel.annotation.notation.vocabulary import alternation, folded_rows, folded_words

MONTH_DAY = r"(?:1er|0?[1-9]|[12]\d|3[01])(?!\d|[.,]\d)"
YEAR = r"(?:1[0-9]|20)\d\d(?!\d|[.,]\d)"


@dataclass(frozen=True, slots=True)
class DateWords:
    """The compiled patterns of dates, and the tables that give the words their values."""

    trigger: re.Pattern[str]
    days_before: re.Pattern[str]
    after_month: re.Pattern[str]
    after_weekday: re.Pattern[str]
    dated_weekday: re.Pattern[str]
    dated_days: re.Pattern[str]
    year: re.Pattern[str]
    numeric: re.Pattern[str]
    cue: re.Pattern[str]
    quantity: re.Pattern[str]
    number_before: re.Pattern[str]
    months: dict[str, int]
    weekdays: dict[str, int]
    seasons: dict[str, int]
    cues: dict[str, dict[str, str]]
    short: frozenset[str]


@cache
def date_words() -> DateWords:
    """Return the patterns, compiled once."""
    months, weekdays, seasons = (folded_rows(name) for name in ("months", "weekdays", "seasons"))
    cues = folded_rows("date_cues")
    cue, month, weekday = alternation(cues), alternation(months), alternation(weekdays)
    day = rf"(?:{MONTH_DAY}|{_word_days()})"
    between = rf"(?: ?, ?| ?/ ?| ?- ?| et (?:le |du )?| ou (?:le )?| au | a )(?:{weekday} )?"
    number = rf"(?P<number>\d{{1,3}}|{number_pattern()}|une?)"
    nouns = alternation(folded_rows("period_nouns"))
    return DateWords(
        trigger=re.compile(_trigger(month, nouns)),
        days_before=re.compile(
            rf"(?<![\w.,/'-])(?:(?P<weekday>{weekday})(?:\.|,)? ?)?(?:le |du )?"
            rf"(?P<days>{day}(?:{between}{day}){{0,6}}) ?(?:du mois d(?:e |')|de |d')?\Z"
        ),
        after_month=re.compile(
            rf"(?:,? (?:de |de l'an |de l'annee )?(?P<year>{YEAR})(?! ?[€$%])(?!-\d))?(?: (?P<cue>{cue})(?!\w))?"
        ),
        after_weekday=re.compile(
            rf"(?:[ -](?P<cue>{cue})(?!\w))?(?: (?P<part>{alternation(folded_words('dayparts'))})(?!\w))?"
            r"(?: en (?P<weeks>huit|8|quinze|15)(?!\w))?"
            rf"(?:,? (?:de )?(?:la|cette) semaine(?: (?P<week>{cue}))?(?!\w))?"
            rf"(?: (?P<late>{cue})(?!\w))?"
        ),
        dated_weekday=re.compile(
            rf"(?:\.|,)? (?:le )?(?P<days>{MONTH_DAY})(?! ?(?:h|heures?|%|€|(?!mars)[a-z]+s)(?!\w))"
            rf"(?P<month>(?:{between}{day}){{0,6}} ?(?:de )?{month}(?!\w))?"
        ),
        dated_days=re.compile(rf"{MONTH_DAY}(?:{between}{day}){{0,6}} ?(?:de )?{month}(?!\w)"),
        year=re.compile(rf"(?P<year>{YEAR})(?: ?(?P<sep>[-/]) ?(?P<second>{YEAR}|\d\d)(?!\w))?(?!\w)"),
        numeric=re.compile(
            r"(?P<iso>(?:1[5-9]|20)\d\d-\d\d?-\d\d?)(?![\d-])"
            r"|(?P<d>\d{1,2})(?P<sep>[./-])(?P<m>\d{1,2})(?P=sep)(?P<y>\d{4}|\d\d)(?!\d|[.,/-]\d)"
            r"|(?P<d2>\d\d) (?P<m2>\d\d) (?P<y2>(?:19|20)\d\d)(?!\d| \d)"
            r"|(?P<m3>0?[1-9]|1[0-2])/(?P<y3>(?:19|20)\d\d)(?![\d/])"
            r"|(?P<d4>\d{1,2})[/](?P<m4>\d{1,2})(?![\d/%]|[.,]\d)"
        ),
        cue=re.compile(rf"(?:[ -]|(?=-))(?P<cue>{cue})(?!\w)"),
        quantity=re.compile(
            rf" (?P<about>{alternation(folded_words('bounds', side='left'))} ?)?"
            rf"(?:exactement |tout juste |deja )?(?<=[ '])(?:{number} |(?P<some>{_collectives()}) d(?:e |'))"
            rf"(?P<noun>{nouns})(?P<half> et demie?)?(?!\w)"
        ),
        number_before=re.compile(rf"(?<!\w){number} \Z"),
        months={form: int(row["month"]) for form, row in months.items()},
        weekdays={form: int(row["weekday"]) for form, row in weekdays.items()},
        seasons={form: int(row["code"]) for form, row in seasons.items()},
        cues=cues,
        short=frozenset(form for form, row in months.items() if row["short"] == "1"),
    )


def _trigger(month: str, nouns: str) -> str:
    """Return the pattern whose matches are the only places where a date is looked for."""
    long_weekday = alternation(form for form, row in folded_rows("weekdays").items() if row["short"] == "0")
    return (
        rf"(?<!\w)(?:(?P<feast>{alternation(folded_rows('feasts'))})|(?P<fixed>{alternation(folded_rows('date_words'))})"
        rf"|(?P<weekday>{long_weekday})|(?P<season>{alternation(folded_rows('seasons'))})|(?P<noun>{nouns})"
        rf"|(?P<ago>il y a|d'ici a|d'ici|dans|voici|voila)|(?P<century>[ivx]{{1,5}}e|\d\d?e(?:me)?) siecle"
        rf"|(?P<rentree>rentree)|(?P<part>[ts][1-4]))(?!\w)"
        rf"|(?<![^\W\d])(?P<month>{month})(?!\w)"
        r"|(?<![\w.,])(?P<digits>\d+)"
    )


def _collectives() -> str:
    forms = folded_rows("collectives")
    return rf"une (?:petite |bonne )?{alternation(forms)}"


def number_pattern() -> str:
    """Return a pattern of whole numbers from 2 to 99 in words."""
    rows = folded_rows("numerals")
    units = alternation(form for form, row in rows.items() if row["role"] == "unit")
    small = alternation(form for form, row in rows.items() if row["role"] in ("unit", "teen") and form[:2] != "un")
    tens = alternation(form for form, row in rows.items() if row["role"] in ("ten", "belgian"))
    compound = rf"{tens}(?:[ -](?:et[ -])?{small}|[ -]et[ -]une?)?"
    return rf"(?:quatre-vingts?(?:-{small})?|dix[ -]{units}|{compound}|{small})(?!\w)"


def _word_days() -> str:
    return rf"(?:premier|{number_pattern()})(?!\w)"
