"""The reader: the stages of extraction, tied together for one language."""

from __future__ import annotations

import bisect
from collections.abc import Sequence
from functools import lru_cache
from typing import TypeVar

from kg.extract.assemble import best_readings, heard, made_parts, merge, of_the_trade, settle, variants
from kg.extract.attribution import AttributionFinder, Voices
from kg.extract.choosing import LIMIT
from kg.extract.classes import without_classes, without_headlines
from kg.extract.control import clearances, owners, shares
from kg.extract.crossing import CrossingFinder
from kg.extract.dates import DateReader
from kg.extract.descriptions import Describer
from kg.extract.discourse import Discourse
from kg.extract.facilities import FacilityFinder
from kg.extract.figures import Figure, attach, open_ends
from kg.extract.found import GOODS, Draft, Found
from kg.extract.givers import GiverFinder, without_permits
from kg.extract.groups import Grouper
from kg.extract.mentions import MentionFinder
from kg.extract.modality import ModalityFinder
from kg.extract.names import NameFinder
from kg.extract.needs import complete, hands_of_state
from kg.extract.outcome import Outcome
from kg.extract.outlook import await_approval, by_date
from kg.extract.output import said_once
from kg.extract.parallels import acted_together, dealt_out
from kg.extract.parse import parser_for
from kg.extract.plantowners import DescribedOwners
from kg.extract.processes import by_process
from kg.extract.providers import Parser
from kg.extract.quantities import QuantityReader
from kg.extract.referents import Referents
from kg.extract.roles import RoleFinder
from kg.extract.rules import RuleFinder, share_rules, tidy
from kg.extract.sides import take_sides
from kg.extract.sites import add_owner, call_alike, name_owners, share_plants, sites
from kg.extract.testimony import testify
from kg.extract.trace import Trace
from kg.extract.triggers import TriggerFinder
from kg.extract.unspaced import UnspacedNames
from kg.gazetteer import Gazetteer, gazetteer
from kg.lang import Language, load
from kg.lang.segment import Segmenter
from kg.lang.tokens import Tokens, tokenise
from kg.model import Amount, Article, Period, Quantity, Reading

Placed = TypeVar("Placed", Found, Figure)

NOUN_LIMIT = 9.5  # nouns are said of many things: their roles must stand nearer


