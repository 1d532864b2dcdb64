"""What relative pronouns and clitics tell of who does what, in languages whose object follows the verb."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace

from kg.extract.found import ACTORS, GOODS, Group, Trigger
from kg.extract.verbfinal import VerbFinal
from kg.lang import Language
from kg.lang.tokens import HYPHENS, Tokens

NEAR = 4  # tokens between a verb and its subject behind it


class WordOrder:
    """Decides the function of a bare group by its form and place; says nothing where the language shows nothing."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self.subject_relatives = language.words("subject_relatives")
        self.object_relatives = language.words("object_relatives")
        self.final = VerbFinal(language) if language.flag("markers_behind") else None
        self.relative_particles = language.words("relative_particles")
        self.owners = language.words("possessive_relatives")
        self.late_subjects = language.flag("late_subjects")
        self.relatives = language.words("relative_pronouns")
        self.clitics = language.words("object_clitics") | language.words("dative_clitics")
        self.auxiliaries = language.words("passive_auxiliaries")
        self.markers = frozenset(language.markers)
        self.triggers = language.triggers
        self.v2 = language.data["language"].get("subject_order") == "v2"
        self.participles = language.endings("participle_ends")
        self.articles = language.words("determiners")
        self.kin = frozenset(
            low for low, forms in language.triggers.items() if any(f.frame == "subsidiary_noun" for f in forms)
        )
        self.walls = self.subject_relatives | self.object_relatives
        if self.walls:
            self.walls |= self.owners

    def decided(
        self, tokens: Tokens, trigger: Trigger, group: Group, cost: float, before: bool
    ) -> list[tuple[str, float]] | None:
        """The functions of a group that stands out ("lui", "que", a name behind "que vend"), None of any other."""
        if group.case == "dative":  # "lui a vendu" receives, "lui a acheté" gives: the frame knows
            return [(function, cost - 0.5) for function in ("iobj", "to", "off", "at") if before]
        if group.case == "accusative":  # "les livre"
            return [("obj", cost - 0.5)] if before else []
        relative = tokens.lows[group.lo] if group.members[0].kind == "relative" else ""
        if before and self.walls and relative in self.owners:  # "dont X détient 5 %"
            return [("of", cost), ("obj", cost + 1.0)]
        if before and relative in self.object_relatives:
            return [("obj", cost)]
        if before and relative in self.subject_relatives:
            return [("subj", cost)]
        if not before and self._inverted(tokens, trigger, group):
            return [("subj", cost), ("obj", cost + 4.0)]
        return None

    def barred(self, tokens: Tokens, trigger: Trigger, group: Group) -> bool:
        """Whether a group is out of a verb's reach.

        The verb stands in a relative clause and the group outside, before it: the pronoun speaks for it. Or the group
        is in an apposition that closes before the verb: "NuFlare, a Toshiba daughter, is to deliver".
        """
        if trigger.kind == "verb" and self._in_apposition(tokens, trigger, group):
            return True
        if not self.walls or trigger.kind not in ("verb", "phrase") or group.hi > trigger.lo:
            return False
        for i in range(trigger.lo - 1, max(group.hi, trigger.lo - 8) - 1, -1):
            if tokens.words[i] in ",;:":
                return False
            if tokens.lows[i] in self.walls:
                return group.members[0].kind != "relative"
        return False

    def _in_apposition(self, tokens: Tokens, trigger: Trigger, group: Group) -> bool:
        """ "NuFlare, a Toshiba daughter, is to deliver", "Ampleon, spun off from NXP, makes"."""
        if self._closed(tokens, trigger, group):
            return True
        if group.type != "company" or group.lo < 3 or group.hi + 1 >= trigger.lo or tokens.words[group.lo - 2] != ",":
            return False
        if tokens.words[group.hi + 1] != "," or tokens.lows[group.lo - 1] not in self.articles:
            return False
        return tokens.lows[group.hi] in self.kin

    def _closed(self, tokens: Tokens, trigger: Trigger, group: Group) -> bool:
        """Whether a party behind a preposition stands between the commas of a participle before the verb."""
        at = group.marker
        if self.v2 or group.type != "company" or at < 3 or trigger.lo - group.hi < 1 or group.hi + 4 > len(tokens):
            return False
        if not any(tokens.words[i] == "," for i in range(group.hi, min(group.hi + 4, trigger.lo))):
            return False
        for i in range(at - 1, max(0, at - 4), -1):
            participle = any(f.feature == "participle" for f in self.triggers.get(tokens.lows[i], ()))
            if tokens.words[i - 1] == "," and (participle or tokens.lows[i].endswith(self.participles)):
                return trigger.lo > i
        return False

    def _inverted(self, tokens: Tokens, trigger: Trigger, group: Group) -> bool:
        """ "les puces que vend Nvidia", "qu'a commandées Meta": the subject behind its verb."""
        if trigger.kind != "verb" or group.type not in ACTORS or group.lo - trigger.hi > NEAR:
            return False
        if self.late_subjects and (trigger.of_goods or tokens.lows[trigger.lo - 1] in self.clitics):
            return True  # "chips que vende Nvidia", "los vende Nvidia"
        return bool(self.object_relatives.intersection(tokens.lows[max(0, trigger.lo - 2) : trigger.lo]))

    def of_goods(self, tokens: Tokens, trigger: Trigger, groups: Sequence[Group]) -> bool:
        """Whether the relative pronoun right before the verb stands for goods, or for a noun that names no party."""
        if not self.late_subjects or trigger.kind != "verb":
            return False
        lo = max(0, trigger.lo - 2)
        if self.relatives.isdisjoint(tokens.lows[lo : trigger.lo]):
            return False
        found = [g for g in groups if g.members[0].kind == "relative" and lo <= g.lo < trigger.lo]
        behind = any(0 <= g.lo - trigger.hi <= 1 and not g.functions and g.type in ACTORS for g in groups)
        return any(g.type in GOODS for g in found) or (not found and behind)

    def of_goods_between(self, tokens: Tokens, trigger: Trigger, group: Group) -> bool:
        """ "has licensed its cores to X": a possessive inside a phrase that goes on to a receiver is no party."""
        if self.relative_particles and trigger.kind == "phrase" and group.possessive and group.type in ACTORS:
            return True  # "收购X旗下Y"
        own = group.possessive and group.members[0].kind == "pronoun"
        return own and not self.v2 and tokens.lows[trigger.hi - 1] in self.markers

    def behind_passive(self, tokens: Tokens, trigger: Trigger) -> bool:
        """ "se enviaron 500 chips", "fueron vendidos 500 chips": whether the goods may stand behind their verb."""
        return self.late_subjects and (trigger.kind == "phrase" or tokens.lows[trigger.lo - 1] in self.auxiliaries)

    def of_a_deal(self, tokens: Tokens, group: Group) -> bool:
        """ "trotz des Verbots von Huawei liefert Micron": what stands behind the noun of a deal belongs to it."""
        if not self.v2 or group.marker < 1 or "of" not in group.functions:
            return False
        return any(f.kind == "noun" for f in self.triggers.get(tokens.lows[group.marker - 1], ()))

    def topic(
        self, tokens: Tokens, trigger: Trigger, group: Group, cost: float, before: bool
    ) -> Iterable[tuple[str, float]]:
        """Goods may open the sentence ("H20由台积电制造"), a clause stands before its noun ("生产H20的英伟达")."""
        described = not before and tokens.lows[group.lo - 1] in self.relative_particles
        if trigger.voice == "passive":
            yield "obj", cost + (0.0 if before else 0.5)
            yield "iobj", cost + 3.0
        elif before:
            yield "subj", cost + (6.0 if group.possessive and group.type in ACTORS else 0.0)
            yield "obj", cost + (2.0 if group.type in GOODS else 6.0)
        elif described and self._has_object(tokens, trigger, group):  # "搭载H100的服务器"
            yield "subj", cost + 0.5
            yield "obj", cost + 3.0
        else:
            inner = 4.0 if self._in_relative(tokens, trigger, group) else 0.0  # "采购64台搭载H100的服务器"
            yield "obj", cost + inner
            if cost <= NEAR:
                yield "iobj", cost + 1.0
            yield "subj", cost + (1.5 if described else 7.0)

    def _has_object(self, tokens: Tokens, trigger: Trigger, group: Group) -> bool:
        """Whether a verb has its object between itself and the particle that ends its clause."""
        between = tokens.lows[trigger.hi : group.lo - 1]
        return trigger.kind == "verb" and bool(between) and not self.markers.intersection(between)

    def _in_relative(self, tokens: Tokens, trigger: Trigger, group: Group) -> bool:
        """Whether a group belongs to another verb's clause, which describes the noun behind it."""
        if group.hi >= len(tokens) or tokens.lows[group.hi] not in self.relative_particles:
            return False
        between = tokens.lows[trigger.hi : group.lo]
        return any(f.kind == "verb" for low in between for f in self.language.triggers.get(low, ()))


