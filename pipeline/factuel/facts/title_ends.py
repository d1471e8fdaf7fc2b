"""What may follow the organisation that ends a title: a second one, its place. Token ends are exclusive."""

from __future__ import annotations

from typing import Final

from spacy.tokens import Doc, Span

from factuel.facts.function_words import fold

_BEFORE_PLACE: Final = frozenset({"a", "au", "aux", "de", "d'", "en", "pour", "("})


def second_body(doc: Doc, at: int, names: dict[int, Span]) -> Span | None:
    """Return the organisation after "et": "directrice du festival et de la Maison du conte"."""
    if at + 1 >= len(doc) or doc[at].lower_ != "et" or fold(doc[at + 1]) not in {"de", "du", "d'"}:
        return None
    found = next((names[near] for near in range(at + 2, at + 4) if near in names), None)
    return found if found is not None and found.label_ == "ORG" else None


def past_place(doc: Doc, stop: int, names: dict[int, Span]) -> int:
    """Step over the place of an organisation: "de Lumeo à Douai", "de Lumeo (Nord)", "de l'ONU pour le Soudan"."""
    for at in (stop + 1, stop + 2):
        place = names.get(at)
        if place is not None and place.label_ == "LOC" and fold(doc[stop]) in _BEFORE_PLACE:
            closed = place.end < len(doc) and doc[place.end].text == ")"
            return place.end + closed
    return stop
