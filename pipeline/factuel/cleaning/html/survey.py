"""What a page is made of, measured once: what each part is called, how much text it holds, where the article is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Set
from dataclasses import dataclass, field
from typing import Final

from lxml.html import HtmlElement

from factuel.cleaning.html.names import Named, name_of

SOME_DOUBT: Final = 1
NO_ARTICLE: Final = 2
_TRUST: Final = (1.0, 0.8, 0.35)
_COMMENTS: Final = 0.25
"""What a paragraph's size counts for when the article is looked for, by the doubt that the names around it raise; and
what is left of it in a part called comments, of which a page may have three times more than text."""
_LEAST_SHARE: Final = 0.125
_NEAR: Final = 2
"""Parts around a paragraph of which the nearest that holds many is the article's on most pages."""
_MOST: Final = 0.5
_PARAGRAPHS: Final = frozenset({"p", "li", "dd", "blockquote"})
_PROSE: Final = 80
"""Characters of a paragraph that counts as prose when the article is looked for."""


@dataclass
class Survey:
    """The elements of a page in order, and for each: what it is called (null for most), its doubt (0, or 1 or 2 when it
    stands in a part whose name may be, or cannot be, an article's), and the characters of its text, of the text that
    stands in it directly, of the text inside links, and of its prose (long texts without doubt, outside links).
    `protected` holds the article's part and headline and all that
    contains them; `voided` the words by which those are called, which so mean nothing on this page; `holder` the
    article's part, null when none is found, and `article` its size in characters.
    """

    elements: list[HtmlElement]
    names: dict[HtmlElement, Named | None]
    doubts: dict[HtmlElement, int]
    text: dict[HtmlElement, int] = field(default_factory=lambda: defaultdict(int))
    own: dict[HtmlElement, int] = field(default_factory=lambda: defaultdict(int))
    linked: dict[HtmlElement, int] = field(default_factory=lambda: defaultdict(int))
    prose: dict[HtmlElement, int] = field(default_factory=lambda: defaultdict(int))
    protected: set[HtmlElement] = field(default_factory=set)
    voided: set[str] = field(default_factory=set)
    holder: HtmlElement | None = None
    article: int = 0


def survey_page(tree: HtmlElement) -> Survey:
    """Return the measures of a page whose scripts are gone; linear in its elements."""
    elements = [element for element in tree.iter() if isinstance(element.tag, str)]
    names = {element: name_of(element) for element in elements}
    survey = Survey(elements, names, _doubts(elements, names, frozenset()))
    _weigh(survey)
    _protect_article(survey)
    survey.doubts = _doubts(elements, names, survey.voided)
    _protect_marked(survey)
    _weigh_prose(survey)
    return survey


def joined_text(element: HtmlElement) -> str:
    """Return the text of an element with a space between its parts, runs of white space as one space."""
    return " ".join(" ".join(element.itertext()).split())


def _doubts(
    elements: list[HtmlElement], names: dict[HtmlElement, Named | None], voided: Set[str]
) -> dict[HtmlElement, int]:
    doubts: dict[HtmlElement, int] = {}
    for element in elements:
        name, parent = names[element], element.getparent()
        is_headline = element.tag == "h1" and name is not None and not name.sure
        own = 0 if name is None or is_headline or name.word in voided else NO_ARTICLE if name.sure else SOME_DOUBT
        doubts[element] = max(own, doubts.get(parent, 0)) if parent is not None else own
    return doubts


def _weigh(survey: Survey) -> None:
    own, text, linked = survey.own, survey.text, survey.linked
    for element in reversed(survey.elements):
        own[element] += len((element.text or "").strip())
        text[element] += own[element]
        if element.tag == "a":
            linked[element] = text[element]
        parent = element.getparent()
        if parent is not None:
            own[parent] += len((element.tail or "").strip())
            text[parent] += text[element]
            linked[parent] += linked[element]


def _weigh_prose(survey: Survey) -> None:
    for element in reversed(survey.elements):
        size = _prose_size(element, survey) if survey.doubts[element] == 0 else 0
        if size:
            survey.prose[element] = size
        parent = element.getparent()
        if parent is not None:
            survey.prose[parent] += survey.prose[element]


