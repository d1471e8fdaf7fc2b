"""The named-entity component of the project: the published model's, trained further on the project's own articles."""

from __future__ import annotations

import json
import logging
import random
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from confection import Config
from spacy.language import Language
from spacy.tokens import Doc
from spacy.training import Example
from thinc.api import Adam, Optimizer, fix_random_seed

from factuel.corpus.gold import GoldArticle, read_gold
from factuel.models import resource_folder, unaccented
from factuel.models.language import load_french
from factuel.training.exchange import Spans, annotated, exchanged
from factuel.training.unseen import is_unseen

logger = logging.getLogger(__name__)
LEFT_OUT = ["lemmatizer", "attribute_ruler", "senter", "parser", "morphologizer", "tok2vec"]


@dataclass(frozen=True)
class NameScore:
    """Scores on dev, by mention with its type and exact span: of all, and F1 of each label."""

    precision: float
    recall: float
    f1: float
    by_label: dict[str, float]


def train_names(train: Iterable[Path], dev: Path, output: Path) -> NameScore:
    """Train on the gold of some folders, without unseen articles, keep the epoch best on dev, and write its weights to
    `output`.

    The same gold and settings give the same weights. Some ten minutes on two cores.
    """
    settings: dict[str, Any] = Config().from_disk(resource_folder() / "configs" / "names.cfg")["names"]
    fix_random_seed(settings["seed"])
    rng = random.Random(settings["seed"])
    nlp = load_french(settings["base"], LEFT_OUT)
    articles = [article for folder in train for article in read_gold(folder) if not is_unseen(article)]
    held_out = [_example(nlp, *annotated(article)) for article in read_gold(dev)]
    nlp.resume_training()
    optimizer = Adam(settings["learn_rate"], L2=0.01, grad_clip=1.0)
    best, kept = score_names(nlp, held_out), b""
    logger.info("before training: %s", best)
    for epoch in range(settings["epochs"]):
        losses = _epoch(nlp, list(_variants(nlp, articles, settings, rng)), settings, optimizer, rng)
        with nlp.get_pipe("ner").model.use_params(optimizer.averages):  # type: ignore[attr-defined]
            score = score_names(nlp, held_out)
            logger.info("epoch %d: loss %.0f, %s", epoch + 1, losses, score)
            if score.f1 > best.f1 or not kept:
                best, kept = score, nlp.get_pipe("ner").to_bytes(exclude=["vocab"])  # type: ignore[attr-defined]
    nlp.get_pipe("ner").from_bytes(kept, exclude=["vocab"])  # type: ignore[attr-defined]
    nlp.get_pipe("ner").to_disk(output, exclude=["vocab"])  # type: ignore[attr-defined]
    card = {"score_on_dev": asdict(best), "settings": settings, "articles": len(articles)}
    (output / "training.json").write_text(json.dumps(card, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    return best


def _epoch(
    nlp: Language, examples: list[Example], settings: dict[str, Any], optimizer: Optimizer, rng: random.Random
) -> float:
    rng.shuffle(examples)
    losses: dict[str, float] = {}
    size = max(1, settings["batch_words"] // 250)
    for first in range(0, len(examples), size):
        nlp.update(examples[first : first + size], sgd=optimizer, drop=settings["dropout"], losses=losses)
    return losses.get("ner", 0.0)


def _variants(
    nlp: Language, articles: list[GoldArticle], settings: dict[str, Any], rng: random.Random
) -> Iterator[Example]:
    for article in articles:
        yield _example(nlp, *annotated(article))
        for _ in range(settings["exchanges"]):
            text, spans = exchanged(article, rng)
            if rng.random() < settings["uppercase_titles"]:
                text, spans = _shouted(text, spans)
            if rng.random() < settings["unaccented"]:
                text, spans = _without_accents(text, spans)
            yield _example(nlp, text, spans)


def _shouted(text: str, spans: Spans) -> tuple[str, Spans]:
    """Write the title in capitals, where that changes no length."""
    end = text.find("\n")
    upper = text[:end].upper()
    return (upper + text[end:], spans) if len(upper) == end else (text, spans)


def _without_accents(text: str, spans: Spans) -> tuple[str, Spans]:
    """Strip accents, letter by letter, so that offsets stay."""
    plain = "".join(
        bare.upper() if letter.isupper() else bare
        for letter in text
        if len(bare := unaccented(letter)) == 1 or (bare := letter)
    )
    return (plain, spans) if len(plain) == len(text) else (text, spans)


def _example(nlp: Language, text: str, spans: Spans) -> Example:
    reference = nlp.make_doc(text)
    names = [reference.char_span(start, end, label=label, alignment_mode="contract") for start, end, label in spans]
    reference.set_ents([name for name in names if name is not None])
    return Example(nlp.make_doc(text), reference)


def score_names(nlp: Language, examples: list[Example]) -> NameScore:
    """Return the scores of a pipeline's entities on examples."""
    hit = found = wanted = 0
    labels: dict[str, list[int]] = {}
    for example in examples:
        predicted = _names(nlp(nlp.make_doc(example.reference.text)))
        gold = _names(example.reference)
        for label in ("PER", "ORG", "LOC", "MISC"):
            p, g = {x for x in predicted if x[2] == label}, {x for x in gold if x[2] == label}
            counts = labels.setdefault(label, [0, 0, 0])
            for index, number in enumerate((len(p & g), len(p), len(g))):
                counts[index] += number
        hit, found, wanted = hit + len(predicted & gold), found + len(predicted), wanted + len(gold)
    by_label = {label: _f1(*counts) for label, counts in labels.items()}
    return NameScore(round(hit / max(1, found), 4), round(hit / max(1, wanted), 4), _f1(hit, found, wanted), by_label)


def _f1(hit: int, found: int, wanted: int) -> float:
    return round(2 * hit / max(1, found + wanted), 4)


def _names(doc: Doc) -> set[tuple[int, int, str]]:
    return {(span.start_char, span.end_char, span.label_) for span in doc.ents}
