"""The graph in file formats, byte for byte the same for the same claims."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Mapping
from itertools import groupby
from typing import Any, Final

from pyoxigraph import Literal, NamedNode, Quad, Triple

from kg.graph.store import Store
from kg.graph.terms import Term, spelling
from kg.iris import KINDS, Minter
from kg.model import Amount, Claim, Period, Quantity, Span
from kg.vocab import PREFIXES, RDF, XSD

RDF_FORMATS: Final = ("ttl", "trig", "nq", "jsonld")

_SHORT_NUMBERS: Final = frozenset({XSD.integer, XSD.boolean})
_LOCAL: Final = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-")


def all_prefixes(minter: Minter | None = None) -> dict[str, str]:
    """Prefixes of vocabularies and of the kinds of entities, by name."""
    base = (minter or Minter()).base
    kinds = {kind: f"{base}entity/{kind}/" for kind in KINDS.values()}
    own = {"claim": f"{base}claim/", "article": f"{base}article/", "wd": "http://www.wikidata.org/entity/"}
    return dict(sorted({**PREFIXES, **kinds, **own}.items()))


def nquads(quads: Iterable[Quad]) -> str:
    """N-Quads, sorted."""
    return "".join(f"{line} .\n" for line in sorted({str(quad) for quad in quads}))


def turtle(triples: Iterable[Triple | Quad], minter: Minter | None = None) -> str:
    """Turtle, sorted by subject, predicate and object; graph names are lost (see `trig`)."""
    spell = _Speller(all_prefixes(minter))
    body = "".join(spell.subjects({(t.subject, t.predicate, t.object) for t in triples}, ""))
    return spell.header() + body


def trig(quads: Iterable[Quad], minter: Minter | None = None) -> str:
    """TriG: Turtle with the named graphs kept, sorted."""
    spell = _Speller(all_prefixes(minter))
    parts = []
    ordered = sorted(set(quads), key=str)
    for graph, members in groupby(sorted(ordered, key=lambda q: spelling(q.graph_name)), key=lambda q: q.graph_name):
        inside = "".join(spell.subjects({(q.subject, q.predicate, q.object) for q in members}, "    "))
        parts.append(f"{spell.term(graph)} {{\n{inside}}}\n\n")
    return spell.header() + "".join(parts)


class _Speller:
    """Spells terms in Turtle and remembers which prefixes it used."""

    def __init__(self, prefixes: Mapping[str, str]) -> None:
        # the longest namespace first, so that an entity's prefix wins over the base
        self.prefixes = sorted(prefixes.items(), key=lambda item: (-len(item[1]), item[0]))
        self.used: dict[str, str] = {}

    def header(self) -> str:
        lines = [f"@prefix {prefix}: <{namespace}> .\n" for prefix, namespace in sorted(self.used.items())]
        return "".join(lines) + ("\n" if lines else "")

    def subjects(self, triples: set[tuple[Any, Any, Any]], indent: str) -> Iterable[str]:
        ordered = sorted(triples, key=lambda t: (str(t[0]), str(t[1]) != f"<{RDF.type}>", str(t[1]), str(t[2])))
        for subject, about in groupby(ordered, key=lambda t: t[0]):
            lines = []
            for predicate, same in groupby(about, key=lambda t: t[1]):
                objects = ", ".join(self.term(t[2]) for t in same)
                verb = "a" if spelling(predicate) == RDF.type else self.term(predicate)
                lines.append(f"{verb} {objects}")
            yield f"{indent}{self.term(subject)} " + f" ;\n{indent}    ".join(lines) + " .\n\n"

    def term(self, term: Any) -> str:
        if isinstance(term, NamedNode):
            return self._iri(term.value)
        if isinstance(term, Literal):
            return self._literal(term)
        return str(term)

    def _iri(self, iri: str) -> str:
        for prefix, namespace in self.prefixes:
            local = iri[len(namespace) :]
            if iri.startswith(namespace) and local and set(local) <= _LOCAL and local[-1] != "-" and local[0] != "-":
                self.used[prefix] = namespace
                return f"{prefix}:{local}"
        return f"<{iri}>"

    def _literal(self, term: Literal) -> str:
        kind = term.datatype.value
        if kind in _SHORT_NUMBERS and (term.value.isdigit() or term.value in ("true", "false")):
            return term.value
        if kind == XSD.string or term.language is not None:
            return str(term)
        return f"{Literal(term.value)}^^{self._iri(kind)}"


def jsonld(quads: Iterable[Quad], minter: Minter | None = None) -> str:
    """JSON-LD: one object a named graph, expanded values, a context of prefixes, sorted."""
    prefixes = all_prefixes(minter)
    graphs = []
    ordered = sorted(set(quads), key=lambda q: (spelling(q.graph_name), str(q)))
    for graph, members in groupby(ordered, key=lambda q: spelling(q.graph_name)):
        nodes = []
        for subject, about in groupby(members, key=lambda q: spelling(q.subject)):
            entry: dict[str, Any] = {"@id": subject}
            for quad in about:
                key = "@type" if spelling(quad.predicate) == RDF.type else _compact(spelling(quad.predicate), prefixes)
                value = spelling(quad.object) if key == "@type" else _json_value(quad.object)
                entry.setdefault(key, []).append(value)
            nodes.append(entry)
        graphs.append({"@id": graph, "@graph": nodes})
    document = {"@context": prefixes, "@graph": graphs}
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def _compact(iri: str, prefixes: Mapping[str, str]) -> str:
    for prefix, namespace in prefixes.items():
        if iri.startswith(namespace):
            return f"{prefix}:{iri[len(namespace) :]}"
    return iri


def _json_value(term: Term) -> dict[str, Any]:
    if not isinstance(term, Literal):
        return {"@id": spelling(term)}
    if term.language is not None:
        return {"@value": term.value, "@language": term.language}
    kind = term.datatype.value
    return {"@value": term.value} if kind == XSD.string else {"@value": term.value, "@type": kind}


def export_rdf(store: Store, format: str) -> str:
    """All claims, provenance, names, flat edges and events as "ttl", "trig", "nq" or "jsonld"; KeyError otherwise."""
    quads = store.quads()
    if format == "nq":
        return nquads(quads)
    return {"ttl": turtle, "trig": trig, "jsonld": jsonld}[format](quads, store.minter)


COLUMNS: Final = (
    "claim", "type", "modality", "disputed", "supplier", "buyer", "product", "component", "manufacturer", "customer",
    "investor", "target", "regulator", "affected", "destination", "origin", "owner", "owned", "holder", "facility",
    "partner", "amount", "currency", "amount_approx", "amount_max", "amount_alt", "currency_alt", "quantity", "unit",
    "quantity_approx", "quantity_max", "time", "start", "end", "attributed_to", "disputed_by", "detail", "evidence",
    "dispute_evidence", "score", "article", "title", "outlet", "published", "language", "url",
)  # fmt: skip
"""The columns of the table of claims; several values in one cell are joined by "; "."""


def claims_csv(store: Store) -> str:
    """One row a claim, with names for entities (see COLUMNS)."""
    names = store.names()
    articles = {article.id: article for article in store.articles()}
    out = io.StringIO()
    writer = csv.DictWriter(out, COLUMNS, restval="", lineterminator="\n")
    writer.writeheader()
    for claim in store.claims():
        article = articles[claim.article]
        row = _claim_cells(claim, names)
        row.update(article=article.id, title=article.title, outlet=article.outlet or "")
        row.update(published=article.published or "", language=article.language, url=article.url or "")
        writer.writerow({key: tame(value) for key, value in row.items()})
    return out.getvalue()


def _claim_cells(claim: Claim, names: Mapping[str, str]) -> dict[str, str]:
    def named(ids: Iterable[str]) -> str:
        return "; ".join(names.get(id, id) for id in ids)

    cells = {role: named(ids) for role, ids in claim.roles.items()}
    cells.update(
        claim=claim.id, type=claim.type, modality=claim.modality, disputed=str(bool(claim.disputed_by)).lower()
    )
    cells.update(_money(claim.amount), **_other_money(claim.amount_alt), **_count(claim.quantity), **_when(claim.time))
    cells.update(attributed_to=named(claim.attributed_to), disputed_by=named(claim.disputed_by))
    cells.update(detail=claim.detail or "", score=number_text(claim.score))
    cells.update(evidence=_words(claim.evidence), dispute_evidence=_words(claim.dispute_evidence))
    return cells


def _words(spans: Iterable[Span]) -> str:
    return " ".join(span.text for span in spans)


def _money(amount: Amount | None) -> dict[str, str]:
    if amount is None:
        return {}
    cells = {"amount": number_text(amount.value), "currency": amount.currency, "amount_approx": amount.approx}
    return cells if amount.value_max is None else {**cells, "amount_max": number_text(amount.value_max)}


def _other_money(amount: Amount | None) -> dict[str, str]:
    return {} if amount is None else {"amount_alt": number_text(amount.value), "currency_alt": amount.currency}


def _count(quantity: Quantity | None) -> dict[str, str]:
    if quantity is None:
        return {}
    cells = {"quantity": number_text(quantity.value), "unit": quantity.unit, "quantity_approx": quantity.approx}
    return cells if quantity.value_max is None else {**cells, "quantity_max": number_text(quantity.value_max)}


def _when(period: Period | None) -> dict[str, str]:
    return {} if period is None else {"time": period.text, "start": period.start or "", "end": period.end or ""}


def number_text(value: float) -> str:
    """A number without exponent or a needless ".0": 1e11 is "100000000000"."""
    return str(int(value)) if float(value).is_integer() else repr(float(value))


def tame(cell: str) -> str:
    """A cell that a spreadsheet does not run: one that begins like a formula gets an apostrophe in front."""
    return "'" + cell if cell[:1] in ("=", "+", "-", "@", "\t", "\r") else cell
