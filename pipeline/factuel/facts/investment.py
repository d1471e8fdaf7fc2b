"""`investment`: money put by someone into something, as a verb ("investit 3 M€", "cofinancé par") or a noun ("un
investissement de 3 M€", "une levée de fonds"). Without a sum of money in the clause nothing is said."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from spacy.tokens import Span, Token

from factuel.facts.bare_sums import as_money, share_of_sum
from factuel.facts.context import FactContext
from factuel.facts.doc_tables import text_sentence
from factuel.facts.factuality import factuality_of
from factuel.facts.funding import read_funding
from factuel.facts.money_words import Funding
from factuel.facts.remainders import read_remainders
from factuel.facts.shares import read_share
from factuel.facts.syntax import is_finite, phrase_bounds
from factuel.models import read_words, verb_forms
from factuel.records import Factuality, FigureMention, Investment, Measure

_PERIODS: Final = frozenset({None, "year", "month", "season", "saison"})
_PURPOSE: Final = frozenset({"pour", "dans", "afin"})
_LABEL: Final = 8
"""Words from a label to its sum."""
_SMALLEST: Final = 300
"""Units of any currency below which a sum is a price or a gift, not money put into something (own choice)."""


def extract(context: FactContext) -> Iterator[Investment]:
    """Yield one investment for each sum that a verb or noun of funding governs, each share that somebody pays, and each
    rest of a cost."""
    for span in context.doc.spans.get("figures", ()):
        figure: FigureMention = span._.figure
        if figure.measure.unit == "percent":
            share = read_share(context, span)
            if share is not None:
                part = None if share.anchor.lower_ in verb_forms("stake_verbs") else share_of_sum(context, span)
                yield _record(context, share, figure, part)
            continue
        figure = as_money(context, span) or figure
        if figure.measure.kind != "money" or figure.measure.per not in _PERIODS or _is_other_money(span, figure):
            continue
        found = read_funding(context, span)
        if found is not None:
            yield _record(context, found, figure)
    for word, rest in read_remainders(context):
        yield _record_rest(context, rest, word)


def _is_other_money(span: Span, figure: FigureMention) -> bool:
    """Return whether the sum is a budget, a turnover, a price, wages or damages, or says another one anew ("soit")."""
    sentence = text_sentence(span.root)
    stops = read_words("investment_stops")
    before = [w.lower_ for w in span.doc[max(sentence.start, span.start - 5) : span.start] if not w.ent_type_]
    after = [w.lower_ for w in span.doc[span.end : min(span.end + 3, sentence.end)] if not w.ent_type_]
    after = [] if after[:1] == ["("] else after
    judged = any(word.lower_.startswith("condamn") for word in span.doc[sentence.start : span.start])
    small = figure.measure.value is not None and figure.measure.value < _SMALLEST
    changed = before[-1:] == ["de"] and after[:1] == ["à"] and any(w[:1].isdigit() for w in after) and "%" not in after
    earlier = any(s.start >= sentence.start and s.end <= span.start for s in span.doc.spans.get("figures", ()))
    refused = any(word.lower_ in {"renoncer", "renoncé", "renonce"} for word in span.doc[sentence.start : span.start])
    held = "augmentation" not in before and before[-1:] != ["pour"]
    before = before if held else [w for w in before if w != "capital"]
    before = [w for w in before if w != "prix"] if read_words("price_labels") - {"prix"} & set(before) else before
    other = bool(stops & set(before)) or bool(stops & set(after[:2])) or _is_governed_by(span, stops)
    return judged or small or changed or refused or (earlier and "soit" in before[-3:]) or other


def _is_governed_by(span: Span, stops: frozenset[str]) -> bool:
    """Return whether what leads the sum's sentence is other money: "le loyer versé est de 3 000 euros", "le prix, doté
    de 3 000 euros"."""
    sentence = text_sentence(span.root)
    first = next((word for word in sentence if word.pos_ in {"NOUN", "PROPN"}), None)
    return first is not None and first.i < span.start and first.lower_ in stops and not first.ent_type_


def _record(context: FactContext, found: Funding, figure: FigureMention, part: Measure | None = None) -> Investment:
    """Return the record; `part` is the money that a share of a sum is."""
    anchor, measure = found.anchor, figure.measure
    start, end = min(anchor.idx, measure.start), max(anchor.idx + len(anchor), measure.end)
    names = [reference.name if reference else "" for reference in (found.investor, found.recipient)]
    recipient = found.recipient if found.recipient != found.investor else None
    common = context.common("investment", start, end, anchor, measure.text, *names, confidence=0.8)
    common["factuality"] = _factuality(anchor, common["factuality"])
    purpose = _purpose(context, anchor, measure.end)
    amount = measure if measure.kind == "money" else part
    return Investment(**common, investor=found.investor, recipient=recipient, amount=amount, purpose=purpose)


def _record_rest(context: FactContext, found: Funding, word: Token) -> Investment:
    """Return the investment of who pays what is left, without an amount."""
    start = min(found.anchor.idx, word.idx)
    end = max(found.anchor.idx + len(found.anchor), word.idx + len(word))
    name = found.investor.name if found.investor is not None else ""
    common = context.common("investment", start, end, found.anchor, word.text, name, confidence=0.7)
    return Investment(**common, investor=found.investor, recipient=None, amount=None, purpose=None)


def _factuality(anchor: Token, said: Factuality) -> Factuality:
    """Return "planned" for what is promised or labels what is planned ("Il bâtira une usine. Montant : 3 M€")."""
    row = verb_forms("investment_verbs").get(anchor.lower_)
    if row is not None and row["lemma"] in {"promettre", "miser"} and said in {"asserted", "planned"}:
        past = any(word.lower_ in {"avait", "avaient"} for word in anchor.doc[max(0, anchor.i - 3) : anchor.i])
        return "asserted" if past else "planned"
    sentence = text_sentence(anchor)
    if said != "asserted" or anchor.lower_ not in read_words("investment_labels") or sentence.start == 0:
        return said
    if any(is_finite(word) for word in sentence[: anchor.i + _LABEL - sentence.start]):
        return said
    before = text_sentence(anchor.doc[sentence.start - 1])
    later = any(word.pos_ == "VERB" and factuality_of(word) == "planned" for word in before)
    return "planned" if later else said


def _purpose(context: FactContext, anchor: Token, after: int) -> str | None:
    """Return "la modernisation de son usine" of "investit 3 M€ dans la modernisation de son usine"."""
    for token in text_sentence(anchor)[anchor.i - text_sentence(anchor).start :]:
        if token.lower_ in _PURPOSE and token.idx >= after and token.head.i > token.i:
            start, end = phrase_bounds(token.head, determiner=True)
            if start < token.idx + len(token):
                start = token.idx + len(token) + 1
            return context.text[start:end].strip() or None
    return None
