"""Who supplies and who buys under a contract that does not say it; goods that only their maker makes goods."""

from __future__ import annotations

import pytest

from kg.model import Article
from kg.pipeline import extract


def supplies(text: str, language: str = "en") -> list[tuple[list[str], list[str]]]:
    found = extract(Article("a", text, language=language))
    names = {e.id: e.name for e in found.entities}
    return [
        ([names[i] for i in c.roles.get("supplier", ())], [names[i] for i in c.roles.get("buyer", ())])
        for c in found.claims
        if c.type == "supply"
    ]


@pytest.mark.parametrize(
    ("text", "language", "supplier", "buyer"),
    [
        ("OpenAI has struck a deal with AMD for GPUs.", "en", "AMD", "OpenAI"),
        ("AMD has struck a deal with OpenAI for GPUs.", "en", "AMD", "OpenAI"),
        ("A supply contract between Stellantis and Infineon was signed on Tuesday.", "en", "Infineon", "Stellantis"),
        ("Volkswagen and onsemi have signed a contract for silicon carbide chips.", "en", "onsemi", "Volkswagen"),
        ("Renault und Infineon haben einen Liefervertrag unterzeichnet.", "de", "Infineon", "Renault"),
        ("Zwischen Bosch und Wolfspeed besteht ein Liefervertrag.", "de", "Wolfspeed", "Bosch"),
    ],
)
def test_the_partner_nearer_the_source_supplies(text: str, language: str, supplier: str, buyer: str) -> None:
    assert supplies(text, language) == [([supplier], [buyer])]


def test_a_contract_with_one_named_party_is_no_supply() -> None:
    assert supplies("Nvidia has signed a multi-year contract.") == []


def test_a_wide_noun_is_goods_behind_its_maker() -> None:
    found = extract(Article("a", "Intel bought ASML machines from a broker.", language="en"))
    names = {e.id: e.name for e in found.entities}
    claim = found.claims[0]
    assert [names[i] for i in claim.roles["product"]] == ["ASML machines"]
    assert [names[i] for i in claim.roles["manufacturer"]] == ["ASML"]
    assert "supplier" not in claim.roles
