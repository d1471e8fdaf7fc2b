"""Loading the published French model in one second rather than four.

spaCy's French class compiles, on import and again for the tokenizer, a pattern of 1.4 million characters: 340 prefixes
with a hyphen, each followed by two lists of all the letters of Unicode. The same with the letters as ranges of Latin
script keeps every token of French text (`tests/models/test_language.py` compares them) and compiles at once. So the
model is loaded into a class of ours that does not import `spacy.lang.fr`; what that module adds beside the tokenizer
(stop words, noun chunks, `like_num`) is not used here.
"""

from __future__ import annotations

import importlib
from pathlib import Path
from typing import Any, Final

import srsly
from spacy import util
from spacy.lang.char_classes import ALPHA, ALPHA_LOWER, ALPHA_UPPER
from spacy.language import Language
from spacy.tokenizer import Tokenizer

from factuel.models.resources import read_words

_LATIN_LOWER: Final = "a-zß-öø-ÿāăąćĉċčďđēĕėęěĝğġģĥħĩīĭįĵķĺļľłńņňōŏőœŕŗřśŝşšţťŧũūŭůűųŵŷźżžșț"
_LATIN: Final = f"A-Z{_LATIN_LOWER}À-ÖØ-ÞĀĂĄĆĈĊČĎĐĒĔĖĘĚĜĞĠĢĤĦĨĪĬĮĴĶĹĻĽŁŃŅŇŌŎŐŒŔŖŘŚŜŞŠŢŤŦŨŪŬŮŰŲŴŶŸŹŻŽȘȚ"


class PressFrench(Language):  # type: ignore[no-untyped-call]  # spaCy's own hook is untyped
    """French without the tables of `spacy.lang.fr`; the tokenizer's rules come from the model's own file."""

    lang = "fr"


def load_french(package: str, exclude: list[str]) -> Language:
    """Return the pipeline of an installed model package, without the components of `exclude`.

    Raises ModuleNotFoundError when the package is not installed.
    """
    folder = _model_folder(package)
    nlp = PressFrench.from_config(util.load_config(folder / "config.cfg"), exclude=exclude, meta=_meta(folder))
    nlp.from_disk(folder, exclude=["tokenizer", *exclude])
    nlp.tokenizer = _load_tokenizer(nlp, folder / "tokenizer")
    return nlp


def _model_folder(package: str) -> Path:
    home = Path(str(importlib.import_module(package).__file__)).parent
    meta = _meta(home)
    return home / f"{meta['lang']}_{meta['name']}-{meta['version']}"


def _meta(folder: Path) -> dict[str, Any]:
    return dict(util.load_meta(folder / "meta.json"))


def _load_tokenizer(nlp: Language, path: Path) -> Tokenizer:
    rules = srsly.msgpack_loads(path.read_bytes())
    rules["token_match"] = _shorten(rules["token_match"])
    tokenizer = Tokenizer(nlp.vocab)
    tokenizer.from_bytes(srsly.msgpack_dumps(rules))
    for word in sorted(read_words("joined_words")):
        for form in (word, word.capitalize()):
            tokenizer.add_special_case(form, [{"ORTH": form}])
    return tokenizer


def _shorten(pattern: str) -> str:
    """Replace the lists of all letters by ranges of Latin script, longest list first."""
    for letters, ranges in ((ALPHA, _LATIN), (ALPHA_LOWER, _LATIN_LOWER), (ALPHA_UPPER, _LATIN)):
        pattern = pattern.replace(letters, ranges)
    return pattern
