"""What descriptions of firms, once resolved, tell about the nouns beside them: whose plant it is, what they make."""

from __future__ import annotations

from collections.abc import Sequence

from kg.extract.businesses import GENITIVES
from kg.extract.found import GOODS, Found
from kg.lang import Language
from kg.lang.tokens import Tokens

TOWN_NEAR = 3  # tokens between the owner and the town


class DescribedOwners:
    """ "the US chipmaker's plant in Hillsboro", "l'usine du fabricant américain de puces à Hillsboro"."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self.head_first = language.flag("head_first")
        self.particles = language.words("relative_particles") | language.words("name_endings") | frozenset(GENITIVES)

    def read(self, tokens: Tokens, mentions: Sequence[Found]) -> None:
        """Give plants their described owners and towns, and descriptions the goods that end them."""
        at = {m.lo: m for m in mentions}
        until = {m.hi: m for m in mentions if m.kind == "description"}
        for mention in mentions:
            if mention.kind == "description" and mention.type == "company" and self.head_first:
                self._goods(tokens, mention, at)
        for mention in mentions:
            plant = mention.referent
            if mention.type != "facility" or plant is None or plant.entry is not None or plant.maker is not None:
                continue
            owner = self._before(tokens, mention, until) or self._behind(tokens, mention, at)
            if owner is None or owner.type != "company" or owner.plural or owner.referent is None:
                continue
            plant.maker = owner.referent
            for inside in mentions:
                if owner.lo <= inside.lo and inside.hi <= owner.hi:
                    inside.attributive = True  # with "US" in "the US chipmaker"
            mention.lo = min(mention.lo, owner.lo)
            if not plant.town:
                self._town(tokens, mention, max(owner.hi, mention.hi), at)

    def _functions(self, tokens: Tokens, i: int) -> tuple[str, ...]:
        return self.language.markers.get(tokens.lows[i], ()) if i < len(tokens) else ()

    def _goods(self, tokens: Tokens, firm: Found, at: dict[int, Found]) -> None:
        """ "le fabricant américain | de puces": the goods say what kind of firm it is."""
        goods = at.get(firm.hi + 1)
        if goods is None or goods.kind != "generic" or goods.type not in GOODS:
            return
        if "of" in self._functions(tokens, firm.hi):
            goods.attributive = True
            firm.hi = goods.hi
            if firm.referent is not None:
                firm.referent.surfaces.setdefault(tokens.span(firm.lo, firm.hi), "description")

    def _before(self, tokens: Tokens, plant: Found, until: dict[int, Found]) -> Found | None:
        if plant.lo in until:
            return until[plant.lo]
        if plant.lo and tokens.lows[plant.lo - 1] in self.particles:
            return until.get(plant.lo - 1)
        return None

    def _behind(self, tokens: Tokens, plant: Found, at: dict[int, Found]) -> Found | None:
        if not {"of", "from"} & set(self._functions(tokens, plant.hi)):
            owner = at.get(plant.hi)
            genitive = self.language.words("genitive_determiners")
            return owner if owner is not None and tokens.lows[owner.lo] in genitive and _described(owner) else None
        owner = at.get(plant.hi + 1) or at.get(plant.hi)
        return owner if owner is not None and _described(owner) else None

    def _town(self, tokens: Tokens, mention: Found, start: int, at: dict[int, Found]) -> None:
        if not {"in", "at"} & set(self._functions(tokens, start)):
            return
        for i in range(start + 1, start + 1 + TOWN_NEAR):
            place = at.get(i)
            if place is None:
                continue
            if place.type == "place" and place.referent is not None and mention.referent is not None:
                mention.referent.town = place.referent.name
                mention.referent.surfaces.setdefault(tokens.span(place.lo, place.hi), "facility")
                place.attributive = True
                self._region(tokens, place, at)
            return

    def _region(self, tokens: Tokens, town: Found, at: dict[int, Found]) -> None:
        """ "Hillsboro, Oregon", "Hillsboro, dans l'Oregon", "Hillsboro, in de staat Oregon"."""
        regions = (at[i] for i in range(town.hi, min(town.hi + 1 + TOWN_NEAR, len(tokens))) if i in at)
        region = next(regions, None)
        if region is not None and region.type == "place" and "." not in tokens.words[town.hi : region.lo]:
            region.attributive = True


def _described(mention: Found) -> bool:
    return mention.kind == "description" and mention.type == "company"
