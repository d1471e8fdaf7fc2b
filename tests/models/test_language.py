"""The shortened tokenizer pattern must cut French text as the published one does."""

from pathlib import Path

import pytest
import spacy

from factuel.models import read_words
from factuel.models.language import load_french

ROOT = Path(__file__).parents[2]
LEFT_OUT = ["lemmatizer", "attribute_ruler", "senter"]
HARD = (
    "L'entr'ouverture d'un porte-à-faux, aujourd'hui, au rez-de-chaussée : Saint-Étienne-du-Rouvray, J.-C. et Œuilly. "
    "Le vice-président de l'Île-d'Yeu, M. Ðurić, sous-préfet à Łódź ; 12,5 % — n° 3 — l’arrière-pays, grand-mère."
)


@pytest.fixture(scope="module")
def pipelines():
    return load_french("fr_core_news_md", LEFT_OUT), spacy.load("fr_core_news_md", exclude=LEFT_OUT)


def test_load_french_cuts_the_same_tokens(pipelines):
    ours, published = pipelines
    for word in read_words("joined_words"):
        for form in (word, word.capitalize()):
            published.tokenizer.add_special_case(form, [{"ORTH": form}])
    texts = [HARD, *(path.read_text(encoding="utf-8") for path in sorted((ROOT / "corpus/gold/dev").glob("*.gold")))]
    for text in texts:
        assert [token.text for token in ours.make_doc(text)] == [token.text for token in published.make_doc(text)]


def test_a_noun_with_a_hyphen_is_one_token(pipelines):
    ours, _ = pipelines
    assert [token.text for token in ours.make_doc("La start-up, de Brest-Sud")] == [
        *("La", "start-up", ",", "de", "Brest", "-", "Sud")
    ]


def test_load_french_gives_the_same_analysis(pipelines):
    ours, published = (nlp(HARD) for nlp in pipelines)
    assert [(t.pos_, t.dep_, t.head.i, t.ent_type_) for t in ours] == [
        (t.pos_, t.dep_, t.head.i, t.ent_type_) for t in published
    ]


def test_load_french_names_a_missing_model():
    with pytest.raises(ModuleNotFoundError, match="fr_no_such_model"):
        load_french("fr_no_such_model", [])
