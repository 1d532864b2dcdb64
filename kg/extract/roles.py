"""Which groups fill which roles of a trigger's frame.

No parse is needed: every group of the sentence is weighed for every function it might have, by its preposition, its
side of the trigger, the clause boundaries and other triggers between, and its distance; the cheapest fitting ones
win. This holds for broken word order too. Where a parser has joined (`providers`), its opinion is weighed in.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from kg.extract.choosing import LIMIT, Candidate, Chooser
from kg.extract.clauses import in_another_clause, relative_objects
from kg.extract.crossing import STEP, Crossing
from kg.extract.found import ACTORS, CONTROL, GOODS, Draft, Found, Group, Trigger
from kg.extract.needs import types_of
from kg.extract.parallels import JOINT_ACTS
from kg.extract.providers import Parsed, weighed
from kg.extract.rolenouns import apposed, called_so, named_as
from kg.extract.sides import pair_up, take_sides
from kg.extract.wordorder import WordOrder, distance, doubt, in_role_noun, parties
from kg.lang import Frame, Language
from kg.lang.tokens import HYPHENS, Tokens

EMPTY = 3.0  # the cost of a rule that names nothing

MADE_GOODS = frozenset({"component_use", "product_relation", "shortage"})  # claims of goods alone
DEALS_IN = frozenset({"manufacturer", "supplier"})  # what those who count and test do not do
MAKER_NOUNS = frozenset({"goods_maker", "maker_noun"})  # "its parts makers": not whoever stands in another clause


class RoleFinder:
    """Fills the frames of one language."""

    def __init__(self, language: Language) -> None:
        self.language = language
        words = language.words
        self.v2 = language.data["language"].get("subject_order") == "v2"
        self.relatives = words("relative_pronouns")
        self.determiners = words("determiners")
        self.coordinators = words("coordinators")
        self.genitives = words("genitive_determiners")
        self.also = words("also_words")
        self.order = WordOrder(language)
        self.chooser = Chooser(v2=self.v2)
        self.adjuncts_before = language.flag("adjuncts_before")
        self.name_endings = words("name_endings")
        self.firm_words = frozenset() if self.adjuncts_before else _firm_words(language)

    def light_verbs(self, triggers: Sequence[Trigger], crossing: Crossing) -> set[int]:
        """Turn nouns around whose verb makes the subject the receiver: "hat einen Auftrag erhalten", "received grants".

        Returns the ids of the verbs that say no more than that.
        """
        spent: set[int] = set()
        verbs = [t for t in triggers if t.frame == "receive" and t.kind == "verb" and t.voice == "active"]
        for trigger in triggers:
            turned = self.language.frames[trigger.frame].received
            verb = next((v for v in verbs if crossing.apart(v.lo, v.hi, trigger.lo, trigger.hi) <= 4.0), None)
            if turned and trigger.kind == "noun" and verb is not None:
                trigger.frame = turned
                trigger.kind = "phrase"
                trigger.finite = False
                spent.add(id(verb))
        return spent

    def fill(
        self,
        tokens: Tokens,
        sentence: int,
        trigger: Trigger,
        groups: Sequence[Group],
        crossing: Crossing,
        parsed: Parsed | None = None,
    ) -> Draft | None:
        """The draft of one trigger, or None where its frame stays empty; `parsed`: a second opinion."""
        trigger.of_goods = self.order.of_goods(tokens, trigger, groups)
        frame = self._by_object(self.language.frames[trigger.frame], tokens, trigger, groups, crossing)
        if (
            frame.firms_only
            and sum(len(g.members) for g in groups if g.type == "company" and g.members[0].kind != "pronoun") > 1
            and not any(g.type == "government_body" for g in groups)
            and not (self.adjuncts_before and any(g.type == "place" and not g.functions for g in groups))
            and trigger.deal < 0
        ):
            frame = self.language.frames[frame.firms_only]
        if "between" in frame.functions:
            groups = [part for group in groups for part in parties(group)]
        taken = self._complement_elsewhere(tokens, trigger, groups)
        trigger.called = called_so(self.language, tokens, trigger, groups)
        trigger.lone_actor = sum(g.type in ACTORS and not g.functions for g in groups) == 1
        trigger.agent = any(
            "by" in g.functions and "of" not in g.functions and 0 <= g.marker - trigger.hi <= 2 for g in groups
        )
        objects = relative_objects(tokens, trigger, groups, v2=self.v2)
        said = parsed.functions(sentence, trigger, groups) if parsed is not None else None
        candidates: list[Candidate] = []
        for number, group in enumerate(groups):
            if frame.claim in MADE_GOODS and all(m.of_goods for m in group.members):
                continue  # "contains chips by Intel": who made a part is no party
            if group.type in GOODS and in_role_noun(self.language, tokens, group, trigger):
                continue
            if group.type in ("government_body", "place") and self._home(tokens, group):
                continue
            offered = self._functions(tokens, trigger, group, crossing)
            if said is not None:
                apart = crossing.apart(trigger.lo, trigger.hi, group.lo, group.hi) + doubt(group)
                offered = weighed(offered, said[number], group, apart)
            for function, cost in offered:
                if taken:
                    if function in ("of", "obj"):
                        continue
                    cost += 2.0
                if function == "subj" and number in objects:
                    continue
                for rank, role in enumerate(frame.functions.get(function, ())):
                    if function == "to" and role == "affected" and 0 <= trigger.deal < group.lo:
                        continue  # "a licence to sell chips to X"
                    if group.type in types_of(frame.claim, role):
                        if role in DEALS_IN and all(_researches(m) for m in group.members):
                            continue  # "module makers hold 16 weeks of DRAM, TrendForce said"
                        if role == "origin" and function == "subj" and not group.country:
                            continue  # "the San Diego company will deliver"
                        vague = 1.5 if group.type == "technology" and role == "product" else 0.0
                        vague += 1.0 if group.type == "place" and role == "regulator" else 0.0
                        candidates.append(Candidate(cost + rank * 0.5 + vague, number, role, function))
                        if frame.claim != "license_grant":
                            break  # who gets a licence, and whom it is for, stand alike
        fills = self.chooser.choose(frame, groups, candidates)
        if trigger.attributive and frame.claim == "export_restriction" and "regulator" not in fills:
            return None  # "banned chips" tell of no ban, "chips banned by Washington" do
        if not fills and frame.claim not in CONTROL:  # a rule may name nothing itself: "exports need a licence"
            return None
        costs = [c.cost for chosen in fills.values() for c in chosen] or [EMPTY]
        members = {  # "to China, the ministry said": what stands in a list by chance is left out
            role: [m for c in chosen for m in groups[c.group].members if m.type in types_of(frame.claim, role)]
            for role, chosen in fills.items()
        }
        pair_up(frame, members)
        self._along(tokens, frame, groups, fills, members)
        draft = Draft(
            frame.claim,
            frame.name,
            trigger,
            sentence,
            members,
            sum(costs) / len(costs),
            modality=trigger.modality,
            detail=frame.detail,
            how={role: (c[0].function, groups[c[0].group].marker) for role, c in fills.items() if c},
        )
        take_sides(draft, frame, part=all(c.function != "with" for chosen in fills.values() for c in chosen))
        return draft

    def _home(self, tokens: Tokens, group: Group) -> bool:
        """ "the Hong Kong firm", "Moscow distributor Mistral", "the Abu Dhabi fund": where a firm is at home."""
        if group.possessive or len(group.members) > 1 or group.members[0].kind in ("description", "pronoun"):
            return False
        return any(low in self.firm_words for low in tokens.lows[group.hi : group.hi + 2])

    def _along(
        self,
        tokens: Tokens,
        frame: Frame,
        groups: Sequence[Group],
        fills: Mapping[str, Sequence[Candidate]],
        members: dict[str, list[Found]],
    ) -> None:
        """ "Besides Apple, Nvidia also buys …": who is said to do it too does it as well."""
        for along in (g for g in groups if g.functions[-1:] in (("along",), ("together",))):
            for role, chosen in fills.items():
                group = groups[chosen[0].group]
                if along.functions[-1] == "together":  # "übernimmt gemeinsam mit Inari": it acts as well
                    joint = frame.claim in JOINT_ACTS and chosen[0].function == "subj" and group.type == along.type
                    if joint and not _filled(along, members):
                        members[role] = [*members[role], *along.members]
                    continue
                beside = {tokens.lows[i] for i in (group.lo - 2, group.lo - 1, group.hi) if 0 <= i < len(tokens)}
                if group.type == along.type and group is not along and beside & self.also:
                    members[role] = [*along.members, *members[role]]

    def _complement_elsewhere(self, tokens: Tokens, trigger: Trigger, groups: Sequence[Group]) -> bool:
        """ "the lack of orders": the noun has its complement already, and it is no mention."""
        at = trigger.hi
        if trigger.kind not in ("noun", "role_noun") or at >= len(tokens):
            return False
        low = tokens.lows[at]
        opens = (
            "of" in self.language.markers.get(low, ()) and "to" not in self.language.markers.get(low, ())
        ) or low in self.genitives
        return opens and not any(at <= g.lo <= at + 5 for g in groups)

    def _by_object(
        self, frame: Frame, tokens: Tokens, trigger: Trigger, groups: Sequence[Group], crossing: Crossing
    ) -> Frame:
        """Another frame when the object is no goods: "bought the plant"."""
        if not frame.when_obj:
            return frame
        goods: float | None = 0.0 if trigger.of_goods else None
        other: tuple[float, Group] | None = None
        bare = [g for g in groups if g.type == "company" and not g.functions]
        actors = [g for g in bare if g.members[0].kind != "pronoun" or (not self.v2 and not g.possessive)]
        for group in groups:
            if group.type in GOODS and in_another_clause(trigger, group, groups, crossing):
                continue
            if (group.type not in GOODS and group.type not in ("company", "facility")) or (
                group.functions and not {"of", "obj"} & set(group.functions)
            ):
                continue
            if "obj" in group.functions and "to" in group.functions and "to" in frame.functions:
                continue  # "vende a Apple": a receiver
            if group.type not in GOODS and not self._may_be_object(tokens, trigger, group, actors):
                continue
            cost = self._object_cost(trigger, group, crossing)
            if group.type in GOODS:
                goods = cost if goods is None else min(goods, cost)
            elif other is None or cost < other[0]:
                other = (cost, group)
        # goods named anywhere near are the object: "will sell Humain 18,000 GB300 processors"
        if other is None or (goods is not None and goods <= other[0] + (4.0 if other[1].type == "company" else 0.0)):
            turned = frame.when_obj.get("product") if goods is not None and goods <= LIMIT else None
            return self.language.frames[turned] if turned else frame
        return self.language.frames[frame.when_obj.get(other[1].type, frame.name)]

    def _may_be_object(self, tokens: Tokens, trigger: Trigger, group: Group, actors: Sequence[Group]) -> bool:
        if self.order.final is not None:
            return self.order.final.is_object(tokens, trigger, group)
        if group.members[0].kind == "pronoun" or (trigger.kind == "noun") != ("of" in group.functions):
            return False
        if trigger.kind != "verb" or trigger.voice == "passive" or group.type != "company":
            return True
        if "obj" in group.functions:
            return True
        if self.v2:
            return len(actors) > 1  # the one bare company is the subject
        if group.members[0].kind == "relative":  # "which Intel bought", but not "which bought"
            return any(group.hi <= a.lo and a.hi <= trigger.lo for a in actors)
        return group.lo >= trigger.hi

    def _object_cost(self, trigger: Trigger, group: Group, crossing: Crossing) -> float:
        cost = crossing.apart(trigger.lo, trigger.hi, group.lo, group.hi)
        passive = trigger.voice == "passive"
        if group.hi <= trigger.lo and not passive and trigger.kind == "verb" and self.order.final is None:
            cost += 1.5 if self.v2 and group.type in GOODS else 6.0
        if passive and group.lo >= trigger.hi and not self.v2:
            cost += 6.0
        return cost

    # --- weighing --------------------------------------------------------------------------------------------
    def _functions(
        self, tokens: Tokens, trigger: Trigger, group: Group, crossing: Crossing
    ) -> Iterable[tuple[str, float]]:
        if self.order.barred(tokens, trigger, group):
            return
        cost = crossing.apart(trigger.lo, trigger.hi, group.lo, group.hi) + doubt(group)
        if self.order.final is not None:
            yield from self.order.final.functions(tokens, trigger, group, cost, crossing.embedded)
            return
        before = group.hi <= trigger.lo
        inside = trigger.lo < group.lo and group.hi < trigger.hi
        if inside and self.order.of_goods_between(tokens, trigger, group):
            return
        if trigger.kind == "phrase" and inside and "to" not in group.functions:
            yield "obj", 0.5  # "Genehmigung für den Export von X erfordert": inside the phrase
            if self.adjuncts_before:
                yield "inside", 0.5  # "获得美国政府补助"
            if group.members[0].kind != "pronoun" or not self.order.walls:  # "réduit ses commandes"
                yield "inner", 0.5
        if (
            trigger.kind == "verb"
            and group.hi == trigger.lo - 1
            and tokens.words[group.hi] in HYPHENS
            and group.type == "company"
        ):
            yield "subj", 0.0  # "TSMC-made dies"
            return
        reduced = trigger.kind == "verb" and trigger.voice == "passive" and not self.v2 and group.hi == trigger.lo
        if reduced and group.functions and group.type in GOODS:
            yield "obj", 0.0  # "with HBM4 made by Samsung"
            return
        genitive = bool(group.functions) and group.marker < 0  # "Herzstück der Switch": it owns, it is not called so
        named = (
            trigger.kind == "role_noun"
            and not genitive
            and 0 <= group.lo - trigger.hi <= 1
            and group.marker < trigger.lo
        )
        if trigger.kind == "role_noun" and before:
            chosen = named_as(self.language, tokens, trigger)
            if 0 <= chosen - group.hi <= 1 and not (trigger.called and "by" in group.functions):
                yield "head", cost - 3.0  # "has settled on onsemi as its main supplier"
                return
            if chosen >= 0 and (not group.functions or (trigger.called and "by" in group.functions)):
                yield ("head" if trigger.called and not group.functions else "subj"), cost
                return
        if trigger.kind == "role_noun" and group.functions and apposed(self.determiners, tokens, trigger, group):
            yield "head", cost - 1.0  # "by T-Head, the chip arm of Alibaba"
        if group.possessive and before and trigger.kind in ("noun", "role_noun") and distance(trigger, group) <= 4:
            yield from self._bare_noun(tokens, trigger, group, cost, before)  # "one of Toyota's suppliers"
        elif trigger.attributive and not before and group.marker < trigger.lo:
            yield from self._bare_verb(tokens, trigger, group, cost, before)  # "wegen fehlender Chips"
        elif group.functions and not named:  # "president of the distributor Fusion": the name belongs to the role noun
            held = trigger.kind == "phrase" and trigger.lo < group.marker == trigger.hi - 1
            if held and group.functions == ("by",) and trigger.voice == "active":
                yield "obj", cost  # "pagó 500 millones por Altera": no agent
                return
            yield from self._marked(tokens, trigger, group, cost, before)
            if group.case == "doubtful" and trigger.kind not in ("noun", "role_noun"):
                yield from self._bare_verb(tokens, trigger, group, cost + 2.0, before)  # "im Surface sitzt der X Elite"
            if held and not self.v2 and not (trigger.voice == "passive" and group.functions[0] == "in"):
                one = {"of", "from"}.issubset(group.functions)  # one word in Romance: "prendre le contrôle de X"
                yield "obj", cost + (-0.5 if one else 0.5)  # "took over X": the preposition belongs to the verb
        elif trigger.kind in ("noun", "role_noun"):
            yield from self._bare_noun(tokens, trigger, group, cost, before)
        else:
            yield from self._bare_verb(tokens, trigger, group, cost, before)

    def _marked(
        self, tokens: Tokens, trigger: Trigger, group: Group, cost: float, before: bool
    ) -> Iterable[tuple[str, float]]:
        side = 0.0
        if before and not self.v2 and not self.adjuncts_before:
            if trigger.infinitive and trigger.kind == "verb":
                return  # "a contract from Nintendo to make chips": it belongs to the clause before
            side = 2.5
        if before and trigger.kind in ("noun", "role_noun"):
            side += 2.0
        elif before and self.order.of_a_deal(tokens, group):
            side += 3.0
        agent = trigger.kind != "verb" or trigger.voice == "passive" or "from" not in group.functions
        for function in group.functions if agent else (f for f in group.functions if f != "by"):  # "compra da TSMC"
            if (
                function in ("by", "from", "of")
                and (trigger.voice == "passive" or trigger.kind == "noun")
                and "by" in group.functions
            ):
                far = 3.0 if trigger.kind == "noun" and "of" in group.functions else 0.0  # "Übernahme von X durch Y"
                yield "subj", cost + side + (0.0 if function == "by" else 1.0) + far
            if function == "of":
                if trigger.kind in ("noun", "role_noun") and not before:
                    near = 0.0 if distance(trigger, group) <= 3 else 2.0
                    if group.type in ACTORS and trigger.kind == "noun":
                        yield "subj", cost + 1.0 + near
                    yield "of", cost + side + near
                    if group.type in GOODS or group.type in ("facility", "company"):
                        yield "obj", cost + side + near + 0.3
                elif (
                    trigger.kind == "phrase" and group.type == "company" and trigger.lo < group.marker < trigger.hi + 2
                ):
                    yield "of", cost  # "accounts for half the revenue of Cirrus Logic"
                elif trigger.kind == "phrase" and not before and cost <= 3.0 and group.type in GOODS:
                    yield "of", cost + 2.0  # "agreed with Intel on a supply of processors"
                elif group.members[0].kind == "relative" or group.type == "facility":  # "fund the building of the fab"
                    yield "obj", cost + 0.5  # "ESMC, of which TSMC holds 70 percent"
                    yield "of", cost
                continue
            if function == "by" and "of" in group.functions:
                continue  # "von": its reading as an agent is weighed above
            yield function, cost + side - (0.5 if function == "obj" and "to" in group.functions else 0.0)

    def _bare_noun(
        self, tokens: Tokens, trigger: Trigger, group: Group, cost: float, before: bool
    ) -> Iterable[tuple[str, float]]:
        near = distance(trigger, group)
        if trigger.kind == "role_noun":
            if group.type == "government_body" and before and not group.possessive and near == 0:
                return  # "its Beijing subsidiary": where it is, not whose
            if not before:
                linked = any(tokens.lows[i] in self.coordinators for i in range(trigger.hi, group.lo))
                yield "head", cost + (0.0 if near <= 1 and not linked else 2.0)
            elif group.possessive or near == 0 or (near == 1 and tokens.words[trigger.lo - 1] in HYPHENS):
                yield "subj", cost
            elif (
                trigger.frame not in MAKER_NOUNS
                or cost <= near * STEP + 1.0
                or apposed(self.determiners, tokens, trigger, group)
            ):
                yield "head", cost + 1.0
                if trigger.frame not in MAKER_NOUNS:
                    yield "subj", cost + 4.0  # "Arm has won Meta as a customer"
            return
        if before:
            if group.possessive and trigger.agent:
                yield "obj", cost - 0.5  # "its takeover by JIC"
                return
            if group.possessive and not (self.adjuncts_before and near > 2):
                yield ("of" if self.adjuncts_before and group.type in GOODS else "subj"), cost - 0.5
            glued = near == 0 or (
                near == 1
                and (tokens.words[trigger.lo - 1] in HYPHENS or tokens.lows[trigger.lo - 1] in self.name_endings)
            )
            if glued:
                yield ("obj" if group.type in GOODS else "subj"), cost
            yield "subj", cost + 2.5
            yield "obj", cost + 3.0
        else:
            if group.type in GOODS:
                yield "obj", cost + 1.5
            elif self.v2 and near <= 3:
                yield "of", cost + 1.0
            yield "subj", cost + 4.0

    def _bare_verb(
        self, tokens: Tokens, trigger: Trigger, group: Group, cost: float, before: bool
    ) -> Iterable[tuple[str, float]]:
        if group.possessive and not before and trigger.voice == "active":
            yield "owner", cost + 0.5
        if trigger.attributive:
            if not before and distance(trigger, group) <= 3:
                yield ("obj" if trigger.voice == "passive" else "subj"), cost
            return
        if self.adjuncts_before:
            yield from self.order.topic(tokens, trigger, group, cost, before)
            return
        if trigger.voice == "passive":
            if before or self.v2:
                yield "obj", cost
                yield "iobj", cost + 3.0
            elif self.order.behind_passive(tokens, trigger):
                yield "obj", cost + 0.5
            return
        pronoun = group.members[0].kind == "pronoun" and not group.possessive
        if self.v2 and pronoun and group.type in ACTORS and group.lo <= trigger.hi:
            yield "subj", cost - 2.5  # "weil es Apple mit Displays beliefert": a pronoun of a party is the subject
            yield "obj", cost + 3.0
            return
        if self.v2 and group.case == "dative":
            yield "iobj", cost - 0.5
            yield "obj", cost + 3.0
            return
        if self.v2 and group.case == "accusative" and group.members[0].kind != "relative":
            yield "obj", cost
            yield "subj", cost + 4.0
            return
        if self.v2:
            within = trigger.infinitive and before and cost - STEP * distance(trigger, group) < 1.0
            alien = 3.0 if within else 0.0  # "um Huawei … zu versorgen": its subject stands outside
            yield "subj", cost + (0.0 if before else 0.7) + alien
            alone = 2.5 if trigger.lone_actor and group.type in ACTORS else 0.0  # the one party is the subject
            yield "obj", cost + (0.8 if before else 0.3) + alone
            yield "iobj", cost + 1.5
            return
        decided = self.order.decided(tokens, trigger, group, cost, before)
        if decided is not None:
            yield from decided
            return
        if before:
            yield "subj", cost
            if trigger.infinitive:
                return
            relative = group.members[0].kind == "relative" or tokens.lows[group.hi] in self.relatives
            yield "obj", cost + (1.5 if relative else 6.0)
        else:
            yield "obj", cost
            yield "iobj", cost + 1.0
            if trigger.kind == "phrase":
                yield "subj", cost + 7.0  # "inside the phone sits a chip"


def _researches(mention: Found) -> bool:
    entry = mention.referent.entry if mention.referent is not None else None
    return entry is not None and entry.sectors == ("research",)


def _firm_words(language: Language) -> frozenset[str]:
    """The words for firms of one kind or another, in the singular or plural as the pack lists them."""
    blocks = language.data["descriptions"].get("firm_words", ())
    return frozenset(word.casefold() for word in blocks)


def _filled(group: Group, members: Mapping[str, Sequence[Found]]) -> bool:
    return any(m is held for m in group.members for filled in members.values() for held in filled)
