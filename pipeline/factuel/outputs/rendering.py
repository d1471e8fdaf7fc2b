"""Records to lines: what one page adds to a run folder, as bytes, with its counts."""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Final

from factuel.records import Extraction, FactBase, Record, Reject, Span

logger = logging.getLogger(__name__)
FILES: Final = ("articles", "entities", "facts", "rejects")
"""The record files of a run folder, `NAME.jsonl`, in the order in which a page is written to them."""
_LINE_ENDS: Final = (("\x85", "\\u0085"), ("\u2028", "\\u2028"), ("\u2029", "\\u2029"))
"""JSON leaves these as they are, but programs that split lines as Unicode does would break a record at them."""
_NO_DUPLICATE: Final = b'"duplicate_of":null}\n'
"""How the line of an article ends: `duplicate_of` is its last key."""


@dataclass(frozen=True)
class PageLines:
    """The lines that a page adds to each of `FILES` (UTF-8, each with its newline; empty for none), and its counts.

    `counts` has `articles`, `entities`, `facts`, `rejects`, and what was left out (`facts_below_confidence`,
    `facts_ungrounded`); `fact_types` and `reject_stages` count by type and by stage. `article` is the article's id,
    `signature` what near-duplicates of its text are known by; both empty for a reject.
    """

    lines: tuple[bytes, bytes, bytes, bytes]
    counts: dict[str, int] = field(default_factory=dict)
    fact_types: dict[str, int] = field(default_factory=dict)
    reject_stages: dict[str, int] = field(default_factory=dict)
    article: str = ""
    signature: bytes = b""

    def marked_duplicate(self, original: str) -> PageLines:
        """Return the page with its article marked as repeating another, and counted as such."""
        article = self.lines[0].removesuffix(_NO_DUPLICATE) + b'"duplicate_of":"%b"}\n' % original.encode("ascii")
        counts = self.counts | {"duplicates": 1, "facts_of_duplicates": self.counts.get("facts", 0)}
        return replace(self, lines=(article, *self.lines[1:]), counts=counts)

    def joined(self) -> bytes:
        """Return the page as one line: an object with `article`, `entities` and `facts`, or with `reject`."""
        article, entities, facts, reject = (part.rstrip(b"\n") for part in self.lines)
        if reject:
            return b'{"reject":' + reject + b"}\n"
        lists = (part.replace(b"\n", b",") for part in (entities, facts))
        return b'{"article":%b,"entities":[%b],"facts":[%b]}\n' % (article, *lists)


def render(result: Extraction | Reject, min_confidence: float = 0.0) -> PageLines:
    """Return the lines of one page, keys in the order of the records; facts below `min_confidence` are left out.

    A fact with a span that is not what the article says at its offsets is left out as well, counted and logged.
    """
    if isinstance(result, Reject):
        return PageLines((b"", b"", b"", record_line(result)), {"rejects": 1}, reject_stages={result.stage: 1})
    sure = [fact for fact in result.facts if fact.confidence >= min_confidence]
    facts = [fact for fact in sure if is_grounded(fact, result.article.text)]
    if len(facts) < len(sure):
        logger.warning("%s: %d facts without ground left out", result.article.source.uri, len(sure) - len(facts))
    counts = {
        "articles": 1,
        "entities": len(result.entities),
        "facts": len(facts),
        "facts_below_confidence": len(result.facts) - len(sure),
        "facts_ungrounded": len(sure) - len(facts),
    }
    lines = (record_line(result.article), _lines(result.entities), _lines(facts), b"")
    return PageLines(lines, counts, dict(Counter(fact.type for fact in facts)), article=result.article.id)


def is_grounded(fact: FactBase, text: str) -> bool:
    """Say whether `text` has the words of each span of the fact (evidence, measure, quote, time) at its offsets."""
    spans = [value for _, value in fact if isinstance(value, Span)] + list(fact.also_at)
    return all(text[span.start : span.end] == span.text for span in spans)


def _lines(records: Iterable[Record]) -> bytes:
    return b"".join(map(record_line, records))


def record_line(record: Record) -> bytes:
    """Return a record as a line of JSON: UTF-8, its newline at the end and no other end of line within."""
    line = record.model_dump_json()
    for character, escape in _LINE_ENDS:
        line = line.replace(character, escape)
    return line.encode("utf-8") + b"\n"
