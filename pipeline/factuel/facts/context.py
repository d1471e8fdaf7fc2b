"""FactContext: all that a fact extractor may look at, and how it fills the keys that every fact has."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, cast

from spacy.tokens import Doc, Span, Token

from factuel.facts.attribution import Claim, claimed_by
from factuel.facts.bodies import Bodies
from factuel.facts.doc_tables import sent_of, token_at
from factuel.facts.entities import EntityIndex
from factuel.facts.factuality import factuality_of
from factuel.facts.reference import Resolver
from factuel.facts.setting import Setting
from factuel.facts.topic import Topic
from factuel.records import Article, DateMention, EntityRef, Evidence, Factuality, FigureMention, content_id


@dataclass(frozen=True)
class FactContext:
    """An article annotated, with its entities; `attributions` are (start, end, who says it), end exclusive; `claims`
    are those whose word the facts are."""

    doc: Doc
    article: Article
    index: EntityIndex
    resolver: Resolver
    attributions: tuple[tuple[int, int, EntityRef], ...] = field(default=())
    memo: dict[tuple[str, int], Any] = field(default_factory=dict, init=False, compare=False, repr=False)
    """What several extractors ask at the same token: by question and token."""
    claims: tuple[Claim, ...] = field(default=())

    @property
    def text(self) -> str:
        """The article's text; `Doc.text` joins all tokens each time it is asked for."""
        return self.article.text

    @cached_property
    def setting(self) -> Setting:
        """Where and when the sentences of the article are set."""
        return Setting(self.doc, self.index)

    @cached_property
    def topic(self) -> Topic:
        """What the article is about, point by point."""
        return Topic(self.text, self.index)

    @cached_property
    def bodies(self) -> Bodies:
        """Which organisation common nouns and pronouns mean."""
        return Bodies(self.doc, self.text, self.index)

    @cached_property
    def figures(self) -> tuple[FigureMention, ...]:
        """The figures of the article, in order."""
        return tuple(span._.figure for span in self.doc.spans.get("figures", ()))

    @cached_property
    def dates(self) -> tuple[DateMention, ...]:
        """The dates of the article, in order."""
        return tuple(span._.date for span in self.doc.spans.get("dates", ()))

    def words_of(self, sentence: Span) -> frozenset[str]:
        """Return the words of a sentence in lower case."""
        asked = ("words", sentence.start)
        if asked not in self.memo:
            self.memo[asked] = frozenset(word.lower_ for word in sentence)
        return cast("frozenset[str]", self.memo[asked])

    def sentence_at(self, start: int) -> Span:
        """Return the sentence that holds the character `start`."""
        return sent_of(self.token_at(start))

    def token_at(self, start: int) -> Token:
        """Return the token that holds the character `start`, or the nearest after it."""
        return token_at(self.doc, start)

    def make_evidence(self, start: int, end: int) -> Evidence:
        """Return the evidence at characters `start` (inclusive) to `end` (exclusive), with its sentence's bounds.

        Evidence over several sentences gets the bounds of all of them.
        """
        text = self.text
        first, last = self.sentence_at(start), self.sentence_at(max(start, end - 1))
        low, high = min(first.start_char, start), max(last.end_char, end)
        while high > end and text[high - 1].isspace():
            high -= 1
        return Evidence(text=text[start:end], start=start, end=end, sentence_start=low, sentence_end=high)

    def fact_id(self, kind: str, *parts: str) -> str:
        """Return the identifier of a fact: the same article, type and parts give the same one."""
        return content_id("f", self.article.id, kind, *(" ".join(part.casefold().split()) for part in parts))

    def speaker_at(self, start: int, end: int) -> EntityRef | None:
        """Return who says the words at `start` to `end`, null when it is the newspaper."""
        return next((who for low, high, who in self.attributions if low <= start and end <= high), None)

    def common(
        self,
        kind: str,
        start: int,
        end: int,
        anchor: Token,
        *parts: str,
        confidence: float,
        factuality: Factuality | None = None,
    ) -> dict[str, Any]:
        """Return the keys that every fact has, for a fact of type `kind` whose governing word is `anchor`.

        `parts` identify the fact within the article and become its id; `factuality` is read from the anchor's verb
        unless it is given.
        """
        return {
            "id": self.fact_id(kind, *parts),
            "article_id": self.article.id,
            "evidence": self.make_evidence(start, end),
            "factuality": factuality or factuality_of(anchor),
            "attribution": claimed_by(self.doc, self.claims, start, end),
            "time": self.setting.time_of(anchor),
            "place": self.setting.place_of(anchor),
            "confidence": round(confidence, 3),
            "extractor": f"factuel.facts.{kind}",
        }
