"""Two annotations of the same articles: the second is read as if a program had produced it, so that F1 is agreement.

What either annotator says is right either way does not count for or against: the second one's optional names and dates
make those of the first at the same place optional, and its optional facts are named in `Answer.either`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from factuel.corpus.gold import GoldArticle, GoldError, GoldFact, GoldMention, read_gold
from factuel.evaluation.annotated_facts import FactReader, date_record
from factuel.evaluation.answer import Answer
from factuel.outputs.run_folder import MANIFEST
from factuel.records import (
    DateMention,
    Entity,
    Mention,
    content_id,
)


def is_annotation(path: Path) -> bool:
    """Return whether a path is gold, not a run: one `.gold` file, or a folder that holds some and no manifest."""
    if path.is_file():
        return path.suffix == ".gold"
    return not (path / MANIFEST).exists() and next(path.rglob("*.gold"), None) is not None


def pair_annotations(first: Path, second: Path) -> Iterator[tuple[GoldArticle, Answer]]:
    """Yield the articles that both folders annotate, in the order of the first, with the second's as an answer.

    Dates are scored when both folders have any. Raises GoldError for broken gold, for two annotations of different
    texts, and when no article is in both folders.
    """
    others = {article.id: article for article in read_gold(second)}
    articles = read_gold(first)
    dated = all(_has_dates(folder) for folder in (articles, others.values()))
    if articles and not any(article.id in others for article in articles):
        raise GoldError(f"{second} annotates no article of {first}")
    for article in articles:
        if article.id in others:
            yield pair(article, others[article.id], dated=dated)


def _has_dates(articles: Iterable[GoldArticle]) -> bool:
    return any(fact.type == "date" for article in articles for fact in article.facts)


def pair(first: GoldArticle, second: GoldArticle, *, dated: bool) -> tuple[GoldArticle, Answer]:
    """Return the first annotation, optional where the second's names and dates are, and the second as an answer."""
    if first.text != second.text:
        raise GoldError(f"{second.path} does not annotate the text of {first.path}: they differ")
    entities = _entities(first, second)
    reader = FactReader(second, {entity.name: entity.id for entity in reversed(entities)}, _names_in(first))
    facts = [(reader.fact(fact, n), fact.optional) for n, fact in enumerate(second.facts) if fact.type != "date"]
    answer = Answer(
        second.text,
        entities,
        tuple(fact for fact, _ in facts),
        tuple(_dates(second)) if dated else None,
        frozenset(fact.id for fact, optional in facts if optional),
    )
    return _soften(first, second), answer


def _soften(first: GoldArticle, second: GoldArticle) -> GoldArticle:
    """Make names and dates optional where the second annotation says that they are right either way."""
    optional = {(mention.start, mention.end) for mention in second.mentions if mention.optional}
    mentions = (
        replace(mention, optional=True) if (mention.start, mention.end) in optional else mention
        for mention in first.mentions
    )
    facts = (
        replace(fact, optional=True) if fact.type == "date" and _either_date(fact, second) else fact
        for fact in first.facts
    )
    return replace(first, mentions=tuple(mentions), facts=tuple(facts))


def _either_date(date: GoldFact, second: GoldArticle) -> bool:
    near = [fact for fact in second.facts if fact.type == "date" and fact.start < date.end and date.start < fact.end]
    return bool(near) and all(fact.optional for fact in near)


def _entities(first: GoldArticle, second: GoldArticle) -> tuple[Entity, ...]:
    """Return the second annotation's entities: its names that are not optional, by canonical name and type.

    Where several types are right, that of the most mentions of the name is taken, then that of the first annotation.
    """
    wanted = {(mention.start, mention.end): mention.types for mention in first.mentions}
    groups: dict[str, list[GoldMention]] = {}
    for mention in second.mentions:
        if not mention.optional:
            groups.setdefault(mention.name, []).append(mention)
    entities: list[Entity] = []
    for name, left in groups.items():
        while left:
            kind = _commonest_type(left, wanted)
            entities.append(_entity(second.id, name, kind, [mention for mention in left if kind in mention.types]))
            left = [mention for mention in left if kind not in mention.types]
    return tuple(entities)


def _commonest_type(mentions: list[GoldMention], wanted: Mapping[tuple[int, int], frozenset[str]]) -> str:
    def weight(kind: str) -> tuple[int, int]:
        having = [mention for mention in mentions if kind in mention.types]
        return len(having), sum(kind in wanted.get((mention.start, mention.end), ()) for mention in having)

    return max(sorted({kind for mention in mentions for kind in mention.types}), key=weight)


def _entity(article_id: str, name: str, kind: str, mentions: list[GoldMention]) -> Entity:
    forms = dict.fromkeys(mention.text for mention in mentions if mention.text != name)
    return Entity.model_validate(
        {
            "id": content_id("e", article_id, kind, name),
            "article_id": article_id,
            "type": kind,
            "name": name,
            "aliases": tuple(forms),
            "mentions": tuple(Mention(text=one.text, start=one.start, end=one.end) for one in mentions),
            "confidence": 1,
        }
    )


def _dates(article: GoldArticle) -> Iterator[DateMention]:
    for fact in article.facts:
        if fact.type == "date" and not fact.optional:
            yield date_record(fact, fact.keys["edtf"], fact.keys.get("modifier"))


def _names_in(article: GoldArticle) -> frozenset[str]:
    """Return all that an annotation names in its facts; where several names are right, each of them."""
    values = [value for fact in article.facts for value in fact.keys.values()]
    texts = [text for value in values for text in (value if isinstance(value, list) else [value])]
    return frozenset(name for text in texts if isinstance(text, str) for name in text.split("|"))
