"""From drafts to the `Reading` that is handed on: offsets into the article's text, evidence, clusters.

The reader reads the headline as the sentence before the text. Nothing of it may show: its mentions and marks fall
away, and a claim that only the headline makes is kept where a sentence of the text names the same things, which then
is its evidence.
"""

from __future__ import annotations

from collections.abc import Sequence

from kg.extract.choosing import LIMIT
from kg.extract.found import Draft, Found, Referent
from kg.extract.referents import Referents
from kg.lang.tokens import Tokens
from kg.model import Article, ClaimDraft, Cluster, Mention, Reading, Span


class Outcome:
    """What was read out of one article. `shift` is where the text starts in the tokens' text, behind the headline."""

    def __init__(self, article: Article, tokens: Tokens, shift: int) -> None:
        self.article = article
        self.tokens = tokens
        self.shift = shift
        self.opening = next(
            (n for n, (lo, _) in enumerate(tokens.sentences) if tokens.starts[lo] >= shift), len(tokens.sentences)
        )
        self.used: dict[str, Referent] = {}
        self.told: list[Draft] = []  # the drafts that became claims, in their order

    def reading(self, referents: Referents, drafts: Sequence[Draft]) -> Reading:
        """The claims and the clusters of mentions that they, or a name in the text, call for."""
        claims = []
        for draft in drafts:
            claim = self._claim(draft)
            if claim is not None:
                claims.append(claim)
                self.told.append(draft)
        for referent in referents.all():
            if referent.strong and not referent.generic and self._printed(referent):
                self.used.setdefault(referent.key, referent)
        clusters = [self._cluster(referent) for referent in self.used.values()]
        clusters.sort(key=lambda c: (c.mentions[0].start if c.mentions else len(self.article.text), c.key))
        return Reading(self.article, tuple(clusters), tuple(claims))

    def _printed(self, referent: Referent) -> bool:
        """Whether the text itself names it, or nothing does (a country behind an adjective)."""
        return any(start >= self.shift for start, _ in referent.surfaces)

    def _claim(self, draft: Draft) -> ClaimDraft | None:
        headline_only = all(s < self.opening for s in draft.evidence)
        roles = {
            role: kept
            for role, referents in draft.roles().items()
            if (kept := [r for r in referents if self._printed(r) or not headline_only])
        }
        evidence = [s for s in sorted(draft.evidence) if s >= self.opening]
        if headline_only:
            found = self._sentence_naming([r for referents in roles.values() for r in referents])
            if found is None:
                return None
            evidence = [found]
        for referent in [r for rs in roles.values() for r in rs] + draft.disputed:
            self.used.setdefault(referent.key, referent)
        return ClaimDraft(
            draft.type,
            {role: tuple(r.key for r in rs) for role, rs in sorted(roles.items())},
            tuple(self._sentence(s) for s in evidence),
            draft.modality or "asserted",
            draft.amount,
            draft.amount_alt,
            draft.quantity,
            draft.time,
            tuple(self._sources(draft)),
            tuple(r.key for r in draft.disputed),
            tuple(self._sentence(s) for s in sorted(draft.dispute_evidence) if s >= self.opening),
            draft.detail,
            round(min(1.0, max(0.05, 1.0 - draft.cost / LIMIT)), 3),
            self._marks(draft),
        )

    def _sentence_naming(self, referents: Sequence[Referent]) -> int | None:
        """The first sentence of the text that names at least two of these."""
        for number in range(self.opening, len(self.tokens.sentences)):
            start, end = self.tokens.span(*self.tokens.sentences[number])
            named = [r for r in referents if any(start <= a and b <= end for a, b in r.surfaces)]
            if len(named) >= 2:
                return number
        return None

    def _sources(self, draft: Draft) -> list[str]:
        out: list[str] = []
        for source in draft.attributed:
            if isinstance(source, Referent):
                self.used.setdefault(source.key, source)
                out.append(source.key)
            else:
                out.append(source)
        return out

    def _marks(self, draft: Draft) -> tuple[tuple[str, Span], ...]:
        triggers = [self.tokens.span(t.lo, t.hi) for t in (draft.trigger, *draft.repeats)]
        spans = [("trigger", span) for span in triggers]
        spans += [(role, self._place(m)) for role, found in draft.fills.items() for m in found]
        marks = {(role, self._span(start, end)) for role, (start, end) in spans if start >= self.shift}
        return tuple(sorted(marks, key=lambda m: (m[1].start, m[1].end, m[0])))

    def _place(self, mention: Found) -> tuple[int, int]:
        return self.tokens.span(mention.lo, mention.hi)

    def _cluster(self, referent: Referent) -> Cluster:
        mentions = tuple(
            Mention(start - self.shift, end - self.shift, self.tokens.text[start:end], kind)
            for (start, end), kind in sorted(referent.surfaces.items())
            if start >= self.shift
        )
        entry = referent.entry
        candidate = entry.id if entry is not None and entry.id == referent.key else None
        return Cluster(referent.key, referent.name, referent.type, mentions, candidate)

    def _span(self, start: int, end: int) -> Span:
        return Span(start - self.shift, end - self.shift, self.tokens.text[start:end])

    def _sentence(self, number: int) -> Span:
        return self._span(*self.tokens.span(*self.tokens.sentences[number]))
