"""Quoted phrases that a verb of saying governs: "X dénonce « une décision … »", "qualifié de « … » par X"."""

from __future__ import annotations

from typing import Final

from spacy.tokens import Token

from factuel.annotation.quotations.cues import VerbCue, group_start, verb_cue
from factuel.annotation.quotations.forms import is_verbal, plain
from factuel.annotation.quotations.joined import subject_of_cue
from factuel.annotation.quotations.layout import Layout
from factuel.annotation.quotations.lexicon import verbs, words
from factuel.annotation.quotations.marks import Marked
from factuel.annotation.quotations.phrases import CLITICS, NOMINAL, noun_phrase
from factuel.annotation.quotations.reading import cue_of
from factuel.annotation.quotations.saying import is_cue_verb, is_said
from factuel.annotation.quotations.speakers import can_speak
from factuel.annotation.quotations.value import QuotationValue, Speaker
from factuel.annotation.quotations.wording import is_phrase, is_sentence, word_count

_OF: Final = frozenset({"de", "d'", "d", "'"})
_TOWARDS: Final = frozenset({"à", "a"})
_MAX_BETWEEN: Final = 10
_MAX_BEFORE_AGENT: Final = 6
_SUPPORTED: Final = frozenset({"phrase"})
_MIN_WORDS: Final = 2
_CONTRASTING: Final = frozenset({"lui", "elle", "eux", "elles"})
_PASSIVE: Final = frozenset({"été", "est", "sont", "fut", "était", "étaient"})