class Reader:
    """Reads articles of one language. Thread-safe: holds nothing of an article."""

    def __init__(self, language: Language, names: Gazetteer, parser: Parser | None = None) -> None:
        self.language = language
        self.parser = parser
        self.segmenter: Segmenter | None = None
        if language.script.segmented:
            names = names.read_by(language.code, language.script.split)
            own = (
                text
                for entry in names.entries.values()
                for text, code, _ in entry.labels
                if code.split("-")[0] == language.code
            )
            self.segmenter = language.segmenter(own)
        self.gazetteer = names
        self.abbreviations = language.words("abbreviations")
        self.mentions = MentionFinder(language, names)
        self.describer = Describer(language, names)
        self.unspaced = UnspacedNames(language, self.segmenter) if self.segmenter is not None else None
        self.unknown = NameFinder(language, names, frozenset(self.describer.demonyms))
        self.facilities = FacilityFinder(language, names)
        self.described = DescribedOwners(language)
        self.givers = GiverFinder(names, self.describer.demonyms)
        self.grouper = Grouper(language)
        self.triggers = TriggerFinder(language)
        self.markets = language.words("market_words")
        self.crossings = CrossingFinder(language)
        self.roles = RoleFinder(language)
        self.rules = RuleFinder(language)
        self.modality = ModalityFinder(language)
        self.attribution = AttributionFinder(language)
        self.quantities = QuantityReader(language.data["quantities"])
        self.dates = DateReader(language.data["dates"])

    def read(self, article: Article) -> Reading:
        """All claims of an article and the things they speak of."""
        return self.trace(article)[0]

    def trace(self, article: Article) -> tuple[Reading, Trace]:
        """The same, and what was seen on the way."""
        headline = _headline(article)
        tokens = self.tokens(headline + article.text)
        outcome = Outcome(article, tokens, len(headline))
        referents = Referents(self.gazetteer)
        figures = self._figures(tokens, article.published, len(headline))
        mentions = self._mentions(tokens, referents, figures)
        named = {
            i
            for m in mentions
            if m.kind in ("name", "product") or (m.type in GOODS and tokens.words[m.lo][0].isdigit())
            for i in range(m.lo, m.hi)
        }
        figures = [f for f in figures if not named.issuperset(range(f.lo, f.lo + 1)) or isinstance(f.value, Period)]
        drafts: list[Draft] = []
        voices: list[Voices] = []
        trace = Trace(tokens, len(headline), mentions)
        discourse = Discourse(_by_sentence(tokens, mentions), tokens, self.language.words("passive_auxiliaries"))
        if self.parser is not None:
            trace.parsed = self.parser.open(tokens)
        for number, here in enumerate(_by_sentence(tokens, figures)):
            found, voice = self._sentence(tokens, number, discourse, here, trace, referents)
            drafts.extend(found)
            voices.append(voice)
        drafts = without_permits(drafts)
        name_owners(drafts)
        settle(drafts, self.language.frames)
        drafts = [d for d in drafts if not hands_of_state(d) or complete(d, self.language.frames[d.frame])]
        share_rules(drafts, referents)
        sites(drafts, self.facilities.by_site, referents)
        drafts = said_once(share_plants(drafts))
        by_date(drafts, article.published)
        waiting = [n for n, (lo, hi) in enumerate(tokens.sentences) if self.modality.awaits(tokens, lo, hi)]
        drafts = await_approval(drafts, waiting)
        testify(drafts, voices, outcome.opening)
        drafts = heard(drafts)
        drafts.extend(made_parts(drafts))
        merged = of_the_trade(merge(drafts), referents.all())
        for draft in merged:
            open_ends(draft)
            others = [source for source in draft.attributed if source not in draft.disputed]
            draft.attributed = others or draft.attributed  # who denies a report is not its source beside others
        merged = without_headlines(merged, outcome.opening)
        without_classes(merged, tokens, self.language.words("coordinators"))
        call_alike(referents, self.facilities.by_site)
        reading = outcome.reading(referents, merged)
        trace.claims = outcome.told
        return reading, trace

    def tokens(self, text: str) -> Tokens:
        """The words and sentences of a text in this language."""
        return tokenise(
            text, self.abbreviations, ordinal_dot=self.language.flag("ordinal_dot"), segmenter=self.segmenter
        )

    # --- stages ----------------------------------------------------------------------------------------------
    def _mentions(self, tokens: Tokens, referents: Referents, figures: Sequence[Figure]) -> list[Found]:
        numbers = {i for f in figures for i in range(f.lo, f.hi)}
        found = [m for m in self.mentions.find(tokens, referents) if m.type != "place" or m.lo not in numbers]  # "US$"
        if self.unspaced is not None:
            found = _joined(found, self.unspaced.find(tokens, found, referents))
        found = _joined(found, self.unknown.find(tokens, found, referents, numbers))
        found = _joined(found, self.facilities.find(tokens, found, referents))
        found = _sorted(found + self.describer.find(tokens, found, referents))
        self.described.read(tokens, found)
        return found if self.unspaced is None else self.unspaced.without_groups(tokens, found)

    def _figures(self, tokens: Tokens, published: str | None, shift: int) -> list[Figure]:
        out: list[Figure] = []
        dates = [d for d in self.dates.read(tokens.text, published) if d.start >= shift]
        for found in self.quantities.read(tokens.text, [(d.start, d.end) for d in dates]):
            lo, hi = _token_range(tokens, found.start, found.end)
            out.append(Figure(lo, hi, found.value, found.alt, found.bare, found.per))
        for date in dates:
            lo, hi = _token_range(tokens, date.start, date.end)
            out.append(Figure(lo, hi, date.period))
        return out

    def _closes(self, tokens: Tokens, figure: Figure) -> bool:
        """A date, or a sum that counts nothing: "voor 40 miljoen euro het X", not "5 milliards de puces"."""
        last = figure.hi >= len(tokens) or tokens.lows[figure.hi] not in self.language.markers
        return isinstance(figure.value, Period) or (isinstance(figure.value, Amount) and last)

    def _sentence(
        self,
        tokens: Tokens,
        number: int,
        discourse: Discourse,
        here: Sequence[Figure],
        trace: Trace,
        referents: Referents,
    ) -> tuple[list[Draft], Voices]:
        lo, hi = tokens.sentences[number]
        inside = discourse.sentences[number]
        numbers = {i for f in here if not _multiplies(f) for i in range(f.lo, f.hi)}
        dates = {i for f in here if self._closes(tokens, f) for i in range(f.lo, f.hi)}
        phrases = self.triggers.phrases(tokens, lo, hi)
        groups = self.grouper.groups(tokens, inside, lo, hi, dates, phrases)
        triggers = self.triggers.find(tokens, lo, hi, inside, numbers, phrases)
        crossing = self.crossings.crossing(tokens, number, triggers, groups)
        spent = self.roles.light_verbs(triggers, crossing)
        triggers = self.rules.prepare(tokens, triggers, crossing)
        drafts = [
            d
            for t in triggers
            if id(t) not in spent
            and (d := self.roles.fill(tokens, number, t, groups, crossing, trace.parsed)) is not None
        ]
        step = trace.step(triggers, spent, drafts)
        self.rules.lend(tokens, drafts, crossing)
        drafts = [d for d in drafts if d.fills]
        for draft in drafts:
            tidy(draft)
            by_process(tokens, draft, groups, crossing)
            add_owner(draft)
            self.givers.add(draft, tokens, inside, referents)
            discourse.complete(draft, self.language.frames[draft.frame])
            take_sides(draft, self.language.frames[draft.frame])
        drafts = [d for d in drafts if complete(d, self.language.frames[d.frame])]
        drafts = clearances(drafts, discourse.told, self.language.frames, crossing)
        drafts = owners(tokens, drafts, self.markets)
        step.complete = list(drafts)
        drafts.extend(variants(inside, number))
        drafts = [d for d in drafts if d.cost <= (NOUN_LIMIT if d.trigger.kind == "noun" else LIMIT)]
        step.near = list(drafts)
        drafts = dealt_out(tokens, best_readings(drafts), groups, self.roles.coordinators)
        drafts = acted_together(drafts)
        drafts = self.rules.governed(tokens, drafts, crossing)
        step.kept = list(drafts)
        discourse.remember(drafts)
        cues = self.modality.cues(tokens, lo, hi)
        for draft in drafts:
            draft.evidence.append(number)
            draft.modality = self.modality.read(tokens, draft, cues, crossing)
        voice = self.attribution.read(tokens, lo, hi, groups, crossing, len(drafts))
        voice.day = attach(tokens, drafts, here, crossing, voice.say_tokens)
        drafts.extend(shares(drafts, groups, here))
        return drafts, voice


