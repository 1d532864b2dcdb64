"""From drafts of single triggers to claims: makers added, types settled, drafts of one deal merged."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from kg.extract.found import CONTROL, Draft, Found, Referent, Trigger, by_sentence
from kg.extract.output import as_output
from kg.extract.sites import add_owner, stand_in
from kg.lang import Frame

TOOL_WORDS = re.compile(r"machine|scanner|bonder|equipment|lithograph|\btools?\b", re.IGNORECASE)
HOSTING = re.compile(r"data ?cent(?:er|re)|rechenzentr|server ?farm", re.IGNORECASE)
TRADE_GOODS = re.compile(  # goods that only this trade speaks of; "chips" alone may be of potatoes
    r"\b(?:-chips|wafers?|dram|gpus?|memory|processors|euv|duv|lithography|semiconductors|chipmaking|photoresists?|gallium|germanium|hbm\w*)\b|-chips$"
)
TRADE = frozenset({"supply", "sale", "order", "delivery", "manufacture", "component_use"})
INTERCHANGEABLE = frozenset({"supply", "sale", "delivery"})
WITH_MAKER = frozenset({"supply", "sale", "order", "delivery", "inventory"})
TRADE_SECTORS = frozenset(
    {
        "chip-designer",
        "idm",
        "foundry",
        "memory",
        "osat",
        "equipment",
        "materials",
        "wafers",
        "eda-ip",
        "server",
        "ai",
        "cloud",
    }
)
SPECIFIC = {"license_requirement": 1, "license_grant": 1, "manufacture": 1}  # which of two readings says more
CONTRACTS = frozenset({"contract", "goods_deal"})
OUTPUT = frozenset({"capacity", "shortage"})  # what is said of a production: cut, widened, sold out
NEAR = 4  # tokens
RECENT = 200  # sentences: what was told before those is told anew
RANK = {"sale": 3, "order": 3, "delivery": 2, "supply": 1}

HEARD = {"scarce": "affected", "hold_stock": "holder"}  # frame -> who may only have told of it


def settle(drafts: Sequence[Draft], frames: Mapping[str, Frame]) -> None:
    """Give each draft its final type and the makers of its goods."""
    for draft in drafts:
        frame = frames[draft.frame]
        if frame.money and draft.amount is not None:
            draft.type = frame.money
        elif (
            frame.lot
            and not (draft.trigger.kind == "noun" and frame.lot == "sale" and "buyer" not in draft.fills)
            and (draft.amount is not None or (draft.quantity is not None and draft.quantity.unit != "percent"))
        ):
            draft.type = frame.lot
        if draft.type in ("sale", "delivery", "supply") and draft.amount is not None and "product" not in draft.fills:
            _public_money(draft)
        if draft.type == "investment":
            _rename(draft, "manufacturer", "investor")
            _money_for_goods(draft)
            _aid_for_plant(draft)
        if draft.type == "component_use":
            _tool_moved_in(draft)
        add_owner(draft)
        as_output(draft)
        if draft.type == "capacity" and any(
            m.referent and HOSTING.search(m.referent.name) for m in draft.fills.get("facility", ())
        ):
            _rename(draft, "manufacturer", "owner")  # a data centre makes nothing
        _add_makers(draft)


def heard(drafts: Sequence[Draft]) -> list[Draft]:
    """Without those who only tell of it: "HBM is scarce, SK hynix said", "dealers sit on MLCCs, Murata said"."""
    out: list[Draft] = []
    for draft in drafts:
        role = HEARD.get(draft.frame)
        noun = role == "holder" and draft.trigger.kind == "noun"  # "the stock of chips that Toyota keeps"
        if role is None or role not in draft.fills or not draft.attributed or noun:
            out.append(draft)
            continue
        behind = draft.trigger.hi if role == "holder" else -1
        draft.fills[role] = [
            m for m in draft.fills[role] if m.lo < behind or all(m.referent is not s for s in draft.attributed)
        ]
        if draft.fills[role]:
            out.append(draft)
        elif role != "holder":
            del draft.fills[role]
            out.append(draft)
    return out


def _money_for_goods(draft: Draft) -> None:
    """ "puts $1.5 billion into Nvidia GPUs": money for goods that another makes orders them."""
    firms = draft.fills.get("investor", [])
    if set(draft.fills) != {"investor", "product"} or any(m.type != "company" for m in firms):
        return
    if any(m.type != "product_family" for m in draft.fills["product"]):
        return  # a model of its own
    makers = [m.maker or (m.referent.maker if m.referent is not None else None) for m in draft.fills["product"]]
    if makers and all(maker is not None and all(maker is not m.referent for m in firms) for maker in makers):
        draft.type, draft.frame = "order", "order"
        draft.fills["buyer"] = draft.fills.pop("investor")


def _aid_for_plant(draft: Draft) -> None:
    """ "The government puts 6.6 billion into TSMC's plant": public money for a firm's plant is aid."""
    givers = draft.fills.get("investor", [])
    plants = [m.referent for m in draft.fills.get("facility", ()) if m.referent is not None]
    if givers and all(m.type == "government_body" for m in givers) and any(p.maker is not None for p in plants):
        draft.type = "subsidy"


