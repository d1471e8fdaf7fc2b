"""Where a fact stands after all that was decided of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

State = Literal["open", "changed", "half", "conflict", "accepted", "rejected", "corrected", "added", "gone"]
TODO: Final[frozenset[State]] = frozenset({"open", "changed", "half"})
_SETTLED: Final[dict[str, State]] = {
    "accept": "accepted",
    "reject": "rejected",
    "correct": "corrected",
    "add": "added",
}


@dataclass(frozen=True)
class Judgement:
    """A decision that was not taken back, as far as it bears on where the fact stands.

    `before` and `after` are the contents (see `identity.content_key`) that the curator saw and holds true; `record` is
    the latter as JSON, None for a rejection.
    """

    number: int
    curator: str
    kind: str
    before: str | None
    after: str | None
    record: str | None
    adjudicates: bool


@dataclass(frozen=True)
class Standing:
    """The state of a fact, and its record as the curators hold it (JSON; None when they hold none)."""

    state: State
    record: str | None


def settle(judgements: Sequence[Judgement], content: str | None, needed: int) -> Standing:
    """Return where a fact stands; `judgements` in the order of their numbers.

    `content` is what the present version of the run says, None when it does not say the fact. With `needed` of 2, two
    curators must agree, or a third decides. A decision about another content than the present is shown again.
    """
    if not judgements:
        return Standing("open" if content else "gone", None)
    chosen = _chosen(judgements, needed)
    if isinstance(chosen, str):
        return Standing(chosen, None)
    if content and content not in (chosen.before, chosen.after):
        return Standing("changed", chosen.record)
    state = _SETTLED[chosen.kind]
    if content and content == chosen.after and chosen.kind == "add":
        state = "accepted"
    return Standing(state, chosen.record)


def latest_by_curator(judgements: Sequence[Judgement]) -> list[Judgement]:
    """Return each curator's last judgement, those that settle others left out, by the order of their first."""
    last: dict[str, Judgement] = {}
    for one in judgements:
        if not one.adjudicates:
            last[one.curator] = one
    return list(last.values())


def agree(one: Judgement, other: Judgement) -> bool:
    """Say whether two curators judge alike: both reject, or both hold the same content true."""
    return one.after == other.after


def _chosen(judgements: Sequence[Judgement], needed: int) -> Judgement | State:
    settling = [one for one in judgements if one.adjudicates]
    if settling:
        return settling[-1]
    if needed < 2 or judgements[0].kind == "add":
        return judgements[-1]
    each = latest_by_curator(judgements)
    if len(each) < 2:
        return "half"
    return each[1] if agree(each[0], each[1]) else "conflict"
