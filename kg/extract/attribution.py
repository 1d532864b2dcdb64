"""Who says so, and who denies it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from kg.extract.found import ACTORS, Group, Referent
from kg.extract.roles import Crossing
from kg.lang import Language
from kg.lang.phrases import Hit, PhraseTable
from kg.lang.tokens import Tokens

Source = Referent | str
NEAR = 5.0


@dataclass(slots=True)
class Voices:
    """The sources that one sentence gives, the origin first, and who denies something in it."""

    sources: list[Source] = field(default_factory=list)
    deniers: list[Referent] = field(default_factory=list)
    denies: bool = False
    hearsay: bool = False  # "reportedly"
    indirect: bool = False  # subjunctive of indirect speech: the source of the sentence before goes on
    report_only: bool = False  # "That was reported by Reuters."
    say_tokens: tuple[int, ...] = ()

    @property
    def empty(self) -> bool:
        return not self.sources


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
        ):
            for phrase in data.get(key, ()):
                if key != "after" or phrase not in self.say:
                    self.table.add(phrase, key)
        self.quiet = self._forms(data.get("told", ()))
        self.unnamed: PhraseTable[str] = PhraseTable(language.morphology, language.script.split)
        for block in data.get("unnamed", ()):
            self.unnamed.add_all(block["phrases"], block["name"])
        self.indirect = frozenset(language.data["modality"].get("indirect", ()))
        self.plain = self._forms(data.get("plain_say_verbs", ()))
        self.report_nouns = frozenset(w.casefold() for w in data.get("report_nouns", ()))
        self.spokes = frozenset(w.casefold() for w in data.get("spokesperson", ()))
        self.so_words = language.words("so_words")
        self.complementizers = language.words("complementizers")
        self.v2 = language.data["language"].get("subject_order") == "v2"

    def _forms(self, lemmas: Sequence[str]) -> dict[str, str]:
        return {
            f.text.casefold(): f.particle
            for lemma in lemmas
            for f in self.language.morphology.forms(lemma)
            if f.feature in ("finite", "participle", "gerund")
        }

    def read(
        self, tokens: Tokens, lo: int, hi: int, groups: Sequence[Group], crossing: Crossing, drafts: int
    ) -> Voices:
        """The voices of one sentence (tokens `lo` to `hi`) that holds `drafts` claims."""
        voices = Voices()
        hits = self.table.find(tokens.lows, lo, hi)
        unnamed = self.unnamed.find(tokens.lows, lo, hi)
        kinds = {h.value for h in hits}
        actors = [g for g in groups if any(m.type in ACTORS for m in g.members)]
        says = [i for i in range(lo, hi) if tokens.lows[i] in self.say and self._introduces(tokens, i, lo, hi)]
        says += [h.hi - 1 for h in hits if h.value == "say_phrases"]
        silent = [h for h in hits if h.value == "no_comment"]
        says = [i for i in says if not any(h.lo <= i < h.hi for h in silent)]
        voices.hearsay = "reported_words" in kinds
        voices.indirect = any(tokens.lows[i] in self.indirect for i in range(lo, hi))
        self._denial(tokens, lo, hi, actors, hits, crossing, voices)
        origin: list[Source] = []
        passed: list[Source] = []
        main: list[Source] = []
        for hit in hits:
            if hit.value == "citing":
                origin += self._after(hit, actors, unnamed, crossing)
            elif hit.value == "via":
                passed += [s for s in self._after(hit, actors, unnamed, crossing) if _medium(s)]
            elif hit.value == "before":
                main += self._after(hit, actors, unnamed, crossing)
            elif hit.value == "after":
                main += self._ahead(hit.lo, actors, unnamed, crossing)
        if not voices.denies:
            for i in says:
                main += self._speaker(tokens, i, actors, unnamed, crossing)
            for group in actors:
                if (
                    says
                    and group.type == "media"
                    and any(0 < group.lo - i <= 6 for i in says if tokens.lows[i] in self.quiet)
                ):
                    passed += self._members(group)
            for hit in hits:
                if hit.value == "told_phrases":
                    passed += [s for s in self._after(hit, actors, unnamed, crossing) if _medium(s)]
        voices.sources = _unique(origin + main + (passed if origin or main else []))
        voices.say_tokens = tuple(says)
        voices.report_only = (
            bool(voices.sources) and drafts == 0 and (bool(says) or "before" in kinds or "after" in kinds)
        )
        return voices

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
                return (k + 1 < hi and tokens.lows[k + 1] in self.complementizers) or k + 1 >= hi
        return i >= hi - 2

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

    def _after(
        self, hit: Hit[str], actors: Sequence[Group], unnamed: Sequence[Hit[str]], crossing: Crossing
    ) -> list[Source]:
        for other in unnamed:
            if 0 <= other.lo - hit.hi <= 3:
                return [other.value]
        out: list[Source] = []
        for group in actors:
            if group.lo >= hit.hi and crossing.apart(hit.lo, hit.hi, group.lo, group.hi) <= 2.0:
                out += self._members(group)
                break
        return out

    def _ahead(self, at: int, actors: Sequence[Group], unnamed: Sequence[Hit[str]], crossing: Crossing) -> list[Source]:
        for other in reversed(unnamed):
            if 0 <= at - other.hi <= 2:
                return [other.value]
        for group in reversed(actors):
            if group.hi <= at and crossing.apart(at, at + 1, group.lo, group.hi) <= 2.0:
                return self._members(group)
        return []

    def _speaker(
        self, tokens: Tokens, i: int, actors: Sequence[Group], unnamed: Sequence[Hit[str]], crossing: Crossing
    ) -> list[Source]:
        """The subject of a verb of saying, before it or, inverted, after it."""
        best: tuple[float, list[Source]] | None = None
        for hit in unnamed:
            if hit.lo > i and tokens.lows[i] in self.quiet:
                continue  # "told analysts": they only listen
            cost = crossing.apart(i, i + 1, hit.lo, hit.hi)
            if cost <= NEAR and (best is None or cost < best[0]):
                best = (cost, [hit.value])
        for group in actors:
            if group.functions and "by" not in group.functions and "from" not in group.functions:
                continue
            cost = crossing.apart(i, i + 1, group.lo, group.hi) + (0.5 if group.lo > i else 0.0)
            if group.functions:
                cost += 1.0
            if cost <= NEAR and (best is None or cost < best[0]):
                best = (cost, self._members(group))
        return best[1] if best else []

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
        for i in range(lo, hi):
            particle = self.deny.get(tokens.lows[i])
            if particle is None or (particle and particle not in tokens.lows[i:hi]):
                continue
            places.append((i, i + 1))
        for at, end in places:
            named = [g for g in actors if not g.functions or "by" in g.functions]
            named.sort(key=lambda g: crossing.apart(at, end, g.lo, g.hi) + (2.0 if g.lo > at and not self.v2 else 0.0))
            if named and crossing.apart(at, end, named[0].lo, named[0].hi) <= 8.0:
                voices.denies = True
                voices.deniers = [m.referent for m in named[0].members if m.referent is not None]
                return


def _medium(source: Source) -> bool:
    return isinstance(source, Referent) and source.type == "media"


def _unique(sources: Sequence[Source]) -> list[Source]:
    out: list[Source] = []
    for source in sources:
        if all(source is not s and source != s for s in out):
            out.append(source)
    return out
