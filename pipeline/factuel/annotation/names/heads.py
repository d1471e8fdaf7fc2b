"""Head nouns and their complements, as a grammar over tokens: "tribunal correctionnel d'Épinal", "rue des Lilas"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from factuel.annotation.names.announced import announced_end
from factuel.annotation.names.authorities import acts, is_body, is_country, is_person_at, is_where
from factuel.annotation.names.capitals import COMPASS, OF
from factuel.annotation.names.chunks import absorb_adjectives, chunk_end
from factuel.annotation.names.common_heads import common_end
from factuel.annotation.names.complements import (
    ARTICLES_UPPER,
    Complement,
    before_town,
    common_part,
    is_inner,
    is_town_at,
    is_work,
    read_complement,
    read_purpose,
    skip_of,
    stands_in_town,
    with_second_place,
)
from factuel.annotation.names.lexicon import Head
from factuel.annotation.names.nouns import find_head, is_numbered, is_written_out
from factuel.annotation.names.reading import Reading

_FORMER: Final = frozenset({"ancien", "ancienne", "anciens", "anciennes", "future", "futur", "ex"})
_BODIES_UPPER: Final = frozenset(
    {("parc", "naturel"), ("parc", "national"), ("parc", "amazonien"), ("parc", "naturel", "régional")}
)
"""With a capital that is not due, these are the bodies that run the place ("le Parc national du Mercantour")."""
_MAX_ADJECTIVES: Final = 4
_MAX_DEPTH: Final = 3
_OWNERS: Final = frozenset({"ville", "commune", "département", "région", "province", "canton"})
_EVENTS_UPPER: Final = frozenset({"route", "tour", "boucle", "boucles", "ronde", "traversée", "montée", "corrida"})
"""With a capital that is not due, these are races ("la Route du Rhum")."""
_PARTICIPLES: Final = ("ant", "ants")
_OBJECTS: Final = frozenset({"en", "à", "le", "la", "les", "dans", "sur", "un", "une"})
"""Words after a participle that the tagger takes for an adjective ("le Congrès débutant en mai")."""
_WAYS: Final = frozenset({"chemin", "route", "port"})


@dataclass(frozen=True)
class HeadPhrase:
    """A head noun read, `end` after its own words: `name` is the whole name when the head belongs to it, else `hinted`
    is the token where the name it announces begins, `chained` when other nouns part them; a `common` name has common
    complements only."""

    label: str
    end: int
    name: tuple[int, int] | None = None
    hinted: int | None = None
    link: str = "direct"
    common: bool = False
    chained: bool = False
    implicit: bool = False


def read_head(r: Reading, i: int, depth: int = 0) -> HeadPhrase | None:
    """Return what the head noun at token i, if it is one, says about the name after it."""
    found = find_head(r, i)
    if found is None:
        return None
    head, end = found
    free = _is_free(r, i, head)
    if not free and is_written_out(r, head, i, end) and read_complement(r, end, several_words=True) is None:
        return HeadPhrase(head.label, end, name=(i, end))
    if is_numbered(r, head, i, end):
        return HeadPhrase("MISC", end, name=(i, end + 1))
    after = _adjectives(r, end, head.label == "PER")
    if free and after + 1 < len(r) and r.is_noun_like(after) and r.low[after + 1] in OF:
        after += 1
    complement = read_complement(r, after, len(head.words) > 1) or (read_purpose(r, after) if free else None)
    if complement is not None and head.label == "LOC" and not free and is_inner(r, after, complement):
        return HeadPhrase(head.label, end)
    if complement is not None and not (head.low == "adj" and _is_too_far(head, complement)):
        return _with_name(r, head, free, (i, end), complement, depth)
    common = common_end(r, head, i, after) if free and head.low != "no" and head.label != "PER" else i
    if common == i:
        return HeadPhrase(head.label, end)
    label = "ORG" if head.words[0] in r.lexicon.words["body"] and not head.implicit else head.label
    return HeadPhrase(label, common, name=(i, common), common=True, implicit=head.implicit)


def _is_free(r: Reading, i: int, head: Head) -> bool:
    """Return whether the head has a capital that nothing else explains, and so belongs to the name."""
    if not r.text[i][0].isupper() or r.shout[i] or r.start[i]:
        return False
    return r.text[i] not in r.lexicon.words["never"] and head.words[0] not in r.lexicon.functions


def _is_too_far(head: Head, complement: Complement) -> bool:
    """Return whether a head that takes adjectives only has another complement ("le Parlement des réformes de X")."""
    return complement.link == "of" and (complement.chained or head.of == "-")


def _with_name(r: Reading, head: Head, free: bool, at: tuple[int, int], found: Complement, depth: int) -> HeadPhrase:
    i, end = at
    common = common_part(r, found, end) if free and head.label == "MISC" and head.low == "yes" else end
    if common > end:
        return HeadPhrase(head.label, end, name=(i, common), common=True)
    hall = head.implicit or head.words[0] in r.lexicon.words["hall"]
    if free and hall and stands_in_town(r, i, found):
        return HeadPhrase("LOC", end, name=(i, found.name - 1), common=True)
    belongs, label = _belonging(r, head, free, i, found)
    if belongs == "in" and label != "PER":
        name_end = _name_end(r, found.name, depth)
        if found.link == "direct":
            name_end = before_town(r, head.words[0], found, name_end)
            name_end = announced_end(r, found.name, name_end) if label in {"ORG", "MISC"} and not free else name_end
        elif label == "ORG":
            name_end = with_second_place(r, found.name, name_end)
        apart = not free and label == "MISC" and found.link == "direct"
        if apart and is_work(r, found.name, name_end):
            return HeadPhrase(label, end, hinted=found.name)
        label = "ORG" if free and r.text[name_end - 1] in r.lexicon.words["organisation"] else label
        return HeadPhrase(label, end, name=(i, name_end)) if name_end > found.name else HeadPhrase(label, end)
    if belongs == "out" and not (found.chained and (label == "PER" or (found.link == "of" and label != "LOC"))):
        return HeadPhrase(label, end, hinted=found.name, link=found.link, chained=found.chained)
    return HeadPhrase(label, end)


def _belonging(r: Reading, head: Head, free: bool, i: int, found: Complement) -> tuple[str, str]:
    """Return whether the head belongs to the name (in, out, - for neither), and what the name is."""
    belongs, label = (head.of if found.link == "of" else head.direct), head.label
    if _says_nothing(r, head, i, found):
        return "-", label
    if free and (head.words in _BODIES_UPPER or head.words[0] == "théâtre"):
        return "in", "ORG"
    if free and head.words[0] in _EVENTS_UPPER:
        label = "MISC"
    if r.low[i - 1] in {"un", "une"} and i and label == "LOC" and found.link == "of" and is_country(r, found.name):
        return "out", "LOC"
    owner = head.words[0] in _OWNERS and label == "LOC" and found.link == "of" and not found.chained
    if owner and acts(r, i, _name_end(r, found.name, 0)):
        return "in", "ORG"
    opens = r.text[i][0].isupper() and r.start[i] and label == "ORG" and belongs == "out" and not found.chained
    if (free or opens) and belongs != "in" and label != "PER" and not (found.link == "of" and _keeps_outside(head)):
        return "in", "ORG" if label == "LOC" else label
    former = i > 0 and r.low[i - 1] in _FORMER and not found.chained and _is_of_town(r, found)
    if former or (belongs == "out" and head.words[0] in _OWNERS and found.link == "of"):
        return "out", "LOC"
    return _of_body(r, head, i, found) if belongs == "in" and label == "ORG" else (belongs, label)


def _of_body(r: Reading, head: Head, i: int, found: Complement) -> tuple[str, str]:
    """Return whether the noun of an institution belongs to the name after it, and what that name is."""
    if found.link == "of" and (is_where(r, i, head) or _is_any(r, i, found)):
        return "out", "LOC"
    if not found.chained and r.text[i].islower() and is_person_at(r, found.name):
        return "out", "PER"
    if found.link == "of" and not found.chained and r.text[i].islower() and is_body(r, found.name):
        return "out", "ORG"
    described = found.chained or r.folded[found.name - 1] in r.lexicon.demonyms
    return ("out" if described and found.link == "direct" and not r.text[i][0].isupper() else "in"), "ORG"


def _is_any(r: Reading, i: int, found: Complement) -> bool:
    """Return whether any body of its kind is meant, of which only the town is named ("une cave de Lure")."""
    return i > 0 and r.low[i - 1] in {"un", "une"} and r.text[i].islower() and not found.chained


def _is_of_town(r: Reading, found: Complement) -> bool:
    return found.link == "of" and r.low[found.name - 1] in {"de", "d'"} and is_town_at(r, found.name)


def _says_nothing(r: Reading, head: Head, i: int, found: Complement) -> bool:
    """Return whether the head is no place here: "la quatrième place d'X", "le chemin du Royaume-Uni"."""
    if head.words[0] == "place" and found.link == "of" and i and r.pos[i - 1] in {"ADJ", "NUM"}:
        return True
    return head.words[0] in _WAYS and is_country(r, found.name)


def _keeps_outside(head: Head) -> bool:
    """Return whether the capitalised head and "de" before a name make no name of an organisation."""
    return head.label in {"LOC", "MISC"} and " ".join(head.words) not in _OWNERS


def _adjectives(r: Reading, j: int, person: bool) -> int:
    first = j
    while j < len(r) and j - first < _MAX_ADJECTIVES and (r.is_adjective(j) or (person and r.is_noun_like(j))):
        if r.low[j].endswith(_PARTICIPLES) and j + 1 < len(r) and r.low[j + 1] in _OBJECTS:
            break
        j += 1
        if not person and j + 1 < len(r) and r.low[j] == "et" and _agrees(r, j - 1, j + 1):
            j += 1
    return j


def _agrees(r: Reading, i: int, j: int) -> bool:
    """Return whether two adjectives that "et" joins may describe one noun ("économique et social")."""
    return r.is_adjective(j) and r.low[i].endswith(("s", "x")) == r.low[j].endswith(("s", "x"))


def _name_end(r: Reading, start: int, depth: int) -> int:
    """Return the end of the name in a head's complement; another head may stand there ("de l'Organisation de ..."),
    and a head without a name of its own is none."""
    deeper = r.text[start][0].isupper() and depth < _MAX_DEPTH
    inner = read_head(r, start, depth + 1) if deeper else None
    if inner is not None and inner.name is not None:
        return inner.name[1]
    first = start + 1 if r.text[start] in ARTICLES_UPPER else start
    end = _with_second(r, absorb_adjectives(r, chunk_end(r, first, announced=True)))
    end += _is_part_of_range(r, end)
    heads = [head for head in r.lexicon.heads.get(r.low[start], ()) if len(head.words) == 1]
    bare = end == start + 1 and any(head.direct == "out" for head in heads)
    return start if bare and r.is_common(start) and r.folded[start] not in COMPASS else end


def _is_part_of_range(r: Reading, end: int) -> bool:
    """Return whether a demonym says which part of a plural place is meant ("Pyrénées ariégeoises")."""
    plural = end < len(r) and r.low[end - 1].endswith("s") and r.low[end].endswith("s") and r.text[end].islower()
    return (
        plural
        and r.is_adjective(end)
        and any(known.label == "LOC" for known in r.lexicon.known.get(r.folded[end - 1], ()))
    )


def _with_second(r: Reading, end: int) -> int:
    """Read "et des Finances", "et de la Formation professionnelle" after "ministère de l'Économie"."""
    if end + 1 < len(r) and r.low[end] == "et" and r.is_common(end - 1):
        k = skip_of(r, end + 1)
        if k > end + 1 and k < len(r) and r.capital[k] and r.is_common(k):
            return absorb_adjectives(r, k + 1)
    return end
