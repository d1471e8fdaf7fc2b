"""The standfirst, which many pages keep between the headline and the body, where extraction passes it over."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import islice
from typing import Final

from lxml.html import HtmlElement

from factuel.cleaning.html.names import named_pattern, regular_names
from factuel.cleaning.html.survey import Survey, joined_text
from factuel.cleaning.metadata.authors import has_byline
from factuel.cleaning.press.block import Block
from factuel.cleaning.typography import normalise_line
from factuel.models import read_patterns

_SIZE: Final = range(40, 701)
"""Characters of a standfirst."""
_HEADINGS: Final = frozenset({"h2", "h3", "h4", "b", "strong"})
_PARAGRAPHS: Final = _HEADINGS | {"p", "div", "section", "span"}
_FIRST: Final = 80
"""Characters of a paragraph that begins the text."""
_SAME: Final = 0.85
_MUCH: Final = 0.5
_FEWEST: Final = 6
_STEM: Final = 5
_CONTENT: Final = 4
_NEW: Final = 0.45
"""Share of new content words of a standfirst that informs; summaries of the press sample have up to 0.42."""
_LINKED: Final = 0.3
_MAX_TEXTS: Final = 200


def find_standfirst(survey: Survey, description: str | None) -> Block | None:
    """Return the page's standfirst, null when there is none outside the article's part.

    It stands after the headline and before that part, and is called so or says what the page's description says; else
    it is the first text there that is a paragraph of its own (where names are hashes, nothing else tells it).
    To be called before the tree is pruned.
    """
    wanted = set(Block(normalise_line(description or "")).words)
    first: Block | None = None
    for element in islice(_between(survey), _MAX_TEXTS):
        block = Block(normalise_line(joined_text(element)))
        if is_called_standfirst(element) or _says_the_same(block, wanted):
            return block
        tags = _HEADINGS if survey.holder in element.iterancestors() else _PARAGRAPHS
        if first is None and block.is_prose and element.tag in tags and not has_byline(block.text):
            first = block
    return first


def is_lacking(blocks: list[Block], standfirst: Block) -> bool:
    """Say whether a standfirst belongs before `blocks`: it is not among them, and says something that they do not.

    A standfirst that only sums up the body is the page's summary; its facts would be counted twice.
    """
    if any(_holds(block, standfirst) for block in blocks):
        return False
    stems = {word[:_STEM] for block in blocks for word in block.words}
    content = [word for word in standfirst.words if len(word) >= _CONTENT or word.isdigit()]
    new = [word for word in content if word[:_STEM] not in stems]
    return len(new) >= _NEW * len(content) or any(word.isdigit() for word in new)


def _between(survey: Survey) -> Iterator[HtmlElement]:
    """Yield the short texts after the first headline and before the article's part, without what is boilerplate.

    Where that part holds the headline too, the texts up to the first paragraph are yielded.
    """
    after_headline = False
    for element in survey.elements:
        if element is survey.holder and after_headline:
            return
        if element.tag == "h1" and survey.doubts[element] == 0:
            after_headline = True
        elif after_headline and element not in survey.protected and _is_short_text(element, survey):
            yield element
            if element.tag == "p" and survey.text[element] >= _FIRST and survey.holder in element.iterancestors():
                return


def _is_short_text(element: HtmlElement, survey: Survey) -> bool:
    """Say whether an element has the size of a standfirst, few links, and stands in no part of another name."""
    size, parent = survey.text[element], element.getparent()
    is_clear = survey.doubts[element] == 0 or (parent is not None and survey.doubts[parent] == 0)
    return size in _SIZE and is_clear and survey.linked[element] <= _LINKED * size


def is_called_standfirst(element: HtmlElement) -> bool:
    """Say whether an element's names are those of a standfirst."""
    if "description" in str(element.get("itemprop") or ""):
        return True
    return is_called(element, "standfirst")


def is_called(element: HtmlElement, part: str) -> bool:
    """Say whether an element's names are those of a part of the article (`article_parts.jsonl`)."""
    names = regular_names(element)
    return bool(names) and _part_pattern(part).search(names) is not None


def _says_the_same(block: Block, wanted: set[str]) -> bool:
    """Say whether a text's words are the description's, and much of it."""
    words = set(block.words)
    shared = len(words & wanted)
    return shared >= max(_FEWEST, _SAME * len(words), _MUCH * len(wanted))


def _holds(other: Block, block: Block) -> bool:
    """Say whether a block has the first words of the standfirst."""
    return " ".join(block.words[:8]) in " ".join(other.words)


@cache
def _part_pattern(part: str) -> re.Pattern[str]:
    rows = read_patterns("article_parts")
    return named_pattern("|".join(name for row in rows if row["part"] == part for name in row["names"]))
