"""The public Python interface over the assembled pipeline."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from functools import cache
from typing import Final

from factuel.annotation.quotations.value import QuotationValue
from factuel.assembly import Pipeline, extract_page, load_pipeline
from factuel.records import Extraction, PageMetadata, QuotationMention, RawPage, Reject

Page = str | bytes | RawPage
_LONE_SURROGATE: Final = re.compile("[\ud800-\udfff]")


class ExtractionError(ValueError):
    """A page that gives no article; `reject` says why."""

    def __init__(self, reject: Reject) -> None:
        super().__init__(f"{reject.stage}: {reject.error}: {reject.message}")
        self.reject = reject


def extract(page: Page, url: str | None = None, published: str | date | datetime | None = None) -> Extraction:
    """Return the article, entities and facts of one page: HTML or plain text, as text or undecoded bytes.

    `published` is the article's date when the page does not say it; relative dates are read against it. The first
    call loads the French model. Raises ExtractionError when the page gives no article, and ValueError when `published`
    is not an ISO date or date-time.
    """
    result = extract_page(_pipeline(), _raw_page(page, url, published), published=None)
    if isinstance(result, Reject):
        raise ExtractionError(result)
    return result


def extract_many(pages: Iterable[Page], workers: int = 1) -> Iterator[Extraction | Reject]:
    """Yield the records of each page, in input order; a page that gives no article yields its Reject.

    `workers` processes share the work; each loads the model once.
    """
    from factuel.runs.local import map_pages

    raw = (_raw_page(page, None, None, number) for number, page in enumerate(pages, start=1))
    yield from map_pages(raw, workers=workers)


def find_quotations(text: str) -> list[QuotationMention]:
    """Return the quotations of a text, in order, with their speaker in the text's own words.

    `start` and `end` bound the quoted words in `text`, end exclusive, marks outside. Loads the French model.
    """
    doc = _pipeline().nlp(_LONE_SURROGATE.sub("\ufffd", text))
    return [_quotation_mention(text, span._.quotation) for span in doc.spans["quotations"]]


def _quotation_mention(text: str, value: QuotationValue) -> QuotationMention:
    speaker, cue = value.speaker, value.cue
    return QuotationMention(
        text=text[value.start : value.end],
        start=value.start,
        end=value.end,
        speaker=text[speaker.start : speaker.end] if speaker else None,
        cue=text[cue.start : cue.end] if cue else None,
        style=value.style,
    )


@cache
def _pipeline() -> Pipeline:
    return load_pipeline()


def _raw_page(page: Page, url: str | None, published: str | date | datetime | None, number: int = 1) -> RawPage:
    if isinstance(page, RawPage):
        return page
    content = page.encode("utf-8", "replace") if isinstance(page, str) else page
    head = content[:2048].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    looks_html = head.startswith(b"<") or b"<html" in head or b"<body" in head
    day = published.isoformat() if isinstance(published, date) else published
    if day is not None:
        datetime.fromisoformat(day)
    charset = "utf-8" if isinstance(page, str) else None
    return RawPage(
        uri=url or f"memory:{number}",
        content=content,
        media_type="text/html" if looks_html else "text/plain",
        metadata=PageMetadata(url=url, published=day, charset=charset),
    )
