"""The words of `models/lexicons/reporting_*.tsv`, indexed by form; read once."""

from __future__ import annotations

import re
from functools import cache
from typing import Final
from unicodedata import combining, normalize

from factuel.models import read_lexicon, read_words

_FINITE: Final = ("present", "imperfect", "past", "future")
_OFFICES: Final = ("corporate", "civic", "state")
Takes = frozenset[str]
NOTHING: Final[Takes] = frozenset()


class Verbs:
    """What each form of a verb of saying takes (`direct`, `que`, ...), by kind of form.

    Forms of verbs that speak only with "se" are in `reflexive`, whatever their kind; `forms` are those of all kinds.
    """

    def __init__(self) -> None:
        self.finite: dict[str, Takes] = {}
        self.participle: dict[str, Takes] = {}
        self.gerund: dict[str, Takes] = {}
        self.infinitive: dict[str, Takes] = {}
        self.reflexive: dict[str, Takes] = {}
        for row in read_lexicon("reporting_verbs"):
            self._add(row)
        self.forms = frozenset().union(self.finite, self.participle, self.gerund, self.infinitive, self.reflexive)

    def _add(self, row: dict[str, str]) -> None:
        takes = frozenset(row["takes"].split())
        reflexive = "reflexive" in takes
        infinitive = row["lemma"].removeprefix("se ").removeprefix("s'")
        groups = [
            (self.finite, [form for tense in _FINITE for form in row[tense].split()]),
            (self.participle, [row["participle"] + ending for ending in ("", "e", "s", "es")]),
            (self.gerund, [row["gerund"]]),
            (self.infinitive, [infinitive]),
        ]
        for group, forms in groups:
            target = self.reflexive if reflexive else group
            for form in {form for full in forms for form in (full, _unaccented(full))}:
                target[form] = target.get(form, NOTHING) | takes


def _unaccented(form: str) -> str:
    """Return the form as agencies without accents wire it: "a declare"."""
    return "".join(sign for sign in normalize("NFD", form) if not combining(sign))


@cache
def verbs() -> Verbs:
    """Return the verbs of saying."""
    return Verbs()


@cache
def words(kind: str) -> frozenset[str]:
    """Return the words of one kind of `reporting_words.tsv`."""
    return read_words("reporting_words", kind=kind)


@cache
def connectors() -> re.Pattern[str]:
    """Return the pattern of a connector, with its comma, at the head of a sentence in lower case."""
    longest_first = sorted(words("connector"), key=lambda word: (-len(word), word))
    return re.compile(rf"(?:{'|'.join(map(re.escape, longest_first))})(?:\s*,)?\s+")


@cache
def prepositions() -> dict[tuple[str, ...], str]:
    """Return what each preposition that names a source needs, by its words ("à", "en", "croire")."""
    return {tuple(_split(row["form"])): row["needs"] for row in read_lexicon("reporting_prepositions")}


def _split(form: str) -> list[str]:
    """Split as the French tokenizer does: at blanks, and after an elided article ("l'avis" is two)."""
    return form.replace("l'", "l' ").replace("qu'", "qu' ").replace("d'a", "d' a").split()


@cache
def speaker_nouns() -> frozenset[str]:
    """Return the common nouns that may say something: functions, kinds of organisation, people, documents."""
    return read_words("speaker_nouns") | read_words("functions") | read_words("organisation_nouns")


@cache
def offices() -> frozenset[str]:
    """Return the nouns for who holds an office in a body; trades ("le brasseur Lumeo") are none."""
    return frozenset().union(*(read_words("functions", kind=kind) for kind in _OFFICES))


@cache
def person_nouns() -> frozenset[str]:
    """Return the common nouns for one person."""
    return read_words("speaker_nouns", kind="human") | read_words("functions") | words("general")


@cache
def _agent_endings() -> tuple[tuple[str, ...], frozenset[str]]:
    endings = tuple(sorted(read_words("agent_endings", kind="ending")))
    return endings, read_words("agent_endings", kind="never") | read_words("reporting_words", kind="not_source")


def may_say(noun: str) -> bool:
    """May a common noun in lower case, singular or plural, be the subject of a verb of saying?

    One of the lists has it, or it ends like a noun for whoever does something: "le broyeur", "les armateurs".
    """
    word = noun.removeprefix("ex-")
    forms = {word, word.removesuffix("s"), word.removesuffix("x")}
    if forms & speaker_nouns() or forms & _demonyms() or forms & _unaccented_nouns():
        return True
    endings, never = _agent_endings()
    return not forms & never and word.removesuffix("s").endswith(endings)


@cache
def _unaccented_nouns() -> frozenset[str]:
    """Return the nouns as a text without accents has them: "comite"."""
    return frozenset(map(_unaccented, speaker_nouns()))


@cache
def _demonyms() -> frozenset[str]:
    return frozenset(word.lower() for word in read_words("demonyms"))
