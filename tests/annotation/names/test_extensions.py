import pytest
import spacy
from spacy.tokens import Doc, Span

from factuel.annotation.names.extensions import extend

NLP = spacy.blank("fr")


def doc_of(*words):
    return Doc(NLP.vocab, words=list(words))


@pytest.mark.parametrize(
    ("words", "opinion", "decided", "expected"),
    [
        (["Les", "Fondeurs", "debout", "parlent"], (0, 3, "ORG"), (0, 2, "ORG"), (0, 3, "ORG")),
        (["Chorals", "du", "soir", "sera"], (0, 3, "MISC"), (0, 1, "ORG"), (0, 3, "MISC")),
        (["Durance", "vivante", "agit"], (0, 2, "PER"), (0, 1, "ORG"), (0, 1, "ORG")),
        (["Lens", "Nord", "agit"], (0, 2, "ORG"), (0, 1, "LOC"), (0, 1, "LOC")),
        (["La", "Durance", "vivante"], (0, 3, "ORG"), (1, 2, "LOC"), (1, 2, "LOC")),
    ],
)
def test_extend_takes_the_end_of_an_organisation_in_small_letters_only(words, opinion, decided, expected):
    doc = doc_of(*words)
    assert list(extend(doc, [Span(doc, *opinion[:2], label=opinion[2])], [decided])) == [expected]


def test_extend_never_runs_into_the_next_name():
    doc = doc_of("Amis", "de", "lens")
    opinions = [Span(doc, 0, 3, label="ORG")]
    assert list(extend(doc, opinions, [(0, 1, "ORG"), (2, 3, "LOC")])) == [(0, 1, "ORG"), (2, 3, "LOC")]
