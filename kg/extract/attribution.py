"""Who says so, and who denies it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from kg.extract.crossing import Crossing
from kg.extract.found import ACTORS, Group, Referent
from kg.lang import Language
from kg.lang.phrases import Hit, PhraseTable
from kg.lang.tokens import Tokens
from kg.model import Period

Source = Referent | str
NEAR = 5.0
TOPIC = 2.5  # how far the topic of a sentence is from its verb of saying at most
QUOTED = frozenset(',"”“»«')
PLACES = frozenset({"before", "after", "citing", "own_account", "reported_words"})


@dataclass(slots=True)
class Voices:
    """The sources that one sentence gives, the origin first, and who denies something in it."""

    sources: list[Source] = field(default_factory=list)
    deniers: list[Referent] = field(default_factory=list)
    denies: bool = False
    denial: int = -1  # the token behind the word of denial
    hearsay: bool = False  # "reportedly"
    indirect: bool = False  # subjunctive of indirect speech: the source of the sentence before goes on
    report_only: bool = False  # "That was reported by Reuters."
    parties: bool = False  # "the two companies announced": those of whom the claim tells
    finders: list[Source] = field(default_factory=list)  # who took a thing apart, counted, traced: no party itself
    say_tokens: tuple[int, ...] = ()
    breaks: tuple[int, ...] = ()  # semicolons: what is said before one is not sourced behind it
    at: int = -1  # where the first source of the sentence is named
    day: Period | None = None  # on which it was said

    @property
    def empty(self) -> bool:
        return not self.sources


@dataclass(frozen=True, slots=True)
class Scene:
    """One sentence, as the search for its sources sees it."""

    tokens: Tokens
    actors: Sequence[Group]
    unnamed: Sequence[Hit[str]]
    hits: Sequence[Hit[str]]
    crossing: Crossing

    def cited(self, at: int) -> bool:
        """Whether what stands there is named as the source of the speaker, or as a listener."""
        return any(h.value in ("citing", "via", "told_phrases") and 0 <= at - h.hi <= 3 for h in self.hits)


class AttributionFinder:
    """Finds sources and denials in the sentences of one language."""

    def __init__(self, language: Language) -> None:
        data: Mapping[str, Any] = language.data["attribution"]
        self.language = language
        self.say = self._forms(data.get("say_verbs", ()))
        self.deny = self._forms(data.get("denial_verbs", ()))
        self.table: PhraseTable[str] = PhraseTable(language.morphology, language.script.split)
        for key in (
            "before",
            "after",
            "via",
            "citing",
            "told_phrases",
            "reported_words",
            "say_phrases",
            "denial_phrases",
            "no_comment",
            "own_account",
            "parties",
        ):
            for phrase in data.get(key, ()):
                if key != "after" or phrase not in self.say:
                    self.table.add(phrase, key)
        self.quiet = self._forms(data.get("told", ()))
        self.unnamed: PhraseTable[str] = PhraseTable(language.morphology, language.script.split)
        for block in data.get("unnamed", ()):
            self.unnamed.add_all(block["phrases"], block["name"])
        self.bare = frozenset(block["name"] for block in data.get("unnamed", ()) if block.get("bare"))
        self.find = self._forms(data.get("find_verbs", ()))
        self.indirect = frozenset(language.data["modality"].get("indirect", ()))
        self.plain = self._forms(data.get("plain_say_verbs", ()))
        self.report_nouns = frozenset(w.casefold() for w in data.get("report_nouns", ()))
        self.spokes = frozenset(w.casefold() for w in data.get("spokesperson", ()))
        self.so_words = language.words("so_words")
        self.complementizers = language.words("complementizers")
        self.v2 = language.data["language"].get("subject_order") == "v2"
        self.capital_nouns = language.flag("capital_nouns")
        self.behind = language.flag("markers_behind")
        self.speaking = frozenset({"subj"} if self.behind else {"by", "from", "subj"})
        self.infinitive_markers = language.words("infinitive_markers")
        self.passive = language.words("passive_auxiliaries")
        nouns_alike = not self.v2 and not self.behind and not language.flag("bare_participle_passive")
        self.articles = (
            language.words("determiners") - language.words("loose_determiners") if nouns_alike else frozenset()
        )
        self.persons = language.words("person_pronouns")
        self.analysts = frozenset(w.casefold() for w in data.get("analysts", ()))
        self.subordinators = language.words("subordinators")

    def _forms(self, lemmas: Sequence[str]) -> dict[str, set[str]]:
        """Verb forms, and the particles one of which must follow ("stellte … fest"); "" where none need follow."""
        out: dict[str, set[str]] = {}
        for lemma in lemmas:
            for form in self.language.morphology.forms(lemma):
                if form.feature in ("finite", "participle", "gerund"):
                    out.setdefault(form.text.casefold(), set()).add(form.particle)
        return out

    def _is(self, verbs: Mapping[str, set[str]], tokens: Tokens, i: int, hi: int) -> bool:
        """Whether a token is a form of one of these verbs, its particle in its place; no noun, no "is said to"."""
        particles = verbs.get(tokens.lows[i])
        if particles is None or (self.capital_nouns and tokens.words[i][0].isupper()):
            return False
        if "" not in particles and particles.isdisjoint(tokens.lows[i:hi]):
            return False
        if i > 0 and tokens.lows[i - 1] in self.articles:
            return False  # "a report", "the estimate"
        to = i + 1 < hi and tokens.lows[i + 1] in self.infinitive_markers
        return not (to and i > 0 and tokens.lows[i - 1] in self.passive)

    def read(
        self, tokens: Tokens, lo: int, hi: int, groups: Sequence[Group], crossing: Crossing, drafts: int
    ) -> Voices:
        """The voices of one sentence (tokens `lo` to `hi`) that holds `drafts` claims."""
        voices = Voices()
        hits = self.table.find(tokens.lows, lo, hi)
        unnamed = self.unnamed.find(tokens.lows, lo, hi)
        kinds = {h.value for h in hits}
        actors = [g for g in groups if any(m.type in ACTORS for m in g.members)]
        spoken = [i for i in range(lo, hi) if tokens.lows[i] in self.say]
        says = [i for i in spoken if self._is(self.say, tokens, i, hi) and self._introduces(tokens, i, lo, hi)]
        says += [h.hi - 1 for h in hits if h.value == "say_phrases"]
        silent = [h for h in hits if h.value == "no_comment"]
        says = [i for i in says if not any(h.lo <= i < h.hi for h in silent)]
        unnamed = [u for u in unnamed if not any(h.value == "say_phrases" and h.lo <= u.lo < h.hi for h in hits)]
        voices.hearsay = "reported_words" in kinds
        voices.indirect = any(tokens.lows[i] in self.indirect for i in range(lo, hi))
        voices.breaks = tuple(i for i in range(lo, hi) if tokens.words[i] == ";")
        scene = Scene(tokens, actors, unnamed, hits, crossing)
        self._denial(tokens, lo, hi, actors, hits, crossing, voices)
        voices.sources = self._sources(scene, says, voices)
        if not voices.sources and not voices.parties and any(self._he_says(tokens, i, lo, hi) for i in says):
            voices.indirect = True  # "He added that …": the speaker of the sentence before
        voices.finders = self._finders(scene, lo, hi)
        voices.say_tokens = tuple(says)
        voices.at = min([h.lo for h in hits if h.value in PLACES] + says, default=-1)
        told = bool(voices.sources) or voices.parties
        voices.report_only = told and drafts == 0 and (bool(says) or "before" in kinds or "after" in kinds)
        return voices

    def _he_says(self, tokens: Tokens, i: int, lo: int, hi: int) -> bool:
        return any(tokens.lows[k] in self.persons for k in (i - 1, i - 2, i + 1) if lo <= k < hi)

    def _sources(self, scene: Scene, says: Sequence[int], voices: Voices) -> list[Source]:
        """The sources of one sentence: whom the speaker cites, the speaker, and who passed it on."""
        origin: list[Source] = []
        passed: list[Source] = []
        main: list[Source] = []
        for hit in scene.hits:
            if hit.value == "citing":
                origin += self._after(hit, scene)
            elif hit.value in ("via", "told_phrases"):
                passed += [s for s in self._after(hit, scene) if _medium(s)]
            elif hit.value == "before":
                main += self._after(hit, scene)
            elif hit.value == "after":
                main += self._ahead(hit.lo, scene)
            elif hit.value == "own_account":
                main += self._subject(hit, scene)
        if voices.denies:
            return _unique(self._denied_media(scene, voices) + origin)
        for i in says:
            spoken = self._speaker(i, scene)
            voices.parties = voices.parties or spoken is None
            main += [t for s in spoken or [] for t in self._with_house(s, scene)]
            passed += [s for s in self._listener(i, scene) if _medium(s)]
        if any(_medium(s) for s in main):  # "Reuters reported, citing people familiar with the matter"
            origin = [s for s in origin if s not in self.bare]
        return _unique(origin + main + (passed if origin or main or says else []))

    def _with_house(self, source: Source, scene: Scene) -> list[Source]:
        """ "Bernstein analyst Lin", "Lin, an analyst at Bernstein": an analyst speaks for a house as well."""
        if not self.analysts or isinstance(source, str) or source.type != "person":
            return [source]
        lows = scene.tokens.lows
        for group in scene.actors:
            person = next((m for m in group.members if m.referent is source), None)
            if person is None:
                continue
            title = next(
                (k for k in (person.lo - 1, person.hi + 2) if k >= 0 and lows[k : k + 1] and lows[k] in self.analysts),
                None,
            )
            if title is None:
                return [source]
            for house in (m for g in scene.actors for m in g.members if m.type == "company" and m.referent is not None):
                if house.hi == title or 0 < house.lo - title <= 2:
                    return [source, house.referent] if house.referent is not None else [source]
        return [source]

    def _finders(self, scene: Scene, lo: int, hi: int) -> list[Source]:
        """Who found out: "iFixit identified a modem in it"."""
        out: list[Source] = []
        for i in range(lo, hi):
            if scene.tokens.lows[i] not in self.find or not self._is(self.find, scene.tokens, i, hi):
                continue
            out += [s for s in self._speaker(i, scene, finds=True) or [] if not isinstance(s, str) and _investigates(s)]
        return _unique(out)

    def _denied_media(self, scene: Scene, voices: Voices) -> list[Source]:
        """ "denied a Reuters report": whose report it is."""
        keys = {r.key for r in voices.deniers}
        return [
            m.referent
            for group in scene.actors
            for m in group.members
            if m.type == "media"
            and m.referent is not None
            and m.referent.key not in keys
            and self.report_nouns.intersection(scene.tokens.lows[max(0, group.lo - 4) : group.hi + 3])
        ]

    def _introduces(self, tokens: Tokens, i: int, lo: int, hi: int) -> bool:
        """Whether a verb that can mean "say" hands something on here: "found that …", ", wrote the paper"."""
        low = tokens.lows[i]
        if low in self.plain:
            return True
        if i > lo and (tokens.words[i - 1] in ',"”“»«' or tokens.lows[i - 1] in self.so_words):
            return True
        for k in range(i + 1, min(hi, i + 7)):
            if tokens.lows[k] in self.complementizers or tokens.words[k] in ':„“"»':
                return True
            if tokens.words[k] in ",.":
                goes_on = k + 1 < hi and tokens.lows[k + 1] in self.complementizers
                return goes_on or (k + 1 >= hi and self._ends(tokens, i, lo))
        return i >= hi - 2 and self._ends(tokens, i, lo)

    def _ends(self, tokens: Tokens, i: int, lo: int) -> bool:
        """ "…, Bloomberg claims." against "…, if Washington agrees."."""
        for k in range(i - 1, max(lo, i - 10), -1):
            if tokens.lows[k] in self.subordinators:
                return False
            if tokens.words[k] in QUOTED:
                return True
        return False

    # --- sources ---------------------------------------------------------------------------------------------
    @staticmethod
    def _members(group: Group) -> list[Source]:
        return [
            m.referent
            for m in group.members
            if m.referent is not None
            and m.type in ACTORS
            and (m.kind != "unknown" or m.referent.strong or m.type == "person")
        ]

    def _after(self, hit: Hit[str], scene: Scene) -> list[Source]:
        for other in scene.unnamed:
            if 0 <= other.lo - hit.hi <= 3:
                return [other.value]
        for group in scene.actors:
            if group.lo >= hit.hi and scene.crossing.apart(hit.lo, hit.hi, group.lo, group.hi) <= 2.0:
                return self._members(group)
        return []

    def _ahead(self, at: int, scene: Scene) -> list[Source]:
        for other in reversed(scene.unnamed):
            if 0 <= at - other.hi <= 2:
                return [other.value]
        for group in reversed(scene.actors):
            if group.hi <= at and scene.crossing.apart(at, at + 1, group.lo, group.hi) <= 2.0:
                return self._members(group)
        return []

    def _subject(self, hit: Hit[str], scene: Scene) -> list[Source]:
        """ "Nvidia offers nothing there, by its own account": the nearest party that is no object."""
        bare = [g for g in scene.actors if not g.functions and not g.possessive and g.type != "media"]
        bare.sort(key=lambda g: scene.crossing.apart(hit.lo, hit.hi, g.lo, g.hi) + (2.0 if g.lo > hit.lo else 0.0))
        return self._members(bare[0]) if bare else []

    def _listener(self, i: int, scene: Scene) -> list[Source]:
        """ "told Reuters": whom the speaker told."""
        if scene.tokens.lows[i] not in self.quiet:
            return []
        return [s for g in scene.actors if g.type == "media" and 0 < g.lo - i <= 6 for s in self._members(g)]

    def _speaker(self, i: int, scene: Scene, *, finds: bool = False) -> list[Source] | None:
        """The subject of a verb of saying, before it or, inverted, after it; None for "the two companies"."""
        best: tuple[float, list[Source] | None] | None = None
        inverted = self.v2 or scene.tokens.words[i - 1] in QUOTED
        listens = scene.tokens.lows[i] in self.quiet
        spans: list[tuple[int, int, float, list[Source] | None]] = []
        topics = {g.lo for g in scene.actors if self.behind and g.functions[:2] == ("subj", "obj")}
        for hit in scene.unnamed:
            told = hit.lo > i and listens and not inverted  # ", dijeron dos fuentes": they speak
            if not told and not scene.cited(hit.lo):
                spans.append((hit.lo, hit.hi, 0.0, [hit.value]))
        spans += [(h.lo, h.hi, -0.5, None) for h in scene.hits if h.value == "parties"]
        for group in scene.actors:
            marked = 0.0
            members = self._members(group)
            if group.functions and not self._spoken_for(scene.tokens, group):
                last = group.members[-1]
                if len(members) > 1 and group.hi == i and scene.tokens.words[last.lo - 1] == ",":
                    members = members[-1:]  # "In a filing with the SEC, Intel said"
                elif (finds and not self.behind) or self.speaking.isdisjoint(group.functions):
                    continue
                else:
                    marked = 1.0
            heard = listens and group.type == "media" and group.lo > i and not self.v2
            if group.possessive:  # "Johny Srouji, Apple's silicon chief"
                members = members[:1] if group.type == "person" and len(group.members) > 1 else []
            if members and not (heard or scene.cited(group.lo)):
                spans.append((group.lo, group.hi, marked, members))
        for lo, hi, extra, sources in spans:
            if lo > i and self.behind:
                continue
            if lo > i and not inverted and not extra:
                continue  # "said that Intel and TSMC were …": they are spoken of
            cost = scene.crossing.apart(i, i + 1, lo, hi) + extra + (0.5 if lo > i else 0.0)
            if lo in topics:  # "Aは…と発表した": the topic speaks, however far it stands
                cost = min(cost, TOPIC + 0.01 * (i - hi))
            if cost <= NEAR and (best is None or cost < best[0]):
                best = (cost, sources)
        return best[1] if best else []

    def _spoken_for(self, tokens: Tokens, group: Group) -> bool:
        """ "a spokesman for Nexperia said", or a group that its preposition is far from: "For years CEO X said"."""
        return group.marker > 0 and (tokens.lows[group.marker - 1] in self.spokes or group.lo - group.marker > 2)

    # --- denial ----------------------------------------------------------------------------------------------
    def _denial(
        self,
        tokens: Tokens,
        lo: int,
        hi: int,
        actors: Sequence[Group],
        hits: Sequence[Hit[str]],
        crossing: Crossing,
        voices: Voices,
    ) -> None:
        places = [(h.lo, h.hi) for h in hits if h.value == "denial_phrases"]
        denying = [i for i in range(lo, hi) if tokens.lows[i] in self.deny]
        places += [(i, i + 1) for i in denying if self._is(self.deny, tokens, i, hi)]
        for at, end in places:
            speaks = "subj" if self.behind else "by"
            named = [g for g in actors if not g.functions or speaks in g.functions]
            named.sort(key=lambda g: crossing.apart(at, end, g.lo, g.hi) + (2.0 if g.lo > at and not self.v2 else 0.0))
            topics = [g for g in named if self.behind and g.lo < at and g.functions[:2] == ("subj", "obj")]
            named = topics[-1:] or named  # "TSMCは…を否定した"
            if named and (topics or crossing.apart(at, end, named[0].lo, named[0].hi) <= 8.0):
                voices.denies, voices.denial = True, end
                voices.deniers = [m.referent for m in named[0].members if m.referent is not None]
                return


def _investigates(source: Referent) -> bool:
    """Media, authorities and laboratories find out about others; a firm that finds a buyer does not."""
    sectors = source.entry.sectors if source.entry is not None else ()
    return source.type in ("media", "government_body") or "research" in sectors


def _medium(source: Source) -> bool:
    return isinstance(source, Referent) and source.type == "media"


def _unique(sources: Sequence[Source]) -> list[Source]:
    out: list[Source] = []
    for source in sources:
        if all(source is not s and source != s for s in out):
            out.append(source)
    return out
