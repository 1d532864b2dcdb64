"""What a text tells, by the names of things: short to write in a test and short to read in its failure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kg.model import Amount, Article, Claim, Extraction, Period, Quantity
from kg.pipeline import extract

PUBLISHED = "2025-05-14"


@dataclass(frozen=True, slots=True)
class Told:
    """One claim, entity names in place of ids."""

    type: str
    roles: Mapping[str, tuple[str, ...]]
    modality: str
    amount: Amount | None
    quantity: Quantity | None
    time: Period | None
    sources: tuple[str, ...]
    deniers: tuple[str, ...]
    detail: str | None
    evidence: tuple[str, ...]


def reading(text: str, language: str = "en", published: str | None = PUBLISHED) -> Extraction:
    """The extraction of a text."""
    return extract(Article("test", text, language=language, published=published))


def told(text: str, language: str = "en", published: str | None = PUBLISHED) -> list[Told]:
    """The claims of a text, in their order."""
    extraction = reading(text, language, published)
    names = {entity.id: entity.name for entity in extraction.entities}
    return [_told(claim, names) for claim in extraction.claims]


def one(text: str, language: str = "en", published: str | None = PUBLISHED) -> Told:
    """The only claim of a text."""
    claims = told(text, language, published)
    assert len(claims) == 1, claims
    return claims[0]


def roles(text: str, language: str = "en") -> dict[str, tuple[str, ...]]:
    """The roles of the only claim of a text, its type under "type"."""
    claim = one(text, language)
    return {"type": (claim.type,), **claim.roles}


def surfaces(text: str, language: str = "en") -> dict[str, set[str]]:
    """Entity name -> the words of the text that stand for it."""
    return {entity.name: {m.text for m in entity.mentions} for entity in reading(text, language).entities}


def _told(claim: Claim, names: Mapping[str, str]) -> Told:
    return Told(
        claim.type,
        {role: tuple(names[id] for id in ids) for role, ids in claim.roles.items()},
        claim.modality,
        claim.amount,
        claim.quantity,
        claim.time,
        tuple(names.get(source, source) for source in claim.attributed_to),
        tuple(names[id] for id in claim.disputed_by),
        claim.detail,
        tuple(span.text for span in claim.evidence),
    )
