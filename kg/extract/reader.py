"""The reader: the stages of extraction, tied together for one language."""

from __future__ import annotations

import bisect
from collections.abc import Sequence
from functools import lru_cache

from kg.extract.assemble import best_readings, governed, merge, of_the_trade, settle, share_rules, sites, variants
from kg.extract.attribution import AttributionFinder, Voices
from kg.extract.dates import DateReader
from kg.extract.descriptions import Describer
from kg.extract.discourse import Discourse
from kg.extract.facilities import FacilityFinder
from kg.extract.figures import Figure, attach, open_ends
from kg.extract.found import Draft, Found, Referent
from kg.extract.groups import Grouper
from kg.extract.mentions import MentionFinder
from kg.extract.modality import ModalityFinder
from kg.extract.names import NameFinder
from kg.extract.quantities import QuantityReader
from kg.extract.referents import Referents
from kg.extract.roles import LIMIT, RoleFinder, complete
from kg.extract.testimony import testify
from kg.extract.triggers import TriggerFinder
from kg.gazetteer import Gazetteer, gazetteer
from kg.lang import Language, load
from kg.lang.tokens import Tokens, tokenise
from kg.model import Article, ClaimDraft, Cluster, Mention, Period, Reading, Span


NOUN_LIMIT = 9.5  # nouns are said of many things: their roles must stand nearer


