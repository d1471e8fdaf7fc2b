"""`factuel_sentences`: fixes sentence starts before the parser, which keeps the starts it is given."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

from factuel.models import read_words


@Language.factory("factuel_sentences", assigns=["token.is_sent_start"])
def create_sentence_starter(nlp: Language, name: str) -> SentenceStarter:
    """Return the component; it has no settings."""
    return SentenceStarter()


class SentenceStarter:
    """Starts a sentence at each paragraph, and forbids one after an abbreviation ("M.", "J.-P.")."""

    def __init__(self) -> None:
        self._abbreviations = read_words("abbreviations")

    def __call__(self, doc: Doc) -> Doc:
        """Write the starts that `find` is sure of; the parser decides on the others.

        All at once: the setter of a token looks for a parse in the whole text each time.
        """
        starts: Any = doc.to_array("SENT_START").astype("int64")
        for index, start in self.find(doc):
            starts[index] = 1 if start else -1
        return doc.from_array("SENT_START", starts.astype("uint64"))

    def find(self, doc: Doc) -> Iterator[tuple[int, bool]]:
        """Yield (token index, whether a sentence starts there) where typography is certain."""
        for index in range(1, len(doc)):
            before, token = doc[index - 1], doc[index]
            if before.is_space and "\n" in before.text and not token.is_space:
                yield index, True
            elif token.is_space or before.text.casefold() in self._abbreviations or token.text in {",", ")", "»"}:
                yield index, False
