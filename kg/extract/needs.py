"""What a frame needs before it is a claim."""

from __future__ import annotations

from kg.extract.found import Draft
from kg.lang import Frame

HALF_LIMIT = 2.0  # a claim with but one of its parties must stand this near to its verb
PAIRED = frozenset({"ownership", "investment", "inventory", "acquisition", "component_use"})  # one party says nothing
SEVERAL = {("partnership", "partner"): 2, ("product_relation", "product"): 3}  # roles that take at least two groups


def complete(draft: Draft, frame: Frame) -> bool:
    """Whether a draft holds the roles without which its frame is no claim.

    One named party of a clear deal is enough where the text leaves the others unnamed ("VSMC will make analog chips
    of an unnamed kind for carmakers"): then only its verb, standing right beside it, is believed.
    """
    have = {role for role, mentions in draft.fills.items() if mentions}
    for claim, role in SEVERAL:
        if draft.type == claim and frame.detail != "product_of" and len(draft.roles().get(role, ())) < 2:
            return False
    if not frame.need:
        return bool(have)
    if frame.sides:
        return any(set(need) <= have for need in frame.need)  # a contract has two parties
    return any(set(need) <= have for need in frame.need) or _half_named(draft, frame, have)


def _half_named(draft: Draft, frame: Frame, have: set[str]) -> bool:
    mentions = [m for filled in draft.fills.values() for m in filled]
    if draft.trigger.kind not in ("verb", "phrase") or draft.cost > HALF_LIMIT:
        return False
    if draft.type in {claim for claim, _ in SEVERAL} or (draft.type in PAIRED and len(have) == 1):
        return False
    if draft.type == "manufacture" and have <= {"product", "origin"}:
        return False  # "made in Russia": by whom is what the claim is about
    if any(
        m.kind in ("pronoun", "relative") or m.referent is None or not (m.referent.strong or m.referent.entry)
        for m in mentions
    ):
        return False
    return have - {"destination", "origin", "facility"} != set() and any(have & set(need) for need in frame.need)
