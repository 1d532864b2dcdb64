"""Functions where markers stand behind their noun and the verb ends its clause (Japanese, Korean).

What a verb governs stands before it; behind it stands only the noun that its clause describes ("TSMCが製造するH20").
A topic ("サムスンは") holds for all verbs of its sentence, what else stands in a relative clause for its verb alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kg.extract.found import ACTORS, GOODS, Group, Trigger
from kg.lang import Language
from kg.lang.tokens import Tokens

NEAR = 4  # tokens between a verb and the noun that its clause describes, or a noun and its owner
ALIEN = 6.0  # for what stands in the relative clause of another verb
TOPIC = 3.0  # how far a topic is at most
CLOSED = frozenset(",、;:()。.!?「」『』")


class VerbFinal:
    """Reads the particles of one language."""

    def __init__(self, language: Language) -> None:
        self.markers = language.markers
        self.endings = language.words("verb_endings")
        self.owned = language.words("name_endings")
        self.breaks = language.words("subordinators") | language.words("clause_coordinators")
        self.charges = language.words("charge_words")
        self.copulas = language.words("copulas")

    def turned(self, trigger: Trigger, group: Group) -> tuple[str, ...]:
        """A marker's functions; a passive's subject particle marks its object ("H20が輸出された")."""
        if trigger.voice == "passive" and group.functions[:1] == ("subj",):
            return ("obj", *(f for f in group.functions if f not in ("subj", "obj")))
        return group.functions

    def topic(self, group: Group) -> bool:
        """Whether its particle makes it the topic of the sentence."""
        return group.functions[:2] == ("subj", "obj")

    def ends(self, tokens: Tokens, trigger: Trigger) -> int:
        """Where a verb ends, its endings with it ("供給し|て|いる")."""
        at = trigger.hi
        while at < len(tokens) and tokens.lows[at] in self.endings and tokens.glued(at):
            at += 1
        return at

    def describes(self, tokens: Tokens, trigger: Trigger, group: Group) -> bool:
        """Whether the clause of a verb describes the group right behind it."""
        end = self.ends(tokens, trigger)
        if trigger.infinitive and end == trigger.hi:  # a bare verbal noun: "HBM搭載サーバー"
            return group.lo == end and trigger.kind == "verb"
        if not end <= group.lo <= end + NEAR or trigger.kind not in ("verb", "phrase"):
            return False
        between = range(end, group.lo)
        return not any(
            tokens.words[i] in CLOSED or tokens.lows[i] in self.markers or tokens.lows[i] in self.breaks
            for i in between
        )

    def clauses(
        self, tokens: Tokens, lo: int, triggers: Sequence[Trigger], groups: Sequence[Group]
    ) -> list[tuple[int, int]]:
        """The relative clauses of a sentence, from their first word to the end of their verb."""
        topics = {g.marker for g in groups if g.marker >= 0 and self.topic(g)}
        ends = {self.ends(tokens, t) for t in triggers if t.finite and t.kind in ("verb", "phrase")}
        out: list[tuple[int, int]] = []
        for trigger in triggers:
            if not trigger.finite or trigger.kind not in ("verb", "phrase"):
                continue
            if not any(g.lo >= trigger.hi and self.describes(tokens, trigger, g) for g in groups):
                continue
            start = trigger.lo
            while start > lo and start not in ends and start - 1 not in topics:
                if tokens.words[start - 1] in CLOSED:
                    break
                start -= 1
            if start < trigger.lo and (not out or start >= out[-1][1]):
                out.append((start, self.ends(tokens, trigger)))
        return out

    def functions(
        self,
        tokens: Tokens,
        trigger: Trigger,
        group: Group,
        cost: float,
        embedded: Sequence[tuple[int, int]],
    ) -> Iterable[tuple[str, float]]:
        """What a group may be to a trigger, the relative clauses of the sentence being `embedded`."""
        turned = self.turned(trigger, group)
        if group.lo >= trigger.hi:
            yield from self._behind(tokens, trigger, group, cost)
            return
        if any(a <= group.lo < b <= trigger.lo for a, b in embedded):
            cost += ALIEN
        if self.topic(group) and self._charged(tokens, trigger):
            return
        if self.topic(group):
            cost = min(cost, TOPIC + 0.02 * (trigger.lo - group.hi))
        if trigger.kind == "role_noun":
            yield from self._named(tokens, trigger, group, cost)
        elif group.possessive and not group.functions:
            yield from self._owned(trigger, group, cost)
        elif group.functions:
            suffers = trigger.voice == "passive" and "to" in turned and group.type in ACTORS
            for function in ("to", "subj") if suffers else turned:  # "SKグループに買収された", "顧客に供給された"
                late = 1.5 if self.topic(group) and function == "obj" and trigger.voice == "active" else 0.0
                yield function, cost + (late if group.type not in GOODS else late / 5)
                if function == "by" and "subj" not in turned:
                    yield "subj", cost
        else:
            glued = group.hi == trigger.lo
            opens = group.hi < len(tokens) and tokens.words[group.hi] in "、,"
            if group.type in GOODS or not opens:  # "中国、ガリウム禁輸": what opens a headline acts
                taken = glued and trigger.kind != "role_noun" and group.type == "company"  # "SK실트론 인수"
                yield "obj", cost + (0.0 if group.type in GOODS or taken else 2.0)
            if group.type in GOODS and trigger.kind != "verb":
                yield "of", cost + 0.5  # "전력반도체 공급 계약"
            yield "subj", cost + (0.0 if opens else 1.0 if glued else 1.5)
            if group.type in ("facility", "place"):
                yield "in", cost + 1.0

    def _behind(self, tokens: Tokens, trigger: Trigger, group: Group, cost: float) -> Iterable[tuple[str, float]]:
        if trigger.kind == "role_noun":
            between = tokens.lows[trigger.hi : group.lo]
            near = len(between) <= 2 and all(w in self.owned or w in self.copulas or w in "、（(「" for w in between)
            after = tokens.lows[group.hi] if group.hi < len(tokens) else "."
            topic = len(between) == 1 and "subj" in self.markers.get(between[0], ()) and after in self.copulas
            if near or topic:  # "最大の顧客はBだ"
                yield "head", cost - 2.0
        elif self.describes(tokens, trigger, group):
            held = 4.0 if trigger.voice == "active" and self._has_object(tokens, trigger) else 0.0
            yield "obj", cost + held + (0.0 if group.type in GOODS or trigger.voice == "passive" else 1.0)
            if trigger.voice == "active":
                yield "subj", cost + (0.0 if held else 0.5 if group.type in ACTORS else 1.0)
            if group.type in ("facility", "place"):
                yield "in", cost + 0.5

    def _charged(self, tokens: Tokens, trigger: Trigger) -> bool:
        """ "米司法省は…密輸したとして…起訴した": who charges others with a deed has not done it."""
        end = self.ends(tokens, trigger)
        return end < len(tokens) and tokens.lows[end] in self.charges

    def _has_object(self, tokens: Tokens, trigger: Trigger) -> bool:
        """ "HBMを積むサーバー": the object stands before the verb, so the noun behind is the subject."""
        for i in range(trigger.lo - 1, max(0, trigger.lo - 2 * NEAR) - 1, -1):
            if tokens.words[i] in CLOSED:
                break
            if self.markers.get(tokens.lows[i]) == ("obj",):
                return True
        return False

    def _named(self, tokens: Tokens, trigger: Trigger, group: Group, cost: float) -> Iterable[tuple[str, float]]:
        near = trigger.lo - group.hi
        if group.possessive or near == 0:
            yield ("of" if group.type in GOODS else "subj"), cost + (0.0 if near <= NEAR else 3.0)
        elif group.functions and ("subj" in group.functions):  # "AはBの主要顧客だ"
            after = tokens.lows[trigger.hi] if trigger.hi < len(tokens) else "。"
            yield "head", cost + (0.0 if after in self.copulas or after in CLOSED else 1.5)
            if self.topic(group) and trigger.frame == "subsidiary_noun":
                yield "subj", cost + 1.0  # "두산은 자회사 엔지온을 두고 있다"
        elif group.functions:
            for function in group.functions:
                yield function, cost + 0.5

    def _owned(self, trigger: Trigger, group: Group, cost: float) -> Iterable[tuple[str, float]]:
        """ "HBMの供給", "サムスンの供給": what the noun of a deal owns; before a verb it belongs to another noun."""
        far = trigger.lo - group.hi > NEAR
        away = 3.0 if far else 0.0
        if trigger.kind == "verb" and trigger.finite and trigger.lo - group.hi > 1:
            away += 4.0
        if group.type in GOODS:
            yield "obj", cost + away
        yield "of", cost + away + 0.3
        if group.type in ("facility", "place"):
            yield "in", cost + away
        held = trigger.kind == "phrase"  # "Bの株式を持つ", "Bの輸出を禁じる": the noun is a part of what is done to B
        if group.type in ("facility", "company"):
            yield "obj", cost + away + (0.5 if held else 1.5)
        yield "subj", cost + away + (3.0 if held else 0.0 if group.type in ACTORS else 0.5)

    def is_object(self, tokens: Tokens, trigger: Trigger, group: Group) -> bool:
        """Whether a firm or plant may be what a verb acts on: "Bを買った", "Bの買収", not the topic."""
        if group.functions:
            return group.functions[0] == "obj" or (trigger.voice == "passive" and "subj" in group.functions)
        if group.lo >= trigger.hi:
            return trigger.voice == "passive" and self.describes(tokens, trigger, group)
        return group.possessive and not trigger.finite and trigger.lo - group.hi <= 2
