"""The type of a page, and whether it shows the whole article."""

from __future__ import annotations

import pytest

from factuel.cleaning.metadata.page_type import is_truncated, read_page_type
from factuel.records import Discarded

BODY = ["Le conseil municipal de Valcourt s'est réuni lundi soir pour voter son budget. " * 6] * 4


@pytest.mark.parametrize(
    ("kind", "url", "label", "expected"),
    [
        ("LiveBlogPosting", None, None, "live"),
        ("OpinionNewsArticle", None, None, "opinion"),
        ("NewsArticle", "https://exemple.fr/politique/live/2024/budget.html", None, "live"),
        ("NewsArticle", "https://exemple.fr/opinions/budget", None, "opinion"),
        ("article", "https://exemple.fr/diaporama/budget", None, "gallery"),
        ("article", "https://exemple.fr/region/budget", "DIRECT. Le budget de Valcourt", "live"),
        ("article", None, "En direct : le budget de Valcourt", "live"),
        ("article", None, "Tribune", "opinion"),
        ("article", None, "ENTRETIEN | « Le budget est voté »", "interview"),
        ("article", "https://exemple.fr/region/live", "Le budget de Valcourt", "article"),
        ("article", None, "Directeur de l'hôpital : le choix de Valcourt", "article"),
        ("article", None, "Direct du droit : le boxeur de Valcourt titré", "article"),
        (None, None, None, "article"),
    ],
)
def test_type_as_said(kind: str | None, url: str | None, label: str | None, expected: str) -> None:
    assert read_page_type(kind, url, (None, label), BODY) == expected


def test_type_as_the_text_shows() -> None:
    dialogue = [line for _ in range(4) for line in ("Quand le budget sera-t-il voté ?", "Il le sera lundi. " * 20)]
    assert read_page_type(None, None, (), dialogue) == "interview"
    assert read_page_type(None, None, (), ["La mairie sera fermée lundi."]) == "brief"
    assert read_page_type(None, None, (), [*BODY, "Que faire ?", "Rien."]) == "article"


@pytest.mark.parametrize(
    ("kind", "text", "expected"),
    [
        ("subscription", "Il vous reste 57 % de cet article à lire.", True),
        ("subscription", "La suite est réservée aux abonnés.", True),
        ("subscription", "Article réservé aux abonnés", True),
        ("subscription", "Recevez chaque matin notre lettre.", False),
        ("other", "Il reste 57 % de chances.", False),
    ],
)
def test_truncated_when_the_page_says_so(kind: str, text: str, expected: bool) -> None:
    assert is_truncated([Discarded(kind=kind, text=text)], None, BODY) is expected  # type: ignore[arg-type]


def test_truncated_when_not_free_and_cut_short() -> None:
    assert is_truncated([], False, ["Le budget a été…"])
    assert not is_truncated([], True, ["Le budget a été…"])
    assert not is_truncated([], False, ["Le budget a été voté."])
