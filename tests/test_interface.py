"""The public names, and the README's snippets run as written."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

import factuel
from factuel.records import Extraction, Reject

ROOT = Path(__file__).parents[1]
ARTICLE = (
    "Lumexia ouvre un site\n\nLe groupe Lumexia ouvrira une usine à Douai, a annoncé mardi sa directrice, Zoé Marquis."
)
EXPORTED = {
    "ExtractionError",
    "__version__",
    "extract",
    "extract_many",
    "find_dates",
    "find_figures",
    "find_quotations",
}


def test_exported_members():
    assert set(factuel.__all__) == EXPORTED
    assert all(getattr(factuel, name) for name in EXPORTED)


def test_unknown_name_is_an_attribute_error():
    with pytest.raises(AttributeError, match="no attribute 'read'"):
        factuel.read  # noqa: B018


def test_figures_and_dates_load_no_model():
    code = (
        "import factuel, sys; factuel.find_figures('12 %'); factuel.find_dates('2024'); print('spacy' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


@pytest.mark.parametrize(
    "page",
    [
        ARTICLE,
        ARTICLE.encode(),
        f"<html><body><article><h1>Lumexia ouvre un site</h1><p>{ARTICLE[23:]}</p></article></body></html>",
    ],
)
def test_extract_takes_text_bytes_and_html(page):
    result = factuel.extract(page, published="2024-03-12")
    assert "ouvrira une usine à Douai" in result.article.text
    assert result.article.published == "2024-03-12"
    assert {"site_change"} <= {fact.type for fact in result.facts}


def test_extract_says_why_a_page_gives_nothing():
    with pytest.raises(factuel.ExtractionError, match="cleaning") as caught:
        factuel.extract("")
    assert caught.value.reject.stage == "cleaning"


def test_extract_refuses_a_publication_date_that_is_none():
    with pytest.raises(ValueError, match="hier"):
        factuel.extract(ARTICLE, published="hier")


def test_extract_many_keeps_order_and_rejects():
    results = list(factuel.extract_many([ARTICLE, "", ARTICLE.replace("Douai", "Lens")]))
    assert [type(result) for result in results] == [Extraction, Reject, Extraction]


def test_find_quotations_gives_speaker_and_offsets():
    text = "« Nous allons recruter cent personnes à Douai », annonce Zoé Marquis."
    (found,) = factuel.find_quotations(text)
    assert (text[found.start : found.end], found.speaker, found.cue, found.style) == (
        "Nous allons recruter cent personnes à Douai",
        "Zoé Marquis",
        "annonce",
        "direct",
    )


def test_readme_snippets_print_what_they_say(capsys):
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    snippets = re.findall(r"```python\n(.*?)```", readme, re.DOTALL)
    assert snippets
    for snippet in snippets:
        exec(compile(snippet, "README.md", "exec"), {})
        lines = [line for block in re.findall(r"# prints\n((?:# .*\n)+)", snippet) for line in block.splitlines()]
        expected = [line.removeprefix("# ") for line in lines]
        assert capsys.readouterr().out.splitlines() == expected