def made_parts(drafts: Sequence[Draft]) -> list[Draft]:
    """Who made the parts that goods contain, where it is said: "carries a modem by Qualcomm" makes a second claim."""
    out: list[Draft] = []
    for draft in drafts:
        users = {id(m.referent) for m in draft.fills.get("manufacturer", ())}
        for part in draft.fills.get("component", ()) if draft.type == "component_use" else ():
            makers = [m for m in part.makers if id(m.referent) not in users]
            if not makers or draft.modality == "negated":
                continue
            made = replace(
                draft,
                type="manufacture",
                frame="make",
                trigger=Trigger(part.lo, part.hi, "make", "noun", "active"),
                fills={"manufacturer": makers, "product": [part]},
                cost=draft.cost + 1.0,
                amount=None,
                quantity=None,
                time=None,
                detail=None,
            )
            for name in ("attributed", "disputed", "evidence", "dispute_evidence"):
                setattr(made, name, list(getattr(draft, name)))
            made.repeats = []
            out.append(made)
    return out


def _tool_moved_in(draft: Draft) -> None:
    """ "SK hynix installed ASML's scanner at M16": a machine is no part of a product, it was delivered."""
    tools = draft.fills.get("component", [])
    if (
        not tools
        or "product" in draft.fills
        or "manufacturer" not in draft.fills
        or not all(_is_tool(m) for m in tools)
    ):
        return
    draft.type = "delivery"
    draft.fills["product"] = draft.fills.pop("component")
    draft.fills["buyer"] = draft.fills.pop("manufacturer")
    makers = [(m, m.maker or (m.referent.maker if m.referent is not None else None)) for m in tools]
    known = [stand_in(m, maker) for m, maker in makers if maker is not None and maker.surfaces]
    if known:
        draft.fills["supplier"] = known


def _is_tool(mention: Found) -> bool:
    referent = mention.referent
    maker = referent.maker if referent is not None else None
    if maker is not None and maker.entry is not None:
        return "equipment" in maker.entry.sectors
    return referent is not None and bool(TOOL_WORDS.search(referent.name))


def _public_money(draft: Draft) -> None:
    """ "Bosch receives 225 million from the Commerce Department": a sum without goods from a public body is aid."""
    giver = draft.fills.get("supplier", [])
    if giver and giver[0].type == "government_body" and "buyer" in draft.fills:
        draft.type = "subsidy"
        draft.fills["investor"] = draft.fills.pop("supplier")
        draft.fills["target"] = draft.fills.pop("buyer")


def _rename(draft: Draft, old: str, new: str) -> None:
    """Money for a plant: its builder is the investor, what it will make belongs to another claim."""
    if old in draft.fills and new not in draft.fills:
        draft.fills[new] = draft.fills.pop(old)
        if "facility" in draft.fills or "target" in draft.fills:
            draft.fills.pop("product", None)


def _add_makers(draft: Draft) -> None:
    goods = draft.fills.get("product", [])
    makers = [(m, m.maker or (m.referent.maker if m.referent else None)) for m in goods]
    known = [(m, maker) for m, maker in makers if maker is not None and (maker.surfaces or m.maker is not None)]
    if not known:
        return
    have = {
        id(x.referent)
        for role in ("supplier", "manufacturer", "buyer", "holder", "owner")
        for x in draft.fills.get(role, ())
    }
    fresh = [stand_in(m, maker) for m, maker in known if id(maker) not in have]
    if not fresh:
        return
    if draft.type == "shortage" and "supplier" not in draft.fills:
        short = {id(m.referent) for m in draft.fills.get("affected", ())}
        named = [maker for m in goods for maker in m.makers if id(maker.referent) not in short]
        attached = [stand_in(m, m.maker) for m in goods if m.maker is not None and id(m.maker) not in short]
        if named or attached:
            draft.fills["supplier"] = named or attached
    elif draft.type == "manufacture":
        if "customer" not in draft.fills and "manufacturer" in draft.fills and draft.frame != "design":
            draft.fills["customer"] = fresh
        elif "manufacturer" not in draft.fills:
            draft.fills["manufacturer"] = fresh
    elif (
        draft.trigger.serial and draft.frame == "win_order" and "buyer" not in draft.fills and "supplier" in draft.fills
    ):
        draft.fills["buyer"] = fresh  # "鸿海接获英伟达GB300大单": whoever makes the goods has ordered them
    elif draft.type == "order" and "supplier" not in draft.fills:
        draft.fills["supplier"] = fresh
    elif draft.type in WITH_MAKER | {"component_use", "capacity"} and "manufacturer" not in draft.fills:
        draft.fills["manufacturer"] = fresh


