"""Bans, licences and lists: the dealings they only speak of, and what one rule leaves for another to say."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from kg.extract.crossing import Crossing
from kg.extract.found import CONTROL, Draft, Found, Referent, Trigger
from kg.extract.referents import Referents
from kg.lang import Language
from kg.lang.tokens import Tokens

GOVERNED = frozenset(
    {"export", "import", "deliver", "sell", "supply", "provide", "buy", "divest", "order", "receive", "source"}
)
PURCHASES = frozenset({"buy", "import", "order"})
LICENCES = frozenset({"license_grant", "license_requirement"})
NEAR = 2.5  # a dealing this near to a rule is what it rules
CLAUSE = 3.6  # what an infinitive may have between itself and its rule: a comma, a list; no finite verb
RELATIVE = 12  # tokens from "licence" to the verb of "under which …"
NEXT = 50  # rules around one that may tell who made it


class RuleFinder:
    """What the words of one language tell of a rule and the dealing under it."""

    def __init__(self, language: Language) -> None:
        self.frames = language.frames
        self.negators = language.words("negators")
        self.limits = language.words("negator_limits")
        self.relatives = language.words("relative_pronouns")

    def prepare(self, tokens: Tokens, triggers: Sequence[Trigger], crossing: Crossing) -> list[Trigger]:
        """Turn permissions that are denied ("darf … nicht liefern"), and mark licences to deal ("a licence to sell").

        A licence to deal comes from a government even where only firms are named.
        """
        between_firms = {frame.firms_only for frame in self.frames.values() if frame.firms_only}
        deals = [t for t in triggers if t.frame in GOVERNED]
        licences = [t for t in triggers if self.frames[t.frame].firms_only or t.frame in between_firms]
        licensed = [
            deal.lo
            for licence in licences
            for deal in deals
            if deal.lo >= licence.lo and self._under(tokens, "license_grant", licence, deal, crossing)
        ]
        for trigger in triggers:
            frame = self.frames[trigger.frame]
            if frame.denied and self._denied(tokens, trigger):
                trigger.frame = frame.denied
                trigger.barred = True
            trigger.deal = min(licensed, default=-1)
        return [t for t in triggers if not (licensed and t.frame in between_firms)]

    def _denied(self, tokens: Tokens, trigger: Trigger) -> bool:
        return any(
            tokens.lows[i] in self.negators and tokens.lows[min(i + 1, len(tokens) - 1)] not in self.limits
            for i in range(max(0, trigger.lo - 1), trigger.hi)
        )

    def lend(self, tokens: Tokens, drafts: Sequence[Draft], crossing: Crossing) -> None:
        """Complete rules by the dealings they speak of: "Sales of EUV scanners to China need a licence"."""
        for rule in drafts:
            if rule.type in CONTROL:
                for deal in drafts:
                    if deal.frame in GOVERNED and self._under(tokens, rule.type, rule.trigger, deal.trigger, crossing):
                        _hand_over(rule, deal)

    def governed(self, tokens: Tokens, drafts: Sequence[Draft], crossing: Crossing) -> list[Draft]:
        """Without the dealings that a rule only speaks of: "a ban on exports", "a licence to sell"."""
        rules = [d for d in drafts if d.type in CONTROL]
        out = []
        for draft in drafts:
            rule = None
            if draft.frame in GOVERNED:
                rule = next((r for r in rules if self._under(tokens, r.type, r.trigger, draft.trigger, crossing)), None)
            if rule is None:
                out.append(draft)
            else:
                _hand_over(rule, draft)
        return out

    def _under(self, tokens: Tokens, type: str, rule: Trigger, deal: Trigger, crossing: Crossing) -> bool:
        """Whether a dealing is the object of a rule: inside it, an infinitive or a noun beside it, a relative."""
        if rule.lo <= deal.lo and deal.hi <= rule.hi:
            return True
        if deal.kind == "verb" and not deal.infinitive and not deal.serial:
            between = tokens.lows[rule.hi : rule.hi + 3]
            opens = rule.kind in ("noun", "phrase") and not self.relatives.isdisjoint(between)
            return type in LICENCES and opens and 0 <= deal.lo - rule.hi <= RELATIVE
        if crossing.apart(rule.lo, rule.hi, deal.lo, deal.hi) <= NEAR:
            return True
        return deal.kind == "verb" and deal.lo >= rule.hi and crossing.between(rule.hi, deal.lo) <= CLAUSE


def _hand_over(rule: Draft, deal: Draft) -> None:
    """Give a rule what its dealing names: goods and ways, and the parties whom it binds."""
    if _nearer(rule, deal):
        del rule.fills["product"]
    for role in ("product", "destination", "origin"):
        if role in deal.fills and role not in rule.fills:
            rule.fills[role] = deal.fills[role]
    buys = deal.frame in PURCHASES
    bound, other = ("buyer", "supplier") if buys else ("supplier", "buyer")
    held = {id(m.referent) for mentions in rule.fills.values() for m in mentions}
    if "affected" not in rule.fills:
        firms = _firms(deal.fills.get(bound, ()), held)
        if firms:
            rule.fills["affected"] = firms
            held |= {id(m.referent) for m in firms}
    firms = _firms(deal.fills.get(other, ()), held)
    if not firms or buys:
        return
    if rule.type == "license_grant":
        rule.fills.setdefault("buyer", firms)
    elif rule.type == "export_restriction":
        rule.fills["affected"] = [*rule.fills.get("affected", ()), *firms]


def _nearer(rule: Draft, deal: Draft) -> bool:
    """ "a licence to supply X with chips for phones": the goods of the dealing come first."""
    mine, other = rule.fills.get("product"), deal.fills.get("product")
    return bool(mine and other and rule.trigger.hi <= other[0].lo < mine[0].lo)


def _firms(mentions: Collection[Found], held: Collection[int]) -> list[Found]:
    return [m for m in mentions if m.type == "company" and id(m.referent) not in held]


def tidy(draft: Draft) -> None:
    """Towns are no destinations of rules, and rulers hold an office; who must not get the goods is affected."""
    if draft.type not in CONTROL and draft.type != "entity_listing":
        return
    rulers = [m for m in draft.fills.pop("regulator", ()) if m.type != "person" or _holds_office(m.referent)]
    if rulers:
        draft.fills["regulator"] = rulers
    if draft.type == "export_restriction" and "buyer" in draft.fills:
        held = {id(m.referent) for m in draft.fills.get("affected", ())}
        others = _firms(draft.fills.pop("buyer"), held)
        draft.fills["affected"] = [*draft.fills.get("affected", ()), *others]
    for role in ("destination", "origin"):
        countries = [m for m in draft.fills.get(role, ()) if m.type != "place" or is_country(m.referent)]
        if countries:
            draft.fills[role] = countries
        else:
            draft.fills.pop(role, None)


def _holds_office(person: Referent | None) -> bool:
    works_for = person.entry.works_for if person is not None and person.entry is not None else None
    return works_for is not None and works_for.startswith("body/")


def is_country(referent: Referent | None) -> bool:
    """Whether a place is no town or province of a country."""
    return referent is not None and (referent.entry is None or referent.entry.country is None)


def at_home(place: Referent | None, rulers: Sequence[Found]) -> bool:
    """Whether a place is the country that rules: what it rules goes elsewhere."""
    for ruler in rulers:
        entry = ruler.referent.entry if ruler.referent is not None else None
        if ruler.referent is place or (entry is not None and place is not None and entry.country == place.key):
            return True
    return False


def share_rules(drafts: Sequence[Draft], referents: Referents) -> None:
    """Who made the rules and whom they hit, for the claims of an article that leave it out.

    A country that demands a licence demands it of goods that leave it.
    """
    rules = [d for d in drafts if d.type in CONTROL]
    for number, draft in enumerate(rules):
        others = rules[max(0, number - NEXT) : number][::-1] + rules[number + 1 : number + NEXT]
        for role in ("regulator", "destination"):
            if role not in draft.fills:
                source = next((d for d in others if role in d.fills), None)
                if source is not None and (role == "regulator" or {"product", "affected"} & set(draft.fills)):
                    _take(draft, role, source.fills[role])
        rulers = draft.fills.get("regulator", [])
        if draft.type == "license_requirement" and "origin" not in draft.fills and len(rulers) == 1:
            home = _home(rulers[0], referents)
            if home is not None and all(m.referent is not home for m in draft.fills.get("destination", ())):
                draft.fills["origin"] = [_stand_in(rulers[0], home)]


def _take(draft: Draft, role: str, mentions: Sequence[Found]) -> None:
    rulers = draft.fills.get("regulator", [])
    kept = [m for m in mentions if role == "regulator" or not at_home(m.referent, rulers)]
    if kept:
        draft.fills[role] = kept


def _home(ruler: Found, referents: Referents) -> Referent | None:
    """The country of a regulator, where the text prints it."""
    referent = ruler.referent
    if referent is None or referent.type == "place":
        return referent
    country = referent.entry.country if referent.entry is not None else None
    home = referents.by_key.get(country or "")
    return home if home is not None and home.surfaces else None


def _stand_in(mention: Found, referent: Referent) -> Found:
    return Found(mention.lo, mention.hi, "name", referent.type, referent)
