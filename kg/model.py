"""What is handed from room to room: small frozen values, a new type for each stage.

Offsets are character positions in `Article.text`, start included, end excluded. Values of amounts and
quantities are absolute numbers ("100 Milliarden Yuan" is 1e11 CNY). Dates are ISO strings, `YYYY-MM-DD`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

EntityType = Literal[
    "company", "government_body", "product", "product_family", "technology",
    "facility", "place", "person", "media", "policy",
]  # fmt: skip
ClaimType = Literal[
    "supply", "sale", "order", "delivery", "inventory", "manufacture", "component_use", "investment", "subsidy",
    "acquisition", "partnership", "ownership", "export_restriction", "license_requirement", "license_grant",
    "entity_listing", "capacity", "product_relation", "shortage", "other",
]  # fmt: skip
Role = Literal[
    "supplier", "buyer", "product", "component", "manufacturer", "customer", "investor", "target", "regulator",
    "affected", "destination", "origin", "owner", "owned", "holder", "facility", "partner",
]  # fmt: skip
Modality = Literal[
    "asserted", "reported", "rumoured", "planned", "negotiating", "conditional", "negated", "ended"
]  # fmt: skip
Approx = Literal["exact", "about", "at_least", "at_most", "range"]


@dataclass(frozen=True, slots=True)
class Article:
    """One news text. `language` is an ISO 639-1 code; `published` is None where the day is not known."""

    id: str
    text: str
    title: str = ""
    language: str = ""
    url: str | None = None
    outlet: str | None = None
    published: str | None = None
    retrieved: str | None = None


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of `Article.text`, with its words as printed."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Mention:
    """A span that stands for an entity. `kind`: name, product, generic, description or unknown."""

    start: int
    end: int
    text: str
    kind: str


@dataclass(frozen=True, slots=True)
class Cluster:
    """The mentions of one article that stand for one thing. `candidate` is the gazetteer id the reader thought of;
    `key` names the cluster inside the article."""

    key: str
    name: str
    type: str
    mentions: tuple[Mention, ...]
    candidate: str | None = None


@dataclass(frozen=True, slots=True)
class ClaimDraft:
    """A claim before linking: `roles` and `disputed_by` hold cluster keys, `attributed_to` keys or free names."""

    type: str
    roles: Mapping[str, tuple[str, ...]]
    evidence: tuple[Span, ...]
    modality: str = "asserted"
    amount: Amount | None = None
    amount_alt: Amount | None = None
    quantity: Quantity | None = None
    time: Period | None = None
    attributed_to: tuple[str, ...] = ()
    disputed_by: tuple[str, ...] = ()
    dispute_evidence: tuple[Span, ...] = ()
    detail: str | None = None
    score: float = 1.0
    marks: tuple[tuple[str, Span], ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """What the extractor hands to the linker."""

    article: Article
    clusters: tuple[Cluster, ...] = ()
    drafts: tuple[ClaimDraft, ...] = ()


@dataclass(frozen=True, slots=True)
class Link:
    """The judgement on one cluster: `judgement` is "same" (as the entity), "new" or "unsure"; `reason` says why."""

    cluster: str
    entity: str
    judgement: str
    reason: str


@dataclass(frozen=True, slots=True)
class Entity:
    """A thing of the world as one article speaks of it.

    `id` is stable across articles ("company/bytedance"); `name` is the usual English name. Entities that the
    gazetteer does not know are `provisional`.
    """

    id: str
    name: str
    type: str
    wikidata: str | None = None
    mentions: tuple[Mention, ...] = ()
    provisional: bool = False


@dataclass(frozen=True, slots=True)
class Amount:
    """Money. `value` to `value_max` where `approx` is "range"; `currency` is an ISO 4217 code."""

    value: float
    currency: str
    approx: str = "exact"
    value_max: float | None = None

    def to_dict(self) -> dict[str, Any]:
        return _figure(self, "currency")


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number of goods, a share (`unit` "percent") or a capacity ("MW", "wafers per month")."""

    value: float
    unit: str
    approx: str = "exact"
    value_max: float | None = None

    def to_dict(self) -> dict[str, Any]:
        return _figure(self, "unit")


