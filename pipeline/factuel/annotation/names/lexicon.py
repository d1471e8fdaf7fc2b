"""What the component knows by heart: names of places, people and organisations, and the words around names.

Keys are folded (no case, no accents, straight apostrophes), so that "EPINAL" and "Épinal" are one.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from factuel.annotation.notation.folding import fold
from factuel.models import lexicon_lines, read_lexicon, read_words

_COUNTRY_WEIGHT: Final = 5.0
_NATURE_WEIGHT: Final = 3.0
AREAS: Final = frozenset({"region", "department", "nature", "venue"})
_TOWN_WEIGHTS: Final = (3.0, 2.0, 1.2)
"""Of towns of at least 20,000 people, 2,000 people, and the others."""
_ARTICLES: Final = ("le ", "la ", "les ", "l'")
_LARGE, _MIDDLE = 20_000, 2_000
_SHORT_ACRONYM: Final = 5


@dataclass(frozen=True)
class Known:
    """A name known by heart: its label and how much that weighs; `form` is its spelling in the lexicon, `kind`
    the kind that the lexicon gives ("region", "union", "town" for communes and cities)."""

    label: str
    weight: float
    form: str
    kind: str = "town"


@dataclass(frozen=True)
class Head:
    """A common noun before a name; `of`, `direct` and `low` as in `models/lexicons/name_heads.tsv`;
    `implicit` when no lexicon has it."""

    words: tuple[str, ...]
    label: str
    of: str
    direct: str
    low: str
    implicit: bool = False


@dataclass(frozen=True)
class NameLexicon:
    """All lexicons of the component; keys of `known`, `given`, `family`, `figures` and `common` are folded."""

    known: Mapping[str, tuple[Known, ...]]
    lower_starts: frozenset[str]
    given: Mapping[str, int]
    family: frozenset[str]
    figures: frozenset[str]
    common: frozenset[str]
    demonyms: frozenset[str]
    heads: Mapping[str, tuple[Head, ...]]
    words: Mapping[str, frozenset[str]]
    cues: Mapping[str, frozenset[str]]
    functions: frozenset[str]

    def is_common(self, folded: str) -> bool:
        """Return whether French writes the word mostly in lower case."""
        return folded in self.common


@cache
def name_lexicon() -> NameLexicon:
    """Load the lexicons, once a process."""
    known = _towns()
    _add_places(known)
    listed = _listed()
    for known_name in listed:
        key = spaced(known_name.form)
        known[key] = (*known.get(key, ()), known_name)
    return NameLexicon(
        known=known,
        lower_starts=frozenset(fold(k.form).split(" ")[0] for k in _lower_places() + listed if k.form[0].islower()),
        given=_given(),
        family=frozenset(_column("family_names")),
        figures=frozenset(_column("public_figures")),
        common=frozenset(_column("common_words")),
        demonyms=frozenset(map(fold, read_words("demonyms"))),
        heads=_heads(),
        words=_by_kind("name_words"),
        cues=_by_kind("name_cues"),
        functions=read_words("functions"),
    )


def _fold(name: str) -> str:
    """Return what `fold` returns, at once for the many names without accents."""
    return name.lower() if name.isascii() else fold(name)


def _column(name: str) -> Iterable[str]:
    return map(_fold, lexicon_lines(name)[1:])


def _pairs(name: str) -> Iterable[tuple[str, str]]:
    """Yield the folded name and the number of each row."""
    for line in lexicon_lines(name)[1:]:
        first, _, second = line.partition("\t")
        yield _fold(first), second


def _towns() -> dict[str, tuple[Known, ...]]:
    """Return communes and cities by folded name, with and without article; those of one size share their value."""
    large, middle, small = ((Known("LOC", weight, ""),) for weight in _TOWN_WEIGHTS)
    halves = {id(large): middle, id(middle): small, id(small): (Known("LOC", _TOWN_WEIGHTS[-1] / 2, ""),)}
    towns: dict[str, tuple[Known, ...]] = {}
    for name, population in [*_pairs("communes"), *_pairs("cities")]:
        size = int(population)
        value = large if size >= _LARGE else middle if size >= _MIDDLE else small
        key = name.replace("-", " ")
        _keep_largest(towns, key, value)
        if key.startswith(_ARTICLES):
            bare = key.removeprefix("le ").removeprefix("la ").removeprefix("les ").removeprefix("l'")
            _keep_largest(towns, bare, halves[id(value)])
    return towns


def _given() -> dict[str, int]:
    """Return the births by folded given name, those of its most frequent spelling ("Zoé" before "Zoë")."""
    given: dict[str, int] = {}
    for name, births in _pairs("given_names"):
        given[name] = max(given.get(name, 0), int(births))
    return given


def _keep_largest(towns: dict[str, tuple[Known, ...]], key: str, value: tuple[Known, ...]) -> None:
    before = towns.get(key)
    if before is None or before[0].weight < value[0].weight:
        towns[key] = value


def _add_places(known: dict[str, tuple[Known, ...]]) -> None:
    for row in read_lexicon("places"):
        key = spaced(row["form"])
        weight = _NATURE_WEIGHT if row["kind"] in {"nature", "venue", "city"} else _COUNTRY_WEIGHT
        also_town = any(place.weight >= _TOWN_WEIGHTS[0] for place in known.get(key, ()))
        kind = "town" if also_town and row["kind"] == "department" else row["kind"]
        known[key] = (Known("LOC", weight, row["form"], kind),)


def _lower_places() -> list[Known]:
    return [Known("LOC", 0.0, row["form"]) for row in read_lexicon("places") if row["form"][0].islower()]


def _listed() -> list[Known]:
    organisations = [Known("ORG", 4.0, row["form"], row["kind"]) for row in read_lexicon("organisations")]
    return organisations + [Known("MISC", 5.0, form, "work") for form in sorted(read_words("works_and_events"))]


def _heads() -> dict[str, tuple[Head, ...]]:
    by_first: dict[str, list[Head]] = {}
    for row in read_lexicon("name_heads"):
        form = row["form"]
        for words in {tuple(split_words(form)), tuple(split_words(form.replace("-", " - "))), tuple(form.split())}:
            head = Head(words, row["type"], row["of"], row["direct"], row["low"])
            by_first.setdefault(words[0], []).append(head)
    return {
        first: tuple(sorted(found, key=lambda head: (-len(head.words), head.words)))
        for first, found in by_first.items()
    }


def spaced(name: str) -> str:
    """Return the key of a name: folded, hyphens as spaces."""
    return fold(name).replace("-", " ")


def split_words(phrase: str) -> list[str]:
    """Split a phrase of the lexicon as the tokenizer does: at spaces and after apostrophes."""
    return phrase.replace("'", "' ").split()


def _by_kind(name: str) -> dict[str, frozenset[str]]:
    kinds: dict[str, set[str]] = {}
    for row in read_lexicon(name):
        kinds.setdefault(row["kind"], set()).add(row["form"])
    return {kind: frozenset(forms) for kind, forms in kinds.items()}


def is_acronym(form: str) -> bool:
    """Return whether a form is written in capitals only and short, so that "Os" is not "OS"."""
    return form.isupper() and len(form) <= _SHORT_ACRONYM