class ObjectReader:
    """Reads the quoted phrases that are the object or complement of a verb of saying."""

    def __init__(self, layout: Layout) -> None:
        self.layout, self.doc = layout, layout.doc

    def read(self, first: int, last: int, mark: Marked) -> QuotationValue | None:
        """Read the marks that open at token `last`, in a sentence that begins at token `first`."""
        if last == first or word_count(self.layout.text[mark.start : mark.end]) < _MIN_WORDS:
            return None
        i = self._verb_before(first, last)
        return self._object(i, last, mark) or self._qualified(i, last, mark) or self._passive_after(mark)

    # -- the verb before the marks ------------------------------------------------------------------------------------

    def _verb_before(self, first: int, last: int) -> int:
        """Return the token nearest before the marks that is a verb, else the one where the search stops."""
        i = last - 1
        while i > first and last - i <= _MAX_BETWEEN and not is_cue_verb(self.doc[i]) and self._may_stand_between(i):
            i -= 1
        return i

    def _may_stand_between(self, i: int) -> bool:
        token = self.doc[i]
        if token.is_space or token.text in {",", ":"} or token.ent_type_:
            return True
        if plain(token) in _CONTRASTING and self.doc[i - 1].text == "," and self.doc[i + 1].text == ",":
            return True
        return token.pos_ in NOMINAL | {"ADV", "ADP", "X"} or plain(token) in {"comme", "'", "et", *_OF}

    def _between(self, cue: VerbCue, last: int) -> list[int]:
        """Return the tokens between the verb and the marks that count: no adverbs, dates, blanks, commas."""
        return [
            i
            for i in range(cue.last, last)
            if self.doc[i].pos_ != "ADV"
            and not self.doc[i].is_space
            and self.doc[i].text not in {",", ":"}
            and plain(self.doc[i]) not in words("time") | _CONTRASTING
        ]

    def _object(self, i: int, last: int, mark: Marked) -> QuotationValue | None:
        token = self.doc[i]
        cue = self._supported(i, last) or (verb_cue(token) if is_cue_verb(token) else None)
        if cue is None or self._nicknames(cue) or not is_said(token, cue) or not self._governs(cue, last, mark):
            return None
        speaker = subject_of_cue(self.layout, token, cue)
        if speaker is None:
            return None
        return QuotationValue(mark.start, mark.end, "mixed", cue_of(self.doc, cue.first, cue.last), speaker)

    def _supported(self, i: int, last: int) -> VerbCue | None:
        """Read "fait part de", "met en garde contre": a verb that says something with its noun."""
        for size in (2, 3):
            group = self.doc[i : min(i + size, last)]
            if len(group) == size and " ".join(plain(token) for token in group) in words("support"):
                return VerbCue(group_start(self.doc[i]), i + size, i, _SUPPORTED)
        return None

    def _nicknames(self, cue: VerbCue) -> bool:
        """Is it the "dit" of a nickname: "Paul Roux, dit « le Grand »"?"""
        return plain(self.doc[cue.main]) == "dit" and cue.first > 0 and self.doc[cue.first - 1].text == ","

    def _governs(self, cue: VerbCue, last: int, mark: Marked) -> bool:
        """Are the marks the object of the verb, part of its object, or what it says of its object?

        A quoted phrase is the object of some verbs; a quoted sentence stands beside any verb of saying. A mark after a
        noun in the object ("une hausse « sans précédent »") holds lower case, else it is a title.
        """
        between = self._between(cue, last)
        lower = self.layout.text[mark.start].islower()
        takes = cue.takes & ({"phrase"} if lower else {"phrase", "direct"})
        opening = self.doc[self.layout.token_from(mark.start)]
        if opening.pos_ == "ADP" and not self._opens_phrase(opening):
            if not is_phrase(self.layout, mark):
                return False
            return ("object" in cue.takes and plain(opening) in _TOWARDS) or (
                "phrase" in cue.takes and self.doc[last - 1].pos_ in {"NOUN", "PROPN"}
            )
        if not takes and "object" not in cue.takes:
            return False
        kept = [i for i in between if plain(self.doc[i]) not in _OF]
        if not lower and "direct" not in takes and not is_sentence(self.layout, mark):
            return False
        if not kept:
            return bool(between) or is_phrase(self.layout, mark) or (lower and "phrase" in takes)
        if len(kept) == 1 and self.doc[kept[0]].pos_ == "ADP":
            return lower and ("phrase" in takes or ("object" in cue.takes and plain(self.doc[kept[0]]) == "à"))
        if all(self.doc[i].pos_ == "DET" for i in kept):
            return (
                lower
                or self.layout.text[mark.end - 1] in "!?"
                or self.layout.text[mark.end : mark.end + 2].strip()[:1] in {"!", "?"}
            )
        if self._is_complement(kept, last) and is_phrase(self.layout, mark):
            return True
        tied = all(self.doc[i].pos_ != "ADP" or plain(self.doc[i]) == "comme" for i in kept[1:])
        return lower and "phrase" in takes and tied and self._follows_noun(last)

    def _opens_phrase(self, opening: Token) -> bool:
        """Can the preposition that opens the marks open a noun phrase: "de bonnes raisons", "à peu près nulles"?"""
        return plain(opening) in {"de", "d'", "du", "des"} or plain(opening.nbor(1)) == "peu"

    def _is_complement(self, kept: list[int], last: int) -> bool:
        """Is what stands between the verb and the marks a complement: "a salué sur les réseaux sociaux « … »"?"""
        head = self.doc[kept[0]]
        return head.pos_ == "ADP" and plain(head) not in _OF | {"à", "au", "aux", "en"} and self.doc[last - 1].pos_ in {
            "NOUN", "PROPN", "ADJ", "PUNCT", "DET",
        }  # fmt: skip

    def _follows_noun(self, last: int) -> bool:
        i = last - 1
        while i > 0 and (self.doc[i].is_space or self.doc[i].pos_ == "ADV" or plain(self.doc[i]) in _OF | {"comme"}):
            i -= 1
        return self.doc[i].pos_ in {"NOUN", "PROPN", "ADJ", "PUNCT"} and plain(self.doc[i]) not in words("title_noun")

    # -- passives -----------------------------------------------------------------------------------------------------

    def _qualified(self, i: int, last: int, mark: Marked) -> QuotationValue | None:
        """ "qualifié de « … » par X", "salué par X comme « … »": the agent of a participle says the words."""
        token = self.doc[i]
        if not {"phrase"} & verbs().participle.get(plain(token), frozenset()) or plain(token) not in verbs().forms:
            return None
        agent = self._agent(i + 1, last) or self._agent(self.layout.token_from(mark.close), len(self.doc))
        if agent is None:
            return None
        return QuotationValue(mark.start, mark.end, "mixed", cue_of(self.doc, i, i + 1), agent)

    def _passive_after(self, mark: Marked) -> QuotationValue | None:
        """ "Cet effort « sans équivalent » a été salué par X"."""
        i = self.layout.token_from(mark.close)
        limit = min(len(self.doc), i + _MAX_BEFORE_AGENT)
        seen = False
        start = i
        while i < limit and (self.doc[i].pos_ in {"AUX", "ADV"} or is_verbal(self.doc[i])):
            form = plain(self.doc[i])
            if seen and "phrase" in verbs().participle.get(form, frozenset()):
                agent = self._agent(i + 1, len(self.doc))
                cue = cue_of(self.doc, start, i + 1)
                return QuotationValue(mark.start, mark.end, "mixed", cue, agent) if agent else None
            seen = seen or form in _PASSIVE
            i += 1
        return None

    def _agent(self, i: int, limit: int) -> Speaker | None:
        """Return who follows "par" at token `i`, or after words of time."""
        limit = min(limit, self.layout.sentence_limit(self.doc[i - 1]) if i else limit)
        end = min(limit, i + _MAX_BEFORE_AGENT)
        while i < end and (
            self.doc[i].pos_ == "ADV" or plain(self.doc[i]) in words("time") or plain(self.doc[i]) in CLITICS
        ):
            i += 1
        if i + 1 >= limit or plain(self.doc[i]) != "par":
            return None
        speaker = noun_phrase(self.doc, i + 1, limit)
        return speaker if speaker is not None and can_speak(self.doc, speaker) else None