def _figure(figure: Amount | Quantity, of: str) -> dict[str, Any]:
    out: dict[str, Any] = {"value": figure.value, of: getattr(figure, of), "approx": figure.approx}
    if figure.value_max is not None:
        out["value_max"] = figure.value_max
    return out


@dataclass(frozen=True, slots=True)
class Period:
    """Fuzzy time: the words of the text, the first and the last day (either may be open)."""

    text: str
    start: str | None
    end: str | None

    def to_dict(self) -> dict[str, Any]:
        return {"text": self.text, "start": self.start, "end": self.end}


@dataclass(frozen=True, slots=True)
class Claim:
    """What one source asserts: an n-ary transaction with its evidence.

    `roles` maps a role to entity ids; `attributed_to` holds entity ids or free names, the origin first;
    `disputed_by` entity ids. `score` is between 0 and 1: how much of the frame was found in its usual place.
    """

    id: str
    article: str
    type: str
    roles: Mapping[str, tuple[str, ...]]
    evidence: tuple[Span, ...]
    modality: str = "asserted"
    amount: Amount | None = None
    amount_alt: Amount | None = None
    quantity: Quantity | None = None
    quantity_alt: Quantity | None = None
    time: Period | None = None
    attributed_to: tuple[str, ...] = ()
    disputed_by: tuple[str, ...] = ()
    dispute_evidence: tuple[Span, ...] = ()
    detail: str | None = None
    score: float = 1.0
    marks: tuple[tuple[str, Span], ...] = ()  # ("trigger", span), ("supplier", span), ...: words to mark

    def to_dict(self) -> dict[str, Any]:
        """The claim in the schema that other programs score."""
        out: dict[str, Any] = {
            "id": self.id,
            "type": self.type,
            "roles": {role: list(ids) for role, ids in self.roles.items()},
            "amount": self.amount.to_dict() if self.amount else None,
            "quantity": self.quantity.to_dict() if self.quantity else None,
            "time": self.time.to_dict() if self.time else None,
            "modality": self.modality,
            "attributed_to": list(self.attributed_to),
            "disputed_by": list(self.disputed_by),
            "evidence": [s.text for s in self.evidence],
            "evidence_spans": [[s.start, s.end] for s in self.evidence],
            "score": round(self.score, 3),
        }
        if self.amount_alt:
            out["amount_alt"] = self.amount_alt.to_dict()
        if self.quantity_alt:
            out["quantity_alt"] = self.quantity_alt.to_dict()
        if self.detail:
            out["detail"] = self.detail
        if self.dispute_evidence:
            out["dispute_evidence"] = [s.text for s in self.dispute_evidence]
        return out


@dataclass(frozen=True, slots=True)
class Extraction:
    """Everything read out of one article."""

    article: Article
    entities: tuple[Entity, ...] = ()
    claims: tuple[Claim, ...] = ()
    notes: tuple[str, ...] = field(default=())

    def entity(self, id: str) -> Entity:
        """The entity with this id; KeyError if the article does not speak of it."""
        for entity in self.entities:
            if entity.id == id:
                return entity
        raise KeyError(id)

    def to_dict(self) -> dict[str, Any]:
        """One JSON object for an article: `id`, `lang`, `entities`, `claims`."""
        return {
            "id": self.article.id,
            "lang": self.article.language,
            "entities": [
                {
                    "id": e.id,
                    "name": e.name,
                    "type": e.type,
                    "wikidata": e.wikidata,
                    "mentions": [{"text": m.text, "start": m.start, "end": m.end, "kind": m.kind} for m in e.mentions],
                }
                for e in self.entities
            ],
            "claims": [c.to_dict() for c in self.claims],
        }
