"""What may fill a role, and what a frame needs before it is a claim."""

from __future__ import annotations

from collections.abc import Mapping

from kg.extract.found import GOODS, Draft, Found
from kg.lang import Frame

HALF_LIMIT = 2.0  # a claim with but one of its parties must stand this near to its verb
PAIRED = frozenset({"ownership", "investment", "inventory", "acquisition", "component_use"})  # one party says nothing
DEALS = frozenset({"supply", "sale", "order", "delivery"})
END_GOODS = "end-goods"  # the sector of classes of goods that chips go into
LONELY = frozenset(  # who alone tells of no deal: "SoftBank is buying", "did not respond to requests"
    {
        ("supply", "buyer"),
        ("supply", "product"),
        ("delivery", "buyer"),
        ("delivery", "supplier"),
        ("manufacture", "customer"),
    }
)
SEVERAL = {("partnership", "partner"): 2, ("product_relation", "product"): 3}  # roles that take at least two groups

ROLE_TYPES: Mapping[str, frozenset[str]] = {
    "supplier": frozenset({"company", "government_body", "person"}),
    "buyer": frozenset({"company", "government_body", "person"}),
    "customer": frozenset({"company", "government_body"}),
    "manufacturer": frozenset({"company"}),
    "partner": frozenset({"company", "government_body"}),
    "investor": frozenset({"company", "government_body", "person", "place"}),
    "target": frozenset({"company", "facility"}),
    "regulator": frozenset({"government_body", "place", "person"}),
    "affected": frozenset({"company", "place", "government_body"}),
    "owner": frozenset({"company", "government_body", "person"}),
    "owned": frozenset({"company", "facility"}),
    "holder": frozenset({"company", "government_body"}),
    "product": GOODS,
    "component": GOODS,
    "facility": frozenset({"facility"}),
    "destination": frozenset({"place"}),
    "origin": frozenset({"place"}),
}
CLAIM_ROLE_TYPES: Mapping[tuple[str, str], frozenset[str]] = {
    ("acquisition", "regulator"): frozenset({"government_body", "place"}),
    ("subsidy", "investor"): frozenset({"government_body", "place"}),
    ("subsidy", "target"): frozenset({"company"}),
    ("investment", "target"): frozenset({"company"}),
    ("shortage", "affected"): frozenset({"company", "place", "government_body"}),
    ("export_restriction", "affected"): frozenset({"company"}),
    ("license_grant", "affected"): frozenset({"company"}),
    ("license_grant", "buyer"): frozenset({"company"}),
    ("export_restriction", "buyer"): frozenset({"company"}),
    ("license_requirement", "affected"): frozenset({"company"}),
    ("entity_listing", "affected"): frozenset({"company", "person"}),
}


def complete(draft: Draft, frame: Frame) -> bool:
    """Whether a draft holds the roles without which its frame is no claim.

    One named party of a clear deal is enough where the text leaves the others unnamed ("VSMC will make analog chips
    of an unnamed kind for carmakers"): then only its verb, standing right beside it, is believed.
    """
    _without_end_goods(draft)
    have = {role for role, mentions in draft.fills.items() if mentions}
    for claim, role in SEVERAL:
        if draft.type == claim and frame.detail != "product_of" and len(draft.roles().get(role, ())) < 2:
            return False
    if not frame.need:
        return bool(have)
    if frame.sides or frame.whole:
        return any(set(need) <= have for need in frame.need)  # a contract has two parties
    return any(set(need) <= have for need in frame.need) or _half_named(draft, frame, have)


def _without_end_goods(draft: Draft) -> None:
    """Take cars, phones, missiles out of what is made: who builds them is no matter of this trade."""
    goods = draft.fills.get("product", ())
    if draft.type not in ("manufacture", "capacity") or not goods or "customer" in draft.fills:
        return
    kept = [m for m in goods if not is_end_good(m)]
    if kept:
        draft.fills["product"] = kept
    else:
        del draft.fills["product"]
        if draft.type == "manufacture":
            draft.fills.clear()


def is_end_good(mention: Found) -> bool:
    """Whether a mention is a class of goods that chips go into: "PCs", "cars"."""
    entry = mention.referent.entry if mention.referent is not None else None
    return entry is not None and END_GOODS in entry.sectors


def _one(draft: Draft) -> bool:
    """Whether all that is named is one thing; two buyers together tell of a deal."""
    return sum(len(mentions) for mentions in draft.fills.values()) == 1


def _half_named(draft: Draft, frame: Frame, have: set[str]) -> bool:
    mentions = [m for filled in draft.fills.values() for m in filled]
    if draft.trigger.kind not in ("verb", "phrase") or draft.cost > HALF_LIMIT:
        return False
    if draft.type in {claim for claim, _ in SEVERAL} or (draft.type in PAIRED and len(have) == 1):
        return False
    if draft.type == "component_use" or (len(have) == 1 and (draft.type, *have) in LONELY and _one(draft)):
        return False
    if draft.type == "manufacture" and have <= {"product", "origin"}:
        return False  # "made in Russia": by whom is what the claim is about
    if any(
        m.kind in ("pronoun", "relative") or m.referent is None or not (m.referent.strong or m.referent.entry)
        for m in mentions
    ):
        return False
    return have - {"destination", "origin", "facility"} != set() and any(have & set(need) for need in frame.need)


def hands_of_state(draft: Draft) -> bool:
    """Take a public body out of the suppliers unless it is said to act; whether one was taken out.

    "Deliveries without a licence from the Department of Commerce": states let goods go, firms hand them over.
    """
    suppliers = draft.fills.get("supplier", [])
    if draft.type not in DEALS or not any(m.type == "government_body" for m in suppliers):
        return False
    trigger = draft.trigger
    if trigger.kind == "verb" and trigger.voice == "active" and suppliers[0].lo < trigger.lo:
        return False
    kept = [m for m in suppliers if m.type != "government_body"]
    draft.fills["supplier"] = kept
    if not kept:
        del draft.fills["supplier"]
    return True


def types_of(claim: str, role: str) -> frozenset[str]:
    """The entity types that may fill a role."""
    return CLAIM_ROLE_TYPES.get((claim, role), ROLE_TYPES[role])
