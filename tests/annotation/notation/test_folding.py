from hypothesis import given
from hypothesis import strategies as st

from factuel.annotation.notation.folding import fold


@given(st.text())
def test_fold_keeps_every_offset(text: str) -> None:
    assert len(fold(text)) == len(text)


@given(st.text())
def test_fold_is_idempotent(text: str) -> None:
    assert fold(fold(text)) == fold(text)


def test_fold_brings_variants_together() -> None:
    assert fold("DÉCEMBRE\u00a0l’été–1\u202f000 m²") == "decembre l'ete-1 000 m2"


def test_fold_keeps_line_breaks_and_other_scripts() -> None:
    assert fold("a\n中Ж") == "a\n中Ж"
