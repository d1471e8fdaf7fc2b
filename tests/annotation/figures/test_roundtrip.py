"""Any number, written in any way that the press has, reads back to itself."""

from collections.abc import Callable
from decimal import Decimal

from hypothesis import example, given, settings
from hypothesis import strategies as st

from factuel.annotation.figures import find_figures
from factuel.models import read_lexicon
from factuel.records import FigureMention

NUMBERS = st.one_of(st.integers(2, 2000), st.integers(2, 10**15))
"""1 is left out: "un euro" has an article, no number; 0 has a test of its own."""
CENTS = st.integers(0, 99)
SEPARATORS = st.sampled_from([" ", "\u00a0", "\u202f", "\u2009", ".", "'", "’"])
CURRENCIES = [row for row in read_lexicon("currencies") if row["factor"] == "1"]
LARGE = ("million", "millions", "milliard", "milliards", "billion", "billions")


def grouped(number: int, separator: str) -> str:
    return f"{number:,}".replace(",", separator)


def only(text: str) -> FigureMention:
    found = find_figures(text)
    assert len(found) == 1, (text, found)
    return found[0]


@settings(max_examples=300, deadline=None)
@given(NUMBERS)
@example(80)
@example(71)
@example(91)
@example(200)
@example(80_000)
@example(1_000_000)
@example(21_001)
@example(180_080_080_080)
def test_number_in_words_reads_back(spell: Callable[[int], str], number: int) -> None:
    link = " d'" if spell(number).endswith(LARGE) else " "
    mention = only(f"Il en coûtera {spell(number)}{link}euros.")
    assert (mention.measure.value, mention.measure.unit) == (number, "EUR")


def test_zero_reads_back() -> None:
    assert only("Il en coûtera zéro euro.").measure.value == 0
    assert only("Le taux est de 0,0 %.").measure.value == 0


@settings(max_examples=100)
@given(NUMBERS, st.integers(1, 99))
def test_decimals_in_words_read_back(spell: Callable[[int], str], number: int, part: int) -> None:
    digits = spell(part) if part > 9 else f"zéro {spell(part)}"
    mention = only(f"Le taux atteint {spell(number % 1000 + 2)} virgule {digits} pour cent.")
    assert (mention.measure.value, mention.measure.unit) == (Decimal(f"{number % 1000 + 2}.{part:02d}"), "percent")


@settings(max_examples=300)
@given(NUMBERS, CENTS, SEPARATORS, st.sampled_from(CURRENCIES))
def test_amount_of_any_currency_reads_back(number: int, cents: int, separator: str, row: dict[str, str]) -> None:
    mention = only(f"La facture atteint {grouped(number, separator)},{cents:02d} {row['form']}.")
    assert (mention.measure.value, mention.measure.unit) == (Decimal(f"{number}.{cents:02d}"), row["code"])


@settings(max_examples=100)
@given(NUMBERS, SEPARATORS, st.sampled_from([row for row in CURRENCIES if row["place"] == "both"]))
def test_amount_after_its_currency_reads_back(number: int, separator: str, row: dict[str, str]) -> None:
    mention = only(f"Le contrat vaut {row['form']} {grouped(number, separator)} au total.")
    assert (mention.measure.value, mention.measure.unit) == (number, row["code"])


@settings(max_examples=100)
@given(st.integers(70, 99))
def test_belgian_and_swiss_numbers_read_back(number: int) -> None:
    ten, unit = divmod(number, 10)
    tens = {7: "septante", 8: "huitante", 9: "nonante"}[ten]
    units = ["", "-et-un", "-deux", "-trois", "-quatre", "-cinq", "-six", "-sept", "-huit", "-neuf"]
    assert only(f"Le club a {tens}{units[unit]} membres.").measure.value == number


@settings(max_examples=100)
@given(NUMBERS)
def test_number_in_words_of_the_new_spelling_reads_back(spell: Callable[[int], str], number: int) -> None:
    assert only(f"Il a payé {spell(number).replace(' ', '-')} dollars").measure.value == number


@settings(max_examples=200)
@given(NUMBERS, CENTS, SEPARATORS, st.sampled_from(["€", " €", "\u00a0€", " euros", "\u202f€"]))
def test_amount_in_digits_reads_back(number: int, cents: int, separator: str, unit: str) -> None:
    mention = only(f"La facture atteint {grouped(number, separator)},{cents:02d}{unit} au total.")
    assert mention.measure.value == Decimal(f"{number}.{cents:02d}")
    assert mention.measure.unit == "EUR"


@settings(max_examples=100)
@given(
    st.integers(0, 99_999), st.sampled_from([("M€", 6), ("Md€", 9), ("Mds €", 9), ("k€", 3), (" milliards d'euros", 9)])
)
def test_magnitude_multiplies(number: int, magnitude: tuple[str, int]) -> None:
    form, power = magnitude
    written = f"{number // 100},{number % 100:02d}"
    mention = only(f"Le groupe prévoit {written} {form}.".replace("  ", " "))
    assert mention.measure.value == Decimal(number) / 100 * 10**power


@settings(max_examples=100)
@given(
    st.integers(2, 90), st.integers(1, 9), st.sampled_from(["de {} à {} %", "entre {} et {} %", "{}-{} %", "{} à {} %"])
)
def test_range_keeps_both_ends(low: int, width: int, form: str) -> None:
    measure = only(f"La hausse serait {form.format(low, low + width)} selon lui.").measure
    assert (measure.value, measure.low, measure.high, measure.bound) == (None, low, low + width, "range")


@settings(max_examples=300)
@given(st.text())
def test_arbitrary_text_gives_ordered_exact_figures(text: str) -> None:
    check_spans(text)


PIECES = st.sampled_from(
    [
        "mille",
        "cent",
        "vingt",
        "et",
        "deux",
        "un",
        "une",
        "de",
        "d'",
        "à",
        "entre",
        "plus",
        "de",
        "millions",
        "milliards",
        "€",
        "%",
        "12",
        "3,5",
        "1",
        "000",
        "2023",
        "le",
        "14",
        "juin",
        "moitié",
        "tiers",
        "sur",
        "dix",
        "fois",
        "ans",
        "h",
        "30",
        "M€",
        "km",
        "-",
        "–",
        "/",
        "(",
        ")",
        ".",
        ",",
        "\n",
        "trentaine",
        "plusieurs",
        "centaines",
        "passé",
        "par",
    ]
)


@settings(max_examples=300)
@given(st.lists(PIECES, max_size=25), st.sampled_from([" ", "", "\u00a0", "-"]))
def test_shuffled_words_give_ordered_exact_figures(pieces: list[str], glue: str) -> None:
    check_spans(glue.join(pieces))


def check_spans(text: str) -> None:
    end = 0
    for mention in find_figures(text):
        assert end <= mention.start < mention.end
        assert text[mention.start : mention.end] == mention.text
        assert text[mention.measure.start : mention.measure.end] == mention.measure.text
        assert mention.start <= mention.measure.start and mention.measure.end <= mention.end
        end = mention.end
