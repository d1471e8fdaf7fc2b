"""Articles that repeat others: what is found, what is not, and that a resumed run says the same."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factuel.runs.duplicates import DuplicateFinder
from factuel.runs.extraction import extract_to_folder
from factuel.runs.settings import RunConfig
from factuel.runs.signatures import LEAST_WORDS, PERMUTATIONS, resemblance, signature

DISPATCH = [
    "Le fabricant de joints Ormel a annoncé mardi la fermeture de son atelier de Gérardmer, qui emploie 43 personnes.",
    "La direction invoque la hausse du prix du caoutchouc et la perte de son premier client, un équipementier allemand.",
    "Les salariés, réunis devant les grilles dès six heures, ont voté la grève jusqu'à la réunion prévue jeudi à Épinal.",
    "« Nous apprenons cela par un courriel », s'est indignée leur déléguée, Maryse Kettani, qui demande un médiateur.",
    "La préfecture des Vosges dit suivre le dossier. L'entreprise avait déjà supprimé douze postes il y a deux ans.",
]
OTHER = [
    "Le fabricant de volets Brissac a inauguré lundi son atelier de Mayenne, où travaillent désormais 61 personnes.",
    "Sa direction mise sur la rénovation des logements et sur un contrat signé avec un promoteur de la région nantaise.",
    "Les visiteurs, accueillis par la fanfare, ont parcouru la ligne de peinture qui a coûté deux millions d'euros en tout.",
    "« Nous avons doublé la surface », se félicite le directeur du site, Yann Guéguen, qui prévoit vingt embauches au printemps.",
]


def text(paragraphs: list[str], title: str = "Une usine ferme") -> str:
    return "\n\n".join([title, *paragraphs])


@pytest.mark.parametrize(
    ("other", "same"),
    [
        (text(DISPATCH), True),
        (text(DISPATCH, "Gérardmer : l'atelier Ormel condamné"), True),
        (text(DISPATCH[:4]), True),
        (text([paragraph.replace("mardi", "hier") for paragraph in DISPATCH]), True),
        (text(OTHER), False),
        (text(DISPATCH[:1] + OTHER), False),
        ("Une brève", False),
    ],
)
def test_what_repeats_and_what_does_not(other: str, same: bool) -> None:
    finder = DuplicateFinder()
    assert finder.original("first", signature(text(DISPATCH))) is None
    assert (finder.original("second", signature(other)) == "first") is same


def test_copies_of_copies_point_to_the_first() -> None:
    finder = DuplicateFinder()
    found = [finder.original(name, signature(text(DISPATCH, name))) for name in ("a", "b", "c")]
    assert found == [None, "a", "a"]


def test_short_texts_are_never_duplicates() -> None:
    assert signature("mot " * (LEAST_WORDS - 1)) == b""
    finder = DuplicateFinder()
    assert finder.original("a", b"") is finder.original("b", b"") is None


@given(st.text())
def test_any_text_resembles_itself(content: str) -> None:
    signed = signature(content * 9)
    assert signed == signature(content * 9)
    assert signed == b"" or (len(signed) == 4 * PERMUTATIONS and resemblance(signed, signed) == 1.0)


PAGES = {"a": text(DISPATCH), "b": text(OTHER), "c": text(DISPATCH, "Grève à Gérardmer"), "d": text(DISPATCH)}


@pytest.fixture(scope="module")
def sources(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    folder = tmp_path_factory.mktemp("duplicates")
    for name, content in PAGES.items():
        (folder / f"{name}.txt").write_text(content, encoding="utf-8")
    return [str(folder / f"{name}.txt") for name in PAGES]


@pytest.fixture(scope="module")
def run(sources: list[str], tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("run")
    extract_to_folder(sources, folder, RunConfig())
    return folder


def test_a_run_marks_them_and_counts_their_facts_apart(run: Path) -> None:
    articles = [json.loads(line) for line in (run / "articles.jsonl").read_text(encoding="utf-8").splitlines()]
    first = articles[0]["id"]
    assert [article["duplicate_of"] for article in articles] == [None, None, first, first]
    counts = json.loads((run / "manifest.json").read_text(encoding="utf-8"))["counts"]
    facts = [json.loads(line) for line in (run / "facts.jsonl").read_text(encoding="utf-8").splitlines()]
    repeated = [fact for fact in facts if fact["article_id"] in {article["id"] for article in articles[2:]}]
    assert (counts["duplicates"], counts["facts_of_duplicates"], counts["facts"]) == (2, len(repeated), len(facts))
    assert repeated


def test_a_resumed_run_marks_the_same(run: Path, sources: list[str], tmp_path: Path) -> None:
    class Stop(Exception):
        pass

    heard: list[object] = []

    def stop(page: object) -> None:
        heard.append(page)
        if len(heard) == 2:
            raise Stop

    with pytest.raises(Stop):
        extract_to_folder(sources, tmp_path, RunConfig(), on_page=stop)
    extract_to_folder(sources, tmp_path, RunConfig(), existing="resume")
    assert (tmp_path / "articles.jsonl").read_bytes() == (run / "articles.jsonl").read_bytes()
