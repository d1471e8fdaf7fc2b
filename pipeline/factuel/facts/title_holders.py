"""Who holds the title that a noun phrase names: "le ministre de la Santé" after "le ministre de la Santé Paul Roux"."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from factuel.annotation.notation.folding import fold
from factuel.facts.context import FactContext
from factuel.facts.function_words import function_kinds
from factuel.facts.speaker_words import head_of, shown_gender, without_article
from factuel.models import read_lexicon
from factuel.records import Entity, EntityRef

_LONGEST: Final = 80
"""Characters of a title that is looked for again."""
_BESIDE: Final = 60
"""Characters before and after a name in which its title may stand."""
_TO_NAME: Final = re.compile(r",?\s(?:M\.|Mme|Me|Dr)?\s?")
_AFTER_NAME: Final = re.compile(r"(?:\s\([^()\n]{1,20}\))?,\s(?:(?:le|la|un|une)\s|l['’]\s?)?$")
_CLOSED: Final = re.compile(r"\s?(?:[,.;:!?)–»]|\s[–-]\s|$)")
_FORMER: Final = re.compile(r"(?:\bex[\s-]|\bancien(?:ne)?\s|\bfutur(?:e)?\s|\bvice-)$", re.IGNORECASE)
_FORMER_LENGTH: Final = 12
_CAPITAL: Final = re.compile(r"\s[A-ZÀ-Þ][\w'’-]+")
_MINISTER: Final = re.compile(r"(?P<first>premi[eè]re?[\s-])?ministre\b[^.;:«»\n]*$", re.IGNORECASE)
_MINISTER_AFTER: Final = re.compile(r",[^.;:«»\n]{0,40}?(?P<first>premi[eè]re?[\s-])?\bministre\b", re.IGNORECASE)


def title_holder(context: FactContext, phrase: str) -> EntityRef | None:
    """Return the only person beside whom the article writes the title of two words or more, or another name of the
    office ("le chef du gouvernement"), before the name or after it and a comma."""
    holders = _beside(context, phrase)
    title = " ".join(phrase.split()).lower()
    for form, other in () if holders else _synonyms():
        if without_article(title).startswith(form):
            holders |= _beside(context, other)
    return context.index.ref(next(iter(holders.values()))) if len(holders) == 1 else None


def is_another_s(context: FactContext, phrase: str, person: Entity) -> bool:
    """Does the article give the title to somebody else: to a name that is not the person's, or, when it is that of a
    mere minister, do they head the government?"""
    title = without_article(" ".join(phrase.split()))
    if fold(title.split()[0]) == "ministre" and _only_heads(context, person):
        return True
    if len(title.split()) < 2 or person.id in _beside(context, phrase):
        return False
    following = [_CAPITAL.match(context.text, found.end()) for found in _occurrences(context.text, title)]
    own = {word for form in (person.name, *person.aliases) for word in form.split()}
    return any(found is not None and found.group().strip() not in own for found in following)


@cache
def _synonyms() -> tuple[tuple[str, str], ...]:
    return tuple((row["form"], row["title"]) for row in read_lexicon("office_synonyms"))


def _beside(context: FactContext, phrase: str) -> dict[str, Entity]:
    title = without_article(" ".join(phrase.split()))
    if len(title.split()) < 2 or len(title) > _LONGEST or head_of(title) not in function_kinds():
        return {}
    holders: dict[str, Entity] = {}
    for found in _occurrences(context.text, title):
        link = _TO_NAME.match(context.text, found.end())
        if link is not None:
            _add(context, holders, link.end())
        before = _AFTER_NAME.search(context.text, max(0, found.start() - _BESIDE), found.start())
        if before is not None and before.start() > 0 and _CLOSED.match(context.text, found.end()):
            _add(context, holders, before.start() - 1)
    gender = shown_gender(phrase)
    genders = {key: context.resolver.gender_of(holder) for key, holder in holders.items()}
    return {key: holder for key, holder in holders.items() if None in {gender, genders[key]} or gender == genders[key]}


def _occurrences(text: str, title: str) -> list[re.Match[str]]:
    pattern = r"\s".join(re.escape(word) for word in title.split())
    found = re.compile(rf"(?<![\w-]){pattern}(?!\w)", re.IGNORECASE).finditer(text)
    return [match for match in found if not _FORMER.search(text, max(0, match.start() - _FORMER_LENGTH), match.start())]


def _add(context: FactContext, holders: dict[str, Entity], at: int) -> None:
    entity = context.index.entity_at(at, at + 1)
    if entity is not None and entity.type == "person":
        holders[entity.id] = entity


def _only_heads(context: FactContext, person: Entity) -> bool:
    """Is the person called prime minister, and never a minister alone?"""
    found: list[bool] = []
    for mention in person.mentions:
        before = _MINISTER.search(context.text, max(0, mention.start - _BESIDE), mention.start)
        after = _MINISTER_AFTER.match(context.text, mention.end)
        found += [match["first"] is not None for match in (before, after) if match is not None]
    return bool(found) and all(found)