def _prose_size(element: HtmlElement, survey: Survey) -> int:
    """Return the characters of prose that an element itself holds, 0 when it holds none: a paragraph or item, or text
    directly in an element that is no link (for pages without a `<p>`)."""
    is_paragraph = element.tag in _PARAGRAPHS
    size = survey.text[element] - survey.linked[element] if is_paragraph else survey.own[element]
    return size if size >= _PROSE and element.tag != "a" else 0


def _protect_article(survey: Survey) -> None:
    near: dict[HtmlElement, float] = defaultdict(float)
    scores: dict[HtmlElement, float] = defaultdict(float)
    for holder, share, is_near in _holders(survey):
        scores[holder] += share
        near[holder] += share if is_near else 0
    if scores:
        best = _better(max(near, key=near.__getitem__), max(scores, key=scores.__getitem__), scores, survey)
        survey.holder, survey.article = best, survey.text[best]
        _protect(best, survey)
        _void_names_of_paragraphs(best, survey)


def _better(near: HtmlElement, wide: HtmlElement, scores: dict[HtmlElement, float], survey: Survey) -> HtmlElement:
    """Return which holds the article, the part with the most paragraphs of its own or one whose paragraphs have each
    a part: the wide one when it contains the other, stands nearer to the headline, or as near with twice the prose.
    A live column or a list of other articles is wide too."""
    if near in wide.iterdescendants() or near is wide:
        return wide
    headline = next((each for each in survey.elements if each.tag == "h1" and survey.doubts[each] == 0), None)
    above = list(headline.iterancestors()) if headline is not None else []
    nearer = _distance(near, above) - _distance(wide, above)
    return wide if nearer > 0 or (nearer == 0 and scores[wide] >= 2 * scores[near]) else near


def _distance(element: HtmlElement, above: list[HtmlElement]) -> int:
    """Return how far up from the headline, whose ancestors are `above`, the first is that contains `element` too."""
    around = {element, *element.iterancestors()}
    return next((place for place, each in enumerate(above) if each in around), len(above))


def _void_names_of_paragraphs(holder: HtmlElement, survey: Survey) -> None:
    """Void the words by which half of the article's prose is called: `<li class="live-item">`."""
    carried: dict[str, int] = defaultdict(int)
    total = 0
    for element in holder.iter():
        size = _prose_size(element, survey) if isinstance(element.tag, str) else 0
        total += size
        for each in (element, *element.iterancestors()) if size else ():
            if each is holder:
                break
            name = survey.names.get(each)
            if name is not None and name.word:
                carried[name.word] += size
    survey.voided.update(word for word, size in carried.items() if size >= _MOST * total)


def _protect_marked(survey: Survey) -> None:
    """Protect the headline, and what the page marks as the article's body."""
    for element in survey.elements:
        is_headline = element.tag == "h1" and survey.doubts[element] == 0
        if is_headline or "articleBody" in str(element.get("itemprop") or ""):
            _protect(element, survey)


def _protect(element: HtmlElement, survey: Survey) -> None:
    for each in (element, *element.iterancestors()):
        survey.protected.add(each)
        name = survey.names.get(each)
        if name is not None and name.word:
            survey.voided.add(name.word)


def _holders(survey: Survey) -> Iterator[tuple[HtmlElement, float, bool]]:
    """Yield, for each piece of prose, what holds it, the size that counts for it, and whether it is near: all for the
    nearest, half for the next one out that holds more, and so on."""
    comments: set[HtmlElement] = set()
    for element in survey.elements:
        name = survey.names[element]
        if element.getparent() in comments or (name is not None and name.kind == "comment"):
            comments.add(element)
        size = _prose_size(element, survey)
        if size:
            weight = size * _TRUST[survey.doubts[element]] * (_COMMENTS if element in comments else 1)
            yield from _shares(element.getparent() if element.tag in _PARAGRAPHS else element, weight, survey)


def _shares(holder: HtmlElement | None, weight: float, survey: Survey) -> Iterator[tuple[HtmlElement, float, bool]]:
    share, level = weight, 0
    while holder is not None and share >= weight * _LEAST_SHARE:
        yield holder, share, level < _NEAR
        outer = holder.getparent()
        share /= 1 if outer is None or survey.text[outer] == survey.text[holder] else 2
        holder, level = outer, level + 1
