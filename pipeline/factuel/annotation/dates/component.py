"""`factuel_dates`: the dates of a Doc as spans, each with its record."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime

from spacy.language import Language
from spacy.tokens import Doc, Span

from factuel.annotation.dates.finder import find_dates
from factuel.records import DateMention

if not Span.has_extension("date"):
    Span.set_extension("date", default=None)
if not Doc.has_extension("published"):
    Doc.set_extension("published", default=None)


@Language.factory("factuel_dates", assigns=["doc.spans"])
def create_date_finder(nlp: Language, name: str) -> DateFinder:
    """Return the component; it has no settings."""
    return DateFinder()


class DateFinder:
    """Sets `doc.spans["dates"]`, each with `span._.date`, read against `doc._.published` (a date, or None).

    A span covers whole tokens; the exact characters are those of its record.
    """

    def __call__(self, doc: Doc) -> Doc:
        """Write the dates that `find` finds."""
        spans = []
        for mention, span in self.find(doc):
            span._.date = mention
            spans.append(span)
        doc.spans["dates"] = spans
        return doc

    def find(self, doc: Doc) -> Iterator[tuple[DateMention, Span]]:
        """Yield each date and the tokens it touches."""
        published = doc._.published
        reference = published if isinstance(published, date | datetime) else None
        for mention in find_dates(doc.text, reference):
            span = doc.char_span(mention.start, mention.end, label="DATE", alignment_mode="expand")
            if span is not None:
                yield mention, span