def best_readings(drafts: Sequence[Draft]) -> list[Draft]:
    """One draft per trigger: where one word evokes several frames, the one that is filled best."""
    best: dict[int, Draft] = {}
    for draft in drafts:
        key = draft.trigger.lo
        other = best.get(key)
        if other is None or _merit(draft) > _merit(other):
            best[key] = draft
    return [d for d in drafts if best[d.trigger.lo] is d]


def variants(mentions: Sequence[Found], sentence: int) -> list[Draft]:
    """The claims that names make alone: "an improved version" of the goods before, "X, a Molex company"."""
    out = []
    for mention in mentions:
        if mention.kind == "owned" and mention.base is not None:
            owner = Found(mention.lo, mention.hi, "name", mention.base.type, mention.base)
            trigger = Trigger(mention.lo, mention.hi, "subsidiary_noun", "noun", "active")
            out.append(
                Draft("ownership", "subsidiary_noun", trigger, sentence, {"owner": [owner], "owned": [mention]}, 1.0)
            )
        elif mention.base is not None:
            base = Found(mention.lo, mention.hi, "description", mention.base.type, mention.base)
            trigger = Trigger(mention.lo, mention.hi, "variant", "noun", "active")
            out.append(
                Draft(
                    "product_relation",
                    "variant",
                    trigger,
                    sentence,
                    {"product": [mention, base]},
                    1.0,
                    detail="variant_of",
                )
            )
    return out


def _merit(draft: Draft) -> tuple[float, str]:
    length = draft.trigger.hi - draft.trigger.lo
    return (sum(len(m) for m in draft.fills.values()) * 2.0 - draft.cost + 0.2 * length, draft.frame)


def of_the_trade(drafts: Sequence[Draft], referents: Sequence[Referent]) -> list[Draft]:
    """Without the claims of texts on other chips: poker, potatoes, wood. They name nobody and nothing of the trade."""
    if any(_anchor(r) and r.surfaces for r in referents):
        return list(drafts)
    return [d for d in drafts if any(_known(r) for rs in d.roles().values() for r in rs)]


def _anchor(referent: Referent) -> bool:
    entry = referent.entry
    return entry is not None and bool(TRADE_SECTORS & set(entry.sectors))


def _known(referent: Referent) -> bool:
    entry = referent.entry or referent.class_entry
    if entry is None or entry.type in ("place", "person", "media", "government_body"):
        return False
    return not entry.generic or bool(TRADE_GOODS.search(entry.id))


# --- merging -------------------------------------------------------------------------------------------------
def merge(drafts: Sequence[Draft]) -> list[Draft]:
    """One draft per deal: drafts that speak of the same goods and parties become one, in the order of the text."""
    out: list[Draft] = []
    recent: list[Draft] = []
    for number, draft in enumerate(drafts):
        if number % RECENT == 0:
            recent = [d for d in recent if draft.sentence - max(d.evidence, default=d.sentence) <= RECENT]
        twin = next((d for d in recent if _same_deal(d, draft)), None)
        if twin is None:
            out.append(draft)
            recent.append(draft)
        else:
            _join(twin, draft)
    beside = by_sentence(out)
    kept = [d for d in out if not any(_swallowed(d, other) for other in beside[d.sentence] if other is not d)]
    _designed_for(kept)
    return kept


def _designed_for(drafts: Sequence[Draft]) -> None:
    """ "AMD designed the chip; TSMC builds it": who builds what another designed does so for the designer."""
    for design in drafts:
        designer = design.fills.get("manufacturer", [])
        if design.frame != "design" or design.type != "manufacture" or len(designer) != 1:
            continue
        for made in drafts:
            builds = made.type == "manufacture" and made.frame != "design" and "customer" not in made.fills
            same = _keys(made).get("product", set()) & _keys(design).get("product", set())
            if builds and same and _keys(made).get("manufacturer", set()).isdisjoint(_keys(design)["manufacturer"]):
                made.fills["customer"] = list(designer)


def _keys(draft: Draft) -> dict[str, set[str]]:
    return {role: {r.key for r in referents} for role, referents in draft.roles().items()}


