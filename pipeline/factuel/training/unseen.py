"""The articles of corpus/gold/train that are kept for measuring what was fitted: those whose names begin with x."""

from __future__ import annotations

from factuel.corpus.gold import GoldArticle


def is_unseen(article: GoldArticle) -> bool:
    """Return whether an article is one that names and figures are not fitted on; confidence trusts it most."""
    return article.id.startswith("x")
