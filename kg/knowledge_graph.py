"""The public face: articles in, claims with their evidence out, by SPARQL, by name, as a network or as a page.

It stands above `kg.visualize`, so that a graph can draw itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from os import PathLike
from typing import TYPE_CHECKING, Any, Final

from kg.model import Article, Claim, Extraction

if TYPE_CHECKING:
    from kg.visualize.texts import Texts

HEADS: Final = ("supplier", "manufacturer", "investor", "owner", "holder", "regulator", "partner", "buyer")
TAILS: Final = ("buyer", "customer", "target", "owned", "affected", "partner")
GOODS: Final = ("product", "component", "facility")
PLACES: Final = ("origin", "destination")


@dataclass(frozen=True, slots=True)
class ClaimView:
    """A claim of a graph with the names of its parties and the article that makes it.

    claim: the claim itself, roles filled with entity ids. article: who printed it and when, without its text.
    names: entity id -> usual English name. `print(view)` shows the claim, its evidence and who denies it.
    """

    claim: Claim
    article: Article
    names: Mapping[str, str]

    @property
    def id(self) -> str:
        return self.claim.id

    @property
    def type(self) -> str:
        return self.claim.type

    @property
    def modality(self) -> str:
        return self.claim.modality

    @property
    def disputed(self) -> bool:
        """Whether anyone denies it."""
        return bool(self.claim.disputed_by)

    @property
    def roles(self) -> dict[str, tuple[str, ...]]:
        """Role -> names of its parties."""
        return {role: self._names(ids) for role, ids in self.claim.roles.items()}

    @property
    def evidence(self) -> tuple[str, ...]:
        """The sentences that carry the claim, as printed in the article."""
        return tuple(span.text for span in self.claim.evidence)

    @property
    def denial(self) -> tuple[str, ...]:
        """The sentences that deny it."""
        return tuple(span.text for span in self.claim.dispute_evidence)

    @property
    def sources(self) -> tuple[str, ...]:
        """Who says so according to the article, the origin first."""
        return self._names(self.claim.attributed_to)

    @property
    def denied_by(self) -> tuple[str, ...]:
        """Names of those who deny it."""
        return self._names(self.claim.disputed_by)

    @property
    def who(self) -> tuple[str, ...]:
        """Names of the acting side: supplier, manufacturer, investor …"""
        return self._names(self._ends()[0])

    @property
    def whom(self) -> tuple[str, ...]:
        """Names of the other side: buyer, customer, target …"""
        return self._names(self._ends()[1])

    @property
    def goods(self) -> tuple[str, ...]:
        """Names of products, components and plants."""
        return tuple(name for role in GOODS for name in self.roles.get(role, ()))

    @property
    def figures(self) -> str:
        """Money and quantity in words: "about CNY 2 billion, 10,000 units"; "" for none."""
        texts, claim = _texts(), self.claim.to_dict()
        money = [texts.amount(claim.get(key)) for key in ("amount", "amount_alt")]
        number = [texts.quantity(claim.get(key)) for key in ("quantity", "quantity_alt")]
        return ", ".join(filter(None, money + number))

    @property
    def time(self) -> str:
        """When the deal holds: "2025-04-01", "2025-01-01 to 2025-03-31", "from 2025-04-01"; "" where not known."""
        time = self.claim.time
        if time is None or (time.start is None and time.end is None):
            return ""
        if time.start == time.end:
            return time.start or ""
        if time.end is None:
            return f"from {time.start}"
        return f"until {time.end}" if time.start is None else f"{time.start} to {time.end}"

    def to_dict(self) -> dict[str, Any]:
        """The claim as `kg extract` prints it, with names in the place of entity ids."""
        out = self.claim.to_dict()
        out["roles"] = {role: list(names) for role, names in self.roles.items()}
        out["attributed_to"] = list(self.sources)
        out["disputed_by"] = list(self.denied_by)
        out["article"] = self.article.id
        return out

    def __str__(self) -> str:
        """The claim in a few lines for people."""
        label = _texts().label("claims", self.type)
        facts = [_arrow(self.who, self.whom), ", ".join(self.goods), self._route(), self.figures, self.time]
        holds = [_texts().label("modalities", self.modality)]
        if self.sources:
            holds.append(f"says {', via '.join(self.sources)}")
        if self.disputed:
            holds.append(f"denied by {', '.join(self.denied_by)}")
        lines = [f"{label}: {' · '.join(filter(None, facts))}", f"  {', '.join(holds)}"]
        lines += [f"  “{sentence}”" for sentence in self.evidence]
        lines += [f"  denial: “{sentence}”" for sentence in self.denial]
        printed = [self.article.outlet, self.article.published, self.article.url or self.article.id]
        return "\n".join([*lines, f"  in {', '.join(filter(None, printed))}"])

    def _names(self, ids: Iterable[str]) -> tuple[str, ...]:
        return tuple(self.names.get(id, id) for id in ids)

    def _ends(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        roles = self.claim.roles
        head = next((role for role in HEADS if roles.get(role)), None)
        who = roles[head] if head else ()
        if head == "partner":
            return who[:1], who[1:]
        tail = next((role for role in TAILS if role != head and roles.get(role)), None)
        return who, roles[tail] if tail else ()

    def _route(self) -> str:
        origin, destination = (self.roles.get(place, ()) for place in PLACES)
        return _arrow(origin, destination) if origin or destination else ""


def extract(source: str | PathLike[str] | Article, language: str | None = None) -> Extraction:
    """Read one article: a text, an Article, or the path of a file with one article in it.

    language: ISO 639-1 code, detected where it is not given. Raises InputError for what cannot be read.
    """
    from kg.article import read_any
    from kg.errors import InputError
    from kg.pipeline import extract as read

    articles = list(read_any(source, language=language))
    if len(articles) != 1:
        mend = "add it to a KnowledgeGraph instead"
        raise InputError(f"holds {len(articles)} articles, not one", place=str(source)[:80], mend=mend)
    return read(articles[0])


def _texts() -> Texts:
    from kg.visualize.texts import load_texts

    return load_texts("en")


def _arrow(left: Iterable[str], right: Iterable[str]) -> str:
    tail = ", ".join(right)
    return ", ".join(left) + (f" → {tail}" if tail else "")
