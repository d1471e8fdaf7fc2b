"""What stands before the first prose: the title when the page does not give it, labels, menus, meta lines."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from typing import Final

from factuel.cleaning.metadata.authors import find_names
from factuel.cleaning.metadata.dates import find_date, is_led_by_date, strip_dates
from factuel.cleaning.metadata.wording import page_words
from factuel.cleaning.press.block import Block, Draft
from factuel.records import DiscardKind

_TITLE: Final = range(2, 26)
_FULL_TITLE: Final = 5
"""Words from which a line is more likely a title than a label or a menu."""
_LABEL: Final = 4
_ARTICLES: Final = frozenset({"un", "une", "des", "le", "la", "les", "l"})
"""A line that opens with an article is a short headline ("Une conductrice blessée"), not a label."""
_META: Final = 32
_LINE: Final = 260
_TIME: Final = re.compile(r"\b\d{1,2}\s?(?:h|:|min\b|mn\b|minutes?\b)\s?(?:\d{2})?\b", re.IGNORECASE)
_WORD: Final = re.compile(r"[^\W\d_][\w'.-]*")


def take_title(draft: Draft) -> None:
    """Take the title from the lines before the first prose: one that is printed twice, else the first that is long
    enough, else the first that may be one. Lines before it that are no sentences are the site's."""
    first, _ = draft.prose_span()
    top = draft.blocks[:first] if first < len(draft.blocks) else []
    candidates = [(position, block) for position, block in enumerate(top) if _may_be_title(block)]
    if not candidates:
        return
    printed = Counter(block.words for block in top)
    position, title = max(candidates, key=lambda found: _rank(found[1], printed))
    draft.title = title.text
    kinds: dict[int, DiscardKind] = {p: "navigation" for p in range(position) if not top[p].is_sentence}
    draft.blocks[position : position + 1] = []
    draft.discard(kinds)


def set_aside_labels(draft: Draft) -> None:
    """Set aside section labels before the first prose, when the title is known."""
    first, _ = draft.prose_span()
    if not draft.title or first >= len(draft.blocks):
        return
    draft.discard({p: "navigation" for p in range(first) if _is_label(draft.blocks[p])})


def set_aside_tags(draft: Draft) -> None:
    """Set aside two or more labels in a row after the last prose: the tags of the article."""
    start = len(draft.blocks)
    while start and _is_label(draft.blocks[start - 1]):
        start -= 1
    if len(draft.blocks) - start >= 2 and start:
        draft.discard(dict.fromkeys(range(start, len(draft.blocks)), "navigation"))


def read_meta_line(text: str, draft: Draft) -> bool:
    """Say whether a short line is a date with a name, a time or a count and nothing else, and remember what it says."""
    if len(text) > _LINE or len(text.split()) > _META or (find_date(text) is None and _TIME.search(text) is None):
        return False
    if is_led_by_date(text):
        draft.dates.append(text)
        return True
    rest = _TIME.sub(" ", strip_dates(text))
    words = _WORD.findall(_meta_words().sub(" ", rest))
    if len(words) > 6 or not all(word[0].isupper() for word in words) or (not words and rest == text):
        return False
    draft.dates.append(text)
    draft.bylines.extend(name for name in find_names(" ".join(rest.split())) if len(name.split()) > 1)
    return True


def _rank(block: Block, printed: Counter[tuple[str, ...]]) -> tuple[bool, bool, bool]:
    """Rank a title candidate; of equals the first wins. Mastheads and menus have capitals, all or one a word."""
    is_said_again = printed[block.words] > 1 and len(block.words) > 2
    is_masthead = block.text.isupper() or all(word[0].isupper() for word in _WORD.findall(block.text))
    return is_said_again, len(block.words) >= _FULL_TITLE and not is_masthead, len(block.words) >= _FULL_TITLE


def _may_be_title(block: Block) -> bool:
    ends_plain = not block.text.endswith((".", ":", ";", ",", "…")) or block.text.isupper()
    return len(block.words) in _TITLE and block.role != "item" and ends_plain


def _is_label(block: Block) -> bool:
    is_short = 0 < len(block.words) <= _LABEL and block.role != "item"
    return is_short and not block.is_sentence and block.words[0] not in _ARTICLES


@cache
def _meta_words() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{page_words('meta_word')})\b", re.IGNORECASE)
