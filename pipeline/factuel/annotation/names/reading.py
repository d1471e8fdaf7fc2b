"""A doc read once: what each token is, as lists that the passes share, so that no pass asks spaCy twice."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from typing import Final

from spacy.tokens import Doc

from factuel.annotation.names.lexicon import Known, NameLexicon
from factuel.annotation.notation.folding import fold

_BRAND: Final = re.compile(
    r"\d+[a-zà-ÿ]{4,}$|\d[A-Z]{3,}$|[a-zà-ÿ]{5,}\d{1,2}$|[a-zà-ÿ]{4,}\d[a-z]$|[a-zà-ÿ]{3,}(?:&[a-z]+|\+)$"
    r"|(?!www)[a-zà-ÿ\-]{3,}\.[a-zà-ÿ]{2,5}$|\d{1,3}\.[a-z]{4,}$|[a-zà-ÿ](?:\.[a-zà-ÿ]){4,}$"
)
_NEVER: Final = re.compile(
    r".*[$€£%°]|(?!Le$)[IVXLC]+(?:e|er|ème|è)$|[MKk][FfWw]\.?$|(?![FG]\d)[A-Z]\d$|[ADEN]\d{1,4}$|R[ND]\d+$|R&D"
    r"|Ex-[a-zà-ÿ]|(?i:(?:jus|lors|puis|quel|pres)?qu['’])"
)
_PREFIXED: Final = re.compile(r"(?:post|pré|anti|pro|non)-[A-ZÀ-Ý]")
_UNIT: Final = re.compile(r"[kMGT]?[A-Za-zµ]{1,3}\d?$")
_OPENERS: Final = frozenset(
    {".", "!", "?", "…", "...", ":", "«", '"', "“", "–", "—", "•", "►", "..", "_", "*", "?!", "|", "]."}
)
_UNIT_STOPS: Final = frozenset({"h.", "mn.", "km.", "m.", "ha.", "kg.", "t.", "€.", "M€.", "k€.", "%."})
"""Units that the tokenizer leaves together with the stop of their sentence."""
_SHOUTED_SHARE: Final = 0.6
_MIN_SHOUTED: Final = 2


class Reading:
    """The tokens of a doc, and what they look like; lists by token unless said otherwise.

    `text`, `low` (lower case, straight apostrophes), `folded`, `pos`. `capital`: written as a name may be. `start`: a
    capital is due there anyhow. `shout`: in a line of capitals. `glued`: no space before. `newline`: a line break.
    `starts`, `ends`: characters, end exclusive. `label`, `iob`: the model's opinion. `fold` is the whole text folded,
    `spaced` the same with hyphens as spaces; `seen_inside` the words with a capital where none is due,
    `written_low` those without; `capital_pairs` two words with such a capital in a row.
    """

    def __init__(self, doc: Doc, lexicon: NameLexicon) -> None:
        self.doc = doc
        self.lexicon = lexicon
        self.source = doc.text
        self.fold = fold(self.source)
        self.spaced = self.fold.replace("-", " ")
        self.text = [token.text for token in doc]
        self.low = [text.lower().replace("’", "'") for text in self.text]
        starts = [token.idx for token in doc]
        self.starts = starts
        self.ends = [start + len(text) for start, text in zip(starts, self.text, strict=True)]
        self.folded = [self.fold[start:end] for start, end in zip(self.starts, self.ends, strict=True)]
        self.glued = [i > 0 and self.ends[i - 1] == start for i, start in enumerate(starts)]
        self.pos = [token.pos_ for token in doc]
        self.label = [token.ent_type_ for token in doc]
        self.iob = [token.ent_iob_ for token in doc]
        self.capital = [_is_capital(text) for text in self.text]
        self.newline = ["\n" in text for text in self.text]
        self.start = self._starts()
        self.shout = self._shouted()
        self._pairs: Counter[tuple[str, str]] | None = None
        self.seen_inside = self._capitals_inside()
        self.written_low = frozenset(f for f, text in zip(self.folded, self.text, strict=True) if text.islower())
        self.capital_pairs = self._capital_pairs()

    def __len__(self) -> int:
        """Return the number of tokens."""
        return len(self.text)

    def slice(self, start: int, end: int) -> str:
        """Return the folded text of tokens `start` to `end` (exclusive)."""
        return self.fold[self.starts[start] : self.ends[end - 1]]

    def surface(self, start: int, end: int) -> str:
        """Return the text of tokens `start` to `end` (exclusive)."""
        return self.source[self.starts[start] : self.ends[end - 1]]

    def known(self, start: int, end: int) -> tuple[Known, ...]:
        """Return what the lexicons know of tokens `start` to `end` (exclusive) as one name."""
        return self.lexicon.known.get(self.spaced[self.starts[start] : self.ends[end - 1]], ())

    def is_known(self, start: int, end: int, label: str) -> bool:
        """Return whether the lexicons know tokens `start` to `end` (exclusive) as a name of this label."""
        return any(known.label == label for known in self.known(start, end))

    def pair_count(self, i: int) -> int:
        """Return how often the article writes the words i and i + 1 side by side."""
        if self._pairs is None:
            self._pairs = Counter(pairwise(self.folded))
        return self._pairs[self.folded[i], self.folded[i + 1]]

    def is_common(self, i: int) -> bool:
        """Return whether token i is a word that French writes in lower case."""
        return self.folded[i] in self.lexicon.common or len(self.folded[i]) == 1

    def is_noun_like(self, i: int) -> bool:
        """Return whether token i is a lower-case noun or adjective."""
        return self.pos[i] in {"NOUN", "ADJ", "PROPN"} and self.text[i].isalpha() and self.text[i].islower()

    def is_adjective(self, i: int) -> bool:
        """Return whether token i is a lower-case adjective or demonym."""
        return self.text[i].islower() and (self.pos[i] == "ADJ" or self.folded[i] in self.lexicon.demonyms)

    def _starts(self) -> list[bool]:
        marks, open_ = [], True
        for i, text in enumerate(self.text):
            if self.newline[i]:
                open_ = True
            elif text in _OPENERS or (
                text == "-" and not (self.glued[i] and i + 1 < len(self.text) and self.glued[i + 1])
            ):
                open_ = open_ or text != "-" or not self.glued[i]
            elif text[0].isalnum():
                marks.append(open_)
                open_ = text in _UNIT_STOPS or (
                    text.endswith((".-", ".", ":")) and len(text) > 3 and text[:-1].islower()
                )
                continue
            marks.append(False)
        return marks

    def _shouted(self) -> list[bool]:
        """Mark the tokens of lines where most words are in capitals."""
        marks = [False] * len(self.text)
        first = 0
        for i in [k for k, new in enumerate(self.newline) if new] + [len(self.text)]:
            words = [text for text in self.text[first:i] if len(text) > 1 and text.isalpha()]
            upper = sum(text.isupper() for text in words)
            if upper >= _MIN_SHOUTED and (upper == len(words) or (upper > 2 and upper >= _SHOUTED_SHARE * len(words))):
                marks[first:i] = [True] * (i - first)
            first = i + 1
        return marks

    def _beside_capital(self, i: int) -> bool:
        """Return whether token i follows a capital, or is tied to another word by a hyphen."""
        if i and (self.capital[i - 1] or (self.text[i - 1] == "-" and self.glued[i])):
            return True
        return i + 1 < len(self.text) and self.text[i + 1] == "-" and self.glued[i + 1]

    def _capitals_inside(self) -> frozenset[str]:
        """Return the words that the article writes with a capital where none is due."""
        return frozenset(
            self.folded[i]
            for i in range(len(self.text))
            if self.capital[i] and not self.start[i] and not self.shout[i] and not self._beside_capital(i)
        )

    def _capital_pairs(self) -> frozenset[tuple[str, str]]:
        """Return the words that the article writes in a row with capitals, the second where none is due."""
        return frozenset(
            (self.folded[i], self.folded[i + 1])
            for i in range(len(self.text) - 1)
            if self.capital[i] and self.capital[i + 1] and not self.start[i + 1] and not self.shout[i]
        )


def _is_capital(text: str) -> bool:
    first = text[0]
    if first.isupper():
        return len(text) == 1 or _NEVER.match(text) is None
    if not first.isalnum() or (text.islower() and text.isalpha()):
        return False
    if any(character.isupper() for character in text):
        return text[0].isalpha() and len(text) > 3 and not _UNIT.match(text) and not _PREFIXED.match(text)
    return _BRAND.match(text) is not None