def parties(group: Group) -> list[Group]:
    """The two parties of "A与B合作", which elsewhere are one group."""
    if group.joint != 1 or group.functions:
        return [group]
    first, second = group.members[: group.joint], group.members[group.joint :]
    return [
        replace(group, members=first, hi=first[-1].hi, joint=0),
        replace(group, members=second, lo=second[0].lo, functions=("with",), marker=second[0].lo - 1, joint=0),
    ]


def signers(tokens: Tokens, group: Group, verbs: AbstractSet[str]) -> list[Group]:
    """ "A与B签订合同，采购…": who signs with another acts alone in what follows."""
    signs = group.joint and not verbs.isdisjoint(tokens.lows[group.hi : group.hi + 3])
    return parties(group) if signs else [group]


def doubt(group: Group) -> float:
    """How much less a group is believed than a known name."""
    first = group.members[0]
    if first.kind == "pronoun":
        return 2.0
    if first.kind == "relative":
        return -1.0
    if first.kind == "unknown" and first.referent is not None and not first.referent.strong:
        return 2.5
    return 2.0 if first.type == "person" else 0.0


def in_role_noun(language: Language, tokens: Tokens, group: Group, trigger: Trigger) -> bool:
    """ "kauft den Serverchip-Entwickler": the goods belong to the role noun they are part of."""
    at = group.hi + 1
    if at >= len(tokens) or tokens.words[at - 1] not in HYPHENS or trigger.lo == at:
        return False
    part = any(f.kind == "role_noun" for f in language.triggers.get(tokens.lows[at], ()))
    group.members[-1].in_noun = part
    return part


def distance(trigger: Trigger, group: Group) -> int:
    """How many tokens stand between them."""
    return group.lo - trigger.hi if group.lo >= trigger.hi else max(0, trigger.lo - group.hi)
