"""Pages that are no article: lists of links, sign-in pages, video pages, empty shells."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from factuel.cleaning.errors import CleaningError
from factuel.cleaning.html.survey import Survey
from factuel.cleaning.press.block import Block

_LEAST_WORDS: Final = 12
_FEW_WORDS: Final = 60
_HEADLINES: Final = 10
_HEADLINE_WORDS: Final = 4
_BLURB_WORDS: Final = 50
_CARD_WORDS: Final = 25
_LISTS: Final = frozenset({"website", "collectionpage", "itemlist", "searchresultspage"})
_LINK_SHARE: Final = 0.4
_HEADLINE_SHARE: Final = 0.4


@dataclass(frozen=True)
class PageShape:
    """What of a page's shape tells that it is no article: links as long as headlines, the share of its text that is
    links (0..1), whether it asks for a password, and what it calls itself (`NewsArticle`, `website`, `video.other`)."""

    headlines: int = 0
    link_share: float = 0.0
    asks_password: bool = False
    kind: str | None = None
    is_html: bool = False


def read_shape(survey: Survey, kind: str | None) -> PageShape:
    """Return the shape of a surveyed page."""
    root = survey.elements[0]
    headlines, password = 0, False
    for element in survey.elements:
        if element.tag == "a" and survey.text[element] > 20:
            headlines += len(element.text_content().split()) >= _HEADLINE_WORDS
        elif element.tag == "input" and element.get("type") == "password":
            password = True
    share = survey.linked[root] / max(1, survey.text[root])
    return PageShape(headlines, share, password, kind, is_html=True)


def refuse_no_article(blocks: list[Block], shape: PageShape) -> None:
    """Raise CleaningError when what is left of a page is not an article."""
    words = sum(len(block.words) for block in blocks)
    if shape.asks_password and sum(len(block.words) for block in blocks if block.is_prose) < _FEW_WORDS:
        raise CleaningError("login_wall", f"the page asks to sign in and shows {words} words")
    if words >= (_FEW_WORDS if shape.is_html else 1):
        if _is_listing(blocks, shape):
            raise CleaningError("listing", f"the page is a list of {shape.headlines} links to other pages")
        return
    if "video" in (shape.kind or "").lower() and words < _FEW_WORDS:
        raise CleaningError("video", f"the page is a video with {words} words of text")
    has_prose = any(block.is_prose for block in blocks)
    if shape.headlines >= _HEADLINES and not has_prose and not _calls_itself_article(shape):
        raise CleaningError("listing", f"the page is a list of {shape.headlines} links to other pages")
    if words < (_LEAST_WORDS if shape.is_html else 1):
        raise CleaningError("no_article", f"no article text is left, only {words} words")


def _is_listing(blocks: list[Block], shape: PageShape) -> bool:
    """Say whether links are much of the page, and what is left of it is headlines and blurbs."""
    if shape.headlines < _HEADLINES or shape.link_share < _LINK_SHARE or _calls_itself_article(shape):
        return False
    longest = max(len(block.words) for block in blocks)
    if (shape.kind or "").lower() in _LISTS and longest < _CARD_WORDS:
        return True
    headlines = sum(not block.is_sentence for block in blocks)
    return headlines >= _HEADLINE_SHARE * len(blocks) and longest < _BLURB_WORDS


def _calls_itself_article(shape: PageShape) -> bool:
    return (shape.kind or "").lower().endswith(("article", "posting", "report", "review", "episode"))
