"""From the networkx projection to what the page shows: claims with their words, marked sentences, nodes, lines."""

from __future__ import annotations

import itertools
import json
import re
import unicodedata
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

import networkx as nx

from kg.visualize import style
from kg.visualize.texts import Texts

Segment = list[Any]  # [text, [role words]]

# Controls, and marks that turn the direction of what follows: a sentence shown as evidence must read as it is.
_UNSAFE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
_SURROGATE = re.compile("[\ud800-\udfff]")


def clean(value: Any) -> str:
    """Text that can be shown: NFC, no controls or direction overrides, lone surrogates replaced."""
    text = "" if value is None else str(value)
    return unicodedata.normalize("NFC", _SURROGATE.sub("\ufffd", _UNSAFE.sub("", text)))


@dataclass(frozen=True, slots=True)
class Line:
    """One drawn line: a claim between one of its heads and one of its tails."""

    claim: str
    head: str
    tail: str


@dataclass(frozen=True, slots=True)
class Picture:
    """Everything to draw: nodes by id, claims by id, lines, and thin ties to parties without a line of their own."""

    nodes: dict[str, dict[str, Any]] = field(default_factory=dict)
    claims: dict[str, dict[str, Any]] = field(default_factory=dict)
    lines: list[Line] = field(default_factory=list)
    ties: dict[tuple[str, str], list[str]] = field(default_factory=dict)


def picture(graph: nx.MultiDiGraph, texts: Texts) -> Picture:
    """Read the projection. Attributes that are missing are left out of the view; nothing is invented."""
    found: dict[str, dict[str, Any]] = {}
    lines: set[tuple[str, str, str]] = set()
    for head, tail, key, data in graph.edges(keys=True, data=True):
        lines.add((str(key), str(head), str(tail)))
        found.setdefault(str(key), dict(data))
    entities = sorted(graph.nodes(data=True), key=lambda item: str(item[0]))
    nodes = {str(name): _node(name, data) for name, data in entities}
    drawn = [Line(*line) for line in sorted(lines)]
    lines_of = _by_claim(drawn)
    order = sorted(lines_of, key=lambda key: _reading_order(key, found[key]))
    claims = {key: _claim(key, found[key], lines_of[key], nodes, texts) for key in order}
    return Picture(nodes, claims, drawn, _ties(claims, drawn, nodes))


def _reading_order(key: str, data: Mapping[str, Any]) -> tuple[str, str, int, str]:
    """By the day of the article, and in it as one reads."""
    article = data.get("article") or {}
    starts = [piece.get("start") for piece in _listed(data.get("evidence")) if isinstance(piece, Mapping)]
    first = min((start for start in starts if isinstance(start, int)), default=0)
    return str(article.get("published") or "9999"), str(article.get("id") or ""), first, key


def _by_claim(lines: Iterable[Line]) -> dict[str, list[Line]]:
    out: dict[str, list[Line]] = {}
    for line in lines:
        out.setdefault(line.claim, []).append(line)
    return out


def _node(name: Hashable, data: Mapping[str, Any]) -> dict[str, Any]:
    kind = str(data.get("type") or "unknown")
    shown = clean(data.get("name") or name).strip() or clean(name) or "?"
    others = sorted({clean(other) for other in _listed(data.get("names") or data.get("labels"))} - {shown, ""})
    wikidata = str(data.get("wikidata") or "")
    return {
        "name": shown,
        "type": kind if kind in style.ENTITY_SHAPES else "unknown",
        "names": others,
        "wikidata": wikidata if re.fullmatch(r"Q[1-9]\d{0,11}", wikidata) else "",
        "provisional": bool(data.get("provisional")),
    }


def _claim(
    key: str, data: Mapping[str, Any], lines: list[Line], nodes: Mapping[str, Mapping[str, Any]], texts: Texts
) -> dict[str, Any]:
    roles = {clean(role): [str(id_) for id_ in _listed(ids)] for role, ids in (data.get("roles") or {}).items()}
    heads, tails = list(dict.fromkeys(line.head for line in lines)), list(dict.fromkeys(line.tail for line in lines))
    claim_type, modality = clean(data.get("type") or "other"), clean(data.get("modality") or "asserted")
    denies = [clean(name) for name in _listed(data.get("disputed_by"))]
    article = data.get("article") or {}
    return {
        "id": key,
        "type": claim_type,
        "family": style.family(claim_type),
        "modality": modality,
        "disputed": bool(data.get("disputed") or denies),
        "heads": heads,
        "tails": tails,
        "roles": [[role, [[id_, _name(id_, nodes)] for id_ in ids]] for role, ids in _in_order(roles)],
        "amount": clean(texts.amount(data.get("amount"))),
        "amountShort": clean(texts.amount(data.get("amount"), short=True)),
        "amountAlt": clean(texts.amount(data.get("amount_alt"))),
        "quantity": clean(texts.quantity(data.get("quantity"))),
        "quantityShort": clean(texts.quantity(data.get("quantity"), short=True)),
        "time": clean(texts.period(data.get("time"))),
        "says": [clean(name) for name in _listed(data.get("attributed_to"))],
        "denies": denies,
        "evidence": [marked(piece, texts) for piece in _listed(data.get("evidence"))],
        "denial": [marked(piece, texts) for piece in _listed(data.get("dispute_evidence"))],
        "detail": clean(data.get("detail")),
        "score": _score(data.get("score")),
        "article": _article(article, texts),
        "raw": {name: _plain(data.get(name)) for name in ("amount", "amount_alt", "quantity", "time")},
    }


