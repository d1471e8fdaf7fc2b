"""What curators decided, as judged facts to learn confidence from, and what they gain on the gold."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

import sqlalchemy as sa
from spacy.language import Language

from factuel.assembly import annotate
from factuel.facts.confidence import chance, features
from factuel.facts.extraction import extract_facts
from factuel.outputs.reading import read_articles
from factuel.records import FACT
from factuel.review.database import Database
from factuel.review.identity import content_key
from factuel.review.tables import ITEM
from factuel.training.confidence import Example


def read_decided(nlp: Language, run: Path, database: Database) -> Iterator[Example]:
    """Yield the facts of a run that curators judged, with the clues that their rules left.

    Their articles are extracted again, since a run keeps the calibrated confidence only; a fact that is no longer found
    is left out. An accepted fact is right, a rejected one wrong, a corrected one wrong if the correction changed what
    it says. They count like articles that nobody tuned on.
    """
    verdicts = _verdicts(database)
    for article in read_articles(run):
        judged = verdicts.get(article.id)
        if not judged:
            continue
        entities, facts = extract_facts(annotate(nlp, article), article, calibrated=False)
        known = {entity.id: entity for entity in entities}
        for fact in facts:
            key = content_key(fact), fact.evidence.start
            if key in judged:
                yield Example(features(fact, known, article), judged[key], 1.0)


def _verdicts(database: Database) -> Mapping[str, dict[tuple[str, int], bool]]:
    """Return by article whether each judged fact is right, by its content and where its evidence begins."""
    query = sa.select(ITEM).where(
        ITEM.c.extracted.is_not(None), ITEM.c.state.in_(("accepted", "rejected", "corrected"))
    )
    found: dict[str, dict[tuple[str, int], bool]] = {}
    with database.reading() as connection:
        for row in connection.execute(query):
            held = FACT.validate_json(row.current_record) if row.current_record else None
            right = row.state != "rejected" and held is not None and content_key(held) == row.content
            found.setdefault(row.article_id, {})[row.content, row.start_char] = right
    return found


def brier(weights: Mapping[str, float], examples: Iterable[Example]) -> float:
    """Return the mean squared error of the chances that the weights give to judged facts (0 is perfect; Brier 1950)."""
    errors = [(chance(example.clues, weights) - example.right) ** 2 for example in examples]
    return sum(errors) / len(errors) if errors else 0.0


def gain(before: Mapping[str, float], after: Mapping[str, float], dev: Sequence[Example]) -> str:
    """Return in one line what the decisions gained on the gold's dev split."""
    return f"Brier score on dev {brier(before, dev):.4f} without the decisions, {brier(after, dev):.4f} with them"