def _multiplies(figure: Figure) -> bool:
    """ "doubles its capacity": the figure is a verb, and may evoke a frame."""
    return isinstance(figure.value, Quantity) and figure.value.unit == "times"


def _headline(article: Article) -> str:
    """The headline as a line before the text, unless the text opens with it."""
    title = " ".join(article.title.split())
    return "" if not title or article.text.startswith(title) else title + "\n"


def _by_sentence(tokens: Tokens, items: Sequence[Placed]) -> list[list[Placed]]:
    """Mentions or figures sentence by sentence, in their order; one pass, however long the text."""
    starts = [lo for lo, _ in tokens.sentences]
    out: list[list[Placed]] = [[] for _ in starts]
    for item in items:
        out[bisect.bisect_right(starts, item.lo) - 1].append(item)
    return out


def _joined(found: list[Found], more: list[Found]) -> list[Found]:
    """All mentions in the order of the text, without those that another has taken in."""
    return [m for m in _sorted(found + more) if m.kind != "absorbed"]


def _sorted(mentions: list[Found]) -> list[Found]:
    return sorted(mentions, key=lambda m: (m.lo, m.hi))


def _token_range(tokens: Tokens, start: int, end: int) -> tuple[int, int]:
    lo = bisect.bisect_right(tokens.ends, start)
    hi = bisect.bisect_left(tokens.starts, end)
    return lo, max(hi, lo + 1)


@lru_cache(maxsize=16)
def _reader(code: str, parser: str | None) -> Reader:
    return Reader(load(code), gazetteer(), parser_for(code, parser))


def reader(code: str, parser: str | None = None) -> Reader:
    """The reader of one language, made once; `parser` names the pipeline that joins it, or is `auto`."""
    return _reader(code, parser)


def read(article: Article, parser: str | None = None) -> Reading:
    """Read an article in its language; DataError where no pack knows that language."""
    return reader(article.language, parser).read(article)
