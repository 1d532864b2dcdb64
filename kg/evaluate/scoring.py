"""One document: which entities and claims of gold were found, and what of each claim is right.

Claims are laid beside each other one to one, the best fit first. Two may be the same if their types are of one family
and their fillers agree by at least half (F1 over pairs of role and entity; the maker counts as a supplier, the end
customer as a buyer, a component as a product).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from kg.evaluate.gold import Deal, Sheet, Thing

CORE: Final = frozenset({"company", "government_body", "product", "product_family"})
FAMILIES: Final = (
    ("supply", "sale", "order", "delivery", "manufacture", "component_use"),
    ("inventory", "shortage", "capacity"),
    ("investment", "subsidy", "acquisition", "partnership", "ownership"),
    ("export_restriction", "license_requirement", "license_grant", "entity_listing"),
    ("product_relation",),
    ("other",),
)
FAMILY: Final = {type: family[0] for family in FAMILIES for type in family}
AS_ROLE: Final = {"manufacturer": "supplier", "customer": "buyer", "component": "product"}
SAME: Final = 0.5  # agreement of fillers from which two claims are the same
LEGAL_FORMS: Final = re.compile(
    r"\b(?:inc|corp|corporation|co|ltd|limited|holdings?|group|ag|se|plc|gmbh|n\.?v|llc|s\.?a)\b\.?"
)
Fillers = frozenset[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Tally:
    """How many were found and right, how many found, how many there were; `right_gold` differs from `right` only
    where found and gold are counted under different headings (by claim type)."""

    right: int = 0
    found: int = 0
    right_gold: int = 0
    gold: int = 0

    def __add__(self, other: Tally) -> Tally:
        return Tally(
            self.right + other.right,
            self.found + other.found,
            self.right_gold + other.right_gold,
            self.gold + other.gold,
        )

    @property
    def precision(self) -> float:
        return self.right / self.found if self.found else float(self.gold == 0)

    @property
    def recall(self) -> float:
        return self.right_gold / self.gold if self.gold else 1.0

    @property
    def f1(self) -> float:
        p, r = self.precision, self.recall
        return 2 * p * r / (p + r) if p + r else 0.0


@dataclass(frozen=True, slots=True)
class Match:
    """A gold claim and the one that was read for it; `agreement` from 0 to 1. Either side may be missing."""

    gold: Deal | None
    found: Deal | None
    agreement: float

    @property
    def same(self) -> bool:
        return self.agreement >= SAME


@dataclass(frozen=True, slots=True)
class Comparison:
    """The outcome of one document: tallies by figure, claims by type, every claim of either side once, and `names`
    (found entity id -> gold entity id)."""

    tallies: Mapping[str, Tally]
    by_type: Mapping[str, Tally]
    matches: tuple[Match, ...]
    names: Mapping[str, str]


@dataclass(slots=True)
class _Counter:
    tallies: dict[str, Tally] = field(default_factory=dict)

    def add(self, key: str, right: int, found: int, gold: int) -> None:
        self.tallies[key] = self.tallies.get(key, Tally()) + Tally(right, found, right, gold)


def compare(gold: Sheet, found: Sheet) -> Comparison:
    """Lay what was found in a document beside its gold."""
    names = link(gold.things, found.things)
    matches = _kept(_align(gold.deals, found.deals, names))
    counter = _Counter()
    _entities(counter, gold, found, names)
    _claims(counter, matches, names)
    for match in matches:
        if match.same and match.gold is not None and match.found is not None:
            _details(counter, match.gold, match.found, gold, found, names)
    return Comparison(counter.tallies, _by_type(matches), tuple(matches), names)


def link(gold: Sequence[Thing], found: Sequence[Thing]) -> dict[str, str]:
    """Found entity id -> gold entity id, one to one, the likeliest first: by Wikidata id, name and mentions."""
    pairs = []
    for g in gold:
        printed = _surfaces(g)
        for f in found:
            likeness = 5.0 * bool(g.wikidata and g.wikidata == f.wikidata) + 3.0 * (plain(g.name) == plain(f.name))
            likeness += len(printed & _surfaces(f))
            if likeness:
                pairs.append((likeness + 0.5 * ((g.type in CORE) == (f.type in CORE)), g.id, f.id))
    out: dict[str, str] = {}
    taken: set[str] = set()
    for _, g_id, f_id in sorted(pairs, reverse=True):
        if g_id not in taken and f_id not in out:
            taken.add(g_id)
            out[f_id] = g_id
    return out


def plain(name: str) -> str:
    """A name without case, legal form, spaces and punctuation."""
    return re.sub(r"[\W_]+", "", LEGAL_FORMS.sub(" ", unicodedata.normalize("NFKC", name).casefold()))


def fillers(deal: Deal, names: Mapping[str, str] | None = None) -> Fillers:
    """The claim as pairs of role and entity; `names` turns ids of the found side into gold ones ("?id" if unknown)."""
    return frozenset(
        (AS_ROLE.get(role, role), id if names is None else names.get(id, f"?{id}"))
        for role, ids in deal.roles.items()
        for id in ids
    )


def _surfaces(thing: Thing) -> set[str]:
    return {plain(text) for text in (thing.name, *thing.mentions)} - {""}


def _agreement(a: Fillers, b: Fillers) -> float:
    return 2 * len(a & b) / (len(a) + len(b)) if a or b else 1.0


def _same_amount(a: Deal, b: Deal) -> bool:
    if a.amount is None or b.amount is None:
        return a.amount is b.amount
    (x, currency), (y, other) = a.amount, b.amount
    return currency == other and abs(x - y) <= 0.01 * max(abs(x), abs(y), 1e-9)


def _align(gold: Sequence[Deal], found: Sequence[Deal], names: Mapping[str, str]) -> list[Match]:
    pairs = []
    for i, g in enumerate(gold):
        for j, f in enumerate(found):
            if FAMILY.get(g.type) != FAMILY.get(f.type, "-"):
                continue
            agreement = _agreement(fillers(g), fillers(f, names))
            if agreement > 0:
                bonus = 0.01 * (g.type == f.type) + 0.02 * (g.amount is not None and _same_amount(g, f))
                pairs.append((-(agreement + bonus), i, j, agreement))
    left, right = set(range(len(gold))), set(range(len(found)))
    out = []
    for _, i, j, agreement in sorted(pairs):
        if i in left and j in right:
            left.discard(i)
            right.discard(j)
            out.append(Match(gold[i], found[j], agreement))
    out += [Match(gold[i], None, 0.0) for i in sorted(left)]
    out += [Match(None, found[j], 0.0) for j in sorted(right)]
    return out


def _kept(matches: Iterable[Match]) -> list[Match]:
    """Without the borderline claims: what was read for one of them is right, its absence is no fault."""
    out = []
    for match in matches:
        if match.gold is None or not match.gold.optional:
            out.append(match)
        elif match.found is not None and not match.same:
            out.append(Match(None, match.found, 0.0))
    return out


def _entities(counter: _Counter, gold: Sheet, found: Sheet, names: Mapping[str, str]) -> None:
    wanted = {thing.id for thing in gold.things if thing.type in CORE}
    named = [thing for thing in found.things if thing.type in CORE]
    counter.add("entities", sum(names.get(t.id) in wanted for t in named), len(named), len(wanted))


def _claims(counter: _Counter, matches: Sequence[Match], names: Mapping[str, str]) -> None:
    golds = [m.gold for m in matches if m.gold is not None]
    founds = [m.found for m in matches if m.found is not None]
    both = [(m.gold, m.found, m) for m in matches if m.gold is not None and m.found is not None]
    counter.add("claims", sum(m.same for _, _, m in both), len(founds), len(golds))
    exact = sum(m.agreement == 1 and g.type == f.type for g, f, m in both)
    counter.add("exact", exact, len(founds), len(golds))
    right = sum(len(fillers(g) & fillers(f, names)) for g, f, _ in both)
    counter.add("roles", right, sum(len(fillers(f, names)) for f in founds), sum(len(fillers(g)) for g in golds))
    wanted, read = _trades(golds, None), _trades(founds, names)
    counter.add("pairs", len(wanted & read), len(read), len(wanted))


def _trades(deals: Iterable[Deal], names: Mapping[str, str] | None) -> set[tuple[str, str]]:
    """Who hands goods to whom."""
    out = set()
    for deal in deals:
        makers = deal.roles.get("supplier") or deal.roles.get("manufacturer") or ()
        takers = (*deal.roles.get("buyer", ()), *deal.roles.get("customer", ()))
        for maker in makers:
            for taker in takers:
                pair = (maker, taker)
                out.add(pair if names is None else (names.get(maker, f"?{maker}"), names.get(taker, f"?{taker}")))
    return out


def _details(counter: _Counter, g: Deal, f: Deal, gold: Sheet, found: Sheet, names: Mapping[str, str]) -> None:
    counter.add("amount", int(g.amount is not None and _same_amount(g, f)), f.amount is not None, g.amount is not None)
    counter.add("time", int(g.time is not None and g.time == f.time), f.time is not None, g.time is not None)
    counter.add("modality", int(f.modalities[0] in g.modalities), 1, 1)
    for key, wanted, read in (("attributed", g.sources, f.sources), ("disputed", g.deniers, f.deniers)):
        a, b = _voices(wanted, gold.things, None), _voices(read, found.things, names)
        counter.add(key, len(a & b), len(b), len(a))


def _voices(values: Sequence[str], things: Sequence[Thing], names: Mapping[str, str] | None) -> set[str]:
    """Sources as gold ids where they are entities, else as plain names."""
    labels = {thing.id: plain(thing.name) for thing in things}
    if names is None:
        return {value if value in labels else plain(value) for value in values}
    return {names.get(value, labels.get(value, plain(value))) for value in values}


def _by_type(matches: Iterable[Match]) -> dict[str, Tally]:
    out: dict[str, Tally] = {}
    for match in matches:
        if match.gold is not None:
            out[match.gold.type] = out.get(match.gold.type, Tally()) + Tally(0, 0, int(match.same), 1)
        if match.found is not None:
            out[match.found.type] = out.get(match.found.type, Tally()) + Tally(int(match.same), 1, 0, 0)
    return out
