"""How sure facts are: the weights of models/lexicons/confidence_weights.tsv, fitted on judged facts.

A logistic regression of "right or wrong" on the clues of `factuel.facts.confidence`. Facts of articles that rules were
tuned on look surer than those of any other; hence the articles of corpus/gold/train whose names begin with `x`, which
nobody had tuned a rule on when these weights were fitted, weigh most.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from spacy.language import Language

from factuel.assembly import annotate
from factuel.cleaning import clean_page
from factuel.corpus.gold import GoldArticle, read_gold
from factuel.evaluation import evaluate
from factuel.facts.confidence import features
from factuel.facts.extraction import extract_facts
from factuel.records import Extraction, PageMetadata, RawPage
from factuel.training.unseen import is_unseen

_WEIGHT_OF_TUNED: Final = 0.15
"""An article that rules were tuned on counts this much beside an unseen one."""
_STRENGTH: Final = 0.3
"""Inverse of the regularisation (scikit-learn's C): small, for there are some hundred judged facts a type."""
_RARE: Final = 8
"""A clue that fewer facts have gets no weight."""
HEADER: Final = (
    "# How much each clue speaks for a fact being right (log-odds).\n"
    "# Source: fitted on corpus/gold/train by factuel.training.confidence, not written by hand.\n"
)


@dataclass(frozen=True)
class Example:
    """A judged fact: its clues, whether it is right, and how much it counts."""

    clues: dict[str, float]
    right: bool
    weight: float


def read_examples(nlp: Language, gold: Path) -> list[Example]:
    """Return the judged facts of a folder of gold, extracted with the confidence of their rules."""
    articles = read_gold(gold)
    extractions = {article.id: _extract(nlp, article) for article in articles}
    found = {(name, fact.id): fact for name, extraction in extractions.items() for fact in extraction.facts}
    examples = []
    unseen = {article.id for article in articles if is_unseen(article)}
    for judged in evaluate(articles, extractions.values()).total.judgements:
        extraction = extractions[judged.article]
        entities = {entity.id: entity for entity in extraction.entities}
        clues = features(found[judged.article, judged.fact], entities, extraction.article)
        weight = 1.0 if judged.article in unseen else _WEIGHT_OF_TUNED
        examples.append(Example(clues, judged.right, weight))
    return examples


def _extract(nlp: Language, gold: GoldArticle) -> Extraction:
    metadata = PageMetadata(charset="utf-8", published=gold.published)
    page = RawPage(uri=f"{gold.id}.txt", content=gold.text.encode(), media_type="text/plain", metadata=metadata)
    article = clean_page(page)
    entities, facts = extract_facts(annotate(nlp, article), article, calibrated=False)
    return Extraction(article=article, entities=entities, facts=facts)


def fit(examples: Sequence[Example]) -> dict[str, float]:
    """Return the weight of each clue, by name. Needs scikit-learn (`pip install 'factuel[dev]'`)."""
    import numpy as np
    from sklearn.linear_model import LogisticRegression

    seen = Counter(name for example in examples for name in example.clues)
    names = sorted(name for name, count in seen.items() if count >= _RARE)
    table = np.array([[example.clues.get(name, 0.0) for name in names] for example in examples])
    model = LogisticRegression(C=_STRENGTH, fit_intercept=False, max_iter=5000)
    model.fit(table, [example.right for example in examples], [example.weight for example in examples])
    return {name: round(float(weight), 3) for name, weight in zip(names, model.coef_[0], strict=True)}