def _same_deal(a: Draft, b: Draft) -> bool:
    if a.type != b.type and not {a.type, b.type} <= INTERCHANGEABLE:
        return False
    if a.amount and b.amount and a.amount != b.amount:
        return False
    if a.time and b.time and (a.time.start, a.time.end) != (b.time.start, b.time.end):
        return False
    if {a.modality, b.modality} & {"negated", "ended"} and a.modality != b.modality and a.sentence != b.sentence:
        return False
    if b.trigger.again and a.type == b.type and b.sentence - a.sentence <= 2:
        return True
    x, y = _keys(a), _keys(b)
    common = set(x) & set(y)
    apart = [role for role in common if not x[role] & y[role]]
    one_sale = apart == ["target"] and {"buyer", "supplier"} <= common  # "the plant", named only elsewhere
    if apart and not one_sale and not (apart == ["product"] and (_classes(a) or _classes(b)) and len(common) > 1):
        return False
    shared = sum(len(x[role] & y[role]) for role in common)
    if a.type == "product_relation":
        return x == y and a.detail == b.detail
    if a.type in CONTROL and not _shared_goods(x, y):
        return False
    smaller = min(sum(len(v) for v in x.values()), sum(len(v) for v in y.values()))
    if set(x) - common and set(y) - common and shared < 2:
        return False
    return shared >= 2 or (shared >= 1 and smaller <= 2 and abs(a.sentence - b.sentence) <= 1)


def _shared_goods(x: Mapping[str, set[str]], y: Mapping[str, set[str]]) -> bool:
    """Whether two rules are on the same goods or firms: one country makes many rules for another."""
    mine, other = (z.get("product", set()) | z.get("affected", set()) for z in (x, y))
    return not mine or not other or bool(mine & other)


def _classes(draft: Draft) -> bool:
    """Whether a draft names only a class of goods ("GPUs"), no model."""
    goods = draft.fills.get("product", [])
    return bool(goods) and all(m.referent is not None and m.referent.generic for m in goods)


def _join(a: Draft, b: Draft) -> None:
    contract = next((d for d in (a, b) if d.frame in CONTRACTS and d.trigger.kind == "noun"), None)
    modality = None
    if contract is not None and a.sentence == b.sentence and {a.type, b.type} <= {"supply", "delivery"}:
        a.type = b.type = "supply"  # "will deliver under a contract": the contract stands, the goods come later
        modality = contract.modality
    if a.type != b.type and RANK.get(b.type, 0) > RANK.get(a.type, 0):
        a.type, a.frame = b.type, b.frame
    a.repeats.append(b.trigger)
    if "product" in a.fills and "product" in b.fills and _classes(a) != _classes(b):
        # "GPUs" said again of the H20 adds nothing
        a.fills["product"] = b.fills["product"] if _classes(a) else a.fills["product"]
        b.fills = {role: mentions for role, mentions in b.fills.items() if role != "product"}
    if a.type == "acquisition" and {"target", "buyer", "supplier"} <= set(a.fills) & set(b.fills):
        known = [d for d in (a, b) if any(m.referent and m.referent.entry for m in d.fills["target"])] or [a]
        a.fills["target"] = b.fills["target"] = known[0].fills["target"]
    for role, mentions in b.fills.items():
        held = a.fills.setdefault(role, [])
        held.extend(m for m in mentions if all(m.referent is not h.referent for h in held))
    if a.amount is None:
        a.amount, a.amount_alt = b.amount, b.amount_alt
    a.quantity = a.quantity or b.quantity
    a.time = a.time or b.time
    if a.modality in ("asserted", None) and b.modality not in ("asserted", None):
        a.modality = b.modality
    a.modality = modality or a.modality
    a.evidence.extend(s for s in b.evidence if s not in a.evidence)
    a.dispute_evidence.extend(s for s in b.dispute_evidence if s not in a.dispute_evidence)
    a.attributed.extend(s for s in b.attributed if all(s is not t and s != t for t in a.attributed))
    a.disputed.extend(r for r in b.disputed if all(r is not t for t in a.disputed))


def _swallowed(small: Draft, large: Draft) -> bool:
    """Whether one sentence said the same twice by two triggers of one kind of deal ("contract to deliver")."""
    if small.sentence != large.sentence:
        return False
    kinds = {small.type, large.type}
    made = small.type == "manufacture" and large.type in OUTPUT
    if not (made or kinds <= TRADE or kinds <= CONTROL):
        return False
    a = {k for keys in _keys(small).values() for k in keys}
    b = {k for keys in _keys(large).values() for k in keys}
    if made and a <= b:
        near = abs(small.trigger.lo - large.trigger.lo) <= NEAR
        return small.trigger.kind == "noun" or (small.trigger.kind == "phrase" and near)  # "cuts the production of"
    if not (kinds <= TRADE or kinds <= CONTROL):
        return False
    if a < b:
        return small.amount is None or large.amount is not None
    return a == b and (_says(small), -small.cost, -small.trigger.lo) < (
        _says(large),
        -large.cost,
        -large.trigger.lo,
    )


def _says(draft: Draft) -> int:
    """How much a reading says beside its parties: of a contract it is sure who sells."""
    return SPECIFIC.get(draft.type, 0) + (draft.frame in CONTRACTS)
