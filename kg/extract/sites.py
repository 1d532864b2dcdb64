"""Where a deal takes place: towns that mean a firm's plant there, and plants whose owner the deal itself names."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kg.extract.found import Draft, Found, Referent
from kg.extract.referents import Referents

Sites = Mapping[tuple[str, str], str]  # (owner's key, town in lower case) -> id of a plant of the gazetteer
OWNERS = {  # claim type -> the role of the one whose plant it is, in order of preference
    "capacity": ("owner", "manufacturer"),
    "investment": ("target", "investor"),
    "subsidy": ("target",),
}
MAKING = frozenset({"capacity", "manufacture"})


def stand_in(mention: Found, referent: Referent) -> Found:
    """A mention of something that another mention implies."""
    return Found(mention.lo, mention.hi, "name", referent.type, referent)


def add_owner(draft: Draft) -> None:
    """The owner of a plant sells it with it, makes what is made there, gets the money that is given for it."""
    role = {
        "acquisition": "supplier",
        "capacity": "manufacturer",
        "manufacture": "manufacturer",
        "investment": "investor",
        "subsidy": "target",
    }.get(draft.type)
    if role is None or role in draft.fills:
        return
    have = {id(m.referent) for mentions in draft.fills.values() for m in mentions}
    for mention in draft.fills.get("target" if role == "supplier" else "facility", ()):
        owner = (
            (mention.maker or mention.referent.maker)
            if mention.referent is not None and (mention.type == "facility" or mention.kind == "business")
            else None
        )
        if owner is not None and owner.surfaces and id(owner) not in have:
            draft.fills[role] = [stand_in(mention, owner)]
            return


def name_owners(drafts: Sequence[Draft]) -> None:
    """ "TSMC will build a fab in Dresden … The fab …": whose it is, from the first deal that says so."""
    for draft in drafts:
        for plant in draft.fills.get("facility", ()):
            referent = plant.referent
            if referent is None or referent.maker is not None or referent.entry is not None:
                continue
            owner = _owner(draft)
            if owner is not None:
                referent.maker = owner
                if not plant.plural:
                    referent.name = f"{owner.name} {referent.site or referent.name}"


def _owner(draft: Draft) -> Referent | None:
    """The one firm whose plant the draft speaks of; several may build one together."""
    for role in OWNERS.get(draft.type, ()):
        firms = draft.fills.get(role, [])
        if len(firms) == 1 and firms[0].type == "company":
            return firms[0].referent
        if firms:
            return None
    return None


def sites(drafts: Sequence[Draft], by_site: Sites, referents: Referents) -> None:
    """A town where a firm makes things is its plant there: "makes DRAM in Wuxi". A country is one of origin."""
    moved: list[Referent] = []
    for draft in drafts:
        makers = draft.fills.get("manufacturer", [])
        places = draft.fills.get("origin", [])
        if draft.type not in MAKING or not places or not makers:
            continue
        towns = [m for m in places if _is_town(m.referent)]
        draft.fills["origin"] = [m for m in places if m not in towns]
        if "facility" not in draft.fills and len(makers) == 1 and makers[0].referent is not None:
            maker = makers[0].referent
            draft.fills["facility"] = [_plant(maker, m, by_site, referents) for m in _without_regions(towns)]
            moved.extend(m.referent for m in towns if m.referent is not None)
        for role in ("origin", "facility"):
            if not draft.fills.get(role):
                draft.fills.pop(role, None)
    used = {id(m.referent) for draft in drafts for mentions in draft.fills.values() for m in mentions}
    for place in moved:
        if id(place) not in used:
            place.surfaces.clear()  # what the text means by the town is the plant


def _is_town(place: Referent | None) -> bool:
    """A town or region: a place inside a country, or one that nobody knows."""
    return place is not None and (place.entry is None or place.entry.country is not None)


def _without_regions(towns: Sequence[Found]) -> list[Found]:
    """ "Hillsboro, Oregon": the region behind its town, a comma between, is no place of its own."""
    if len(towns) == 2 and towns[1].lo == towns[0].hi + 1:
        return [towns[0]]
    return list(towns)


def _plant(maker: Referent, town: Found, by_site: Sites, referents: Referents) -> Found:
    assert town.referent is not None
    name = town.referent.name
    plant = next((r for r in referents.all() if _stands_in(r, name)), None)
    if plant is None:
        plant = referents.by_id(by_site.get((maker.key, name.casefold()), ""))
    if plant is None:
        span = min(town.referent.surfaces)
        plant = referents.provisional("facility", f"{maker.name} {name}", span)
        plant.maker, plant.site = maker, name
    plant.surfaces.update(town.referent.surfaces)
    return stand_in(town, plant)


def _stands_in(referent: Referent, town: str) -> bool:
    """Whether the text speaks of this plant, and it stands in that town."""
    if referent.type != "facility" or not referent.surfaces:
        return False
    return referent.site == town or (referent.entry is not None and referent.entry.city == town)
