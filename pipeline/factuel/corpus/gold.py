"""The gold format: an article with its names marked inline and its facts listed below it.

    genre: economy
    published: 2023-04-06
    ===
    Titre

    [PER Zoé Marquis], directrice de [ORG Lumeo]... [PER Mme Marquis=Zoé Marquis]
    ===
    {"type": "role", "person": "Zoé Marquis", "title": "directrice", "organisation": "Lumeo"}

`corpus/gold/GUIDE.md` says what to annotate. A line of facts names its evidence by the words of the text (`text`, and
`n` when they stand there several times); offsets are computed here, so that nobody counts characters by hand.
"""

from __future__ import annotations

import json
import re
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from factuel.models import read_words

LABELS: Final = {"PER": "person", "ORG": "organisation", "LOC": "place", "MISC": "misc"}
GENRES: Final = read_words("genres")
_MARK = re.compile(r"\[(?P<labels>[A-Z|]+)(?P<optional>\??) (?P<surface>[^\[\]=]+)(?:=(?P<name>[^\[\]=]+))?\]")
_KEYS: Final = {
    "figure": {"kind", "value", "low", "high", "bound", "unit", "of", "subject", "per", "direction"},
    "date": {"edtf", "modifier"},
    "role": {"person", "title", "organisation", "status"},
    "quotation": {"speaker", "style", "cue"},
    "agreement": {"parties", "kind", "status"},
    "investment": {"investor", "recipient", "amount", "unit", "purpose"},
    "event": {"name", "participants", "organiser"},
    "location": {"entity", "location", "relation"},
    "membership": {"member", "group", "relation"},
    "site_change": {"organisation", "change", "what", "jobs", "amount", "unit"},
    "result": {"organisation", "indicator", "amount", "unit", "growth"},
}
_COMMON: Final = {"type", "text", "n", "optional", "factuality", "attribution", "time", "place"}
_REQUIRED: Final = {
    "figure": {"bound"},
    "date": {"edtf"},
    "role": {"person", "title"},
    "quotation": {"speaker", "style"},
    "agreement": {"parties", "kind", "status"},
    "investment": set(),
    "event": {"name"},
    "location": {"entity", "location", "relation"},
    "membership": {"member", "group", "relation"},
    "site_change": {"change"},
    "result": {"organisation", "indicator", "amount"},
}


class GoldError(ValueError):
    """A gold file that breaks the format; the message names the file and says what to mend."""


@dataclass(frozen=True)
class GoldMention:
    """A marked name: `start` inclusive, `end` exclusive in the article's text; any of `types` is right."""

    types: frozenset[str]
    text: str
    name: str
    start: int
    end: int
    optional: bool


@dataclass(frozen=True)
class GoldFact:
    """An annotated fact, or a date: its evidence in the text and its keys as the annotator wrote them."""

    type: str
    text: str
    start: int
    end: int
    optional: bool
    keys: dict[str, Any]


@dataclass(frozen=True)
class GoldArticle:
    """One annotated article; `text` is the article's text without markup, title first."""

    id: str
    path: Path
    text: str
    published: str | None
    meta: dict[str, str]
    mentions: tuple[GoldMention, ...]
    facts: tuple[GoldFact, ...] = field(default=())

    @property
    def genre(self) -> str:
        """The genre named in the header, `local` when there is none."""
        return self.meta.get("genre", "local")


def strip_marks(marked: str) -> tuple[str, list[GoldMention]]:
    """Return the text without its marks, and the mentions with offsets in that text."""
    pieces: list[str] = []
    mentions: list[GoldMention] = []
    at = length = 0
    for mark in _MARK.finditer(marked):
        labels = mark["labels"].split("|")
        unknown = [label for label in labels if label not in LABELS]
        if unknown:
            raise GoldError(f"unknown label {unknown[0]} in {mark.group()}")
        before, surface = marked[at : mark.start()], mark["surface"]
        pieces += [before, surface]
        start = length + len(before)
        length = start + len(surface)
        types = frozenset(LABELS[label] for label in labels)
        name = mark["name"] or surface
        mentions.append(GoldMention(types, surface, name, start, length, bool(mark["optional"])))
        at = mark.end()
    pieces.append(marked[at:])
    return "".join(pieces), mentions


