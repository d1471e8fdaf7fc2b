"""`factuel_names`: rewrites `doc.ents` with the labels PER, ORG, LOC and MISC, repaired for press."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc, Span

from factuel.annotation.names.decision import decide
from factuel.annotation.names.definitions import define
from factuel.annotation.names.evidence import weigh
from factuel.annotation.names.holders import part_holders
from factuel.annotation.names.lexicon import name_lexicon
from factuel.annotation.names.longer import widen
from factuel.annotation.names.openers import part_openers
from factuel.annotation.names.opinions import announced_by_model, follow
from factuel.annotation.names.reading import Reading
from factuel.annotation.names.spotting import Spotter
from factuel.annotation.names.unison import agree


@Language.factory("factuel_names", requires=["token.pos", "doc.ents"], assigns=["doc.ents"])
def create_name_repairer(nlp: Language, name: str) -> NameRepairer:
    """Return the component; it has no settings."""
    return NameRepairer()


class NameRepairer:
    """Finds the names of a text; the entities already there are a first opinion."""

    def __init__(self) -> None:
        self._lexicon = name_lexicon()

    def __call__(self, doc: Doc) -> Doc:
        """Return the doc with its names in place of the entities it had."""
        doc.ents = list(self.find(doc))
        return doc

    def find(self, doc: Doc) -> Iterator[Span]:
        """Yield the names of `doc` in text order, changing nothing in it."""
        reading = Reading(doc, self._lexicon)
        candidates = Spotter(reading).spot()
        for candidate in candidates:
            weigh(reading, candidate)
        decided = sorted(decide(reading, candidates), key=lambda name: name.start)
        decided = widen(doc, doc.ents, decided)
        decided = announced_by_model(reading, doc.ents, decided)
        names = part_holders(doc, doc.ents, follow(doc, doc.ents, decided))
        for name in agree(doc, define(doc, part_openers(doc, names))):
            yield Span(doc, name.start, name.end, label=name.label)
