"""Who denies it, and which claims a denial hits."""

from __future__ import annotations

import pytest
from told import one, reading, told

REPORT = {
    "en": "According to Reuters, Baidu sold GPUs to Tencent.",
    "de": "Laut Reuters verkaufte Baidu GPUs an Tencent.",
}


@pytest.mark.parametrize(
    ("language", "denial"),
    [
        ("en", "Baidu denied the report."),
        ("en", "Baidu rejected the report."),
        ("de", "Baidu dementierte den Bericht."),
        ("de", "Baidu wies den Bericht zurück."),
        ("de", "Baidu bestritt das."),
    ],
)
def test_a_denial_hits_the_claim_before_it_and_leaves_its_modality(language: str, denial: str) -> None:
    text = f"{REPORT[language]} {denial}"
    claim = one(text, language)
    assert (claim.deniers, claim.modality, claim.sources) == (("Baidu",), "reported", ("Reuters",))
    (full,) = reading(text, language).claims
    assert [s.text for s in full.dispute_evidence] == [denial]
    assert [s.text for s in full.evidence] == [REPORT[language]]


@pytest.mark.parametrize(
    ("language", "silence"),
    [
        ("en", "Baidu declined to comment."),
        ("en", "Baidu did not respond to a request for comment."),
        ("de", "Baidu wollte sich nicht äußern."),
    ],
)
def test_silence_is_no_denial(language: str, silence: str) -> None:
    claim = one(f"{REPORT[language]} {silence}", language)
    assert (claim.deniers, claim.sources) == ((), ("Reuters",))


@pytest.mark.parametrize(
    ("language", "denial", "after"),
    [
        ("en", "Baidu denied any wrongdoing.", "According to Reuters, Xiaomi buys DRAM from Micron."),
        ("de", "Baidu bestritt alles.", "Laut Reuters kauft Xiaomi DRAM bei Micron."),
    ],
)
def test_a_denial_does_not_hit_what_comes_after_it(language: str, denial: str, after: str) -> None:
    assert one(f"{denial} {after}", language).deniers == ()


def test_a_denial_passes_over_what_the_text_says_in_its_own_voice() -> None:
    text = "Nexperia sold diodes to Bosch, Caixin wrote. Tencent ordered H20 chips. Nexperia denied the report."
    assert [(c.type, c.deniers) for c in told(text)] == [("supply", ("Nexperia",)), ("order", ())]


def test_a_denial_without_a_claim_is_no_claim() -> None:
    assert told("Nexperia denied the report.") == []
    assert told("Nexperia wies den Bericht zurück.", "de") == []


def test_who_denies_a_report_is_not_one_of_its_sources() -> None:
    text = "ByteDance sold H20 chips to Tencent, Caijing reported. ByteDance denied the report, saying it was untrue."
    claim = one(text)
    assert claim.sources == ("Caijing",)
    assert claim.deniers == ("ByteDance",)
