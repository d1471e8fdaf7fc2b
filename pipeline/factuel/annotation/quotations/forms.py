"""Questions about single tokens that the readers share."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from spacy.tokens import Token

_BEFORE_VERB: Final = frozenset({"ne", "n'", "il", "ils", "on", "je", "j'"})
FUTURE: Final = ("ra", "ront", "rait", "raient")
"""Endings of a verb that only conjugated forms have; the model often takes the future for a participle."""
_SURE_FUTURE: Final = (
    "era",
    "eront",
    "erait",
    "eraient",
    "ira",
    "iront",
    "iraient",
    "irait",
    "dra",
    "dront",
    "vra",
    "vront",
)
"""Those that no common noun nor adjective has either."""
_TAKEN_FOR: Final = frozenset({"NOUN", "ADJ"})
_CONDITIONAL: Final = ("erait", "eraient", "drait", "draient", "vrait", "vraient", "aurait", "auraient")


def plain(token: Token) -> str:
    """Return the token in lower case with a straight apostrophe and without the hyphen of an inversion."""
    return token.lower_.replace("’", "'").lstrip("-")


def is_verbal(token: Token) -> bool:
    """Is it a verb or an auxiliary?"""
    return token.pos_ in {"VERB", "AUX"}


def is_finite(token: Token) -> bool:
    """Is it a conjugated verb, also when the model takes it for a noun where only one can stand: "rien ne presse"?"""
    if is_verbal(token):
        return "VerbForm=Fin" in str(token.morph) or token.lower_.endswith(FUTURE) or _follows_clitic(token)
    if token.pos_ not in _TAKEN_FOR or token.i == 0 or not token.is_lower:
        return False
    return plain(token.nbor(-1)) in _BEFORE_VERB or token.lower_.endswith(_SURE_FUTURE)


def _follows_clitic(token: Token) -> bool:
    """Is it what the model takes for a participle right after a pronoun or "ne", where none can stand: "s'érige"?"""
    if token.i == 0 or "VerbForm=Part" not in str(token.morph) or token.lower_.endswith("ant"):
        return False
    return plain(token.nbor(-1)) in _BEFORE_VERB | {"s'", "se"}


def is_infinitive(token: Token) -> bool:
    """Is it a verb in the infinitive?"""
    return is_verbal(token) and "VerbForm=Inf" in str(token.morph) and token.lower_.endswith(("r", "re"))


def is_participle(token: Token) -> bool:
    """Is it a participle, past or present?"""
    return is_verbal(token) and "VerbForm=Part" in str(token.morph) and not is_finite(token)


def is_conditional(token: Token) -> bool:
    """Is it a verb in the conditional, as the model or its ending says? The model often takes it for an imperfect."""
    return "Mood=Cnd" in str(token.morph) or (is_finite(token) and token.lower_.endswith(_CONDITIONAL))


def has_finite_verb(tokens: Iterable[Token]) -> bool:
    """Is there a conjugated verb among the tokens?"""
    return any(is_finite(token) for token in tokens)
