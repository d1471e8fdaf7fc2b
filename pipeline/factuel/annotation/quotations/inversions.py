"""Who speaks after an inverted verb of saying: "…, dit-elle", "…, a expliqué Marie Dupuis", "…, assure-t-on chez X"."""

from __future__ import annotations

from factuel.annotation.quotations.cues import VerbCue
from factuel.annotation.quotations.forms import plain
from factuel.annotation.quotations.layout import Layout
from factuel.annotation.quotations.lexicon import words
from factuel.annotation.quotations.speakers import speaker_after
from factuel.annotation.quotations.value import Speaker
from factuel.annotation.quotations.voices import place_after


def inverted_speaker(layout: Layout, cue: VerbCue, limit: int) -> Speaker | None:
    """Return who speaks after an inverted verb: its pronoun, or the noun phrase that follows."""
    doc = layout.doc
    if cue.clitic is None and "on" in cue.takes:
        at = next((i for i in range(cue.last, limit) if plain(doc[i]) in {"auprès", "aupres", "de"}), limit)
        return place_after(doc, at, limit)
    if cue.clitic is None:
        return speaker_after(doc, cue.last, limit)
    token = doc[cue.clitic]
    if plain(token) == "on":
        return place_after(doc, cue.last, limit)
    if plain(token) in words("opaque"):
        return None
    end = token.idx + len(token)
    return Speaker(end - len(plain(token)), end, "pronoun")