def read_gold_file(path: Path) -> GoldArticle:
    """Return the article of one `.gold` file; raises GoldError when the file breaks the format."""
    parts = re.split(r"^===\s*$", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
    if len(parts) != 3:
        raise GoldError(f"{path}: expected header, article and facts separated by two lines ===, found {len(parts)}")
    header, marked, listing = parts
    meta = dict(_header_line(path, line) for line in header.strip().splitlines())
    try:
        text, mentions = strip_marks(marked.strip())
        facts = tuple(_read_fact(line, text) for line in listing.strip().splitlines() if line.strip())
    except GoldError as error:
        raise GoldError(f"{path}: {error}") from error
    leftover = re.search(r"\[[A-Z|?]+ |[A-Z]\]", text)
    if leftover:
        raise GoldError(f"{path}: a mark is broken near «{text[max(0, leftover.start() - 20) : leftover.end() + 30]}»")
    return GoldArticle(path.stem, path, text, meta.get("published") or None, meta, tuple(mentions), facts)


def read_gold(folder: Path) -> list[GoldArticle]:
    """Return the articles of a folder of gold, sorted by path, walked recursively; `folder` may be one file."""
    paths = [folder] if folder.is_file() else sorted(folder.rglob("*.gold"))
    return [read_gold_file(path) for path in paths]


def _header_line(path: Path, line: str) -> tuple[str, str]:
    key, colon, value = line.partition(":")
    if not colon:
        raise GoldError(f"{path}: header line {line!r} is not 'key: value'")
    return key.strip(), value.strip()


def _read_fact(line: str, text: str) -> GoldFact:
    try:
        raw = json.loads(line)
    except json.JSONDecodeError as error:
        raise GoldError(f"not JSON ({error.msg}): {line[:120]}") from error
    kind = raw.get("type")
    if kind not in _KEYS:
        raise GoldError(f"unknown type {kind!r}: {line[:120]}")
    strange = set(raw) - _KEYS[kind] - _COMMON
    missing = (_REQUIRED[kind] | {"text"}) - set(raw)
    if strange or missing:
        raise GoldError(f"{kind}: unknown keys {sorted(strange)}, missing keys {sorted(missing)}: {line[:120]}")
    start, end = _locate(text, raw["text"], int(raw.get("n", 1)))
    keys = {key: value for key, value in raw.items() if key not in {"type", "text", "n", "optional"}}
    return GoldFact(kind, text[start:end], start, end, bool(raw.get("optional")), keys)


def _locate(text: str, quote: str, n: int) -> tuple[int, int]:
    """Find the n-th occurrence of `quote`; ` [...] ` in it stands for any words between its two ends."""
    head, gap, tail = quote.partition("[...]")
    at = -1
    for _ in range(n):
        at = text.find(head.rstrip() if gap else head, at + 1)
        if at < 0:
            raise GoldError(f"occurrence {n} of «{head[:80]}» is not in the text")
    if not gap:
        return at, at + len(quote)
    close = text.find(tail.strip(), at + len(head.rstrip()))
    if close < 0:
        raise GoldError(f"«{tail.strip()[:80]}» does not follow «{head[:40]}» in the text")
    return at, close + len(tail.strip())


def check(paths: list[Path]) -> int:
    """Print what is wrong with each file, and return how many are wrong; names in facts must be marked names."""
    wrong = 0
    for path in paths:
        try:
            article = read_gold_file(path)
        except GoldError as error:
            print(error)
            wrong += 1
            continue
        names = {mention.name for mention in article.mentions}
        if article.genre not in GENRES:
            print(f"{path}: genre {article.genre!r} is none of {', '.join(sorted(GENRES))}")
            wrong += 1
        for surface in sorted({mention.name for mention in article.mentions} - {m.text for m in article.mentions}):
            print(f"{path}: the canonical name «{surface}» is never written out in the article")
        for fact in article.facts:
            if fact.type == "role" and fact.keys["person"] not in names:
                print(f"{path}: role of «{fact.keys['person']}», who is not a marked name")
                wrong += 1
    return wrong


if __name__ == "__main__":
    files = [
        found
        for argument in sys.argv[1:]
        for found in ([Path(argument)] if Path(argument).is_file() else sorted(Path(argument).rglob("*.gold")))
    ]
    sys.exit(bool(check(files)))
