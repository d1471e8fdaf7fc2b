"""What is asked of a doc again and again, read once: its text, its names, where its sentences begin and end.

`Doc.text`, `Span.ents` and `Token.sent` go over the tokens each time that they are asked.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Mapping, Set
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from spacy.tokens import Doc, Span, Token

_FULL_STOPS: Final = frozenset({".", "?", "!", "…", "..."})
_LONGEST: Final = 90
"""Tokens looked at on each side of a word for the ends of its sentence."""


@dataclass(frozen=True)
class DocTable:
    """One value a token: `words` the character at which it ends (exclusive), `starts` and `ends` (exclusive) the bounds
    of its sentence by punctuation. `forms` holds the indexes of the tokens of each form in lower case. `names` are the
    entities, `name_starts` their first tokens; `sentences` and `parsed` keep what was asked for, by bounds and by
    token."""

    text: str
    words: tuple[int, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    forms: Mapping[str, list[int]]
    names: tuple[Span, ...]
    name_starts: tuple[int, ...]
    sentences: dict[tuple[int, int], Span]
    parsed: dict[int, Span]


@lru_cache(maxsize=1)
def table_of(doc: Doc) -> DocTable:
    """Return the table of a doc; that of the last doc is kept."""
    starts: list[int] = []
    ends: list[int] = []
    words: list[int] = []
    forms: dict[str, list[int]] = {}
    first = 0
    for token in doc:
        words.append(token.idx + len(token))
        forms.setdefault(token.lower_, []).append(token.i)
        starts.append(first)
        if _closes(token):
            ends += [token.i + 1] * (token.i + 1 - first)
            first = token.i + 1
    ends += [len(doc)] * (len(doc) - first)
    names = tuple(doc.ents)
    name_starts = tuple(span.start for span in names)
    return DocTable(doc.text, tuple(words), tuple(starts), tuple(ends), forms, names, name_starts, {}, {})


def tokens_among(doc: Doc, forms: Set[str]) -> Iterator[Token]:
    """Yield the tokens whose form in lower case is among `forms`, in order: a lexicon asked once for all words."""
    known = table_of(doc).forms
    yield from (doc[i] for i in sorted(i for form in known.keys() & forms for i in known[form]))


def tokens_where(doc: Doc, accepts: Callable[[str], bool]) -> Iterator[Token]:
    """Yield the tokens whose form in lower case is accepted, in order; each form is asked once."""
    yield from (doc[i] for i in sorted(i for form, at in table_of(doc).forms.items() if accepts(form) for i in at))


def token_at(doc: Doc, start: int) -> Token:
    """Return the token that holds a character, or the nearest after it, else the last. The doc is not empty."""
    return doc[min(bisect_right(table_of(doc).words, start), len(doc) - 1)]


def text_sentence(token: Token) -> Span:
    """Return the sentence that holds a token as its punctuation bounds it: the parser sometimes ends one at a bracket
    or an abbreviation. At most `_LONGEST` tokens each way."""
    table = table_of(token.doc)
    start, end = table.starts[token.i], table.ends[token.i]
    bounds = (max(start, token.i - _LONGEST), min(end, token.i + _LONGEST))
    found = table.sentences.get(bounds)
    if found is None:
        found = table.sentences[bounds] = Span(token.doc, *bounds)
    return found


def sentences_start(token: Token, count: int) -> int:
    """Return the token at which the last `count` sentences begin, that of `token` among them."""
    start = text_sentence(token).start
    for _ in range(count - 1):
        start = text_sentence(token.doc[max(0, start - 1)]).start
    return start


def sent_of(part: Token | Span) -> Span:
    """Return the sentence of the parse that holds a token, or the first token of a span."""
    at = part.i if isinstance(part, Token) else part.start
    parsed = table_of(part.doc).parsed
    if at not in parsed:
        sentence = part.doc[at].sent
        parsed.update(dict.fromkeys(range(sentence.start, sentence.end), sentence))
    return parsed[at]


def names_in(span: Span) -> list[Span]:
    """Return the entities that lie inside a span, in order."""
    table = table_of(span.doc)
    inside = table.names[bisect_left(table.name_starts, span.start) : bisect_left(table.name_starts, span.end)]
    return [name for name in inside if name.end <= span.end]


def _closes(token: Token) -> bool:
    return (
        token.text in _FULL_STOPS or (token.is_space and "\n" in token.text) or token.text.endswith(("€.", "$.", "£."))
    )
