"""The spaCy component: `nlp.add_pipe("factuel_quotations")` fills `doc.spans["quotations"]`."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc, Span

from factuel.annotation.quotations.finder import find_values

if not Span.has_extension("quotation"):
    Span.set_extension("quotation", default=None)


@Language.factory(
    "factuel_quotations",
    assigns=["doc.spans", "span._.quotation"],
    requires=["token.pos", "token.dep", "token.morph", "doc.ents"],
    default_config={"spans_key": "quotations"},
)
def create_quotation_finder(nlp: Language, name: str, spans_key: str) -> QuotationFinder:
    """Return the component; `spans_key` is the group of `doc.spans` that it fills."""
    return QuotationFinder(spans_key)


class QuotationFinder:
    """Finds quotations; each span's `_.quotation` is a QuotationValue, whose characters are exact.

    The span itself is made of whole tokens and may reach over the words by the mark glued to them.
    """

    def __init__(self, spans_key: str = "quotations") -> None:
        self.spans_key = spans_key

    def __call__(self, doc: Doc) -> Doc:
        """Return the doc with its quotations."""
        doc.spans[self.spans_key] = list(self.find(doc))
        return doc

    def find(self, doc: Doc) -> Iterator[Span]:
        """Yield the quotations of `doc` in text order, changing nothing in it."""
        for value in find_values(doc):
            span = doc.char_span(value.start, value.end, label="QUOTATION", alignment_mode="expand")
            if span is not None:
                span._.quotation = value
                yield span
