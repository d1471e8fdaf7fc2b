"""Any number, written in any way that the press has, reads back to itself."""

from collections.abc import Callable
from decimal import Decimal

from hypothesis import example, given, settings
from hypothesis import strategies as st

from factuel.annotation.figures import find_figures
from factuel.records import FigureMention

NUMBERS = st.one_of(st.integers(2, 2000), st.integers(2, 10**15 - 1))
CENTS = st.integers(0, 99)
SEPARATORS = st.sampled_from([" ", "\u00a0", "\u202f", "\u2009", ".", "'", "’"])


def grouped(number: int, separator: str) -> str:
    return f"{number:,}".replace(",", separator)


def only(text: str) -> FigureMention:
    found = find_figures(text)
    assert len(found) == 1, (text, found)
    return found[0]


@settings(max_examples=300)
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
    link = (
        " d'"
        if spell(number).endswith(("million", "millions", "milliard", "milliards", "billion", "billions"))
        else " "
    )
    mention = only(f"Il en coûtera {spell(number)}{link}euros.")
    assert (mention.measure.value, mention.measure.unit) == (number, "EUR")


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