class Reader:
    """Reads articles of one language. Thread-safe: holds nothing of an article."""

    def __init__(self, language: Language, names: Gazetteer) -> None:
        self.language = language
        self.gazetteer = names
        self.abbreviations = language.words("abbreviations")
        self.mentions = MentionFinder(language, names)
        self.describer = Describer(language, names)
        self.unknown = NameFinder(language, frozenset(self.describer.demonyms))
        self.facilities = FacilityFinder(language, names)
        self.grouper = Grouper(language)
        self.triggers = TriggerFinder(language)
        self.roles = RoleFinder(language)
        self.modality = ModalityFinder(language)
        self.attribution = AttributionFinder(language)
        self.quantities = QuantityReader(language.data["quantities"])
        self.dates = DateReader(language.data["dates"])

    def read(self, article: Article) -> Reading:
        """All claims of an article and the things they speak of."""
        tokens = tokenise(article.text, self.abbreviations, ordinal_dot=self.language.flag("ordinal_dot"))
        referents = Referents(self.gazetteer)
        figures = self._figures(tokens, article)
        mentions = self._mentions(tokens, referents, figures)
        named = {i for m in mentions if m.kind in ("name", "product") for i in range(m.lo, m.hi)}
        figures = [f for f in figures if not named.issuperset(range(f.lo, f.lo + 1)) or isinstance(f.value, Period)]
        drafts: list[Draft] = []
        voices: list[Voices] = []
        discourse = Discourse([[m for m in mentions if lo <= m.lo < hi] for lo, hi in tokens.sentences])
        for number in range(len(tokens.sentences)):
            found, voice = self._sentence(tokens, number, discourse, figures)
            drafts.extend(found)
            voices.append(voice)
        settle(drafts, self.language.frames)
        share_rules(drafts, referents)
        sites(drafts, self.facilities.by_site, referents)
        testify(drafts, voices)
        merged = of_the_trade(merge(drafts), referents.all())
        for draft in merged:
            open_ends(draft)
        return self._reading(article, tokens, referents, merged)

    # --- stages ----------------------------------------------------------------------------------------------
    def _mentions(self, tokens: Tokens, referents: Referents, figures: Sequence[Figure]) -> list[Found]:
        numbers = {i for f in figures for i in range(f.lo, f.hi)}
        found = [m for m in self.mentions.find(tokens, referents) if m.type != "place" or m.lo not in numbers]  # "US$"
        found = _sorted(found + self.unknown.find(tokens, found, referents, numbers))
        found = [m for m in found if m.kind != "absorbed"]
        found = _sorted(found + self.facilities.find(tokens, found, referents))
        return _sorted(found + self.describer.find(tokens, found, referents))

    def _figures(self, tokens: Tokens, article: Article) -> list[Figure]:
        out: list[Figure] = []
        dates = self.dates.read(article.text, article.published)
        for found in self.quantities.read(article.text, [(d.start, d.end) for d in dates]):
            lo, hi = _token_range(tokens, found.start, found.end)
            out.append(Figure(lo, hi, found.value, found.alt, found.bare, found.per))
        for date in dates:
            lo, hi = _token_range(tokens, date.start, date.end)
            out.append(Figure(lo, hi, date.period))
        return out

    def _sentence(
        self, tokens: Tokens, number: int, discourse: Discourse, figures: Sequence[Figure]
    ) -> tuple[list[Draft], Voices]:
        lo, hi = tokens.sentences[number]
        inside = discourse.sentences[number]
        groups = self.grouper.groups(tokens, inside, lo, hi)
        here = [f for f in figures if lo <= f.lo < hi]
        numbers = {i for f in here for i in range(f.lo, f.hi)}
        triggers = self.triggers.find(tokens, lo, hi, inside, numbers)
        crossing = self.roles.crossing(tokens, number, triggers, groups)
        spent = self.roles.light_verbs(triggers, crossing)
        drafts = [d for t in triggers if id(t) not in spent and (d := self.roles.fill(tokens, number, t, groups, crossing)) is not None]
        for draft in drafts:
            discourse.complete(draft, self.language.frames[draft.frame])
        drafts = [d for d in drafts if complete(d, self.language.frames[d.frame])]
        drafts.extend(variants(inside, number))
        drafts = [d for d in drafts if d.cost <= (NOUN_LIMIT if d.trigger.kind == "noun" else LIMIT)]
        drafts = governed(best_readings(drafts), crossing)
        discourse.remember(drafts)
        cues = self.modality.cues(tokens, lo, hi)
        for draft in drafts:
            draft.evidence.append(number)
            draft.modality = self.modality.read(tokens, draft, cues, crossing)
        voice = self.attribution.read(tokens, lo, hi, groups, crossing, len(drafts))
        attach(tokens, drafts, here, crossing, voice.say_tokens)
        return drafts, voice

    # --- result ----------------------------------------------------------------------------------------------
    def _reading(
        self, article: Article, tokens: Tokens, referents: Referents, drafts: Sequence[Draft]
    ) -> Reading:
        used: dict[str, Referent] = {}
        claims = [self._claim(article, tokens, draft, used) for draft in drafts]
        for referent in referents.all():
            if referent.strong and not referent.generic and referent.surfaces:
                used.setdefault(referent.key, referent)
        clusters = [self._cluster(article, used[key]) for key in used]
        clusters.sort(key=lambda c: (c.mentions[0].start if c.mentions else len(article.text), c.key))
        return Reading(article, tuple(clusters), tuple(claims))

    def _claim(self, article: Article, tokens: Tokens, draft: Draft, used: dict[str, Referent]) -> ClaimDraft:
        roles = draft.roles()
        for referent in [r for rs in roles.values() for r in rs] + draft.disputed:
            used.setdefault(referent.key, referent)
        sources: list[str] = []
        for source in draft.attributed:
            if isinstance(source, Referent):
                used.setdefault(source.key, source)
                sources.append(source.key)
            else:
                sources.append(source)
        marks = [("trigger", self._span(article, *tokens.span(draft.trigger.lo, draft.trigger.hi)))]
        for role, found in draft.fills.items():
            marks.extend((role, self._span(article, *tokens.span(m.lo, m.hi))) for m in found)
        return ClaimDraft(
            draft.type,
            {role: tuple(r.key for r in rs) for role, rs in sorted(roles.items())},
            tuple(self._sentence_span(article, tokens, s) for s in sorted(draft.evidence)),
            draft.modality or "asserted",
            draft.amount,
            draft.amount_alt,
            draft.quantity,
            draft.time,
            tuple(sources),
            tuple(r.key for r in draft.disputed),
            tuple(self._sentence_span(article, tokens, s) for s in sorted(draft.dispute_evidence)),
            draft.detail,
            round(min(1.0, max(0.05, 1.0 - draft.cost / LIMIT)), 3),
            tuple(sorted(set(marks), key=lambda m: (m[1].start, m[1].end, m[0]))),
        )

    def _cluster(self, article: Article, referent: Referent) -> Cluster:
        mentions = tuple(
            Mention(start, end, article.text[start:end], kind) for (start, end), kind in sorted(referent.surfaces.items())
        )
        entry = referent.entry
        candidate = entry.id if entry is not None and entry.id == referent.key else None
        return Cluster(referent.key, referent.name, referent.type, mentions, candidate)

    @staticmethod
    def _span(article: Article, start: int, end: int) -> Span:
        return Span(start, end, article.text[start:end])

    def _sentence_span(self, article: Article, tokens: Tokens, number: int) -> Span:
        return self._span(article, *tokens.span(*tokens.sentences[number]))


def _sorted(mentions: list[Found]) -> list[Found]:
    return sorted(mentions, key=lambda m: (m.lo, m.hi))


def _token_range(tokens: Tokens, start: int, end: int) -> tuple[int, int]:
    lo = bisect.bisect_right(tokens.ends, start)
    hi = bisect.bisect_left(tokens.starts, end)
    return lo, max(hi, lo + 1)


@lru_cache(maxsize=16)
def reader(code: str) -> Reader:
    """The reader of one language, made once."""
    return Reader(load(code), gazetteer())


def read(article: Article) -> Reading:
    """Read an article in its language; DataError where no pack knows that language."""
    return reader(article.language).read(article)
