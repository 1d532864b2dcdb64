"""How a claim is meant: planned, rumoured, negated … (`eval` rules: the first that fits)."""

from __future__ import annotations

from collections.abc import Sequence

from kg.extract.crossing import STEP, Crossing
from kg.extract.found import CONTROL, Draft, Trigger
from kg.lang import Cue, Language
from kg.lang.phrases import Hit, PhraseTable
from kg.lang.tokens import Tokens

ORDER = ("negated", "ended", "negotiating", "conditional", "planned", "rumoured", "reported", "asserted")
MOODS = {"future": "planned", "conditional": "rumoured"}  # what a verb form of its own says
PLANS = frozenset({"acquisition", "capacity", "investment"})
STOPPABLE = frozenset({"order", "delivery", "capacity", "manufacture"})  # what a phrase itself may stop
STOPS = 5  # strength of the verbs that end what is their object
COMMA = 1.5
CLAUSE = 4.5  # a comma and a subordinator: "announced that it puts 100 billion into it"
SCOPE = 5.5  # how far a cue reaches, in the cost of Crossing


class ModalityFinder:
    """Reads the modality of drafts in one language."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self.negators = language.words("negators")
        self.determiner_negators = language.words("negative_articles")
        self.late_negators = language.words("late_negators")
        self.endings = language.words("verb_endings")
        self.no_more = language.words("no_more")
        self.limits = language.words("negator_limits") | self.no_more
        self.complementizers = language.words("complementizers")
        self.capital_nouns = language.flag("capital_nouns")
        self.approvals: PhraseTable[bool] = PhraseTable(language.morphology, language.script.split)
        self.approvals.add_all(language.data["modality"].get("approval", ()), True)
        self.auxiliaries = frozenset(language.data["modality"].get("future", ()))
        self.v2 = language.data["language"].get("subject_order") == "v2"
        self.reach = 14 if self.v2 else 8 if language.flag("adjuncts_before") else 4

    def cues(self, tokens: Tokens, lo: int, hi: int) -> list[Hit[Cue]]:
        """The cue words of a sentence; the "May" of a date is none."""
        hits = self.language.cues.find(tokens.lows, lo, hi)
        if self.capital_nouns:
            return hits
        return [hit for hit in hits if hit.lo == lo or hit.hi > hit.lo + 1 or not tokens.words[hit.lo].istitle()]

    def awaits(self, tokens: Tokens, lo: int, hi: int) -> bool:
        """Whether a sentence says that an approval is still to come: "subject to regulatory clearance"."""
        return bool(self.approvals.find(tokens.lows, lo, hi))

    def read(self, tokens: Tokens, draft: Draft, cues: Sequence[Hit[Cue]], crossing: Crossing) -> str:
        """The modality of a draft by the words of its sentence; which words those are is kept in `draft.because`."""
        trigger = draft.trigger
        weak: dict[str, tuple[int, int]] = {}
        found: dict[str, tuple[int, int]] = {draft.modality: (trigger.lo, trigger.hi)} if draft.modality else {}
        if trigger.mood:
            found.setdefault(MOODS[trigger.mood], (trigger.lo, trigger.hi))
        if not trigger.barred and (self._negated(tokens, trigger, crossing) or self._none_of(tokens, draft)):
            found.setdefault("negated", (-1, -1))
        if self._future(tokens, trigger, crossing):
            weak.setdefault("planned", (-1, -1))
        for hit in cues:
            if self._reaches(tokens, hit, draft, crossing):
                held = weak if hit.value.modality == "planned" and hit.value.strength == 1 else found
                held.setdefault(hit.value.modality, (hit.lo, hit.hi))
        self._weigh(found, weak, draft)
        for modality in ORDER:
            if modality in found:
                draft.because = (modality, *found[modality])
                return modality
        default = self.language.frames[draft.frame].default
        return default or "asserted"

    def _weigh(self, found: dict[str, tuple[int, int]], weak: dict[str, tuple[int, int]], draft: Draft) -> None:
        """ "soll" and "will" yield to an open rumour and to a signed contract; a plan that is denied has ended."""
        signed = self.language.frames[draft.frame].signed and draft.trigger.kind == "noun"
        if "rumoured" not in found and not signed:
            for modality, place in weak.items():
                found.setdefault(modality, place)
        if "negated" in found and draft.type in PLANS and ("planned" in found or weak):
            found.setdefault("ended", found.pop("negated"))

    def _reaches(self, tokens: Tokens, hit: Hit[Cue], draft: Draft, crossing: Crossing) -> bool:
        position, trigger = hit.value.position, draft.trigger
        if hit.value.claims and draft.type not in hit.value.claims:
            return False
        if draft.type == "shortage" and hit.value.modality == "ended" and hit.value.strength >= STOPS:
            return False  # "a lack of chips has forced Honda to halt production": that is what has stopped
        if (position == "before" and hit.lo > trigger.lo) or (position == "after" and hit.hi <= trigger.lo):
            return False
        if hit.hi == hit.lo + 1 and ("obj", hit.lo) in draft.how.values():
            return False  # "将H20卖给X": it marks the object
        if hit.lo < trigger.lo and trigger.hi < hit.hi:
            return True  # "ne … plus" around the verb
        if hit.lo < trigger.hi and hit.hi > trigger.lo:
            # "cannot get", "told X to stop": the cue is a part of what the phrase means
            within = trigger.lo < hit.lo and hit.hi < trigger.hi
            claim = self.language.frames[trigger.frame].claim
            if trigger.kind == "phrase" and claim == "export_restriction":
                return False  # "may no longer ship", "told X to stop selling": that is the rule
            if hit.lo == trigger.lo and hit.value.strength >= STOPS and claim in STOPPABLE:
                return True  # "halted production", "cancelled its orders": the phrase opens with what ends it
            return trigger.kind != "phrase" or within or hit.value.modality not in ("negated", "ended")
        aside = trigger.kind == "role_noun" or draft.type == "ownership"  # "X, a unit of Y, wants to …"
        if aside and crossing.apart(trigger.lo, trigger.hi, hit.lo, hit.hi) - STEP * _gap(trigger, hit) >= COMMA:
            return False
        if hit.value.modality == "planned" and hit.value.strength >= 3 and draft.type in CONTROL:
            lo, hi = (hit.hi, trigger.lo) if hit.hi <= trigger.lo else (trigger.hi, hit.lo)
            if not self.complementizers.isdisjoint(tokens.lows[lo:hi]):
                return False  # "announced that it requires a licence": what an authority tells is in force
        if aside and self.endings and hit.lo - trigger.hi > 3:
            return False  # "サプライヤーのXは…を検討": what the party plans, not that it supplies
        far = CLAUSE if hit.value.modality == "planned" and hit.value.strength >= 3 else 0.0
        return crossing.apart(trigger.lo, trigger.hi, hit.lo, hit.hi) <= SCOPE + far

    def _future(self, tokens: Tokens, trigger: Trigger, crossing: Crossing) -> bool:
        """ "wird … liefern" against the passive "wird geliefert"; English "will" is a cue."""
        features = {f.feature for f in self.language.triggers.get(tokens.lows[trigger.lo], ()) if f.kind == "verb"}
        if trigger.kind != "verb" or "infinitive" not in features or "participle" in features:
            return False
        return any(
            tokens.lows[i] in self.auxiliaries and crossing.between(i, trigger.lo) <= 3.0
            for i in (*range(crossing.base, trigger.lo), *range(trigger.hi, min(trigger.hi + 1, len(tokens))))
        )

    def _none_of(self, tokens: Tokens, draft: Draft) -> bool:
        """ "hat keine Wafer geliefert", "sold no chips": goods denied by their article; "kein DRAM mehr" has ended."""
        goods = [m for role in ("product", "component") for m in draft.fills.get(role, ())]
        return draft.trigger.kind == "verb" and any(
            low in self.determiner_negators and not self.no_more.intersection(tokens.lows[m.hi : m.hi + 1])
            for m in goods
            for low in tokens.lows[max(0, m.lo - 2) : m.lo]
        )

    def _negated(self, tokens: Tokens, trigger: Trigger, crossing: Crossing) -> bool:
        lo = max(crossing.base, trigger.lo - self.reach)
        for i in range(lo, trigger.lo):
            low = tokens.lows[i]
            if low in self.negators and crossing.between(i, trigger.lo) < 1.0:
                if trigger.kind in ("noun", "role_noun") and low not in self.determiner_negators:
                    continue
                if low in self.determiner_negators and trigger.lo - i > 3:
                    continue
                if i + 1 < len(tokens) and tokens.lows[i + 1] in self.limits:
                    continue
                if i > lo and tokens.lows[i - 1] in self.no_more:
                    continue  # "ya no vende": ended
                return True
        if self.late_negators and (trigger.kind == "verb" or (trigger.kind == "phrase" and not self.v2)):
            reach = 12 if self.v2 else 6 if self.endings else 1
            for i in range(trigger.hi, min(trigger.hi + reach, crossing.base + len(crossing.sums) - 1)):
                if tokens.words[i] in ",;:.":
                    break
                if self.endings and tokens.lows[i] not in self.endings | self.late_negators:
                    break
                if tokens.lows[i] in self.late_negators and tokens.lows[min(i + 1, len(tokens) - 1)] not in self.limits:
                    return True
        return False


def _gap(trigger: Trigger, hit: Hit[Cue]) -> int:
    return hit.lo - trigger.hi if hit.lo >= trigger.hi else max(0, trigger.lo - hit.hi)
