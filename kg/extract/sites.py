"""Where a deal takes place: towns that mean a firm's plant there, and plants whose owner the deal itself names."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kg.extract.found import Draft, Found, Referent, by_sentence
from kg.extract.referents import Referents
from kg.iris import entity_id
from kg.lang.tokens import Tokens, words_of

Sites = Mapping[tuple[str, str], str]  # (owner's key, town in lower case) -> id of a plant of the gazetteer
OWNERS = {  # claim type -> the role of the one whose plant it is, in order of preference
    "capacity": ("owner", "manufacturer"),
    "investment": ("target", "investor"),
    "subsidy": ("target",),
    "manufacture": ("manufacturer",),
}
MAKERS = {"capacity": "manufacturer", "manufacture": "manufacturer", "investment": "investor"}


DATA_CENTRE, PLANT = "data centre", "plant"  # in names, which are English

SPOKEN = 8  # tokens between a plant and the verb of the relative clause about it


def stand_in(mention: Found, referent: Referent) -> Found:
    """A mention of something that another mention implies."""
    return Found(mention.lo, mention.hi, "name", referent.type, referent)


def print_owner(tokens: Tokens, mention: Found, owner: Referent | None) -> None:
    """ "the Micron plant in Sanand", "TSMC's N3E" in one name print their owner too."""
    if owner is None or owner.entry is None:
        return
    inside = tokens.lows[mention.lo : mention.hi]
    for text, _, kind in owner.entry.labels:
        words = tuple(words_of(text))
        for k in range(len(inside) - len(words) + 1):
            if kind == "label" and words and inside[k : k + len(words)] == words:
                owner.surfaces.setdefault(tokens.span(mention.lo + k, mention.lo + k + len(words)), "name")
                return


def add_owner(draft: Draft) -> None:
    """The owner of a plant sells it with it, makes what is made there, gets the money that is given for it."""
    role = {
        "acquisition": "supplier",
        "capacity": "manufacturer",
        "manufacture": "manufacturer",
        "investment": "investor",
        "subsidy": "target",
        "license_grant": "affected",
        "delivery": "buyer",
        "supply": "buyer",
        "order": "buyer",
        "shortage": "affected",
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
        makers = draft.fills.get(MAKERS.get(draft.type, ""), [])
        places = draft.fills.get("origin", [])
        if not places or not makers:
            continue
        towns = [m for m in places if _is_town(m.referent)]
        plants = draft.fills.get("facility", [])
        if plants:
            _settle_down(plants, places)
            towns = places
        draft.fills["origin"] = [m for m in places if m not in towns]
        if not plants and len(makers) == 1 and makers[0].referent is not None:
            maker = makers[0].referent
            towns = _without_regions(towns)
            built = _spoken_of(draft, maker, referents) if len(towns) == 1 else None
            if built is not None:
                draft.fills["facility"] = [stand_in(towns[0], built)]
                built.maker = built.maker or maker
                _settle_down(draft.fills["facility"], towns)
            else:
                draft.fills["facility"] = [_plant(maker, m, by_site, referents) for m in towns]
            moved.extend(m.referent for m in towns if m.referent is not None)
        if draft.type == "investment":
            countries = draft.fills.pop("origin")  # money goes to a country, goods come from one
            if countries and draft.amount is not None:
                draft.fills["destination"] = countries
        for role in ("origin", "facility"):
            if not draft.fills.get(role):
                draft.fills.pop(role, None)
    used = {id(m.referent) for draft in drafts for mentions in draft.fills.values() for m in mentions}
    for place in moved:
        if id(place) not in used:
            place.surfaces.clear()  # what the text means by the town is the plant


def _spoken_of(draft: Draft, maker: Referent, referents: Referents) -> Referent | None:
    """ "the plant that ESMC is building in Dresden": the plant right before, which has no town yet."""
    if draft.trigger.kind == "noun":
        return None
    for referent in referents.all():
        near = draft.trigger.lo in range(referent.last, referent.last + SPOKEN)
        if (
            near
            and referent.type == "facility"
            and referent.entry is None
            and not referent.town
            and referent.maker in (None, maker)
        ):
            return referent
    return None


def _settle_down(plants: Sequence[Found], towns: Sequence[Found]) -> None:
    """ "In Dresden entsteht ein Werk": the town of a plant that is only called by its noun."""
    plant, town = plants[0].referent, towns[0].referent if towns else None
    if len(plants) != 1 or plant is None or town is None or plant.entry is not None or plant.town:
        return
    plant.town = town.name
    plant.surfaces.update(town.surfaces)
    if plant.maker is not None:
        plant.name = f"{plant.maker.name} {town.name}"


def share_plants(drafts: Sequence[Draft]) -> list[Draft]:
    """Money and building of one sentence: the money goes into what is built, and building it is no second claim."""
    spent = by_sentence(d for d in drafts if d.type in ("investment", "subsidy"))
    out = []
    for draft in drafts:
        if draft.type == "capacity" and "facility" in draft.fills:
            money = [d for d in spent.get(draft.sentence, ()) if _same_actor(d, draft)]
            for other in money:
                other.fills.setdefault("facility", draft.fills["facility"])
            if not (draft.quantity or draft.time or "product" in draft.fills) and any(
                d.type == "investment" for d in money
            ):
                continue
        out.append(draft)
    return out


def _same_actor(money: Draft, building: Draft) -> bool:
    actors = {id(m.referent) for role in ("investor", "target") for m in money.fills.get(role, ())}
    return any(id(m.referent) in actors for role in ("manufacturer", "owner") for m in building.fills.get(role, ()))


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
        plant.maker, plant.site, plant.town = maker, name, name
    plant.surfaces.update(town.referent.surfaces)
    return stand_in(town, plant)


def call_alike(referents: Referents, by_site: Sites) -> None:
    """A plant is called by its owner and town, in whatever language and with whatever noun the text speaks of it.

    Only now, at the end, the owner and the town are known that later sentences tell.
    """
    for plant in referents.all():
        if plant.type != "facility" or plant.entry is not None or plant.maker is None:
            continue
        known = referents.gazetteer.get(by_site.get((plant.maker.key, plant.town.casefold()), ""))
        if known is not None and not plant.proper:
            plant.key, plant.name, plant.entry = known.id, known.name, known
            continue
        noun = DATA_CENTRE if plant.hosts else ""
        own = f"{plant.proper or plant.town} {noun}".strip() or PLANT
        plant.name = f"{plant.maker.name} {own}"
        plant.key = entity_id("facility", plant.name)


def _stands_in(referent: Referent, town: str) -> bool:
    """Whether the text speaks of this plant, and it stands in that town."""
    if referent.type != "facility" or not referent.surfaces:
        return False
    return referent.site == town or (referent.entry is not None and referent.entry.city == town)
