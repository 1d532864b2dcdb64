"""The one-line notation of claims in the language packs' `examples.toml`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, get_args

from kg.model import ClaimType, Extraction, Modality, Role

FIELDS = frozenset({"modality", "amount", "quantity", "attributed", "disputed", "detail"})


@dataclass(frozen=True, slots=True)
class Line:
    """What one line asks for: "order | buyer=NVIDIA | product=NVIDIA H20 | modality=planned"."""

    type: str
    roles: Mapping[str, frozenset[str]]
    fields: Mapping[str, str]


def parse(text: str) -> Line:
    """A line as a value; ValueError names what is no claim type, role, field or modality."""
    head, *parts = (part.strip() for part in text.split("|"))
    if head not in get_args(ClaimType):
        raise ValueError(f"no claim type: {head!r}")
    roles: dict[str, frozenset[str]] = {}
    fields: dict[str, str] = {}
    for part in parts:
        key, _, value = part.partition("=")
        if key in get_args(Role):
            roles[key] = frozenset(value.split(", "))
        elif key in FIELDS:
            fields[key] = value
        else:
            raise ValueError(f"no role and no field: {part!r}")
    if fields.get("modality", "asserted") not in get_args(Modality):
        raise ValueError(f"no modality: {text!r}")
    return Line(head, roles, fields)


def found(line: Line, extraction: Extraction) -> bool:
    """Whether one of the claims says all that the line says; a claim may say more."""
    data = extraction.to_dict()
    names = {e["id"]: e["name"] for e in data["entities"]}
    return any(_says(line, claim, names) for claim in data["claims"])


def lines_of(extraction: Extraction) -> list[str]:
    """What the claims of a text say, in the notation: types, roles, figures, modality."""
    data = extraction.to_dict()
    names = {e["id"]: e["name"] for e in data["entities"]}
    return [_line(claim, names) for claim in data["claims"]]


def _line(claim: Mapping[str, Any], names: Mapping[str, str]) -> str:
    roles = [f"{role}={', '.join(names.get(id, id) for id in ids)}" for role, ids in claim["roles"].items()]
    fields = [
        f"{key}={value}"
        for key in ("amount", "quantity", "attributed", "disputed")
        if (value := _field(claim, key, names))
    ]
    modality = [] if claim["modality"] == "asserted" else [f"modality={claim['modality']}"]
    return " | ".join([claim["type"], *roles, *modality, *fields])


def _says(line: Line, claim: Mapping[str, Any], names: Mapping[str, str]) -> bool:
    if claim["type"] != line.type or claim["modality"] != line.fields.get("modality", "asserted"):
        return False
    for role, wanted in line.roles.items():
        filled = [names.get(id, id) for id in claim["roles"].get(role, ())]
        if not all(any(_same(name, want) for name in filled) for want in wanted):
            return False
    return all(_field(claim, key, names) == value for key, value in line.fields.items() if key != "modality")


def _same(name: str, want: str) -> bool:
    """ "NVIDIA GPUs" answers to "GPUs": the maker may have been put before the goods."""
    return name == want or name.casefold().endswith(" " + want.casefold())


def _field(claim: Mapping[str, Any], key: str, names: Mapping[str, str]) -> str:
    if key in ("attributed", "disputed"):
        ids: Sequence[str] = claim["attributed_to" if key == "attributed" else "disputed_by"]
        return ", ".join(names.get(id, id) for id in ids)
    value = claim.get(key)
    if value is None:
        return ""
    if key == "amount":
        return f"{value['value']:.0f} {value['currency']}"
    return f"{value['value']:g}" if key == "quantity" else str(value)
