"""The words around a sum of money: those before and after it in its clause, and the verb of funding that governs it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from spacy.tokens import Span, Token

from factuel.facts.context import FactContext
from factuel.facts.doc_tables import text_sentence
from factuel.facts.syntax import is_finite
from factuel.models import read_words, verb_forms
from factuel.records import EntityRef

OF: Final = frozenset({"de", "du", "d'", "d’", "des"})
_LEFT: Final = 16
_ENDS: Final = frozenset({";", "«", "»"})


@dataclass(frozen=True)
class Funding:
    """The word that says that money moves, and who gives it to whom."""

    anchor: Token
    investor: EntityRef | None
    recipient: EntityRef | None


def leftwards(span: Span, reach: int) -> Iterator[Token]:
    """Yield the words before the sum, nearest first, up to the start of its clause."""
    for word in reversed(span.doc[max(text_sentence(span.root).start, span.start - reach) : span.start]):
        if word.text in _ENDS and word.text != "«":
            return
        yield word


def rightwards(span: Span, sentence: Span) -> list[Token]:
    """Return the words after the sum in its sentence, a bracket left out: "3 M€ (budget de 6 M€) assuré par"."""
    words: list[Token] = []
    depth = 0
    for word in span.doc[span.end : min(span.end + 40, sentence.end)]:
        depth += (word.text == "(") - (word.text == ")")
        if depth < 0 or word.text in {";", "»"}:
            break
        if depth == 0 and word.text != ")":
            words.append(word)
    return words


def own_words(context: FactContext, span: Span) -> list[Token]:
    """Return the words after the sum up to the next sum or share or a part of it ("dont"), which others give."""
    starts = {s.start for s in context.doc.spans.get("figures", ()) if s.start >= span.end}
    words: list[Token] = []
    for word in rightwards(span, text_sentence(span.root)):
        if word.i in starts or word.lower_ in {"dont", "auxquels", "auxquelles"}:
            break
        words.append(word)
    return words


def verb_left(head: Token) -> Token | None:
    """Return the verb of funding whose complement a word is, the nearest before it, with no other verb between."""
    forms = verb_forms("investment_verbs")
    for word in reversed(head.doc[max(text_sentence(head).start, head.i - _LEFT) : head.i]):
        if word.text in _ENDS - {"«", "»"}:
            return None
        verbal = word.pos_ in {"VERB", "AUX", "ADJ", "NOUN"} and not word.ent_type_
        verbal = verbal and word.doc[max(0, word.i - 1)].lower_ != "comme"
        if word.lower_ in forms and verbal and _is_verbal(word):
            return None if _is_aside(word, head) else word
        if is_finite(word):
            return None
    return None


def _is_aside(verb: Token, head: Token) -> bool:
    """Return whether a comma closes the relative clause of a verb before the word: "A, qui réunit 31 communes, et une
    aide"."""
    relative = any(word.lower_ == "qui" for word in verb.doc[max(0, verb.i - 3) : verb.i])
    return relative and sum(word.text == "," for word in verb.doc[verb.i : head.i]) % 2 == 1


def _is_verbal(word: Token) -> bool:
    """Return whether a form of a verb of funding is a verb here, not the noun it may also be ("une aide")."""
    before = word.doc[word.i - 1] if word.i > text_sentence(word).start else None
    level = "hauteur" in [after.lower_ for after in word.doc[word.i + 1 : word.i + 3]]
    if level or (word.lower_ == "mise" and word.i + 1 < len(word.doc) and word.nbor().lower_ in {"en", "à", "au"}):
        return level
    determined = before is not None and before.pos_ in {"DET", "ADJ", "NUM"} and word.pos_ != "VERB"
    return not determined and (word.pos_ != "NOUN" or word.lower_ not in read_words("investment_words"))


def has_cue(sentence: Span) -> bool:
    """Return whether a sentence has a word of funding, noun or verb."""
    words, forms = read_words("investment_words"), verb_forms("investment_verbs")
    return any(w.lower_ in words or forms.get(w.lower_, {"frame": "light"})["frame"] != "light" for w in sentence)
