"""Where the trained model's opinion has the last word: what the rules leave open, measured kind by kind.

The rules decide well what a lexicon or a head noun tells; the model, what only the sentence tells: where a name of
small letters ends ("Les Fondeurs debout"), whether a bare word is a work. Each case below was kept because the model
was right more often than the rules on articles that neither had seen (`corpus/gold/names`, the model trained on other
thirds of it) and lost nothing on press outside; F1 of mentions there rose by .010.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import pairwise
from typing import Final

from spacy.tokens import Doc, Span

from factuel.annotation.names.candidate import Decided
from factuel.annotation.names.endings import TIES, extend
from factuel.annotation.names.reading import Reading

_RETYPED: Final[Mapping[tuple[str, str], float]] = {
    ("ORG", "MISC"): 2.5,
    ("PER", "MISC"): 1.0,
    ("PER", "ORG"): 0.7,
    ("ORG", "LOC"): 0.5,
    ("PER", "LOC"): 0.5,
}
"""How little more evidence a label has than the next for the model's to take its place."""
_BEGUN: Final = frozenset({("ORG", "LOC"), ("ORG", "MISC"), ("PER", "ORG")})
"""Labels of the rules and the model where the model's earlier beginning is taken."""
_UNSURE: Final = 1.0
_SURE: Final = 3.0
PERSON: Final = 2.0
"""Margin of a person named in full, whom no opinion takes into a body ("le ministre des Sports Laure Vasselin")."""
_BEFORE_PLACES: Final[Mapping[str, frozenset[str]]] = {
    "ORG": frozenset({"la", "l'", "l’", "du", "au", "d'", "d’"}),
    "PER": frozenset({"de", "à"}),
    "MISC": frozenset(),
}
"""Words before a name that nobody knows, by the rules' label, where the model may see a place."""
_OWN_NAMES: Final = frozenset({"union", "écurie", "distillerie", "groupement", "agence"})
"""Nouns that stay in the name whatever the model says: they are most of it ("union locale CGT")."""
_GIVEN_OR_TITLE: Final = frozenset({"Cheikh", "Pape", "Mame", "Serigne"})
_NOT_GIVEN: Final = frozenset({"François", "Jean-Paul", "Benoît", "Pie", "Paul", "Jean", "Léon", "Clément"})
"""After "Pape" the name of one in Rome, mostly."""
_CODE: Final = re.compile(r"\d[A-Z]{2,}[A-Za-z]*$")
_FEW: Final = 2
_AT: Final = frozenset({"à", "au", "aux", "en"})
"""Before a place, these say where a body is: they part its name from it."""
_ARTICLES: Final = frozenset({"le", "la", "les", "l'", "l’", "à", "au", "aux", "en"})
SEPARATORS: Final = frozenset({",", "et", "ou", "/", ";", ":", "(", "-", "–"})
QUOTES: Final = frozenset({"«", '"', "“", "''", "‘’"})


def follow(doc: Doc, opinions: Iterable[Span], decided: list[Decided]) -> Iterator[Decided]:
    """Yield the names in order, changed where the model's opinion counts for more."""
    spans = [Decided(span.start, span.end, span.label_) for span in opinions]
    joined = _join(doc, decided, {span.start: span for span in spans})
    starts, ends = {span.start: span for span in spans}, {span.end: span for span in spans}
    edges = [0, *(name.end for name in joined)]
    limits = [following.start for _, following in pairwise(joined)] + [len(doc)] * bool(joined)
    fellow: Decided | None = None
    for name, floor, limit in zip(joined, edges, limits, strict=False):
        if _is_doubtful(doc, name, spans):
            continue
        name = _without_head(doc, name, ends.get(name.end))
        name = _retype(doc, name, starts.get(name.start))
        name = _begin_earlier(name, ends.get(name.end), floor)
        name = _with_given_name(doc, _like_its_fellow(doc, name, fellow), floor)
        name = extend(doc, name, starts.get(name.start), limit)
        if name.label == "PER" and any(token.text.isdigit() for token in doc[name.start : name.end]):
            name = replace(name, label="ORG")
        fellow = name
        yield name


def announced_by_model(r: Reading, opinions: Iterable[Span], decided: list[Decided]) -> list[Decided]:
    """Return `decided`, in order, with the organisations that only the model sees, where a noun announces them at
    once ("le label nocturnal") or a number and capitals make them ("4LOQ")."""
    taken = {i for name in decided for i in range(name.start, name.end)}
    found = [
        Decided(span.start, span.end, "ORG", 0.0, True)
        for span in opinions
        if span.label_ == "ORG" and taken.isdisjoint(range(span.start, span.end)) and _is_evident(r, span)
    ]
    return sorted(decided + found, key=lambda name: name.start)


def _is_evident(r: Reading, span: Span) -> bool:
    i = span.start
    if span.end == i + 1 and _CODE.match(r.text[i]):
        return not r.shout[i]
    if not i or r.text[span.end - 1] in TIES or r.newline[i - 1] or r.pos[i] in {"ADJ", "VERB", "ADP"}:
        return False
    heads = [head for head in r.lexicon.heads.get(r.low[i - 1], ()) if len(head.words) == 1]
    announced = bool(heads) and heads[0].label == "ORG" and heads[0].direct == "out"
    return announced and (r.text[i][0].isupper() or not r.is_adjective(i))


