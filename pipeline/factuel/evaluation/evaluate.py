"""Score extractions against gold, type by type."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path, PurePath
from typing import Any

from factuel.corpus.gold import GoldArticle, GoldFact, read_gold
from factuel.evaluation.alignment import Alignment
from factuel.evaluation.annotators import is_annotation, pair_annotations
from factuel.evaluation.answer import Answer, answer_of_program
from factuel.evaluation.matching import SAME_OF, Aliases, aliases_of, same_entity, same_fact, same_quote
from factuel.evaluation.similarity import fold, overlap, same_name
from factuel.evaluation.tally import Judgement, Mistake, Score
from factuel.outputs.reading import read_run
from factuel.records import DateMention, Entity, Extraction, Fact, Figure, Quotation

RARE = ("agreement", "investment", "event", "location", "membership", "site_change", "result")


@dataclass(frozen=True)
class Evaluation:
    """The whole score, and the same by genre; `agreement` when another annotation was scored instead of a run."""

    total: Score
    by_genre: Mapping[str, Score]
    articles: int
    agreement: bool = False


def evaluate_folder(gold: Path, run: Path) -> Evaluation:
    """Return the evaluation of a run folder against a folder of gold; articles are paired by file name.

    `run` may be gold as well: another annotation, whose agreement is returned; what it lacks is left out. Raises
    GoldError for broken gold and FileNotFoundError for a folder that is not a run.
    """
    if is_annotation(run):
        return _score(pair_annotations(gold, run), agreement=True)
    return evaluate(read_gold(gold), read_run(run))


def evaluate(gold: Iterable[GoldArticle], extractions: Iterable[Extraction]) -> Evaluation:
    """Return the evaluation of extractions; one with no gold is left out, gold with no extraction is all missed."""
    found = {PurePath(extraction.article.source.uri).stem: extraction for extraction in extractions}
    return _score((article, answer_of_program(article, found.get(article.id))) for article in gold)


def _score(pairs: Iterable[tuple[GoldArticle, Answer]], *, agreement: bool = False) -> Evaluation:
    total, count = Score(), 0
    by_genre: dict[str, Score] = {}
    for article, answer in pairs:
        count += 1
        for score in (total, by_genre.setdefault(article.genre, Score())):
            _Comparison(article, answer, score).run()
    return Evaluation(total, by_genre, count, agreement)


class _Comparison:
    """One article of gold against what is scored."""

    def __init__(self, gold: GoldArticle, answer: Answer, score: Score) -> None:
        self.gold = gold
        self.score = score
        self.aliases: Aliases = aliases_of(gold)
        self.text, self.entities, self.facts = answer.text, answer.entities, answer.facts
        self.dates, self.either = answer.dates, answer.either
        self.alignment = Alignment(gold.text, self.text)

    def run(self) -> None:
        """Fill the score."""
        self._mentions()
        self._entities()
        if self.dates is not None:
            self._dates(list(self.dates))
        for kind in ("figure", "role", "quotation", *RARE):
            self._facts(kind)

    def _mentions(self) -> None:
        found = {(m.start, m.end): entity.type for entity in self.entities for m in entity.mentions}
        right = 0
        missed_by_type: list[str] = []
        for mention in self.gold.mentions:
            span = self.alignment.span(mention.start, mention.end)
            kind = found.pop(span, None) if span else None
            ok = kind in mention.types
            label = kind if ok and kind else sorted(mention.types)[0]
            if mention.optional:
                continue
            right += ok
            self.score.tally(f"mention:{label}").add(right=int(ok), wrong=0, missed=int(not ok))
            if not ok:
                missed_by_type.append(label)
                self._mistake("mention", "missed", f"{label} {mention.text}", mention.start)
                if kind is not None and span is not None:
                    found[span] = kind
        for (start, end), kind in found.items():
            self.score.tally(f"mention:{kind}").add(right=0, wrong=1, missed=0)
            self._mistake("mention", "wrong", f"{kind} {self.text[start:end]}", start, self.text)
        self.score.tally("mention").add(right=right, wrong=len(found), missed=len(missed_by_type))

    def _entities(self) -> None:
        wanted: dict[str, set[str]] = {}
        for mention in self.gold.mentions:
            if not mention.optional:
                wanted.setdefault(mention.name, set()).update(mention.types)
        free = list(self.entities)
        right = 0
        for name, types in wanted.items():
            match = next((e for e in free if e.type in types and self._names(e, name)), None)
            if match is not None:
                free.remove(match)
                right += 1
        optional = {mention.name for mention in self.gold.mentions if mention.optional}
        wrong = [e for e in free if not any(self._names(e, name) for name in optional)]
        self.score.tally("entity").add(right=right, wrong=len(wrong), missed=len(wanted) - right)

    def _names(self, entity: Entity, name: str) -> bool:
        forms = {fold(form) for form in self.aliases.get(name, {name})}
        return any(fold(form) in forms or overlap(form, name) >= 0.75 for form in (entity.name, *entity.aliases))

    def _dates(self, found: list[DateMention]) -> None:
        right = missed = 0
        for gold in (fact for fact in self.gold.facts if fact.type == "date"):
            near = [d for d in found if d.start < gold.end and gold.start < d.end]
            hit = next((d for d in near if d.edtf == gold.keys["edtf"]), None)
            for spent in [hit] if hit else near[:1] if gold.optional else []:
                found.remove(spent)
            if gold.optional:
                continue
            right += hit is not None
            missed += hit is None
            if hit is None:
                got = ", ".join(d.edtf for d in near) or "nothing"
                self._mistake("date", "missed", f"{gold.text} {gold.keys['edtf']}, got {got}", gold.start)
            else:
                self.score.note("date modifier", hit.modifier == gold.keys.get("modifier"))
        for spare in found:
            self._mistake("date", "wrong", f"{spare.text} {spare.edtf}", spare.start)
        self.score.tally("date").add(right=right, wrong=len(found), missed=missed)

    def _facts(self, kind: str) -> None:
        free = [fact for fact in self.facts if fact.type == kind]
        wanted = [fact for fact in self.gold.facts if fact.type == kind]
        right = missed = 0
        for gold in sorted(wanted, key=lambda fact: fact.optional):
            placed = self._placed(gold)
            candidates = [fact for fact in free if same_fact(fact, placed, self.aliases)]
            match = min(candidates, key=lambda fact: self._distance(fact, gold), default=None)
            if match is not None:
                free.remove(match)
            if gold.optional or (match is not None and match.id in self.either):
                continue
            right += match is not None
            missed += match is None
            if match is None:
                self._missed(gold, free)
            else:
                self._judge(match, right=True)
                self._details(match, gold)
        wrong = [fact for fact in free if fact.id not in self.either]
        for fact in wrong:
            self._judge(fact, right=False)
            shown = fact.model_dump(exclude={"id", "schema_version", "article_id", "extractor", "evidence", "time"})
            self._mistake(kind, "wrong", f"{fact.evidence.text[:80]} | {_brief(shown)}", fact.evidence.start, self.text)
        self.score.tally(kind).add(right=right, wrong=len(wrong), missed=missed)

    def _placed(self, gold: GoldFact) -> GoldFact:
        """Return an annotated fact with its offsets in the article's text, which may differ by a space or a sign."""
        span = self.alignment.span(gold.start, gold.end)
        return replace(gold, start=span[0], end=span[1]) if span else gold

    def _judge(self, fact: Fact, *, right: bool) -> None:
        self.score.judgements.append(Judgement(self.gold.id, fact.id, fact.type, fact.confidence, right))

    def _missed(self, gold: GoldFact, free: list[Fact]) -> None:
        got = next((f for f in free if isinstance(f, Quotation) and same_quote(f, gold)), None)
        said = f", got speaker {got.speaker.name if got.speaker else None}" if got else ""
        self._mistake(gold.type, "missed", f"{gold.text[:80]} | {_brief(gold.keys)}{said}", gold.start)
        if gold.type == "quotation":
            self.score.note("quotation span", got is not None)

    def _distance(self, fact: Fact, gold: GoldFact) -> tuple[bool, int]:
        """Return how far a fact is from the annotated one, in characters; those that count come first."""
        span = self.alignment.span(gold.start, gold.end)
        return fact.id in self.either, abs(fact.evidence.start - span[0]) if span else 0

    def _details(self, fact: Fact, gold: GoldFact) -> None:
        factuality = gold.keys.get("factuality", "asserted")
        self._detail("factuality", fact.factuality == factuality, fact, gold, factuality, fact.factuality)
        if gold.type != "quotation":
            said = fact.attribution.name if fact.attribution else None
            wanted = gold.keys.get("attribution")
            right = same_entity(fact.attribution, wanted, self.aliases)
            self._detail("attribution", right, fact, gold, wanted, said)
        if isinstance(fact, Quotation):
            self.score.note("quotation span", True)
        if isinstance(fact, Figure):
            self._figure_details(fact, gold)
        if gold.keys.get("status"):
            self._detail(
                "status",
                getattr(fact, "status", None) == gold.keys["status"],
                fact,
                gold,
                gold.keys["status"],
                getattr(fact, "status", None),
            )

    def _figure_details(self, fact: Figure, gold: GoldFact) -> None:
        keys, measure = gold.keys, fact.measure
        self._detail("figure unit", measure.unit == keys.get("unit"), fact, gold, keys.get("unit"), measure.unit)
        self._detail("figure bound", measure.bound == keys["bound"], fact, gold, keys["bound"], measure.bound)
        if keys.get("of"):
            self._detail("figure of", overlap(fact.of, keys["of"]) >= SAME_OF, fact, gold, keys["of"], fact.of)
        if keys.get("subject"):
            options = [form for name in keys["subject"].split("|") for form in self.aliases.get(name, {name})]
            said = fact.subject.name if fact.subject else None
            self._detail("figure subject", same_name(said, options), fact, gold, keys["subject"], said)
        elif not gold.optional:
            said = fact.subject.name if fact.subject else None
            self._detail("figure subject null", said is None, fact, gold, None, said)

    def _detail(self, name: str, right: bool, fact: Fact, gold: GoldFact, wanted: Any, got: Any) -> None:
        self.score.note(name, right)
        if not right:
            what = f"{name} of {fact.type} «{gold.text[:60]}»: wanted {wanted}, got {got}"
            self._mistake(fact.type, "differs", what, gold.start)

    def _mistake(self, kind: str, how: str, what: str, start: int, text: str | None = None) -> None:
        whole = self.gold.text if text is None else text
        low, high = max(0, start - 110), start + 150
        sentence = " ".join(whole[low:high].split())
        self.score.mistakes.append(Mistake(self.gold.id, kind, how, what, sentence))


def _brief(keys: Mapping[str, Any]) -> str:
    shown = {
        k: (v["name"] if isinstance(v, dict) and "name" in v else v) for k, v in keys.items() if v not in (None, ())
    }
    return ", ".join(f"{key}={value}" for key, value in shown.items() if key not in {"measure", "confidence", "type"})[
        :220
    ]
