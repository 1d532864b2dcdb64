"""Why a claim is what it is: the reader's own choices, in words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from kg.extract.found import Draft, Found, Referent, Trigger
from kg.extract.reader import reader
from kg.extract.trace import Step, Trace
from kg.model import Article, ClaimDraft, Reading, Span

FUNCTIONS: Final = {
    "subj": "the subject",
    "obj": "the object",
    "iobj": "a second object",
    "head": "who is called so",
}
STANDS_FOR: Final = {
    "pronoun": "a pronoun for",
    "relative": "a relative pronoun for",
    "description": "a description of",
}


@dataclass(frozen=True, slots=True)
class MentionNote:
    """A mention: where, of what entity type, what it stands for, and how it was found (`kind`)."""

    span: Span
    type: str
    kind: str
    name: str


@dataclass(frozen=True, slots=True)
class TriggerNote:
    """A word that evokes a frame, and what became of it: `claim` is whether it made one, `outcome` says why not."""

    span: Span
    frame: str
    kind: str
    voice: str
    claim: bool
    outcome: str


@dataclass(frozen=True, slots=True)
class RoleNote:
    """A filled role: the entity, the words, and why it is this role."""

    role: str
    name: str
    span: Span | None
    why: str


@dataclass(frozen=True, slots=True)
class ClaimNote:
    """A claim and the reasons for its type, roles and modality. `figures` are names and values of its sums and times;
    `score` is that of the claim, from 0 to 1."""

    type: str
    frame: str
    trigger: Span | None
    why_type: str
    roles: tuple[RoleNote, ...]
    modality: str
    why_modality: str
    sources: tuple[str, ...]
    deniers: tuple[str, ...]
    evidence: tuple[Span, ...]
    figures: tuple[tuple[str, str], ...]
    score: float


@dataclass(frozen=True, slots=True)
class Explanation:
    """An article with everything the reader saw in it."""

    article: Article
    mentions: tuple[MentionNote, ...]
    triggers: tuple[TriggerNote, ...]
    claims: tuple[ClaimNote, ...]


def explain(article: Article) -> tuple[Reading, Explanation]:
    """Read an article and keep the reasons. DataError where no pack knows its language."""
    reading, trace = reader(article.language).trace(article)
    return reading, _Explainer(article, trace).explanation(reading)


class _Explainer:
    def __init__(self, article: Article, trace: Trace) -> None:
        self.article = article
        self.trace = trace
        self.tokens = trace.tokens
        self.frames = reader(article.language).language.frames

    def explanation(self, reading: Reading) -> Explanation:
        mentions = [
            MentionNote(span, m.type, m.kind, m.referent.name)
            for m in self.trace.mentions
            if m.referent is not None and (span := self._span(m.lo, m.hi)) is not None
        ]
        triggers = [note for step in self.trace.steps for t in step.triggers if (note := self._trigger(t, step))]
        claims = [self._claim(*pair) for pair in zip(self.trace.claims, reading.drafts, strict=True)]
        return Explanation(self.article, tuple(mentions), tuple(triggers), tuple(claims))

    def _span(self, lo: int, hi: int) -> Span | None:
        """The words as they stand in the article's text; None in the headline."""
        start, end = self.tokens.span(lo, hi)
        if start < self.trace.shift:
            return None
        return Span(start - self.trace.shift, end - self.trace.shift, self.tokens.text[start:end])

    # --- triggers --------------------------------------------------------------------------------------------
    def _trigger(self, trigger: Trigger, step: Step) -> TriggerNote | None:
        span = self._span(trigger.lo, trigger.hi)
        if span is None:
            return None
        outcome = self._outcome(trigger, step)
        return TriggerNote(span, trigger.frame, trigger.kind, trigger.voice, outcome == "", outcome)

    def _outcome(self, trigger: Trigger, step: Step) -> str:
        if any(d.trigger is trigger or any(r is trigger for r in d.repeats) for d in self.trace.claims):
            return ""
        if id(trigger) in step.spent:
            return "another word says it"
        draft = next((d for d in step.filled if d.trigger is trigger), None)
        if draft is None:
            return "nothing here fills its roles"
        if all(d.trigger is not trigger for d in step.complete):
            return f"has {self._filled(draft)}, needs {self._needs(draft)}"
        if all(d.trigger is not trigger for d in step.near):
            return "its parties stand too far away"
        if all(d.trigger is not trigger for d in step.kept):
            return "another reading of this sentence is likelier"
        return "says no more than another claim, or nothing of the trade"

    @staticmethod
    def _filled(draft: Draft) -> str:
        return ", ".join(sorted(draft.fills)) or "nothing"

    def _needs(self, draft: Draft) -> str:
        needs = self.frames[draft.frame].need
        return " or ".join(" and ".join(need) for need in needs) if needs else "more than one party"

    # --- claims ----------------------------------------------------------------------------------------------
    def _claim(self, draft: Draft, claim: ClaimDraft) -> ClaimNote:
        return ClaimNote(
            draft.type,
            draft.frame,
            self._span(draft.trigger.lo, draft.trigger.hi),
            self._why_type(draft),
            tuple(note for role in sorted(draft.fills) for note in self._role(draft, role)),
            claim.modality,
            self._why_modality(draft),
            tuple(_name(source) for source in draft.attributed),
            tuple(_name(source) for source in draft.disputed),
            claim.evidence,
            tuple(_figures(claim)),
            claim.score,
        )

    def _why_type(self, draft: Draft) -> str:
        t = draft.trigger
        voice = f", {t.voice}" if t.kind == "verb" else ""
        words = f"{self._quoted(t.lo, t.hi)} is a {t.kind.replace('_', ' ')}{voice}, of the frame {draft.frame}"
        frame = self.frames[draft.frame]
        if draft.type != frame.claim:
            lot = " because a sum or number is named" if draft.type in (frame.lot, frame.money) else ""
            words += f"; {draft.type} instead of {frame.claim}{lot}"
        return words

    def _role(self, draft: Draft, role: str) -> list[RoleNote]:
        notes = []
        for mention in draft.fills[role]:
            if mention.referent is None:
                continue
            notes.append(
                RoleNote(
                    role, mention.referent.name, self._span(mention.lo, mention.hi), self._why(draft, role, mention)
                )
            )
        return notes

    def _why(self, draft: Draft, role: str, mention: Found) -> str:
        lo, hi = self.tokens.sentences[draft.sentence]
        stands = STANDS_FOR.get(mention.kind)
        what = f"{stands} {mention.referent.name}, " if stands and mention.referent is not None else ""
        if not lo <= mention.lo < hi:
            return f"{what}named elsewhere, taken as known"
        if role not in draft.how:
            return f"{what}belongs to what is named here"
        function, marker = draft.how[role]
        if marker >= 0 and function not in FUNCTIONS:
            return f"{what}behind {self._quoted(marker, marker + 1)} ({function})"
        side = "before" if mention.lo < draft.trigger.lo else "behind"
        trigger = self._quoted(draft.trigger.lo, draft.trigger.hi)
        return f"{what}{FUNCTIONS.get(function, function)}, {side} {trigger}"

    def _why_modality(self, draft: Draft) -> str:
        if draft.because is None or draft.because[0] != draft.modality:
            if draft.modality == "reported":
                return "handed on by somebody who is no party"
            return (
                "nothing in the sentence says otherwise" if draft.modality in (None, "asserted") else "told elsewhere"
            )
        _, lo, hi = draft.because
        if lo < 0:
            return "the verb is denied" if draft.modality == "negated" else "the verb is in the future"
        return self._quoted(lo, hi)

    def _quoted(self, lo: int, hi: int) -> str:
        return f"\u201c{self.tokens.surface(lo, hi)}\u201d"


def _figures(claim: ClaimDraft) -> Iterator[tuple[str, str]]:
    for name, value in (("amount", claim.amount), ("in other money", claim.amount_alt)):
        if value is not None:
            yield name, f"{value.approx.replace('_', ' ')} {value.value:,.15g} {value.currency}"
    if claim.quantity is not None:
        quantity = claim.quantity
        yield "quantity", f"{quantity.approx.replace('_', ' ')} {quantity.value:,.15g} {quantity.unit}"
    if claim.time is not None:
        yield "time", f"{claim.time.start or '…'} to {claim.time.end or '…'} (\u201c{claim.time.text}\u201d)"


def _name(source: Referent | str) -> str:
    return source if isinstance(source, str) else source.name
