"""What a verb of saying governs: "affirme que …", "dit vouloir …", "accuse X d'avoir …", "se dit prêt à …"."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from typing import Final

from spacy.tokens import Token

from factuel.annotation.quotations.clause_ends import (
    before_identification,
    before_main_clause,
    cut,
    infinitive_end,
    is_infinitival,
)
from factuel.annotation.quotations.clause_kinds import has_own_verb
from factuel.annotation.quotations.clause_starts import clause_start
from factuel.annotation.quotations.cues import VerbCue, inverted_cue, verb_cue
from factuel.annotation.quotations.forms import has_finite_verb, is_infinitive, plain
from factuel.annotation.quotations.inversions import inverted_speaker
from factuel.annotation.quotations.joined import checked
from factuel.annotation.quotations.layout import Layout
from factuel.annotation.quotations.lexicon import verbs, words
from factuel.annotation.quotations.marks import Marked
from factuel.annotation.quotations.phrases import in_phrase, noun_phrase, phrase_ending
from factuel.annotation.quotations.reading import CLOSING, said_between, trimmed
from factuel.annotation.quotations.saying import impersonal_cue, is_cue_verb, is_said
from factuel.annotation.quotations.speakers import can_speak, pronoun_at
from factuel.annotation.quotations.subjects import main_subject, subject_of
from factuel.annotation.quotations.value import QuotationValue, Speaker
from factuel.annotation.quotations.voices import is_same_source

_THAT: Final = frozenset({"que", "qu'", "qu"})
_AFTER_MARKS: Final = frozenset({",", ".", ";", "et", "mais", ":"})


class ClauseReader:
    """Reads reported clauses; `marked` are the quoted stretches, for a clause ends where its quotation does."""

    def __init__(self, layout: Layout, marked: list[Marked]) -> None:
        self.layout, self.doc, self.marked = layout, layout.doc, marked

    def read(self) -> Iterator[QuotationValue]:
        """Yield the quotations in order of their cues."""
        for token in self.doc:
            value = self._reported(token)
            if value is not None:
                yield value

    def _reported(self, token: Token) -> QuotationValue | None:
        if (impersonal := impersonal_cue(token)) is not None:
            limit = self.layout.sentence_limit(token)
            start = clause_start(self.doc, token, impersonal, limit)
            if start is None or start >= limit:
                return None
            end = self._end(token, impersonal, start, limit)
            return said_between(self.doc, start, end, impersonal.first, impersonal.last, None)
        cue = verb_cue(token) if is_cue_verb(token) else None
        return self._clause(token, cue) if cue is not None and is_said(token, cue) else None

    def _clause(self, token: Token, cue: VerbCue) -> QuotationValue | None:
        limit = self.layout.sentence_limit(token)
        start = clause_start(self.doc, token, cue, limit)
        if start is None or start >= limit:
            return None
        end = self._end(token, cue, start, limit)
        speaker = self._subject_after(token, cue, end, limit) or self._subject(token, cue)
        speaker = checked(self.layout, speaker, token, cue)
        if speaker is None:
            first = self.layout.token_from(self.layout.sentence(token.idx)[0])
            if not is_same_source(self.doc, first) and not self._is_added(first, token):
                return None
        elif self._apart(speaker, token):
            return None
        return said_between(self.doc, start, end, cue.first, cue.last, speaker)

    def _is_added(self, first: int, token: Token) -> bool:
        """Does "Et d'ajouter que …" open the sentence: whoever spoke before?"""
        opening = [plain(word) for word in self.doc[first : token.i]]
        return opening in (["et", "d'"], ["et", "de"]) and is_infinitive(token)

    def _opens_sentence(self, token: Token, cue: VerbCue) -> bool:
        """Is it a participle whose subject follows: "En assurant que …, X", "Affirmant que …, X"?"""
        first = self.layout.token_from(self.layout.sentence(token.idx)[0])
        before = self.doc[first : cue.first]
        return plain(token) in verbs().gerund and all(plain(word) in {"en", "tout"} for word in before)

    def _subject_after(self, token: Token, cue: VerbCue, end: int, limit: int) -> Speaker | None:
        """Return the subject of the main clause that follows a participle which opens the sentence."""
        if not self._opens_sentence(token, cue) or end + 1 >= limit:
            return None
        speaker = pronoun_at(self.doc, end + 1, limit) or noun_phrase(self.doc, end + 1, limit)
        return speaker if speaker is not None and can_speak(self.doc, speaker) else None

    def _subject(self, token: Token, cue: VerbCue) -> Speaker | None:
        """Return the subject; a participle clause after a comma has that of its sentence when the parse gives none."""
        start, end = self.layout.sentence(token.idx)
        first = self.layout.token_from(start)
        if cue.bearer is not None:
            return subject_of(self.doc[cue.bearer])
        if is_infinitive(token) and cue.first > first + 1 and plain(self.doc[cue.first - 2]) == "avant":
            return self._speaker_before(first, token.i) or subject_of(token, cue.first, first)
        if plain(token) not in verbs().gerund:
            after = inverted_cue(self.doc, cue.first, self.layout.sentence_limit(token))
            if after is not None and after.clitic is not None and after.main == token.i:
                return inverted_speaker(self.layout, after, self.layout.sentence_limit(token))
            return subject_of(token, cue.first, first)
        before = self.doc[token.i - 1] if token.i > first else None
        if before is not None and in_phrase(before) and plain(before) not in {"en", "y"}:
            return subject_of(token) or phrase_ending(self.doc, token.i)
        found = self._speaker_before(first, token.i) or subject_of(token)
        if found is None or found.kind == "pronoun":
            main = main_subject(self.layout, start, end)
            found = main if main is not None and (found is None or main.start < found.start) else found
        return found

    def _apart(self, speaker: Speaker, token: Token) -> bool:
        """Does the speaker stand between marks that the verb stands outside of?"""
        at = bisect_right(self.marked, speaker.start, key=lambda mark: mark.open) - 1
        if at < 0 or speaker.start >= self.marked[at].close:
            return False
        return not self.marked[at].open < token.idx < self.marked[at].close

    def _speaker_before(self, first: int, last: int) -> Speaker | None:
        """Return who speaks in "« … », a dit X, ajoutant que …"."""
        for i in range(first + 1, last):
            if self.doc[i - 1].text in CLOSING or self.doc[i - 1].text == ",":
                cue = inverted_cue(self.doc, i, last)
                if cue is not None:
                    return inverted_speaker(self.layout, cue, last)
        return None

    def _end(self, token: Token, cue: VerbCue, start: int, limit: int) -> int:
        """Return the token after the clause: where its words, its quotation or the sentence end."""
        if "predicate" in cue.takes:
            return self._predicate_end(start, limit)
        end = self._natural_end(start, limit)
        if self._opens_sentence(token, cue):
            end = before_main_clause(self.doc, start, end)
        relative = cue.first > 0 and plain(self.doc[cue.first - 1]) == "qui"
        if relative:
            end = next((i for i in range(start + 1, end - 1) if self._joins_subject(i)), end)
        end = before_identification(self.doc, start, cut(self.doc, start, end, relative=relative))
        return trimmed(self.doc, start, end)

    def _joins_subject(self, i: int) -> bool:
        """Does "et" at token `i` join a person to the noun before the relative: "X, qui dit être là, et Y sont"?"""
        following = self.doc[i + 1]
        return plain(self.doc[i]) == "et" and following.ent_iob_ == "B" and following.ent_type_ == "PER"

    def _predicate_end(self, start: int, limit: int) -> int:
        """Return the token after "très satisfait" or "« très satisfait » de la réunion"."""
        marks = self._marks(start, limit)
        closed = self.layout.token_from(marks[0].close) if marks else start
        comma = next((t.i for t in self.doc[max(start, closed) : limit] if t.text in {",", ";", ":"}), limit)
        return trimmed(self.doc, start, comma)

    def _natural_end(self, start: int, limit: int) -> int:
        """Return the end of the marks that hold the clause, of an infinitive, or of the subtree of a that-clause."""
        head = next((t for t in self.doc[start:limit] if t.head.i < start and not t.is_punct), None)
        closed = self._closed_in_marks(head, start, limit)
        if closed is not None:
            return closed
        if is_infinitival(self.doc, start, limit):
            return infinitive_end(self.doc, start, limit)
        parsed = head is not None and head.pos_ in {"VERB", "AUX", "ADJ", "NOUN"}
        end = self._past_mark(start, min(limit, head.right_edge.i + 1) if head and parsed else limit, limit)
        return limit if self._goes_on(start, end, limit) else end

    def _goes_on(self, start: int, end: int, limit: int) -> bool:
        """Is the end too early: "et que …" or words without verb follow, or a that-clause has no verb yet?"""
        if limit - end <= 2 or not has_finite_verb(self.doc[end:limit]):
            return True
        if not self.doc[end].is_punct and self.doc[end].pos_ not in {"CCONJ", "PUNCT"}:
            return True
        i = end + 1 if self.doc[end].text == "," else end
        if i + 1 < limit and self.doc[i].pos_ == "CCONJ" and plain(self.doc[i + 1]) in _THAT:
            return True
        return plain(self.doc[start - 1]) in _THAT | {"'"} and not has_own_verb(self.doc[start:end])

    def _closed_in_marks(self, head: Token | None, start: int, limit: int) -> int | None:
        """Return the token after the marks that hold the whole clause, but for words without verb that go on: « … »,
        y compris le toit."""
        for mark in self._marks(start, limit):
            opened, close = self.layout.token_from(mark.open), self.layout.token_from(mark.close)
            wholly = opened in {start, start - 1} or (head is not None and opened <= head.i < close)
            if close + 1 < limit and (
                plain(self.doc[close + 1]) in _THAT or is_infinitival(self.doc, close + 1, limit)
            ):
                return None
            if wholly and close < limit and self.doc[close].text in _AFTER_MARKS:
                return close
            if close + 1 < limit and plain(self.doc[close + 1]) in words("going_on"):
                return None
            if self._object_alone(start, opened) and close < limit and self.doc[close].text in _AFTER_MARKS:
                return close
        return None

    def _object_alone(self, start: int, opened: int) -> bool:
        """Is there only an infinitive before the marks: "étudier « tous les scénarios »"?"""
        return start < opened and is_infinitive(self.doc[opened - 1])

    def _past_mark(self, start: int, end: int, limit: int) -> int:
        """Return the end, moved to the closing mark of a quotation that it cuts."""
        for mark in self._marks(start, limit):
            if self.layout.token_from(mark.open) < end < self.layout.token_from(mark.close):
                end = min(self.layout.token_from(mark.close), limit)
        return end

    def _marks(self, start: int, limit: int) -> list[Marked]:
        return self.layout.marks_between(self.marked, self.doc[start].idx - 3, self.doc[limit - 1].idx)
