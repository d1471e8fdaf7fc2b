"""Any date written in any form that the press has reads back to itself."""

import unicodedata
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from factuel.annotation.dates import find_dates

MONTHS = [
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
]
SHORT = ["janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc."]
WEEKDAYS = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"]
DAYS = st.dates(date(1800, 1, 1), date(2099, 12, 31))
FORMS = {
    "long": lambda day: f"{ordinal(day.day)} {MONTHS[day.month - 1]} {day.year}",
    "short": lambda day: f"{ordinal(day.day)} {SHORT[day.month - 1]} {day.year}",
    "weekday": lambda day: f"{WEEKDAYS[day.weekday()]} {ordinal(day.day)} {MONTHS[day.month - 1]} {day.year}",
    "capitals": lambda day: f"{ordinal(day.day)} {MONTHS[day.month - 1]} {day.year}".upper(),
    "slashes": lambda day: f"{day:%d/%m/}{day.year}",
    "points": lambda day: f"{day:%d.%m.}{day.year}",
    "iso": lambda day: day.isoformat(),
    "open": lambda day: f"{day.day}/{MONTHS[day.month - 1]}/{day.year}",
    "no accents": lambda day: f"{ordinal(day.day)} {plain(MONTHS[day.month - 1])} {day.year}",
    "bare capitals": lambda day: f"{ordinal(day.day)} {plain(MONTHS[day.month - 1])} {day.year}".upper(),
    "no-break": lambda day: f"{ordinal(day.day)}\u00a0{MONTHS[day.month - 1]}\u202f{day.year}",
    "evening": lambda day: f"{ordinal(day.day)} {MONTHS[day.month - 1]} {day.year} au soir",
}
PARTS = {
    "{month} {year}": lambda day: (f"{day:%Y-%m}", None),
    "début {month} {year}": lambda day: (f"{day:%Y-%m}", "start"),
    "mi-{month} {year}": lambda day: (f"{day:%Y-%m}", "mid"),
    "fin {month} {year}": lambda day: (f"{day:%Y-%m}", "end"),
    "fin {year}": lambda day: (f"{day.year}", "end"),
    "depuis {year}": lambda day: (f"{day.year}/..", None),
    "jusqu'en {year}": lambda day: (f"../{day.year}", None),
    "T{quarter} {year}": lambda day: (f"{day.year}-{32 + quarter(day)}", None),
    "au {ordinal} trimestre {year}": lambda day: (f"{day.year}-{32 + quarter(day)}", None),
    "au second semestre {year}": lambda day: (f"{day.year}-07/{day.year}-12", None),
    "au printemps {year}": lambda day: (f"{day.year}-21", None),
    "les années {decade}0": lambda day: (f"{day.year // 10}X", None),
    "entre {year} et {next}": lambda day: (f"{day.year}/{day.year + 1}", None),
    "{year}-{next}": lambda day: (f"{day.year}/{day.year + 1}", None),
}
RELATIVE = {
    "il y a {days} jours": lambda day, days: day - timedelta(days=days),
    "dans {days} jours": lambda day, days: day + timedelta(days=days),
    "hier": lambda day, days: day - timedelta(days=1),
    "avant-hier": lambda day, days: day - timedelta(days=2),
    "demain": lambda day, days: day + timedelta(days=1),
}


QUARTERS = {1: "1er", 2: "2e", 3: "troisième", 4: "quatrième"}


def plain(word: str) -> str:
    return unicodedata.normalize("NFD", word).encode("ascii", "ignore").decode()


def quarter(day: date) -> int:
    return (day.month + 2) // 3


def ordinal(day: int) -> str:
    return "1er" if day == 1 else str(day)


@settings(max_examples=200, deadline=None)
@given(DAYS, st.sampled_from(sorted(FORMS)))
def test_day_reads_back(day: date, form: str) -> None:
    found = find_dates(f"Elle est arrivée le {FORMS[form](day)} à Metz.")
    assert [(mention.edtf, mention.from_, mention.to) for mention in found] == [(day.isoformat(),) * 3]


