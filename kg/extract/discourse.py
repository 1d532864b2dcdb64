"""What a sentence leaves to the ones before it: goods and parties that are still the topic."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from kg.extract.found import GOODS, Draft, Found
from kg.extract.needs import complete, types_of
from kg.extract.rules import at_home, is_country
from kg.lang import Frame
from kg.lang.tokens import Tokens

BACK = 2  # sentences
TOPIC_COST = 4.0
RULE_BACK = 3
DEALS = frozenset({"supply", "sale", "order", "delivery"})
MAKING = DEALS | {"manufacture", "capacity", "investment", "component_use"}
OTHER_SIDE = {  # role noun -> the role it leaves open, and who fills it in what was told before
    "customer_noun": ("supplier", ("supplier", "manufacturer", "investor")),
    "supplier_noun": ("buyer", ("buyer", "manufacturer")),
}
MADE = frozenset({"manufacture", "component_use"})  # "is made in Russia": nobody said by whom
CONTROL = frozenset({"export_restriction", "license_requirement", "license_grant", "entity_listing"})


class Discourse:
    """The mentions of the sentences read so far, and completion of drafts from them."""

    def __init__(
        self, sentences: Sequence[Sequence[Found]], tokens: Tokens, copulas: AbstractSet[str] = frozenset()
    ) -> None:
        self.sentences = sentences
        self.tokens = tokens
        self.copulas = copulas
        self.told: list[Draft] = []

    def complete(self, draft: Draft, frame: Frame) -> None:
        """Fill the goods and the acting party of a draft from its neighbourhood, where its own sentence is silent."""
        if draft.trigger.kind == "role_noun":
            self._other_side(draft, frame)
            return
        if frame.follows:
            self._follow(draft)
            return
        silent = "product" not in draft.fills and not frame.sides and not _holder_named(draft, frame)
        if silent and any("product" in need for need in frame.need):
            goods = self._goods(draft)
            if goods is not None:
                draft.fills["product"] = [goods]
                draft.cost += TOPIC_COST
        if draft.type in DEALS and (draft.trigger.voice == "passive" or draft.trigger.kind == "noun"):
            self._go_on(draft)
        if draft.type in CONTROL:
            self._rule(draft, frame)
        if draft.type == "ownership" and draft.trigger.kind == "phrase" and set(draft.fills) == {"owner"}:
            self._share(draft)
        if complete(draft, frame):
            return
        if draft.type in MADE and (draft.trigger.voice == "passive" or draft.trigger.kind not in ("verb", "phrase")):
            return
        subject = next((r for r in frame.functions.get("subj", ()) if r not in draft.fills), None)
        if subject is not None and any(subject in need for need in frame.need):
            unlikely = {"place", "person", "government_body"} if draft.type in DEALS else {"place", "person"}
            actor = self._actor(draft, types_of(frame.claim, subject) - unlikely)
            if actor is not None:
                draft.fills[subject] = [actor]
                draft.cost += TOPIC_COST

    def remember(self, drafts: Sequence[Draft]) -> None:
        """Keep the claims of a sentence: what follows may go on with them."""
        self.told.extend(drafts)

    def _go_on(self, draft: Draft) -> None:
        """ "30,000 of them have been delivered": the parties of the deal in these goods that was spoken of before."""
        goods = {id(m.referent) for m in draft.fills.get("product", ())}
        if "supplier" in draft.fills or "buyer" in draft.fills or not goods:
            return
        for earlier in reversed(self.told):
            if draft.sentence - earlier.sentence > RULE_BACK:
                return
            if earlier.type in DEALS and goods & {id(m.referent) for m in earlier.fills.get("product", ())}:
                for role in ("supplier", "buyer"):
                    if role in earlier.fills:
                        draft.fills[role] = list(earlier.fills[role])
                        draft.cost += TOPIC_COST / 2
                return

    def _other_side(self, draft: Draft, frame: Frame) -> None:
        """ "Apple and Dell are among the buyers": of what was made or sold in the sentence before, and by whom."""
        missing, takers = OTHER_SIDE.get(draft.frame, ("", ()))
        named = [m for role, mentions in draft.fills.items() if role != "product" for m in mentions]
        if not missing or missing in draft.fills or not named or draft.how.get(_head(frame), ("",))[0] != "head":
            return
        if any(m.kind in ("pronoun", "relative") or m.type != "company" for m in named):
            return
        if self.copulas.isdisjoint(self.tokens.lows[named[-1].hi : draft.trigger.lo]):
            return  # "X presses into the market; customers have samples"
        used = self._used(draft)
        for earlier in reversed(self.told):
            if draft.sentence - earlier.sentence > BACK:
                return
            role = next((r for r in takers if r in earlier.fills), None)
            if role is None or earlier.sentence == draft.sentence or earlier.type not in MAKING:
                continue
            firms = [m for m in earlier.fills[role] if m.type == "company"]
            if len(firms) == 1 and id(firms[0].referent) not in used:
                draft.fills[missing] = firms
                held = "component" if earlier.type == "component_use" else "product"
                goods = [m for m in earlier.fills.get(held, ()) if id(m.referent) not in used]
                if goods:
                    draft.fills.setdefault("product", goods)
                return

    def _share(self, draft: Draft) -> None:
        """ "The sellers are Carlyle, which owns 60 percent, …": a share in what has just been sold."""
        owners = {id(m.referent) for m in draft.fills["owner"]}
        for earlier in reversed(self.told):
            targets = earlier.fills.get("target", []) if earlier.type == "acquisition" else []
            if targets and draft.sentence - earlier.sentence <= BACK and not owners & {id(m.referent) for m in targets}:
                draft.fills["owned"] = list(targets)
                return

    def _follow(self, draft: Draft) -> None:
        """ "A and B are among the companies affected": one more claim of the rule before."""
        for earlier in reversed(self.told):
            if draft.sentence - earlier.sentence > RULE_BACK:
                break
            if earlier.type in CONTROL:
                draft.type = earlier.type
                for role in ("regulator", "product", "destination", "origin"):
                    if role in earlier.fills:
                        draft.fills.setdefault(role, list(earlier.fills[role]))
                return
        draft.fills.clear()

    def _rule(self, draft: Draft, frame: Frame) -> None:
        """Who made a rule, and whom it keeps goods from: said once, and then taken as known."""
        for role, types in (("regulator", frozenset({"government_body"})), ("destination", frozenset({"place"}))):
            if role in draft.fills or not any(role in roles for roles in frame.functions.values()):
                continue
            if role == "destination" and not {"product", "affected"} & set(draft.fills):
                continue
            found = self._actor(draft, types, RULE_BACK)
            if found is not None and (
                role == "regulator"
                or (is_country(found.referent) and not at_home(found.referent, draft.fills.get("regulator", ())))
            ):
                draft.fills[role] = [found]

    def _used(self, draft: Draft) -> set[int]:
        return {id(m.referent) for mentions in draft.fills.values() for m in mentions}

    def _goods(self, draft: Draft) -> Found | None:
        used = self._used(draft)
        for back in range(BACK + 1):
            number = draft.sentence - back
            if number < 0:
                break
            mentions = [
                m
                for m in self.sentences[number]
                if m.type in GOODS
                and m.referent is not None
                and not (m.in_noun or m.attributive)
                and id(m.referent) not in used
            ]
            if back == 0:
                mentions.sort(key=lambda m: abs(m.lo - draft.trigger.lo))
            else:
                mentions.reverse()
            for mention in mentions:
                assert mention.referent is not None
                vague = mention.referent.generic and (mention.referent.maker is None or draft.type == "component_use")
                if mention.type != "technology" and not vague:
                    return mention
        return None

    def _actor(self, draft: Draft, types: frozenset[str], reach: int = BACK) -> Found | None:
        used = self._used(draft)
        for back in range(reach + 1):
            number = draft.sentence - back
            if number < 0:
                break
            for mention in self.sentences[number]:
                if (
                    mention.type in types
                    and (back or draft.frame != "has" or mention.lo < draft.trigger.lo)
                    and mention.kind != "pronoun"
                    and not mention.attributive
                    and mention.referent is not None
                    and id(mention.referent) not in used
                ):
                    return mention
        return None


def _holder_named(draft: Draft, frame: Frame) -> bool:
    """What has or contains a part is the subject of its verb: where nobody knows it, it is not what was told before."""
    holds = draft.type == "component_use" and "product" in frame.functions.get("subj", ())
    return holds and draft.trigger.kind == "verb" and draft.trigger.voice == "active"


def _head(frame: Frame) -> str:
    """The role of whoever is called by a role noun."""
    return next(iter(frame.functions.get("head", ())), "")
