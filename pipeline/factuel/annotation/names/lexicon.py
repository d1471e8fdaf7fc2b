"""What the component knows by heart: names of places, people and organisations, and the words around names.

Keys are folded (no case, no accents, straight apostrophes), so that "EPINAL" and "Épinal" are one.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from factuel.annotation.notation.folding import fold
from factuel.models import read_lexicon, read_words
from factuel.models.resources import resource_folder

_COUNTRY_WEIGHT: Final = 5.0
_NATURE_WEIGHT: Final = 3.0
AREAS: Final = frozenset({"region", "department", "nature", "venue"})
_TOWN_WEIGHT: Final = 3.0
_LARGE, _MIDDLE = 20_000, 2_000
_FREQUENT_NAME: Final = 20_000
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
    """A common noun before a name; `of`, `direct` and `low` as in `models/lexicons/name_heads.tsv`."""

    words: tuple[str, ...]
    label: str
    of: str
    direct: str
    low: str


@dataclass(frozen=True)
class NameLexicon:
    """All lexicons of the component; keys of `known`, `given`, `family` and `common` are folded."""

    known: Mapping[str, tuple[Known, ...]]
    lower_starts: frozenset[str]
    given: Mapping[str, int]
    family: frozenset[str]
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
    known: dict[str, list[Known]] = {}
    _add_places(known)
    _add_listed(known)
    return NameLexicon(
        known={key: tuple(found) for key, found in known.items()},
        lower_starts=frozenset(
            fold(k.form).split(" ")[0] for found in known.values() for k in found if k.form[0].islower()
        ),
        given={fold(name): int(births) for name, births in _pairs("given_names")},
        family=frozenset(fold(name) for name in _column("family_names")),
        common=frozenset(map(fold, _column("common_words"))),
        demonyms=frozenset(map(fold, read_words("demonyms"))),
        heads=_heads(),
        words=_by_kind("name_words"),
        cues=_by_kind("name_cues"),
        functions=read_words("functions"),
    )


def _column(name: str) -> list[str]:
    """Return the first column of a long lexicon, without the dictionaries that `read_lexicon` would keep in memory."""
    lines = (resource_folder() / "lexicons" / f"{name}.tsv").read_text(encoding="utf-8").split("\n")
    return [line for line in lines if line and line[0] != "#"][1:]


def _pairs(name: str) -> Iterable[tuple[str, str]]:
    for line in _column(name):
        first, _, second = line.partition("\t")
        yield first, second


def _add_places(known: dict[str, list[Known]]) -> None:
    for name, population in [*_pairs("communes"), *_pairs("cities")]:
        size = int(population)
        weight = 3.0 if size >= _LARGE else 2.0 if size >= _MIDDLE else 1.2
        key = spaced(name)
        _keep_largest(known, key, Known("LOC", weight, name))
        bare = key.removeprefix("le ").removeprefix("la ").removeprefix("les ").removeprefix("l'")
        if bare != key:
            _keep_largest(known, bare, Known("LOC", weight / 2, name))
    for row in read_lexicon("places"):
        weight = _NATURE_WEIGHT if row["kind"] in {"nature", "venue"} else _COUNTRY_WEIGHT
        before = known.get(spaced(row["form"]), [])
        also_town = any(place.weight >= _TOWN_WEIGHT for place in before)
        kind = "town" if also_town and row["kind"] == "department" else row["kind"]
        known[spaced(row["form"])] = [Known("LOC", weight, row["form"], kind)]


def _keep_largest(known: dict[str, list[Known]], key: str, place: Known) -> None:
    before = known.get(key)
    if before is None or before[0].weight < place.weight:
        known[key] = [place]


def _add_listed(known: dict[str, list[Known]]) -> None:
    for row in read_lexicon("organisations"):
        known.setdefault(spaced(row["form"]), []).append(Known("ORG", 4.0, row["form"], row["kind"]))
    for form in read_words("works_and_events"):
        known.setdefault(spaced(form), []).append(Known("MISC", 5.0, form, "work"))


def _heads() -> dict[str, tuple[Head, ...]]:
    by_first: dict[str, list[Head]] = {}
    for row in read_lexicon("name_heads"):
        for words in {tuple(split_words(row["form"])), tuple(split_words(row["form"].replace("-", " - ")))}:
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
