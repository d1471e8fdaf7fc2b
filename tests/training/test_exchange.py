import random
from pathlib import Path

import pytest

from factuel.corpus.gold import GoldArticle, read_gold, strip_marks
from factuel.training.exchange import annotated, exchanged

GOLD = Path(__file__).parents[2] / "corpus" / "gold"
MARKED = "[PER Léa Roux] quitte [LOC Arras]. Le maire d'[LOC Arras] salue Mme [PER Roux=Léa Roux], de [ORG Lumexia]."


def article(marked):
    text, mentions = strip_marks(marked)
    return GoldArticle("x", Path("x"), text, None, {}, tuple(mentions))


def test_exchanged_keeps_labels_and_offsets_on_the_whole_gold():
    rng = random.Random(3)
    for gold in read_gold(GOLD / "train"):
        text, spans = exchanged(gold, rng)
        assert [label for *_, label in spans] == [label for *_, label in annotated(gold)[1]]
        assert all(text[start:end].strip() == text[start:end] != "" for start, end, _ in spans)


@pytest.mark.parametrize("seed", range(20))
def test_exchanged_gives_one_person_one_name_and_elisions_a_vowel(seed):
    text, spans = exchanged(article(MARKED), random.Random(seed))
    names = [text[start:end] for start, end, _ in spans]
    assert names[0].endswith(names[3])
    assert names[2][0].lower() in "aeéèêiîoôuyhœ"
    assert " d'" + names[2] in text


def test_exchanged_is_the_same_for_the_same_seed():
    assert exchanged(article(MARKED), random.Random(1)) == exchanged(article(MARKED), random.Random(1))


def test_annotated_leaves_optional_names_out():
    assert annotated(article("[ORG? État] et [LOC Lens]"))[1] == [(8, 12, "LOC")]
