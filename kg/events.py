"""Folds claims of several articles that speak of one deal into an event, as conservatively as the figures allow.

Two claims meet when they have the same type, agree in at least two roles, contradict each other in none, and their
figures and times can both be true. The outcome does not depend on the order of the claims.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from typing import Final, TypeVar

from kg.iris import short_hash
from kg.model import Amount, Article, Claim, Period, Quantity

PARTY_ROLES: Final = (
    "supplier", "buyer", "manufacturer", "customer", "investor", "target", "regulator", "affected",
    "owner", "owned", "holder", "facility", "partner",
)  # fmt: skip
GOODS_ROLES: Final = ("product", "component")

ONE_OFF: Final = frozenset({"sale", "order", "delivery", "acquisition", "investment", "subsidy", "license_grant"})
"""Types that happen at a time: two articles far apart in time speak of two of them."""

MAX_DAYS_APART: Final = 120
TOLERANCE: Final = 0.05  # "rund 2 Milliarden" beside "2.04 bn"
NEEDED_ROLES: Final = 2

_PRECISION: Final = {"exact": 0, "about": 1, "range": 2, "at_least": 3, "at_most": 4}
_STANDING: Final = ("ended", "asserted", "reported", "planned", "conditional", "negotiating", "rumoured", "negated")

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Event:
    """One deal or state and all claims about it.

    `claims` and `articles` are ids; `roles` joins the parties of all claims; `status` is "disputed", "confirmed" or
    a modality; `sources` are the independent origins: whom an article quotes first, else its outlet, else its id.
    """

    id: str
    type: str
    claims: tuple[str, ...]
    roles: Mapping[str, tuple[str, ...]]
    amount: Amount | None
    quantity: Quantity | None
    time: Period | None
    status: str
    sources: tuple[str, ...]
    articles: tuple[str, ...]
    disputed_by: tuple[str, ...] = ()


def fold(claims: Iterable[Claim], articles: Mapping[str, Article] | None = None) -> tuple[Event, ...]:
    """Every claim in exactly one event, events by id.

    `articles` maps article ids to articles; they give the date of publication and the outlet where a claim names
    no source. Articles that are missing count as undated and as sources of their own.
    """
    known = articles or {}
    groups: list[list[Claim]] = []
    index: dict[tuple[str, ...], list[int]] = {}
    for claim in sorted(claims, key=_richest_first):
        keys = _keys(claim)
        candidates = sorted({number for key in keys for number in index.get(key, ())})
        number = _home(claim, candidates, groups, known)
        if number is None:
            number = len(groups)
            groups.append([])
        groups[number].append(claim)
        for key in keys:
            if number not in index.setdefault(key, []):
                index[key].append(number)
    return tuple(sorted((_event(group, known) for group in groups), key=lambda event: event.id))


def _keys(claim: Claim) -> list[tuple[str, ...]]:
    """Claims that agree in two roles share one of these keys; one role alone would make every hub a candidate."""
    filled = [(role, party) for role in (*PARTY_ROLES, *GOODS_ROLES) for party in claim.roles.get(role, ())]
    return [(claim.type, *a, *b) for a, b in combinations(filled, NEEDED_ROLES) if a[0] != b[0]]


def _richest_first(claim: Claim) -> tuple[int, str]:
    told = sum(len(ids) for ids in claim.roles.values())
    told += sum(x is not None for x in (claim.amount, claim.quantity, claim.time))
    return -told, claim.id


def _home(claim: Claim, numbers: list[int], groups: list[list[Claim]], articles: Mapping[str, Article]) -> int | None:
    fitting = [number for number in numbers if all(same_deal(claim, other, articles) for other in groups[number])]
    return max(fitting, key=lambda number: (_shared(claim, groups[number][0]), -number), default=None)


def _shared(a: Claim, b: Claim) -> int:
    return sum(len(set(a.roles.get(role, ())) & set(b.roles.get(role, ()))) for role in (*PARTY_ROLES, *GOODS_ROLES))


def same_deal(a: Claim, b: Claim, articles: Mapping[str, Article] | None = None) -> bool:
    """Whether two claims may speak of one deal. Claims of one article never do: assembly has told them apart."""
    if a.article == b.article or a.type != b.type or (a.modality == "negated") != (b.modality == "negated"):
        return False
    if a.type == "product_relation" and (a.detail != b.detail or a.roles != b.roles):
        return False
    return (
        _roles_meet(a, b)
        and all(amounts_agree(x, y) for x in (a.amount, a.amount_alt) for y in (b.amount, b.amount_alt))
        and all(quantities_agree(x, y) for x in (a.quantity, a.quantity_alt) for y in (b.quantity, b.quantity_alt))
        and periods_agree(a.time, b.time)
        and _published_together(a, b, articles or {})
    )


def _roles_meet(a: Claim, b: Claim) -> bool:
    met = 0
    for role in (*PARTY_ROLES, *GOODS_ROLES):
        left, right = set(a.roles.get(role, ())), set(b.roles.get(role, ()))
        if left and right:
            if not left & right:
                return False
            met += 1
    return met >= NEEDED_ROLES


def amounts_agree(a: Amount | None, b: Amount | None) -> bool:
    """Whether two sums can be the same money; sums in different currencies do not contradict each other."""
    return a is None or b is None or a.currency != b.currency or _overlap(a, b)


def quantities_agree(a: Quantity | None, b: Quantity | None) -> bool:
    """Whether two quantities can be the same; different units do not contradict each other."""
    return a is None or b is None or a.unit != b.unit or _overlap(a, b)


def _overlap(a: Amount | Quantity, b: Amount | Quantity) -> bool:
    (low_a, high_a), (low_b, high_b) = _bounds(a), _bounds(b)
    return low_a <= high_b and low_b <= high_a


def _bounds(figure: Amount | Quantity) -> tuple[float, float]:
    slack = abs(figure.value) * TOLERANCE
    top = figure.value if figure.value_max is None else figure.value_max
    low = float("-inf") if figure.approx == "at_most" else figure.value - slack
    high = float("inf") if figure.approx == "at_least" else top + slack
    return low, high


def periods_agree(a: Period | None, b: Period | None) -> bool:
    """Whether two times can be the same: open ends agree with everything."""
    if a is None or b is None:
        return True
    return not ((a.start and b.end and a.start > b.end) or (b.start and a.end and b.start > a.end))


def _published_together(a: Claim, b: Claim, articles: Mapping[str, Article]) -> bool:
    if a.type not in ONE_OFF:
        return True
    days = [_day(articles[claim.article].published) for claim in (a, b) if claim.article in articles]
    dated = [day for day in days if day is not None]
    return len(dated) < 2 or abs((dated[0] - dated[1]).days) <= MAX_DAYS_APART


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        return None


def _event(group: list[Claim], articles: Mapping[str, Article]) -> Event:
    claims = sorted(group, key=lambda claim: claim.id)
    ids = tuple(claim.id for claim in claims)
    sources = tuple(sorted({_origin(claim, articles) for claim in claims}))
    denied = tuple(sorted({who for claim in claims for who in claim.disputed_by}))
    return Event(
        id=short_hash("event", *ids),
        type=claims[0].type,
        claims=ids,
        roles=_joined_roles(group),
        amount=_best([c.amount for c in claims], lambda a: (_PRECISION.get(a.approx, 9), a.currency, a.value)),
        quantity=_best([c.quantity for c in claims], lambda q: (_PRECISION.get(q.approx, 9), q.unit, q.value)),
        time=_best([c.time for c in claims], lambda t: (not (t.start and t.end), not t.start, t.start or "", t.text)),
        status=_status(claims, sources, bool(denied)),
        sources=sources,
        articles=tuple(sorted({claim.article for claim in claims})),
        disputed_by=denied,
    )


def _origin(claim: Claim, articles: Mapping[str, Article]) -> str:
    if claim.attributed_to:
        return claim.attributed_to[0]
    article = articles.get(claim.article)
    return (article.outlet if article else None) or claim.article


def _joined_roles(group: list[Claim]) -> dict[str, tuple[str, ...]]:
    roles: dict[str, list[str]] = {}
    for claim in group:  # the richest claim first: its order of parties stands
        for role, ids in claim.roles.items():
            kept = roles.setdefault(role, [])
            kept += [party for party in ids if party not in kept]
    return {role: tuple(ids) for role, ids in sorted(roles.items())}


def _best(figures: list[_T | None], rank: Callable[[_T], Hashable]) -> _T | None:
    """The figure that most claims give; among equals the most precise."""
    counts = Counter(figure for figure in figures if figure is not None)
    return min(counts, key=lambda figure: (-counts[figure], rank(figure)), default=None)


def _status(claims: list[Claim], sources: tuple[str, ...], denied: bool) -> str:
    if denied:
        return "disputed"
    found = {claim.modality for claim in claims}
    standing = next((modality for modality in _STANDING if modality in found), claims[0].modality)
    sure = [claim for claim in claims if claim.modality in ("asserted", "reported")]
    if standing in ("asserted", "reported") and (len(sources) > 1 or any(_party_says(claim) for claim in sure)):
        return "confirmed"
    return standing


def _party_says(claim: Claim) -> bool:
    parties = {party for ids in claim.roles.values() for party in ids}
    return claim.modality == "asserted" and bool(parties & set(claim.attributed_to))