@settings(max_examples=300)
@given(st.dates(date(1900, 1, 1), date(2098, 12, 31)), st.sampled_from(sorted(PARTS)))
def test_part_of_a_year_reads_back(day: date, form: str) -> None:
    month, following = MONTHS[day.month - 1], day.year + 1
    said = form.format(
        month=month,
        year=day.year,
        quarter=quarter(day),
        ordinal=QUARTERS[quarter(day)],
        decade=day.year // 10,
        next=following,
    )
    found = find_dates(f"Le site a changé de mains, dit-on, {said}.")
    assert [(mention.edtf, mention.modifier) for mention in found] == [PARTS[form](day)]


@settings(max_examples=100)
@given(st.dates(date(1950, 1, 1), date(2049, 12, 31)), st.sampled_from(["%d/%m/%y", "%d.%m.%y"]))
def test_two_digits_of_the_year_read_back(day: date, form: str) -> None:
    (found,) = find_dates(f"Mis en ligne le {day:{form}}.", date(2024, 5, 2))
    assert found.edtf[5:] == day.isoformat()[5:] and int(found.edtf[:4]) % 100 == day.year % 100


@given(DAYS, st.integers(2, 30), st.sampled_from(sorted(RELATIVE)))
def test_day_counted_from_the_article_reads_back(reference: date, days: int, form: str) -> None:
    (found,) = find_dates(f"Elle part {form.format(days=days)}.", reference)
    assert found.edtf == RELATIVE[form](reference, days).isoformat()


@settings(max_examples=200)
@given(DAYS, st.integers(1, 300))
def test_interval_reads_back(day: date, length: int) -> None:
    last = day + timedelta(days=length)
    found = find_dates(f"Exposition du {FORMS['long'](day)} au {FORMS['long'](last)}.")
    assert [mention.edtf for mention in found] == [f"{day}/{last}"]


@settings(max_examples=200)
@given(DAYS, st.integers(-170, 170))
def test_day_without_year_is_the_nearest(reference: date, distance: int) -> None:
    day = reference + timedelta(days=distance)
    found = find_dates(f"Le {ordinal(day.day)} {MONTHS[day.month - 1]}", reference)
    if (day.month, day.day) != (2, 29):
        assert [mention.edtf for mention in found] == [day.isoformat()]


@given(DAYS, st.sampled_from(WEEKDAYS))
def test_last_and_next_weekday_lie_within_a_week(reference: date, weekday: str) -> None:
    (before,) = find_dates(f"{weekday} dernier", reference)
    (after,) = find_dates(f"{weekday} prochain", reference)
    assert 1 <= (reference - date.fromisoformat(before.edtf)).days <= 7
    assert 1 <= (date.fromisoformat(after.edtf) - reference).days <= 7


PIECES = st.sampled_from(
    [
        "le",
        "la",
        "du",
        "au",
        "de",
        "d'",
        "entre",
        "et",
        "à",
        "14",
        "1er",
        "31",
        "mars",
        "mai",
        "sept.",
        "décembre",
        "2022",
        "97",
        "lundi",
        "samedi",
        "hier",
        "la",
        "veille",
        "semaine",
        "mois",
        "an",
        "dernier",
        "prochaine",
        "fin",
        "début",
        "mi-",
        "depuis",
        "jusqu'au",
        "d'ici",
        "il",
        "y",
        "a",
        "dans",
        "deux",
        "ans",
        "Noël",
        "Pâques",
        "été",
        "printemps",
        "troisième",
        "trimestre",
        "XIXe",
        "siècle",
        "années",
        "60",
        "nuit",
        "soir",
        "-",
        "/",
        ",",
        ".",
        "(",
        ")",
        "\n",
        "12/03/2021",
    ]
)


@settings(max_examples=400)
@given(
    st.one_of(st.text(), st.lists(PIECES, max_size=20).map(" ".join), st.lists(PIECES, max_size=20).map("".join)),
    st.one_of(st.none(), st.dates()),
)
def test_any_text_gives_ordered_exact_dates(text: str, reference: date | None) -> None:
    end = 0
    for mention in find_dates(text, reference):
        assert end <= mention.start < mention.end
        assert text[mention.start : mention.end] == mention.text
        assert mention.from_ is None or mention.to is None or mention.from_ <= mention.to
        end = mention.end