def _join(doc: Doc, decided: list[Decided], starts: Mapping[int, Decided]) -> list[Decided]:
    """Make one name of several in a row that the model sees as one ("Forces" and "Colombie")."""
    at_end = {name.end: name for name in decided}
    joined: list[Decided] = []
    for name in decided:
        if joined and name.end <= joined[-1].end:
            continue
        whole = starts.get(name.start)
        last = at_end.get(whole.end) if whole is not None else None
        parts = whole is not None and last is not None and last.start >= name.end
        joined.append(whole if whole and last and parts and _is_one(doc, name, last, whole) else name)
    return joined


def _is_one(doc: Doc, first: Decided, last: Decided, whole: Decided) -> bool:
    """Return whether nothing parts the names from `first` to `last`; "de" before a town does (ANPE de Vesoul) when
    the first is an acronym or known."""
    between = [token.text for token in doc[first.end : last.start]]
    if any(token.text in SEPARATORS or token.is_space for token in doc[first.end : last.start]):
        return False
    if any(token.is_space for token in doc[whole.start : whole.end]):
        return False
    if whole.label != "PER" and last.label == "PER" and (whole.label == "MISC" or last.margin >= PERSON):
        return False
    if whole.label == "MISC" and last.firm:
        return False
    tied = bool(between) and all(text in TIES for text in between)
    if not tied:
        return not (doc[first.end - 1].text.isupper() and last.label == "LOC" and between[:1] == ["pour"])
    if last.label == "LOC":
        known = first.firm or doc[first.end - 1].text.isupper()
        near = len(between) <= _FEW and not _AT.intersection(between)
        return near and not known and {whole.label, first.label} == {"ORG"}
    return between[0] not in _ARTICLES


def _is_doubtful(doc: Doc, name: Decided, spans: list[Decided]) -> bool:
    """Return whether the rules hardly know an organisation where the model sees nothing, outside quotation marks."""
    if not doc.has_annotation("ENT_IOB") or (name.start and doc[name.start - 1].text in QUOTES):
        return False
    if name.label != "ORG" or name.firm or name.margin >= _UNSURE:
        return False
    return not any(span.start < name.end and name.start < span.end for span in spans)


def _retype(doc: Doc, name: Decided, opinion: Decided | None) -> Decided:
    if opinion is None or opinion.end != name.end or name.firm:
        return name
    if name.label == "ORG" and doc[name.end - 1].text.isdigit():
        return name
    before = doc[name.start - 1].lower_ if name.start else ""
    if opinion.label == "LOC" and before not in _BEFORE_PLACES.get(name.label, ()):
        return name
    return replace(name, label=opinion.label) if name.margin < _RETYPED.get((name.label, opinion.label), 0.0) else name


def _without_head(doc: Doc, name: Decided, opinion: Decided | None) -> Decided:
    """Leave a noun in small letters outside the name that follows it at once ("la fondation Lescot"), as the model."""
    if opinion is None or not name.firm or (name.label, opinion.label) != ("ORG", "ORG"):
        return name
    nouns = doc[name.start : opinion.start]
    if not nouns or not doc[opinion.start].text[:1].isupper() or len(nouns) > _FEW:
        return name
    plain = all(word.text.islower() and word.text not in TIES | _OWN_NAMES for word in nouns)
    return replace(name, start=opinion.start) if plain else name


def _like_its_fellow(doc: Doc, name: Decided, fellow: Decided | None) -> Decided:
    """Make a lone word hardly taken for a person what "et" joins it to ("les sociétés Lumel (LM) et Novel")."""
    if fellow is None or (fellow.label, name.label) != ("ORG", "PER") or fellow.margin < _SURE:
        return name
    between = [token.text for token in doc[fellow.end : name.start]]
    alone = name.end == name.start + 1 and not name.firm and name.margin < _UNSURE
    return replace(name, label="ORG") if alone and between in (["et"], [")", "et"]) else name


def _with_given_name(doc: Doc, name: Decided, floor: int) -> Decided:
    """Give a person the given name that elsewhere is a title ("Cheikh Anta Diop", not "le cheikh Bentounes")."""
    before = name.start - 1
    given = name.label == "PER" and before >= floor and doc[before].text in _GIVEN_OR_TITLE
    roman = given and doc[before].text == "Pape" and doc[name.start].text in _NOT_GIVEN
    return replace(name, start=before) if given and not roman else name


def _begin_earlier(name: Decided, opinion: Decided | None, floor: int) -> Decided:
    if opinion is None or name.firm or not floor <= opinion.start < name.start:
        return name
    person = name.label == "PER" and name.margin >= PERSON
    taken = (name.label, opinion.label) in _BEGUN and not person
    return replace(name, start=opinion.start, label=opinion.label) if taken else name
