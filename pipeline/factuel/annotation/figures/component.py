"""`factuel_figures`: the figures of a Doc as spans, each with its record."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc, Span

from factuel.annotation.figures.finder import find_figures
from factuel.records import FigureMention

if not Span.has_extension("figure"):
    Span.set_extension("figure", default=None)


@Language.factory("factuel_figures", assigns=["doc.spans"])
def create_figure_finder(nlp: Language, name: str) -> FigureFinder:
    """Return the component; it has no settings."""
    return FigureFinder()


class FigureFinder:
    """Sets `doc.spans["figures"]`, each with `span._.figure`.

    A span covers whole tokens; the exact characters are those of its record.
    """

    def __call__(self, doc: Doc) -> Doc:
        """Write the figures that `find` finds."""
        spans = []
        for mention, span in self.find(doc):
            span._.figure = mention
            spans.append(span)
        doc.spans["figures"] = spans
        return doc

    def find(self, doc: Doc) -> Iterator[tuple[FigureMention, Span]]:
        """Yield each figure and the tokens it touches."""
        for mention in find_figures(doc.text):
            span = doc.char_span(mention.start, mention.end, label="FIGURE", alignment_mode="expand")
            if span is not None:
                yield mention, span
