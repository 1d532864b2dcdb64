"""Who says so: the origin first, then those who passed it on."""

from __future__ import annotations

import pytest
from told import one, told

CLAIM = {"en": "Nexperia sold diodes to Bosch", "de": "Nexperia verkaufte Dioden an Bosch"}


@pytest.mark.parametrize(
    ("language", "text", "sources"),
    [
        ("en", "According to Reuters, Nexperia sold diodes to Bosch.", ("Reuters",)),
        ("en", "Nexperia sold diodes to Bosch, Reuters reported.", ("Reuters",)),
        ("en", "Nexperia sold diodes to Bosch, according to Reuters.", ("Reuters",)),
        ("en", "Reuters reported that Nexperia sold diodes to Bosch.", ("Reuters",)),
        ("de", "Laut Reuters verkaufte Nexperia Dioden an Bosch.", ("Reuters",)),
        ("de", "Nexperia verkaufte Dioden an Bosch, berichtete Reuters.", ("Reuters",)),
        ("de", "Wie Reuters berichtet, verkaufte Nexperia Dioden an Bosch.", ("Reuters",)),
        ("de", "Dem Handelsblatt zufolge verkaufte Nexperia Dioden an Bosch.", ("Handelsblatt",)),
    ],
)
def test_a_medium_that_tells_of_others_is_the_source_of_a_report(
    language: str, text: str, sources: tuple[str, ...]
) -> None:
    claim = one(text, language)
    assert (claim.sources, claim.modality) == (sources, "reported")
    assert claim.roles == {"supplier": ("Nexperia",), "buyer": ("Bosch",), "product": ("Diodes",)}


@pytest.mark.parametrize(
    ("language", "text", "sources"),
    [
        ("en", "According to Caixin (via Reuters), Nexperia sold diodes to Bosch.", ("Caixin", "Reuters")),
        ("en", "Nexperia sold diodes to Bosch, Nikkei reported via Reuters.", ("Nikkei", "Reuters")),
        ("en", "Nexperia sold diodes to Bosch, Reuters reported, citing Caixin.", ("Caixin", "Reuters")),
        ("en", "Nexperia sold diodes to Bosch, Reuters reported, citing two insiders.", ("two insiders", "Reuters")),
        ("en", "Two insiders told Reuters that Nexperia sold diodes to Bosch.", ("two insiders", "Reuters")),
        ("de", "Laut Caixin (via Reuters) verkaufte Nexperia Dioden an Bosch.", ("Caixin", "Reuters")),
        (
            "de",
            "Nach einem Bericht von Caixin (über Reuters) verkaufte Nexperia Dioden an Bosch.",
            ("Caixin", "Reuters"),
        ),
        (
            "de",
            "Nexperia verkaufte Dioden an Bosch, berichtet das Handelsblatt unter Berufung auf zwei Insider.",
            ("two insiders", "Handelsblatt"),
        ),
    ],
)
def test_the_origin_comes_before_the_medium_that_passed_it_on(
    language: str, text: str, sources: tuple[str, ...]
) -> None:
    claim = one(text, language)
    assert (claim.sources, claim.modality) == (sources, "reported")


@pytest.mark.parametrize(
    ("language", "text", "sources"),
    [
        ("en", "Nexperia said it had sold diodes to Bosch.", ("Nexperia",)),
        ("en", "A spokesman for Nexperia said the company sells diodes to Bosch.", ("Nexperia",)),
        ("en", "Nexperia told Reuters that it had sold diodes to Bosch.", ("Nexperia", "Reuters")),
        ("de", "Ein Sprecher von Nexperia sagte, das Unternehmen verkaufe Dioden an Bosch.", ("Nexperia",)),
    ],
)
def test_a_party_that_tells_of_its_own_deal_asserts_it(language: str, text: str, sources: tuple[str, ...]) -> None:
    claim = one(text, language)
    assert (claim.sources, claim.modality) == (sources, "asserted")


def test_a_text_without_a_source_asserts_in_its_own_voice() -> None:
    for language, text in CLAIM.items():
        claim = one(text + ".", language)
        assert (claim.sources, claim.modality) == ((), "asserted")


def test_hearsay_without_a_source_is_reported_by_nobody() -> None:
    claim = one("Nexperia reportedly sold diodes to Bosch.")
    assert (claim.sources, claim.modality) == ((), "reported")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Nexperia sold diodes to Bosch. This was reported by Caixin."),
        ("de", "Nexperia verkaufte Dioden an Bosch. Das berichtete Caixin."),
    ],
)
def test_a_source_reaches_back_to_the_opening_sentence(language: str, text: str) -> None:
    claim = one(text, language)
    assert (claim.sources, claim.modality) == (("Caixin",), "reported")


def test_a_source_does_not_reach_over_another_story() -> None:
    claims = told("According to Reuters, Nexperia sold diodes to Bosch. Micron delivers DRAM to Dell.")
    assert [c.sources for c in claims] == [("Reuters",), ()]


def test_a_plan_that_a_medium_reports_stays_a_plan() -> None:
    claim = one("Micron plans to sell DRAM to Xiaomi, Reuters reported.")
    assert (claim.sources, claim.modality) == (("Reuters",), "planned")


@pytest.mark.parametrize(
    ("language", "text", "sources"),
    [
        ("en", "Nexperia sold diodes to Bosch, its chief told Reuters.", ("Reuters",)),
        ("en", "Nexperia sells diodes to Bosch, the two companies said.", ("Nexperia", "Bosch")),
        ("en", "Nexperia sells diodes to Bosch. The deal is new, Bosch said.", ("Bosch",)),
        ("en", "By its own account Nexperia sells diodes to Bosch.", ("Nexperia",)),
        ("de", "Nexperia verkauft Dioden an Bosch, wie beide Unternehmen mitteilten.", ("Nexperia", "Bosch")),
        ("de", "Nexperia verkauft nach eigenen Angaben Dioden an Bosch.", ("Nexperia",)),
    ],
)
def test_who_speaks_of_a_deal_is_found_among_those_named(language: str, text: str, sources: tuple[str, ...]) -> None:
    assert one(text, language).sources == sources


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Nexperia sells diodes to Bosch; Infineon said it would build a plant."),
        ("en", "Nexperia sells diodes to Bosch, if Washington agrees."),
        ("en", "Reuters has written much of late. Infineon found a buyer. Nexperia sells diodes to Bosch."),
    ],
)
def test_who_speaks_of_something_else_is_no_source(language: str, text: str) -> None:
    claim = next(c for c in told(text, language) if "Bosch" in c.roles.get("buyer", ()))
    assert claim.sources == ()
