"""What figures count and whom they are about, on short articles written before the rules and weights were."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

import factuel
from factuel.evaluation.similarity import overlap, same_name

ARTICLES = Path(__file__).with_name("figure_articles.txt").read_text(encoding="utf-8")
SHARES = {"of": 0.9, "subject": 0.8}
"""At least these shares of the annotated are right: the demands of issue 4."""


def judged() -> list[tuple[str, bool]]:
    """Return each annotated detail, "of" or "subject", and whether the program is right."""
    found = []
    for block in re.split(r"^== ?\n", ARTICLES, flags=re.MULTILINE)[1:]:
        lines = block.strip("\n").split("\n")
        text = "\n".join(line for line in lines if not line.startswith("> "))
        found.extend(judged_article(text, [line[2:].split(" | ") for line in lines if line.startswith("> ")]))
    return found


def judged_article(text: str, wanted: list[list[str]]) -> list[tuple[str, bool]]:
    result = factuel.extract(text, published=date(2024, 3, 12))
    figures = [fact for fact in result.facts if fact.type == "figure"]
    details, at = [], 0
    for words, of, subject in wanted:
        at = result.article.text.index(words, at)
        end = at + len(words)
        figure = next((f for f in figures if f.measure.start < end and at < f.measure.end), None)
        said = figure.of if figure else None
        name = figure.subject.name if figure and figure.subject else None
        phrases, names = of.split("/"), subject.split("/")
        if of != "-":
            details.append(("of", any(overlap(said, phrase) >= 0.5 for phrase in phrases)))
        if subject != "-":
            details.append(("subject", same_name(name, names)))
        at = end
    return details


@pytest.fixture(scope="module")
def details() -> list[tuple[str, bool]]:
    return judged()


@pytest.mark.parametrize("detail", sorted(SHARES))
def test_share_right(details, detail):
    right = [good for name, good in details if name == detail]
    assert len(right) > 130
    assert sum(right) / len(right) >= SHARES[detail]
