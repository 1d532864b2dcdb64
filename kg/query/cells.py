"""A claim as cells of a table: names for entities, figures in words, sentences as printed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Final

from kg.graph.formats import number_text
from kg.graph.read import ROLE_ORDER
from kg.model import Amount, Article, Claim, Period, Quantity, Span

HEADS: Final = (
    "supplier", "manufacturer", "investor", "owner", "holder", "regulator", "partner", "buyer", "customer", "affected",
    "product", "target", "owned", "facility", "component", "origin", "destination",
)  # fmt: skip
"""Roles in which a claim starts: the first that is filled."""

TAILS: Final = (
    "buyer", "customer", "target", "owned", "affected", "partner", "product", "facility", "destination", "component",
    "manufacturer", "origin",
)  # fmt: skip
"""Roles in which it ends: the first that is filled and is not the head."""

HEAD_OF: Final = {"inventory": "holder", "ownership": "owner", "shortage": "affected", "component_use": "product"}
"""Types whose own party comes first, though the maker of the good is told as well."""

Cell = str | float | date | None

_WORDS: Final = {"exact": "", "about": "about ", "at_least": "at least ", "at_most": "at most ", "range": ""}


def ends(claim: Claim) -> tuple[str, tuple[str, ...], str, tuple[str, ...]]:
    """Head role and heads, tail role and tails. A claim with one party alone ends in that party."""
    roles = {role: ids for role, ids in claim.roles.items() if ids}
    own = HEAD_OF.get(claim.type, "")
    head = own if own in roles else next((role for role in HEADS if role in roles), "")
    if not head:
        return "", (), "", ()
    heads = roles[head]
    if claim.type == "component_use" and head == "product" and "component" in roles:
        return head, heads, "component", roles["component"]
    if head in ("partner", "product") and len(heads) > 1:  # the first stands to the others
        return head, heads[:1], head, heads[1:]
    tail = next((role for role in TAILS if role in roles and role != head), "")
    return (head, heads, tail, roles[tail]) if tail else (head, heads, head, heads)


def money(amount: Amount | None) -> str | None:
    """ "about 2,000,000,000 CNY" """
    return None if amount is None else _figure(amount.value, amount.value_max, amount.approx) + f" {amount.currency}"


def count(quantity: Quantity | None) -> str | None:
    """ "12 - 15 tools" """
    return (
        None if quantity is None else _figure(quantity.value, quantity.value_max, quantity.approx) + f" {quantity.unit}"
    )


def _figure(value: float, top: float | None, approx: str) -> str:
    shown = _WORDS.get(approx, "") + _grouped(value)
    return shown if top is None else f"{shown} - {_grouped(top)}"


def _grouped(value: float) -> str:
    return f"{int(value):,}" if float(value).is_integer() else number_text(value)


def period(time: Period | None) -> str | None:
    """ "2025-01-01 to 2025-03-31", or the words of the text where the days are not known."""
    if time is None:
        return None
    if not (time.start or time.end):
        return time.text
    if time.start == time.end:
        return time.start
    return " ".join(part for part in (time.start or "", f"to {time.end}" if time.end else "on") if part)


class Cells:
    """The cells of one claim by column name."""

    def __init__(self, claim: Claim, article: Article, names: Mapping[str, str]) -> None:
        self.claim = claim
        self.article = article
        self.names = names

    def get(self, column: str) -> Cell:
        """The value of a column (see COLUMNS): a role, or a fact about the claim or its article."""
        if column in ROLE_ORDER:
            return self._named(self.claim.roles.get(column, ()))
        return COLUMNS[column](self)

    def _named(self, ids: Iterable[str]) -> str | None:
        return "; ".join(self.names.get(id, id) for id in ids) or None

    def parties(self) -> str | None:
        """ "supplier: ByteDance; buyer: Tencent, Alibaba" """
        roles = sorted(self.claim.roles.items(), key=lambda item: ROLE_ORDER.index(item[0]))
        told = (f"{role}: {', '.join(self.names.get(id, id) for id in ids)}" for role, ids in roles if ids)
        return "; ".join(told) or None


def _sentences(spans: tuple[Span, ...]) -> str | None:
    return " … ".join(span.text for span in spans) or None


def _day(text: str | None) -> Cell:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        return text


COLUMNS: Final[Mapping[str, Callable[[Cells], Cell]]] = {
    "claim": lambda cells: cells.claim.id,
    "type": lambda cells: cells.claim.type,
    "parties": Cells.parties,
    "who": lambda cells: cells._named(ends(cells.claim)[1]),
    "whom": lambda cells: cells._named(ends(cells.claim)[3]) if _two_ended(cells.claim) else None,
    "amount": lambda cells: money(cells.claim.amount),
    "amount_alt": lambda cells: money(cells.claim.amount_alt),
    "quantity": lambda cells: count(cells.claim.quantity),
    "time": lambda cells: period(cells.claim.time),
    "modality": lambda cells: cells.claim.modality,
    "says": lambda cells: cells._named(cells.claim.attributed_to),
    "denied_by": lambda cells: cells._named(cells.claim.disputed_by),
    "evidence": lambda cells: _sentences(cells.claim.evidence),
    "denial": lambda cells: _sentences(cells.claim.dispute_evidence),
    "detail": lambda cells: cells.claim.detail,
    "title": lambda cells: cells.article.title or None,
    "outlet": lambda cells: cells.article.outlet,
    "published": lambda cells: _day(cells.article.published),
    "url": lambda cells: cells.article.url,
    "article": lambda cells: cells.article.id,
}
"""What a question may show of a claim beside its roles."""


def _two_ended(claim: Claim) -> bool:
    _, heads, _, tails = ends(claim)
    return heads != tails