def marked(piece: Any, texts: Texts) -> list[Segment]:
    """A sentence cut at its marks: [[text, [role, …]], …]; marks may overlap, and bad offsets are cut to fit.

    The cutting is done here because Python counts characters and a browser counts UTF-16 units.
    """
    piece = piece if isinstance(piece, Mapping) else {"text": piece}
    sentence = str(piece.get("text") or "")
    marks = []
    for start, end, role in piece.get("marks") or ():
        start, end = max(0, int(start)), min(len(sentence), int(end))
        if start < end:
            marks.append((start, end, clean(texts.label("roles", str(role)))))
    cuts = sorted({0, len(sentence), *(m[0] for m in marks), *(m[1] for m in marks)})
    out: list[Segment] = []
    for start, end in itertools.pairwise(cuts):
        words = list(dict.fromkeys(role for s, e, role in sorted(marks) if s <= start and end <= e))
        out.append([clean(sentence[start:end]), words])
    return out


def _ties(
    claims: Mapping[str, Mapping[str, Any]], lines: Iterable[Line], nodes: Mapping[str, Any]
) -> dict[tuple[str, str], list[str]]:
    """Parties that a claim names but draws no line to (the goods of a sale) are tied to its head, once."""
    joined = {frozenset((line.head, line.tail)) for line in lines}
    ties: dict[tuple[str, str], list[str]] = {}
    for key, claim in claims.items():
        ends = {*claim["heads"], *claim["tails"]}
        for _, parties in claim["roles"]:
            for id_, _ in parties:
                if id_ in nodes and id_ not in ends and frozenset((claim["heads"][0], id_)) not in joined:
                    ties.setdefault((claim["heads"][0], id_), []).append(key)
    return {pair: sorted(set(keys)) for pair, keys in sorted(ties.items())}


def _in_order(roles: Mapping[str, list[str]]) -> list[tuple[str, list[str]]]:
    first = ("supplier", "manufacturer", "investor", "owner", "holder", "regulator", "partner", "buyer", "customer",
             "target", "owned", "affected", "product", "component", "facility", "origin", "destination")  # fmt: skip
    return sorted(
        ((role, ids) for role, ids in roles.items() if ids),
        key=lambda item: (first.index(item[0]) if item[0] in first else len(first), item[0]),
    )


def _name(id_: str, nodes: Mapping[str, Mapping[str, Any]]) -> str:
    return str(nodes[id_]["name"]) if id_ in nodes else clean(id_.rpartition("/")[2].replace("-", " ") or id_)


def _article(article: Mapping[str, Any], texts: Texts) -> dict[str, str]:
    url = clean(article.get("url")).strip()
    return {
        "id": clean(article.get("id")),
        "title": clean(article.get("title")) or clean(article.get("id")),
        "outlet": clean(article.get("outlet")),
        "published": clean(article.get("published")),
        "date": clean(texts.date(article.get("published"))),
        "url": url if is_web_address(url) else "",
        "address": url,
    }


def is_web_address(url: str) -> bool:
    """Whether a link may be made of this: http or https with a host, no blanks, quotes or brackets."""
    return bool(re.fullmatch(r"https?://[^\s/?#\"'<>\\@]+(?:[/?#][^\s\"'<>\\]*)?", url, re.IGNORECASE))


def _score(value: Any) -> float | None:
    return round(float(value), 2) if isinstance(value, int | float) else None


def _plain(value: Any) -> Any:
    """A copy that is JSON whatever was put in: NaN and infinity, which browsers cannot parse, become null."""
    return json.loads(json.dumps(value, default=str, sort_keys=True), parse_constant=lambda _: None)


def _listed(value: Any) -> list[Any]:
    if value is None:
        return []
    return [value] if isinstance(value, str | Mapping) else list(value)
