"""The article's title: the heading that the page's metadata confirms, without the site's name."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from factuel.cleaning.typography import normalise_line

_SEPARATOR: Final = re.compile(r"\s+[|–—·•»:]\s+|\s+-\s+|\s*\|\s*")
_SECTION: Final = re.compile(r"\s*\|\s*\S+(?: \S+){0,2}$")
"""A section's name between the title and the site's, after a bar; a dash also joins two teams or towns."""
_WORD: Final = re.compile(r"\w+")
_SITE_WORDS: Final = 5
_KICKER_WORDS: Final = 4
_MAX_PARTS: Final = 8
_MAX_TITLE: Final = 600
_MAX_HEADINGS: Final = 20


def choose_title(headings: list[str], claimed: list[str | None], sites: Iterable[str]) -> str | None:
    """Return the title, null when the page has none.

    `headings` are the page's `h1`; `claimed` what its metadata says, best first (JSON-LD, OpenGraph, `<title>`). A
    heading counts when it shares most of its words with a claim; else the first claim does, unless it is cut short of
    the next one; else the first heading.
    """
    names = [name for name in sites if name]
    headings = [heading for text in headings[:_MAX_HEADINGS] if (heading := normalise_line(text[:_MAX_TITLE]))]
    titles = [strip_site(normalise_line(text[:_MAX_TITLE]), names) for text in claimed[:_MAX_HEADINGS] if text]
    titles = [title for title in titles if title]
    for heading in headings:
        if any(_agree(heading, title) for title in titles):
            return _without_kicker(strip_site(heading, names), titles)
    if titles:
        return _complete(titles)
    return strip_site(headings[0], names) if headings else None


def strip_site(title: str, sites: list[str]) -> str:
    """Return `title` without the site's name, and what stands between them, at either end."""
    known = {_key(site) for site in sites} - {""}
    parts = list(_SEPARATOR.finditer(title))
    for found in reversed(parts):
        if _is_site(title[found.end() :], known):
            return strip_site(_SECTION.sub("", title[: found.start()].strip()), sites)
    if parts and _key(title[: parts[0].start()]) in known:
        return title[parts[0].end() :].strip()
    return title


def title_parts(title: str) -> list[str]:
    """Return a title and what is left of it without parts at either end, longest first, at least three words each."""
    bounds = list(_SEPARATOR.finditer(title[:_MAX_TITLE]))[:_MAX_PARTS]
    starts, ends = [0, *(found.end() for found in bounds)], [*(found.start() for found in bounds), len(title)]
    parts = {title[start:end].strip() for start in starts for end in ends if end > start}
    return sorted((part for part in parts if len(part.split()) >= 3), key=lambda part: (-len(part), part))


def _is_site(text: str, known: set[str]) -> bool:
    """Say whether a title's ending is the site's name, alone or before a section or a date."""
    key = _key(text)
    if not key or len(text.split()) > _SITE_WORDS + 3:
        return False
    return key in known or any(key.startswith(site) or key.endswith(site) for site in known if len(site) >= 2)


def _key(text: str) -> str:
    return re.sub(r"^www\.|\.(?:fr|com|be|ch|org|net|ca|tn|info|eu|lu|re|nc)/?$|\W", "", text.casefold().strip())


def _agree(heading: str, title: str) -> bool:
    words, claimed = set(_WORD.findall(heading.casefold())), set(_WORD.findall(title.casefold()))
    return (
        bool(words) and len(words & claimed) >= 0.6 * min(len(words), len(claimed)) and 2 * len(words) >= len(claimed)
    )


def _without_kicker(heading: str, titles: list[str]) -> str:
    """Return a heading without the label that it opens with ("Vélo Le tour change de main"), as a claim has it.

    A label that punctuation parts from the title ("Vélo. Le tour ...") is a part of it.
    """
    words = heading.split()
    for size in range(1, min(_KICKER_WORDS, len(words) - _KICKER_WORDS) + 1):
        rest = " ".join(words[size:])
        if not words[size - 1][-1].isalnum() or not words[size][0].isupper():
            continue
        if any(title.startswith(rest) and _ends_there(title, len(rest)) for title in titles):
            return rest
    return heading


def _ends_there(title: str, end: int) -> bool:
    """Say whether a title ends at a place, or goes on there with a separator and a section or site."""
    return end == len(title) or _SEPARATOR.match(title, end) is not None or title.startswith(" / ", end)


def _complete(titles: list[str]) -> str:
    """Return the first title, or the longer one that it is the beginning of, unless the site's name makes it longer."""
    first = titles[0].rstrip("… .")
    longer = (title for title in titles[1:] if len(title) > len(titles[0]) and title.startswith(first))
    return next((title for title in longer if _SEPARATOR.match(title, len(first)) is None), titles[0])
