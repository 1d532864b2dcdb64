"""What dates and later sentences make of a claim: still to come, over, or waiting for an approval."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from kg.extract.found import Draft

TO_COME = frozenset(
    {"delivery", "capacity", "manufacture", "component_use", "export_restriction", "license_requirement", "investment"}
)
LASTING = frozenset({"supply", "manufacture", "ownership", "license_grant", "partnership", "capacity"})
AWAITED = frozenset({"acquisition"})
REACH = 5  # sentences from a takeover to the approval it waits for


def by_date(drafts: Sequence[Draft], published: str | None) -> None:
    """What begins after the day of the article is planned, what held until a day before it has ended."""
    if not published:
        return
    for draft in drafts:
        time = draft.time
        if time is None or draft.modality not in (None, "asserted"):
            continue
        if draft.type in TO_COME and time.start is not None and time.start > published:
            draft.modality = "planned"
        elif draft.type in LASTING and time.start is None and time.end is not None and time.end < published:
            draft.modality = "ended"


def await_approval(drafts: Sequence[Draft], waiting: Collection[int]) -> list[Draft]:
    """ "The takeover still needs the go-ahead": the deal that such a sentence speaks of is conditional.

    The approval itself is no licence to export. Returns the drafts without it.
    """
    approvals: set[int] = set()
    for number in sorted(waiting):
        near = [d for d in drafts if d.type in AWAITED and -1 <= number - d.sentence <= REACH]
        open_deals = [d for d in near if d.modality in (None, "asserted", "planned", "reported")]
        if open_deals:
            nearest = min(abs(number - d.sentence) for d in open_deals)
            for draft in open_deals:
                if abs(number - draft.sentence) == nearest:
                    draft.modality = "conditional"
        if near:
            approvals.update(id(d) for d in drafts if d.sentence == number and _no_licence(d))
    return [d for d in drafts if id(d) not in approvals]


def _no_licence(draft: Draft) -> bool:
    return draft.type in ("license_grant", "license_requirement") and "product" not in draft.fills
