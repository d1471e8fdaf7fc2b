"""Titles: how far a function runs ("directrice générale adjointe chargée des finances de Lumeo"), and what of it names
the organisation. Token ends are exclusive."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from spacy.tokens import Doc, Span, Token

from factuel.facts.doc_tables import sent_of
from factuel.facts.function_words import demonyms, fold, function_kinds, is_plural, title_words
from factuel.facts.title_ends import past_place, second_body
from factuel.facts.title_steps import is_party, phrase_length, step
from factuel.models import unaccented

_MAX_TOKENS: Final = 18


@dataclass(frozen=True)
class Title:
    """A function found: tokens `start` to `end` are the title, `first` is where its articles begin, and `stop` is one
    past its organisation too. `text` leaves nationalities out."""

    head: int
    start: int
    end: int
    stop: int
    first: int
    text: str
    text_with_common: str
    organisation: Span | None
    common_organisation: tuple[int, int] | None
    former: bool
    leaving: bool
    national: bool
    plural: bool = False


def read_title(token: Token) -> Title:
    """Return the title that starts at a function's head word, with its complements, up to the organisation."""
    doc = token.doc
    first, start, former = _left_edge(token)
    names = {span.start: span for span in doc.ents if token.i < span.start <= token.i + _MAX_TOKENS}
    end = stop = token.i + 1
    organisation: Span | None = None
    common: tuple[int, int] | None = None
    while stop < min(len(doc), token.i + _MAX_TOKENS) and organisation is None and common is None:
        ahead = step(doc, stop, names)
        if ahead is None:
            break
        stop, organisation, noun = ahead
        if noun is not None and organisation is None:
            common = (noun, stop)
        elif organisation is None:
            end = stop
    if common is not None and (second := second_body(doc, stop, names)) is not None:
        organisation, common, stop = second, None, second.end
    if organisation is not None:
        stop = past_place(doc, stop, names)
    stop += phrase_length(doc, stop, "then")
    inside = doc[token.i : stop]
    national = any(fold(word) in demonyms() for word in inside)
    leaving = any(fold(word) in title_words("leaving") for word in inside)
    text = _text(doc, start, end)
    then = any(phrase_length(doc, at, "then") for at in range(token.i, stop))
    former = former or then or unaccented(token.text).startswith("ex-")
    longer = _text(doc, start, common[1]) if common is not None else text
    plural = is_plural(token)
    if plural:
        text, longer = _singular(text, token), _singular(longer, token)
    return Title(
        token.i, start, end, stop, first, text, longer, organisation, common, former, leaving, national, plural
    )


def _singular(text: str, head: Token) -> str:
    """ "avocats de la défense" gives "avocat de la défense"."""
    return text.replace(head.text, head.text[:-1], 1)


def _is_left_out(word: Token) -> bool:
    """Is it a nationality, "sortant" or the like? A function that is also a people's name stays ("conservatrice")."""
    form = fold(word)
    left_out = form in demonyms() or form in title_words("leaving") or form in title_words("dropped")
    return left_out and form not in function_kinds()


def _text(doc: Doc, start: int, end: int) -> str:
    """Return the words of the title without nationalities and "sortant"; as written when there are none."""
    then = {at + more for at in range(start, end) for more in range(phrase_length(doc, at, "then"))}
    dropped = [word for word in doc[start:end] if _is_left_out(word) or is_party(word) or word.i in then]
    whole = doc[start:end].text if not dropped else "".join(w.text_with_ws for w in doc[start:end] if w not in dropped)
    for prefix in ("ex-", "Ex-"):
        whole = whole.removeprefix(prefix)
    return whole.split(" (")[0].strip() if "(" in whole and ")" not in whole else whole.strip()


def _is_told(token: Token, at: int) -> bool:
    """Return whether the word before a title only tells of its holder: "l'inamovible maire", "première et éphémère
    ministre"."""
    word = token.doc[at]
    linked = word.lower_ == "et" and at > sent_of(token).start and token.doc[at - 1].pos_ == "ADJ"
    return (linked and token.doc[at + 1].pos_ == "ADJ") or (word.pos_ == "ADJ" and not word.ent_type_)


def _left_edge(token: Token) -> tuple[int, int, bool]:
    """Return (first token of the whole phrase, first token of the title, whether it is a former function)."""
    at, start, former = token.i, token.i, False
    known = at
    while at > sent_of(token).start:
        word = unaccented(token.doc[at - 1].text)
        if word in title_words("former") or (word == "-" and at > 1 and unaccented(token.doc[at - 2].text) == "ex"):
            former = True
        elif word in title_words("kept"):
            start = at - 1
        elif word not in title_words("skipped") | title_words("article"):
            if not _is_told(token, at - 1):
                return known, start, former
            at -= 1
            continue
        at = known = at - 1
        if word in title_words("article"):
            break
    return at, start, former
