"""What speaks for each noun phrase in sight of a figure as the one that it counts or measures: the readings of
`figure_phrases`, syntax, place in the sentence, and what the figures before count."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from spacy.tokens import Span, Token

from factuel.annotation.notation.folding import fold
from factuel.facts.context import FactContext
from factuel.facts.doc_tables import sent_of
from factuel.facts.figure_noun_phrases import noun_phrase
from factuel.facts.figure_phrases import readings
from factuel.facts.profiles import functions, human_nouns
from factuel.facts.syntax import ancestors, governing_verb, objects, preposition, subjects
from factuel.models import read_words, verb_forms
from factuel.records import FigureMention

NOTHING: Final = ""
"""The candidate that stands for a figure that counts nothing said."""
_BACK: Final = 3
"""How many of the figures before may say what this one counts."""
_COMMON: Final = frozenset({"NOUN"})
_NOUNS: Final = 12
"""How many nouns of the sentence are candidates on each side."""


class Earlier(NamedTuple):
    """A figure before: where its words end, what it counts, the kind of its measure, whether a noun follows it."""

    end: int
    of: str | None
    kind: str
    noun: bool


@dataclass
class Phrases:
    """The clues of each candidate phrase, by its folded words."""

    found: dict[str, list[str]] = field(default_factory=lambda: {NOTHING: ["nothing"]})
    words: dict[str, str] = field(default_factory=lambda: {NOTHING: NOTHING})

    def add(self, phrase: str | None, clues: Iterable[str]) -> None:
        """Note clues for a phrase; a null one is left out."""
        if phrase:
            key = fold(phrase)
            self.words.setdefault(key, phrase)
            self.found.setdefault(key, []).extend(clues)

    def merge(self) -> None:
        """Make one of a phrase and those that it begins ("budget", "budget total"): the longest has all clues."""
        for key in sorted(self.found, key=len):
            longer = max((other for other in self.found if key and other.startswith(key + " ")), key=len, default=None)
            if longer is not None:
                self.found[longer].extend(self.found.pop(key))
                del self.words[key]


def read_phrases(context: FactContext, span: Span, mention: FigureMention, earlier: Sequence[Earlier]) -> Phrases:
    """Return the clues of the phrases in sight of the figure at `span`; `earlier` are the figures before, in order."""
    phrases = Phrases()
    for name, phrase in readings(context, span, mention):
        phrases.add(phrase, [f"read as {name}"])
    _add_nouns(phrases, context, span)
    _add_earlier(phrases, context, span, mention, earlier)
    phrases.merge()
    return phrases


def _add_nouns(phrases: Phrases, context: FactContext, span: Span) -> None:
    sentence = sent_of(span)
    low = _window(context, span, sentence)
    first = context.doc[low].idx
    every = [(spot.start, spot.end) for spot in (*context.dates, *context.figures)]
    spots = [(start, end) for start, end in every if end > first and start < sentence.end_char]
    nouns = [
        word
        for word in context.doc[low : sentence.end]
        if word.pos_ in _COMMON and word.is_alpha and not any(a <= word.idx < b for a, b in spots)
    ]
    left = [word for word in nouns if word.i < span.start and not _in_name(word)][-_NOUNS:]
    right = [word for word in nouns if word.i >= span.end and not _in_name(word)][:_NOUNS]
    verb = governing_verb(span.root)
    roles = _roles(span, verb)
    if low < sentence.start:
        roles += _said_before(context, span, verb)
    for side, words in (("left", left[::-1]), ("right", right)):
        for rank, word in enumerate(words):
            phrase = noun_phrase(context, word, limit=span.start if side == "left" else None)
            clues = [*_clues_of(context, word), *(name for name, heads in roles if word in heads)]
            clues.append(f"{side} {rank if rank < 3 else 'far'}")
            if word.i < sentence.start:
                clues = [f"last sentence {clue}" for clue in clues]
            if context.doc[word.i - 1].lower_ == "dont" or context.doc[word.i - 2].lower_ == "dont":
                clues.append("after dont")
            phrases.add(phrase, clues)


def _window(context: FactContext, span: Span, sentence: Span) -> int:
    """Return the first token of the sentence before, or of the paragraph."""
    first: int = sentence.start
    if not first:
        return 0
    before = context.doc[first - 1].sent
    return before.start if "\n\n" not in context.text[before.start_char : span.start_char] else first


def _in_name(word: Token) -> bool:
    """Tell whether a word belongs to a name, unless it is the common noun that heads one ("bagad Bro Goëlo")."""
    return bool(word.ent_type_) and not (word.ent_iob_ == "B" and word.text.islower())


def _roles(span: Span, verb: Token) -> list[tuple[str, list[Token]]]:
    """Return the nouns that stand in a relation of syntax to the figure, by the name of the relation."""
    above = [word for word in ancestors(span.root) if not span.start <= word.i < span.end]
    heads = []
    for word in above:
        if word.pos_ != "NOUN":
            break
        heads.append(word)
    around = [word for child in span.root.children for word in [child] if not span.start <= word.i < span.end]
    known = [
        ("subject", subjects(verb)),
        ("object", objects(verb)),
        ("head", heads[:1]),
        ("head above", heads[1:]),
        ("below", around),
        ("oblique", [child for child in verb.children if child.dep_.startswith("obl")]),
        ("subject of the root", subjects(sent_of(span).root)),
        ("head of the clause", [verb.head] if verb.dep_.startswith("acl") else []),
    ]
    if verb.lower_ in verb_forms("quantity_verbs"):
        known += [(f"{name} of a verb of quantity", words) for name, words in known[:2]]
    return known


def _said_before(context: FactContext, span: Span, verb: Token) -> list[tuple[str, list[Token]]]:
    """Return the nouns of the sentence before, by their role there, and those that a pronoun for a subject may mean."""
    root = context.doc[sent_of(span).start - 1].sent.root
    acting = subjects(root)
    known = [("subject", acting), ("object", objects(root))]
    pronoun = next((word for word in subjects(verb) if word.lower_ in _PRONOUNS), None)
    if pronoun is None:
        return known
    fit = [
        word
        for word in context.doc[sent_of(root).start : sent_of(root).end]
        if word.pos_ == "NOUN" and _agree(pronoun, word)
    ]
    measured = verb.lower_ in verb_forms("quantity_verbs")
    how = "meant by the pronoun" + (" of a verb of quantity" if measured else "")
    return [*known, (how, fit), (f"subject {how}", [word for word in acting if word in fit])]


def _agree(pronoun: Token, noun: Token) -> bool:
    """Return whether a noun has the gender and number of "il", "elle", "ils", "elles"."""
    gender, plural = _PRONOUNS[pronoun.lower_]
    many = noun.lower_.endswith(("s", "x"))
    shown = noun.morph.get("Gender", [])
    return many == plural and (not shown or gender in shown)


_PRONOUNS: Final = {"il": ("Masc", False), "elle": ("Fem", False), "ils": ("Masc", True), "elles": ("Fem", True)}


def _clues_of(context: FactContext, word: Token) -> list[str]:
    """Return the clues of a noun whatever the figure."""
    asked = ("noun clues", word.i)
    if asked not in context.memo:
        context.memo[asked] = list(_noun_clues(word))
    found: list[str] = context.memo[asked]
    return found


def _noun_clues(word: Token) -> Iterator[str]:
    form = fold(word.text)
    if word.lower_ in read_words("carrier_nouns"):
        yield "carrier"
    if word.lower_ in read_words("organisation_nouns"):
        yield "organisation"
    if form in functions() or form in human_nouns():
        yield "human"
    if word.lower_ in read_words("period_nouns"):
        yield "period"
    if form.endswith(("s", "x")):
        yield "plural"
    if word.dep_ == "nmod" and word.head.pos_ == "NOUN":
        yield "of another noun" + (" de" if preposition(word) in {"de", "d'", "d’", "du", "des"} else "")
        if word.head.lower_ in read_words("carrier_nouns"):
            yield "of a carrier"
    if preposition(word) and word.dep_ != "nmod":
        yield "after a preposition"
    determiner = next((child.lower_ for child in word.children if child.dep_ == "det"), "none")
    yield f"determiner {determiner if determiner in {'un', 'une', 'none', 'des'} else 'definite'}"


def _add_earlier(
    phrases: Phrases, context: FactContext, span: Span, mention: FigureMention, earlier: Sequence[Earlier]
) -> None:
    kind = mention.measure.kind
    low, paragraph = sent_of(span).start_char, context.text.rfind("\n\n", 0, span.start_char)
    named = [one for one in earlier[-_BACK:] if one.of]
    for rank, one in enumerate(reversed(named)):
        where = "here" if one.end > low else "in the paragraph" if one.end > paragraph else "before"
        same = "same" if one.kind == kind else "other"
        clues = [f"earlier {where}", f"earlier {rank} {where} {same}"]
        if one.kind == "count" and one.noun:
            clues.append(f"earlier counted {where}")
        phrases.add(one.of, clues)
